#include "tui/model.h"

#include <string.h>

enum { TYPED_TIMEOUT = 1500 /* ms after which digits start a new number */ };

static void copy_code(char *to, const char *code)
{
	size_t n = strlen(code);

	if (n >= CODE_SIZE)
		n = 0;
	memcpy(to, code, n);
	to[n] = '\0';
}

/* Shows what the options ask for. */
static void show_first(struct model *model, const struct model_options *options)
{
	if (options->count)
		model->kind = strchr(options->codes[0], '.') != NULL;
	model->modes[model->depth++] = MODE_LIST;
	if (options->count == 2) {
		copy_code(model->pair[0], options->codes[0]);
		copy_code(model->pair[1], options->codes[1]);
		model->side = 1;
		model->modes[model->depth++] = MODE_COMPARE;
	}
}

enum status model_open(struct model *model, const struct model_options *options, int width, int height)
{
	*model = (struct model){
	    .arena = arena_new(options->exhausted), .charset = options->charset, .width = width, .height = height};
	model->notices = arena_new(options->exhausted);
	languages_open(model->arena, options->source, options->protocol, options->own, options->exhausted,
	               &model->languages);
	list_open(&model->lists[0], CODE_BASIC, options->exhausted);
	list_open(&model->lists[1], CODE_ENHANCED, options->exhausted);
	for (size_t i = 0; i < LISTS; i++)
		prompt_open(&model->filters[i], options->exhausted);
	prompt_open(&model->file, options->exhausted);
	prompt_open(&model->typing, options->exhausted);
	model->typing.lines = true;
	model->replies = arena_new(options->exhausted);
	view_open(&model->page, options->exhausted);
	view_open(&model->compare, options->exhausted);
	view_open(&model->verdict, options->exhausted);
	view_open(&model->help, options->exhausted);
	map_open(&model->map, options->exhausted);
	model->language = languages_find(&model->languages, options->lang);
	model->previous_language = model->language ? 0 : model->languages.count > 1;
	show_first(model, options);
	model_settle(model);
	if (model->status == STATUS_OK && options->count) {
		bool listed = list_select(&model->lists[model->kind], options->codes[0]);

		if (!listed)
			copy_code(model->unlisted, options->codes[0]);
		/* Where there is one pane, it shows what was asked for. */
		if (options->count == 1 && (!listed || !model->frame.two_panes))
			model->modes[model->depth++] = MODE_READ;
	}
	model_settle(model);
	return model->status;
}

void model_close(struct model *model)
{
	map_close(&model->map);
	view_close(&model->help);
	view_close(&model->verdict);
	view_close(&model->compare);
	view_close(&model->page);
	prompt_close(&model->typing);
	prompt_close(&model->file);
	for (size_t i = 0; i < LISTS; i++) {
		prompt_close(&model->filters[i]);
		list_close(&model->lists[i]);
	}
	languages_close(&model->languages);
	arena_free(model->replies);
	arena_free(model->notices);
	arena_free(model->arena);
	*model = (struct model){0};
}

enum mode model_mode(const struct model *model)
{
	return model->modes[model->depth - 1];
}

enum mode model_screen(const struct model *model)
{
	for (size_t i = model->depth; i-- > 0;)
		if (model->modes[i] >= MODE_LIST && model->modes[i] <= MODE_HELP)
			return model->modes[i];
	return MODE_LIST;
}

struct language *model_language(const struct model *model)
{
	return &model->languages.items[model->language];
}

/* The mode that holds what the user works on: below the help, too. */
static enum mode working_mode(const struct model *model)
{
	for (size_t i = model->depth; i-- > 0;)
		if (model->modes[i] == MODE_COMPARE || model->modes[i] == MODE_VERDICT || model->modes[i] == MODE_MAP ||
		    model->modes[i] == MODE_READ)
			return model->modes[i];
	return MODE_LIST;
}

static struct subject reply_subject(const struct model *model)
{
	return (struct subject){.kind = SUBJECT_REPLY, .reply = model->reply, .number = model->reply_number};
}

struct subject model_subject(const struct model *model)
{
	struct subject subject = {.kind = SUBJECT_CODE};
	const struct map *map = &model->map;
	enum mode mode = working_mode(model);
	const char *code = list_code(&model->lists[model->kind]);

	if (mode == MODE_COMPARE) {
		subject.kind = SUBJECT_PAIR;
		memcpy(subject.codes, model->pair, sizeof subject.codes);
		return subject;
	}
	if (mode == MODE_VERDICT)
		return reply_subject(model);
	if (mode == MODE_MAP && map->selected < map->count)
		code = map->items[map->selected].code;
	else if (*model->unlisted)
		code = model->unlisted;
	if (code)
		copy_code(subject.codes[0], code);
	else
		subject.kind = SUBJECT_NONE;
	return subject;
}

int model_timeout(const struct model *model)
{
	return *model->typed ? TYPED_TIMEOUT : -1;
}

int model_map_height(const struct model *model)
{
	int height = model->frame.body.height;
	int told = height >= 24 ? 8 : height >= 14 ? 5 : height >= 8 ? 2 : 0;

	/* Two rows name the columns. */
	return height - told - 2 * model->map.table;
}

enum status model_fill_list(struct model *model)
{
	struct list *list = &model->lists[model->kind];
	const char *filter = model->filters[model->kind].text;
	/* People search in the language they read and in English; English readers, in the one they came from. */
	size_t other = model->language ? 0 : model->previous_language;

	if (list->language == model_language(model) && strcmp(list->words, filter) == 0)
		return STATUS_OK;
	return list_fill(list, &model->languages, model->language, other, filter, &model->error);
}

static enum status settle_list(struct model *model)
{
	struct list *list = &model->lists[model->kind];
	int height = model->frame.list.height;

	if (model_fill_list(model) != STATUS_OK)
		return STATUS_BAD;
	list_settle(list, height);
	return list_load(list, &model->languages, model->language, height, &model->error);
}

static enum status settle_view(struct model *model, struct view *view, const struct subject *subject, int width)
{
	enum status status = view_show(view, subject, model_language(model), width, model->charset, &model->error);

	view_scroll(view, 0, model->frame.body.height);
	return status;
}

static enum status settle_verdict(struct model *model)
{
	struct subject subject = reply_subject(model);
	struct error own;

	/* What is wrong with the user's own replies was told when the first reply was explained. */
	if (languages_explainer(&model->languages, model->language, &own, &model->error) != STATUS_OK)
		return STATUS_BAD;
	return settle_view(model, &model->verdict, &subject, model->frame.body.width - 1);
}

/* Where both panes or the list alone are in sight, or the page alone. */
static enum status settle_browse(struct model *model, enum mode screen)
{
	struct subject subject = {.kind = SUBJECT_CODE};
	const char *code;

	if (settle_list(model) != STATUS_OK)
		return STATUS_BAD;
	if (!model->frame.two_panes && screen != MODE_READ)
		return STATUS_OK;
	code = *model->unlisted ? model->unlisted : list_code(&model->lists[model->kind]);
	if (code)
		copy_code(subject.codes[0], code);
	else
		subject.kind = SUBJECT_NONE;
	return settle_view(model, &model->page, &subject, model->frame.page.width);
}

/* The mode that the help is about. */
static enum mode below_help(const struct model *model)
{
	size_t i = model->depth - 1;

	while (i > 1 && model->modes[i] != MODE_HELP)
		i--;
	return model->modes[i - 1];
}

static enum status settle_screen(struct model *model)
{
	struct subject subject = {0};
	struct language *language;
	enum mode screen = model_screen(model);

	if (languages_get(&model->languages, model->language, &language, &model->error) != STATUS_OK)
		return STATUS_BAD;
	switch (screen) {
	case MODE_COMPARE:
		subject.kind = SUBJECT_PAIR;
		memcpy(subject.codes, model->pair, sizeof subject.codes);
		return settle_view(model, &model->compare, &subject, model->frame.body.width - 1);
	case MODE_VERDICT:
		return settle_verdict(model);
	case MODE_MAP:
		if (map_show(&model->map, language, model->width, NULL, &model->error) != STATUS_OK)
			return STATUS_BAD;
		return map_settle(&model->map, language, model_map_height(model), &model->error);
	case MODE_HELP:
		subject.kind = SUBJECT_HELP;
		subject.mode = below_help(model);
		return settle_view(model, &model->help, &subject, model->frame.body.width - 1);
	default:
		return settle_browse(model, screen);
	}
}

void model_settle(struct model *model)
{
	model->frame = frame_make(model->width, model->height);
	if (model->status != STATUS_OK)
		return;

	struct language *language;

	/* Even a screen that is too small says so in words. */
	model->status = languages_get(&model->languages, model->language, &language, &model->error);
	if (model->status == STATUS_OK && model->frame.fits)
		model->status = settle_screen(model);
	if (model->status != STATUS_OK)
		model->request = REQUEST_QUIT;
}
