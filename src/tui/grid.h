/* The screen as the interface wants it: cells of text, each with a role. It knows no terminal. */
#ifndef REPLYCODE_TUI_GRID_H
#define REPLYCODE_TUI_GRID_H

#include "base/text.h"
#include "page/page.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What a cell is, for whoever gives it a colour: a role of a page, or one of these. */
enum look {
	LOOK_HEADER = ROLE_COUNT,
	LOOK_FOOTER,
	LOOK_KEY,    /* a key in the footer or the help */
	LOOK_NOTICE, /* what has just happened */
	LOOK_MATCH,  /* what the filter found */
	LOOK_MARK,   /* the signs [A] and [B] */
	LOOK_FAINT,
	LOOK_COUNT,
};

enum { GRID_BYTES = 20 /* of the text of one cell; longer clusters lose their last combining characters */ };

enum { GRID_WIDTH_MAX = 1000, GRID_HEIGHT_MAX = 500 }; /* larger terminals are used in part */

struct grid_cell {
	char bytes[GRID_BYTES]; /* UTF-8, not NUL-terminated */
	uint8_t size;
	uint8_t width;    /* 1 or 2 columns; 0: the right half of the cell before */
	uint8_t look;     /* enum role or enum look */
	uint8_t selected; /* whether the cell belongs to what is selected */
};

struct grid {
	struct arena *scratch; /* for whoever draws; forgotten by the next grid_clear() */
	struct charset *charset;
	struct arena *memory;    /* of the cells */
	struct grid_cell *cells; /* row by row */
	size_t room;             /* for how many cells memory was taken */
	int width, height;
	int cursor_x, cursor_y; /* -1 where there is none */
};

/* A part of the screen. */
struct rect {
	int x, y, width, height;
};

/* Starts an empty grid whose text is adapted to the charset. The caller ends it with grid_close(). */
void grid_open(struct grid *grid, struct charset *charset, arena_exhausted *exhausted);
void grid_close(struct grid *grid);

/* Makes the grid width by height blank cells. Both are kept between 1 and the limits above. */
void grid_clear(struct grid *grid, int width, int height);

/* Writes the n bytes of valid UTF-8 at text, from column x of row y on, in at most room columns; what does not fit
 * is left out. Returns the columns used. Places outside the grid are skipped. */
int grid_put(struct grid *grid, int x, int y, int room, int look, const char *text, size_t n);

/* The same for a whole string; where it does not fit, it ends in an ellipsis.
 * */
int grid_text(struct grid *grid, int x, int y, int room, int look, const char *text);

/* Fills a rectangle with one ASCII character. */
void grid_fill(struct grid *grid, struct rect rect, int look, char c);

/* Marks the cells of a part of a row as selected. */
void grid_select(struct grid *grid, int x, int y, int width);

/* Puts the terminal's cursor there. */
void grid_cursor(struct grid *grid, int x, int y);

/* Columns that text takes, once adapted to the charset. */
int grid_width(struct grid *grid, const char *text);

#endif
