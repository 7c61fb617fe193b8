/* How a call ended, and what a person is told about it. */
#ifndef REPLYCODE_BASE_STATUS_H
#define REPLYCODE_BASE_STATUS_H

#include <stddef.h>

/* The values are the program's exit statuses. */
enum status {
	STATUS_OK = 0,
	STATUS_NOT_FOUND = 1,
	STATUS_BAD = 2,    /* wrong usage, or data that cannot be used */
	STATUS_OUTPUT = 3, /* output could not be written, or memory ran out */
};

enum { ERROR_ARGS = 3 };

/* An error as a message of data/ui.*.json and what fills its places {1}, {2}, {3}.
 * The strings are borrowed: from the arena of whoever filled the error, or constant. */
struct error {
	const char *message; /* key of the message; NULL when there is no error */
	const char *args[ERROR_ARGS];
	const char *file;    /* NULL when the error is in no file */
	size_t line, column; /* from 1; 0 when the error concerns the whole file */
};

/* Fills error with a message and up to three arguments (NULL where there is none). Returns STATUS_BAD. */
enum status error_set(struct error *error, const char *message, const char *a, const char *b, const char *c);

#endif
