/* A text that is being typed. */
#ifndef REPLYCODE_TUI_PROMPT_H
#define REPLYCODE_TUI_PROMPT_H

#include "base/arena.h"
#include "tui/action.h"

/* Bytes; what is typed beyond is dropped. A reply that is too long stays so by a character, and can be told to be. */
enum { PROMPT_MAX = 64 * 1024 + 4 };

struct prompt {
	struct arena *arena;
	char *text; /* UTF-8 with a NUL behind it; never NULL */
	size_t size, room;
	bool lines;    /* whether line breaks are kept; else they become blanks */
	size_t cursor; /* in bytes, at the start of a character or at the end */
};

/* An empty prompt; prompt_close() frees it. */
void prompt_open(struct prompt *prompt, arena_exhausted *exhausted);
void prompt_close(struct prompt *prompt);

/* Replaces the text. */
void prompt_set(struct prompt *prompt, const char *text);

/* Inserts one character before the cursor. Control characters and what no terminal shows become a blank or nothing.
 * Returns whether the text changed. */
bool prompt_type(struct prompt *prompt, uint32_t character);

/* Does what an action of editing says. Returns whether the text changed. */
bool prompt_edit(struct prompt *prompt, enum action action);

#endif
