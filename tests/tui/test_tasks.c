/* Whole tasks, as a user does them. */
#include "support/script.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void open_at(struct script *script, const char *lang)
{
	script_open(script, lang, "UTF-8", 80, 24, NULL, NULL);
}

static const char *selected(struct script *script)
{
	return list_code(&script->model.lists[script->model.kind]);
}

static void finds_553_by_its_number(void **state)
{
	struct script script;

	(void)state;
	open_at(&script, "en");
	script_type(&script, "5 5 3");
	assert_string_equal(selected(&script), "553");
	assert_true(script_shows(&script, "SMTP 553"));
	script_type(&script, "2 5 0");
	assert_string_equal(selected(&script), "250");
	/* After a while, digits start a new number. */
	script_type(&script, "5");
	assert_true(model_timeout(&script.model) > 0);
	script_send(&script, (struct event){.kind = EVENT_TIMEOUT});
	assert_int_equal(model_timeout(&script.model), -1);
	script_type(&script, "4 2 1");
	assert_string_equal(selected(&script), "421");
	script_close(&script);
}

static void finds_a_code_by_french_words_in_either_language(void **state)
{
	static const char *const langs[] = {"en", "fr"};

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		struct script script;

		open_at(&script, langs[i]);
		script_type(&script, "/ \"NOM DE BOITE\" Enter");
		while (strcmp(selected(&script), "553") != 0) {
			const char *before = selected(&script);

			script_type(&script, "Down");
			assert_string_not_equal(before, selected(&script));
		}
		script_type(&script, "Esc");
		assert_int_equal(script.model.filters[0].size, 0);
		script_close(&script);
	}
}

static void escape_brings_the_place_back(void **state)
{
	struct script script;
	char *before;

	(void)state;
	open_at(&script, "en");
	script_type(&script, "4 5 1 Down Up");
	before = strdup(script_screen(&script));
	script_type(&script, "/ \"quota\"");
	assert_string_not_equal(before, script_screen(&script));
	script_type(&script, "Esc");
	assert_string_equal(before, script_screen(&script));
	free(before);
	script_close(&script);
}

static void compares_250_with_553(void **state)
{
	struct script script;

	(void)state;
	open_at(&script, "en");
	script_type(&script, "2 5 0 Space 5 5 3 Space");
	assert_true(script_shows(&script, "[B]"));
	script_type(&script, "Enter");
	assert_true(script_shows(&script, "250 OK vs 553"));
	/* The other language, in the middle of it, and back: the same screen. */
	script_type(&script, "PgDn");
	char *before = strdup(script_screen(&script));

	script_type(&script, "l");
	assert_true(script_shows(&script, "SMTP · Français"));
	assert_string_equal(script.model.pair[1], "553");
	script_type(&script, "l");
	assert_true(script_shows(&script, "SMTP · English"));
	script_type(&script, "x");
	assert_string_equal(script.model.pair[0], "553");
	script_type(&script, "x");
	assert_string_equal(script.model.pair[0], "250");
	script_type(&script, "p");
	assert_int_equal(script.model.request, REQUEST_QUIT);
	assert_true(script.model.print);
	assert_int_equal(model_subject(&script.model).kind, SUBJECT_PAIR);
	free(before);
	script_close(&script);
}

static void arrows_change_a_side_and_n_walks_the_pairs(void **state)
{
	struct script script;
	char first[2][CODE_SIZE];

	(void)state;
	script_open(&script, "en", "UTF-8", 80, 24, "550", "552");
	script_type(&script, "Left");
	assert_string_equal(script.model.pair[1], "551");
	/* The code of the other side is left out. */
	script_type(&script, "Left");
	assert_string_not_equal(script.model.pair[1], "550");
	script_type(&script, "Tab Right");
	assert_string_equal(script.model.pair[0], "551");
	script_type(&script, "n");
	memcpy(first, script.model.pair, sizeof first);
	script_type(&script, "n");
	assert_true(strcmp(first[0], script.model.pair[0]) != 0 || strcmp(first[1], script.model.pair[1]) != 0);
	script_type(&script, "N");
	assert_string_equal(first[0], script.model.pair[0]);
	assert_string_equal(first[1], script.model.pair[1]);
	script_type(&script, "Esc");
	assert_int_equal(model_mode(&script.model), MODE_LIST);
	script_close(&script);
}

static void a_third_mark_replaces_the_older(void **state)
{
	struct script script;

	(void)state;
	open_at(&script, "en");
	script_type(&script, "2 5 0 Space 4 2 1 Space 5 5 3 Space");
	assert_int_equal(script.model.mark_count, 2);
	assert_string_equal(script.model.marks[0], "421");
	assert_string_equal(script.model.marks[1], "553");
	script_type(&script, "Space");
	assert_int_equal(script.model.mark_count, 1);
	/* One mark and another code make a comparison too. */
	script_type(&script, "2 5 0 c");
	assert_string_equal(script.model.pair[0], "421");
	assert_string_equal(script.model.pair[1], "250");
	script_close(&script);
}

static void the_map_leads_to_a_code(void **state)
{
	struct script script;

	(void)state;
	open_at(&script, "en");
	script_type(&script, "5 5 0 m Right Enter");
	assert_string_equal(selected(&script), "551");
	assert_int_equal(model_mode(&script.model), MODE_LIST);
	script_type(&script, "m Up Enter");
	assert_int_equal(*selected(&script), '4');
	script_close(&script);
}

static void an_unknown_code_is_explained_by_its_digits(void **state)
{
	struct script script;

	(void)state;
	open_at(&script, "en");
	script_type(&script, "5 5 7");
	assert_true(script_shows(&script, "557 is in no list"));
	script_type(&script, "Enter");
	assert_true(script_shows(&script, "SMTP 557"));
	assert_string_equal(model_subject(&script.model).codes[0], "557");
	script_type(&script, "Esc Down");
	assert_false(script_shows(&script, "SMTP 557"));
	script_close(&script);
}

static void enhanced_codes_are_one_key_away(void **state)
{
	struct script script;

	(void)state;
	open_at(&script, "fr");
	script_type(&script, "5 5 0 Space s 5 . 1 . 1 Space Enter");
	assert_string_equal(script.model.pair[0], "550");
	assert_string_equal(script.model.pair[1], "5.1.1");
	script_close(&script);
}

static void a_file_is_asked_about_before_it_is_overwritten(void **state)
{
	struct script script;

	(void)state;
	open_at(&script, "en");
	script_type(&script, "w \"x.md\" Enter");
	assert_int_equal(script.model.request, REQUEST_WRITE);
	script_send(&script, (struct event){.kind = EVENT_ANSWER, .answer = ANSWER_EXISTS});
	assert_true(script_shows(&script, "x.md exists"));
	script_type(&script, "n");
	assert_int_equal(script.model.request, REQUEST_NONE);
	script_type(&script, "w \"x.md\" Enter");
	script_send(&script, (struct event){.kind = EVENT_ANSWER, .answer = ANSWER_EXISTS});
	script_type(&script, "y");
	assert_int_equal(script.model.request, REQUEST_OVERWRITE);
	/* What the system says is shown, and is harmless. */
	script_send(&script, (struct event){.kind = EVENT_ANSWER, .answer = ANSWER_FAILED, .text = "\033[31mno"});
	assert_true(script_shows(&script, "\\x1B[31mno"));
	script_close(&script);
}

static void a_reply_is_typed_explained_and_printed(void **state)
{
	struct script script;

	(void)state;
	open_at(&script, "en");
	script_type(&script, "e \"550 5.7.1 <ann@example.org>: User unknown\"");
	assert_true(script_shows(&script, "550 5.7.1 <ann@example.org>: User unknown"));
	script_type(&script, "Enter");
	assert_true(script_shows(&script, "SMTP 550 5.7.1: User unknown"));
	script_type(&script, "l");
	assert_true(script_shows(&script, "SMTP 550 5.7.1 : Destinataire inconnu"));
	/* Another one, and the first again. */
	script_type(&script, "e \"421 try again later\" Enter");
	assert_true(script_shows(&script, "SMTP 421"));
	script_type(&script, "e");
	assert_true(script_shows(&script, "dernière réponse"));
	script_type(&script, "Up");
	assert_true(script_shows(&script, "421 try again later"));
	/* What is in the prompt is not thrown away. */
	assert_false(script_shows(&script, "dernière réponse"));
	script_type(&script, "Esc p");
	assert_int_equal(script.model.request, REQUEST_QUIT);
	assert_true(script.model.print);
	assert_int_equal(model_subject(&script.model).kind, SUBJECT_REPLY);
	assert_string_equal(model_subject(&script.model).reply, "421 try again later");
	script_close(&script);
}

static void a_reply_leads_to_its_code_and_back_to_where_it_was_asked(void **state)
{
	struct script script;

	(void)state;
	script_open(&script, "en", "UTF-8", 80, 24, "250", "553");
	script_type(&script, "? e \"550 5.1.1 no\" Enter");
	assert_int_equal(model_mode(&script.model), MODE_VERDICT);
	script_type(&script, "? Esc Esc");
	assert_int_equal(model_mode(&script.model), MODE_COMPARE);
	/* Nothing typed is nothing explained. */
	script_type(&script, "e Space Enter");
	assert_int_equal(model_mode(&script.model), MODE_COMPARE);
	script_type(&script, "e Up Enter Enter");
	assert_string_equal(selected(&script), "5.1.1");
	script_type(&script, "e \"550 no\" Enter Enter");
	assert_string_equal(selected(&script), "550");
	script_type(&script, "e \"550 5.0.0 no\" Enter Enter");
	assert_string_equal(selected(&script), "550");
	script_type(&script, "e \"557 no\" Enter Enter");
	assert_string_equal(model_subject(&script.model).codes[0], "557");
	script_type(&script, "e \"mailbox full\" Enter Enter");
	assert_true(script_shows(&script, "This reply has no code."));
	script_type(&script, "l");
	assert_false(script_shows(&script, "Entrée code"));
	script_close(&script);
}

/* What is looked up on account of a reply leads back to it. */
static void esc_leads_back_to_the_reply(void **state)
{
	static const char *const ways[] = {"m", "s", "Enter", "m Enter", "s m", "m Right Enter Down"};
	struct script script;

	(void)state;
	open_at(&script, "en");
	script_type(&script, "e \"550 5.1.1 no\" Enter");
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
		script_type(&script, ways[i]);
		assert_int_not_equal(model_mode(&script.model), MODE_VERDICT);
		script_type(&script, "Esc");
		assert_int_equal(model_mode(&script.model), MODE_VERDICT);
	}
	/* What was set out on for its own sake does not. */
	script_type(&script, "m Enter Tab Esc Esc");
	assert_int_equal(model_mode(&script.model), MODE_LIST);
	/* A code that is in no list is explained, and left again. */
	script_type(&script, "e \"557 no\" Enter Enter Esc");
	assert_int_equal(model_mode(&script.model), MODE_VERDICT);
	script_type(&script, "Esc");
	assert_string_not_equal(model_subject(&script.model).codes[0], "557");
	script_close(&script);
}

static void paste(struct script *script, const char *text)
{
	script_paste(script, text, strlen(text));
}

static void what_is_pasted_is_a_reply(void **state)
{
	struct script script;

	(void)state;
	open_at(&script, "en");
	paste(&script, "550-5.1.1 The account\r\n550 5.1.1 does not exist q\r\n");
	assert_int_equal(model_mode(&script.model), MODE_REPLY);
	assert_string_equal(script.model.typing.text, "550-5.1.1 The account\n550 5.1.1 does not exist q\n");
	script_type(&script, "Enter");
	assert_true(script_shows(&script, "SMTP 550 5.1.1"));
	/* A code alone is gone to; in a prompt that was open before, it stays text. */
	paste(&script, " 5.7.26\n");
	assert_int_equal(model_mode(&script.model), MODE_LIST);
	assert_string_equal(selected(&script), "5.7.26");
	script_type(&script, "m");
	paste(&script, "553");
	assert_string_equal(selected(&script), "553");
	paste(&script, "557");
	assert_string_equal(model_subject(&script.model).codes[0], "557");
	script_type(&script, "e");
	paste(&script, "553");
	assert_int_equal(model_mode(&script.model), MODE_REPLY);
	script_type(&script, "Esc /");
	paste(&script, "mailbox\nfull");
	assert_string_equal(script.model.filters[0].text, "mailbox full");
	script_close(&script);
}

/* Nothing on the screen acts on a terminal: no control character, nothing that turns the direction of text. */
static void check_harmless(struct script *script)
{
	const char *screen = script_screen(script);
	size_t n = strlen(screen);

	assert_int_equal(text_invalid_at(screen, n), n);
	for (size_t i = 0; i < n;) {
		uint32_t c;

		i += text_next(screen + i, n - i, &c);
		assert_true(c == '\n' || text_is_inert(c));
	}
}

static void hostile_replies_are_harmless(void **state)
{
	enum { LONG = 64 * 1024 };
	static const char *const texts[] = {
	    "550 \033[2J\033]52;c;aGk=\a\xC2\x9B\x32J\x9B gone\b\x7F",
	    "550 \xE2\x80\xAE\xE2\x81\xA6 user\xE2\x80\xA8 unknown\xEF\xBB\xBF\xF3\xA0\x80\x81",
	    "550 \xFF\xFE\xC0\xAF\xED\xA0\x80\xF4\x90\x80\x80 user unknown",
	    "550 a\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81",
	    "550 \xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9 \xF0\x9F\x87\xAB\xF0\x9F\x87\xB7",
	};
	static const char *const long_ones[] = {"x", "\xCC\x81", "\xE4\xB8\xAD", "\n5"};
	struct script script;
	char *text = malloc(LONG + 8);

	(void)state;
	assert_non_null(text);
	open_at(&script, "en");
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		script_type(&script, "e");
		paste(&script, texts[i]);
		check_harmless(&script);
		script_type(&script, "Left Left Backspace Home ^E ^W 20x5");
		check_harmless(&script);
		script_type(&script, "80x24 Enter");
		check_harmless(&script);
		script_type(&script, "End");
		check_harmless(&script);
	}
	for (size_t i = 0; i < sizeof long_ones / sizeof *long_ones; i++) {
		size_t n = 0;

		while (n < LONG + 4) {
			memcpy(text + n, long_ones[i], strlen(long_ones[i]));
			n += strlen(long_ones[i]);
		}
		script_type(&script, "e \"550 \"");
		script_paste(&script, text, n);
		check_harmless(&script);
		script_type(&script, "Home Delete Enter End");
		check_harmless(&script);
		script_type(&script, "Home");
		assert_true(script_shows(&script, "the rest was left out"));
	}
	free(text);
	script_close(&script);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(finds_553_by_its_number),
	    cmocka_unit_test(finds_a_code_by_french_words_in_either_language),
	    cmocka_unit_test(escape_brings_the_place_back),
	    cmocka_unit_test(compares_250_with_553),
	    cmocka_unit_test(arrows_change_a_side_and_n_walks_the_pairs),
	    cmocka_unit_test(a_third_mark_replaces_the_older),
	    cmocka_unit_test(the_map_leads_to_a_code),
	    cmocka_unit_test(an_unknown_code_is_explained_by_its_digits),
	    cmocka_unit_test(enhanced_codes_are_one_key_away),
	    cmocka_unit_test(a_file_is_asked_about_before_it_is_overwritten),
	    cmocka_unit_test(a_reply_is_typed_explained_and_printed),
	    cmocka_unit_test(esc_leads_back_to_the_reply),
	    cmocka_unit_test(a_reply_leads_to_its_code_and_back_to_where_it_was_asked),
	    cmocka_unit_test(what_is_pasted_is_a_reply),
	    cmocka_unit_test(hostile_replies_are_harmless),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
