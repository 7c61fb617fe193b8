/* How each role looks, by the number of colours that a terminal has. */
#ifndef REPLYCODE_TUI_PALETTE_H
#define REPLYCODE_TUI_PALETTE_H

#include "tui/grid.h"

enum { PALETTE_NONE = -1 /* the terminal's own colour */ };

struct style {
	short few;  /* the colour among 8 or 16 */
	short many; /* the colour among 256 */
	bool bold, underline, reverse;
};

/* By enum role and enum look. Every role that carries information beside the text's own words has an attribute too,
 * so that it is told without colour. */
extern const struct style palette[LOOK_COUNT];

#endif
