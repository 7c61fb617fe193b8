#include "base/text.h"

#include "support/arena.h"

static void test_invalid_bytes_are_found(void **state)
{
	static const struct {
		const char *bytes;
		size_t size, at;
	} cases[] = {
	    {"", 0, 0},
	    {"plain", 5, 5},
	    {"\xC3\xA9\xE2\x80\xAF\xF0\x9F\x93\xA7", 9, 9},
	    {"ab\xFF", 3, 2},
	    {"\xC3", 1, 0},             /* cut */
	    {"\xC0\xAF", 2, 0},         /* overlong */
	    {"\xED\xA0\x80", 3, 0},     /* a surrogate */
	    {"\xF4\x90\x80\x80", 4, 0}, /* beyond U+10FFFF */
	    {"a\x80", 2, 1},            /* a continuation alone */
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_int_equal(text_invalid_at(cases[i].bytes, cases[i].size), cases[i].at);
}

static void test_width_counts_columns(void **state)
{
	static const struct {
		const char *text;
		int width;
	} cases[] = {
	    {"", 0},        {"abc", 3},     {"é", 1}, {"e\xCC\x81", 1}, {"日本", 4},   {"a日b", 4}, {"😀", 2},
	    {"«\u00A0", 2}, {"\u202F!", 2}, {"≠", 1}, {"│", 1},         {"\u200D", 0}, {"ﬁ", 1},    {"ＡＢ", 4},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_int_equal(text_width(cases[i].text, strlen(cases[i].text)), cases[i].width);
}

static void test_character_is_what_a_reader_sees(void **state)
{
	static const struct {
		const char *text;
		size_t size;
	} cases[] = {
	    {"", 0},    {"a", 1},     {"ab", 1},   {"é", 2},         {"e\xCC\x81x", 3},
	    {"日x", 3}, {"\r\nx", 2}, {"\n\n", 1}, {"👍🏽x", 8},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_int_equal(text_character(cases[i].text, strlen(cases[i].text)), cases[i].size);
}

/* The lines of text at a width, joined with '|'. */
static const char *lines(const char *text, int width)
{
	const char *joined = "";
	size_t left = strlen(text);

	while (left) {
		size_t shown;
		size_t used = text_line(text, left, width, &shown);

		assert_true(used > 0 && used <= left && shown <= used);
		joined = arena_printf(arena, "%s%s%.*s", joined, *joined ? "|" : "", (int)shown, text);
		text += used;
		left -= used;
	}
	return joined;
}

static void test_lines_end_between_words(void **state)
{
	(void)state;
	assert_string_equal(lines("one two three", 20), "one two three");
	assert_string_equal(lines("one two three", 13), "one two three");
	assert_string_equal(lines("one two three", 12), "one two|three");
	assert_string_equal(lines("one two three", 7), "one two|three");
	assert_string_equal(lines("one two three", 6), "one|two|three");
	assert_string_equal(lines("one two  three  ", 7), "one two|three");
	assert_string_equal(lines("one\ntwo", 20), "one|two");
	assert_string_equal(lines("one\n\ntwo\n", 20), "one||two");
	assert_string_equal(lines("a-b well-known", 9), "a-b well-|known");
}

static void test_long_words_are_broken_between_characters(void **state)
{
	(void)state;
	assert_string_equal(lines("abcdefghij", 4), "abcd|efgh|ij");
	assert_string_equal(lines("ééééé", 2), "éé|éé|é");
	assert_string_equal(lines("e\xCC\x81"
	                          "e\xCC\x81",
	                          1),
	                    "e\xCC\x81|e\xCC\x81");
	assert_string_equal(lines("日本語", 5), "日本|語");
	assert_string_equal(lines("日本語", 3), "日|本|語");
	/* A character that is wider than the line still comes. */
	assert_string_equal(lines("日本", 1), "日|本");
	assert_string_equal(lines("x abcdefgh y", 4), "x|abcd|efgh|y");
}

static void test_french_spacing_is_kept_together(void **state)
{
	(void)state;
	assert_string_equal(lines("Attendez\u202F! Oui", 11), "Attendez\u202F!|Oui");
	assert_string_equal(lines("un mot\u00A0: deux", 7), "un|mot\u00A0:|deux");
	assert_string_equal(lines("dit «\u00A0non\u00A0» ici", 9), "dit|«\u00A0non\u00A0»|ici");
	assert_string_equal(lines("dit «\u202Fnon\u202F» ici", 9), "dit|«\u202Fnon\u202F»|ici");
}

static void test_very_long_lines(void **state)
{
	size_t n = 5000;
	char *text = arena_alloc(arena, n + 1);
	size_t shown;

	(void)state;
	memset(text, 'x', n);
	assert_int_equal(text_line(text, n, 2000, &shown), 2000);
	text[1500] = ' ';
	assert_int_equal(text_line(text, n, 2000, &shown), 1501);
	assert_int_equal(shown, 1500);
}

static void test_fold_unifies(void **state)
{
	static const struct {
		const char *text, *folded;
	} cases[] = {
	    {"", ""},
	    {"ABC xyz", "abc xyz"},
	    {"Boîte À Éloigner", "boite a eloigner"},
	    {"BOI\xCC\x82TE", "boite"},
	    {"cœur", "coeur"},
	    {"ŒUVRE", "oeuvre"},
	    {"l’adresse", "l'adresse"},
	    {"a\u00A0: b\u202F!", "a : b !"},
	    {"ﬁn", "fin"},
	    {"straße", "strasse"},
	    {"ÇA", "ca"},
	    {"a\xFFz", "a\xEF\xBF\xBDz"},
	    {"\xC3", "\xEF\xBF\xBD"},
	    {"Ａ", "a"},
	    {"日本", "日本"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_string_equal(text_fold(arena, cases[i].text, strlen(cases[i].text)), cases[i].folded);
}

static void test_visible_is_inert(void **state)
{
	static const struct {
		const char *text, *visible;
	} cases[] = {
	    {"plain é «日»", "plain é «日»"},
	    {"\x1B[31mred", "\\x1B[31mred"},
	    {"a\nb\tc\rd", "a\\nb\\tc\\rd"},
	    {"\x7F\x08\x07", "\\x7F\\x08\\x07"},
	    {"\xC2\x9B"
	     "31m",
	     "\\u009B31m"}, /* C1 as UTF-8 */
	    {"\x9B"
	     "31m",
	     "\\x9B31m"}, /* C1 as a byte */
	    {"\u202Eevil\u202C", "\\u202Eevil\\u202C"},
	    {"\u2066x\u2069\u200E\u200F\u061C", "\\u2066x\\u2069\\u200E\\u200F\\u061C"},
	    {"\u2028\u2029\uFEFF\u00AD", "\\u2028\\u2029\\uFEFF\\u00AD"},
	    {"\xC3", "\\xC3"},
	    {"\xE2\x82", "\\xE2\\x82"},
	    {"\xED\xA0\x80", "\\xED\\xA0\\x80"},
	    {"\U000E0041", "\\uE0041"}, /* a tag character */
	    {"\uE000", "\\uE000"},      /* private use */
	    {"👨‍👩‍👧", "👨‍👩‍👧"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_string_equal(text_visible(arena, cases[i].text, strlen(cases[i].text)), cases[i].visible);
	assert_string_equal(text_visible(arena, "a\0b", 3), "a\\x00b");
}

/* Every byte, alone and doubled: nothing below a blank, no DEL, no C1, and always valid. */
static void test_visible_for_all_bytes(void **state)
{
	(void)state;
	for (int a = 0; a < 256; a++)
		for (int b = 0; b < 256; b++) {
			char bytes[2] = {(char)a, (char)b};
			const char *shown = text_visible(arena, bytes, 2);

			assert_int_equal(text_invalid_at(shown, strlen(shown)), strlen(shown));
			for (const char *c = shown; *c; c++) {
				assert_true((unsigned char)*c >= 0x20 && *c != 0x7F);
				assert_false((unsigned char)c[0] == 0xC2 && (unsigned char)c[1] >= 0x80 && (unsigned char)c[1] < 0xA0);
			}
		}
}

static void test_charsets(void **state)
{
	struct charset *utf8 = text_charset_open(arena, "utf-8");
	struct charset *ascii = text_charset_open(arena, "ANSI_X3.4-1968");
	struct charset *latin = text_charset_open(arena, "ISO-8859-1");
	const char *text = "« Où ? » — l’œuf ≠ 日 §";
	size_t n;

	(void)state;
	assert_true(text_charset_is_utf8(utf8));
	assert_false(text_charset_is_utf8(ascii));
	assert_null(text_charset_open(arena, "no-such-charset"));
	assert_ptr_equal(text_adapt(arena, utf8, text), text);
	assert_string_equal(text_adapt(arena, ascii, text), "\" Ou ? \" - l'oeuf != ? section");
	assert_string_equal(text_adapt(arena, latin, text), "« Où ? » - l'oeuf != ? §");
	assert_ptr_equal(text_encode(arena, utf8, text, strlen(text), &n), text);
	assert_int_equal(n, strlen(text));

	const char *bytes = text_encode(arena, latin, "Où «é»", strlen("Où «é»"), &n);

	assert_int_equal(n, 6);
	assert_memory_equal(bytes, "O\xF9 \xAB\xE9\xBB", 6);
	text_charset_close(latin);
	text_charset_close(ascii);
	text_charset_close(utf8);
	text_charset_close(NULL);
}

/* ASCII never gets anything but ASCII, whatever the character. */
static void test_ascii_for_all_characters(void **state)
{
	struct charset *ascii = text_charset_open(arena, "ASCII");
	struct charset *latin = text_charset_open(arena, "ISO-8859-15");

	(void)state;
	for (unsigned long c = 0x20; c < 0x20000; c += c < 0x3000 ? 1 : 37) {
		char text[5] = "";

		if (c >= 0xD800 && c <= 0xDFFF)
			continue;
		if (c < 0x80)
			snprintf(text, sizeof text, "%c", (char)c);
		else if (c < 0x800)
			snprintf(text, sizeof text, "%c%c", (char)(0xC0 | c >> 6), (char)(0x80 | (c & 0x3F)));
		else if (c < 0x10000)
			snprintf(text, sizeof text, "%c%c%c", (char)(0xE0 | c >> 12), (char)(0x80 | (c >> 6 & 0x3F)),
			         (char)(0x80 | (c & 0x3F)));
		else
			snprintf(text, sizeof text, "%c%c%c%c", (char)(0xF0 | c >> 18), (char)(0x80 | (c >> 12 & 0x3F)),
			         (char)(0x80 | (c >> 6 & 0x3F)), (char)(0x80 | (c & 0x3F)));

		const char *plain = text_adapt(arena, ascii, text);
		size_t n;

		assert_true(*plain);
		for (const char *s = plain; *s; s++)
			assert_true((unsigned char)*s < 0x80);
		plain = text_adapt(arena, latin, text);
		assert_non_null(text_encode(arena, latin, plain, strlen(plain), &n));
		assert_true(n > 0);
	}
	text_charset_close(latin);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_arena, close_arena)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(test_invalid_bytes_are_found),
	    TEST(test_width_counts_columns),
	    TEST(test_character_is_what_a_reader_sees),
	    TEST(test_lines_end_between_words),
	    TEST(test_long_words_are_broken_between_characters),
	    TEST(test_french_spacing_is_kept_together),
	    TEST(test_very_long_lines),
	    TEST(test_fold_unifies),
	    TEST(test_visible_is_inert),
	    TEST(test_visible_for_all_bytes),
	    TEST(test_charsets),
	    TEST(test_ascii_for_all_characters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
