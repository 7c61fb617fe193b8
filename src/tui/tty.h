/* The terminal as a file: where it is, which characters it takes, bytes sent to it. */
#ifndef REPLYCODE_TUI_TTY_H
#define REPLYCODE_TUI_TTY_H

#include "base/status.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <wchar.h>

struct tty {
	FILE *in, *out;
	FILE *own; /* the file that was opened for both; NULL: standard input and output */
};

/* Prepares the locale's character handling for a terminal that shows charset. Returns the name of the character set
 * that can be used: charset itself, or "ASCII" where the system cannot serve it. */
const char *tty_charset(const char *charset);

/* Standard input and output, or /dev/tty where one of them is something else. tty_close() closes what was opened. */
enum status tty_open(struct tty *tty, struct error *error);
void tty_close(struct tty *tty);

/* Takes a byte that was read as part of a character. Returns whether that makes a whole one, U+FFFD for bytes that make
 * none; with *again set the byte is not part of it and has to be taken once more. (curses loses up to fifteen good bytes
 * behind a bad one.) */
bool tty_take(mbstate_t *state, int byte, uint32_t *character, bool *again);

/* Sends bytes behind what has been written to the file. A terminal that is gone is noticed where it is read. */
void tty_send(const struct tty *tty, const char *bytes, size_t n);

#endif
