/* A set of strings in which all that starts at a place of a text is found in one walk. */
#ifndef REPLYCODE_KB_TRIE_H
#define REPLYCODE_KB_TRIE_H

#include "base/arena.h"
#include "kb/table.h"

#include <stdbool.h>

/* A double-array trie (Aoe 1989). A node is a cell; its child for a byte is the cell at its base plus the byte, where
 * that cell's byte says so. No two nodes have the same base, so that the byte alone is proof. Where a single string is
 * left, what is left of it stands in one piece, its tail. A walk from one place of a text is never longer than the
 * longest string: hostile text cannot make it slow. */
struct trie {
	struct u32s
	    cells; /* by cell: its byte; whether a string ends there; its base, or where its tail starts, 0 for none */
	struct u32s strings; /* by cell: the number of the string that ends there, or in its tail */
	struct u32s tails; /* four bytes each, the first in the lowest bits; a zero byte ends a tail; the first is unused */
};

enum { TRIE_STRINGS_MAX = 65534, TRIE_ROOT = 0, TRIE_BYTE = 0xFF, TRIE_END = 0x100, TRIE_TAIL = 0x200, TRIE_BASE = 10 };

/* Where a walk stands; all zero at the start. */
struct trie_place {
	uint32_t node;
	uint32_t tail; /* the next byte of its tail; 0: before it */
};

/* Builds the trie of count (up to TRIE_STRINGS_MAX) strings, of no more than 2 million bytes, which must be ascending
 * (strcmp), different and not empty. Owned by the arena. */
void trie_build(struct arena *arena, const char *const *strings, size_t count, struct trie *trie);

/* The number of the string of n bytes at s; -1 when it is not in the set. */
long trie_find(const struct trie *trie, const char *s, size_t n);

static inline char trie_tail(const struct trie *trie, uint32_t at)
{
	return (char)(trie->tails.at[at / 4] >> at % 4 * 8);
}

/* Goes on by a byte other than 0; returns false when no string goes on so, and the walk is over. In the header because
 * every byte of a reply passes through it. */
static inline bool trie_step(const struct trie *trie, struct trie_place *place, char byte)
{
	if (!place->tail) {
		uint32_t cell = trie->cells.at[place->node];
		uint32_t child = (cell >> TRIE_BASE) + (uint8_t)byte;

		if (!(cell & TRIE_TAIL)) {
			place->node = child;
			return (trie->cells.at[child] & TRIE_BYTE) == (uint8_t)byte && byte;
		}
		place->tail = cell >> TRIE_BASE;
	}
	return byte && trie_tail(trie, place->tail++) == byte;
}

/* Whether a string ends here: then trie_string() is its number. */
static inline bool trie_ends(const struct trie *trie, const struct trie_place *place)
{
	return place->tail ? !trie_tail(trie, place->tail) : trie->cells.at[place->node] & TRIE_END;
}

static inline uint32_t trie_string(const struct trie *trie, const struct trie_place *place)
{
	return trie->strings.at[place->node];
}

#endif
