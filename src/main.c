#include "cli/cli.h"
#include "tui/term.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

static void exhausted(void)
{
	static const char message[] = "replycode: out of memory\n";

	/* Nothing that allocates may be called any more. */
	term_restore();
	if (write(STDERR_FILENO, message, sizeof message - 1) < 0)
		_exit(STATUS_OUTPUT);
	_exit(STATUS_OUTPUT);
}

static int terminal_width(int fd)
{
	struct winsize size;

	return ioctl(fd, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

int main(int argc, char **argv)
{
	struct world world = {
	    .in = stdin,
	    .out = stdout,
	    .err = stderr,
	    .in_is_terminal = isatty(STDIN_FILENO),
	    .out_is_terminal = isatty(STDOUT_FILENO),
	    .terminal_width = terminal_width(STDOUT_FILENO),
	    .lang = {.replycode_lang = getenv("REPLYCODE_LANG"),
	             .language = getenv("LANGUAGE"),
	             .lc_all = getenv("LC_ALL"),
	             .lc_messages = getenv("LC_MESSAGES"),
	             .lc_ctype = getenv("LC_CTYPE"),
	             .lang = getenv("LANG")},
	    .data = getenv("REPLYCODE_DATA"),
	    .config_home = getenv("XDG_CONFIG_HOME"),
	    .home = getenv("HOME"),
	    .no_color = getenv("NO_COLOR"),
	    .term = getenv("TERM"),
	    .columns = getenv("COLUMNS"),
	};

	/* A closed pipe is told by the write that fails. */
	signal(SIGPIPE, SIG_IGN);

	enum status status = cli_run(&world, argc, argv, exhausted);

	if (fclose(stdout) != 0 && status == STATUS_OK)
		status = STATUS_OUTPUT;
	return (int)status;
}
