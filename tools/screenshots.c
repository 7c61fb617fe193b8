/* Draws the README's pictures: real screens of the running program, as a terminal emulator shows them.
 *
 *   screenshots FOLDER
 *
 * The same program gives the same bytes everywhere; tests/tui/test_screenshots.sh compares them with doc/. */
#include "support/pty.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CELL_WIDTH = 9, CELL_HEIGHT = 20, BASELINE = 15, MARGIN = 16 };

static const char *const foreground = "#d4d7dd";
static const char *const background = "#1c1f26";

static const struct picture {
	const char *name, *lang;
	int width, height;
	const char *keys;  /* sent one by one */
	const char *shown; /* what the screen shows when it is ready */
} pictures[] = {
    {"browse", "en", 100, 30, "250 553 ", "[B]"},
    {"compare", "en", 110, 36, "250 553 \r", "▶ B 553"},
    {"map", "en", 100, 26, "553m", "▶553"},
    {"search", "en", 100, 26, "/mailbox full", "/mailbox full"},
    {"browse.fr", "fr", 100, 30, "250 553 ", "[B]"},
    {"reply", "en", 100, 32,
     "e550-5.7.26 Your email has been blocked because the sender is unauthenticated. Gmail requires all senders to "
     "authenticate with either SPF or DKIM.\r",
     "SMTP 550 5.7.26"},
};

/* What a run of cells has in common. */
struct look {
	char front[8], back[8];
	bool bold, underline;
};

/* xterm's colours above the first sixteen: a cube of 6 by 6 by 6, and greys. libvterm has others. */
static void set_xterm_colour(VTermColor *colour)
{
	enum { CUBE = 16, SIDE = 6, GREYS = CUBE + SIDE * SIDE * SIDE };
	static const uint8_t steps[SIDE] = {0, 95, 135, 175, 215, 255};
	unsigned index = colour->indexed.idx;

	if (index < CUBE)
		return;
	if (index >= GREYS) {
		uint8_t grey = (uint8_t)(8 + 10 * (index - GREYS));

		vterm_color_rgb(colour, grey, grey, grey);
	} else {
		index -= CUBE;
		vterm_color_rgb(colour, steps[index / (SIDE * SIDE)], steps[index / SIDE % SIDE], steps[index % SIDE]);
	}
}

static void name_colour(const VTermScreen *screen, VTermColor colour, const char *standard, bool is_standard, char *out)
{
	if (is_standard) {
		snprintf(out, 8, "%s", standard);
		return;
	}
	if (VTERM_COLOR_IS_INDEXED(&colour))
		set_xterm_colour(&colour);
	vterm_screen_convert_color_to_rgb(screen, &colour);
	snprintf(out, 8, "#%02x%02x%02x", colour.rgb.red, colour.rgb.green, colour.rgb.blue);
}

static struct look look_of(const VTermScreen *screen, const VTermScreenCell *cell)
{
	struct look look = {.bold = cell->attrs.bold, .underline = cell->attrs.underline != 0};
	char *front = cell->attrs.reverse ? look.back : look.front;
	char *back = cell->attrs.reverse ? look.front : look.back;

	name_colour(screen, cell->fg, foreground, VTERM_COLOR_IS_DEFAULT_FG(&cell->fg), front);
	name_colour(screen, cell->bg, background, VTERM_COLOR_IS_DEFAULT_BG(&cell->bg), back);
	return look;
}

static bool same_look(const struct look *a, const struct look *b)
{
	return strcmp(a->front, b->front) == 0 && strcmp(a->back, b->back) == 0 && a->bold == b->bold &&
	       a->underline == b->underline;
}

static void print_character(FILE *out, uint32_t c)
{
	switch (c) {
	case '<':
		fputs("&lt;", out);
		break;
	case '>':
		fputs("&gt;", out);
		break;
	case '&':
		fputs("&amp;", out);
		break;
	default:
		/* A reference needs no encoding of its own. */
		fprintf(out, c < 0x80 ? "%c" : "&#%u;", (unsigned)(c ? c : ' '));
		break;
	}
}

static VTermScreenCell cell_at(const VTermScreen *screen, int x, int y)
{
	VTermScreenCell cell;

	vterm_screen_get_cell(screen, (VTermPos){.row = y, .col = x}, &cell);
	return cell;
}

/* The cells from x to end of a row, which look alike. */
static void print_run(FILE *out, const VTermScreen *screen, const struct look *look, int x, int end, int y)
{
	bool blank = true;

	if (strcmp(look->back, background) != 0)
		fprintf(out, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>\n", MARGIN + x * CELL_WIDTH,
		        MARGIN + y * CELL_HEIGHT, (end - x) * CELL_WIDTH, CELL_HEIGHT, look->back);
	for (int i = x; i < end; i++)
		blank = blank && (cell_at(screen, i, y).chars[0] == ' ' || !cell_at(screen, i, y).chars[0]);
	if (blank)
		return;
	/* The length is given, so that no font shifts what follows. */
	fprintf(out, "<text x=\"%d\" y=\"%d\" textLength=\"%d\" fill=\"%s\"%s%s>", MARGIN + x * CELL_WIDTH,
	        MARGIN + y * CELL_HEIGHT + BASELINE, (end - x) * CELL_WIDTH, look->front,
	        look->bold ? " font-weight=\"bold\"" : "", look->underline ? " text-decoration=\"underline\"" : "");
	for (int i = x; i < end; i++) {
		VTermScreenCell cell = cell_at(screen, i, y);

		/* The right half of a wide character. */
		if (cell.chars[0] == (uint32_t)-1)
			continue;
		print_character(out, cell.chars[0]);
		for (int j = 1; j < VTERM_MAX_CHARS_PER_CELL && cell.chars[0] && cell.chars[j]; j++)
			print_character(out, cell.chars[j]);
	}
	fputs("</text>\n", out);
}

static void print_screen(FILE *out, const struct pty *pty, const struct picture *picture)
{
	int width = picture->width * CELL_WIDTH + 2 * MARGIN;
	int height = picture->height * CELL_HEIGHT + 2 * MARGIN;

	fprintf(out,
	        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" "
	        "font-family=\"DejaVu Sans Mono, Menlo, Consolas, monospace\" font-size=\"15\" xml:space=\"preserve\">\n"
	        "<rect width=\"100%%\" height=\"100%%\" rx=\"8\" fill=\"%s\"/>\n",
	        width, height, width, height, background);
	for (int y = 0; y < picture->height; y++)
		for (int x = 0, end; x < picture->width; x = end) {
			VTermScreenCell cell = cell_at(pty->screen, x, y);
			struct look look = look_of(pty->screen, &cell);

			for (end = x + 1; end < picture->width; end++) {
				VTermScreenCell next = cell_at(pty->screen, end, y);
				struct look other = look_of(pty->screen, &next);

				if (!same_look(&look, &other))
					break;
			}
			print_run(out, pty->screen, &look, x, end, y);
		}
	fputs("</svg>\n", out);
}

static bool draw_picture(const struct picture *picture, const char *folder)
{
	const char *argv[] = {pty_program(), "--lang", picture->lang, "browse", NULL};
	char path[4096];
	struct pty pty;

	snprintf(path, sizeof path, "%s/%s.svg", folder, picture->name);
	pty_start(&pty, argv, "xterm-256color", NULL, picture->width, picture->height);
	pty_wait(&pty, "SMTP");
	for (const char *key = picture->keys; *key; key++)
		pty_send(&pty, (char[]){*key, '\0'});
	pty_wait(&pty, picture->shown);
	/* The rest of the same screen. */
	while (pty_read(&pty, 200) > 0)
		;

	FILE *out = fopen(path, "w");
	bool done = out != NULL;

	if (out) {
		print_screen(out, &pty, picture);
		done = fclose(out) == 0;
	}
	if (!done)
		perror(path);
	pty_close(&pty);
	return done;
}

int main(int argc, char **argv)
{
	if (argc != 2) {
		fputs("usage: screenshots FOLDER\n", stderr);
		return 2;
	}
	for (size_t i = 0; i < sizeof pictures / sizeof *pictures; i++)
		if (!draw_picture(&pictures[i], argv[1]))
			return 1;
	return 0;
}
