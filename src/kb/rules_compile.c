#include "kb/compile.h"
#include "kb/rule_text.h"

#include <stdlib.h>
#include <string.h>

enum {
	GAP = 48,        /* characters between two parts of a chain that names no gap */
	GAP_PENALTY = 3, /* such a chain decides less than words that stand together */
	DECIMAL = 10,
};

/* A fragment, or with % in front all those of a group. */
static enum status add_part(struct compile *compile, const struct json *node, const char *text, uint32_t kind,
                            uint32_t number)
{
	if (*text != '%')
		return compile_add_fragment(compile, node, text, kind, number);
	for (const struct json *group = compile->groups->child; group; group = group->next)
		if (strcmp(group->key, text + 1) == 0) {
			for (const struct json *item = group->child; item; item = item->next)
				if (compile_add_fragment(compile, item, item->string, kind, number) != STATUS_OK)
					return STATUS_BAD;
			return STATUS_OK;
		}
	return compile_fail(compile, node, "explain.bad-group", text);
}

static enum status add_unless(struct compile *compile, const struct json *node, const char *unless, uint32_t kind,
                              uint32_t number)
{
	while (*unless) {
		const char *next = strstr(unless + 3, " ! ");
		size_t n = next ? (size_t)(next - unless) - 3 : strlen(unless + 3);

		if (add_part(compile, node, arena_copy(compile->arena, unless + 3, n), kind, number) != STATUS_OK)
			return STATUS_BAD;
		unless += n + 3;
	}
	return STATUS_OK;
}

/* Gives the first part of a chain the slot that the same part of another chain has, else a new one. */
static enum status add_first(struct compile *compile, const struct json *node, const char *part)
{
	uint32_t slot = (uint32_t)compile->slot_ends.count;

	for (size_t i = 0; i < compile->firsts.count; i++)
		if (strcmp(compile->firsts.at[i].text, part) == 0) {
			numbers_add(&compile->slot_first, compile->firsts.at[i].use);
			return STATUS_OK;
		}
	fragments_add(&compile->firsts, part, slot);
	numbers_add(&compile->slot_first, slot);
	numbers_add(&compile->slot_before, slot);
	numbers_add(&compile->slot_ends, 0);
	return add_part(compile, node, part, USE_FIRST, slot);
}

static enum status add_rule(struct compile *compile, const struct json *node, int cause, int rank)
{
	struct rule_text rule;
	uint32_t number = (uint32_t)compile->singles.count;

	if (!rule_text_split(compile->arena, node->string, &rule))
		return compile_fail(compile, node, "explain.bad-rule", node->string);
	if (rule.count == 1) {
		numbers_add(&compile->singles, (uint32_t)cause | (uint32_t)rank << 8);
		if (add_part(compile, node, rule.parts[0], USE_RULE, number) != STATUS_OK)
			return STATUS_BAD;
		return add_unless(compile, node, rule.unless, USE_UNLESS, number);
	}
	if (rule.gap < 0) {
		rule.gap = GAP;
		rank = rank > GAP_PENALTY ? rank - GAP_PENALTY : 1;
	}
	number = (uint32_t)compile->chains.count;
	numbers_add(&compile->chains,
	            (uint32_t)cause | (uint32_t)rank << 8 | (uint32_t)rule.gap << 16 | (uint32_t)rule.count << 24);
	if (add_first(compile, node, rule.parts[0]) != STATUS_OK)
		return STATUS_BAD;
	numbers_add(&compile->slot_next, (uint32_t)compile->slot_ends.count);
	for (size_t i = 1; i < rule.count; i++) {
		uint32_t slot = (uint32_t)compile->slot_ends.count;
		uint32_t before = i == 1 ? compile->slot_first.at[number] : slot - 1;

		if (add_part(compile, node, rule.parts[i], USE_NEXT, slot) != STATUS_OK)
			return STATUS_BAD;
		numbers_add(&compile->slot_before, before);
		numbers_add(&compile->slot_ends, i + 1 == rule.count ? number + 1 : 0);
	}
	return add_unless(compile, node, rule.unless, USE_UNLESS_CHAIN, number);
}

static enum status add_code(struct compile *compile, const struct json *node, int cause, int rank)
{
	uint32_t packed = rules_pack(node->string);
	struct numbers *table = strchr(node->string, '.') ? &compile->enhanced : &compile->codes;

	if (!packed)
		return compile_fail(compile, node, "json.code", node->string);
	numbers_add(table, packed);
	numbers_add(table, (uint32_t)cause | (uint32_t)rank << 8);
	return STATUS_OK;
}

typedef enum status adder(struct compile *compile, const struct json *node, int cause, int rank);

/* A table of words.json: by cause, then by rank, a list of strings. */
static enum status add_table(struct compile *compile, const char *key, adder *add)
{
	const struct json *table;

	if (compile_parse(compile, key, JSON_OBJECT, &table) != STATUS_OK)
		return STATUS_BAD;
	for (const struct json *ranks = table->child; ranks; ranks = ranks->next) {
		int cause = compile_find_cause(compile, ranks->key);

		if (cause < 0)
			return compile_fail(compile, ranks, "explain.bad-cause", ranks->key);
		if (ranks->type != JSON_OBJECT)
			return compile_fail(compile, ranks, "json.want-object", NULL);
		for (const struct json *list = ranks->child; list; list = list->next) {
			char *end;
			long rank = strtol(list->key, &end, DECIMAL);

			if (*end || rank < 1 || rank > RULE_RANK_MAX)
				return compile_fail(compile, list, "explain.bad-rank", list->key);
			if (compile_want_strings(compile, list) != STATUS_OK)
				return STATUS_BAD;
			for (const struct json *item = list->child; item; item = item->next)
				if (add(compile, item, cause, (int)rank) != STATUS_OK)
					return STATUS_BAD;
		}
	}
	return STATUS_OK;
}

static int by_string(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static enum status build_ignored(struct compile *compile)
{
	const struct json *list;
	const char **words;
	size_t count = 0;

	if (compile_parse(compile, "ignored", JSON_ARRAY, &list) != STATUS_OK ||
	    compile_want_strings(compile, list) != STATUS_OK)
		return STATUS_BAD;
	words = arena_array(compile->arena, list->count + 1, sizeof *words);
	for (const struct json *item = list->child; item; item = item->next)
		words[count++] = item->string;
	if (count)
		qsort(words, count, sizeof *words, by_string);
	trie_build(compile->arena, words, count, &compile->rules->ignored);
	return STATUS_OK;
}

static int by_code(const void *a, const void *b)
{
	const uint32_t *x = a;
	const uint32_t *y = b;

	return (*x > *y) - (*x < *y);
}

static struct u32s sorted_pairs(struct numbers *numbers)
{
	if (numbers->count)
		qsort(numbers->at, numbers->count / 2, 2 * sizeof *numbers->at, by_code);
	return numbers_table(numbers);
}

static enum status check_groups(struct compile *compile)
{
	if (compile_parse(compile, "groups", JSON_OBJECT, &compile->groups) != STATUS_OK)
		return STATUS_BAD;
	for (const struct json *group = compile->groups->child; group; group = group->next)
		if (compile_want_strings(compile, group) != STATUS_OK)
			return STATUS_BAD;
	return STATUS_OK;
}

/* The causes that the program itself speaks of. */
static enum status add_counts(struct compile *compile, uint32_t stage_count)
{
	static const char *const named[] = {"undetermined", "accepted", "network", "expired", "policy"};
	struct numbers counts = {.arena = compile->arena};

	numbers_add(&counts, compile->signs);
	numbers_add(&counts, stage_count);
	for (size_t i = 0; i < sizeof named / sizeof *named; i++) {
		int cause = compile_find_cause(compile, named[i]);

		if (cause < 0)
			return json_error(compile->causes, 0, compile->error, "json.missing", named[i], NULL);
		numbers_add(&counts, (uint32_t)cause);
	}
	compile->rules->counts = numbers_table(&counts);
	return STATUS_OK;
}

/* The table of where fragments may start inside a word: those that do not start with a blank. */
static struct u32s inner_starts(const struct compile *compile)
{
	uint32_t *bits = arena_array(compile->arena, (1U << INNER_BITS) / 32, sizeof *bits);

	for (size_t i = 0; i < compile->fragments.count; i++) {
		const char *text = compile->fragments.at[i].text;
		uint32_t hash = inner_hash(text);

		if (*text != ' ')
			bits[hash / 32] |= 1U << hash % 32;
	}
	return (struct u32s){.at = bits, .count = (1U << INNER_BITS) / 32};
}

enum status rules_compile_words(struct arena *arena, const struct json_file *words, const struct json_file *causes,
                                struct rules *rules, struct error *error)
{
	struct numbers empty = {.arena = arena};
	struct compile compile = {.arena = arena,
	                          .error = error,
	                          .causes = causes,
	                          .words = words,
	                          .rules = rules,
	                          .fragments = {.arena = arena},
	                          .singles = empty,
	                          .chains = empty,
	                          .slot_first = empty,
	                          .slot_next = empty,
	                          .slot_before = empty,
	                          .slot_ends = empty,
	                          .firsts = {.arena = arena},
	                          .enhanced = empty,
	                          .codes = empty,
	                          .expected = empty,
	                          .stages = empty};
	uint32_t stage_count;

	if (build_ignored(&compile) != STATUS_OK || check_groups(&compile) != STATUS_OK ||
	    add_table(&compile, "words", add_rule) != STATUS_OK || add_table(&compile, "enhanced", add_code) != STATUS_OK ||
	    add_table(&compile, "codes", add_code) != STATUS_OK || compile_signs(&compile, &stage_count) != STATUS_OK ||
	    compile_expected(&compile) != STATUS_OK || add_counts(&compile, stage_count) != STATUS_OK)
		return STATUS_BAD;
	if (compile.fragments.count > TRIE_STRINGS_MAX)
		return json_error(words, 0, error, "explain.too-many-fragments", NULL, NULL);
	rules->inner = inner_starts(&compile);
	fragments_build(&compile.fragments, &rules->words, &rules->uses_at, &rules->uses);
	rules->rules = numbers_table(&compile.singles);
	rules->chains = numbers_table(&compile.chains);
	rules->slot_first = numbers_table(&compile.slot_first);
	rules->slot_next = numbers_table(&compile.slot_next);
	rules->slot_before = numbers_table(&compile.slot_before);
	rules->slot_ends = numbers_table(&compile.slot_ends);
	rules->enhanced = sorted_pairs(&compile.enhanced);
	rules->codes = sorted_pairs(&compile.codes);
	rules->expected = numbers_table(&compile.expected);
	rules->stages = numbers_table(&compile.stages);
	return STATUS_OK;
}
