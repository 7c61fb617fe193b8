#include "tui/app.h"

#include "tui/draw.h"
#include "tui/export.h"
#include "tui/term.h"
#include "tui/tty.h"
#include "tui/update.h"

#include <errno.h>
#include <string.h>

/* The running interface. */
struct app {
	struct model model;
	struct grid grid;
	struct terminal *term;
	struct charset *charset;
	struct arena *arena;   /* as long as the interface */
	struct arena *scratch; /* of one request */
};

static void answer(struct app *app, enum answer what, const char *why)
{
	struct event event = {.kind = EVENT_ANSWER, .answer = what, .text = why};

	update(&app->model, &event);
}

static void export(struct app *app)
{
	struct model *model = &app->model;
	struct subject subject = model_subject(model);
	enum request request = model->request;
	bool copy = request == REQUEST_COPY;
	enum export_format format =
	    copy ? model->copy_markdown ? EXPORT_MARKDOWN : EXPORT_TEXT : export_format(model->file.text);
	struct output output;
	enum answer what;

	arena_reset(app->scratch);
	model->status =
	    export_make(app->scratch, &subject, model_language(model), format, app->charset, &output, &model->error);
	if (model->status != STATUS_OK) {
		model->request = REQUEST_QUIT;
		return;
	}
	errno = 0;
	if (copy)
		what = term_copy(app->term, app->scratch, output.bytes, output.size) ? ANSWER_DONE : ANSWER_IMPOSSIBLE;
	else
		what = export_write(app->scratch, model->file.text, request == REQUEST_OVERWRITE, output);
	answer(app, what, what == ANSWER_FAILED ? strerror(errno) : NULL);
}

static void resize(struct app *app)
{
	struct event event = {.kind = EVENT_RESIZE};

	term_size(app->term, &event.width, &event.height);
	update(&app->model, &event);
}

/* Does what the model asks for. Returns whether to go on. */
static bool serve(struct app *app)
{
	switch (app->model.request) {
	case REQUEST_NONE:
		break;
	case REQUEST_QUIT:
		return false;
	case REQUEST_SUSPEND:
		term_suspend(app->term);
		resize(app);
		break;
	case REQUEST_REDRAW:
		term_redraw(app->term);
		break;
	case REQUEST_MOUSE:
		answer(app, term_mouse(app->term, app->model.mouse) ? ANSWER_DONE : ANSWER_IMPOSSIBLE, NULL);
		break;
	case REQUEST_COPY:
	case REQUEST_WRITE:
	case REQUEST_OVERWRITE:
		export(app);
		break;
	}
	return app->model.request != REQUEST_QUIT;
}

static void loop(struct app *app)
{
	struct event event;

	do {
		draw(&app->model, &app->grid);
		term_show(app->term, &app->grid);
		if (!term_wait(app->term, model_timeout(&app->model), &event))
			event = (struct event){.kind = EVENT_TIMEOUT};
		/* Keys that came faster than screens can be sent are all heeded before the next one is. */
		do {
			update(&app->model, &event);
			if (!serve(app))
				return;
		} while (term_wait(app->term, 0, &event));
	} while (true);
}

static void take_result(const struct model *model, struct arena *arena, struct tui_result *result)
{
	struct subject subject = model_subject(model);

	result->signal = model->signal;
	result->lang = model_language(model)->code;
	if (!model->print)
		return;
	if (subject.kind == SUBJECT_REPLY)
		result->reply = arena_copy(arena, subject.reply, strlen(subject.reply));
	memcpy(result->codes, subject.codes, sizeof result->codes);
	result->count = subject.kind == SUBJECT_PAIR ? 2 : subject.kind == SUBJECT_CODE;
}

enum status tui_run(const struct tui_options *options, arena_exhausted *exhausted, struct tui_result *result,
                    struct error *error)
{
	struct app app = {.arena = arena_new(exhausted), .scratch = arena_new(exhausted)};
	struct model_options model_options = {.source = options->source,
	                                      .protocol = options->protocol,
	                                      .lang = options->lang,
	                                      .own = options->own,
	                                      .codes = {options->codes[0], options->codes[1]},
	                                      .count = options->count,
	                                      .exhausted = exhausted};
	enum status status;
	int width;
	int height;

	*result = (struct tui_result){0};
	app.charset = text_charset_open(app.arena, tty_charset(options->charset));
	if (!app.charset)
		app.charset = text_charset_open(app.arena, "ASCII");
	model_options.charset = app.charset;
	status = term_open(app.arena, exhausted, options->colour, &app.term, error);
	if (status == STATUS_OK) {
		term_size(app.term, &width, &height);
		grid_open(&app.grid, app.charset, exhausted);
		if (model_open(&app.model, &model_options, width, height) == STATUS_OK)
			loop(&app);
		term_close(app.term);
		status = app.model.status;
		*error = app.model.error;
		take_result(&app.model, options->arena, result);
		model_close(&app.model);
		grid_close(&app.grid);
	}
	text_charset_close(app.charset);
	arena_free(app.scratch);
	arena_free(app.arena);
	return status;
}
