/* What a person reads, free of any output: a list of blocks. layout turns it into lines, a printer into a format. */
#ifndef REPLYCODE_PAGE_PAGE_H
#define REPLYCODE_PAGE_PAGE_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>

/* What a piece of text is, for whoever gives it a colour. */
enum role {
	ROLE_TEXT,
	ROLE_TITLE,
	ROLE_HEADING,
	ROLE_LABEL,
	ROLE_DIFFERS, /* marks what differs; always with a sign beside it */
	ROLE_SUCCESS, /* of the classes 2yz and 3yz, and what needs nothing */
	ROLE_TRANSIENT,
	ROLE_PERMANENT,
	ROLE_NOTE,
	ROLE_CLIENT, /* the two sides of a session */
	ROLE_SERVER,
	ROLE_RULE,
	ROLE_COUNT,
};

struct cell {
	const char *text;
	enum role role;
};

enum block_kind {
	BLOCK_TITLE,     /* cells: one */
	BLOCK_HEADING,   /* cells: one */
	BLOCK_PARAGRAPH, /* cells: one */
	BLOCK_STEPS,     /* cells: one a step, numbered */
	BLOCK_POINTS,    /* cells: one a point */
	BLOCK_DIALOGUE,  /* cells: one a line, never joined */
	BLOCK_FACTS,     /* rows of a label and one value a column */
	BLOCK_TABLE,     /* rows of cells under a header; the last column takes what room is left */
	BLOCK_COLUMNS,   /* pages side by side, one under the other where there is no room */
};

struct row {
	struct cell *cells; /* as many as the block has columns; of BLOCK_FACTS: the label, then the values */
	bool differs;       /* of BLOCK_FACTS with several values */
	struct row *next;
};

struct block {
	enum block_kind kind;
	struct cell *cells; /* see above; of BLOCK_FACTS and BLOCK_TABLE: the header, one a column */
	size_t count;       /* of cells, or of columns */
	struct row *rows, *last_row;
	struct page **columns; /* of BLOCK_COLUMNS: count of them */
	struct block *next;
};

struct page {
	struct arena *arena;
	struct block *blocks, *last;
};

/* A page without blocks. All that is added to it is borrowed and must live as long as the arena. */
struct page *page_new(struct arena *arena);

/* Adds a block with one text. */
void page_add_text(struct page *page, enum block_kind kind, const char *text, enum role role);

/* Adds a block of count texts (BLOCK_STEPS, BLOCK_POINTS, BLOCK_DIALOGUE). */
void page_add_list(struct page *page, enum block_kind kind, const char *const *texts, size_t count);

/* Adds an empty block of rows (BLOCK_FACTS, BLOCK_TABLE) with a header of count cells. */
struct block *page_add_rows(struct page *page, enum block_kind kind, const struct cell *header, size_t count);

/* Adds a row of as many cells as the block has columns. */
void page_add_row(struct page *page, struct block *block, const struct cell *cells, bool differs);

/* Adds count columns, which hold texts and lists, no rows and no columns. */
void page_add_columns(struct page *page, struct page *const *columns, size_t count);

#endif
