/* The screen that a model makes. */
#ifndef REPLYCODE_TUI_DRAW_H
#define REPLYCODE_TUI_DRAW_H

#include "tui/grid.h"
#include "tui/model.h"

/* Paints the whole screen into the grid, which becomes as large as the model's screen. Changes nothing else. */
void draw(const struct model *model, struct grid *grid);

#endif
