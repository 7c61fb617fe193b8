/* A set of strings in which all that starts at a place of a text is found in one walk. */
#ifndef REPLYCODE_KB_TRIE_H
#define REPLYCODE_KB_TRIE_H

#include "base/arena.h"
#include "kb/table.h"

/* Nodes are numbered so that the children of a node are neighbours; the root is 0. A walk from one place of a text is
 * never longer than the longest string: hostile text cannot make it slow. */
struct trie {
	struct u32s first;  /* by node: its first child; the children end where those of the next node begin */
	struct u8s byte;    /* by node: the byte that leads to it */
	struct u16s string; /* by node: the number of the string that ends there, plus 1; 0 where none does */
	struct u32s start;  /* by byte: the root's child, 0 for none */
	struct u32s word;   /* by byte: the child of the node for " ", 0 for none */
};

enum { TRIE_STRINGS_MAX = 65534 };

/* Builds the trie of count (up to TRIE_STRINGS_MAX) strings, which must be ascending (strcmp), different and not
 * empty. Owned by the arena. */
void trie_build(struct arena *arena, const char *const *strings, size_t count, struct trie *trie);

/* The number of the string of n bytes at s; -1 when it is not in the set. */
long trie_find(const struct trie *trie, const char *s, size_t n);

/* The child of a node for a byte; 0 for none. In the header because every byte of a reply passes through it. */
static inline uint32_t trie_child(const struct trie *trie, uint32_t node, char byte)
{
	uint32_t end = trie->first.at[node + 1];

	for (uint32_t child = trie->first.at[node]; child < end; child++)
		if (trie->byte.at[child] == (uint8_t)byte)
			return child;
	return 0;
}

#endif
