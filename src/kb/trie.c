#include "kb/trie.h"

#include <string.h>

enum { BYTES = 256, SEARCH_MAX = 512 };

/* A node whose children are still to be placed: the strings from..to share its first depth bytes. */
struct task {
	uint32_t node;
	size_t from, to, depth;
};

struct draft {
	struct arena *arena;
	uint32_t *cells, *strings;
	bool *taken;       /* by cell: it is somebody's child */
	bool *used;        /* by base */
	size_t size;       /* cells that there is room for */
	size_t first_free; /* where the search for free cells begins */
	size_t end;        /* behind the last cell that is taken */
	uint32_t *tails;
	uint32_t tail_end;
};

static bool fits(const struct draft *draft, size_t base, const uint8_t *bytes, size_t count)
{
	if (draft->used[base])
		return false;
	for (size_t i = 0; i < count; i++)
		if (draft->taken[base + bytes[i]])
			return false;
	return true;
}

static void *grow(struct arena *arena, const void *old, size_t from, size_t to, size_t size)
{
	char *new = arena_array(arena, to, size);

	if (from)
		memcpy(new, old, from * size);
	return new;
}

/* Makes room for two rows behind the last cell. */
static void reserve(struct draft *draft)
{
	size_t size = draft->size * 2 + 4 * BYTES;

	if (draft->size >= draft->end + 2 * BYTES)
		return;
	draft->cells = grow(draft->arena, draft->cells, draft->size, size, sizeof *draft->cells);
	draft->strings = grow(draft->arena, draft->strings, draft->size, size, sizeof *draft->strings);
	draft->taken = grow(draft->arena, draft->taken, draft->size, size, sizeof *draft->taken);
	draft->used = grow(draft->arena, draft->used, draft->size, size, sizeof *draft->used);
	draft->size = size;
}

/* The lowest base at which all the children find a free cell; that of the end always is one. */
static size_t find_base(struct draft *draft, const uint8_t *bytes, size_t count)
{
	size_t start;
	size_t base;

	reserve(draft);
	while (draft->taken[draft->first_free])
		draft->first_free++;
	/* Base 0 means that there is no child. */
	start = base = draft->first_free > bytes[0] ? draft->first_free - bytes[0] : 1;
	while (base < draft->end && !fits(draft, base, bytes, count))
		base++;
	/* The few cells that are still free down there are not worth the search. */
	if (base - start > SEARCH_MAX)
		draft->first_free = base;
	return base;
}

/* Whether one string alone is left at a node, and goes on: then it becomes the node's tail. */
static bool add_tail(struct draft *draft, const char *const *strings, const struct task *task)
{
	const char *left = strings[task->from] + task->depth;

	if (task->to - task->from != 1 || !*left)
		return false;
	draft->cells[task->node] |= TRIE_TAIL | draft->tail_end << TRIE_BASE;
	draft->strings[task->node] = (uint32_t)task->from;
	do {
		draft->tails[draft->tail_end / 4] |= (uint32_t)(uint8_t)*left << draft->tail_end % 4 * 8;
		draft->tail_end++;
	} while (*left++);
	return true;
}

static void place(struct draft *draft, const char *const *strings, const struct task *task, struct task *tasks,
                  size_t *task_count)
{
	uint8_t bytes[BYTES];
	size_t starts[BYTES + 1];
	size_t count = 0;
	size_t from = task->from;
	size_t base;

	if (from < task->to && add_tail(draft, strings, task))
		return;
	if (from < task->to && !strings[from][task->depth]) {
		draft->cells[task->node] |= TRIE_END;
		draft->strings[task->node] = (uint32_t)from++;
	}
	for (size_t i = from; i < task->to; i++)
		if (!count || bytes[count - 1] != (uint8_t)strings[i][task->depth]) {
			bytes[count] = (uint8_t)strings[i][task->depth];
			starts[count++] = i;
		}
	if (!count)
		return;
	starts[count] = task->to;
	base = find_base(draft, bytes, count);
	draft->used[base] = true;
	draft->cells[task->node] |= (uint32_t)base << TRIE_BASE;
	for (size_t i = 0; i < count; i++) {
		uint32_t child = (uint32_t)base + bytes[i];

		draft->taken[child] = true;
		draft->cells[child] = bytes[i];
		if (child >= draft->end)
			draft->end = child + 1;
		tasks[(*task_count)++] = (struct task){child, starts[i], starts[i + 1], task->depth + 1};
	}
}

void trie_build(struct arena *arena, const char *const *strings, size_t count, struct trie *trie)
{
	size_t letters = 1;
	size_t task_count = 1;
	struct task *tasks;
	struct draft draft = {.arena = arena, .end = 1, .tail_end = 1};

	for (size_t i = 0; i < count; i++)
		letters += strlen(strings[i]) + 1;
	reserve(&draft);
	tasks = arena_array(arena, letters + 1, sizeof *tasks);
	draft.tails = arena_array(arena, letters / 4 + 1, sizeof *draft.tails);
	draft.taken[TRIE_ROOT] = true;
	tasks[0] = (struct task){TRIE_ROOT, 0, count, 0};
	/* The last first: what follows one another in a string then stands side by side in memory. */
	while (task_count) {
		struct task task = tasks[--task_count];

		place(&draft, strings, &task, tasks, &task_count);
	}
	reserve(&draft);
	/* A step may look up to a row behind the last cell. */
	trie->cells = (struct u32s){.at = draft.cells, .count = draft.end + BYTES};
	trie->strings = (struct u32s){.at = draft.strings, .count = draft.end};
	trie->tails = (struct u32s){.at = draft.tails, .count = draft.tail_end / 4 + 1};
}

long trie_find(const struct trie *trie, const char *s, size_t n)
{
	struct trie_place place = {0};

	for (size_t i = 0; i < n; i++)
		if (!trie_step(trie, &place, s[i]))
			return -1;
	return trie_ends(trie, &place) ? (long)trie_string(trie, &place) : -1;
}
