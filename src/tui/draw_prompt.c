#include "tui/draw_parts.h"

#include <string.h>

/* A line that is being typed, scrolled so that its cursor is in sight. */
static void draw_line(const struct model *model, struct grid *grid, const char *label, const struct prompt *prompt)
{
	int y = model->frame.footer;
	enum mode mode = model_mode(model);
	int keys = draw_keys_width(model, grid, mode);
	int x = grid_text(grid, 0, y, grid->width / 2, LOOK_KEY, label);
	int room = grid->width - x - 1;
	size_t start = 0;
	int before = text_width(prompt->text, prompt->cursor);

	if (room - keys >= FRAME_WIDTH_MIN) {
		room -= keys;
		draw_keys(model, grid, mode, x + room + 1);
	}
	while (before >= room && start < prompt->cursor) {
		size_t n = text_character(prompt->text + start, prompt->cursor - start);

		before -= text_width(prompt->text + start, n);
		start += n;
	}
	grid_put(grid, x, y, room, ROLE_TEXT, prompt->text + start, prompt->size - start);
	grid_cursor(grid, x + before, y);
}

/* A question and the keys that answer it. */
static void draw_question(const struct model *model, struct grid *grid, const char *question)
{
	enum mode mode = model_mode(model);
	int y = model->frame.footer;
	int room = grid->width - draw_keys_width(model, grid, mode);
	/* Where there is room for the keys alone, the question stands on the line above them. */
	bool above = room < FRAME_WIDTH_MIN / 2;
	struct rect line = {.y = y - 1, .width = grid->width, .height = 1};
	int used = 0;

	if (above) {
		grid_fill(grid, line, LOOK_NOTICE, ' ');
		grid_text(grid, 1, y - 1, grid->width - 1, LOOK_NOTICE, question);
	} else {
		used = grid_text(grid, 1, y, room - 1, LOOK_NOTICE, question) + 1;
	}
	grid_cursor(grid, used, y);
	draw_keys(model, grid, mode, used + 1);
}

/* A place in a text that is broken into rows. */
struct place {
	int x, y;
};

/* Columns of a character, in the charset of the screen. */
static int character_width(struct grid *grid, const char *s, size_t n)
{
	return n == 1 ? 1 : grid_width(grid, arena_copy(grid->scratch, s, n));
}

/* Breaks the text of a prompt into rows as wide as the rectangle, and paints those from row top on that fit it; none
 * where top is negative. Stores where the cursor stands, from the first row on. Returns how many rows there are. */
static int flow(struct grid *grid, const struct prompt *prompt, struct rect rect, int top, struct place *cursor)
{
	struct place at = {0, 0};

	for (size_t i = 0, n; i < prompt->size; i += n) {
		const char *s = prompt->text + i;

		n = text_character(s, prompt->size - i);

		int width = *s == '\n' ? 0 : character_width(grid, s, n);

		if (at.x + width > rect.width)
			at = (struct place){0, at.y + 1};
		if (i <= prompt->cursor)
			*cursor = at;
		if (top >= 0 && at.y >= top && at.y < top + rect.height && *s != '\n')
			grid_put(grid, rect.x + at.x, rect.y + at.y - top, width, ROLE_TEXT, s, n);
		at.x += width;
		if (*s == '\n')
			at = (struct place){0, at.y + 1};
	}
	if (prompt->cursor == prompt->size)
		*cursor = at;
	return at.y + 1;
}

/* A reply that is being typed: on as many rows as it takes, up to half the screen, above the keys. */
static void draw_reply(const struct model *model, struct grid *grid)
{
	const struct frame *frame = &model->frame;
	struct rect rect = {.width = grid->width - 1};
	struct rect label = {.width = grid->width, .height = 1};
	struct place cursor = {0, 0};
	int rows = flow(grid, &model->typing, rect, -1, &cursor);
	int most = frame->body.height / 2;
	int top;

	rect.height = rows < most ? rows : most;
	rect.y = frame->footer - rect.height;
	top = cursor.y < rect.height ? 0 : cursor.y - rect.height + 1;
	label.y = rect.y - 1;
	grid_fill(grid, label, LOOK_NOTICE, ' ');
	grid_text(grid, 1, label.y, grid->width - 2, LOOK_NOTICE,
	          lang_text(model_language(model)->lang, "tui.reply-prompt"));
	rect.width++;
	grid_fill(grid, rect, ROLE_TEXT, ' ');
	draw_more(grid, rect, top > 0, top + rect.height < rows);
	rect.width--;
	flow(grid, &model->typing, rect, top, &cursor);
	grid_cursor(grid, cursor.x, rect.y + cursor.y - top);
	draw_keys(model, grid, MODE_REPLY, 1);
}

bool draw_prompt(const struct model *model, struct grid *grid)
{
	struct lang *lang = model_language(model)->lang;

	switch (model_mode(model)) {
	case MODE_FILTER:
		draw_line(model, grid, "/", &model->filters[model->kind]);
		return true;
	case MODE_WRITE:
		draw_line(model, grid, lang_text(lang, "tui.write-to"), &model->file);
		return true;
	case MODE_REPLY:
		draw_reply(model, grid);
		return true;
	case MODE_COPY:
		draw_question(model, grid, lang_text(lang, "tui.copy-as"));
		return true;
	case MODE_OVERWRITE:
		draw_question(model, grid, lang_format(grid->scratch, lang, "tui.overwrite", model->file.text, NULL, NULL));
		return true;
	default:
		return false;
	}
}
