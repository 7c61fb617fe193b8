#include "tui/grid.h"

#include <string.h>

void grid_open(struct grid *grid, struct charset *charset, arena_exhausted *exhausted)
{
	*grid = (struct grid){.scratch = arena_new(exhausted), .charset = charset, .cursor_x = -1, .cursor_y = -1};
	grid->memory = arena_new(exhausted);
}

void grid_close(struct grid *grid)
{
	arena_free(grid->scratch);
	arena_free(grid->memory);
	*grid = (struct grid){0};
}

static int keep_between(int value, int low, int high)
{
	return value < low ? low : value > high ? high : value;
}

void grid_clear(struct grid *grid, int width, int height)
{
	static const struct grid_cell blank = {.bytes = " ", .size = 1, .width = 1, .look = ROLE_TEXT};

	arena_reset(grid->scratch);
	grid->width = keep_between(width, 1, GRID_WIDTH_MAX);
	grid->height = keep_between(height, 1, GRID_HEIGHT_MAX);
	grid->cursor_x = grid->cursor_y = -1;

	size_t count = (size_t)grid->width * (size_t)grid->height;

	if (count > grid->room) {
		arena_reset(grid->memory);
		grid->cells = arena_array(grid->memory, count, sizeof *grid->cells);
		grid->room = count;
	}
	for (size_t i = 0; i < count; i++)
		grid->cells[i] = blank;
}

static struct grid_cell *cell_at(struct grid *grid, int x, int y)
{
	return &grid->cells[(size_t)y * (size_t)grid->width + (size_t)x];
}

/* A cell that loses its half of a wide character must not leave the other half behind. */
static void unpair(struct grid *grid, int x, int y)
{
	struct grid_cell *cell = cell_at(grid, x, y);

	if (cell->width == 0 && x > 0) {
		cell[-1].bytes[0] = ' ';
		cell[-1].size = cell[-1].width = 1;
	}
	if (cell->width == 2 && x + 1 < grid->width) {
		cell[1].bytes[0] = ' ';
		cell[1].size = cell[1].width = 1;
	}
}

static void set_cell(struct grid *grid, int x, int y, const char *bytes, size_t size, int width, int look)
{
	struct grid_cell *cell = cell_at(grid, x, y);

	while (size > GRID_BYTES) {
		size--;
		while (size && ((unsigned char)bytes[size] & 0xC0) == 0x80)
			size--;
	}
	unpair(grid, x, y);
	if (width == 2)
		unpair(grid, x + 1, y);
	/* The bytes behind the text stay zero, so that cells can be compared as memory. */
	*cell = (struct grid_cell){.size = (uint8_t)size, .width = (uint8_t)width, .look = (uint8_t)look};
	memcpy(cell->bytes, bytes, size);
	if (width == 2)
		cell[1] = (struct grid_cell){.look = (uint8_t)look};
}

/* Spaces that forbid a line break have done their work once the text is laid out; fonts of consoles lack them. */
static bool is_space(const char *s, size_t n)
{
	return (n == 2 && memcmp(s, "\xC2\xA0", 2) == 0) || (n == 3 && memcmp(s, "\xE2\x80\xAF", 3) == 0);
}

static int put_adapted(struct grid *grid, int x, int y, int room, int look, const char *text, size_t n)
{
	int used = 0;

	if (y < 0 || y >= grid->height)
		return 0;
	while (n) {
		size_t size = text_character(text, n);
		int width = size == 1 ? 1 : text_width(text, size);
		const char *shown = is_space(text, size) ? " " : text;

		if (width < 1 || width > 2 || (size == 1 && (unsigned char)*text < ' ')) {
			/* Nothing that a terminal could show in cells of its own. */
			text += size;
			n -= size;
			continue;
		}
		if (used + width > room || x + used + width > grid->width)
			break;
		if (x + used >= 0)
			set_cell(grid, x + used, y, shown, shown == text ? size : 1, width, look);
		used += width;
		text += size;
		n -= size;
	}
	return used;
}

int grid_put(struct grid *grid, int x, int y, int room, int look, const char *text, size_t n)
{
	if (text_charset_is_utf8(grid->charset))
		return put_adapted(grid, x, y, room, look, text, n);

	const char *adapted = text_adapt(grid->scratch, grid->charset, arena_copy(grid->scratch, text, n));

	return put_adapted(grid, x, y, room, look, adapted, strlen(adapted));
}

int grid_text(struct grid *grid, int x, int y, int room, int look, const char *text)
{
	const char *adapted = text_adapt(grid->scratch, grid->charset, text);
	size_t n = strlen(adapted);

	if (room <= 0)
		return 0;
	if (text_width(adapted, n) <= room)
		return put_adapted(grid, x, y, room, look, adapted, n);

	const char *more = text_charset_is_utf8(grid->charset) ? "…" : "~";
	int used = put_adapted(grid, x, y, room - 1, look, adapted, n);

	return used + put_adapted(grid, x + used, y, 1, look, more, strlen(more));
}

void grid_fill(struct grid *grid, struct rect rect, int look, char c)
{
	for (int y = rect.y; y < rect.y + rect.height; y++)
		for (int x = rect.x; x < rect.x + rect.width; x++)
			if (x >= 0 && x < grid->width && y >= 0 && y < grid->height)
				set_cell(grid, x, y, &c, 1, 1, look);
}

void grid_select(struct grid *grid, int x, int y, int width)
{
	if (y < 0 || y >= grid->height)
		return;
	for (int i = 0; i < width; i++)
		if (x + i >= 0 && x + i < grid->width)
			cell_at(grid, x + i, y)->selected = 1;
}

void grid_cursor(struct grid *grid, int x, int y)
{
	grid->cursor_x = keep_between(x, 0, grid->width - 1);
	grid->cursor_y = keep_between(y, 0, grid->height - 1);
}

int grid_width(struct grid *grid, const char *text)
{
	const char *adapted = text_adapt(grid->scratch, grid->charset, text);

	return text_width(adapted, strlen(adapted));
}
