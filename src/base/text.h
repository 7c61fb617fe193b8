/* Text in UTF-8: how wide it is, where a line may end, how it is compared, how it is shown safely. */
#ifndef REPLYCODE_BASE_TEXT_H
#define REPLYCODE_BASE_TEXT_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Where the first byte that is no valid UTF-8 stands in the n bytes at s; n when all is valid. */
size_t text_invalid_at(const char *s, size_t n);

/* Terminal columns that the n bytes of valid UTF-8 at s take. */
int text_width(const char *s, size_t n);

/* Length in bytes of the first character that a reader sees (a grapheme cluster) of the n bytes at s;
 * 0 when n is 0. */
size_t text_character(const char *s, size_t n);

/* How much of the n bytes at s belongs on a line of width columns (1 or more). Lines end where UAX 14 allows it, but
 * inside the address of a host, a page or a mailbox only where nothing else is left; a word that is wider than a whole
 * line is broken between characters. A line break in the text ends the line. Stores in *shown the length without the
 * blanks at the end. The result is at least one character. */
size_t text_line(const char *s, size_t n, int width, size_t *shown);

/* For comparing: lower case, without accents, compatibility forms unified, typographic apostrophes and blanks plain.
 * Invalid bytes become U+FFFD. */
char *text_fold(struct arena *arena, const char *s, size_t n);

/* The printer for all that does not come from data/: control characters (C0, DEL, C1, bidirectional controls, line and
 * paragraph separators, invisible format characters) and invalid bytes come out as visible, inert ASCII such as
 * \x1B, \u202E or \xFF. A line break becomes \n, a tab \t. */
char *text_visible(struct arena *arena, const char *s, size_t n);

/* Single characters, as code points. */
enum { TEXT_INVALID = 0xFFFFFF }; /* no code point: stands for a byte that is no UTF-8 */

/* The first character of the n bytes (1 or more) at s; returns its length, 1 for a byte that is no valid UTF-8. */
size_t text_next(const char *s, size_t n, uint32_t *c);

/* Writes c as UTF-8 (up to 4 bytes, no NUL); what is no code point as U+FFFD. Returns the length. */
size_t text_put(char *out, uint32_t c);

/* Writes a letter as replies are compared: lower case, Latin letters without accents, full-width forms plain. Up to 4
 * bytes, no NUL. Returns the length. */
size_t text_put_plain(char *out, uint32_t c);

bool text_is_word(uint32_t c);  /* a letter or a digit of any script */
bool text_is_blank(uint32_t c); /* white space of any kind */
bool text_is_inert(uint32_t c); /* what text_visible() leaves as it is */

/* What a terminal or file can show. */
struct charset;

/* The character set with that name, owned by the arena; text_charset_close() ends it. NULL where iconv does not know
 * the name. "UTF-8" and "ASCII" are always there. */
struct charset *text_charset_open(struct arena *arena, const char *name);
void text_charset_close(struct charset *charset);
bool text_charset_is_utf8(const struct charset *charset);

/* s with every character that the charset lacks replaced by one that says the same ("é" by "e", "«" by "\"", "≠" by
 * "!="). Still UTF-8. Returns s itself where nothing had to change. */
const char *text_adapt(struct arena *arena, struct charset *charset, const char *s);

/* The bytes of adapted text in the charset; stores their number in *out_n. Borrowed from the arena, or s itself. */
const char *text_encode(struct arena *arena, struct charset *charset, const char *s, size_t n, size_t *out_n);

#endif
