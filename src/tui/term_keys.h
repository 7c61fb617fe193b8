/* What curses hands over, as events: keys, what is pasted, the mouse. */
#ifndef REPLYCODE_TUI_TERM_KEYS_H
#define REPLYCODE_TUI_TERM_KEYS_H

#include "tui/event.h"

#include <wchar.h>

/* Where the reading stands. All zero at the start. */
struct keys {
	bool pasting;
	mbstate_t characters; /* a character of which bytes are still to come */
	int empty_reads;      /* set to 0 by whatever is read; counted by whoever waits in vain */
};

/* Has curses know the sequences around what is pasted. Once, when it has been opened. */
void keys_define(void);

/* Whether something was waiting that means an event, which is stored. Curses must be open, and not wait. */
bool keys_read(struct keys *keys, struct event *event);

#endif
