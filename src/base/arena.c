#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifndef ARENA_CHUNK
#define ARENA_CHUNK ((size_t)16 * 1024)
#endif

struct chunk {
	struct chunk *next;
	size_t size;
	size_t used;
	alignas(max_align_t) unsigned char bytes[];
};

struct arena {
	arena_exhausted *exhausted;
	struct chunk *chunks; /* newest first */
};

void arena_exhaust(struct arena *arena)
{
	arena->exhausted();
	abort();
}

struct arena *arena_new(arena_exhausted *exhausted)
{
	struct arena *arena = malloc(sizeof *arena);

	if (!arena) {
		exhausted();
		abort();
	}
	*arena = (struct arena){.exhausted = exhausted};
	return arena;
}

void arena_free(struct arena *arena)
{
	if (!arena)
		return;
	for (struct chunk *chunk = arena->chunks, *next; chunk; chunk = next) {
		next = chunk->next;
		free(chunk);
	}
	free(arena);
}

void arena_reset(struct arena *arena)
{
	struct chunk *chunk = arena->chunks;

	while (chunk && chunk->next) {
		struct chunk *next = chunk->next;

		free(chunk);
		chunk = next;
	}
	if (chunk)
		chunk->used = 0;
	arena->chunks = chunk;
}

void *arena_room(struct arena *arena, size_t size)
{
	const size_t align = alignof(max_align_t);
	struct chunk *chunk = arena->chunks;

	if (size > SIZE_MAX / 2)
		arena_exhaust(arena);
	size = (size + align - 1) / align * align;
	if (!chunk || chunk->size - chunk->used < size) {
		size_t want = size > ARENA_CHUNK ? size : ARENA_CHUNK;

		chunk = malloc(sizeof *chunk + want);
		if (!chunk)
			arena_exhaust(arena);
		*chunk = (struct chunk){.next = arena->chunks, .size = want};
		arena->chunks = chunk;
	}

	void *memory = chunk->bytes + chunk->used;

	chunk->used += size;
	return memory;
}

void *arena_alloc(struct arena *arena, size_t size)
{
	return memset(arena_room(arena, size), 0, size);
}

void *arena_array(struct arena *arena, size_t count, size_t size)
{
	if (size && count > SIZE_MAX / size)
		arena_exhaust(arena);
	return arena_alloc(arena, count * size);
}

char *arena_copy(struct arena *arena, const char *s, size_t n)
{
	char *copy = arena_room(arena, n + 1);

	if (n)
		memcpy(copy, s, n);
	copy[n] = '\0';
	return copy;
}

char *arena_printf(struct arena *arena, const char *format, ...)
{
	va_list args;
	va_list again;

	va_start(args, format);
	va_copy(again, args);

	int length = vsnprintf(NULL, 0, format, args);

	va_end(args);
	if (length < 0)
		arena_exhaust(arena);

	char *text = arena_room(arena, (size_t)length + 1);

	vsnprintf(text, (size_t)length + 1, format, again);
	va_end(again);
	return text;
}
