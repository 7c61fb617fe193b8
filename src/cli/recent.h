/* The lines that were printed for recent replies. Logs repeat themselves: a refused message is tried again, and one
 * message goes to many. */
#ifndef REPLYCODE_CLI_RECENT_H
#define REPLYCODE_CLI_RECENT_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>

struct recent;

struct recent *recent_new(struct arena *arena);

/* What was kept for the same n bytes; NULL when nothing was. Stores its length, and the flag that was kept with it.
 * Borrowed until the next recent_keep(). */
const char *recent_find(struct recent *recent, const char *reply, size_t n, size_t *size, bool *flag);

/* Keeps the size bytes at line for the n bytes at reply, instead of some older ones, once the same reply has come twice.
 * What is long is not kept. */
void recent_keep(struct recent *recent, const char *reply, size_t n, const char *line, size_t size, bool flag);

#endif
