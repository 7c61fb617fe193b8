#include "kb/lang.h"

#include "support/testing.h"

/* The language for an environment, as gettext's manual has it: LANGUAGE, a list, before LC_ALL, LC_MESSAGES and LANG, but
 * not where these ask for C. */
static void test_choice(void **state)
{
	static const char *const available[] = {"en", "fr", "pt"};
	static const struct {
		struct lang_env env;
		const char *chosen;
	} cases[] = {
	    {{0}, "en"},
	    {{.lang = "fr_FR.UTF-8"}, "fr"},
	    {{.lang = "fr"}, "fr"},
	    {{.lang = "fr_CA@euro"}, "fr"},
	    {{.lang = "fr-BE"}, "fr"},
	    {{.lang = "FR_fr"}, "fr"},
	    {{.lang = "C.UTF-8"}, "en"},
	    {{.lang = "de_DE.UTF-8"}, "en"},
	    {{.lang = "frp_IT"}, "en"},
	    {{.lang = "french"}, "en"},
	    {{.lang = ""}, "en"},
	    {{.lang = "\xFF\x1B[31m"}, "en"},
	    {{.lang = "fr_FR", .lc_messages = "en_GB"}, "en"},
	    {{.lang = "en_GB", .lc_messages = "fr_FR"}, "fr"},
	    {{.lang = "fr_FR", .lc_messages = "en_GB", .lc_all = "fr_FR"}, "fr"},
	    {{.lang = "fr_FR", .lc_all = "en_US"}, "en"},
	    {{.lang = "fr_FR", .lc_all = ""}, "fr"},
	    {{.lang = "fr_FR", .lc_messages = "", .lc_all = ""}, "fr"},
	    {{.lang = "fr_FR", .lc_ctype = "en_US"}, "fr"},
	    {{.lang = "fr_FR", .lc_all = "C"}, "en"},
	    {{.lang = "fr_FR", .lc_all = "POSIX"}, "en"},
	    {{.lang = "en_US", .language = "fr"}, "fr"},
	    {{.lang = "en_US", .language = "de:fr:en"}, "fr"},
	    {{.lang = "en_US", .language = "de:en:fr"}, "en"},
	    {{.lang = "fr_FR", .language = "de"}, "fr"},
	    {{.lang = "en_US", .language = ":::fr"}, "fr"},
	    {{.lang = "en_US", .language = "pt_BR:fr"}, "pt"},
	    {{.lang = "C", .language = "fr"}, "en"},
	    {{.lang = "C.UTF-8", .language = "fr"}, "en"},
	    {{.language = "fr"}, "en"},
	    {{.lang = "en_US", .lc_all = "C", .language = "fr"}, "en"},
	    {{.lang = "en_US", .language = ""}, "en"},
	    {{.replycode_lang = "fr"}, "fr"},
	    {{.replycode_lang = "fr", .lc_all = "C"}, "fr"},
	    {{.replycode_lang = "en", .lang = "fr_FR", .language = "fr"}, "en"},
	    {{.replycode_lang = "xx", .lang = "fr_FR"}, "fr"},
	    {{.replycode_lang = "", .lang = "fr_FR"}, "fr"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		if (strcmp(lang_choose(&cases[i].env, available, 3), cases[i].chosen) != 0)
			print_error("case %zu\n", i);
		assert_string_equal(lang_choose(&cases[i].env, available, 3), cases[i].chosen);
	}
}

static void test_charset(void **state)
{
	static const struct {
		struct lang_env env;
		const char *charset;
	} cases[] = {
	    {{0}, "UTF-8"},
	    {{.lang = "C"}, "UTF-8"},
	    {{.lang = "fr_FR"}, "UTF-8"},
	    {{.lang = "fr_FR.ISO-8859-1"}, "ISO-8859-1"},
	    {{.lang = "fr_FR.ISO-8859-15@euro"}, "ISO-8859-15"},
	    {{.lang = "fr_FR.ISO-8859-1", .lc_ctype = "C.UTF-8"}, "UTF-8"},
	    {{.lang = "fr_FR.UTF-8", .lc_ctype = "C.UTF-8", .lc_all = "ru_RU.KOI8-R"}, "KOI8-R"},
	    {{.lang = "fr_FR.ISO-8859-1", .lc_messages = "fr_FR.UTF-8"}, "ISO-8859-1"},
	    {{.lang = "fr_FR."}, "UTF-8"},
	    {{.lang = "fr_FR.@euro"}, "UTF-8"},
	};
	struct arena *arena = test_arena();

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_string_equal(lang_charset(arena, &cases[i].env), cases[i].charset);
	arena_free(arena);
}

static void test_texts(void **state)
{
	struct base base = base_open(NULL, "fr");

	(void)state;
	assert_string_equal(lang_code(base.lang), "fr");
	assert_string_equal(lang_text(base.lang, "language.name"), "Français");
	assert_string_equal(lang_name(base.lang, "language", "name"), "Français");
	assert_string_equal(lang_text(base.lang, "no.such-key"), "no.such-key");
	assert_string_equal(lang_text(base.lang, "label.no-such"), "label.no-such");
	assert_string_equal(lang_text(base.lang, "label"), "label.");
	assert_string_equal(lang_format(base.arena, base.lang, "heading.versus", "{2}", "\x1B", NULL), "{2} vs \x1B");
	base_close(&base);
}

static void test_errors_are_safe_to_print(void **state)
{
	struct base base = base_open(NULL, "en");
	struct error error = {0};

	(void)state;
	error_set(&error, "json.duplicate", "a\x1B[2J\xFF", NULL, NULL);
	assert_string_equal(lang_error(base.arena, base.lang, &error), "the key “a\\x1B[2J\\xFF” occurs twice");
	error.file = "dir\n/x.json";
	assert_string_equal(lang_error(base.arena, base.lang, &error),
	                    "dir\\n/x.json: the key “a\\x1B[2J\\xFF” occurs twice");
	error.line = 3;
	error.column = 7;
	assert_string_equal(lang_error(base.arena, base.lang, &error),
	                    "dir\\n/x.json:3:7: the key “a\\x1B[2J\\xFF” occurs twice");
	base_close(&base);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_choice),
	    cmocka_unit_test(test_charset),
	    cmocka_unit_test(test_texts),
	    cmocka_unit_test(test_errors_are_safe_to_print),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
