/* The small parts: cells, the line that is typed, what a filter found, the clipboard's sequence, the frame. */
#include "support/script.h"
#include "tui/clipboard.h"
#include "tui/export.h"
#include "tui/match.h"
#include "tui/tty.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct arena *arena;

static int set_up(void **state)
{
	(void)state;
	arena = arena_new(abort);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

static struct grid_cell *cell(struct grid *grid, int x)
{
	return &grid->cells[x];
}

static void wide_characters_keep_their_halves(void **state)
{
	struct grid grid;

	(void)state;
	grid_open(&grid, text_charset_open(arena, "UTF-8"), abort);
	grid_clear(&grid, 6, 1);
	assert_int_equal(grid_put(&grid, 0, 0, 6, ROLE_TEXT, "日本", 6), 4);
	assert_int_equal(cell(&grid, 0)->width, 2);
	assert_int_equal(cell(&grid, 1)->width, 0);
	/* Writing over one half blanks the other. */
	assert_int_equal(grid_put(&grid, 1, 0, 1, ROLE_TEXT, "x", 1), 1);
	assert_int_equal(cell(&grid, 0)->width, 1);
	assert_int_equal(cell(&grid, 0)->bytes[0], ' ');
	/* Half of a wide character is never shown. */
	assert_int_equal(grid_put(&grid, 5, 0, 6, ROLE_TEXT, "日", 3), 0);
	/* Control characters and places outside are skipped, combining characters stay with their letter. */
	assert_int_equal(grid_put(&grid, 0, 0, 6, ROLE_TEXT, "a\033b", 3), 2);
	assert_int_equal(grid_put(&grid, 0, 7, 6, ROLE_TEXT, "a", 1), 0);
	assert_int_equal(grid_put(&grid, 0, 0, 6, ROLE_TEXT, "e\314\201", 3), 1);
	assert_int_equal(cell(&grid, 0)->size, 3);
	grid_close(&grid);
}

static void long_texts_end_in_an_ellipsis(void **state)
{
	struct grid grid;

	(void)state;
	grid_open(&grid, text_charset_open(arena, "ASCII"), abort);
	grid_clear(&grid, 8, 1);
	assert_int_equal(grid_text(&grid, 0, 0, 4, ROLE_TEXT, "déjà vu"), 4);
	assert_int_equal(cell(&grid, 1)->bytes[0], 'e');
	assert_int_equal(cell(&grid, 3)->bytes[0], '~');
	assert_int_equal(grid_text(&grid, 0, 0, 0, ROLE_TEXT, "x"), 0);
	grid_close(&grid);
}

static void type_all(struct prompt *prompt, const char *text)
{
	for (; *text; text++)
		prompt_type(prompt, (unsigned char)*text);
}

static void a_line_is_edited(void **state)
{
	struct prompt prompt;

	(void)state;
	prompt_open(&prompt, abort);
	type_all(&prompt, "mailbox full");
	prompt_edit(&prompt, ACTION_ERASE_WORD);
	assert_string_equal(prompt.text, "mailbox ");
	assert_true(prompt_type(&prompt, 0xE9));
	prompt_edit(&prompt, ACTION_CURSOR_LEFT);
	assert_true(prompt_edit(&prompt, ACTION_ERASE));
	assert_string_equal(prompt.text, "mailboxé");
	assert_true(prompt_edit(&prompt, ACTION_ERASE_NEXT));
	assert_false(prompt_edit(&prompt, ACTION_ERASE_NEXT));
	prompt_edit(&prompt, ACTION_CURSOR_START);
	assert_false(prompt_edit(&prompt, ACTION_ERASE));
	assert_true(prompt_type(&prompt, '\n'));
	assert_string_equal(prompt.text, " mailbox");
	/* What would act on a terminal is not typed. */
	assert_false(prompt_type(&prompt, 0x1B));
	assert_false(prompt_type(&prompt, 0x9B));
	assert_false(prompt_type(&prompt, 0x202E));
	assert_false(prompt_type(&prompt, 0xD800));
	assert_false(prompt_type(&prompt, 0x110000));
	assert_true(prompt_type(&prompt, 0x1F600));
	prompt_edit(&prompt, ACTION_CURSOR_END);
	assert_int_equal(prompt.cursor, prompt.size);
	prompt_edit(&prompt, ACTION_CURSOR_RIGHT);
	assert_int_equal(prompt.cursor, prompt.size);
	assert_true(prompt_edit(&prompt, ACTION_ERASE_ALL));
	for (int i = 0; i < PROMPT_MAX + 10; i++)
		prompt_type(&prompt, 'x');
	assert_int_equal(prompt.size, PROMPT_MAX);
	prompt_close(&prompt);
}

static void line_breaks_are_kept_where_they_are_wanted(void **state)
{
	struct prompt prompt;

	(void)state;
	prompt_open(&prompt, abort);
	prompt.lines = true;
	type_all(&prompt, "\r\n550-one\r\n\r\n550\ttwo");
	assert_string_equal(prompt.text, "550-one\n550 two");
	prompt_edit(&prompt, ACTION_CURSOR_START);
	assert_int_equal(prompt.cursor, 8);
	prompt_edit(&prompt, ACTION_CURSOR_LEFT);
	prompt_edit(&prompt, ACTION_ERASE_WORD);
	assert_string_equal(prompt.text, "\n550 two");
	prompt_edit(&prompt, ACTION_ERASE_ALL);
	/* From line to line, in the same column where there is one. */
	type_all(&prompt, "550-first\n");
	prompt_type(&prompt, 0xE9);
	type_all(&prompt, "t\n550 third");
	prompt_edit(&prompt, ACTION_RECALL);
	assert_string_equal(prompt.text + prompt.cursor, "\n550 third");
	prompt_edit(&prompt, ACTION_RECALL);
	assert_string_equal(prompt.text + prompt.cursor, "0-first\n\xC3\xA9t\n550 third");
	prompt_edit(&prompt, ACTION_RECALL);
	assert_string_equal(prompt.text + prompt.cursor, "0-first\n\xC3\xA9t\n550 third");
	prompt_edit(&prompt, ACTION_CURSOR_LEFT);
	prompt_edit(&prompt, ACTION_CURSOR_DOWN);
	assert_string_equal(prompt.text + prompt.cursor, "t\n550 third");
	prompt_edit(&prompt, ACTION_CURSOR_DOWN);
	assert_string_equal(prompt.text + prompt.cursor, "50 third");
	prompt_edit(&prompt, ACTION_CURSOR_DOWN);
	assert_string_equal(prompt.text + prompt.cursor, "50 third");
	prompt_close(&prompt);
}

static void bytes_become_characters(void **state)
{
	/* A character cut short, and then a good one; each stray byte stands for itself. */
	static const char bytes[] = "a\xC3\xA9\xE2\x82z\xFF\xF0\x9F\x98\x80";
	static const uint32_t want[] = {'a', 0xE9, 0xFFFD, 'z', 0xFFFD, 0x1F600};
	mbstate_t characters = {0};
	size_t count = 0;

	(void)state;
	assert_string_equal(tty_charset("UTF-8"), "UTF-8");
	for (size_t i = 0; bytes[i];) {
		uint32_t character;
		bool again = false;

		if (tty_take(&characters, (unsigned char)bytes[i], &character, &again)) {
			assert_true(count < sizeof want / sizeof *want);
			assert_int_equal(character, want[count++]);
		}
		i += !again;
	}
	assert_int_equal(count, sizeof want / sizeof *want);
}

static void matches_are_found_in_the_text_as_shown(void **state)
{
	const char *words[] = {"boite", NULL};
	size_t size;
	size_t at = match_find(arena, "La Boîte aux lettres", words, 1, &size);

	(void)state;
	assert_int_equal(at, 3);
	assert_int_equal(size, 6);
	match_find(arena, "nothing", words, 1, &size);
	assert_int_equal(size, 0);
	/* A ligature that is folded into two letters is shown whole. */
	words[0] = "coeur";
	at = match_find(arena, "le cœur", words, 1, &size);
	assert_int_equal(at, 3);
	assert_int_equal(size, 5);
}

static void the_clipboard_speaks_base64(void **state)
{
	static const char *const encoded[] = {"", "Zg==", "Zm8=", "Zm9v", "Zm9vYg==", "Zm9vYmE=", "Zm9vYmFy"};

	(void)state;
	for (size_t i = 0; i < sizeof encoded / sizeof *encoded; i++) {
		struct output output = clipboard_sequence(arena, "foobar", i, PASSAGE_DIRECT);
		const char *want = arena_printf(arena, "\033]52;c;%s\a", encoded[i]);

		assert_int_equal(output.size, strlen(want));
		assert_memory_equal(output.bytes, want, output.size);
	}
	assert_int_equal(clipboard_passage("x", "screen"), PASSAGE_TMUX);
	assert_int_equal(clipboard_passage("", "screen-256color"), PASSAGE_SCREEN);
	assert_int_equal(clipboard_passage(NULL, "xterm"), PASSAGE_DIRECT);

	/* GNU Screen takes it in parts. */
	char long_text[1000];

	memset(long_text, 'x', sizeof long_text);

	struct output parts = clipboard_sequence(arena, long_text, sizeof long_text, PASSAGE_SCREEN);
	size_t since = 0;

	for (size_t i = 0; i < parts.size; i++) {
		since = parts.bytes[i] == '\033' && i + 1 < parts.size && parts.bytes[i + 1] == 'P' ? 0 : since + 1;
		assert_true(since < 256);
	}
}

static void every_part_of_a_frame_is_on_the_screen(void **state)
{
	(void)state;
	for (int width = 1; width < 320; width++)
		for (int height = 1; height < 120; height += 1 + height / 20) {
			struct frame frame = frame_make(width, height);

			assert_int_equal(frame.fits, width >= FRAME_WIDTH_MIN && height >= FRAME_HEIGHT_MIN);
			if (!frame.fits)
				continue;
			assert_true(frame.body.height >= 3);
			assert_true(frame.page.x + frame.page.width < width);
			assert_true(frame.page.width >= FRAME_WIDTH_MIN - 1);
			assert_int_equal(frame.body.y + frame.body.height, frame.footer);

			struct rect window = frame_window(&frame, 400, 400);

			assert_true(window.x >= 0 && window.x + window.width <= width);
			assert_true(window.y >= frame.body.y && window.y + window.height <= frame.footer);
		}
}

static void a_files_name_tells_its_format(void **state)
{
	(void)state;
	assert_int_equal(export_format("a.md"), EXPORT_MARKDOWN);
	assert_int_equal(export_format("a.json"), EXPORT_JSON);
	assert_int_equal(export_format("a.txt"), EXPORT_TEXT);
	assert_int_equal(export_format(".md"), EXPORT_TEXT);
}

static void every_format_is_made(void **state)
{
	struct script script;
	struct error error;
	struct output output;

	(void)state;
	script_open(&script, "en", "UTF-8", 80, 24, "250", "553");
	for (int format = EXPORT_TEXT; format <= EXPORT_JSON; format++)
		for (int both = 0; both < 2; both++) {
			struct subject subject = {.kind = both ? SUBJECT_PAIR : SUBJECT_CODE, .codes = {"250", "553"}};

			assert_int_equal(export_make(arena, &subject, model_language(&script.model), (enum export_format)format,
			                             script.charset, &output, &error),
			                 STATUS_OK);
			assert_non_null(memchr(output.bytes, '2', output.size));
		}
	assert_int_equal(export_write(arena, "/nowhere/at/all", false, output), ANSWER_FAILED);
	assert_int_equal(export_write(arena, "/dev/full", true, output), ANSWER_FAILED);
	assert_int_equal(export_write(arena, "/dev/null", false, output), ANSWER_EXISTS);
	assert_int_equal(export_write(arena, "/dev/null", true, output), ANSWER_DONE);
	script_close(&script);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(wide_characters_keep_their_halves, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(long_texts_end_in_an_ellipsis, set_up, tear_down),
	    cmocka_unit_test(a_line_is_edited),
	    cmocka_unit_test(line_breaks_are_kept_where_they_are_wanted),
	    cmocka_unit_test(bytes_become_characters),
	    cmocka_unit_test_setup_teardown(matches_are_found_in_the_text_as_shown, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(the_clipboard_speaks_base64, set_up, tear_down),
	    cmocka_unit_test(every_part_of_a_frame_is_on_the_screen),
	    cmocka_unit_test(a_files_name_tells_its_format),
	    cmocka_unit_test_setup_teardown(every_format_is_made, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
