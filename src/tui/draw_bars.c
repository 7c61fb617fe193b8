#include "tui/draw_parts.h"
#include "tui/help.h"

#include <ctype.h>
#include <string.h>

/* "SMTP · English" */
static const char *where(const struct model *model, struct grid *grid)
{
	struct lang *lang = model_language(model)->lang;
	char *protocol = arena_copy(grid->scratch, model->languages.protocol, strlen(model->languages.protocol));

	for (char *c = protocol; *c; c++)
		*c = (char)toupper((unsigned char)*c);
	return arena_printf(grid->scratch, "%s · %s", protocol, lang_text(lang, "language.name"));
}

/* Which code of the comparison the arrows change. */
static const char *pair_text(const struct model *model, struct grid *grid)
{
	return arena_printf(grid->scratch, "%sA %s   %sB %s", model->side ? "" : "▶ ", model->pair[0],
	                    model->side ? "▶ " : "", model->pair[1]);
}

/* What is shown, in a few words. */
static const char *title(const struct model *model, struct grid *grid)
{
	struct lang *lang = model_language(model)->lang;
	const struct list *list = &model->lists[model->kind];
	const char *name;

	switch (model_screen(model)) {
	case MODE_COMPARE:
		return pair_text(model, grid);
	case MODE_VERDICT:
		return lang_text(lang, "tui.verdict");
	case MODE_MAP:
		return lang_text(lang, "tui.map");
	case MODE_HELP:
		return lang_text(lang, "tui.help");
	default:
		break;
	}
	name = lang_text(lang, model->kind ? "tui.enhanced-codes" : "tui.reply-codes");
	if (!*list->words)
		return name;
	return arena_printf(grid->scratch, "/%s  %zu/%zu", list->words, list->codes, list->total);
}

void draw_header(const struct model *model, struct grid *grid)
{
	const char *right = where(model, grid);
	int right_width = grid_width(grid, right);
	int used = 1;

	grid_fill(grid, (struct rect){.width = grid->width, .height = 1}, LOOK_HEADER, ' ');
	if (grid->width >= 60)
		used += grid_text(grid, 1, 0, grid->width, LOOK_HEADER, "replycode") + 3;
	used += grid_text(grid, used, 0, grid->width - used - 1, LOOK_HEADER, title(model, grid)) + 2;
	if (used + right_width + 1 <= grid->width)
		grid_text(grid, grid->width - right_width - 1, 0, right_width, LOOK_HEADER, right);
}

/* A key and what it does: " / search ". With draw false only the width is told.
 * */
static int put_key(const struct model *model, struct grid *grid, int x, const struct binding *binding, bool paint)
{
	struct lang *lang = model_language(model)->lang;
	const char *key = help_key(grid->scratch, lang, binding->key);
	const char *label = lang_text(lang, actions[binding->action].label);
	int y = model->frame.footer;
	int used = grid_width(grid, key);

	if (paint) {
		grid_text(grid, x, y, grid->width - x, LOOK_KEY, key);
		grid_text(grid, x + used + 1, y, grid->width - x - used - 1, LOOK_FOOTER, label);
	}
	return used + 1 + grid_width(grid, label) + 2;
}

/* Whether the action would do something now. */
static bool is_useful(const struct model *model, enum mode mode, enum action action)
{
	if (action == ACTION_RECALL)
		return model->reply && !model->typing.size;
	if (action == ACTION_CODE)
		return model->reply_has_code;
	if (mode != MODE_LIST)
		return true;
	if (action == ACTION_COMPARE)
		return model->mark_count > 0;
	return action != ACTION_BACK || *model->unlisted || model->from_reply || model->filters[model->kind].size;
}

/* Whether the footer names the binding while keys go to mode. */
static bool is_shown(const struct model *model, enum mode mode, const struct binding *binding)
{
	bool here = binding->mode == mode || (binding->mode == MODE_ANY && mode_is_browsing(mode));

	return here && is_useful(model, mode, binding->action) && actions[binding->action].label &&
	       action_is_first(binding) && action_find(mode, binding->key) == binding->action;
}

/* Help and the way out are named however narrow the screen is. */
static bool is_last(const struct binding *binding)
{
	return binding->action == ACTION_HELP || binding->action == ACTION_QUIT || binding->action == ACTION_BACK ||
	       binding->action == ACTION_CANCEL;
}

int draw_keys(const struct model *model, struct grid *grid, enum mode mode, int x)
{
	int last = 0;

	for (size_t i = 0; i < binding_count; i++)
		if (is_shown(model, mode, &bindings[i]) && is_last(&bindings[i]))
			last += put_key(model, grid, 0, &bindings[i], false);
	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < binding_count; i++) {
			/* Two columns of the width lie behind the label, where the line may end.
			 * */
			int room = grid->width - x - (pass ? 0 : last) + 2;

			if (is_shown(model, mode, &bindings[i]) && is_last(&bindings[i]) == pass &&
			    put_key(model, grid, 0, &bindings[i], false) <= room)
				x += put_key(model, grid, x, &bindings[i], true);
		}
	return x;
}

int draw_keys_width(const struct model *model, struct grid *grid, enum mode mode)
{
	int width = 0;

	for (size_t i = 0; i < binding_count; i++)
		if (is_shown(model, mode, &bindings[i]))
			width += put_key(model, grid, 0, &bindings[i], false);
	return width;
}

/* What has just happened, on as many lines as it takes. */
static void draw_notice(const struct model *model, struct grid *grid)
{
	const char *text = text_adapt(grid->scratch, grid->charset, model->notice);
	int width = grid->width - 2;
	int height = 0;

	for (size_t left = strlen(text), used, shown; left; left -= used) {
		used = text_line(text + strlen(text) - left, left, width, &shown);
		height++;
	}
	if (height > model->frame.body.height)
		height = model->frame.body.height;

	struct rect rect = {.y = model->frame.footer - height + 1, .width = grid->width, .height = height};

	grid_fill(grid, rect, LOOK_NOTICE, ' ');
	rect.x = 1;
	rect.width = width;
	draw_paragraph(grid, rect, LOOK_NOTICE, text);
}

void draw_footer(const struct model *model, struct grid *grid)
{
	int x = 1;

	if (draw_prompt(model, grid))
		return;
	if (model->notice) {
		draw_notice(model, grid);
	} else {
		if (*model->typed)
			x += grid_text(grid, x, model->frame.footer, CODE_SIZE, LOOK_NOTICE, model->typed) + 2;
		draw_keys(model, grid, model_mode(model), x);
	}
}
