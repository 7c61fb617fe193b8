/* Fragments while rules are being compiled: each with all that it counts for. */
#ifndef REPLYCODE_KB_FRAGMENTS_H
#define REPLYCODE_KB_FRAGMENTS_H

#include "kb/trie.h"

/* Numbers that grow in an arena. */
struct numbers {
	struct arena *arena;
	uint32_t *at;
	size_t count, size;
};

void numbers_add(struct numbers *numbers, uint32_t number);

/* The numbers as a table. */
struct u32s numbers_table(const struct numbers *numbers);

struct fragment {
	const char *text;
	uint32_t use;
};

struct fragments {
	struct arena *arena;
	struct fragment *at;
	size_t count, size;
};

/* Notes that the fragment, which must live as long as the arena, counts for use. Saying so twice is the same as once. */
void fragments_add(struct fragments *fragments, const char *text, uint32_t use);

/* Builds the trie of the fragments and the table of what each counts for: those of fragment i stand in uses from
 * uses_at[i] to uses_at[i + 1]. */
void fragments_build(struct fragments *fragments, struct trie *trie, struct u32s *uses_at, struct u32s *uses);

#endif
