#include "cli/recent.h"

#include <stdint.h>
#include <string.h>

enum { SLOTS = 1024, REPLY_ROOM = 512, LINE_ROOM = 2048 };

struct slot {
	size_t n, size;
	bool flag;
	char reply[REPLY_ROOM];
	char line[LINE_ROOM];
};

struct recent {
	struct arena *arena;
	uint64_t hash;             /* of the reply that was looked up last */
	uint64_t seen[SLOTS];      /* the hash of the last reply that came to the slot */
	struct slot *slots[SLOTS]; /* NULL until a line is kept there */
};

struct recent *recent_new(struct arena *arena)
{
	struct recent *recent = arena_alloc(arena, sizeof *recent);

	recent->arena = arena;
	return recent;
}

/* FNV-1a, eight bytes at a time. */
static uint64_t hash_of(const char *s, size_t n)
{
	uint64_t hash = 0xCBF29CE484222325U ^ n;
	uint64_t word = 0;

	for (; n >= sizeof word; s += sizeof word, n -= sizeof word) {
		memcpy(&word, s, sizeof word);
		hash = (hash ^ word) * 0x100000001B3U;
		hash ^= hash >> 32;
	}
	word = 0;
	memcpy(&word, s, n);
	hash = (hash ^ word) * 0x9E3779B97F4A7C15U;
	return hash ^ hash >> 32;
}

const char *recent_find(struct recent *recent, const char *reply, size_t n, size_t *size, bool *flag)
{
	const struct slot *slot;

	if (n > REPLY_ROOM)
		return NULL;
	recent->hash = hash_of(reply, n);
	slot = recent->slots[recent->hash % SLOTS];
	if (!slot || slot->n != n || memcmp(slot->reply, reply, n) != 0)
		return NULL;
	*size = slot->size;
	*flag = slot->flag;
	return slot->line;
}

void recent_keep(struct recent *recent, const char *reply, size_t n, const char *line, size_t size, bool flag)
{
	uint64_t hash = recent->hash;
	struct slot **slot;

	if (n > REPLY_ROOM || size > LINE_ROOM)
		return;
	/* Most replies come once: only what comes again is worth the memory that it would push out of the caches. */
	if (recent->seen[hash % SLOTS] != hash) {
		recent->seen[hash % SLOTS] = hash;
		return;
	}
	slot = &recent->slots[hash % SLOTS];
	if (!*slot)
		*slot = arena_alloc(recent->arena, sizeof **slot);
	(*slot)->n = n;
	(*slot)->size = size;
	(*slot)->flag = flag;
	memcpy((*slot)->reply, reply, n);
	memcpy((*slot)->line, line, size);
}
