#include "explain/comparison.h"

#include <string.h>

static bool same(const struct strings *a, const struct strings *b)
{
	if (a->count != b->count)
		return false;
	for (size_t i = 0; i < a->count; i++)
		if (strcmp(a->items[i], b->items[i]) != 0)
			return false;
	return true;
}

static bool fact_differs(struct arena *arena, const struct comparison *comparison, enum fact fact)
{
	struct strings first = explanation_fact(arena, &comparison->codes[0], fact);

	for (size_t i = 1; i < comparison->count; i++) {
		struct strings other = explanation_fact(arena, &comparison->codes[i], fact);

		if (!same(&first, &other))
			return true;
	}
	return false;
}

static const char *join(struct arena *arena, const struct strings *strings, const char *between)
{
	const char *joined = "";

	for (size_t i = 0; i < strings->count; i++)
		joined = arena_printf(arena, "%s%s%s", joined, i ? between : "", strings->items[i]);
	return joined;
}

/* A whole sentence that says what the fact is for this code, naming the code. */
static const char *say(struct arena *arena, struct lang *lang, const struct explanation *explanation, enum fact fact)
{
	struct strings values = explanation_fact(arena, explanation, fact);
	const char *key = arena_printf(arena, "says.%s", fact_names[fact]);

	if (!values.count)
		key = arena_printf(arena, "%s-none", key);
	else if (fact == FACT_RETRY || fact == FACT_ACTOR)
		key = arena_printf(arena, "%s-%s", key, values.items[0]);
	else if (fact == FACT_COMMANDS && strcmp(values.items[values.count - 1], "ANY") == 0)
		key = "says.commands-any";
	else if (fact == FACT_COMMANDS) {
		const char **names = arena_array(arena, values.count, sizeof *names);

		for (size_t i = 0; i < values.count; i++)
			names[i] = lang_name(lang, "stage", values.items[i]);
		values.items = names;
	}
	return lang_format(arena, lang, key, explanation->code, join(arena, &values, ", "), NULL);
}

static const char *say_standing(struct arena *arena, struct lang *lang, const struct explanation *explanation)
{
	const char *standing = explanation->entry ? standing_names[explanation->entry->standing] : "unknown";

	return lang_format(arena, lang, arena_printf(arena, "says.standing-%s", standing), explanation->code, NULL, NULL);
}

/* One text with a sentence for each code. */
static const char *say_all(struct arena *arena, struct lang *lang, const struct comparison *comparison, enum fact fact)
{
	const char *text = "";

	for (size_t i = 0; i < comparison->count; i++)
		text = arena_printf(arena, "%s%s%s", text, i ? " " : "", say(arena, lang, &comparison->codes[i], fact));
	return text;
}

static bool standing_differs(const struct comparison *comparison)
{
	for (size_t i = 0; i < comparison->count; i++) {
		const struct entry *first = comparison->codes[0].entry;
		const struct entry *other = comparison->codes[i].entry;

		if (!first != !other || (first && first->standing != other->standing))
			return true;
	}
	return false;
}

static const char *compose_summary(struct arena *arena, struct lang *lang, const struct comparison *comparison)
{
	const struct explanation *a = &comparison->codes[0];
	const struct explanation *b = &comparison->codes[1];

	if (comparison->count > 2 && !comparison->differs[FACT_RETRY] && explanation_retry(a) != NAME_MISSING)
		return lang_text(lang, arena_printf(arena, "says.all-retry-%s", retry_names[explanation_retry(a)]));
	if (comparison->count > 2)
		return say_all(arena, lang, comparison, FACT_RETRY);
	if (a->code[0] > b->code[0]) {
		const struct explanation *swap = a;

		a = b;
		b = swap;
	}
	return lang_format(arena, lang, arena_printf(arena, "versus.%c%c", a->code[0], b->code[0]), a->code, b->code, NULL);
}

static void compose(struct arena *arena, struct lang *lang, struct comparison *comparison)
{
	static const enum fact told[] = {FACT_RETRY, FACT_ACTOR, FACT_COMMANDS, FACT_ENHANCED};
	enum { TOLD = sizeof told / sizeof *told };
	const char **differences = arena_array(arena, TOLD + 2, sizeof *differences);
	const char **which = arena_array(arena, comparison->count, sizeof *which);
	size_t count = 0;

	for (size_t i = 0; i < TOLD; i++)
		/* The summary of three or four codes tells the retries already. */
		if (comparison->differs[told[i]] && !(told[i] == FACT_RETRY && comparison->count > 2))
			differences[count++] = say_all(arena, lang, comparison, told[i]);
	if (standing_differs(comparison)) {
		const char *text = "";

		for (size_t i = 0; i < comparison->count; i++)
			text = arena_printf(arena, "%s%s%s", text, i ? " " : "", say_standing(arena, lang, &comparison->codes[i]));
		differences[count++] = text;
	}
	if (!count)
		differences[count++] = lang_text(lang, "says.all-same");
	for (size_t i = 0; i < comparison->count; i++) {
		const struct explanation *explanation = &comparison->codes[i];

		which[i] = explanation->entry ? explanation->entry->applies
		                              : lang_format(arena, lang, "says.which-unknown", explanation->code, NULL, NULL);
	}
	comparison->summary = compose_summary(arena, lang, comparison);
	comparison->differences = (struct strings){.items = differences, .count = count};
	comparison->which = (struct strings){.items = which, .count = comparison->count};
}

enum status comparison_make(struct arena *arena, struct kb *kb, struct lang *lang, const char *const *codes,
                            size_t count, struct comparison *comparison, struct error *error)
{
	const struct pair *pair = NULL;

	*comparison = (struct comparison){.count = count};
	for (size_t i = 0; i < count; i++)
		if (explanation_make(arena, kb, codes[i], &comparison->codes[i], error) != STATUS_OK)
			return STATUS_BAD;
	for (int fact = 0; fact < FACT_COUNT; fact++)
		comparison->differs[fact] = fact_differs(arena, comparison, (enum fact)fact);
	if (count == 2 && kb_pair(kb, codes[0], codes[1], &pair, error) != STATUS_OK)
		return STATUS_BAD;
	if (pair) {
		comparison->summary = pair->summary;
		comparison->differences = pair->differences;
		comparison->which = pair->which;
	} else {
		compose(arena, lang, comparison);
	}
	return STATUS_OK;
}
