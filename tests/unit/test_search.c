#include "kb/search.h"

#include "support/testing.h"

static struct base french, english;
static struct search *search;

static int open_search(void **state)
{
	(void)state;
	english = base_open(NULL, "en");
	french = base_open(NULL, "fr");
	return search_open(french.arena, french.kb, english.kb, CODE_NONE, &search, &french.error) == STATUS_OK ? 0 : -1;
}

static int close_search(void **state)
{
	(void)state;
	base_close(&english);
	base_close(&french);
	return 0;
}

static struct search_hits find(const char *first, const char *second)
{
	const char *words[] = {first, second};

	return search_find(french.arena, search, words, second ? 2 : 1);
}

static bool holds(const struct search_hits *hits, const char *code)
{
	for (size_t i = 0; i < hits->count; i++)
		if (strcmp(hits->items[i].entry->code, code) == 0)
			return true;
	return false;
}

static void test_case_and_accents_do_not_matter(void **state)
{
	struct search_hits plain = find("boite", NULL);
	struct search_hits accented = find("BOÎTE", NULL);

	(void)state;
	assert_true(plain.count > 5);
	assert_int_equal(plain.count, accented.count);
	for (size_t i = 0; i < plain.count; i++)
		assert_ptr_equal(plain.items[i].entry, accented.items[i].entry);
}

static void test_both_languages(void **state)
{
	struct search_hits hits = find("greylisting", NULL);

	(void)state;
	assert_true(holds(&hits, "451"));
	/* What is shown is in the reader's language. */
	for (size_t i = 0; i < hits.count; i++)
		assert_non_null(hits.items[i].entry->name);
}

static void test_every_word_must_match(void **state)
{
	struct search_hits one = find("boite", NULL);
	struct search_hits both = find("boite", "pleine");
	struct search_hits none = find("boite", "zebre");

	(void)state;
	assert_true(both.count > 0 && both.count < one.count);
	assert_int_equal(none.count, 0);
	for (size_t i = 0; i < both.count; i++)
		assert_true(holds(&one, both.items[i].entry->code));
}

static void test_best_first(void **state)
{
	struct search_hits hits = find("553", NULL);

	(void)state;
	assert_true(hits.count > 0);
	assert_string_equal(hits.items[0].entry->code, "553");
	hits = find("55x", NULL);
	assert_true(holds(&hits, "550") && holds(&hits, "556"));
	hits = find("quota", NULL);
	for (size_t i = 1; i < hits.count; i++) {
		assert_true(hits.items[i - 1].score >= hits.items[i].score);
		if (hits.items[i - 1].score == hits.items[i].score)
			assert_true(code_compare(hits.items[i - 1].entry->code, hits.items[i].entry->code) < 0);
	}
}

static void test_no_words_find_all(void **state)
{
	const struct strings *basic;
	const struct strings *enhanced;

	(void)state;
	assert_int_equal(kb_codes(french.kb, CODE_BASIC, &basic, &french.error), STATUS_OK);
	assert_int_equal(kb_codes(french.kb, CODE_ENHANCED, &enhanced, &french.error), STATUS_OK);
	assert_int_equal(search_find(french.arena, search, NULL, 0).count, basic->count + enhanced->count);
}

static void test_hostile_words(void **state)
{
	(void)state;
	assert_int_equal(find("\xFF\xFE", NULL).count, 0);
	assert_int_equal(find("\x1B[31m", NULL).count, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_case_and_accents_do_not_matter),
	    cmocka_unit_test(test_both_languages),
	    cmocka_unit_test(test_every_word_must_match),
	    cmocka_unit_test(test_best_first),
	    cmocka_unit_test(test_no_words_find_all),
	    cmocka_unit_test(test_hostile_words),
	};

	return cmocka_run_group_tests(tests, open_search, close_search);
}
