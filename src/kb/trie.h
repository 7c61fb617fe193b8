/* A set of strings in which all that starts at a place of a text is found in one walk. */
#ifndef REPLYCODE_KB_TRIE_H
#define REPLYCODE_KB_TRIE_H

#include "base/arena.h"
#include "kb/table.h"

#include <stdbool.h>

/* A double-array trie (Aoe 1989). A node is a cell; its child for a byte is the cell at its base plus the byte, where
 * that cell's byte says so. No two nodes have the same base, so that the byte alone is proof. A walk from one place of a
 * text is never longer than the longest string: hostile text cannot make it slow. */
struct trie {
	/* Two numbers a cell, side by side in memory: its base (0: no child); its byte, and above that the number of the
	 * string that ends there, plus 1. */
	struct u32s cells;
};

enum { TRIE_STRINGS_MAX = 65534, TRIE_ROOT = 0, TRIE_BYTE = 0xFF, TRIE_STRING = 8 };

/* Builds the trie of count (up to TRIE_STRINGS_MAX) strings, which must be ascending (strcmp), different and not
 * empty. Owned by the arena. */
void trie_build(struct arena *arena, const char *const *strings, size_t count, struct trie *trie);

/* The number of the string of n bytes at s; -1 when it is not in the set. */
long trie_find(const struct trie *trie, const char *s, size_t n);

/* Goes from a node to its child for a byte other than 0; stays where it is and returns false when there is none. In the
 * header because every byte of a reply passes through it. */
static inline bool trie_step(const struct trie *trie, uint32_t *node, char byte)
{
	uint32_t child = trie->cells.at[2 * *node] + (uint8_t)byte;

	if ((trie->cells.at[2 * child + 1] & TRIE_BYTE) != (uint8_t)byte || !byte)
		return false;
	*node = child;
	return true;
}

/* The number of the string that ends at a node, plus 1; 0 where none does. */
static inline uint32_t trie_string(const struct trie *trie, uint32_t node)
{
	return trie->cells.at[2 * node + 1] >> TRIE_STRING;
}

#endif
