/* The list of codes: grouped, filtered, with one of them selected. */
#ifndef REPLYCODE_TUI_LIST_H
#define REPLYCODE_TUI_LIST_H

#include "tui/language.h"

enum list_row_kind {
	LIST_HEADING, /* of a class, or of a class and subject of enhanced codes */
	LIST_CODE,
	LIST_MATCH, /* below a code: the text in which the filter was found */
};

/* Where something was found in a text, in bytes. */
struct found {
	size_t at, size; /* size 0: nowhere */
};

struct list_row {
	enum list_row_kind kind;
	const char *code;   /* of a heading: the first code below it */
	const char *name;   /* of the code or heading, or the text of a match; NULL
	                       until the row comes into sight */
	struct found found; /* in name */
	bool loaded;        /* whether the row has been in sight */
};

struct list {
	enum code_kind kind;
	struct arena *arena; /* of the rows */
	struct list_row *rows;
	size_t count;                    /* of rows */
	size_t codes;                    /* rows that are codes */
	size_t total;                    /* codes of the kind, filtered or not */
	size_t selected;                 /* a row that is a code; count when there is none */
	size_t top;                      /* the first row in sight */
	const char *words;               /* the filter that the rows were made for; "" for all */
	const struct language *language; /* for which the rows were made */
};

/* A list without rows; list_close() frees it. */
void list_open(struct list *list, enum code_kind kind, arena_exhausted *exhausted);
void list_close(struct list *list);

/* Makes the rows of the codes that match the words of filter in the language or in the other one; filter must not be
 * words of the list itself. The selected code stays selected, at the same height, where it still is in the list;
 * else the best match is selected. */
enum status list_fill(struct list *list, struct languages *languages, size_t language, size_t other, const char *filter,
                      struct error *error);

/* The selected code, or NULL where the list is empty. Borrowed from the language. */
const char *list_code(const struct list *list);

/* Selects a code. Returns whether it is in the list. */
bool list_select(struct list *list, const char *code);

/* Selects the first code that starts with prefix. Returns whether there is one.
 * */
bool list_jump(struct list *list, const char *prefix);

/* Moves the selection by so many codes, as far as there are any. */
void list_move(struct list *list, long codes);

/* Moves the selection by so many rows, to a code near there. */
void list_page(struct list *list, long rows);

/* Scrolls so that the selected row, and the heading above the first code, are among height rows. */
void list_settle(struct list *list, int height);

/* Scrolls by rows without moving the selection further than needed to stay in sight of height rows. */
void list_scroll(struct list *list, long rows, int height);

/* Reads the names of the rows that are in sight in a pane of height rows. */
enum status list_load(struct list *list, struct languages *languages, size_t language, int height, struct error *error);

#endif
