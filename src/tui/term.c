#include "tui/term.h"

#include "base/text.h"
#include "tui/clipboard.h"
#include "tui/palette.h"
#include "tui/term_keys.h"
#include "tui/term_signal.h"
#include "tui/tty.h"

#include <curses.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <unistd.h>
#include <wchar.h>

enum {
	ESCAPE_DELAY = 25,   /* ms after which Esc is a key and not the start of another */
	EMPTY_READS_MAX = 8, /* in a row, before the terminal counts as gone */
};

struct terminal {
	struct tty tty;
	SCREEN *screen;
	chtype styles[LOOK_COUNT];
	struct arena *memory;    /* of shown and row */
	struct grid_cell *shown; /* what the terminal shows, row by row; NULL where
	                            nothing is known of it */
	cchar_t *row;
	int width, height;
	bool has_paste, mouse;
	struct keys keys;
};

/* Collects what gives the terminal back. tputs() hands over byte by byte, and to nothing but a global. */
static char restore[RESTORE_MAX];
static size_t restore_size;

static int collect(int c)
{
	if (restore_size < sizeof restore)
		restore[restore_size++] = (char)c;
	return c;
}

static void collect_capability(const char *name)
{
	const char *value = tigetstr(name);

	/* NOLINTNEXTLINE(performance-no-int-to-ptr): curses has it fail this way */
	if (value && value != (const char *)-1)
		tputs(value, 1, collect);
}

static void collect_restore(bool has_paste)
{
	static const char paste_off[] = "\033[?2004l";
	static const char mouse_off[] = "\033[?1000l\033[?1006l";

	restore_size = 0;
	if (has_paste) {
		for (const char *c = mouse_off; *c; c++)
			collect(*c);
		for (const char *c = paste_off; *c; c++)
			collect(*c);
	}
	collect_capability("sgr0");
	collect_capability("op");
	collect_capability("rmkx");
	collect_capability("cnorm");
	collect_capability("rmcup");
}

static bool has_capability(const char *name)
{
	const char *value = tigetstr(name);

	/* NOLINTNEXTLINE(performance-no-int-to-ptr) */
	return value && value != (const char *)-1;
}

static enum status bad_terminal(struct error *error)
{
	const char *name = getenv("TERM");

	return error_set(error, "error.terminal", name ? name : "", NULL, NULL);
}

/* Whether TERM names a terminal that can place its cursor. */
static bool can_show(const struct terminal *term)
{
	const char *name = getenv("TERM");
	int found = 0;

	if (!name || !*name || setupterm(NULL, fileno(term->tty.out), &found) != OK || found != 1)
		return false;

	bool places = has_capability("cup") && !tigetflag("hc");

	del_curterm(cur_term);
	return places;
}

static void choose_styles(struct terminal *term, bool colour)
{
	bool colours = colour && has_colors() && start_color() == OK;
	short ground = PALETTE_NONE;

	if (colours && use_default_colors() != OK)
		ground = COLOR_BLACK;
	for (int i = 0; i < LOOK_COUNT; i++) {
		const struct style *style = &palette[i];
		short front = COLORS >= 256 ? style->many : style->few;

		term->styles[i] = A_NORMAL | (style->bold ? A_BOLD : 0) | (style->underline ? A_UNDERLINE : 0) |
		                  (style->reverse ? A_REVERSE : 0);
		if (colours && front != PALETTE_NONE && init_pair((short)(i + 1), front, ground) == OK)
			term->styles[i] |= (chtype)COLOR_PAIR(i + 1);
	}
}

static void set_paste(struct terminal *term, bool on)
{
	static const char on_bytes[] = "\033[?2004h";
	static const char off_bytes[] = "\033[?2004l";

	if (term->has_paste)
		tty_send(&term->tty, on ? on_bytes : off_bytes, sizeof on_bytes - 1);
	term->keys.pasting = false;
}

static void set_modes(struct terminal *term)
{
	cbreak();
	noecho();
	nonl();
	typeahead(-1);
	keypad(stdscr, TRUE);
	nodelay(stdscr, TRUE);
	set_escdelay(ESCAPE_DELAY);
	mouseinterval(0);
	keys_define();
	/* Terminals that report the mouse are those that know this mode, or ignore it. */
	term->has_paste = has_capability("kmous");
}

/* The size that the terminal has now, and memory for a screen of it. */
static void read_size(struct terminal *term)
{
	struct winsize size;

	if (ioctl(fileno(term->tty.out), TIOCGWINSZ, &size) == 0 && size.ws_col && size.ws_row &&
	    (size.ws_col != COLS || size.ws_row != LINES))
		resizeterm(size.ws_row, size.ws_col);
	term->width = COLS < GRID_WIDTH_MAX ? COLS : GRID_WIDTH_MAX;
	term->height = LINES < GRID_HEIGHT_MAX ? LINES : GRID_HEIGHT_MAX;
	arena_reset(term->memory);
	term->row = arena_array(term->memory, (size_t)term->width + 1, sizeof *term->row);
	term->shown = arena_array(term->memory, (size_t)term->width * (size_t)term->height, sizeof *term->shown);
}

enum status term_open(struct arena *arena, arena_exhausted *exhausted, bool colour, struct terminal **opened,
                      struct error *error)
{
	struct terminal *term = arena_alloc(arena, sizeof *term);
	struct termios modes;

	*opened = NULL;
	if (tty_open(&term->tty, error) != STATUS_OK)
		return STATUS_BAD;
	if (!can_show(term) || tcgetattr(fileno(term->tty.in), &modes) != 0 || !signals_open()) {
		tty_close(&term->tty);
		return bad_terminal(error);
	}
	term->screen = newterm(NULL, term->tty.out, term->tty.in);
	if (!term->screen) {
		signals_close();
		tty_close(&term->tty);
		return bad_terminal(error);
	}
	term->memory = arena_new(exhausted);
	set_modes(term);
	/* Until it has been left once, ncurses 6 sends every move of the cursor in a write of its own: forty of them a
	 * screen instead of one. The first refresh() enters the screen again. */
	def_prog_mode();
	endwin();
	collect_restore(term->has_paste);
	signals_arm(fileno(term->tty.out), &modes, restore, restore_size);
	choose_styles(term, colour);
	read_size(term);
	set_paste(term, true);
	*opened = term;
	return STATUS_OK;
}

void term_close(struct terminal *term)
{
	if (!term)
		return;
	if (term->mouse)
		mousemask(0, NULL);
	set_paste(term, false);
	endwin();
	signals_close();
	delscreen(term->screen);
	tty_close(&term->tty);
	arena_free(term->memory);
}

void term_restore(void)
{
	signals_restore();
}

void term_size(const struct terminal *term, int *width, int *height)
{
	*width = term->width;
	*height = term->height;
}

/* One cell for curses. What its idea of the width is differs here and there from ours; such a character would shift
 * all that follows, so something plain takes its place. */
static int set_cell(const struct terminal *term, const struct grid_cell *cell, cchar_t *out)
{
	wchar_t text[CCHARW_MAX + 1] = {0};
	attr_t style = cell->selected ? (attr_t)A_REVERSE : (attr_t)term->styles[cell->look];
	mbstate_t state = {0};
	size_t used = 0;
	int width = cell->width ? cell->width : 1;

	for (size_t i = 0; used < CCHARW_MAX - 1 && i < cell->size;) {
		size_t n = mbrtowc(&text[used], cell->bytes + i, cell->size - i, &state);

		if (n == 0 || n > cell->size - i)
			break;
		i += n;
		used++;
	}
	if (!used || wcwidth(text[0]) != width) {
		text[0] = cell->size == 1 && cell->bytes[0] == ' ' ? L' ' : L'?';
		text[1] = L'\0';
		for (int i = 0; i < width; i++)
			setcchar(&out[i], text, style & ~(attr_t)A_COLOR, (short)PAIR_NUMBER(style), NULL);
		return width;
	}
	for (size_t i = 1; i < used; i++)
		if (wcwidth(text[i]) != 0)
			text[i] = L'\0';
	setcchar(out, text, style & ~(attr_t)A_COLOR, (short)PAIR_NUMBER(style), NULL);
	return 1;
}

/* Sends the part of row y that has changed to curses. */
static void show_row(struct terminal *term, const struct grid_cell *cells, int y)
{
	struct grid_cell *shown = term->shown + (size_t)y * (size_t)term->width;
	int first = 0;
	int last = term->width - 1;
	int count = 0;

	while (first <= last && memcmp(&cells[first], &shown[first], sizeof *cells) == 0)
		first++;
	while (last >= first && memcmp(&cells[last], &shown[last], sizeof *cells) == 0)
		last--;
	if (first > last)
		return;
	while (first > 0 && (cells[first].width == 0 || shown[first].width == 0))
		first--;
	for (int x = first; x <= last; x++)
		if (cells[x].width)
			count += set_cell(term, &cells[x], &term->row[count]);
	mvadd_wchnstr(y, first, term->row, count);
	memcpy(shown + first, cells + first, (size_t)(last - first + 1) * sizeof *cells);
}

void term_show(struct terminal *term, const struct grid *grid)
{
	/* A terminal that has changed its size since shows the next grid. */
	if (grid->width != term->width || grid->height != term->height)
		return;
	for (int y = 0; y < term->height; y++)
		show_row(term, grid->cells + (size_t)y * (size_t)grid->width, y);
	if (grid->cursor_x >= 0)
		move(grid->cursor_y, grid->cursor_x);
	refresh();
}

static bool read_signal(struct terminal *term, struct event *event)
{
	struct signals signals = signals_take();

	if (signals.stop) {
		*event = (struct event){.kind = EVENT_STOP, .signal = signals.stop};
		return true;
	}
	if (signals.suspend) {
		*event = (struct event){.kind = EVENT_SUSPEND};
		return true;
	}
	if (signals.resize || signals.resumed) {
		if (signals.resumed)
			term_redraw(term);
		read_size(term);
		*event = (struct event){.kind = EVENT_RESIZE, .width = term->width, .height = term->height};
		return true;
	}
	return false;
}

bool term_wait(struct terminal *term, int timeout, struct event *event)
{
	for (;;) {
		struct pollfd ready[] = {{.fd = fileno(term->tty.in), .events = POLLIN},
		                         {.fd = signals_fd(), .events = POLLIN}};

		if (keys_read(&term->keys, event))
			return true;

		int count = poll(ready, 2, timeout);

		if (count == 0)
			return false;
		if (count < 0)
			continue;
		if (ready[1].revents && read_signal(term, event))
			return true;
		/* A terminal that is gone is readable for ever and gives nothing. */
		if (ready[0].revents && ++term->keys.empty_reads > EMPTY_READS_MAX) {
			*event = (struct event){.kind = EVENT_STOP, .signal = SIGHUP};
			return true;
		}
	}
}

void term_redraw(struct terminal *term)
{
	(void)term;
	clearok(curscr, TRUE);
}

void term_suspend(struct terminal *term)
{
	set_paste(term, false);
	endwin();
	signals_stop_self();
	refresh();
	set_paste(term, true);
	term_redraw(term);
	read_size(term);
}

bool term_mouse(struct terminal *term, bool on)
{
	mmask_t mask = mousemask(on ? BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED : 0, NULL);

	term->mouse = on && mask != 0 && has_capability("kmous");
	return term->mouse == on;
}

bool term_copy(struct terminal *term, struct arena *arena, const char *text, size_t n)
{
	/* The console and the old video terminals would show the sequence instead. */
	if (!has_capability("kmous") || strncmp(termname(), "linux", 5) == 0)
		return false;

	enum passage passage = clipboard_passage(getenv("TMUX"), getenv("TERM"));
	struct output sequence = clipboard_sequence(arena, text, n, passage);

	tty_send(&term->tty, sequence.bytes, sequence.size);
	return true;
}
