#include "tui/help.h"

#include <string.h>

const char *help_key(struct arena *arena, struct lang *lang, uint32_t key)
{
	const char *name = action_key_name(key);

	if (name)
		return lang_text(lang, name);
	if (key < ' ')
		return arena_printf(arena, "^%c", (char)(key | 0x40));
	return arena_printf(arena, "%c", (char)key);
}

/* All keys of an action in a mode, with blanks between them. */
static const char *keys_of(struct arena *arena, struct lang *lang, enum mode mode, enum action action)
{
	const char *keys = "";

	for (size_t i = 0; i < binding_count; i++)
		if (bindings[i].mode == mode && bindings[i].action == action)
			keys = arena_printf(arena, "%s%s%s", keys, *keys ? "  " : "", help_key(arena, lang, bindings[i].key));
	return keys;
}

/* Whether a key of MODE_ANY does something else in the mode. */
static bool is_hidden(enum mode mode, const struct binding *binding)
{
	return action_find(mode, binding->key) != binding->action;
}

static void add_keys(struct page *page, struct lang *lang, enum mode mode, enum mode from)
{
	struct cell header[2] = {{"", ROLE_LABEL}, {"", ROLE_TEXT}};
	struct block *block = page_add_rows(page, BLOCK_FACTS, header, 2);

	for (size_t i = 0; i < binding_count; i++) {
		const struct binding *binding = &bindings[i];

		if (binding->mode != from || !action_is_first(binding) || is_hidden(mode, binding))
			continue;

		struct cell row[2] = {{keys_of(page->arena, lang, from, binding->action), ROLE_LABEL},
		                      {lang_text(lang, actions[binding->action].help), ROLE_TEXT}};

		page_add_row(page, block, row, false);
	}
}

struct page *help_page(struct arena *arena, struct lang *lang, enum mode mode)
{
	struct page *page = page_new(arena);
	const char *where = lang_name(lang, "tui", mode_names[mode]);

	page_add_text(page, BLOCK_TITLE, lang_format(arena, lang, "tui.help-title", where, NULL, NULL), ROLE_TITLE);
	add_keys(page, lang, mode, mode);
	if (mode_is_browsing(mode)) {
		page_add_text(page, BLOCK_HEADING, lang_name(lang, "tui", mode_names[MODE_ANY]), ROLE_HEADING);
		add_keys(page, lang, mode, MODE_ANY);
	}
	return page;
}
