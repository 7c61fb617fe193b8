#include "kb/check.h"

#include "kb/kb.h"
#include "kb/replies.h"

#include <string.h>

/* An error that was reported. */
struct reported {
	struct error error;
	struct reported *next;
};

struct check {
	struct arena *arena;
	struct source *source;
	check_report *report;
	void *context;
	struct error error;
	struct reported *reported;
	enum status status;
};

static bool is_same_text(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

/* Whether the error was reported before: facts are looked at once for each language. */
static bool is_old(const struct check *check)
{
	const struct error *new = &check->error;

	for (const struct reported *reported = check->reported; reported; reported = reported->next) {
		const struct error *old = &reported->error;
		bool same = old->line == new->line && old->column == new->column &&is_same_text(old->file, new->file) &&
		            is_same_text(old->message, new->message);

		for (int i = 0; i < ERROR_ARGS; i++)
			same = same && is_same_text(old->args[i], new->args[i]);
		if (same)
			return true;
	}
	return false;
}

/* Reports what a call found wrong. Returns whether it found nothing. */
static bool passed(struct check *check, enum status status)
{
	if (status == STATUS_OK)
		return true;
	check->status = STATUS_BAD;
	if (!is_old(check)) {
		struct reported *reported = arena_alloc(check->arena, sizeof *reported);

		*reported = (struct reported){.error = check->error, .next = check->reported};
		check->reported = reported;
		check->report(check->context, &check->error);
	}
	return false;
}

/* The value of a member, when it is an object of strings. */
static const struct json *strings_of(struct check *check, const struct json_file *file,
                                     const struct json_member *member)
{
	const struct json *group;

	if (!passed(check, json_parse(check->arena, file, member, &group, &check->error)))
		return NULL;
	if (group->type != JSON_OBJECT) {
		passed(check, json_error(file, group->at, &check->error, "json.want-object", NULL, NULL));
		return NULL;
	}
	for (const struct json *string = group->child; string; string = string->next)
		if (string->type != JSON_STRING)
			passed(check, json_error(file, string->at, &check->error, "json.want-string", NULL, NULL));
	return group;
}

/* Every string of a language must be one that English has: what English lacks, nothing shows. */
static void check_interface(struct check *check, const struct json_file *file, const struct json_file *english)
{
	for (size_t i = 0; i < file->count; i++) {
		const struct json_member *member = json_find(english, file->members[i].key);
		const struct json *group = strings_of(check, file, &file->members[i]);
		const struct json *known;

		if (!member) {
			passed(check, json_error(file, file->members[i].key_at, &check->error, "json.unknown", file->members[i].key,
			                         NULL));
			continue;
		}
		if (!group || file == english)
			continue;
		known = strings_of(check, english, member);
		for (const struct json *string = group->child; string; string = string->next) {
			const struct json *other = known ? known->child : NULL;

			while (other && strcmp(other->key, string->key) != 0)
				other = other->next;
			if (!other)
				passed(check, json_error(file, string->at, &check->error, "json.unknown", string->key, NULL));
		}
	}
}

static void check_codes(struct check *check, struct kb *kb, enum code_kind kind)
{
	const struct strings *codes;

	if (!passed(check, kb_codes(kb, kind, &codes, &check->error)))
		return;
	for (size_t i = 0; i < codes->count; i++) {
		const struct entry *entry;
		const struct theory *theory;

		passed(check, kb_entry(kb, codes->items[i], &entry, &check->error));
		passed(check, kb_class(kb, codes->items[i], &theory, &check->error));
		passed(check, kb_category(kb, codes->items[i], &theory, &check->error));
	}
}

/* The codes of a hand-written pair must exist. */
static void check_pairs(struct check *check, struct kb *kb)
{
	for (size_t i = 0; i < kb_pair_count(kb); i++) {
		const char *key = kb_pair_key(kb, i);
		size_t n = strcspn(key, " ");
		const char *codes[2] = {arena_copy(check->arena, key, n), key[n] ? key + n + 1 : ""};
		const struct pair *pair;

		for (size_t j = 0; j < 2; j++) {
			const struct entry *entry = NULL;
			enum code_kind kind = code_kind(codes[j]);

			if (kind != CODE_BASIC && kind != CODE_ENHANCED) {
				passed(check, error_set(&check->error, "json.code", codes[j], NULL, NULL));
				continue;
			}
			/* An entry that cannot be read was reported with the codes. */
			if (kb_entry(kb, codes[j], &entry, &check->error) == STATUS_OK && !entry)
				passed(check, error_set(&check->error, "json.no-code", codes[j], NULL, NULL));
		}
		passed(check, kb_pair(kb, codes[0], codes[1], &pair, &check->error));
	}
}

/* Words for a key that has no facts are never shown. */
static void check_keys(struct check *check, const char *protocol, const char *stem, const char *lang)
{
	const struct json_file *facts = NULL;
	const struct json_file *words = NULL;

	if (source_file(check->source, arena_printf(check->arena, "%s/%s.json", protocol, stem), &facts, &check->error) !=
	        STATUS_OK ||
	    source_file(check->source, arena_printf(check->arena, "%s/%s.%s.json", protocol, stem, lang), &words,
	                &check->error) != STATUS_OK ||
	    !facts || !words)
		return;
	for (size_t i = 0; i < words->count; i++) {
		const char *key = words->members[i].key;

		/* The words of one class of an enhanced status code go with the facts of all. */
		if (code_kind(key) == CODE_ENHANCED)
			key = arena_printf(check->arena, "X%s", key + 1);
		if (!json_find(facts, key))
			passed(check, json_error(words, words->members[i].key_at, &check->error, "json.unknown",
			                         words->members[i].key, NULL));
	}
}

/* What explains whole replies, of a protocol that has it: rules, causes, known replies, and the words of all of them. */
static void check_replies(struct check *check, const char *protocol, const char *lang)
{
	const struct rules *rules;
	const struct json_file *words = NULL;
	struct causes *causes;
	struct replies *replies;
	const char *const *keys;

	if (source_file(check->source, arena_printf(check->arena, "%s/words.json", protocol), &words, &check->error) !=
	        STATUS_OK ||
	    !words)
		return;
	check_keys(check, protocol, "causes", lang);
	check_keys(check, protocol, "replies", lang);
	if (!passed(check, rules_open(check->arena, check->source, protocol, &rules, &check->error)) ||
	    !passed(check, causes_open(check->arena, check->source, protocol, lang, &causes, &check->error)))
		return;
	keys = causes_keys(causes);
	for (size_t i = 0; keys[i]; i++) {
		const struct cause *cause;

		passed(check, causes_get(causes, i, &cause, &check->error));
	}
	if (!passed(check, replies_open(check->arena, check->source, protocol, lang, keys, &replies, &check->error)))
		return;
	for (size_t i = 0; i < rules->known.needs.count; i++) {
		const struct known_reply *reply;

		passed(check, replies_get(replies, i, &reply, &check->error));
	}
}

/* A protocol in a language. */
static void check_protocol(struct check *check, const char *protocol, const char *lang)
{
	struct kb *kb;

	if (!passed(check, kb_open(check->arena, check->source, protocol, lang, &kb, &check->error)))
		return;
	check_keys(check, protocol, "codes", lang);
	check_keys(check, protocol, "enhanced", lang);
	check_keys(check, protocol, "theory", lang);
	check_codes(check, kb, CODE_BASIC);
	check_codes(check, kb, CODE_ENHANCED);
	check_pairs(check, kb);
	check_replies(check, protocol, lang);
	for (size_t i = 0; i < 10; i++) {
		const struct theory *theory;

		passed(check, kb_class(kb, arena_printf(check->arena, "%zu00", i), &theory, &check->error));
		passed(check, kb_category(kb, arena_printf(check->arena, "2%zu0", i), &theory, &check->error));
	}
}

enum status check_data(struct arena *arena, struct source *source, check_report *report, void *context)
{
	struct check check = {.arena = arena, .source = source, .report = report, .context = context};
	const struct json_file *english = NULL;
	size_t name_count;
	size_t lang_count;
	const char *const *names = source_names(source, &name_count);
	const char *const *langs = source_languages(source, &lang_count);

	if (!passed(&check, source_file(source, "ui.en.json", &english, &check.error)))
		return STATUS_BAD;
	if (!english)
		passed(&check, error_set(&check.error, "error.no-file", "ui.en.json", NULL, NULL));
	for (size_t i = 0; i < name_count; i++) {
		const struct json_file *file;
		const char *slash = strchr(names[i], '/');

		if (!passed(&check, source_file(source, names[i], &file, &check.error)))
			continue;
		if (!slash && english)
			check_interface(&check, file, english);
		if (slash && strcmp(slash, "/codes.json") == 0)
			for (size_t j = 0; j < lang_count; j++)
				check_protocol(&check, arena_copy(arena, names[i], (size_t)(slash - names[i])), langs[j]);
	}
	return check.status;
}
