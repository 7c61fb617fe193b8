/* The signals that concern a terminal, and giving it back in an emergency. */
#ifndef REPLYCODE_TUI_TERM_SIGNAL_H
#define REPLYCODE_TUI_TERM_SIGNAL_H

#include <stdbool.h>
#include <stddef.h>
#include <termios.h>

enum { RESTORE_MAX = 512 };

/* What came since it was last asked. */
struct signals {
	int stop; /* the signal that asks the program to end; 0 for none */
	bool suspend, resize, resumed;
};

/* Starts watching the signals; before curses does, which would end the program from within a handler. Returns false
 * where the system has no room for it. signals_close() puts everything back as it was. */
bool signals_open(void);
void signals_close(void);

/* From now on a crash, and term_restore(), give the terminal back: by tcsetattr() with modes, and by writing the n
 * bytes at restore to fd. */
void signals_arm(int fd, const struct termios *modes, const char *restore, size_t n);

/* A descriptor that is readable when a signal has come. */
int signals_fd(void);

/* What has come; forgets it. */
struct signals signals_take(void);

/* Stops the program as the terminal's suspend key does, until it is continued.
 * */
void signals_stop_self(void);

/* See term_restore(). */
void signals_restore(void);

#endif
