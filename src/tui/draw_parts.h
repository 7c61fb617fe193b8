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

/* A text on as many lines of a rectangle as it takes. Returns how many. */
int draw_paragraph(struct grid *grid, struct rect rect, int look, const char *text);

/* The signs that there is more above and below, in the last column of a rectangle. */
void draw_more(struct grid *grid, struct rect rect, bool above, bool below);

#endif
