/* The tables of actions and keys agree with each other and with the strings of every language. */
#include "support/script.h"
#include "tui/help.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char *const langs[] = {"en", "fr"};

static void no_key_means_two_things(void **state)
{
	(void)state;
	for (size_t i = 0; i < binding_count; i++)
		for (size_t j = 0; j < i; j++)
			if (bindings[i].mode == bindings[j].mode && bindings[i].key == bindings[j].key)
				fail_msg("key %#x is bound twice in mode %d", (unsigned)bindings[i].key, (int)bindings[i].mode);
}

static void every_action_is_bound(void **state)
{
	(void)state;
	for (int action = ACTION_NONE + 1; action < ACTION_COUNT; action++) {
		size_t bound = 0;

		for (size_t i = 0; i < binding_count; i++)
			bound += (int)bindings[i].action == action;
		assert_non_null(actions[action].name);
		if (!bound)
			fail_msg("no key does %s", actions[action].name);
	}
}

static void no_name_stands_twice(void **state)
{
	(void)state;
	for (int i = 0; i < ACTION_COUNT; i++)
		for (int j = 0; j < i; j++)
			assert_string_not_equal(actions[i].name, actions[j].name);
}

/* A string that is the key itself, or that English stands in for, is missing. */
static void check_string(struct lang *lang, const char *key)
{
	const char *text = lang_text(lang, key);

	if (strcmp(text, key) == 0 || strncmp(text, "[en] ", 5) == 0)
		fail_msg("%s is missing in %s", key, lang_code(lang));
}

static void every_language_describes_everything(void **state)
{
	(void)state;
	for (size_t l = 0; l < sizeof langs / sizeof *langs; l++) {
		struct script script;
		char key[64];

		script_open(&script, langs[l], "UTF-8", 80, 24, NULL, NULL);
		struct lang *lang = model_language(&script.model)->lang;

		for (int action = ACTION_NONE + 1; action < ACTION_COUNT; action++) {
			check_string(lang, actions[action].help);
			if (actions[action].label)
				check_string(lang, actions[action].label);
		}
		for (int mode = 0; mode < MODE_COUNT; mode++) {
			snprintf(key, sizeof key, "tui.%s", mode_names[mode]);
			check_string(lang, key);
		}
		for (uint32_t code = 0; code < INPUT_LIMIT; code = code == 0x7F ? INPUT_UP : code + 1)
			if (action_key_name(code))
				check_string(lang, action_key_name(code));
		script_close(&script);
	}
}

/* Every mode has a way out that its footer or its help names. */
static void every_mode_can_be_left(void **state)
{
	(void)state;
	for (int mode = MODE_ANY + 1; mode < MODE_COUNT; mode++) {
		enum action action = action_find((enum mode)mode, INPUT_ESC);

		assert_true(action == ACTION_BACK || action == ACTION_CANCEL || action == ACTION_NO);
	}
}

static void the_help_names_every_key(void **state)
{
	(void)state;
	for (int mode = MODE_ANY + 1; mode < MODE_COUNT; mode++) {
		struct script script;

		script_open(&script, "en", "UTF-8", 200, 200, NULL, NULL);
		script.model.modes[0] = (enum mode)mode;
		struct page *page = help_page(script.arena, model_language(&script.model)->lang, (enum mode)mode);
		struct lines lines = layout(script.arena, page, 200, script.charset);

		for (size_t i = 0; i < binding_count; i++) {
			const char *help = lang_text(model_language(&script.model)->lang, actions[bindings[i].action].help);
			bool found = false;

			if (bindings[i].mode != (enum mode)mode)
				continue;
			for (size_t j = 0; j < lines.count; j++)
				for (size_t k = 0; k < lines.items[j].count; k++)
					found |= lines.items[j].spans[k].size == strlen(help) &&
					         memcmp(lines.items[j].spans[k].text, help, strlen(help)) == 0;
			if (!found)
				fail_msg("the help of mode %d lacks %s", mode, actions[bindings[i].action].name);
		}
		script_close(&script);
	}
}

static void a_digit_is_a_digit(void **state)
{
	(void)state;
	assert_int_equal(action_find(MODE_LIST, '5'), ACTION_JUMP);
	assert_int_equal(action_find(MODE_FILTER, '5'), ACTION_NONE);
	/* U+0102 has the number of a function key in curses. */
	assert_int_equal(action_find(MODE_LIST, 0x102), ACTION_NONE);
	assert_int_equal(action_find(MODE_LIST, INPUT_DOWN), ACTION_DOWN);
	assert_int_equal(action_find(MODE_FILTER, 'q'), ACTION_NONE);
	assert_int_equal(action_find(MODE_HELP, 'q'), ACTION_BACK);
	assert_int_equal(action_find(MODE_MAP, 'q'), ACTION_QUIT);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(no_key_means_two_things), cmocka_unit_test(every_action_is_bound),
	    cmocka_unit_test(no_name_stands_twice),    cmocka_unit_test(every_language_describes_everything),
	    cmocka_unit_test(every_mode_can_be_left),  cmocka_unit_test(the_help_names_every_key),
	    cmocka_unit_test(a_digit_is_a_digit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
