#include "kb/kb.h"

#include "kb/entry.h"

#include <stdio.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

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
	if (part_open(arena, source, arena_printf(arena, "%s/codes", protocol), lang, &kb->codes, error) != STATUS_OK ||
	    part_open(arena, source, arena_printf(arena, "%s/enhanced", protocol), lang, &kb->enhanced, error) !=
	        STATUS_OK ||
	    part_open(arena, source, arena_printf(arena, "%s/theory", protocol), lang, &kb->theory, error) != STATUS_OK ||
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
		if (entry_read_basic(kb->arena, &kb->codes, code, new, error) != STATUS_OK)
			return STATUS_BAD;
	} else if (entry_read_enhanced(kb->arena, &kb->enhanced, code, new, &found, error) != STATUS_OK) {
		return STATUS_BAD;
	}
	if (!found)
		return STATUS_OK;
	seen_add(kb, &kb->entries, code, new);
	*entry = new;
	return STATUS_OK;
}

enum status kb_codes(struct kb *kb, enum code_kind kind, const struct strings **codes, struct error *error)
{
	*codes = kind == CODE_BASIC ? &kb->basic_codes : &kb->enhanced_codes;
	if (kind == CODE_ENHANCED && !kb->enhanced_codes.items)
		return entry_list_enhanced(kb->arena, &kb->enhanced, &kb->enhanced_codes, error);
	return STATUS_OK;
}

static enum status read_theory(struct kb *kb, const char *key, const struct theory **theory, struct error *error)
{
	const struct json_member *member = json_find(kb->theory.facts, key);
	struct theory *new;

	*theory = seen_find(kb->theories, key);
	if (*theory || !member)
		return STATUS_OK;
	new = arena_alloc(kb->arena, sizeof *new);
	new->code = key = member->key;
	if (part_read_facts(kb->arena, &kb->theory, key, digit_facts, COUNT(digit_facts), new, error) != STATUS_OK ||
	    words_read(kb->arena, &kb->theory.words, key, digit_words, COUNT(digit_words), new, sizeof *new, error) !=
	        STATUS_OK)
		return STATUS_BAD;
	seen_add(kb, &kb->theories, key, new);
	*theory = new;
	return STATUS_OK;
}

enum status kb_class(struct kb *kb, const char *code, const struct theory **theory, struct error *error)
{
	char key[] = {*code, 'y', 'z', '\0'};

	return read_theory(kb, key, theory, error);
}

enum status kb_category(struct kb *kb, const char *code, const struct theory **theory, struct error *error)
{
	char key[CODE_SIZE];

	if (code_kind(code) == CODE_ENHANCED)
		snprintf(key, sizeof key, "X.%.*s", (int)strcspn(code + 2, "."), code + 2);
	else
		snprintf(key, sizeof key, "x%cz", code[1]);
	return read_theory(kb, key, theory, error);
}

enum status kb_pair(struct kb *kb, const char *a, const char *b, const struct pair **found, struct error *error)
{
	const struct json_file *file = kb->pairs.own ? kb->pairs.own : kb->pairs.english;
	char key[2 * CODE_SIZE];
	const struct json_member *member;
	struct pair *pair;

	snprintf(key, sizeof key, "%s %s", a, b);
	member = json_find(file, key);
	if (!member) {
		snprintf(key, sizeof key, "%s %s", b, a);
		member = json_find(file, key);
	}
	*found = seen_find(kb->comparisons, key);
	if (*found || !member)
		return STATUS_OK;
	pair = arena_alloc(kb->arena, sizeof *pair);
	if (words_read(kb->arena, &kb->pairs, member->key, pair_words, COUNT(pair_words), pair, sizeof *pair, error) !=
	    STATUS_OK)
		return STATUS_BAD;
	seen_add(kb, &kb->comparisons, member->key, pair);
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
