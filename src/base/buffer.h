/* Bytes that grow in an arena. */
#ifndef REPLYCODE_BASE_BUFFER_H
#define REPLYCODE_BASE_BUFFER_H

#include "base/arena.h"

#include <string.h>

struct buffer {
	struct arena *arena;
	char *bytes; /* NUL-terminated once something, if only nothing, was added */
	size_t used, size;
};

/* An empty buffer that holds "". */
struct buffer buffer_new(struct arena *arena);

/* Makes room for n bytes more and the NUL. */
void buffer_grow(struct buffer *buffer, size_t n);

/* Adds n bytes. In the header so that what is short and of a known length is no call. */
static inline void buffer_add(struct buffer *buffer, const char *s, size_t n)
{
	if (buffer->size - buffer->used <= n)
		buffer_grow(buffer, n);
	if (n)
		memcpy(buffer->bytes + buffer->used, s, n);
	buffer->used += n;
	buffer->bytes[buffer->used] = '\0';
}

/* Adds a string. */
void buffer_adds(struct buffer *buffer, const char *s);

#endif
