/* The keys of a mode in words, made from the tables of actions and bindings. */
#ifndef REPLYCODE_TUI_HELP_H
#define REPLYCODE_TUI_HELP_H

#include "kb/lang.h"
#include "page/page.h"
#include "tui/action.h"

/* The page of all keys that work in a mode. */
struct page *help_page(struct arena *arena, struct lang *lang, enum mode mode);

/* A key as it is shown: "PgUp", "^L", "x". */
const char *help_key(struct arena *arena, struct lang *lang, uint32_t key);

#endif
