/* Every view, in every language, at every size, compared with tests/tui/screens/. UPDATE=1 writes the files anew:
 * read the difference before keeping it. */
#include "support/script.h"

#include "base/buffer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct {
	int width, height;
} sizes[] = {{120, 40}, {80, 24}, {60, 20}, {40, 12}, {20, 5}};

#define REPLY "\"550 5.7.1 <ann@example.org>: Recipient address rejected: User unknown\""

static const struct view_case {
	const char *name, *keys, *charset;
} cases[] = {
    {"list", "5 5 3", "UTF-8"},
    {"marks", "2 5 0 Space 5 5 3 Space", "UTF-8"},
    {"read", "5 5 3 Tab PgDn", "UTF-8"},
    {"filter", "/ \"quota\"", "UTF-8"},
    {"filtered", "/ \"boite pleine\" Enter", "UTF-8"},
    {"compare", "2 5 0 Space 5 5 3 Space Enter", "UTF-8"},
    {"compare-scrolled", "2 5 0 Space 5 5 3 Space Enter PgDn x", "UTF-8"},
    {"map", "5 5 3 m", "UTF-8"},
    {"languages", "L", "UTF-8"},
    {"help", "?", "UTF-8"},
    {"help-compare", "2 5 0 Space 5 5 3 Space Enter ?", "UTF-8"},
    {"write", "w \"ticket.md\"", "UTF-8"},
    {"copy", "y", "UTF-8"},
    {"enhanced", "s 5 . 7 . 1", "UTF-8"},
    {"unknown", "5 5 7 Enter", "UTF-8"},
    {"notice", "c", "UTF-8"},
    {"reply-prompt", "e " REPLY " Space \"(in reply to RCPT TO command of mail.example.org)\" Left Left", "UTF-8"},
    {"reply", "e " REPLY " Enter", "UTF-8"},
    {"reply-scrolled", "e " REPLY " Enter PgDn l l", "UTF-8"},
    {"help-reply", "e " REPLY " Enter ?", "UTF-8"},
    {"ascii-list", "2 5 0 Space 5 5 3 Space", "ASCII"},
    {"ascii-reply", "e \"550 5.7.1 Compte inexistant : « été » … ≠\" Enter e Up", "ASCII"},
    {"ascii-map", "5 5 3 m", "ASCII"},
    {"ascii-languages", "L", "ASCII"},
};

static const char *folder(void)
{
	const char *path = getenv("SCREENS");

	return path ? path : "tests/tui/screens";
}

static void compare_file(struct script *script, const char *path, const struct buffer *got)
{
	FILE *file;

	if (getenv("UPDATE")) {
		file = fopen(path, "w");
		assert_non_null(file);
		assert_int_equal(fwrite(got->bytes, 1, got->used, file), got->used);
		assert_int_equal(fclose(file), 0);
		return;
	}
	file = fopen(path, "r");
	if (!file)
		fail_msg("%s is missing; UPDATE=1 makes it", path);
	char *want = arena_alloc(script->arena, got->used + 2);
	size_t n = fread(want, 1, got->used + 1, file);

	fclose(file);
	if (n == got->used && memcmp(want, got->bytes, n) == 0)
		return;
	size_t at = 0;
	size_t line = 1;

	for (; at < n && at < got->used && want[at] == got->bytes[at]; at++)
		line += want[at] == '\n';
	fail_msg("%s:%zu: the screen is another (UPDATE=1 writes it anew)", path, line);
}

static void check_case(const struct view_case *view, const char *lang)
{
	struct arena *arena;
	struct buffer out;
	struct script script;
	char path[256];

	/* The first script's arena holds the text of all sizes. */
	script_open(&script, lang, view->charset, 80, 24, NULL, NULL);
	arena = script.arena;
	out = buffer_new(arena);
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		struct script sized;

		script_open(&sized, lang, view->charset, sizes[i].width, sizes[i].height, NULL, NULL);
		script_type(&sized, view->keys);
		buffer_adds(&out,
		            arena_printf(arena, "== %s at %dx%d: %s\n", lang, sizes[i].width, sizes[i].height, view->keys));
		buffer_adds(&out, script_screen(&sized));
		script_close(&sized);
	}
	snprintf(path, sizeof path, "%s/%s.%s.txt", folder(), view->name, lang);
	compare_file(&script, path, &out);
	script_close(&script);
}

static void screens_in_english(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		check_case(&cases[i], "en");
}

static void screens_in_french(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		check_case(&cases[i], "fr");
}

/* Nothing on a screen is lost to another charset: every byte is ASCII. */
static void ascii_is_ascii(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct script script;

		script_open(&script, "fr", "ASCII", 80, 24, NULL, NULL);
		script_type(&script, cases[i].keys);
		for (const char *c = script_screen(&script); *c; c++)
			assert_true((unsigned char)*c < 0x80);
		script_close(&script);
	}
}

/* A model that was resized shows what one that started at that size shows. */
static void resizing_gives_the_same_screen(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		for (size_t j = 0; j < sizeof sizes / sizeof *sizes; j++) {
			struct script fresh;
			struct script resized;

			/* How far a page is scrolled depends on where it was laid out. */
			if (strstr(cases[i].keys, "PgDn") || strstr(cases[i].keys, "5 5 7"))
				continue;
			script_open(&fresh, "en", "UTF-8", sizes[j].width, sizes[j].height, NULL, NULL);
			script_open(&resized, "en", "UTF-8", 10, 3, NULL, NULL);
			script_send(&resized, (struct event){.kind = EVENT_RESIZE, .width = 200, .height = 60});
			script_type(&fresh, cases[i].keys);
			script_type(&resized, cases[i].keys);
			script_send(&resized,
			            (struct event){.kind = EVENT_RESIZE, .width = sizes[j].width, .height = sizes[j].height});
			fresh.model.lists[0].top = fresh.model.lists[1].top = 0;
			resized.model.lists[0].top = resized.model.lists[1].top = 0;
			fresh.model.map.top = resized.model.map.top = 0;
			model_settle(&fresh.model);
			model_settle(&resized.model);
			assert_string_equal(script_screen(&fresh), script_screen(&resized));
			script_close(&fresh);
			script_close(&resized);
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(screens_in_english),
	    cmocka_unit_test(screens_in_french),
	    cmocka_unit_test(ascii_is_ascii),
	    cmocka_unit_test(resizing_gives_the_same_screen),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
