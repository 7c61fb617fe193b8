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
	struct u32s cells;   /* by cell: its byte; whether a string ends there; its base, 0 for no child */
	struct u32s strings; /* by cell: the number of the string that ends there */
};

enum { TRIE_STRINGS_MAX = 65534, TRIE_ROOT = 0, TRIE_BYTE = 0xFF, TRIE_END = 0x100, TRIE_BASE = 9 };

/* Builds the trie of count (up to TRIE_STRINGS_MAX) strings, of no more than 4 million bytes, which must be ascending (strcmp), different and not
 * empty. Owned by the arena. */
void trie_build(struct arena *arena, const char *const *strings, size_t count, struct trie *trie);

/* The number of the string of n bytes at s; -1 when it is not in the set. */
long trie_find(const struct trie *trie, const char *s, size_t n);

/* Goes from a node to its child for a byte other than 0; stays where it is and returns false when there is none. In the
 * header because every byte of a reply passes through it. */
static inline bool trie_step(const struct trie *trie, uint32_t *node, char byte)
{
	uint32_t child = (trie->cells.at[*node] >> TRIE_BASE) + (uint8_t)byte;

	if ((trie->cells.at[child] & TRIE_BYTE) != (uint8_t)byte || !byte)
		return false;
	*node = child;
	return true;
}

/* Whether a string ends at a node: then trie->strings.at[node] is its number. */
static inline bool trie_ends(const struct trie *trie, uint32_t node)
{
	return trie->cells.at[node] & TRIE_END;
}

#endif
