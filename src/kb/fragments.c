#include "kb/fragments.h"

#include <stdlib.h>
#include <string.h>

void numbers_add(struct numbers *numbers, uint32_t number)
{
	if (numbers->count == numbers->size) {
		size_t size = numbers->size ? numbers->size * 2 : 64;
		uint32_t *more = arena_array(numbers->arena, size, sizeof *more);

		if (numbers->count)
			memcpy(more, numbers->at, numbers->count * sizeof *more);
		numbers->at = more;
		numbers->size = size;
	}
	numbers->at[numbers->count++] = number;
}

struct u32s numbers_table(const struct numbers *numbers)
{
	return (struct u32s){.at = numbers->at, .count = numbers->count};
}

void fragments_add(struct fragments *fragments, const char *text, uint32_t use)
{
	if (fragments->count == fragments->size) {
		size_t size = fragments->size ? fragments->size * 2 : 64;
		struct fragment *more = arena_array(fragments->arena, size, sizeof *more);

		if (fragments->count)
			memcpy(more, fragments->at, fragments->count * sizeof *more);
		fragments->at = more;
		fragments->size = size;
	}
	fragments->at[fragments->count++] = (struct fragment){.text = text, .use = use};
}

static int by_text(const void *a, const void *b)
{
	const struct fragment *x = a;
	const struct fragment *y = b;
	int order = strcmp(x->text, y->text);

	return order ? order : (x->use > y->use) - (x->use < y->use);
}

void fragments_build(struct fragments *fragments, struct trie *trie, struct u32s *uses_at, struct u32s *uses)
{
	struct numbers at = {.arena = fragments->arena};
	struct numbers all = {.arena = fragments->arena};
	const char **texts = arena_array(fragments->arena, fragments->count + 1, sizeof *texts);
	size_t count = 0;

	if (fragments->count)
		qsort(fragments->at, fragments->count, sizeof *fragments->at, by_text);
	for (size_t i = 0; i < fragments->count; i++) {
		const struct fragment *fragment = &fragments->at[i];

		if (!count || strcmp(texts[count - 1], fragment->text) != 0) {
			texts[count++] = fragment->text;
			numbers_add(&at, (uint32_t)all.count);
		} else if (all.at[all.count - 1] == fragment->use) {
			continue;
		}
		numbers_add(&all, fragment->use);
	}
	numbers_add(&at, (uint32_t)all.count);
	trie_build(fragments->arena, texts, count, trie);
	*uses_at = numbers_table(&at);
	*uses = numbers_table(&all);
}
