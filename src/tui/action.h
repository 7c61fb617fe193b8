/* What a user can do, and with which keys. The help, the footer and the manual derive from these tables. */
#ifndef REPLYCODE_TUI_ACTION_H
#define REPLYCODE_TUI_ACTION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Where the keys go. */
enum mode {
	MODE_ANY, /* in bindings: every mode of browsing */
	MODE_LIST,
	MODE_READ, /* the page beside the list, or alone */
	MODE_COMPARE,
	MODE_VERDICT, /* the page about a reply */
	MODE_MAP,
	MODE_HELP,
	MODE_LANGUAGES,
	MODE_COPY,      /* the choice of a format */
	MODE_OVERWRITE, /* the question whether to */
	MODE_FILTER,    /* text is typed here and below */
	MODE_WRITE,
	MODE_REPLY,
	MODE_COUNT,
};

enum action {
	ACTION_NONE,
	ACTION_UP,
	ACTION_DOWN,
	ACTION_PAGE_UP,
	ACTION_PAGE_DOWN,
	ACTION_FIRST,
	ACTION_LAST,
	ACTION_LEFT,
	ACTION_RIGHT,
	ACTION_JUMP,
	ACTION_FILTER,
	ACTION_MARK,
	ACTION_OPEN,
	ACTION_COMPARE,
	ACTION_SWAP,
	ACTION_SIDE,
	ACTION_NEXT_CODE,
	ACTION_PREVIOUS_CODE,
	ACTION_NEXT_PAIR,
	ACTION_PREVIOUS_PAIR,
	ACTION_PANE,
	ACTION_EXPLAIN,
	ACTION_RECALL,
	ACTION_CODE,
	ACTION_MAP,
	ACTION_KIND,
	ACTION_LANGUAGE,
	ACTION_LANGUAGES,
	ACTION_PRINT,
	ACTION_COPY,
	ACTION_WRITE,
	ACTION_MOUSE,
	ACTION_REDRAW,
	ACTION_SUSPEND,
	ACTION_HELP,
	ACTION_BACK,
	ACTION_QUIT,
	ACTION_CHOOSE,
	ACTION_COPY_TEXT,
	ACTION_COPY_MARKDOWN,
	ACTION_YES,
	ACTION_NO,
	ACTION_ACCEPT,
	ACTION_CANCEL,
	ACTION_ERASE,
	ACTION_ERASE_NEXT,
	ACTION_ERASE_WORD,
	ACTION_ERASE_ALL,
	ACTION_CURSOR_LEFT,
	ACTION_CURSOR_RIGHT,
	ACTION_CURSOR_START,
	ACTION_CURSOR_END,
	ACTION_CURSOR_DOWN,
	ACTION_COUNT,
};

struct action_info {
	const char *name;  /* as tests and manuals call it */
	const char *help;  /* key of the sentence in the help */
	const char *label; /* key of the word in the footer; NULL: not shown there */
};

struct binding {
	enum mode mode;
	uint32_t key;
	enum action action;
};

extern const struct action_info actions[ACTION_COUNT];
extern const struct binding bindings[];
extern const size_t binding_count;

/* The names of the modes, as keys of the interface's strings in the group "tui": "mode-list". */
extern const char *const mode_names[MODE_COUNT];

/* Whether keys without a binding are text in that mode. */
bool mode_is_text(enum mode mode);

/* Whether bindings of MODE_ANY hold in that mode. */
bool mode_is_browsing(enum mode mode);

/* What a key does in a mode; ACTION_NONE where it does nothing. */
enum action action_find(enum mode mode, uint32_t key);

/* The name of a key: a constant such as "PgUp" to be looked up as "tui.key-PgUp", or NULL where the key is the
 * character that it types. */
const char *action_key_name(uint32_t key);

/* Whether the binding has the first key of its action in its mode: the one that the footer shows. */
bool action_is_first(const struct binding *binding);

#endif
