#include "kb/trie.h"

#include <string.h>

enum { BYTES = 256 };

/* The strings from..to share their first depth bytes: they are what a node leads to. */
struct range {
	size_t from, to;
};

struct draft {
	uint32_t *first;
	uint8_t *byte;
	uint16_t *string;
	struct range *ranges;
	size_t count;
};

static void add_children(const char *const *strings, struct draft *draft, size_t node, size_t depth)
{
	struct range range = draft->ranges[node];
	size_t from = range.from;

	draft->first[node] = (uint32_t)draft->count;
	if (from < range.to && !strings[from][depth])
		draft->string[node] = (uint16_t)(++from);
	while (from < range.to) {
		size_t to = from;

		while (to < range.to && strings[to][depth] == strings[from][depth])
			to++;
		draft->byte[draft->count] = (uint8_t)strings[from][depth];
		draft->ranges[draft->count++] = (struct range){from, to};
		from = to;
	}
}

static struct u32s by_byte(struct arena *arena, const struct trie *trie, uint32_t node)
{
	uint32_t *children = arena_array(arena, BYTES, sizeof *children);

	for (int byte = 0; byte < BYTES && trie->byte.count > 1; byte++)
		children[byte] = trie_child(trie, node, (char)byte);
	return (struct u32s){.at = children, .count = BYTES};
}

void trie_build(struct arena *arena, const char *const *strings, size_t count, struct trie *trie)
{
	size_t size = 2;
	size_t depth = 0;
	size_t level_end = 1;

	for (size_t i = 0; i < count; i++)
		size += strlen(strings[i]);

	struct draft draft = {.first = arena_array(arena, size, sizeof *draft.first),
	                      .byte = arena_array(arena, size, sizeof *draft.byte),
	                      .string = arena_array(arena, size, sizeof *draft.string),
	                      .ranges = arena_array(arena, size, sizeof *draft.ranges),
	                      .count = 1};

	draft.ranges[0] = (struct range){0, count};
	for (size_t node = 0; node < draft.count; node++) {
		if (node == level_end) {
			depth++;
			level_end = draft.count;
		}
		add_children(strings, &draft, node, depth);
	}
	draft.first[draft.count] = (uint32_t)draft.count;
	*trie = (struct trie){.first = {draft.first, draft.count + 1},
	                      .byte = {draft.byte, draft.count},
	                      .string = {draft.string, draft.count}};
	trie->start = by_byte(arena, trie, 0);

	uint32_t blank = trie->start.at[' '];

	/* Without a string that starts with a blank, no word starts one. */
	trie->word = blank ? by_byte(arena, trie, blank)
	                   : (struct u32s){.at = arena_array(arena, BYTES, sizeof(uint32_t)), .count = BYTES};
}

long trie_find(const struct trie *trie, const char *s, size_t n)
{
	uint32_t node = n ? trie->start.at[(uint8_t)*s] : 0;

	for (size_t i = 1; node && i < n; i++)
		node = trie_child(trie, node, s[i]);
	return node ? (long)trie->string.at[node] - 1 : -1;
}
