#include "support/pty.h"

#include <errno.h>
#include <poll.h>
#include <pty.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <utmp.h>

#include <cmocka.h>

extern char **environ;

enum { PATIENCE = 20000 /* ms until a test has failed; sanitizers and valgrind are slow */ };

static int on_property(VTermProp property, VTermValue *value, void *user)
{
	struct pty *pty = user;

	if (property == VTERM_PROP_ALTSCREEN)
		pty->alternate = value->boolean;
	else if (property == VTERM_PROP_CURSORVISIBLE)
		pty->cursor_visible = value->boolean;
	return 1;
}

static const VTermScreenCallbacks callbacks = {.settermprop = on_property};

static void open_vterm(struct pty *pty, int width, int height)
{
	pty->vterm = vterm_new(height, width);
	vterm_set_utf8(pty->vterm, 1);
	pty->screen = vterm_obtain_screen(pty->vterm);
	vterm_screen_enable_altscreen(pty->screen, 1);
	vterm_screen_set_callbacks(pty->screen, &callbacks, pty);
	vterm_screen_reset(pty->screen, 1);
	pty->cursor_visible = true;
}

static void run(const char *const *argv, const char *term, const char *const *extra)
{
	static char term_variable[64];
	const char *environment[32] = {"LANG=C.UTF-8", "PATH=/usr/local/bin:/usr/bin:/bin", "HOME=/tmp", term_variable};
	size_t count = 3;

	snprintf(term_variable, sizeof term_variable, "TERM=%s", term ? term : "");
	count += term != NULL;
	environment[count] = NULL;
	for (; extra && *extra && count < 30; extra++)
		environment[count++] = *extra;
	for (char *const *inherited = environ; *inherited && count < 30; inherited++)
		if (strncmp(*inherited, "ASAN_", 5) == 0 || strncmp(*inherited, "LSAN_", 5) == 0)
			environment[count++] = *inherited;
	environment[count] = NULL;
	execve(argv[0], (char **)(uintptr_t)argv, (char **)(uintptr_t)environment);
	_exit(127);
}

void pty_start(struct pty *pty, const char *const *argv, const char *term, const char *const *extra, int width,
               int height)
{
	struct winsize size = {.ws_col = (unsigned short)width, .ws_row = (unsigned short)height};
	int child;

	*pty = (struct pty){0};
	open_vterm(pty, width, height);
	assert_int_equal(openpty(&pty->fd, &child, NULL, NULL, &size), 0);
	assert_int_equal(tcgetattr(child, &pty->before), 0);
	pty->pid = fork();
	assert_true(pty->pid >= 0);
	if (pty->pid == 0) {
		close(pty->fd);
		login_tty(child);
		run(argv, term, extra);
	}
	close(child);
}

void pty_close(struct pty *pty)
{
	if (pty->pid > 0) {
		kill(pty->pid, SIGKILL);
		waitpid(pty->pid, NULL, 0);
	}
	close(pty->fd);
	vterm_free(pty->vterm);
	free(pty->raw);
	*pty = (struct pty){0};
}

void pty_send(struct pty *pty, const char *bytes)
{
	assert_int_equal(write(pty->fd, bytes, strlen(bytes)), (ssize_t)strlen(bytes));
}

void pty_resize(struct pty *pty, int width, int height)
{
	struct winsize size = {.ws_col = (unsigned short)width, .ws_row = (unsigned short)height};

	vterm_set_size(pty->vterm, height, width);
	assert_int_equal(ioctl(pty->fd, TIOCSWINSZ, &size), 0);
}

static long now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

ssize_t pty_read(struct pty *pty, int ms)
{
	struct pollfd ready = {.fd = pty->fd, .events = POLLIN};
	int polled = poll(&ready, 1, ms);

	if (polled <= 0)
		return 0;
	if (pty->room - pty->size < 65536 + 1) {
		pty->room = pty->room * 2 + 131072;
		pty->raw = realloc(pty->raw, pty->room);
		assert_non_null(pty->raw);
		pty->raw[pty->size] = '\0';
	}
	ssize_t n = read(pty->fd, pty->raw + pty->size, 65536);

	/* Linux tells the end of a terminal with EIO. */
	if (n <= 0)
		return n < 0 && errno == EINTR ? 0 : -1;
	vterm_input_write(pty->vterm, pty->raw + pty->size, (size_t)n);
	pty->size += (size_t)n;
	pty->raw[pty->size] = '\0';
	return n;
}

char *pty_text(struct pty *pty)
{
	int width;
	int height;

	vterm_get_size(pty->vterm, &height, &width);
	char *text = malloc((size_t)height * ((size_t)width * 6 + 1) + 1);
	char *at = text;

	assert_non_null(text);
	for (int y = 0; y < height; y++) {
		VTermRect row = {.start_row = y, .end_row = y + 1, .start_col = 0, .end_col = width};
		size_t n = vterm_screen_get_text(pty->screen, at, (size_t)width * 6, row);

		while (n && at[n - 1] == ' ')
			n--;
		at += n;
		*at++ = '\n';
	}
	*at = '\0';
	return text;
}

bool pty_shows(struct pty *pty, const char *text)
{
	char *screen = pty_text(pty);
	bool found = strstr(screen, text) != NULL;

	free(screen);
	return found;
}

static bool has_sent(struct pty *pty, const char *bytes)
{
	return pty->raw && strstr(pty->raw, bytes) != NULL;
}

static bool lacks(struct pty *pty, const char *text)
{
	return !pty_shows(pty, text);
}

static void wait_until(struct pty *pty, bool (*holds)(struct pty *, const char *), const char *text, const char *what)
{
	long end = now() + PATIENCE;

	while (!holds(pty, text)) {
		if (pty_read(pty, (int)(end - now() > 0 ? end - now() : 0)) >= 0 && now() < end)
			continue;
		if (holds(pty, text))
			return;
		char *screen = pty_text(pty);

		print_error("the screen is\n%s", screen);
		free(screen);
		fail_msg("%s: %s", what, text);
	}
}

void pty_wait(struct pty *pty, const char *text)
{
	wait_until(pty, pty_shows, text, "never appeared");
}

void pty_wait_gone(struct pty *pty, const char *text)
{
	wait_until(pty, lacks, text, "never went away");
}

void pty_wait_sent(struct pty *pty, const char *bytes)
{
	wait_until(pty, has_sent, bytes, "was never sent");
}

int pty_wait_end(struct pty *pty)
{
	long end = now() + PATIENCE;
	int status = 0;

	while (now() < end) {
		ssize_t n = pty_read(pty, 10);
		pid_t done = waitpid(pty->pid, &status, WNOHANG);

		if (done == pty->pid) {
			while (pty_read(pty, 0) > 0)
				;
			pty->pid = 0;
			return status;
		}
		if (n < 0 && waitpid(pty->pid, &status, 0) == pty->pid) {
			pty->pid = 0;
			return status;
		}
	}
	fail_msg("the program never ended");
	return -1;
}

bool pty_mouse(struct pty *pty)
{
	bool on = false;

	/* This libvterm heeds only the first of several modes in one sequence, so it cannot be asked. */
	for (const char *at = pty->raw; at && (at = strstr(at, "1000")) && at[4]; at += 4)
		on = at[4] == 'h' || (at[4] != 'l' && on);
	return on;
}

void pty_check_restored(struct pty *pty)
{
	struct termios after;

	assert_int_equal(tcgetattr(pty->fd, &after), 0);
	assert_int_equal(after.c_iflag, pty->before.c_iflag);
	assert_int_equal(after.c_oflag, pty->before.c_oflag);
	assert_int_equal(after.c_cflag, pty->before.c_cflag);
	assert_int_equal(after.c_lflag, pty->before.c_lflag);
	assert_memory_equal(after.c_cc, pty->before.c_cc, sizeof after.c_cc);
	assert_false(pty->alternate);
	assert_true(pty->cursor_visible);
	assert_false(pty_mouse(pty));
}

const char *pty_program(void)
{
	const char *path = getenv("REPLYCODE");

	return path ? path : "build/replycode";
}
