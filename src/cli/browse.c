#include "cli/browse.h"

#include "cli/explain.h"
#include "tui/app.h"

#include <signal.h>
#include <string.h>

/* Prints what the interface was left with, by the same way as the command line. */
static enum status print_result(struct session *session, const struct tui_result *result)
{
	const char *codes[2] = {result->codes[0], result->codes[1]};

	session->options.lang = result->lang;
	if (session_open_language(session) != STATUS_OK || session_open_kb(session) != STATUS_OK)
		return session_complain(session);
	if (result->reply)
		return explain_words(session, &result->reply, 1);
	if (result->count == 1)
		return command_explain(session, "browse", codes, 1);
	return command_compare(session, "browse", codes, 2);
}

enum status command_browse(struct session *session, const char *name, const char *const *words, size_t count)
{
	const struct world *world = session->world;
	struct tui_options options = {
	    .source = session->source,
	    .protocol = session->options.protocol,
	    .lang = lang_code(session->lang),
	    .charset = session->options.ascii ? "ASCII" : lang_charset(session->arena, &world->lang),
	    .colour = session->options.colour == COLOUR_ALWAYS ||
	              (session->options.colour == COLOUR_AUTO && !(world->no_color && *world->no_color)),
	    .own = explain_own_path(session),
	    .arena = session->arena,
	    .count = count,
	};
	struct tui_result result = {.count = 0};

	if (count > 2) {
		error_set(&session->error, "error.too-many", name, words[1], NULL);
		return session_complain(session);
	}
	for (size_t i = 0; i < count; i++) {
		if (commands_want_code(session, words[i]) != STATUS_OK)
			return STATUS_BAD;
		options.codes[i] = words[i];
	}
	if (tui_run(&options, session->exhausted, &result, &session->error) != STATUS_OK)
		return session_complain(session);
	if (result.signal)
		raise(result.signal);
	return result.count || result.reply ? print_result(session, &result) : STATUS_OK;
}
