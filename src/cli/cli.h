/* The command line: from arguments to output and exit status. */
#ifndef REPLYCODE_CLI_CLI_H
#define REPLYCODE_CLI_CLI_H

#include "kb/lang.h"

#include <stdbool.h>
#include <stdio.h>

/* The world around the program. The strings may be NULL. */
struct world {
	FILE *in, *out, *err;
	bool in_is_terminal, out_is_terminal;
	int terminal_width; /* of the output, in columns; 0 when it is no terminal */
	struct lang_env lang;
	const char *data;               /* $REPLYCODE_DATA */
	const char *config_home, *home; /* $XDG_CONFIG_HOME, $HOME */
	const char *no_color, *term, *columns;
};

/* Does what the arguments ask for. Returns the program's exit status. exhausted is called when memory runs out; it does
 * not return. */
enum status cli_run(const struct world *world, int argc, char **argv, arena_exhausted *exhausted);

#endif
