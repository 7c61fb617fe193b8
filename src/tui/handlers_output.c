#include "tui/handlers.h"

#include <string.h>

void handle_language(struct model *model, enum action action)
{
	size_t previous = model->language;

	(void)action;
	model->language = model->previous_language;
	model->previous_language = previous;
}

void handle_languages(struct model *model, enum action action)
{
	(void)action;
	if (model_mode(model) == MODE_LANGUAGES)
		return;
	/* Each is listed by its own name, which stands in its own file. */
	for (size_t i = 0; i < model->languages.count && model->status == STATUS_OK; i++) {
		struct language *language;

		model->status = languages_get(&model->languages, i, &language, &model->error);
	}
	model->language_choice = model->language;
	push_mode(model, MODE_LANGUAGES);
}

void handle_help(struct model *model, enum action action)
{
	(void)action;
	push_mode(model, MODE_HELP);
	model->help.top = 0;
}

void handle_request(struct model *model, enum action action)
{
	model->request = action == ACTION_QUIT ? REQUEST_QUIT : action == ACTION_SUSPEND ? REQUEST_SUSPEND : REQUEST_REDRAW;
}

static bool has_subject(struct model *model)
{
	if (model_subject(model).kind != SUBJECT_NONE)
		return true;
	notify(model, "tui.nothing", NULL, NULL);
	return false;
}

void handle_print(struct model *model, enum action action)
{
	(void)action;
	if (!has_subject(model))
		return;
	model->print = true;
	model->request = REQUEST_QUIT;
}

void handle_copy(struct model *model, enum action action)
{
	(void)action;
	if (has_subject(model))
		push_mode(model, MODE_COPY);
}

void handle_copy_as(struct model *model, enum action action)
{
	pop_mode(model);
	model->copy_markdown = action == ACTION_COPY_MARKDOWN;
	model->request = REQUEST_COPY;
}

void handle_write(struct model *model, enum action action)
{
	(void)action;
	if (!has_subject(model))
		return;
	prompt_set(&model->file, "");
	push_mode(model, MODE_WRITE);
}

void handle_overwrite(struct model *model, enum action action)
{
	pop_mode(model);
	if (action == ACTION_YES)
		model->request = REQUEST_OVERWRITE;
	else
		notify(model, "tui.not-written", model->file.text, NULL);
}

void handle_mouse(struct model *model, enum action action)
{
	(void)action;
	model->mouse = !model->mouse;
	model->request = REQUEST_MOUSE;
}

void handle_accept(struct model *model, enum action action)
{
	enum mode mode = model_mode(model);

	(void)action;
	pop_mode(model);
	if (mode == MODE_WRITE && model->file.size)
		model->request = REQUEST_WRITE;
}
