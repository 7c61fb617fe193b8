/* Finding entries by words, in the language of the reader and in English. */
#ifndef REPLYCODE_KB_SEARCH_H
#define REPLYCODE_KB_SEARCH_H

#include "kb/kb.h"

/* An entry that matched. */
struct search_hit {
	const struct entry *entry; /* in the reader's language */
	const char *matched;       /* the sentence or line in which the words were found */
	int score;                 /* the higher, the better */
};

struct search_hits {
	struct search_hit *items; /* best first; by code where the scores are equal */
	size_t count;
};

/* The texts of a knowledge base, folded once for many searches. */
struct search;

/* Reads the entries of kb, and those of english where that is another: of one kind (CODE_BASIC, CODE_ENHANCED), or of
 * both (CODE_NONE). */
enum status search_open(struct arena *arena, struct kb *kb, struct kb *english, enum code_kind kind,
                        struct search **opened, struct error *error);

/* The entries that hold every one of count words, in any of their texts, whatever the case and the accents. A word that
 * is a code or a pattern (55x) matches the code. With no word, every entry. Owned by the arena. */
struct search_hits search_find(struct arena *arena, const struct search *search, const char *const *words,
                               size_t count);

#endif
