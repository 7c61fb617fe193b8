#include "explain/reply.h"
#include "tui/handlers.h"

#include <string.h>

/* Over the page that is shown, but over no help and no list of languages. */
static void open_prompt(struct model *model)
{
	while (model_mode(model) == MODE_HELP || model_mode(model) == MODE_LANGUAGES)
		pop_mode(model);
	prompt_set(&model->typing, "");
	push_mode(model, MODE_REPLY);
}

static void explain(struct model *model)
{
	struct reply *reply;
	struct error own;

	pop_mode(model);
	if (!model->typing.text[strspn(model->typing.text, " \n")])
		return;
	arena_reset(model->replies);
	model->reply = arena_copy(model->replies, model->typing.text, model->typing.size);
	reply = arena_room(model->replies, sizeof *reply);
	reply_read(model->replies, model->reply, model->typing.size, reply);
	model->reply_has_code = reply->code_count || reply->enhanced_count;
	model->reply_number++;
	if (model_mode(model) != MODE_VERDICT)
		push_mode(model, MODE_VERDICT);
	model->from_reply = false;
	model->status = languages_explainer(&model->languages, model->language, &own, &model->error);
	if (model->status == STATUS_OK && own.message)
		notify(model, "tui.own-ignored", lang_error(model->replies, model_language(model)->lang, &own), NULL);
}

void handle_explain(struct model *model, enum action action)
{
	(void)action;
	if (model_mode(model) == MODE_REPLY)
		explain(model);
	else
		open_prompt(model);
}

void handle_recall(struct model *model, enum action action)
{
	(void)action;
	/* What has been typed is not thrown away for what can be had again. */
	if (model->typing.size)
		prompt_edit(&model->typing, ACTION_RECALL);
	else if (model->reply)
		prompt_set(&model->typing, model->reply);
}

/* Goes to a code in the list; one that is in no list is explained by its digits. */
static void show_code(struct model *model, const char *code)
{
	reset_mode(model, MODE_LIST);
	if (!go_to_code(model, code))
		set_code(model->unlisted, code);
	if (*model->unlisted || !model->frame.two_panes)
		push_mode(model, MODE_READ);
}

void handle_code(struct model *model, enum action action)
{
	struct subject subject = model_subject(model);
	struct language *language = model_language(model);
	struct verdict verdict;

	(void)action;
	model->status = subject_verdict(model->replies, &subject, language, &verdict, &model->error);
	if (model->status != STATUS_OK)
		return;
	/* The enhanced code says more, where it says anything. */
	bool says = verdict.enhanced && strcmp(verdict.enhanced + 1, ".0.0") != 0;

	if (verdict.enhanced && (!verdict.code || (says && go_to_code(model, verdict.enhanced))))
		show_code(model, verdict.enhanced);
	else if (verdict.code)
		show_code(model, verdict.code);
	else
		notify(model, "tui.no-code", NULL, NULL);
}

/* A code that was pasted alone, while no prompt was open, is gone to as if it had been typed. */
void handle_pasted(struct model *model)
{
	const char *text = model->typing.text;
	const char *start = text + strspn(text, " \n");
	size_t n = strcspn(start, " \n");
	char code[CODE_SIZE] = "";

	if (!model->pasted)
		return;
	model->pasted = false;
	if (start[n + strspn(start + n, " \n")] || n >= sizeof code)
		return;
	memcpy(code, start, n);
	if (code_kind(code) == CODE_BASIC || code_kind(code) == CODE_ENHANCED)
		show_code(model, code);
}
