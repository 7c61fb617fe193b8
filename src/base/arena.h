/* Memory that is built together and dies together. */
#ifndef REPLYCODE_BASE_ARENA_H
#define REPLYCODE_BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

struct arena;

/* Called when memory runs out. It must not return. */
typedef void arena_exhausted(void);

/* A new, empty arena; the caller frees it with arena_free().
 * exhausted is called, instead of returning NULL, whenever this arena cannot be served. */
struct arena *arena_new(arena_exhausted *exhausted);

/* Frees the arena and all that was taken from it. NULL is allowed. */
void arena_free(struct arena *arena);

/* Forgets all that was taken from the arena, and keeps its first chunk for what comes next. */
void arena_reset(struct arena *arena);

/* size bytes, zeroed and aligned for any type. Never NULL. Owned by the arena. */
void *arena_alloc(struct arena *arena, size_t size);

/* The same, but with bytes of any value: for text that is written at once. */
void *arena_room(struct arena *arena, size_t size);

/* count elements of size bytes, zeroed; a product that overflows counts as exhausted memory. */
void *arena_array(struct arena *arena, size_t count, size_t size);

/* A copy of the n bytes at s, with a NUL behind them. */
char *arena_copy(struct arena *arena, const char *s, size_t n);

/* printf into the arena. */
char *arena_printf(struct arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* For libraries that allocate by themselves and report failure with NULL: ends as the arena would. */
void arena_exhaust(struct arena *arena) __attribute__((noreturn));

#endif
