/* The formats: text with colours, Markdown in which nothing is taken as markup, JSON with its fields in order. */
#include "page/compose.h"
#include "page/print.h"
#include "support/testing.h"

static void test_colours_are_escapes_around_roles(void **state)
{
	struct arena *arena = test_arena();
	struct charset *utf8 = text_charset_open(arena, "UTF-8");
	struct page *page = page_new(arena);
	struct lines lines;

	(void)state;
	page_add_text(page, BLOCK_TITLE, "Title", ROLE_TITLE);
	page_add_text(page, BLOCK_PARAGRAPH, "text", ROLE_TEXT);
	page_add_text(page, BLOCK_PARAGRAPH, "bad", ROLE_PERMANENT);
	lines = layout(arena, page, 40, utf8);
	assert_string_equal(print_text(arena, &lines, utf8, false).bytes, "Title\n\ntext\n\nbad\n");
	assert_string_equal(print_text(arena, &lines, utf8, true).bytes,
	                    "\033[1mTitle\033[0m\n\ntext\n\n\033[31mbad\033[0m\n");
	arena_free(arena);
}

/* Without its escapes, coloured text is the plain text. */
static void test_colour_changes_nothing_else(void **state)
{
	struct base base = base_open(NULL, "fr");
	struct charset *utf8 = text_charset_open(base.arena, "UTF-8");
	struct comparison comparison;
	const char *codes[] = {"250", "553"};

	(void)state;
	assert_int_equal(comparison_make(base.arena, base.kb, base.lang, codes, 2, &comparison, &base.error), STATUS_OK);

	struct lines lines = layout(base.arena, compose_comparison(base.arena, base.lang, "smtp", &comparison), 90, utf8);
	struct output plain = print_text(base.arena, &lines, utf8, false);
	struct output coloured = print_text(base.arena, &lines, utf8, true);
	char *stripped = arena_alloc(base.arena, coloured.size + 1);
	size_t n = 0;

	for (size_t i = 0; i < coloured.size; i++)
		if (coloured.bytes[i] == '\033')
			i += strcspn(coloured.bytes + i, "m");
		else
			stripped[n++] = coloured.bytes[i];
	assert_true(coloured.size > plain.size);
	assert_string_equal(stripped, plain.bytes);
	base_close(&base);
}

static void test_markdown(void **state)
{
	struct arena *arena = test_arena();
	struct charset *utf8 = text_charset_open(arena, "UTF-8");
	struct page *page = page_new(arena);
	struct page *columns[] = {page_new(arena), page_new(arena)};
	struct cell header[] = {{"", ROLE_LABEL}, {"250", ROLE_TEXT}, {"553", ROLE_TEXT}};
	struct cell row[] = {{"a|b", ROLE_LABEL}, {"x", ROLE_TEXT}, {"y", ROLE_TEXT}};

	(void)state;
	page_add_text(page, BLOCK_TITLE, "T <b>", ROLE_TITLE);
	page_add_text(page, BLOCK_HEADING, "*H*", ROLE_HEADING);
	page_add_text(page, BLOCK_PARAGRAPH, "# no [link](x) `code` a_b ~ \\", ROLE_TEXT);
	page_add_list(page, BLOCK_STEPS, (const char *[]){"- one", "two"}, 2);
	page_add_list(page, BLOCK_POINTS, (const char *[]){"+ p"}, 1);
	page_add_list(page, BLOCK_DIALOGUE, (const char *[]){"C: *", "S: <x>"}, 2);

	struct block *block = page_add_rows(page, BLOCK_FACTS, header, 3);

	page_add_row(page, block, row, true);
	page_add_row(page, block, row, false);
	page_add_text(columns[0], BLOCK_HEADING, "L", ROLE_HEADING);
	page_add_text(columns[1], BLOCK_HEADING, "R", ROLE_HEADING);
	page_add_columns(page, columns, 2);
	assert_string_equal(print_markdown(arena, page, utf8).bytes,
	                    "# T \\<b\\>\n"
	                    "\n## \\*H\\*\n"
	                    "\n\\# no \\[link\\](x) \\`code\\` a\\_b \\~ \\\\\n"
	                    "\n1. \\- one\n2. two\n"
	                    "\n- \\+ p\n"
	                    "\n```\nC: *\nS: <x>\n```\n"
	                    "\n|  | 250 | 553 |\n| --- | --- | --- |\n| ≠ a\\|b | x | y |\n| a\\|b | x | y |\n"
	                    "\n### L\n"
	                    "\n### R\n");
	arena_free(arena);
}

/* The keys of the outermost object of a JSON text, in order. */
static const char *keys(struct arena *arena, const char *json)
{
	struct json_file file = {.name = "output", .text = json, .size = strlen(json)};
	struct error error;
	const char *list = "";

	assert_int_equal(json_index(arena, &file, &error), STATUS_OK);
	for (size_t i = 0; i < file.count; i++)
		list = arena_printf(arena, "%s%s%s", list, i ? " " : "", file.members[i].key);
	return list;
}

static void test_json_is_the_contract(void **state)
{
	static const char *const languages[] = {"en", "fr"};

	(void)state;
	for (size_t l = 0; l < 2; l++) {
		struct base base = base_open(NULL, languages[l]);
		const struct strings *codes;

		assert_int_equal(kb_codes(base.kb, CODE_BASIC, &codes, &base.error), STATUS_OK);
		for (size_t i = 0; i <= codes->count; i++) {
			const char *code = i < codes->count ? codes->items[i] : "557";
			struct explanation explanation;
			struct output output;

			assert_int_equal(explanation_make(base.arena, base.kb, code, &explanation, &base.error), STATUS_OK);
			output = print_json_explanation(base.arena, &explanation, "smtp", languages[l], false);
			assert_string_equal(keys(base.arena, output.bytes),
			                    "protocol code name standing class category summary meaning when fix note retry actor "
			                    "commands enhanced references see_also lang");
			assert_int_equal(text_invalid_at(output.bytes, output.size), output.size);
			assert_int_equal(output.bytes[output.size - 1], '\n');
			output = print_json_explanation(base.arena, &explanation, "smtp", languages[l], true);
			for (size_t j = 0; j < output.size; j++)
				assert_true((unsigned char)output.bytes[j] < 0x7F);
			assert_int_equal(strlen(keys(base.arena, output.bytes)) > 20, 1);
		}

		struct comparison comparison;

		assert_int_equal(comparison_make(base.arena, base.kb, base.lang, (const char *[]){"250", "421", "557"}, 3,
		                                 &comparison, &base.error),
		                 STATUS_OK);
		assert_string_equal(keys(base.arena, print_json_comparison(base.arena, &comparison, languages[l], false).bytes),
		                    "codes rows summary differences which lang");
		base_close(&base);
	}
}

/* ASCII and UTF-8 say the same: parsed, the two trees are equal. */
static void same(const struct json *a, const struct json *b)
{
	assert_int_equal(a->type, b->type);
	assert_int_equal(a->count, b->count);
	if (a->type == JSON_STRING)
		assert_string_equal(a->string, b->string);
	for (a = a->child, b = b->child; a && b; a = a->next, b = b->next)
		same(a, b);
}

static void test_escapes_mean_the_same(void **state)
{
	struct base base = base_open(NULL, "fr");
	struct explanation explanation;
	struct entry entry = {
	    .code = "250", .name = "é « 日 » 😀 \x7F \"q\" \\ \t", .summary = "", .meaning = "", .when = ""};
	struct json_file files[2] = {{.name = "utf8"}, {.name = "ascii"}};

	(void)state;
	explanation = (struct explanation){.code = "250", .entry = &entry};
	for (int ascii = 0; ascii < 2; ascii++) {
		struct output output = print_json_explanation(base.arena, &explanation, "smtp", "fr", ascii);

		files[ascii].text = output.bytes;
		files[ascii].size = output.size;
		assert_int_equal(json_index(base.arena, &files[ascii], &base.error), STATUS_OK);
	}
	assert_int_equal(files[0].count, files[1].count);
	for (size_t i = 0; i < files[0].count; i++) {
		const struct json *values[2];

		for (int ascii = 0; ascii < 2; ascii++)
			assert_int_equal(
			    json_parse(base.arena, &files[ascii], &files[ascii].members[i], &values[ascii], &base.error),
			    STATUS_OK);
		same(values[0], values[1]);
		if (strcmp(files[0].members[i].key, "name") == 0)
			assert_string_equal(values[1]->string, entry.name);
	}
	base_close(&base);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_colours_are_escapes_around_roles),
	    cmocka_unit_test(test_colour_changes_nothing_else),
	    cmocka_unit_test(test_markdown),
	    cmocka_unit_test(test_json_is_the_contract),
	    cmocka_unit_test(test_escapes_mean_the_same),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
