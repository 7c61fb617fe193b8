#include "kb/kb.h"

#include "kb/words.h"

#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

const char *const standing_names[] = {"standard", "extension", "registered", "historic", "unofficial", NULL};
const char *const retry_names[] = {"no", "later", "not-needed", NULL};
const char *const actor_names[] = {"nobody", "sender", "sender-admin", "recipient", "recipient-admin", NULL};

const char *const kb_commands[] = {"CONN", "HELO", "EHLO", "STARTTLS", "AUTH", "MAIL", "RCPT", "DATA", "BDAT", "EOD",
                                   "RSET", "VRFY", "EXPN", "HELP",     "NOOP", "QUIT", "ETRN", "ATRN", "ANY",  NULL};

/* The facts of an enhanced status code, which its classes share. */
struct enhanced {
	struct strings classes;
	struct entry entry;
};

static const struct field code_facts[] = {
    {"standing", offsetof(struct entry, standing), standing_names, FIELD_NAME, false},
    {"references", offsetof(struct entry, references), NULL, FIELD_STRINGS, false},
    {"commands", offsetof(struct entry, commands), NULL, FIELD_STRINGS, false},
    {"enhanced", offsetof(struct entry, related), NULL, FIELD_STRINGS, false},
    {"retry", offsetof(struct entry, retry), retry_names, FIELD_NAME, false},
    {"actor", offsetof(struct entry, actor), actor_names, FIELD_NAME, false},
    {"see_also", offsetof(struct entry, see_also), NULL, FIELD_STRINGS, false},
    {"dialogue", offsetof(struct entry, dialogue), NULL, FIELD_STRINGS, false},
};

static const struct field code_words[] = {
    {"name", offsetof(struct entry, name), NULL, FIELD_STRING, false},
    {"summary", offsetof(struct entry, summary), NULL, FIELD_STRING, false},
    {"meaning", offsetof(struct entry, meaning), NULL, FIELD_STRING, false},
    {"when", offsetof(struct entry, when), NULL, FIELD_STRING, false},
    {"fix", offsetof(struct entry, fix), NULL, FIELD_STRINGS, false},
    {"note", offsetof(struct entry, note), NULL, FIELD_STRING, true},
    {"applies", offsetof(struct entry, applies), NULL, FIELD_STRING, false},
};

static const struct field enhanced_facts[] = {
    {"classes", offsetof(struct enhanced, classes), NULL, FIELD_STRINGS, false},
    {"standing", offsetof(struct enhanced, entry.standing), standing_names, FIELD_NAME, false},
    {"references", offsetof(struct enhanced, entry.references), NULL, FIELD_STRINGS, false},
    {"commands", offsetof(struct enhanced, entry.commands), NULL, FIELD_STRINGS, false},
    {"codes", offsetof(struct enhanced, entry.related), NULL, FIELD_STRINGS, false},
    {"actor", offsetof(struct enhanced, entry.actor), actor_names, FIELD_NAME, false},
    {"see_also", offsetof(struct enhanced, entry.see_also), NULL, FIELD_STRINGS, false},
    {"dialogue", offsetof(struct enhanced, entry.dialogue), NULL, FIELD_STRINGS, false},
};

/* The words of an enhanced status code: what its classes share (X.1.1), and what each has of its own (5.1.1). */
static const struct field shared_words[] = {
    {"name", offsetof(struct entry, name), NULL, FIELD_STRING, false},
    {"meaning", offsetof(struct entry, meaning), NULL, FIELD_STRING, false},
    {"note", offsetof(struct entry, note), NULL, FIELD_STRING, true},
};

static const struct field class_words[] = {
    {"summary", offsetof(struct entry, summary), NULL, FIELD_STRING, false},
    {"when", offsetof(struct entry, when), NULL, FIELD_STRING, false},
    {"fix", offsetof(struct entry, fix), NULL, FIELD_STRINGS, false},
    {"applies", offsetof(struct entry, applies), NULL, FIELD_STRING, false},
};

static const struct field digit_facts[] = {
    {"references", offsetof(struct theory, references), NULL, FIELD_STRINGS, false},
    {"retry", offsetof(struct theory, retry), retry_names, FIELD_NAME, true},
    {"actor", offsetof(struct theory, actor), actor_names, FIELD_NAME, true},
};

static const struct field digit_words[] = {
    {"name", offsetof(struct theory, name), NULL, FIELD_STRING, false},
    {"summary", offsetof(struct theory, summary), NULL, FIELD_STRING, false},
    {"meaning", offsetof(struct theory, meaning), NULL, FIELD_STRING, false},
    {"outcome", offsetof(struct theory, outcome), NULL, FIELD_STRING, true},
    {"fix", offsetof(struct theory, fix), NULL, FIELD_STRINGS, true},
};

static const struct field pair_words[] = {
    {"summary", offsetof(struct pair, summary), NULL, FIELD_STRING, false},
    {"differences", offsetof(struct pair, differences), NULL, FIELD_STRINGS, false},
    {"which", offsetof(struct pair, which), NULL, FIELD_STRINGS, false},
};

/* A file of facts with its words. */
struct part {
	const struct json_file *facts;
	struct words words;
};

/* What has been read once is not read again. */
struct seen {
	const char *key;
	const void *value;
	struct seen *next;
};

struct kb {
	struct arena *arena;
	const char *protocol;
	struct part codes, enhanced, theory;
	struct words pairs;
	struct strings basic_codes, enhanced_codes;
	struct seen *entries, *theories, *comparisons;
};

static const void *seen_find(const struct seen *seen, const char *key)
{
	for (; seen; seen = seen->next)
		if (strcmp(seen->key, key) == 0)
			return seen->value;
	return NULL;
}

static void seen_add(struct kb *kb, struct seen **seen, const char *key, const void *value)
{
	struct seen *new = arena_alloc(kb->arena, sizeof *new);

	*new = (struct seen){.key = key, .value = value, .next = *seen};
	*seen = new;
}

static enum status open_part(struct kb *kb, struct source *source, const char *name, const char *lang,
                             struct part *part, struct error *error)
{
	const char *stem = arena_printf(kb->arena, "%s/%s", kb->protocol, name);
	const char *facts = arena_printf(kb->arena, "%s.json", stem);

	if (source_file(source, facts, &part->facts, error) != STATUS_OK)
		return STATUS_BAD;
	if (!part->facts)
		return error_set(error, "error.no-file", facts, NULL, NULL);
	return words_open(kb->arena, source, stem, lang, &part->words, error);
}

static enum status list_basic(struct kb *kb, struct error *error)
{
	const struct json_file *file = kb->codes.facts;
	const char **codes = arena_array(kb->arena, file->count + 1, sizeof *codes);

	for (size_t i = 0; i < file->count; i++) {
		codes[i] = file->members[i].key;
		if (code_kind(codes[i]) != CODE_BASIC)
			return json_error(file, file->members[i].key_at, error, "json.code", codes[i], NULL);
		if (i && code_compare(codes[i - 1], codes[i]) > 0)
			return json_error(file, file->members[i].key_at, error, "json.order", codes[i], NULL);
	}
	kb->basic_codes = (struct strings){.items = codes, .count = file->count};
	return STATUS_OK;
}

enum status kb_open(struct arena *arena, struct source *source, const char *protocol, const char *lang,
                    struct kb **opened, struct error *error)
{
	struct kb *kb = arena_alloc(arena, sizeof *kb);

	kb->arena = arena;
	kb->protocol = protocol;
	if (open_part(kb, source, "codes", lang, &kb->codes, error) != STATUS_OK ||
	    open_part(kb, source, "enhanced", lang, &kb->enhanced, error) != STATUS_OK ||
	    open_part(kb, source, "theory", lang, &kb->theory, error) != STATUS_OK ||
	    words_open(arena, source, arena_printf(arena, "%s/pairs", protocol), lang, &kb->pairs, error) != STATUS_OK ||
	    list_basic(kb, error) != STATUS_OK)
		return STATUS_BAD;
	*opened = kb;
	return STATUS_OK;
}

const char *kb_protocol(const struct kb *kb)
{
	return kb->protocol;
}

/* "X.7.26" of "5.7.26" */
static const char *shared_key(struct kb *kb, const char *code)
{
	return arena_printf(kb->arena, "X%s", code + 1);
}

static enum status read_facts(struct kb *kb, const struct json_file *file, const char *key, const struct field *fields,
                              size_t count, void *out, struct error *error)
{
	const struct json *value;

	if (json_parse(kb->arena, file, json_find(file, key), &value, error) != STATUS_OK)
		return STATUS_BAD;
	return decode(kb->arena, file, value, fields, count, false, out, error);
}

/* Tells a wrong fact at the place of the key. */
static enum status bad_fact(const struct json_file *file, const char *key, struct error *error, const char *message,
                            const char *fact)
{
	return json_error(file, json_find(file, key)->value_at, error, message, fact, NULL);
}

static enum status check_names(const struct json_file *file, const char *key, const struct strings *commands,
                               const struct strings *dialogue, struct error *error)
{
	for (size_t i = 0; i < commands->count; i++) {
		size_t known = 0;

		while (kb_commands[known] && strcmp(kb_commands[known], commands->items[i]) != 0)
			known++;
		if (!kb_commands[known])
			return bad_fact(file, key, error, "json.command", commands->items[i]);
	}
	for (size_t i = 0; i < dialogue->count; i++)
		if (strncmp(dialogue->items[i], "C: ", 3) != 0 && strncmp(dialogue->items[i], "S: ", 3) != 0)
			return bad_fact(file, key, error, "json.dialogue", dialogue->items[i]);
	return STATUS_OK;
}

static enum status read_basic(struct kb *kb, const char *code, struct entry *entry, struct error *error)
{
	const struct json_file *file = kb->codes.facts;

	if (read_facts(kb, file, code, code_facts, COUNT(code_facts), entry, error) != STATUS_OK ||
	    words_read(kb->arena, &kb->codes.words, code, code_words, COUNT(code_words), entry, sizeof *entry, error) !=
	        STATUS_OK ||
	    check_names(file, code, &entry->commands, &entry->dialogue, error) != STATUS_OK)
		return STATUS_BAD;
	for (size_t i = 0; i < entry->see_also.count; i++)
		if (!json_find(file, entry->see_also.items[i]))
			return bad_fact(file, code, error, "json.no-code", entry->see_also.items[i]);
	for (size_t i = 0; i < entry->related.count; i++)
		if (code_kind(entry->related.items[i]) != CODE_ENHANCED)
			return bad_fact(file, code, error, "json.code", entry->related.items[i]);
	return STATUS_OK;
}

static bool holds(const struct strings *strings, const char *s, size_t n)
{
	for (size_t i = 0; i < strings->count; i++)
		if (strncmp(strings->items[i], s, n) == 0 && !strings->items[i][n])
			return true;
	return false;
}

/* The facts of X.y.z, which all its classes share. */
static enum status read_shared(struct kb *kb, const char *key, struct enhanced *shared, struct error *error)
{
	const struct json_file *file = kb->enhanced.facts;

	if (read_facts(kb, file, key, enhanced_facts, COUNT(enhanced_facts), shared, error) != STATUS_OK ||
	    check_names(file, key, &shared->entry.commands, &shared->entry.dialogue, error) != STATUS_OK)
		return STATUS_BAD;
	for (size_t i = 0; i < shared->classes.count; i++)
		if (!strstr("2 4 5", shared->classes.items[i]) || strlen(shared->classes.items[i]) != 1)
			return bad_fact(file, key, error, "json.code", shared->classes.items[i]);
	for (size_t i = 0; i < shared->entry.related.count; i++)
		if (code_kind(shared->entry.related.items[i]) != CODE_BASIC)
			return bad_fact(file, key, error, "json.code", shared->entry.related.items[i]);
	return STATUS_OK;
}

/* Of the codes that go with X.y.z, those of the class of code. */
static void keep_class(struct kb *kb, struct strings *codes, char class)
{
	const char **kept = arena_array(kb->arena, codes->count + 1, sizeof *kept);
	size_t count = 0;

	for (size_t i = 0; i < codes->count; i++)
		if (codes->items[i][0] == class)
			kept[count++] = codes->items[i];
	*codes = (struct strings){.items = kept, .count = count};
}

/* The codes that X.y.z refers to, in the class of the code that is asked for, or the first class that they have. */
static enum status spell_see_also(struct kb *kb, const char *key, const char *code, struct strings *codes,
                                  struct error *error)
{
	const char **spelled = arena_array(kb->arena, codes->count + 1, sizeof *spelled);

	for (size_t i = 0; i < codes->count; i++) {
		struct enhanced other = {0};
		const char *name = codes->items[i];

		if (name[0] != 'X' || !json_find(kb->enhanced.facts, name))
			return bad_fact(kb->enhanced.facts, key, error, "json.no-code", name);
		if (read_shared(kb, name, &other, error) != STATUS_OK)
			return STATUS_BAD;

		const char *class = holds(&other.classes, code, 1) || !other.classes.count ? code : other.classes.items[0];

		spelled[i] = arena_printf(kb->arena, "%c%s", *class, name + 1);
	}
	codes->items = spelled;
	return STATUS_OK;
}

static enum status read_enhanced(struct kb *kb, const char *code, struct entry *entry, bool *found, struct error *error)
{
	const char *key = shared_key(kb, code);
	struct enhanced shared = {0};

	*found = false;
	if (!json_find(kb->enhanced.facts, key))
		return STATUS_OK;
	if (read_shared(kb, key, &shared, error) != STATUS_OK)
		return STATUS_BAD;
	if (!holds(&shared.classes, code, 1))
		return STATUS_OK;
	*found = true;
	*entry = shared.entry;
	entry->code = code;
	entry->retry = *code == '5' ? RETRY_NO : *code == '4' ? RETRY_LATER : RETRY_NOT_NEEDED;
	if (*code == '2')
		entry->actor = ACTOR_NOBODY;
	keep_class(kb, &entry->related, *code);
	if (spell_see_also(kb, key, code, &entry->see_also, error) != STATUS_OK)
		return STATUS_BAD;
	if (words_read(kb->arena, &kb->enhanced.words, key, shared_words, COUNT(shared_words), entry, sizeof *entry, error) !=
	    STATUS_OK)
		return STATUS_BAD;
	return words_read(kb->arena, &kb->enhanced.words, code, class_words, COUNT(class_words), entry, sizeof *entry, error);
}

enum status kb_entry(struct kb *kb, const char *code, const struct entry **entry, struct error *error)
{
	struct entry *new;
	bool found = true;

	*entry = seen_find(kb->entries, code);
	if (*entry || (code_kind(code) == CODE_BASIC && !json_find(kb->codes.facts, code)))
		return STATUS_OK;
	new = arena_alloc(kb->arena, sizeof *new);
	new->code = code = arena_copy(kb->arena, code, strlen(code));
	if (code_kind(code) == CODE_BASIC) {
		if (read_basic(kb, code, new, error) != STATUS_OK)
			return STATUS_BAD;
	} else if (read_enhanced(kb, code, new, &found, error) != STATUS_OK) {
		return STATUS_BAD;
	}
	if (!found)
		return STATUS_OK;
	seen_add(kb, &kb->entries, code, new);
	*entry = new;
	return STATUS_OK;
}

static int by_code(const void *a, const void *b)
{
	return code_compare(*(const char *const *)a, *(const char *const *)b);
}

static enum status list_enhanced(struct kb *kb, struct error *error)
{
	const struct json_file *file = kb->enhanced.facts;
	const char **codes = arena_array(kb->arena, file->count * 3 + 1, sizeof *codes);
	size_t count = 0;

	for (size_t i = 0; i < file->count; i++) {
		struct enhanced shared = {0};
		const char *key = file->members[i].key;

		if (key[0] != 'X' || code_kind(arena_printf(kb->arena, "5%s", key + 1)) != CODE_ENHANCED)
			return json_error(file, file->members[i].key_at, error, "json.code", key, NULL);
		if (read_shared(kb, key, &shared, error) != STATUS_OK)
			return STATUS_BAD;
		for (size_t j = 0; j < shared.classes.count && j < 3; j++)
			codes[count++] = arena_printf(kb->arena, "%s%s", shared.classes.items[j], key + 1);
	}
	qsort(codes, count, sizeof *codes, by_code);
	kb->enhanced_codes = (struct strings){.items = codes, .count = count};
	return STATUS_OK;
}

enum status kb_codes(struct kb *kb, enum code_kind kind, const struct strings **codes, struct error *error)
{
	*codes = kind == CODE_BASIC ? &kb->basic_codes : &kb->enhanced_codes;
	if (kind == CODE_ENHANCED && !kb->enhanced_codes.items)
		return list_enhanced(kb, error);
	return STATUS_OK;
}

static enum status read_theory(struct kb *kb, const char *key, const struct theory **theory, struct error *error)
{
	struct theory *new;

	*theory = seen_find(kb->theories, key);
	if (*theory || !json_find(kb->theory.facts, key))
		return STATUS_OK;
	new = arena_alloc(kb->arena, sizeof *new);
	new->code = key;
	if (read_facts(kb, kb->theory.facts, key, digit_facts, COUNT(digit_facts), new, error) != STATUS_OK ||
	    words_read(kb->arena, &kb->theory.words, key, digit_words, COUNT(digit_words), new, sizeof *new, error) !=
	        STATUS_OK)
		return STATUS_BAD;
	seen_add(kb, &kb->theories, key, new);
	*theory = new;
	return STATUS_OK;
}

enum status kb_class(struct kb *kb, const char *code, const struct theory **theory, struct error *error)
{
	return read_theory(kb, arena_printf(kb->arena, "%cyz", *code), theory, error);
}

enum status kb_category(struct kb *kb, const char *code, const struct theory **theory, struct error *error)
{
	if (code_kind(code) == CODE_ENHANCED)
		return read_theory(kb, arena_printf(kb->arena, "X.%.*s", (int)strcspn(code + 2, "."), code + 2), theory, error);
	return read_theory(kb, arena_printf(kb->arena, "x%cz", code[1]), theory, error);
}

enum status kb_pair(struct kb *kb, const char *a, const char *b, const struct pair **found, struct error *error)
{
	const struct json_file *file = kb->pairs.own ? kb->pairs.own : kb->pairs.english;
	const char *key = arena_printf(kb->arena, "%s %s", a, b);
	struct pair *pair;

	if (!json_find(file, key))
		key = arena_printf(kb->arena, "%s %s", b, a);
	*found = seen_find(kb->comparisons, key);
	if (*found || !json_find(file, key))
		return STATUS_OK;
	pair = arena_alloc(kb->arena, sizeof *pair);
	if (words_read(kb->arena, &kb->pairs, key, pair_words, COUNT(pair_words), pair, sizeof *pair, error) != STATUS_OK)
		return STATUS_BAD;
	seen_add(kb, &kb->comparisons, key, pair);
	*found = pair;
	return STATUS_OK;
}

size_t kb_pair_count(const struct kb *kb)
{
	return (kb->pairs.own ? kb->pairs.own : kb->pairs.english)->count;
}

const char *kb_pair_key(const struct kb *kb, size_t i)
{
	return (kb->pairs.own ? kb->pairs.own : kb->pairs.english)->members[i].key;
}
