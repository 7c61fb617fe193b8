/* The terminal interface as the rest of the program sees it. */
#ifndef REPLYCODE_TUI_APP_H
#define REPLYCODE_TUI_APP_H

#include "kb/code.h"
#include "kb/source.h"

#include <stdbool.h>

struct tui_options {
	struct source *source;
	const char *protocol; /* "smtp" */
	const char *lang;     /* the language that it starts in, one of source_languages() */
	const char *own;      /* path of the user's own replies; NULL: none */
	const char *charset;  /* what the terminal shows, as lang_charset() gives it;
	                         "ASCII" for --ascii */
	bool colour;          /* false for NO_COLOR and --color never; whether the terminal has
	                         colours is found out */
	const char *codes[2]; /* well-formed codes */
	struct arena *arena;  /* of what the result holds */
	size_t count;         /* 0: the list; 1: open on a code; 2: open on a comparison */
};

/* What the user wants printed after leaving, as the command line prints it. */
struct tui_result {
	char codes[2][CODE_SIZE];
	size_t count;      /* 0: nothing; 1: an explanation; 2: a comparison */
	const char *reply; /* a reply to be explained; NULL for none */
	const char *lang;  /* of the interface when it was left; borrowed from the source */
	int signal;        /* the signal that ended it, with the terminal restored; 0 for
	                     none. The program should end by it */
};

/* Runs the interface until the user leaves it. The terminal is as before when it returns, and when exhausted is
 * called (by then, term_restore() has to be called first by whoever wrote exhausted). Draws on /dev/tty where
 * standard output is no terminal. Fails with STATUS_BAD and an error where there is no usable terminal, or data
 * cannot be used. */
enum status tui_run(const struct tui_options *options, arena_exhausted *exhausted, struct tui_result *result,
                    struct error *error);

#endif
