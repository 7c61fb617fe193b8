/* How the words of one piece of a text are brought into normal form. A piece is what stands between blanks and the signs
 * that end one, such as brackets and commas. For kb/normal.c alone. */
#ifndef REPLYCODE_KB_NORMAL_PIECE_H
#define REPLYCODE_KB_NORMAL_PIECE_H

#include "kb/normal.h"

struct normaliser {
	const struct trie *ignored;
	const char *s; /* the text */
	size_t n;
	char *out;
	size_t used;
	struct normal_word *words;
	size_t count;
	bool ascii;
};

/* Follows a word that looks like a host name. */
extern const char normal_host[sizeof "~host"];

/* Appends the characters from..to of the text in their plain form. */
void normal_fold(struct normaliser *normaliser, size_t from, size_t to);

/* Appends the words of the piece from..to of the text; dots tells whether it holds dots. */
void normal_add_piece(struct normaliser *normaliser, size_t from, size_t to, bool dots);

/* The same for a piece of nothing but letters and digits, the first one a letter: most pieces are such. */
void normal_add_simple_piece(struct normaliser *normaliser, size_t from, size_t to);

#endif
