/* What a byte or a character is to the splitting of a reply into words. In the header because every byte of a reply passes
 * through it. */
#ifndef REPLYCODE_KB_LETTER_H
#define REPLYCODE_KB_LETTER_H

#include "base/text.h"

#include <string.h>

/* END: a blank or a sign that ends a piece of text. HIGH: part of a character beyond ASCII. PLAIN: any other sign. */
enum letter_kind { PLAIN, HIGH, END, DOT, COLON, AT, LETTER, DIGIT };

enum { LETTER_KINDS = 256 };

extern const uint8_t letter_kinds[LETTER_KINDS]; /* by byte */

static inline enum letter_kind letter_kind(char c)
{
	return (enum letter_kind)letter_kinds[(unsigned char)c];
}

/* Whether c is an ASCII letter or digit. */
static inline bool letter_is_plain(char c)
{
	return letter_kind(c) >= LETTER;
}

static inline bool letter_is_blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Whether a letter or digit of any script stands at the start of the n bytes (1 or more) at s; stores its length. */
static inline bool letter_is_word(const char *s, size_t n, size_t *size)
{
	uint32_t c;

	*size = 1;
	if (letter_kind(*s) != HIGH)
		return letter_is_plain(*s);
	*size = text_next(s, n, &c);
	return text_is_word(c);
}

/* The length of the apostrophe at the start of the n bytes at s: ' ` ’ ´; 0 when there is none. */
static inline size_t letter_apostrophe(const char *s, size_t n)
{
	if (n && (*s == '\'' || *s == '`'))
		return 1;
	if (n >= 3 && memcmp(s, "\xE2\x80\x99", 3) == 0)
		return 3;
	return n >= 2 && memcmp(s, "\xC2\xB4", 2) == 0 ? 2 : 0;
}

#endif
