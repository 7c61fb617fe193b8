#include "tui/handlers.h"

#include "base/text.h"

#include <ctype.h>
#include <limits.h>
#include <string.h>

void push_mode(struct model *model, enum mode mode)
{
	if (model->depth < MODES_MAX)
		model->modes[model->depth++] = mode;
}

void pop_mode(struct model *model)
{
	if (model->depth > 1)
		model->depth--;
}

void reset_mode(struct model *model, enum mode mode)
{
	model->from_reply =
	    (mode == MODE_LIST || mode == MODE_MAP) && (model_screen(model) == MODE_VERDICT || model->from_reply);
	model->depth = 1;
	if (mode != MODE_LIST)
		push_mode(model, mode);
}

void set_code(char *to, const char *code)
{
	size_t n = strlen(code);

	if (n >= CODE_SIZE)
		n = 0;
	memmove(to, code, n);
	to[n] = '\0';
}

void notify(struct model *model, const char *message, const char *a, const char *b)
{
	struct lang *lang = model_language(model)->lang;
	char *text;

	arena_reset(model->notices);
	text = lang_format(model->notices, lang, message, a, b, NULL);
	/* File names and the system's messages may hold anything. */
	model->notice = text_visible(model->notices, text, strlen(text));
}

static struct list *current_list(struct model *model)
{
	return &model->lists[model->kind];
}

/* Makes the rows of the current list, where they are out of date. */
static bool fill_list(struct model *model)
{
	model->status = model_fill_list(model);
	return model->status == STATUS_OK;
}

bool go_to_code(struct model *model, const char *code)
{
	size_t before = model->kind;

	model->kind = strchr(code, '.') != NULL;
	if (!fill_list(model))
		return false;
	if (!list_select(current_list(model), code)) {
		prompt_set(&model->filters[model->kind], "");
		if (!fill_list(model) || !list_select(current_list(model), code)) {
			model->kind = before;
			return false;
		}
	}
	*model->unlisted = '\0';
	return true;
}

/* How far an action of moving goes, when a page is that many rows high. */
static long steps_of(enum action action, int height)
{
	switch (action) {
	case ACTION_UP:
		return -1;
	case ACTION_DOWN:
		return 1;
	case ACTION_PAGE_UP:
		return height > 1 ? 1 - height : -1;
	case ACTION_PAGE_DOWN:
		return height > 1 ? height - 1 : 1;
	case ACTION_FIRST:
		return -INT_MAX;
	default:
		return INT_MAX;
	}
}

static void move_list(struct model *model, enum action action)
{
	struct list *list = current_list(model);
	long steps = steps_of(action, model->frame.list.height);

	*model->unlisted = '\0';
	if (action == ACTION_PAGE_UP || action == ACTION_PAGE_DOWN)
		list_page(list, steps);
	else
		list_move(list, steps);
	/* The first heading of all comes back into sight with the first code. */
	if (action == ACTION_FIRST)
		list->top = 0;
}

static void move_languages(struct model *model, long steps)
{
	size_t last = model->languages.count - 1;

	if (steps < 0)
		model->language_choice = model->language_choice && steps == -1 ? model->language_choice - 1 : 0;
	else
		model->language_choice = model->language_choice < last && steps == 1 ? model->language_choice + 1 : last;
}

void handle_move(struct model *model, enum action action)
{
	int height = model->frame.body.height;
	long steps = steps_of(action, height);

	switch (model_mode(model)) {
	case MODE_READ:
		view_scroll(&model->page, steps, height);
		break;
	case MODE_COMPARE:
		view_scroll(&model->compare, steps, height);
		break;
	case MODE_VERDICT:
		view_scroll(&model->verdict, steps, height);
		break;
	case MODE_HELP:
		view_scroll(&model->help, steps, height);
		break;
	case MODE_LANGUAGES:
		move_languages(model, steps);
		break;
	case MODE_MAP:
		if (action == ACTION_FIRST || action == ACTION_LAST)
			model->map.selected = action == ACTION_FIRST || !model->map.count ? 0 : model->map.count - 1;
		else
			for (long i = steps < 0 ? -steps : steps; i > 0; i--)
				map_move(&model->map, 0, steps < 0 ? -1 : 1);
		break;
	default:
		move_list(model, action);
		break;
	}
}

void handle_map_move(struct model *model, enum action action)
{
	map_move(&model->map, action == ACTION_LEFT ? -1 : 1, 0);
}

void handle_pane(struct model *model, enum action action)
{
	(void)action;
	model->from_reply = false;
	if (model_mode(model) == MODE_READ)
		pop_mode(model);
	else
		push_mode(model, MODE_READ);
}

void handle_kind(struct model *model, enum action action)
{
	(void)action;
	*model->unlisted = '\0';
	reset_mode(model, MODE_LIST);
	model->kind = !model->kind;
}

void handle_filter(struct model *model, enum action action)
{
	const char *code = list_code(current_list(model));

	(void)action;
	reset_mode(model, MODE_FILTER);
	/* Esc brings back the place before the first filter, however often it has been changed since. */
	if (!model->filters[model->kind].size) {
		set_code(model->before_filter, code ? code : "");
		model->before_filter_top = current_list(model)->top;
	}
}

static void drop_filter(struct model *model)
{
	struct list *list = current_list(model);

	prompt_set(&model->filters[model->kind], "");
	if (fill_list(model) && list_select(list, model->before_filter))
		list->top = model->before_filter_top;
}

void handle_mark(struct model *model, enum action action)
{
	const char *code = list_code(current_list(model));

	(void)action;
	if (!code)
		return;
	for (size_t i = 0; i < model->mark_count; i++)
		if (strcmp(model->marks[i], code) == 0) {
			if (i == 0)
				set_code(model->marks[0], model->marks[1]);
			model->mark_count--;
			set_code(model->marks[model->mark_count], "");
			return;
		}
	if (model->mark_count == 2) {
		set_code(model->marks[0], model->marks[1]);
		model->mark_count = 1;
	}
	set_code(model->marks[model->mark_count++], code);
}

void handle_open(struct model *model, enum action action)
{
	const char *code = list_code(current_list(model));

	/* A whole number that is in no list is explained by its digits. */
	if (code_kind(model->typed) == CODE_BASIC || code_kind(model->typed) == CODE_ENHANCED) {
		if (!code || strcmp(code, model->typed) != 0)
			set_code(model->unlisted, model->typed);
		push_mode(model, MODE_READ);
		return;
	}
	if (model->mark_count == 2 || (model->mark_count == 1 && code && strcmp(code, model->marks[0]) != 0))
		handle_compare(model, action);
	else
		push_mode(model, MODE_READ);
}

void handle_choose(struct model *model, enum action action)
{
	(void)action;
	if (model_mode(model) == MODE_LANGUAGES) {
		size_t chosen = model->language_choice;

		pop_mode(model);
		if (chosen != model->language) {
			model->previous_language = model->language;
			model->language = chosen;
		}
	} else if (model->map.selected < model->map.count) {
		const char *code = model->map.items[model->map.selected].code;

		reset_mode(model, MODE_LIST);
		go_to_code(model, code);
	}
}

void handle_map(struct model *model, enum action action)
{
	struct subject subject = model_subject(model);
	struct language *language = model_language(model);
	const char *code = subject.kind == SUBJECT_PAIR ? subject.codes[model->side] : subject.codes[0];

	(void)action;
	reset_mode(model, MODE_MAP);
	model->status = map_show(&model->map, language, model->width, strchr(code, '.') ? NULL : code, &model->error);
}

void handle_back(struct model *model, enum action action)
{
	enum mode mode = model_mode(model);

	(void)action;
	if (model->from_reply && (mode == MODE_MAP || mode == MODE_READ || mode == MODE_LIST)) {
		*model->unlisted = '\0';
		reset_mode(model, MODE_VERDICT);
	} else if (mode != MODE_LIST) {
		pop_mode(model);
	} else if (*model->unlisted) {
		*model->unlisted = '\0';
	} else if (model->filters[model->kind].size) {
		drop_filter(model);
	}
}

static void jump(struct model *model)
{
	bool found = model_mode(model) == MODE_MAP ? map_select(&model->map, model->typed)
	                                           : list_jump(current_list(model), model->typed);

	if (found) {
		*model->unlisted = '\0';
	} else if (model_mode(model) != MODE_MAP) {
		enum code_kind kind = code_kind(model->typed);

		notify(model, kind == CODE_BASIC || kind == CODE_ENHANCED ? "tui.not-listed" : "tui.no-such-code", model->typed,
		       NULL);
	}
}

void handle_jump(struct model *model, char digit)
{
	size_t n = strlen(model->typed);

	/* A number that is complete is followed by a new one. */
	if (n + 1 >= CODE_SIZE || (model->kind == 0 && n == 3))
		n = 0;
	if (!isdigit((unsigned char)digit) && (n == 0 || model->kind == 0))
		return;
	model->typed[n] = digit;
	model->typed[n + 1] = '\0';
	jump(model);
}

void handle_cancel(struct model *model, enum action action)
{
	(void)action;
	if (model_mode(model) == MODE_FILTER)
		drop_filter(model);
	pop_mode(model);
}

static void click_list(struct model *model, int row)
{
	struct list *list = current_list(model);
	size_t i = list->top + (size_t)row;

	if (i >= list->count || list->rows[i].kind == LIST_HEADING)
		return;
	while (i && list->rows[i].kind == LIST_MATCH)
		i--;
	*model->unlisted = '\0';
	if (i == list->selected)
		handle_open(model, ACTION_OPEN);
	list->selected = i;
}

static void click_map(struct model *model, int x, int y)
{
	y += model->map.top - 2 * model->map.table;
	for (size_t i = 0; i < model->map.count; i++) {
		const struct map_item *item = &model->map.items[i];

		if (item->y != y || x < item->x || x >= item->x + MAP_STEP)
			continue;
		if (i == model->map.selected)
			handle_choose(model, ACTION_CHOOSE);
		else
			model->map.selected = i;
		return;
	}
}

void handle_click(struct model *model, int x, int y)
{
	const struct frame *frame = &model->frame;
	enum mode mode = model_mode(model);
	int row = y - frame->body.y;

	model->notice = NULL;
	if (row < 0 || row >= frame->body.height)
		return;
	if (mode == MODE_MAP) {
		click_map(model, x, row);
	} else if (mode == MODE_LANGUAGES) {
		struct rect window = frame_window(frame, FRAME_WIDTH_MIN, (int)model->languages.count);

		if (y >= window.y && y < window.y + window.height && (size_t)(y - window.y) < model->languages.count) {
			model->language_choice = (size_t)(y - window.y);
			handle_choose(model, ACTION_CHOOSE);
		}
	} else if (mode == MODE_LIST || (mode == MODE_READ && frame->two_panes)) {
		bool in_list = !frame->two_panes || x < frame->separator;

		if (in_list != (mode == MODE_LIST))
			handle_pane(model, ACTION_PANE);
		if (in_list)
			click_list(model, row);
	}
}
