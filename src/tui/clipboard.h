/* The escape sequence that asks a terminal to copy something (OSC 52 of xterm's ctlseqs). */
#ifndef REPLYCODE_TUI_CLIPBOARD_H
#define REPLYCODE_TUI_CLIPBOARD_H

#include "page/print.h"

/* What stands between the program and the terminal, and has to be told to let the sequence through. */
enum passage { PASSAGE_DIRECT, PASSAGE_TMUX, PASSAGE_SCREEN };

/* The passage that the environment tells of: $TMUX and $TERM, each of which may be NULL. */
enum passage clipboard_passage(const char *tmux, const char *term);

/* The bytes to send so that the n bytes at text are copied. Owned by the arena.
 * */
struct output clipboard_sequence(struct arena *arena, const char *text, size_t n, enum passage passage);

#endif
