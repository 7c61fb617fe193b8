/* What people paste, freed of what mail programs, logs and web pages did to it on the way. */
#ifndef REPLYCODE_EXPLAIN_CLEAN_H
#define REPLYCODE_EXPLAIN_CLEAN_H

#include "base/arena.h"

#include <stddef.h>

/* The n bytes at s as valid UTF-8 without NUL. Bytes that are no UTF-8 are read as Windows-1252; HTML entities, remains
 * of quoted-printable (=C3=A9) and UTF-8 that was taken for Latin-1 (Ã©) become the characters they stand for; a line
 * break written as \n becomes blanks, and so does each "_" of a log of qmail. Stores the length. Returns s itself where
 * nothing has to change, else memory of the arena. */
const char *clean_text(struct arena *arena, const char *s, size_t n, size_t *size);

#endif
