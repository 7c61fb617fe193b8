/* The terminal. The only module that knows curses. */
#ifndef REPLYCODE_TUI_TERM_H
#define REPLYCODE_TUI_TERM_H

#include "base/status.h"
#include "tui/event.h"
#include "tui/grid.h"

struct terminal;

/* Takes over the terminal: standard input and output, or /dev/tty where one of them is something else. The memory is
 * the arena's, and exhausted is called when there is none; term_close() gives the terminal back. Fails with an error
 * where there is none, or none that can place its cursor. */
enum status term_open(struct arena *arena, arena_exhausted *exhausted, bool colour, struct terminal **term,
                      struct error *error);
void term_close(struct terminal *term);

/* Gives the terminal back at once, from a signal handler or when memory is out. Does nothing when no terminal has
 * been taken over. The program must end after it. */
void term_restore(void);

/* Columns and rows. */
void term_size(const struct terminal *term, int *width, int *height);

/* Shows a grid; sends what has changed. */
void term_show(struct terminal *term, const struct grid *grid);

/* Waits for an event for at most timeout milliseconds (-1: as long as it takes; 0: not at all). Returns false where
 * there is none. */
bool term_wait(struct terminal *term, int timeout, struct event *event);

/* Sends everything again with the next term_show(). */
void term_redraw(struct terminal *term);

/* Gives the terminal back, stops the program until it is continued, and takes the terminal again. */
void term_suspend(struct terminal *term);

/* Turns reports of the mouse on or off. Returns whether the terminal has a mouse. */
bool term_mouse(struct terminal *term, bool on);

/* Asks the terminal to copy text. Returns false where it surely cannot. */
bool term_copy(struct terminal *term, struct arena *arena, const char *text, size_t n);

#endif
