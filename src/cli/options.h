/* What was asked on the command line. */
#ifndef REPLYCODE_CLI_OPTIONS_H
#define REPLYCODE_CLI_OPTIONS_H

#include "base/arena.h"
#include "base/status.h"

#include <stdbool.h>
#include <stddef.h>

enum format { FORMAT_TEXT, FORMAT_MARKDOWN, FORMAT_JSON };
enum colour { COLOUR_AUTO, COLOUR_ALWAYS, COLOUR_NEVER };

struct options {
	const char *lang;     /* NULL: the environment decides */
	const char *data;     /* a folder; NULL: built in */
	const char *protocol; /* "smtp" unless told otherwise */
	enum format format;
	enum colour colour;
	int width; /* 0: not given */
	bool ascii, help, version;
	const char **words; /* what is no option */
	size_t count;
};

/* Reads argv. All strings are borrowed from argv. An error is in options.lang where that came before it. */
enum status options_read(struct arena *arena, int argc, char **argv, struct options *options, struct error *error);

#endif
