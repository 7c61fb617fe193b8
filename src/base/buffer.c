#include "base/buffer.h"

#include <string.h>

struct buffer buffer_new(struct arena *arena)
{
	struct buffer buffer = {.arena = arena};

	buffer_add(&buffer, "", 0);
	return buffer;
}

void buffer_add(struct buffer *buffer, const char *s, size_t n)
{
	if (buffer->size - buffer->used <= n) {
		size_t size = (buffer->used + n + 32) * 2;
		char *bytes = arena_room(buffer->arena, size);

		if (buffer->used)
			memcpy(bytes, buffer->bytes, buffer->used);
		buffer->bytes = bytes;
		buffer->size = size;
	}
	if (n)
		memcpy(buffer->bytes + buffer->used, s, n);
	buffer->used += n;
	buffer->bytes[buffer->used] = '\0';
}

void buffer_adds(struct buffer *buffer, const char *s)
{
	buffer_add(buffer, s, strlen(s));
}
