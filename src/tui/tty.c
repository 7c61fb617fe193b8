#include "tui/tty.h"

#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <stdbool.h>
#include <strings.h>
#include <unistd.h>

static bool is_utf8_locale(void)
{
	return strcasecmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

const char *tty_charset(const char *charset)
{
	static const char *const locales[] = {"C.UTF-8", "C.utf8", "en_US.UTF-8"};
	bool utf8 = strcasecmp(charset, "UTF-8") == 0 || strcasecmp(charset, "UTF8") == 0;
	bool ascii = strcasecmp(charset, "ASCII") == 0;

	/* What is typed is read in the locale's way even where all that is shown is ASCII. */
	if (setlocale(LC_CTYPE, "") && (ascii ? is_utf8_locale() : strcasecmp(nl_langinfo(CODESET), charset) == 0))
		return charset;
	for (size_t i = 0; (utf8 || ascii) && i < sizeof locales / sizeof *locales; i++)
		if (setlocale(LC_CTYPE, locales[i]) && is_utf8_locale())
			return charset;
	return "ASCII";
}

enum status tty_open(struct tty *tty, struct error *error)
{
	*tty = (struct tty){.in = stdin, .out = stdout};
	if (isatty(STDIN_FILENO) && isatty(STDOUT_FILENO))
		return STATUS_OK;

	int fd = open("/dev/tty", O_RDWR | O_CLOEXEC);

	tty->own = fd < 0 ? NULL : fdopen(fd, "r+");
	if (!tty->own) {
		if (fd >= 0)
			close(fd);
		return error_set(error, "error.no-terminal", NULL, NULL, NULL);
	}
	tty->in = tty->out = tty->own;
	return STATUS_OK;
}

void tty_close(struct tty *tty)
{
	if (tty->own)
		fclose(tty->own);
	*tty = (struct tty){0};
}

void tty_send(const struct tty *tty, const char *bytes, size_t n)
{
	fflush(tty->out);
	while (n) {
		ssize_t done = write(fileno(tty->out), bytes, n);

		if (done < 0 && errno == EAGAIN) {
			struct pollfd ready = {.fd = fileno(tty->out), .events = POLLOUT};

			poll(&ready, 1, -1);
		} else if (done < 0 && errno != EINTR) {
			return;
		} else if (done > 0) {
			bytes += done;
			n -= (size_t)done;
		}
	}
}

bool tty_take(mbstate_t *state, int byte, uint32_t *character, bool *again)
{
	enum { NO_CHARACTER = 0xFFFD };
	bool started = mbsinit(state) == 0;
	char c = (char)byte;
	wchar_t whole;
	size_t n = mbrtowc(&whole, &c, 1, state);

	*again = false;
	if (n == (size_t)-2)
		return false;
	if (n != (size_t)-1) {
		*character = (uint32_t)whole;
		return true;
	}
	*state = (mbstate_t){0};
	*again = started;
	*character = NO_CHARACTER;
	return true;
}
