/* What happens to the terminal interface: keys, the mouse, time, signals, and answers to what it asked for. */
#ifndef REPLYCODE_TUI_EVENT_H
#define REPLYCODE_TUI_EVENT_H

#include <stdbool.h>
#include <stdint.h>

/* A key is the character that it types (0x0D for Enter, 0x1B for Esc, 0x09 for Tab), or one of these, which lie
 * above all characters. What terminals send for one key in several ways arrives here in one. */
enum {
	INPUT_UP = 0x110000,
	INPUT_DOWN,
	INPUT_LEFT,
	INPUT_RIGHT,
	INPUT_HOME,
	INPUT_END,
	INPUT_PAGE_UP,
	INPUT_PAGE_DOWN,
	INPUT_BACKSPACE,
	INPUT_DELETE,
	INPUT_BACK_TAB,
	INPUT_F1,
	INPUT_DIGIT, /* in bindings: any digit */
	INPUT_LIMIT,
};

enum {
	INPUT_TAB = 0x09,
	INPUT_ENTER = 0x0D,
	INPUT_ESC = 0x1B,
};

#define INPUT_CTRL(letter) ((letter)&0x1F)

enum event_kind {
	EVENT_KEY,
	EVENT_PASTED, /* what was pasted has come to its end */
	EVENT_CLICK,
	EVENT_WHEEL,
	EVENT_RESIZE,
	EVENT_TIMEOUT, /* nothing happened for as long as model_timeout() said */
	EVENT_STOP,    /* a signal asks the program to end */
	EVENT_SUSPEND, /* a signal asks it to stop for a while */
	EVENT_ANSWER,  /* what became of a request of the model */
};

/* What became of a request. */
enum answer { ANSWER_DONE, ANSWER_EXISTS, ANSWER_FAILED, ANSWER_IMPOSSIBLE };

struct event {
	enum event_kind kind;
	uint32_t key;       /* of EVENT_KEY */
	bool pasted;        /* of EVENT_KEY: it is text, not a command */
	bool more;          /* of EVENT_KEY, Enter: text came along with it, as no hand types it */
	int x, y;           /* of the mouse: the cell, from 0 */
	int turn;           /* of EVENT_WHEEL: -1 up, 1 down */
	int width, height;  /* of EVENT_RESIZE */
	int signal;         /* of EVENT_STOP */
	enum answer answer; /* of EVENT_ANSWER */
	const char *text;   /* of EVENT_ANSWER: why it failed, or NULL; borrowed for the call */
};

#endif
