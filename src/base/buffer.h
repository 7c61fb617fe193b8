/* Bytes that grow in an arena. */
#ifndef REPLYCODE_BASE_BUFFER_H
#define REPLYCODE_BASE_BUFFER_H

#include "base/arena.h"

struct buffer {
	struct arena *arena;
	char *bytes; /* NUL-terminated once something, if only nothing, was added */
	size_t used, size;
};

/* An empty buffer that holds "". */
struct buffer buffer_new(struct arena *arena);

/* Adds n bytes, or a string. */
void buffer_add(struct buffer *buffer, const char *s, size_t n);
void buffer_adds(struct buffer *buffer, const char *s);

#endif
