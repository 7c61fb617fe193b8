/* Where the words of a filter stand in a text, for showing what matched. */
#ifndef REPLYCODE_TUI_MATCH_H
#define REPLYCODE_TUI_MATCH_H

#include "base/arena.h"

#include <stddef.h>

/* The words of a text, separated by blanks. The array is ended by NULL; all is owned by the arena. */
const char *const *match_words(struct arena *arena, const char *text, size_t *count);

/* Finds the first of count words in text, whatever the case and the accents. Stores the length of what was found, in
 * bytes of text, in *size: 0 where none was. Returns where it starts. */
size_t match_find(struct arena *arena, const char *text, const char *const *words, size_t count, size_t *size);

#endif
