/* The interface without a terminal: a model, keys by their names, and the screen as text. */
#ifndef REPLYCODE_TESTS_SUPPORT_SCRIPT_H
#define REPLYCODE_TESTS_SUPPORT_SCRIPT_H

#include "tui/draw.h"
#include "tui/update.h"

struct script {
	struct arena *arena;
	struct charset *charset;
	struct source *source;
	struct model model;
	struct grid grid;
};

/* Opens the interface on the built-in data; up to two codes, the others NULL. Fails the test where it cannot. */
void script_open(struct script *script, const char *lang, const char *charset, int width, int height, const char *a,
                 const char *b);
void script_close(struct script *script);

/* Types keys, separated by blanks: characters, or Up Down Left Right Home End PgUp PgDn Enter Esc Tab BackTab Space
 * Backspace Delete F1 ^X, "text" for each of its characters, WxH for a new size. Requests are not served. */
void script_type(struct script *script, const char *keys);

/* Pastes text, as a terminal hands it over: line breaks as CR, what is no UTF-8 as U+FFFD, and the end told. */
void script_paste(struct script *script, const char *text, size_t n);

/* Hands an event to the model. */
void script_send(struct script *script, struct event event);

/* The screen: rows without the blanks at their end, each with a line break, then the place of the cursor. Owned by
 * the script. */
const char *script_screen(struct script *script);

/* Whether the screen shows a text. */
bool script_shows(struct script *script, const char *text);

#endif
