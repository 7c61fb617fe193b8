/* The parts of a screen. Only draw() calls these; each paints and changes nothing. */
#ifndef REPLYCODE_TUI_DRAW_PARTS_H
#define REPLYCODE_TUI_DRAW_PARTS_H

#include "tui/grid.h"
#include "tui/model.h"

void draw_header(const struct model *model, struct grid *grid);
void draw_footer(const struct model *model, struct grid *grid);

/* focused: whether keys go there, so that the terminal's cursor does too. */
void draw_list(const struct model *model, struct grid *grid, bool focused);
void draw_view(const struct view *view, struct grid *grid, struct rect rect, bool focused);
void draw_map(const struct model *model, struct grid *grid);
void draw_languages(const struct model *model, struct grid *grid);

/* What is being typed or asked. Returns whether there is any, so that the footer is taken. */
bool draw_prompt(const struct model *model, struct grid *grid);

/* The keys of a mode in the footer from column x on, as many as there is room for. Returns the column behind them. */
int draw_keys(const struct model *model, struct grid *grid, enum mode mode, int x);

/* Columns that all of them take. */
int draw_keys_width(const struct model *model, struct grid *grid, enum mode mode);

/* A text on as many lines of a rectangle as it takes. Returns how many. */
int draw_paragraph(struct grid *grid, struct rect rect, int look, const char *text);

/* The signs that there is more above and below, in the last column of a rectangle. */
void draw_more(struct grid *grid, struct rect rect, bool above, bool below);

#endif
