#include "cli/options.h"

#include "page/layout.h"

#include <getopt.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { OPTION_ASCII = 256, OPTION_COLOUR, OPTION_DATA };

static const struct option long_options[] = {
    {"lang", required_argument, NULL, 'l'},     {"format", required_argument, NULL, 'f'},
    {"width", required_argument, NULL, 'w'},    {"color", required_argument, NULL, OPTION_COLOUR},
    {"ascii", no_argument, NULL, OPTION_ASCII}, {"data", required_argument, NULL, OPTION_DATA},
    {"protocol", required_argument, NULL, 'p'}, {"help", no_argument, NULL, 'h'},
    {"version", no_argument, NULL, 'V'},        {NULL, 0, NULL, 0},
};

/* Which of the names, ended by NULL, value is; -1 for none. */
static int which(const char *value, const char *const *names)
{
	for (int i = 0; names[i]; i++)
		if (strcmp(value, names[i]) == 0)
			return i;
	return -1;
}

static enum status read_width(struct arena *arena, const char *value, struct options *options, struct error *error)
{
	char *end;
	long width = strtol(value, &end, 10);

	if (end == value || *end || width < LAYOUT_MIN || width > LAYOUT_MAX)
		return error_set(error, "error.width", value, arena_printf(arena, "%d", LAYOUT_MIN),
		                 arena_printf(arena, "%d", LAYOUT_MAX));
	options->width = (int)width;
	return STATUS_OK;
}

static enum status read_option(struct arena *arena, int option, char *value, struct options *options,
                               struct error *error)
{
	static const char *const formats[] = {"text", "markdown", "json", NULL};
	static const char *const colours[] = {"auto", "always", "never", NULL};
	int chosen;

	switch (option) {
	case 'l':
		options->lang = value;
		return STATUS_OK;
	case 'f':
		chosen = which(value, formats);
		options->format = (enum format)chosen;
		return chosen < 0 ? error_set(error, "error.format", value, NULL, NULL) : STATUS_OK;
	case OPTION_COLOUR:
		chosen = which(value, colours);
		options->colour = (enum colour)chosen;
		return chosen < 0 ? error_set(error, "error.color", value, NULL, NULL) : STATUS_OK;
	case 'w':
		return read_width(arena, value, options, error);
	case OPTION_DATA:
		options->data = value;
		return STATUS_OK;
	case 'p':
		options->protocol = value;
		return STATUS_OK;
	case OPTION_ASCII:
		options->ascii = true;
		return STATUS_OK;
	case 'h':
		options->help = true;
		return STATUS_OK;
	default:
		options->version = true;
		return STATUS_OK;
	}
}

/* The option that getopt_long() stumbled over, as it was typed. */
static const char *stumbled(struct arena *arena, char **argv)
{
	if (optopt && optopt < OPTION_ASCII && strncmp(argv[optind - 1], "--", 2) != 0)
		return arena_printf(arena, "-%c", optopt);
	return arena_copy(arena, argv[optind - 1], strcspn(argv[optind - 1], "="));
}

/* Whether a word that starts with "-" is none of the options but text, as "----- Transcript of session" is, or a part of
 * a mail, which starts with a line of its boundary (RFC 2046, section 5.1.1). */
static bool is_text(const char *word)
{
	static const char boundary[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'()+_,-./:?";
	const char *behind = word + strspn(word, "-");

	return *word == '-' && *behind &&
	       (behind - word > 2 || strchr(" \t>", *behind) || behind[strspn(behind, boundary)] == '\n');
}

enum status options_read(struct arena *arena, int argc, char **argv, struct options *options, struct error *error)
{
	struct error first = {0};
	int option;

	*options = (struct options){.protocol = "smtp"};
	/* A blank in front keeps text from being taken for an option. */
	for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++)
		if (is_text(argv[i]))
			argv[i] = arena_printf(arena, " %s", argv[i]);
	optind = 1;
	opterr = 0;
	/* An error does not end the reading: --lang may follow, and the message should be in that language. */
	while ((option = getopt_long(argc, argv, ":l:f:w:p:hV", long_options, NULL)) != -1) {
		struct error found = {0};

		if (option == ':')
			error_set(&found, "error.argument", stumbled(arena, argv), NULL, NULL);
		else if (option == '?')
			error_set(&found,
			          optopt >= OPTION_ASCII || optopt == 'h' || optopt == 'V' ? "error.surplus" : "error.option",
			          stumbled(arena, argv), NULL, NULL);
		else
			read_option(arena, option, optarg, options, &found);
		if (!first.message)
			first = found;
	}
	options->words = (const char **)(void *)(argv + optind);
	options->count = (size_t)(argc - optind);
	for (size_t i = 0; i < options->count; i++)
		if (*options->words[i] == ' ' && is_text(options->words[i] + 1))
			options->words[i]++;
	*error = first;
	return first.message ? STATUS_BAD : STATUS_OK;
}
