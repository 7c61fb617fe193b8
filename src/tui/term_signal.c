#include "tui/term_signal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

/* What signal handlers need has to be global. */
static volatile sig_atomic_t got_stop, got_suspend, got_resize, got_resumed;
static volatile sig_atomic_t is_armed;
static int wake[2] = {-1, -1}; /* a pipe: a handler writes, poll() sees it */
static int terminal = -1;
static struct termios saved_modes;
static char restore_bytes[RESTORE_MAX];
static size_t restore_size;

static const int watched[] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGWINCH, SIGCONT};
static const int crashes[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};

enum { WATCHED = sizeof watched / sizeof *watched, CRASHES = sizeof crashes / sizeof *crashes };

static struct sigaction old_watched[WATCHED], old_crashes[CRASHES];

static void on_signal(int number)
{
	int before = errno;

	if (number == SIGWINCH)
		got_resize = 1;
	else if (number == SIGTSTP)
		got_suspend = 1;
	else if (number == SIGCONT)
		got_resumed = 1;
	else
		got_stop = number;
	/* A full pipe wakes as well as a byte more. */
	if (write(wake[1], "", 1) < 0)
		errno = before;
	errno = before;
}

void signals_restore(void)
{
	if (!is_armed)
		return;
	is_armed = 0;
	/* Nothing could be done about a failure here. */
	if (write(terminal, restore_bytes, restore_size) < 0)
		errno = 0;
	tcsetattr(terminal, TCSANOW, &saved_modes);
}

static void on_crash(int number)
{
	signals_restore();
	/* The handler was taken away when it was called, so this ends the program as if it had never been there. */
	raise(number);
}

static bool set_flags(int fd)
{
	return fcntl(fd, F_SETFL, O_NONBLOCK) == 0 && fcntl(fd, F_SETFD, FD_CLOEXEC) == 0;
}

bool signals_open(void)
{
	struct sigaction action = {.sa_handler = on_signal};

	if (pipe(wake) != 0)
		return false;
	if (!set_flags(wake[0]) || !set_flags(wake[1])) {
		close(wake[0]);
		close(wake[1]);
		return false;
	}
	got_stop = got_suspend = got_resize = got_resumed = 0;
	sigemptyset(&action.sa_mask);
	for (size_t i = 0; i < WATCHED; i++) {
		sigaction(watched[i], NULL, &old_watched[i]);
		/* What is ignored stays ignored: nohup, a shell without job control. */
		if (old_watched[i].sa_handler != SIG_IGN)
			sigaction(watched[i], &action, NULL);
	}
	action.sa_handler = on_crash;
	action.sa_flags = (int)SA_RESETHAND;
	for (size_t i = 0; i < CRASHES; i++) {
		sigaction(crashes[i], NULL, &old_crashes[i]);
		/* Sanitizers have handlers of their own. */
		if (old_crashes[i].sa_handler == SIG_DFL)
			sigaction(crashes[i], &action, NULL);
	}
	return true;
}

void signals_arm(int fd, const struct termios *modes, const char *restore, size_t n)
{
	restore_size = n < sizeof restore_bytes ? n : sizeof restore_bytes;
	memcpy(restore_bytes, restore, restore_size);
	terminal = fd;
	saved_modes = *modes;
	is_armed = 1;
}

void signals_close(void)
{
	is_armed = 0;
	for (size_t i = 0; i < WATCHED; i++)
		sigaction(watched[i], &old_watched[i], NULL);
	for (size_t i = 0; i < CRASHES; i++)
		sigaction(crashes[i], &old_crashes[i], NULL);
	close(wake[0]);
	close(wake[1]);
	wake[0] = wake[1] = -1;
}

int signals_fd(void)
{
	return wake[0];
}

struct signals signals_take(void)
{
	struct signals signals;
	char bytes[16];

	while (read(wake[0], bytes, sizeof bytes) > 0)
		;
	/* A signal that comes between the two steps writes to the pipe again. */
	signals = (struct signals){.stop = got_stop, .suspend = got_suspend, .resize = got_resize, .resumed = got_resumed};
	got_stop = got_suspend = got_resize = got_resumed = 0;
	return signals;
}

void signals_stop_self(void)
{
	struct sigaction action = {.sa_handler = SIG_DFL};
	struct sigaction before;

	sigemptyset(&action.sa_mask);
	sigaction(SIGTSTP, &action, &before);
	raise(SIGTSTP);
	sigaction(SIGTSTP, &before, NULL);
	got_resumed = 0;
}
