#include "base/buffer.h"

struct buffer buffer_new(struct arena *arena)
{
	struct buffer buffer = {.arena = arena};

	buffer_add(&buffer, "", 0);
	return buffer;
}

void buffer_grow(struct buffer *buffer, size_t n)
{
	size_t size = (buffer->used + n + 32) * 2;
	char *bytes = arena_room(buffer->arena, size);

	if (buffer->used)
		memcpy(bytes, buffer->bytes, buffer->used);
	buffer->bytes = bytes;
	buffer->size = size;
}

void buffer_adds(struct buffer *buffer, const char *s)
{
	buffer_add(buffer, s, strlen(s));
}
