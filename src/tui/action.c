#include "tui/action.h"

#include "tui/event.h"

const char *const mode_names[MODE_COUNT] = {
    [MODE_ANY] = "mode-any",         [MODE_LIST] = "mode-list",
    [MODE_READ] = "mode-read",       [MODE_COMPARE] = "mode-compare",
    [MODE_VERDICT] = "mode-verdict", [MODE_MAP] = "mode-map",
    [MODE_HELP] = "mode-help",       [MODE_LANGUAGES] = "mode-languages",
    [MODE_COPY] = "mode-copy",       [MODE_OVERWRITE] = "mode-overwrite",
    [MODE_FILTER] = "mode-filter",   [MODE_WRITE] = "mode-write",
    [MODE_REPLY] = "mode-reply",
};

#define ACTION(word) .name = word, .help = "action." word
#define LABEL(word) .label = "action." word "-label"

const struct action_info actions[ACTION_COUNT] = {
    [ACTION_NONE] = {.name = "none"},
    [ACTION_UP] = {ACTION("up")},
    [ACTION_DOWN] = {ACTION("down")},
    [ACTION_PAGE_UP] = {ACTION("page-up")},
    [ACTION_PAGE_DOWN] = {ACTION("page-down")},
    [ACTION_FIRST] = {ACTION("first")},
    [ACTION_LAST] = {ACTION("last")},
    [ACTION_LEFT] = {ACTION("left")},
    [ACTION_RIGHT] = {ACTION("right")},
    [ACTION_JUMP] = {ACTION("jump")},
    [ACTION_FILTER] = {ACTION("filter"), LABEL("filter")},
    [ACTION_MARK] = {ACTION("mark"), LABEL("mark")},
    [ACTION_OPEN] = {ACTION("open"), LABEL("open")},
    [ACTION_COMPARE] = {ACTION("compare"), LABEL("compare")},
    [ACTION_SWAP] = {ACTION("swap"), LABEL("swap")},
    [ACTION_SIDE] = {ACTION("side"), LABEL("side")},
    [ACTION_NEXT_CODE] = {ACTION("next-code"), LABEL("next-code")},
    [ACTION_PREVIOUS_CODE] = {ACTION("previous-code")},
    [ACTION_NEXT_PAIR] = {ACTION("next-pair"), LABEL("next-pair")},
    [ACTION_PREVIOUS_PAIR] = {ACTION("previous-pair")},
    [ACTION_PANE] = {ACTION("pane")},
    [ACTION_EXPLAIN] = {ACTION("explain"), LABEL("explain")},
    [ACTION_RECALL] = {ACTION("recall"), LABEL("recall")},
    [ACTION_CODE] = {ACTION("code"), LABEL("code")},
    [ACTION_MAP] = {ACTION("map"), LABEL("map")},
    [ACTION_KIND] = {ACTION("kind"), LABEL("kind")},
    [ACTION_LANGUAGE] = {ACTION("language"), LABEL("language")},
    [ACTION_LANGUAGES] = {ACTION("languages")},
    [ACTION_PRINT] = {ACTION("print"), LABEL("print")},
    [ACTION_COPY] = {ACTION("copy"), LABEL("copy")},
    [ACTION_WRITE] = {ACTION("write"), LABEL("write")},
    [ACTION_MOUSE] = {ACTION("mouse")},
    [ACTION_REDRAW] = {ACTION("redraw")},
    [ACTION_SUSPEND] = {ACTION("suspend")},
    [ACTION_HELP] = {ACTION("help"), LABEL("help")},
    [ACTION_BACK] = {ACTION("back"), LABEL("back")},
    [ACTION_QUIT] = {ACTION("quit"), LABEL("quit")},
    [ACTION_CHOOSE] = {ACTION("choose"), LABEL("choose")},
    [ACTION_COPY_TEXT] = {ACTION("copy-text"), LABEL("copy-text")},
    [ACTION_COPY_MARKDOWN] = {ACTION("copy-markdown"), LABEL("copy-markdown")},
    [ACTION_YES] = {ACTION("yes"), LABEL("yes")},
    [ACTION_NO] = {ACTION("no"), LABEL("no")},
    [ACTION_ACCEPT] = {ACTION("accept"), LABEL("accept")},
    [ACTION_CANCEL] = {ACTION("cancel"), LABEL("cancel")},
    [ACTION_ERASE] = {ACTION("erase")},
    [ACTION_ERASE_NEXT] = {ACTION("erase-next")},
    [ACTION_ERASE_WORD] = {ACTION("erase-word")},
    [ACTION_ERASE_ALL] = {ACTION("erase-all")},
    [ACTION_CURSOR_LEFT] = {ACTION("cursor-left")},
    [ACTION_CURSOR_RIGHT] = {ACTION("cursor-right")},
    [ACTION_CURSOR_START] = {ACTION("cursor-start")},
    [ACTION_CURSOR_END] = {ACTION("cursor-end")},
    [ACTION_CURSOR_DOWN] = {ACTION("cursor-down")},
};

#define BIND(where, what, does)                                                                                        \
	{                                                                                                                  \
		.mode = (where), .key = (what), .action = (does)                                                               \
	}

/* What the modes in which a line of text is typed have in common. */
#define BIND_TEXT(where)                                                                                               \
	BIND(where, INPUT_BACKSPACE, ACTION_ERASE), BIND(where, INPUT_DELETE, ACTION_ERASE_NEXT),                          \
	    BIND(where, INPUT_CTRL('w'), ACTION_ERASE_WORD), BIND(where, INPUT_CTRL('u'), ACTION_ERASE_ALL),               \
	    BIND(where, INPUT_LEFT, ACTION_CURSOR_LEFT), BIND(where, INPUT_RIGHT, ACTION_CURSOR_RIGHT),                    \
	    BIND(where, INPUT_HOME, ACTION_CURSOR_START), BIND(where, INPUT_CTRL('a'), ACTION_CURSOR_START),               \
	    BIND(where, INPUT_END, ACTION_CURSOR_END), BIND(where, INPUT_CTRL('e'), ACTION_CURSOR_END),                    \
	    BIND(where, INPUT_CTRL('l'), ACTION_REDRAW), BIND(where, INPUT_CTRL('z'), ACTION_SUSPEND)

const struct binding bindings[] = {
    BIND(MODE_LIST, '/', ACTION_FILTER),
    BIND(MODE_LIST, ' ', ACTION_MARK),
    BIND(MODE_LIST, INPUT_ENTER, ACTION_OPEN),
    BIND(MODE_LIST, 'c', ACTION_COMPARE),
    BIND(MODE_LIST, INPUT_DIGIT, ACTION_JUMP),
    BIND(MODE_LIST, '.', ACTION_JUMP),
    BIND(MODE_LIST, INPUT_TAB, ACTION_PANE),
    BIND(MODE_LIST, INPUT_BACK_TAB, ACTION_PANE),
    BIND(MODE_LIST, INPUT_RIGHT, ACTION_PANE),
    BIND(MODE_LIST, INPUT_ESC, ACTION_BACK),

    BIND(MODE_READ, INPUT_TAB, ACTION_PANE),
    BIND(MODE_READ, INPUT_BACK_TAB, ACTION_PANE),
    BIND(MODE_READ, INPUT_LEFT, ACTION_PANE),
    BIND(MODE_READ, '/', ACTION_FILTER),
    BIND(MODE_READ, 'c', ACTION_COMPARE),
    BIND(MODE_READ, ' ', ACTION_PAGE_DOWN),
    BIND(MODE_READ, INPUT_ESC, ACTION_BACK),

    BIND(MODE_COMPARE, 'x', ACTION_SWAP),
    BIND(MODE_COMPARE, INPUT_RIGHT, ACTION_NEXT_CODE),
    BIND(MODE_COMPARE, INPUT_LEFT, ACTION_PREVIOUS_CODE),
    BIND(MODE_COMPARE, INPUT_TAB, ACTION_SIDE),
    BIND(MODE_COMPARE, INPUT_BACK_TAB, ACTION_SIDE),
    BIND(MODE_COMPARE, 'n', ACTION_NEXT_PAIR),
    BIND(MODE_COMPARE, 'N', ACTION_PREVIOUS_PAIR),
    BIND(MODE_COMPARE, ' ', ACTION_PAGE_DOWN),
    BIND(MODE_COMPARE, INPUT_ESC, ACTION_BACK),
    BIND(MODE_COMPARE, INPUT_BACKSPACE, ACTION_BACK),

    BIND(MODE_VERDICT, INPUT_ENTER, ACTION_CODE),
    BIND(MODE_VERDICT, ' ', ACTION_PAGE_DOWN),
    BIND(MODE_VERDICT, INPUT_ESC, ACTION_BACK),
    BIND(MODE_VERDICT, INPUT_BACKSPACE, ACTION_BACK),

    BIND(MODE_MAP, INPUT_LEFT, ACTION_LEFT),
    BIND(MODE_MAP, 'h', ACTION_LEFT),
    BIND(MODE_MAP, INPUT_RIGHT, ACTION_RIGHT),
    BIND(MODE_MAP, INPUT_DIGIT, ACTION_JUMP),
    BIND(MODE_MAP, INPUT_ENTER, ACTION_CHOOSE),
    BIND(MODE_MAP, INPUT_ESC, ACTION_BACK),
    BIND(MODE_MAP, 'm', ACTION_BACK),

    BIND(MODE_HELP, INPUT_ESC, ACTION_BACK),
    BIND(MODE_HELP, '?', ACTION_BACK),
    BIND(MODE_HELP, INPUT_F1, ACTION_BACK),
    BIND(MODE_HELP, 'q', ACTION_BACK),
    BIND(MODE_HELP, ' ', ACTION_PAGE_DOWN),

    BIND(MODE_LANGUAGES, INPUT_ENTER, ACTION_CHOOSE),
    BIND(MODE_LANGUAGES, INPUT_ESC, ACTION_BACK),
    BIND(MODE_LANGUAGES, 'L', ACTION_BACK),

    BIND(MODE_COPY, 't', ACTION_COPY_TEXT),
    BIND(MODE_COPY, 'y', ACTION_COPY_TEXT),
    BIND(MODE_COPY, 'm', ACTION_COPY_MARKDOWN),
    BIND(MODE_COPY, INPUT_ESC, ACTION_CANCEL),

    BIND(MODE_OVERWRITE, 'y', ACTION_YES),
    BIND(MODE_OVERWRITE, 'o', ACTION_YES),
    BIND(MODE_OVERWRITE, 'n', ACTION_NO),
    BIND(MODE_OVERWRITE, INPUT_ESC, ACTION_NO),

    BIND(MODE_FILTER, INPUT_ENTER, ACTION_ACCEPT),
    BIND(MODE_FILTER, INPUT_TAB, ACTION_ACCEPT),
    BIND(MODE_FILTER, INPUT_ESC, ACTION_CANCEL),
    BIND(MODE_FILTER, INPUT_UP, ACTION_UP),
    BIND(MODE_FILTER, INPUT_DOWN, ACTION_DOWN),
    BIND(MODE_FILTER, INPUT_PAGE_UP, ACTION_PAGE_UP),
    BIND(MODE_FILTER, INPUT_PAGE_DOWN, ACTION_PAGE_DOWN),
    BIND_TEXT(MODE_FILTER),

    BIND(MODE_WRITE, INPUT_ENTER, ACTION_ACCEPT),
    BIND(MODE_WRITE, INPUT_ESC, ACTION_CANCEL),
    BIND_TEXT(MODE_WRITE),

    BIND(MODE_REPLY, INPUT_ENTER, ACTION_EXPLAIN),
    BIND(MODE_REPLY, INPUT_UP, ACTION_RECALL),
    BIND(MODE_REPLY, INPUT_DOWN, ACTION_CURSOR_DOWN),
    BIND(MODE_REPLY, INPUT_ESC, ACTION_CANCEL),
    BIND_TEXT(MODE_REPLY),

    BIND(MODE_ANY, INPUT_UP, ACTION_UP),
    BIND(MODE_ANY, 'k', ACTION_UP),
    BIND(MODE_ANY, INPUT_DOWN, ACTION_DOWN),
    BIND(MODE_ANY, 'j', ACTION_DOWN),
    BIND(MODE_ANY, INPUT_PAGE_UP, ACTION_PAGE_UP),
    BIND(MODE_ANY, INPUT_CTRL('b'), ACTION_PAGE_UP),
    BIND(MODE_ANY, INPUT_PAGE_DOWN, ACTION_PAGE_DOWN),
    BIND(MODE_ANY, INPUT_CTRL('f'), ACTION_PAGE_DOWN),
    BIND(MODE_ANY, INPUT_HOME, ACTION_FIRST),
    BIND(MODE_ANY, 'g', ACTION_FIRST),
    BIND(MODE_ANY, INPUT_END, ACTION_LAST),
    BIND(MODE_ANY, 'G', ACTION_LAST),
    BIND(MODE_ANY, 'e', ACTION_EXPLAIN),
    BIND(MODE_ANY, 'm', ACTION_MAP),
    BIND(MODE_ANY, 'l', ACTION_LANGUAGE),
    BIND(MODE_ANY, 'L', ACTION_LANGUAGES),
    BIND(MODE_ANY, 'p', ACTION_PRINT),
    BIND(MODE_ANY, 's', ACTION_KIND),
    BIND(MODE_ANY, 'y', ACTION_COPY),
    BIND(MODE_ANY, 'w', ACTION_WRITE),
    BIND(MODE_ANY, 'M', ACTION_MOUSE),
    BIND(MODE_ANY, INPUT_CTRL('l'), ACTION_REDRAW),
    BIND(MODE_ANY, INPUT_CTRL('z'), ACTION_SUSPEND),
    BIND(MODE_ANY, '?', ACTION_HELP),
    BIND(MODE_ANY, INPUT_F1, ACTION_HELP),
    BIND(MODE_ANY, 'q', ACTION_QUIT),
};

const size_t binding_count = sizeof bindings / sizeof *bindings;

bool mode_is_text(enum mode mode)
{
	return mode >= MODE_FILTER;
}

bool mode_is_browsing(enum mode mode)
{
	return mode < MODE_COPY;
}

static enum action find_in(enum mode mode, uint32_t key)
{
	for (size_t i = 0; i < binding_count; i++)
		if (bindings[i].mode == mode && bindings[i].key == key)
			return bindings[i].action;
	return ACTION_NONE;
}

enum action action_find(enum mode mode, uint32_t key)
{
	enum action action = find_in(mode, key);

	if (!action && key >= '0' && key <= '9')
		action = find_in(mode, INPUT_DIGIT);
	if (!action && mode_is_browsing(mode))
		action = find_in(MODE_ANY, key);
	return action;
}

const char *action_key_name(uint32_t key)
{
	switch (key) {
	case INPUT_UP:
		return "tui.key-up";
	case INPUT_DOWN:
		return "tui.key-down";
	case INPUT_LEFT:
		return "tui.key-left";
	case INPUT_RIGHT:
		return "tui.key-right";
	case INPUT_HOME:
		return "tui.key-home";
	case INPUT_END:
		return "tui.key-end";
	case INPUT_PAGE_UP:
		return "tui.key-page-up";
	case INPUT_PAGE_DOWN:
		return "tui.key-page-down";
	case INPUT_BACKSPACE:
		return "tui.key-backspace";
	case INPUT_DELETE:
		return "tui.key-delete";
	case INPUT_BACK_TAB:
		return "tui.key-back-tab";
	case INPUT_F1:
		return "tui.key-f1";
	case INPUT_DIGIT:
		return "tui.key-digit";
	case INPUT_TAB:
		return "tui.key-tab";
	case INPUT_ENTER:
		return "tui.key-enter";
	case INPUT_ESC:
		return "tui.key-esc";
	case ' ':
		return "tui.key-space";
	default:
		return NULL;
	}
}

bool action_is_first(const struct binding *binding)
{
	for (const struct binding *other = bindings; other < binding; other++)
		if (other->mode == binding->mode && other->action == binding->action)
			return false;
	return true;
}
