/* The map of the reply codes: their classes down, their categories across, each code in its place. */
#ifndef REPLYCODE_TUI_MAP_H
#define REPLYCODE_TUI_MAP_H

#include "tui/language.h"

enum {
	MAP_DIGITS = 10,
	MAP_STEP = 4 /* columns of a code and of the sign before it */
};

struct map_item {
	const char *code;
	int x, y; /* of the sign before it, from the top left of the map */
};

/* A line of the map that starts with a label. */
struct map_label {
	const struct theory *class, *category; /* category: NULL in the table, whose
	                                          columns are the categories */
	int y;
};

struct map {
	struct arena *arena;
	const struct language *language; /* NULL: nothing is laid out */
	int width;                       /* for which it is laid out */
	struct map_item *items;
	size_t count, selected;
	struct map_label *labels;
	size_t label_count;
	bool table;                                  /* false: too narrow; the cells stand one below the other */
	const struct theory *categories[MAP_DIGITS]; /* by digit; NULL where no code has it */
	int columns[MAP_DIGITS];                     /* where they start */
	int column_width;
	int height;                            /* lines in all */
	int top;                               /* the first in sight */
	const struct entry *entry;             /* the selected one */
	const struct theory *class, *category; /* what its digits mean */
};

/* A map of nothing; map_close() frees it. */
void map_open(struct map *map, arena_exhausted *exhausted);
void map_close(struct map *map);

/* Lays the map out, with the code selected that was, or the one given (which may be NULL). */
enum status map_show(struct map *map, struct language *language, int width, const char *code, struct error *error);

/* Selects a code, or the first that starts with it. Returns whether there is one. */
bool map_select(struct map *map, const char *code);

/* Moves to the next code on the line (dx) or to the nearest one on the lines above or below (dy). */
void map_move(struct map *map, int dx, int dy);

/* Scrolls so that the selected code is among height lines, and reads what the map tells of it. */
enum status map_settle(struct map *map, struct language *language, int height, struct error *error);

#endif
