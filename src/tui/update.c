#include "tui/update.h"

#include "tui/handlers.h"

#include <string.h>

/* What an action does. One that is not here does nothing by itself: prompts edit with it. */
static handler *const handlers[ACTION_COUNT] = {
    [ACTION_UP] = handle_move,           [ACTION_DOWN] = handle_move,
    [ACTION_PAGE_UP] = handle_move,      [ACTION_PAGE_DOWN] = handle_move,
    [ACTION_FIRST] = handle_move,        [ACTION_LAST] = handle_move,
    [ACTION_LEFT] = handle_map_move,     [ACTION_RIGHT] = handle_map_move,
    [ACTION_FILTER] = handle_filter,     [ACTION_MARK] = handle_mark,
    [ACTION_OPEN] = handle_open,         [ACTION_COMPARE] = handle_compare,
    [ACTION_SWAP] = handle_swap,         [ACTION_SIDE] = handle_side,
    [ACTION_NEXT_CODE] = handle_change,  [ACTION_PREVIOUS_CODE] = handle_change,
    [ACTION_NEXT_PAIR] = handle_pair,    [ACTION_PREVIOUS_PAIR] = handle_pair,
    [ACTION_PANE] = handle_pane,         [ACTION_EXPLAIN] = handle_explain,
    [ACTION_RECALL] = handle_recall,     [ACTION_CODE] = handle_code,
    [ACTION_MAP] = handle_map,           [ACTION_KIND] = handle_kind,
    [ACTION_LANGUAGE] = handle_language, [ACTION_LANGUAGES] = handle_languages,
    [ACTION_PRINT] = handle_print,       [ACTION_COPY] = handle_copy,
    [ACTION_WRITE] = handle_write,       [ACTION_MOUSE] = handle_mouse,
    [ACTION_REDRAW] = handle_request,    [ACTION_SUSPEND] = handle_request,
    [ACTION_HELP] = handle_help,         [ACTION_BACK] = handle_back,
    [ACTION_QUIT] = handle_request,      [ACTION_CHOOSE] = handle_choose,
    [ACTION_COPY_TEXT] = handle_copy_as, [ACTION_COPY_MARKDOWN] = handle_copy_as,
    [ACTION_YES] = handle_overwrite,     [ACTION_NO] = handle_overwrite,
    [ACTION_ACCEPT] = handle_accept,     [ACTION_CANCEL] = handle_cancel,
};

static void update_text(struct model *model, const struct event *event, enum action action)
{
	enum mode mode = model_mode(model);
	struct prompt *prompt = mode == MODE_FILTER  ? &model->filters[model->kind]
	                        : mode == MODE_REPLY ? &model->typing
	                                             : &model->file;

	if (action)
		prompt_edit(prompt, action);
	else
		prompt_type(prompt, event->key);
}

static void update_key(struct model *model, const struct event *event)
{
	enum mode mode = model_mode(model);
	/* What is pasted is text, whatever its characters would do as keys. A terminal that does not say what is pasted
	 * hands over its lines at once. */
	bool text = event->pasted || (event->more && mode == MODE_REPLY);
	enum action action = text ? ACTION_NONE : action_find(mode, event->key);

	if (event->pasted && !mode_is_text(mode)) {
		if (!mode_is_browsing(mode))
			return;
		/* A pasted line is a reply more often than anything else. */
		handle_explain(model, ACTION_EXPLAIN);
		model->pasted = true;
	}
	model->pasted = model->pasted && event->pasted;
	model->notice = NULL;
	if (action == ACTION_JUMP) {
		handle_jump(model, (char)event->key);
		return;
	}
	if (action != ACTION_OPEN)
		*model->typed = '\0';
	if (action && handlers[action])
		handlers[action](model, action);
	else if (mode_is_text(model_mode(model)))
		update_text(model, event, action);
	*model->typed = '\0';
}

static void update_wheel(struct model *model, const struct event *event)
{
	enum { LINES = 3 };
	const struct frame *frame = &model->frame;
	int height = frame->body.height;

	switch (model_screen(model)) {
	case MODE_COMPARE:
		view_scroll(&model->compare, event->turn * LINES, height);
		break;
	case MODE_VERDICT:
		view_scroll(&model->verdict, event->turn * LINES, height);
		break;
	case MODE_HELP:
		view_scroll(&model->help, event->turn * LINES, height);
		break;
	case MODE_MAP:
		map_move(&model->map, 0, event->turn);
		break;
	default:
		if (frame->two_panes ? event->x >= frame->separator : model_screen(model) == MODE_READ)
			view_scroll(&model->page, event->turn * LINES, height);
		else
			list_scroll(&model->lists[model->kind], event->turn * LINES, height);
		break;
	}
}

/* The request that was under way has been answered. */
static void update_answer(struct model *model, const struct event *event)
{
	const char *file = model->file.text;

	if (model->request == REQUEST_MOUSE) {
		model->mouse = model->mouse && event->answer == ANSWER_DONE;
		notify(model, event->answer == ANSWER_DONE ? model->mouse ? "tui.mouse-on" : "tui.mouse-off" : "tui.mouse-none",
		       NULL, NULL);
	} else if (model->request == REQUEST_COPY) {
		notify(model, event->answer == ANSWER_DONE ? "tui.copied" : "tui.copy-none", NULL, NULL);
	} else if (event->answer == ANSWER_EXISTS) {
		push_mode(model, MODE_OVERWRITE);
	} else if (event->answer == ANSWER_DONE) {
		notify(model, "tui.written", file, NULL);
	} else {
		notify(model, "tui.write-failed", file, event->text ? event->text : "");
	}
	model->request = REQUEST_NONE;
}

void update(struct model *model, const struct event *event)
{
	if (model->status != STATUS_OK)
		return;
	if (event->kind != EVENT_ANSWER)
		model->request = REQUEST_NONE;
	switch (event->kind) {
	case EVENT_KEY:
		if (model->frame.fits || (event->key == 'q' && !event->pasted))
			update_key(model, event);
		break;
	case EVENT_PASTED:
		if (model->frame.fits)
			handle_pasted(model);
		break;
	case EVENT_CLICK:
		if (model->frame.fits)
			handle_click(model, event->x, event->y);
		break;
	case EVENT_WHEEL:
		if (model->frame.fits && !mode_is_text(model_mode(model)))
			update_wheel(model, event);
		break;
	case EVENT_RESIZE:
		model->width = event->width;
		model->height = event->height;
		break;
	case EVENT_TIMEOUT:
		*model->typed = '\0';
		break;
	case EVENT_STOP:
		model->signal = event->signal;
		model->request = REQUEST_QUIT;
		break;
	case EVENT_SUSPEND:
		model->request = REQUEST_SUSPEND;
		break;
	case EVENT_ANSWER:
		update_answer(model, event);
		break;
	}
	model_settle(model);
}
