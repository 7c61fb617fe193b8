#include "tui/term_keys.h"

#include "tui/tty.h"

#include <curses.h>

enum { PASTE_START = KEY_MAX + 1, PASTE_END };

static const struct {
	wint_t code;
	uint32_t key;
} function_keys[] = {
    {KEY_UP, INPUT_UP},
    {KEY_DOWN, INPUT_DOWN},
    {KEY_LEFT, INPUT_LEFT},
    {KEY_RIGHT, INPUT_RIGHT},
    {KEY_HOME, INPUT_HOME},
    {KEY_FIND, INPUT_HOME},
    {KEY_END, INPUT_END},
    {KEY_SELECT, INPUT_END},
    {KEY_PPAGE, INPUT_PAGE_UP},
    {KEY_NPAGE, INPUT_PAGE_DOWN},
    {KEY_BACKSPACE, INPUT_BACKSPACE},
    {KEY_DC, INPUT_DELETE},
    {KEY_BTAB, INPUT_BACK_TAB},
    {KEY_F(1), INPUT_F1},
    {KEY_ENTER, INPUT_ENTER},
};

void keys_define(void)
{
	define_key("\033[200~", PASTE_START);
	define_key("\033[201~", PASTE_END);
}

static bool read_mouse(struct event *event)
{
	MEVENT mouse;

	if (getmouse(&mouse) != OK)
		return false;
	event->x = mouse.x;
	event->y = mouse.y;
	if (mouse.bstate & (BUTTON4_PRESSED | BUTTON5_PRESSED)) {
		event->kind = EVENT_WHEEL;
		event->turn = mouse.bstate & BUTTON4_PRESSED ? -1 : 1;
		return true;
	}
	event->kind = EVENT_CLICK;
	return (mouse.bstate & BUTTON1_PRESSED) != 0;
}

/* The event of a key that curses tells apart from characters. */
static bool read_function_key(struct keys *keys, wint_t code, struct event *event)
{
	keys->characters = (mbstate_t){0};
	if (code == KEY_MOUSE)
		return read_mouse(event) && !keys->pasting;
	if (code == PASTE_START)
		keys->pasting = true;
	if (code == PASTE_END && keys->pasting) {
		keys->pasting = false;
		*event = (struct event){.kind = EVENT_PASTED};
		return true;
	}
	/* Sequences in what is pasted are no keys. */
	if (keys->pasting)
		return false;
	for (size_t i = 0; i < sizeof function_keys / sizeof *function_keys; i++)
		if (function_keys[i].code == code) {
			*event = (struct event){.kind = EVENT_KEY, .key = function_keys[i].key};
			return true;
		}
	return false;
}

/* Whether a character is waiting. */
static bool more_waits(void)
{
	int code = wgetch(stdscr);

	if (code == ERR)
		return false;
	ungetch(code);
	return code >= ' ' && code < KEY_MIN;
}

bool keys_read(struct keys *keys, struct event *event)
{
	for (;;) {
		int code = wgetch(stdscr);
		uint32_t character;
		bool again;

		if (code == ERR)
			return false;
		keys->empty_reads = 0;
		if (code >= KEY_MIN) {
			if (read_function_key(keys, (wint_t)code, event))
				return true;
			continue;
		}
		if (!tty_take(&keys->characters, code, &character, &again))
			continue;
		/* The byte is no part of the character before it. */
		if (again)
			ungetch(code);
		*event = (struct event){.kind = EVENT_KEY, .key = character, .pasted = keys->pasting};
		if (!keys->pasting && character == '\n')
			event->key = INPUT_ENTER;
		event->more = event->key == INPUT_ENTER && !keys->pasting && more_waits();
		if (!keys->pasting && (character == 0x7F || character == INPUT_CTRL('h')))
			event->key = INPUT_BACKSPACE;
		return true;
	}
}
