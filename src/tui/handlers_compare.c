#include "tui/handlers.h"

#include <string.h>

static void compare(struct model *model, const char *a, const char *b)
{
	set_code(model->pair[0], a);
	set_code(model->pair[1], b);
	model->side = 1;
	reset_mode(model, MODE_COMPARE);
}

void handle_compare(struct model *model, enum action action)
{
	struct subject subject = model_subject(model);

	(void)action;
	if (model_mode(model) == MODE_COMPARE)
		return;
	if (model->mark_count == 2)
		compare(model, model->marks[0], model->marks[1]);
	else if (model->mark_count == 1 && subject.kind == SUBJECT_CODE && strcmp(subject.codes[0], model->marks[0]) != 0)
		compare(model, model->marks[0], subject.codes[0]);
	else
		notify(model, model->mark_count ? "tui.mark-another" : "tui.mark-first", NULL, NULL);
}

void handle_swap(struct model *model, enum action action)
{
	char swap[CODE_SIZE];

	(void)action;
	memcpy(swap, model->pair[0], sizeof swap);
	memcpy(model->pair[0], model->pair[1], sizeof swap);
	memcpy(model->pair[1], swap, sizeof swap);
}

void handle_side(struct model *model, enum action action)
{
	(void)action;
	model->side = !model->side;
}

/* The code that follows, or comes before, among all of its kind; the other code of the pair is left out. */
void handle_change(struct model *model, enum action action)
{
	char *code = model->pair[model->side];
	const char *other = model->pair[!model->side];
	const struct strings *codes;
	bool next = action == ACTION_NEXT_CODE;
	size_t at = 0;

	model->status =
	    kb_codes(model_language(model)->kb, strchr(code, '.') ? CODE_ENHANCED : CODE_BASIC, &codes, &model->error);
	if (model->status != STATUS_OK || codes->count < 2)
		return;
	/* The first that is not below the code: the code itself, or where it would stand. */
	while (at < codes->count && code_compare(codes->items[at], code) < 0)
		at++;

	bool listed = at < codes->count && strcmp(codes->items[at], code) == 0;

	for (int tries = 0; tries < 2; tries++) {
		if (next)
			at = listed ? (at + 1) % codes->count : at % codes->count;
		else
			at = at ? at - 1 : codes->count - 1;
		listed = true;
		if (strcmp(codes->items[at], other) != 0)
			break;
	}
	set_code(code, codes->items[at]);
}

static bool splits(const char *key, char codes[2][CODE_SIZE])
{
	size_t n = strcspn(key, " ");

	if (n >= CODE_SIZE || !key[n])
		return false;
	memcpy(codes[0], key, n);
	codes[0][n] = '\0';
	set_code(codes[1], key + n + 1);
	return *codes[1] != '\0';
}

void handle_pair(struct model *model, enum action action)
{
	const struct kb *kb = model_language(model)->kb;
	size_t count = kb_pair_count(kb);
	/* A pair that nobody wrote about leads to the first one, or the last. */
	size_t at = action == ACTION_NEXT_PAIR ? 0 : count;
	char codes[2][CODE_SIZE] = {"", ""};

	for (size_t i = 0; i < count; i++)
		if (splits(kb_pair_key(kb, i), codes) &&
		    ((strcmp(codes[0], model->pair[0]) == 0 && strcmp(codes[1], model->pair[1]) == 0) ||
		     (strcmp(codes[1], model->pair[0]) == 0 && strcmp(codes[0], model->pair[1]) == 0)))
			at = action == ACTION_NEXT_PAIR ? i + 1 : i;
	if (!count)
		return;
	at = action == ACTION_NEXT_PAIR ? at % count : (at + count - 1) % count;
	if (splits(kb_pair_key(kb, at), codes))
		memcpy(model->pair, codes, sizeof codes);
}
