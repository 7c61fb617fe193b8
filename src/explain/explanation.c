#include "explain/explanation.h"

#include <stdlib.h>
#include <string.h>

enum { NEAREST_MAX = 4 };

const char *const fact_names[FACT_COUNT] = {
    [FACT_CLASS] = "class",       [FACT_CATEGORY] = "category",     [FACT_OUTCOME] = "outcome",
    [FACT_RETRY] = "retry",       [FACT_ACTOR] = "actor",           [FACT_COMMANDS] = "commands",
    [FACT_ENHANCED] = "enhanced", [FACT_REFERENCES] = "references",
};

/* How far apart two codes are: the first digit counts most, then the second number, then the last. */
static long distance(const char *a, const char *b)
{
	static const long weights[] = {1000000, 1000, 1};
	long sum = 0;

	if (!strchr(a, '.')) {
		for (int i = 0; i < 3; i++)
			sum += labs((long)a[i] - b[i]) * weights[i];
		return sum;
	}
	for (int i = 0; i < 3; i++) {
		char *a_end;
		char *b_end;

		sum += labs(strtol(a, &a_end, 10) - strtol(b, &b_end, 10)) * weights[i];
		a = a_end + (*a_end == '.');
		b = b_end + (*b_end == '.');
	}
	return sum;
}

/* The known codes of the same class that are nearest to one that is not known. */
static enum status find_nearest(struct arena *arena, struct kb *kb, const char *code, struct strings *nearest,
                                struct error *error)
{
	const char **items = arena_array(arena, NEAREST_MAX + 1, sizeof *items);
	const struct strings *codes;
	size_t count = 0;

	if (kb_codes(kb, code_kind(code), &codes, error) != STATUS_OK)
		return STATUS_BAD;
	for (size_t i = 0; i < codes->count; i++) {
		size_t at = count;

		if (codes->items[i][0] != code[0])
			continue;
		while (at && distance(code, items[at - 1]) > distance(code, codes->items[i]))
			at--;
		if (at == NEAREST_MAX)
			continue;
		count += count < NEAREST_MAX;
		memmove(items + at + 1, items + at, (count - at - 1) * sizeof *items);
		items[at] = codes->items[i];
	}
	*nearest = (struct strings){.items = items, .count = count};
	return STATUS_OK;
}

enum status explanation_make(struct arena *arena, struct kb *kb, const char *code, struct explanation *explanation,
                             struct error *error)
{
	*explanation = (struct explanation){.code = arena_copy(arena, code, strlen(code))};
	if (kb_entry(kb, code, &explanation->entry, error) != STATUS_OK ||
	    kb_class(kb, code, &explanation->class, error) != STATUS_OK ||
	    kb_category(kb, code, &explanation->category, error) != STATUS_OK)
		return STATUS_BAD;
	if (explanation->entry)
		return STATUS_OK;
	return find_nearest(arena, kb, code, &explanation->nearest, error);
}

int explanation_retry(const struct explanation *explanation)
{
	if (explanation->entry)
		return explanation->entry->retry;
	return explanation->class ? explanation->class->retry : NAME_MISSING;
}

int explanation_actor(const struct explanation *explanation)
{
	if (explanation->entry)
		return explanation->entry->actor;
	return explanation->class ? explanation->class->actor : NAME_MISSING;
}

static struct strings one(struct arena *arena, const char *value)
{
	const char **items = arena_array(arena, 1, sizeof *items);

	items[0] = value;
	return (struct strings){.items = items, .count = value != NULL};
}

static const char *outcome(const char *code)
{
	static const char *const names[] = {"preliminary", "success", "continue", "temporary-failure", "permanent-failure"};

	return names[code[0] - '1'];
}

struct strings explanation_fact(struct arena *arena, const struct explanation *explanation, enum fact fact)
{
	const struct entry *entry = explanation->entry;
	int retry = explanation_retry(explanation);
	int actor = explanation_actor(explanation);

	switch (fact) {
	case FACT_CLASS:
		return one(arena, arena_printf(arena, "%cyz", explanation->code[0]));
	case FACT_CATEGORY:
		return one(arena, explanation->category ? explanation->category->code : NULL);
	case FACT_OUTCOME:
		return one(arena, outcome(explanation->code));
	case FACT_RETRY:
		return one(arena, retry == NAME_MISSING ? NULL : retry_names[retry]);
	case FACT_ACTOR:
		return one(arena, actor == NAME_MISSING ? NULL : actor_names[actor]);
	case FACT_COMMANDS:
		return entry ? entry->commands : (struct strings){0};
	case FACT_ENHANCED:
		return entry ? entry->related : (struct strings){0};
	case FACT_REFERENCES:
	case FACT_COUNT:
		break;
	}
	return entry ? entry->references : (struct strings){0};
}
