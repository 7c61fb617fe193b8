/* The words of a reply, brought into the one form in which replies and rules are compared:
 *
 *   "550 5.1.1 <ann@example.org>: User doesn't exist at mx.example.org!"  ->  " user does not exist at .mx.example.org~host "
 *
 * Lower case without accents, one blank between words and at both ends. Left out: addresses, IP addresses, codes, and
 * words that say nothing ("the", "votre"). A word with dots inside stays whole, behind a dot, and "~host" follows one
 * that looks like a host name. "n't" is the word "not"; "authorised" is spelt "authorized". */
#ifndef REPLYCODE_KB_NORMAL_H
#define REPLYCODE_KB_NORMAL_H

#include "kb/trie.h"

#include <stdbool.h>

/* Where a word of the normal form came from. */
struct normal_word {
	uint32_t at;       /* of its first byte in the normal form */
	uint32_t from, to; /* in the text that was normalised, in bytes */
};

enum { NORMAL_ZEROS = 4 };

struct normal {
	const char *text; /* NORMAL_ZEROS zero bytes follow it; " " when no word is left */
	size_t size;
	bool ascii; /* every byte of it is one character */
	const struct normal_word *words;
	size_t count;
};

/* Brings the n bytes of valid UTF-8 at s (fewer than 1 GiB) into normal form, without the words in ignored. Owned by the
 * arena. */
struct normal normalise(struct arena *arena, const struct trie *ignored, const char *s, size_t n);

/* The word that holds the byte at of the normal form; NULL when there is none. */
const struct normal_word *normal_word_at(const struct normal *normal, size_t at);

/* A fragment of a rule in normal form. It starts at the start of a word and ends anywhere, or at the end of a word when
 * "~" follows it or its last word has up to three Latin letters. "HOST" at its start stands for any host name. A single
 * word with "/", "=", "?" or a dot inside, or that starts with a dot, may start at any part of a word with dots; one in a
 * script without blanks, anywhere. "" when no word is left of it. Owned by the arena. */
const char *normal_fragment(struct arena *arena, const struct trie *ignored, const char *fragment);

#endif
