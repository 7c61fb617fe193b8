#include "cli/cli.h"

#include "cli/browse.h"
#include "cli/commands.h"
#include "cli/session.h"

#include <string.h>

static const struct {
	const char *name;
	command *run;
	bool without_kb; /* reads its data by itself */
} commands[] = {
    {"explain", command_explain, false}, {"compare", command_compare, false}, {"list", command_list, false},
    {"search", command_search, false},   {"browse", command_browse, false},   {"check-data", command_check_data, true},
};

static enum status print_string(struct session *session, const char *text)
{
	const char *adapted = text_adapt(session->arena, session->charset, text);
	size_t size;
	const char *bytes = text_encode(session->arena, session->charset, adapted, strlen(adapted), &size);

	return session_write(session, (struct output){.bytes = bytes, .size = size});
}

static enum status print_help(struct session *session)
{
	size_t count;
	const char *const *languages = source_languages(session->source, &count);
	const char *list = "";

	for (size_t i = 0; i < count; i++)
		list = arena_printf(session->arena, "%s%s%s", list, i ? ", " : "", languages[i]);
	return print_string(
	    session, lang_format(session->arena, session->lang, "usage.text", list, session->options.protocol, NULL));
}

static enum status dispatch(struct session *session)
{
	const char *const *words = session->options.words;
	size_t count = session->options.count;
	bool on_terminal = session->world->in_is_terminal && session->world->out_is_terminal;
	command *chosen = count ? command_bare : on_terminal ? command_browse : command_list;
	const char *name = count ? "explain" : on_terminal ? "browse" : "list";
	bool without_kb = false;

	for (size_t i = 0; count && i < sizeof commands / sizeof *commands; i++)
		if (strcmp(words[0], commands[i].name) == 0) {
			name = commands[i].name;
			chosen = commands[i].run;
			without_kb = commands[i].without_kb;
			words++;
			count--;
			break;
		}
	if (!without_kb && session_open_kb(session) != STATUS_OK)
		return session_complain(session);
	return chosen(session, name, words, count);
}

static enum status run(struct session *session, int argc, char **argv)
{
	struct error usage;
	enum status read = options_read(session->arena, argc, argv, &session->options, &usage);

	if (session_open_language(session) != STATUS_OK)
		return session_complain(session);
	if (read != STATUS_OK) {
		session->error = usage;
		return session_complain(session);
	}
	if (session->options.help)
		return print_help(session);
	if (session->options.version)
		return print_string(session, "replycode " VERSION "\n");
	return dispatch(session);
}

enum status cli_run(const struct world *world, int argc, char **argv, arena_exhausted *exhausted)
{
	struct session session = {.world = world, .arena = arena_new(exhausted), .exhausted = exhausted};
	enum status status = run(&session, argc, argv);

	text_charset_close(session.charset);
	arena_free(session.arena);
	return status;
}
