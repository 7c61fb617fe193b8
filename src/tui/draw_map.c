#include "page/compose.h"
#include "tui/draw_parts.h"

#include <string.h>

/* The columns of the table: "x5z" and, where there is room, what it stands for.
 * */
static void draw_columns(const struct map *map, struct grid *grid, int y)
{
	enum { NAMED = 8 /* columns from which on a name says something */ };

	for (int i = 0; i < MAP_DIGITS; i++) {
		const struct theory *category = map->categories[i];
		int room = map->column_width - 1;

		if (!category)
			continue;
		grid_text(grid, map->columns[i] + 1, y, room, ROLE_LABEL, category->code);
		if (room >= NAMED)
			grid_text(grid, map->columns[i] + 1, y + 1, room - 1, LOOK_FAINT, category->name);
	}
}

static void draw_label(struct grid *grid, const struct map_label *label, int y)
{
	const struct theory *class = label->class;
	int used = grid_text(grid, 1, y, grid->width - 1, (int)compose_role(class->code), class->code) + 2;

	if (label->category) {
		used += grid_text(grid, used, y, grid->width - used, ROLE_LABEL, label->category->code) + 1;
		grid_text(grid, used, y, grid->width - used - 1, LOOK_FAINT, label->category->name);
	} else {
		grid_text(grid, used + 1, y, grid->width - used - 2, ROLE_HEADING, class->name);
	}
}

/* What the digits of the selected code tell. */
static void draw_told(const struct map *map, struct grid *grid, struct rect rect)
{
	const struct theory *told[] = {map->class, map->category};
	struct rect line = {.x = rect.x + 1, .y = rect.y + 1, .width = rect.width - 2};

	if (rect.height < 2 || !map->entry)
		return;
	for (int x = rect.x; x < rect.x + rect.width; x++)
		grid_text(grid, x, rect.y, 1, ROLE_RULE, "─");
	grid_text(grid, line.x, line.y++, line.width, ROLE_TITLE,
	          arena_printf(grid->scratch, "%s %s", map->entry->code, map->entry->name));
	for (size_t i = 0; i < 2; i++) {
		if (!told[i])
			continue;
		line.height = rect.y + rect.height - line.y;
		/* Each of the two gets a fair share of what is left. */
		if (i == 0 && line.height > 1)
			line.height = (line.height + 1) / 2;
		line.y +=
		    draw_paragraph(grid, line, ROLE_TEXT,
		                   arena_printf(grid->scratch, "%s  %s. %s", told[i]->code, told[i]->name, told[i]->summary));
	}
}

void draw_map(const struct model *model, struct grid *grid)
{
	const struct map *map = &model->map;
	struct rect body = model->frame.body;
	struct rect rect = body;

	if (map->table) {
		draw_columns(map, grid, body.y);
		rect.y += 2;
	}
	rect.height = model_map_height(model);
	for (size_t i = 0; i < map->label_count; i++) {
		int y = map->labels[i].y - map->top;

		if (y >= 0 && y < rect.height)
			draw_label(grid, &map->labels[i], rect.y + y);
	}
	for (size_t i = 0; i < map->count; i++) {
		const struct map_item *item = &map->items[i];
		int y = item->y - map->top;

		if (y < 0 || y >= rect.height)
			continue;
		grid_text(grid, item->x + 1, rect.y + y, MAP_STEP - 1, (int)compose_role(item->code), item->code);
		if (i != map->selected)
			continue;
		grid_text(grid, item->x, rect.y + y, 1, ROLE_TITLE, "▶");
		grid_select(grid, item->x, rect.y + y, MAP_STEP);
		grid_cursor(grid, item->x, rect.y + y);
	}
	draw_more(grid, rect, map->top > 0, map->top + rect.height < map->height);
	rect.y += rect.height;
	rect.height = body.y + body.height - rect.y;
	draw_told(map, grid, rect);
}

static void draw_border(struct grid *grid, struct rect window)
{
	int left = window.x - 2;
	int right = window.x + window.width + 1;
	int top = window.y - 1;
	int bottom = window.y + window.height;

	for (int x = left; x <= right; x++) {
		grid_text(grid, x, top, 1, ROLE_RULE, x == left ? "┌" : x == right ? "┐" : "─");
		grid_text(grid, x, bottom, 1, ROLE_RULE, x == left ? "└" : x == right ? "┘" : "─");
	}
	for (int y = window.y; y < bottom; y++) {
		grid_text(grid, left, y, 1, ROLE_RULE, "│");
		grid_text(grid, right, y, 1, ROLE_RULE, "│");
	}
}

void draw_languages(const struct model *model, struct grid *grid)
{
	const struct languages *languages = &model->languages;
	struct rect window = frame_window(&model->frame, FRAME_WIDTH_MIN, (int)languages->count);
	size_t choice = model->language_choice;
	/* A list longer than the window shows the part with the choice. */
	size_t top = choice >= (size_t)window.height ? choice - (size_t)window.height + 1 : 0;

	grid_fill(grid, (struct rect){window.x - 1, window.y, window.width + 2, window.height}, ROLE_TEXT, ' ');
	draw_border(grid, window);
	for (size_t i = top; i < languages->count && i < top + (size_t)window.height; i++) {
		int y = window.y + (int)(i - top);
		struct language *language = &languages->items[i];
		const char *name = lang_text(language->lang, "language.name");

		grid_text(grid, window.x + 2, y, window.width - 2, ROLE_TEXT,
		          arena_printf(grid->scratch, "%s (%s)", name, language->code));
		if (i != choice)
			continue;
		grid_text(grid, window.x, y, 1, ROLE_TITLE, "▶");
		grid_select(grid, window.x, y, window.width);
		grid_cursor(grid, window.x, y);
	}
}
