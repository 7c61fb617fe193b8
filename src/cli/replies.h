/* Replies from an input, one after the other, in bounded memory. */
#ifndef REPLYCODE_CLI_REPLIES_H
#define REPLYCODE_CLI_REPLIES_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>

struct replies_input;

/* Reads from the file descriptor fd. wait is called, with context, before each read, which may take long. */
struct replies_input *replies_input_new(struct arena *arena, int fd, void (*wait)(void *context), void *context);

/* The next reply: a line without its line break; lines that start with "550-" and those that carry them on are one.
 * Stores its length: of one that is longer than REPLY_MAX, REPLY_MAX + 1 bytes are given and the rest is left out. False
 * at the end of the input, or when it cannot be read: then *failed is an error number, else 0. Borrowed until the next
 * call. */
bool replies_input_next(struct replies_input *input, const char **reply, size_t *n, int *failed);

#endif
