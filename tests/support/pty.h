/* A program in a pseudo-terminal, with libvterm as the terminal. Nothing here sleeps: it waits for what appears, and
 * fails the test when that takes too long. */
#ifndef REPLYCODE_TESTS_SUPPORT_PTY_H
#define REPLYCODE_TESTS_SUPPORT_PTY_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>
#include <termios.h>
#include <vterm.h>

struct pty {
	int fd;
	pid_t pid;
	VTerm *vterm;
	VTermScreen *screen;
	bool alternate, cursor_visible; /* what the program has asked for */
	char *raw;                      /* all that the program has sent, with a NUL behind it */
	size_t size, room;
	struct termios before; /* the terminal's modes when the program was started */
};

/* Starts argv (ended by NULL) in a terminal of that size with no environment but TERM, LANG, PATH, HOME and extra
 * (ended by NULL; may be NULL). */
void pty_start(struct pty *pty, const char *const *argv, const char *term, const char *const *extra, int width,
               int height);

/* Ends what still runs and frees everything. */
void pty_close(struct pty *pty);

void pty_send(struct pty *pty, const char *bytes);
void pty_resize(struct pty *pty, int width, int height);

/* Reads until the screen shows text; until it does not; until the program has sent the bytes. */
void pty_wait(struct pty *pty, const char *text);
void pty_wait_gone(struct pty *pty, const char *text);
void pty_wait_sent(struct pty *pty, const char *bytes);

/* Reads what comes until the program has ended. Returns its status as waitpid() gives it. */
int pty_wait_end(struct pty *pty);

/* Reads what there is within ms milliseconds (-1: for ever), once. Returns the number of bytes, or -1 at the end. */
ssize_t pty_read(struct pty *pty, int ms);

/* The screen as text, rows without the blanks at their end. The caller frees it. */
char *pty_text(struct pty *pty);
bool pty_shows(struct pty *pty, const char *text);

/* Whether the program has asked for reports of the mouse. */
bool pty_mouse(struct pty *pty);

/* Fails the test unless the terminal is as it was before the program started: modes, screen, cursor, mouse. */
void pty_check_restored(struct pty *pty);

/* The program under test: $REPLYCODE. */
const char *pty_program(void);

#endif
