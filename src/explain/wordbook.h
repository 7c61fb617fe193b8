/* The words that came up in the texts so far, each with the fragments that end in it. The same words come again and
 * again, and the trie of all fragments is larger than the fast caches. */
#ifndef REPLYCODE_EXPLAIN_WORDBOOK_H
#define REPLYCODE_EXPLAIN_WORDBOOK_H

#include "kb/trie.h"

enum { WORDBOOK_HITS = 4 /* fragments that end in a word and are remembered */ };

/* What a walk through the trie that starts with the blank in front of a word comes to in it. */
struct wordbook_word {
	uint64_t start, end; /* its first and its last bytes */
	uint8_t n;           /* bytes, with the blank behind it; 0: the place is free */
	uint8_t hits;
	uint8_t ends[WORDBOOK_HITS];       /* by hit: where it ends, in bytes from the start of the word */
	uint16_t fragments[WORDBOOK_HITS]; /* by hit */
	bool goes_on;                      /* the walk does not end in it */
	uint8_t walked;                    /* bytes of the word up to place */
	struct trie_place place;           /* where the walk goes on */
};

struct wordbook;

/* For the words of a trie, which is borrowed. Owned by the arena. */
struct wordbook *wordbook_new(struct arena *arena, const struct trie *trie);

/* What there is to know of the word of n bytes (2 or more, with the blank behind it) at s. Borrowed until the next
 * call. */
const struct wordbook_word *wordbook_find(struct wordbook *book, const char *s, size_t n);

#endif
