/* Where the parts of a screen stand, for every size of the terminal. */
#ifndef REPLYCODE_TUI_FRAME_H
#define REPLYCODE_TUI_FRAME_H

#include "tui/action.h"
#include "tui/grid.h"

enum { FRAME_WIDTH_MIN = 20, FRAME_HEIGHT_MIN = 5 };

struct frame {
	bool fits;        /* false: the terminal is too small for anything */
	bool header;      /* whether row 0 is the header */
	bool two_panes;   /* whether list and page stand side by side */
	int footer;       /* row */
	int separator;    /* column between the panes */
	struct rect body; /* between header and footer */
	struct rect list; /* the whole body where there is one pane */
	struct rect page; /* the same; a column is kept at its right for the signs of
	                     scrolling */
};

struct frame frame_make(int width, int height);

/* The window of an overlay that would like to be width by height cells, in the middle of the body; its content,
 * within the border. */
struct rect frame_window(const struct frame *frame, int width, int height);

#endif
