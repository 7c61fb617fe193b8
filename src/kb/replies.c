#include "kb/replies.h"

#include "base/text.h"
#include "kb/fragments.h"
#include "kb/words.h"

#include <string.h>

enum {
	FRAGMENT_MIN = KNOWN_SHORT, /* bytes: shorter ones occur by chance */
	FRAGMENTS_MAX = 16,
	FIELD_CAUSE = 3, /* the place of "cause" among the facts */
};

static const struct field facts[] = {
    {"provider", offsetof(struct known_reply, provider), NULL, FIELD_STRING, false},
    {"fragments", offsetof(struct known_reply, fragments), NULL, FIELD_STRINGS, false},
    {"codes", offsetof(struct known_reply, codes), NULL, FIELD_STRINGS, true},
    [FIELD_CAUSE] = {"cause", offsetof(struct known_reply, cause), NULL, FIELD_NAME, false},
    {"retry", offsetof(struct known_reply, retry), retry_names, FIELD_NAME, true},
    {"actor", offsetof(struct known_reply, actor), actor_names, FIELD_NAME, true},
    {"unblock", offsetof(struct known_reply, unblock), NULL, FIELD_STRING, true},
    {"source", offsetof(struct known_reply, source), NULL, FIELD_STRING, true},
    {"checked", offsetof(struct known_reply, checked), NULL, FIELD_STRING, true},
    {"meaning", offsetof(struct known_reply, meaning), NULL, FIELD_STRING, true},
    {"fix", offsetof(struct known_reply, fix), NULL, FIELD_STRINGS, true},
};

enum { FACTS = sizeof facts / sizeof *facts };

static const struct field word_fields[] = {
    {"meaning", offsetof(struct known_reply, meaning), NULL, FIELD_STRING, false},
    {"fix", offsetof(struct known_reply, fix), NULL, FIELD_STRINGS, false},
};

struct replies {
	struct arena *arena;
	const struct json_file *facts;
	struct words words;
	const char *const *causes;
	struct known_reply **read; /* by number; NULL where it has not been asked for */
};

/* The facts of a member; with lenient, fields may be missing. */
static enum status read_facts(struct arena *arena, const struct json_file *file, const struct json_member *member,
                              const char *const *causes, bool lenient, struct known_reply *reply, struct error *error)
{
	struct field fields[FACTS];
	const struct json *value;

	memcpy(fields, facts, sizeof fields);
	fields[FIELD_CAUSE].names = causes;
	reply->key = member->key;
	if (json_parse(arena, file, member, &value, error) != STATUS_OK)
		return STATUS_BAD;
	return decode(arena, file, value, fields, FACTS, lenient, reply, error);
}

static const char *join(struct arena *arena, const struct strings *strings)
{
	const char *joined = strings->count ? strings->items[0] : "";

	for (size_t i = 1; i < strings->count; i++)
		joined = arena_printf(arena, "%s … %s", joined, strings->items[i]);
	return joined;
}

/* Notes the fragments and codes of a reply, the next in known. */
struct draft {
	struct fragments fragments;
	struct numbers needs, codes_at, codes;
	uint32_t *starts;
};

static struct draft draft_new(struct arena *arena)
{
	struct numbers empty = {.arena = arena};

	return (struct draft){.fragments = {.arena = arena},
	                      .needs = empty,
	                      .codes_at = empty,
	                      .codes = empty,
	                      .starts = arena_array(arena, (1U << KNOWN_BITS) / 32, sizeof(uint32_t))};
}

static enum status add_reply(struct draft *draft, const struct json_file *file, const struct json_member *member,
                             const struct known_reply *reply, struct error *error)
{
	struct arena *arena = draft->fragments.arena;
	uint32_t number = (uint32_t)draft->needs.count;
	size_t letters = 0;

	if (!reply->fragments.count || reply->fragments.count > FRAGMENTS_MAX)
		return json_error(file, member->value_at, error, "explain.bad-fragment", "fragments", NULL);
	for (size_t i = 0; i < reply->fragments.count; i++) {
		const char *fragment = reply->fragments.items[i];
		size_t n;
		const char *plain = rules_plain(arena, fragment, strlen(fragment), &n);
		uint32_t hash;

		if (n < FRAGMENT_MIN)
			return json_error(file, member->value_at, error, "explain.bad-fragment", fragment, NULL);
		for (size_t j = 0; j < i; j++)
			if (strcmp(reply->fragments.items[j], fragment) == 0)
				return json_error(file, member->value_at, error, "json.duplicate", fragment, NULL);
		fragments_add(&draft->fragments, plain, number);
		hash = known_hash(plain, n >= KNOWN_LONG ? KNOWN_LONG : KNOWN_SHORT);
		draft->starts[hash / 32] |= 1U << hash % 32;
		letters += n;
	}
	numbers_add(&draft->needs, (uint32_t)reply->fragments.count << 16 | (uint32_t)(letters & 0xFFFF));
	numbers_add(&draft->codes_at, (uint32_t)draft->codes.count);
	for (size_t i = 0; i < reply->codes.count; i++) {
		uint32_t packed = rules_pack(reply->codes.items[i]);

		if (!packed)
			return json_error(file, member->value_at, error, "json.code", reply->codes.items[i], NULL);
		numbers_add(&draft->codes, packed);
	}
	return STATUS_OK;
}

static void finish(struct draft *draft, struct known *known)
{
	numbers_add(&draft->codes_at, (uint32_t)draft->codes.count);
	fragments_build(&draft->fragments, &known->plain, &known->replies_at, &known->replies);
	known->starts = (struct u32s){.at = draft->starts, .count = (1U << KNOWN_BITS) / 32};
	known->needs = numbers_table(&draft->needs);
	known->codes_at = numbers_table(&draft->codes_at);
	known->codes = numbers_table(&draft->codes);
}

enum status rules_compile_known(struct arena *arena, const struct json_file *replies, const char *const *causes,
                                struct known *known, struct error *error)
{
	struct draft draft = draft_new(arena);

	for (size_t i = 0; i < replies->count; i++) {
		struct known_reply reply = {0};

		if (read_facts(arena, replies, &replies->members[i], causes, false, &reply, error) != STATUS_OK ||
		    add_reply(&draft, replies, &replies->members[i], &reply, error) != STATUS_OK)
			return STATUS_BAD;
	}
	finish(&draft, known);
	return STATUS_OK;
}

enum status replies_open(struct arena *arena, struct source *source, const char *protocol, const char *lang,
                         const char *const *causes, struct replies **opened, struct error *error)
{
	struct replies *replies = arena_alloc(arena, sizeof *replies);
	const char *stem = arena_printf(arena, "%s/replies", protocol);
	const char *name = arena_printf(arena, "%s.json", stem);

	replies->arena = arena;
	replies->causes = causes;
	if (source_file(source, name, &replies->facts, error) != STATUS_OK)
		return STATUS_BAD;
	if (!replies->facts)
		return error_set(error, "error.no-file", name, NULL, NULL);
	replies->read = arena_array(arena, replies->facts->count + 1, sizeof(struct known_reply *));
	*opened = replies;
	return words_open(arena, source, stem, lang, &replies->words, error);
}

enum status replies_get(struct replies *replies, size_t number, const struct known_reply **reply, struct error *error)
{
	const struct json_member *member = &replies->facts->members[number];
	struct known_reply *new;

	*reply = replies->read[number];
	if (*reply)
		return STATUS_OK;
	new = arena_alloc(replies->arena, sizeof *new);
	if (read_facts(replies->arena, replies->facts, member, replies->causes, false, new, error) != STATUS_OK ||
	    words_read(replies->arena, &replies->words, member->key, word_fields, sizeof word_fields / sizeof *word_fields,
	               new, sizeof *new, error) != STATUS_OK)
		return STATUS_BAD;
	new->matched = join(replies->arena, &new->fragments);
	*reply = replies->read[number] = new;
	return STATUS_OK;
}

long replies_find(const struct replies *replies, const char *key)
{
	const struct json_member *member = json_find(replies->facts, key);

	return member ? (long)(member - replies->facts->members) : -1;
}

/* Fills what a user's entry leaves open from the known reply of the same key. */
static void complete(struct known_reply *own, const struct known_reply *known)
{
	if (!own->provider)
		own->provider = known->provider;
	if (!own->fragments.count) {
		own->fragments = known->fragments;
		own->codes = own->codes.count ? own->codes : known->codes;
	}
	/* The advice and the actor belong to the cause. */
	if (own->cause == NAME_MISSING || own->cause == known->cause) {
		own->cause = known->cause;
		if (own->actor == NAME_MISSING)
			own->actor = known->actor;
		if (!own->meaning)
			own->meaning = known->meaning;
		if (!own->fix.count)
			own->fix = known->fix;
	}
	if (!own->unblock)
		own->unblock = known->unblock;
}

enum status replies_read_own(struct arena *arena, struct replies *replies, const char *path, struct known *known,
                             const struct known_reply **read, struct error *error)
{
	struct draft draft = draft_new(arena);
	const struct json_file *file;
	struct known_reply *own;

	*known = (struct known){0};
	*read = NULL;
	if (source_read(arena, path, &file, error) != STATUS_OK)
		return STATUS_BAD;
	if (!file)
		return STATUS_OK;
	own = arena_array(arena, file->count + 1, sizeof *own);
	for (size_t i = 0; i < file->count; i++) {
		long number = replies_find(replies, file->members[i].key);
		const struct known_reply *same;

		if (read_facts(arena, file, &file->members[i], replies->causes, number >= 0, &own[i], error) != STATUS_OK)
			return STATUS_BAD;
		if (number >= 0) {
			if (replies_get(replies, (size_t)number, &same, error) != STATUS_OK)
				return STATUS_BAD;
			complete(&own[i], same);
		}
		own[i].matched = join(arena, &own[i].fragments);
		if (add_reply(&draft, file, &file->members[i], &own[i], error) != STATUS_OK)
			return STATUS_BAD;
	}
	finish(&draft, known);
	*read = own;
	return STATUS_OK;
}
