#include "page/compose.h"
#include "tui/draw_parts.h"

#include <string.h>

enum {
	MARKER_AT = 1, /* columns within the list */
	CODE_AT = 3,
	MATCH_AT = 5,
	MARK_WIDTH = 4, /* " [A]" */
};

/* A text with what the filter found in it set off. */
static void draw_found(struct grid *grid, int x, int y, int room, int look, const char *text, struct found found)
{
	size_t n = strlen(text);
	int used;

	if (!found.size || found.at + found.size > n) {
		grid_text(grid, x, y, room, look, text);
		return;
	}
	bool whole = grid_width(grid, text) <= room;

	room -= !whole;
	used = grid_put(grid, x, y, room, look, text, found.at);
	used += grid_put(grid, x + used, y, room - used, LOOK_MATCH, text + found.at, found.size);
	used += grid_put(grid, x + used, y, room - used, look, text + found.at + found.size, n - found.at - found.size);
	if (!whole)
		grid_text(grid, x + used, y, 1, look, "…");
}

static void draw_heading(struct grid *grid, const struct list *list, const struct list_row *row, struct rect place)
{
	const char *code = row->code;
	/* "5yz" and its name; of enhanced codes "5.7.x" and the subject. */
	int prefix = list->kind == CODE_BASIC ? 1 : 2 + (int)strcspn(code + 2, ".") + 1;
	const char *label = arena_printf(grid->scratch, "%.*s%s", prefix, code, list->kind == CODE_BASIC ? "yz" : "x");
	int used = grid_text(grid, place.x + 1, place.y, place.width - 1, (int)compose_role(code), label);

	grid_text(grid, place.x + used + 3, place.y, place.width - used - 3, ROLE_HEADING, row->name);
}

/* The letter of the mark that a code has, or 0. */
static char mark_of(const struct model *model, const char *code)
{
	for (size_t i = 0; i < model->mark_count; i++)
		if (strcmp(model->marks[i], code) == 0)
			return (char)('A' + (int)i);
	return '\0';
}

static void draw_code(const struct model *model, struct grid *grid, const struct list_row *row, struct rect place)
{
	char mark = mark_of(model, row->code);
	int used = CODE_AT + grid_text(grid, place.x + CODE_AT, place.y, place.width - CODE_AT,
	                               (int)compose_role(row->code), row->code);
	int room = place.width - used - 2 - (mark ? MARK_WIDTH : 0);

	draw_found(grid, place.x + used + 2, place.y, room, ROLE_TEXT, row->name, row->found);
	if (mark)
		grid_text(grid, place.x + place.width - MARK_WIDTH + 1, place.y, MARK_WIDTH - 1, LOOK_MARK,
		          mark == 'A' ? "[A]" : "[B]");
}

void draw_list(const struct model *model, struct grid *grid, bool focused)
{
	const struct list *list = &model->lists[model->kind];
	struct rect rect = model->frame.list;

	if (!list->count)
		draw_paragraph(grid, (struct rect){rect.x + 1, rect.y, rect.width - 2, rect.height}, LOOK_FAINT,
		               lang_text(model_language(model)->lang, "tui.no-hits"));
	for (int i = 0; i < rect.height && list->top + (size_t)i < list->count; i++) {
		size_t at = list->top + (size_t)i;
		const struct list_row *row = &list->rows[at];
		struct rect place = {.x = rect.x, .y = rect.y + i, .width = rect.width - 1, .height = 1};

		if (row->kind == LIST_HEADING)
			draw_heading(grid, list, row, place);
		else if (row->kind == LIST_CODE)
			draw_code(model, grid, row, place);
		else
			draw_found(grid, place.x + MATCH_AT, place.y, place.width - MATCH_AT, LOOK_FAINT, row->name, row->found);
		if (at != list->selected)
			continue;
		grid_text(grid, place.x + MARKER_AT, place.y, 1, ROLE_TITLE, "▶");
		if (focused) {
			grid_select(grid, place.x, place.y, place.width);
			grid_cursor(grid, place.x + MARKER_AT, place.y);
		}
	}
	draw_more(grid, rect, list->top > 0, list->top + (size_t)rect.height < list->count);
}

void draw_view(const struct view *view, struct grid *grid, struct rect rect, bool focused)
{
	const struct lines *lines = &view->lines;

	for (int i = 0; i < rect.height && view->top + (size_t)i < lines->count; i++) {
		const struct line *line = &lines->items[view->top + (size_t)i];
		int x = 0;

		for (size_t j = 0; j < line->count; j++)
			x += grid_put(grid, rect.x + x, rect.y + i, rect.width - x, (int)line->spans[j].role, line->spans[j].text,
			              line->spans[j].size);
	}
	draw_more(grid, rect, view->top > 0, view->top + (size_t)rect.height < lines->count);
	if (focused)
		grid_cursor(grid, rect.x, rect.y);
}
