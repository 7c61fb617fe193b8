#include "tui/draw.h"

#include "tui/draw_parts.h"

#include <string.h>

int draw_paragraph(struct grid *grid, struct rect rect, int look, const char *text)
{
	const char *adapted = text_adapt(grid->scratch, grid->charset, text);
	size_t left = strlen(adapted);
	int y = 0;

	while (left && y < rect.height && rect.width > 0) {
		size_t shown;
		size_t used = text_line(adapted, left, rect.width, &shown);

		grid_put(grid, rect.x, rect.y + y++, rect.width, look, adapted, shown);
		adapted += used;
		left -= used;
	}
	return y;
}

void draw_more(struct grid *grid, struct rect rect, bool above, bool below)
{
	int x = rect.x + rect.width - 1;

	if (above)
		grid_text(grid, x, rect.y, 1, ROLE_RULE, "▲");
	if (below)
		grid_text(grid, x, rect.y + rect.height - 1, 1, ROLE_RULE, "▼");
}

static void draw_too_small(const struct model *model, struct grid *grid)
{
	struct lang *lang = model_language(model)->lang;
	struct rect all = {.width = grid->width, .height = grid->height};
	const char *width = arena_printf(grid->scratch, "%d", FRAME_WIDTH_MIN);
	const char *height = arena_printf(grid->scratch, "%d", FRAME_HEIGHT_MIN);

	draw_paragraph(grid, all, LOOK_NOTICE, lang_format(grid->scratch, lang, "tui.too-small", width, height, NULL));
	grid_cursor(grid, 0, 0);
}

static void draw_browse(const struct model *model, struct grid *grid)
{
	const struct frame *frame = &model->frame;
	enum mode screen = model_screen(model);
	struct rect page = frame->page;

	/* The column of the signs of scrolling. */
	page.width++;
	if (frame->two_panes || screen != MODE_READ)
		draw_list(model, grid, screen != MODE_READ);
	if (frame->two_panes)
		for (int y = frame->body.y; y < frame->body.y + frame->body.height; y++)
			grid_text(grid, frame->separator, y, 1, ROLE_RULE, "│");
	if (frame->two_panes || screen == MODE_READ)
		draw_view(&model->page, grid, page, screen == MODE_READ);
}

void draw(const struct model *model, struct grid *grid)
{
	const struct frame *frame = &model->frame;

	grid_clear(grid, model->width, model->height);
	if (model->status != STATUS_OK)
		return;
	if (!frame->fits) {
		draw_too_small(model, grid);
		return;
	}
	if (frame->header)
		draw_header(model, grid);
	switch (model_screen(model)) {
	case MODE_COMPARE:
		draw_view(&model->compare, grid, frame->body, true);
		break;
	case MODE_VERDICT:
		draw_view(&model->verdict, grid, frame->body, true);
		break;
	case MODE_HELP:
		draw_view(&model->help, grid, frame->body, true);
		break;
	case MODE_MAP:
		draw_map(model, grid);
		break;
	default:
		draw_browse(model, grid);
		break;
	}
	if (model_mode(model) == MODE_LANGUAGES)
		draw_languages(model, grid);
	/* Where nothing is selected, the cursor waits where something would be. */
	if (grid->cursor_x < 0)
		grid_cursor(grid, 0, frame->body.y);
	draw_footer(model, grid);
}
