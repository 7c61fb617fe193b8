#include "cli/session.h"

#include "base/buffer.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { WIDTH_DEFAULT = 80 };

static const char *join(struct arena *arena, const char *const *names, size_t count)
{
	struct buffer list = buffer_new(arena);

	for (size_t i = 0; i < count; i++) {
		buffer_adds(&list, i ? ", " : "");
		buffer_adds(&list, names[i]);
	}
	return list.bytes;
}

static enum status open_charset(struct session *session)
{
	const char *name = session->options.ascii ? "ASCII" : lang_charset(session->arena, &session->world->lang);

	session->charset = text_charset_open(session->arena, name);
	if (!session->charset)
		session->charset = text_charset_open(session->arena, "ASCII");
	return STATUS_OK;
}

/* A language that is asked for by name must exist; one that the environment prefers need not. */
static enum status choose_language(struct session *session, const char **chosen)
{
	size_t count;
	const char *const *available = source_languages(session->source, &count);
	const char *asked = session->options.lang;

	if (!count)
		return error_set(&session->error, "error.no-file", "ui.en.json", NULL, NULL);
	*chosen = lang_choose(&session->world->lang, available, count);
	for (size_t i = 0; asked && i < count; i++)
		if (strcmp(asked, available[i]) == 0) {
			*chosen = available[i];
			return STATUS_OK;
		}
	if (!asked)
		return STATUS_OK;
	return error_set(&session->error, "error.lang", asked, join(session->arena, available, count), NULL);
}

/* Without a knowledge base that can be read, the one that is built in gives the words to say so. */
static void open_built_in(struct session *session)
{
	struct error ignored;
	const char *chosen = "en";
	struct error kept = session->error;

	source_open(session->arena, NULL, &session->source, &ignored);
	if (choose_language(session, &chosen) != STATUS_OK)
		chosen = "en";
	session->error = kept;
	lang_open(session->arena, session->source, chosen, &session->lang, &ignored);
}

enum status session_open_language(struct session *session)
{
	const char *dir = session->options.data ? session->options.data : session->world->data;
	const char *chosen = NULL;

	open_charset(session);
	if (source_open(session->arena, dir && *dir ? dir : NULL, &session->source, &session->error) == STATUS_OK &&
	    choose_language(session, &chosen) == STATUS_OK &&
	    lang_open(session->arena, session->source, chosen, &session->lang, &session->error) == STATUS_OK)
		return STATUS_OK;
	open_built_in(session);
	return STATUS_BAD;
}

enum status session_open_kb(struct session *session)
{
	const char *protocol = session->options.protocol;
	size_t count;
	size_t protocols = 0;
	const char *const *names = source_names(session->source, &count);
	const char **known = arena_array(session->arena, count + 1, sizeof *known);

	for (size_t i = 0; i < count; i++) {
		const char *slash = strchr(names[i], '/');

		if (!slash || strcmp(slash, "/codes.json") != 0)
			continue;
		known[protocols] = arena_copy(session->arena, names[i], (size_t)(slash - names[i]));
		if (strcmp(known[protocols++], protocol) == 0)
			return kb_open(session->arena, session->source, protocol, lang_code(session->lang), &session->kb,
			               &session->error);
	}
	if (!protocols)
		return error_set(&session->error, "error.no-file", arena_printf(session->arena, "%s/codes.json", protocol),
		                 NULL, NULL);
	return error_set(&session->error, "error.protocol", protocol, join(session->arena, known, protocols), NULL);
}

int session_width(const struct session *session)
{
	const struct world *world = session->world;
	int width = session->options.width;

	if (!width)
		width = world->terminal_width;
	if (!width && world->columns) {
		char *end;
		long columns = strtol(world->columns, &end, 10);

		width = end != world->columns && !*end && columns > 0 && columns < 100000 ? (int)columns : 0;
	}
	return width ? width : WIDTH_DEFAULT;
}

static bool wants_colour(const struct session *session)
{
	const struct world *world = session->world;

	if (session->options.colour != COLOUR_AUTO)
		return session->options.colour == COLOUR_ALWAYS;
	return world->out_is_terminal && !(world->no_color && *world->no_color) && world->term && *world->term &&
	       strcmp(world->term, "dumb") != 0;
}

enum status session_print_page(struct session *session, const struct page *page)
{
	struct arena *arena = session->arena;
	struct lines lines;

	if (session->options.format == FORMAT_MARKDOWN)
		return session_write(session, print_markdown(arena, page, session->charset));
	lines = layout(arena, page, session_width(session), session->charset);
	return session_write(session, print_text(arena, &lines, session->charset, wants_colour(session)));
}

enum status session_write(struct session *session, struct output output)
{
	FILE *out = session->world->out;

	errno = 0;
	if (fwrite(output.bytes, 1, output.size, out) == output.size && fflush(out) == 0)
		return STATUS_OK;
	if (errno != EPIPE) {
		error_set(&session->error, "error.output", strerror(errno), NULL, NULL);
		session_complain(session);
	}
	return STATUS_OUTPUT;
}

static void tell(struct session *session, const char *message)
{
	const char *line =
	    arena_printf(session->arena, "replycode: %s\n", text_adapt(session->arena, session->charset, message));
	size_t size;
	const char *bytes = text_encode(session->arena, session->charset, line, strlen(line), &size);

	/* There is nowhere to tell that this could not be told. */
	fwrite(bytes, 1, size, session->world->err);
	fflush(session->world->err);
}

enum status session_complain(struct session *session)
{
	tell(session, lang_error(session->arena, session->lang, &session->error));
	return STATUS_BAD;
}

enum status session_not_found(struct session *session, const char *message, const char *a)
{
	error_set(&session->error, message, a, NULL, NULL);
	session_complain(session);
	return STATUS_NOT_FOUND;
}
