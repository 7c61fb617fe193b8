#include "tui/map.h"

#include <stdlib.h>
#include <string.h>

enum { MARGIN = 1 /* columns at the left */ };

void map_open(struct map *map, arena_exhausted *exhausted)
{
	*map = (struct map){.arena = arena_new(exhausted)};
}

void map_close(struct map *map)
{
	arena_free(map->arena);
	*map = (struct map){0};
}

static void add_label(struct map *map, const struct theory *class, const struct theory *category, int y)
{
	map->labels[map->label_count++] = (struct map_label){.class = class, .category = category, .y = y};
}

/* The codes of one cell, from (x, y) on, so many a line. Returns the lines they take. */
static int place(struct map *map, const char *start, int x, int y, int per_line, const struct strings *codes)
{
	int count = 0;

	for (size_t i = 0; i < codes->count; i++)
		if (strncmp(codes->items[i], start, 2) == 0) {
			map->items[map->count++] = (struct map_item){
			    .code = codes->items[i], .x = x + count % per_line * MAP_STEP, .y = y + count / per_line};
			count++;
		}
	return (count + per_line - 1) / per_line;
}

/* Puts the codes of one class from line y on. Returns the line below them. */
static int place_class(struct map *map, char digit, const struct theory *class, int y, const struct strings *codes)
{
	int per_line = (map->table ? map->column_width : map->width - MARGIN) / MAP_STEP;
	int height = 0;

	if (map->table)
		add_label(map, class, NULL, y);
	for (int category = 0; category < MAP_DIGITS; category++) {
		char start[] = {digit, (char)('0' + category), '\0'};
		int x = map->table ? map->columns[category] : MARGIN;
		size_t before = map->count;
		int lines = map->categories[category] ? place(map, start, x, y + 1, per_line, codes) : 0;

		if (map->table) {
			height = lines > height ? lines : height;
		} else if (map->count > before) {
			add_label(map, class, map->categories[category], y);
			y += 1 + lines;
		}
	}
	return map->table ? y + 1 + height : y;
}

static enum status lay_out(struct map *map, struct kb *kb, const struct strings *codes, struct error *error)
{
	const struct theory *classes[MAP_DIGITS] = {NULL};
	int columns = 0;

	for (size_t i = 0; i < codes->count; i++) {
		const char *code = codes->items[i];

		if (kb_class(kb, code, &classes[*code - '0'], error) != STATUS_OK ||
		    kb_category(kb, code, &map->categories[code[1] - '0'], error) != STATUS_OK)
			return STATUS_BAD;
	}
	for (int i = 0; i < MAP_DIGITS; i++)
		columns += map->categories[i] != NULL;
	map->column_width = columns ? (map->width - MARGIN) / columns : 0;
	map->table = map->column_width > MAP_STEP;
	for (int i = 0, x = MARGIN; i < MAP_DIGITS; i++)
		if (map->categories[i]) {
			map->columns[i] = x;
			x += map->column_width;
		}
	for (int i = 0; i < MAP_DIGITS; i++)
		if (classes[i])
			map->height = place_class(map, (char)('0' + i), classes[i], map->height, codes);
	return STATUS_OK;
}

enum status map_show(struct map *map, struct language *language, int width, const char *code, struct error *error)
{
	char current[CODE_SIZE] = "";
	const struct strings *codes;

	if (map->language == language && map->width == width) {
		if (code)
			map_select(map, code);
		return STATUS_OK;
	}
	if (!code && map->selected < map->count)
		memcpy(current, map->items[map->selected].code, strlen(map->items[map->selected].code) + 1);
	else if (code && strlen(code) < sizeof current)
		memcpy(current, code, strlen(code) + 1);

	struct arena *arena = map->arena;

	arena_reset(arena);
	*map = (struct map){.arena = arena, .width = width};
	if (kb_codes(language->kb, CODE_BASIC, &codes, error) != STATUS_OK)
		return STATUS_BAD;
	map->items = arena_array(arena, codes->count + 1, sizeof *map->items);
	map->labels = arena_array(arena, codes->count + MAP_DIGITS, sizeof *map->labels);
	if (lay_out(map, language->kb, codes, error) != STATUS_OK)
		return STATUS_BAD;
	map->language = language;
	map_select(map, current);
	return STATUS_OK;
}

bool map_select(struct map *map, const char *code)
{
	for (size_t i = 0; i < map->count; i++)
		if (*code && strncmp(map->items[i].code, code, strlen(code)) == 0) {
			map->selected = i;
			return true;
		}
	return false;
}

/* How far an item is from where the user wants to go; the line counts most. -1 where it is not in that direction. */
static long distance(const struct map_item *from, const struct map_item *to, int dx, int dy)
{
	if (dy)
		return (to->y - from->y) * dy > 0 ? labs((long)to->y - from->y) * 1000 + labs((long)to->x - from->x) : -1;
	if (to->y == from->y)
		return (to->x - from->x) * dx > 0 ? labs((long)to->x - from->x) : -1;
	return -1;
}

void map_move(struct map *map, int dx, int dy)
{
	long best = -1;
	size_t target = map->selected;

	for (size_t i = 0; i < map->count; i++) {
		long far = distance(&map->items[map->selected], &map->items[i], dx, dy);

		if (far >= 0 && (best < 0 || far < best)) {
			best = far;
			target = i;
		}
	}
	/* At the end of a line the codes go on with the next one. */
	if (best < 0 && dx)
		target = dx > 0 ? map->selected + (map->selected + 1 < map->count) : map->selected - (map->selected > 0);
	map->selected = target;
}

enum status map_settle(struct map *map, struct language *language, int height, struct error *error)
{
	if (map->selected >= map->count)
		return STATUS_OK;

	const struct map_item *item = &map->items[map->selected];
	/* The label stands on the line above the first codes. */
	int first = height < 2 ? item->y : item->y - 1;

	if (map->top > first)
		map->top = first < 0 ? 0 : first;
	if (item->y >= map->top + height)
		map->top = item->y - height + 1;
	if (map->top + height > map->height)
		map->top = map->height > height ? map->height - height : 0;
	if (kb_entry(language->kb, item->code, &map->entry, error) != STATUS_OK ||
	    kb_class(language->kb, item->code, &map->class, error) != STATUS_OK)
		return STATUS_BAD;
	return kb_category(language->kb, item->code, &map->category, error);
}
