/* Explanations and comparisons: findings, before they are words on a page. */
#include "explain/comparison.h"
#include "kb/check.h"
#include "support/testing.h"

static const char *joined(struct arena *arena, const struct strings *strings)
{
	const char *text = "";

	for (size_t i = 0; i < strings->count; i++)
		text = arena_printf(arena, "%s%s%s", text, i ? " " : "", strings->items[i]);
	return text;
}

static struct explanation explain(struct base *base, const char *code)
{
	struct explanation explanation;

	assert_int_equal(explanation_make(base->arena, base->kb, code, &explanation, &base->error), STATUS_OK);
	return explanation;
}

static const char *fact(struct base *base, const char *code, enum fact which)
{
	struct explanation explanation = explain(base, code);
	struct strings values = explanation_fact(base->arena, &explanation, which);

	return joined(base->arena, &values);
}

static void test_facts(void **state)
{
	struct base base = base_open(NULL, "en");

	(void)state;
	assert_string_equal(fact(&base, "553", FACT_CLASS), "5yz");
	assert_string_equal(fact(&base, "553", FACT_CATEGORY), "x5z");
	assert_string_equal(fact(&base, "553", FACT_OUTCOME), "permanent-failure");
	assert_string_equal(fact(&base, "553", FACT_RETRY), "no");
	assert_string_equal(fact(&base, "451", FACT_RETRY), "later");
	assert_string_equal(fact(&base, "451", FACT_OUTCOME), "temporary-failure");
	assert_string_equal(fact(&base, "250", FACT_RETRY), "not-needed");
	assert_string_equal(fact(&base, "250", FACT_ACTOR), "nobody");
	assert_string_equal(fact(&base, "354", FACT_OUTCOME), "continue");
	assert_string_equal(fact(&base, "354", FACT_COMMANDS), "DATA");
	assert_string_equal(fact(&base, "101", FACT_OUTCOME), "preliminary");
	assert_string_equal(fact(&base, "5.1.1", FACT_CATEGORY), "X.1");
	assert_string_equal(fact(&base, "5.1.1", FACT_RETRY), "no");
	assert_string_equal(fact(&base, "4.2.2", FACT_RETRY), "later");
	assert_string_equal(fact(&base, "2.1.5", FACT_ACTOR), "nobody");
	/* Of a code that nothing is known of, the digits tell. */
	assert_string_equal(fact(&base, "557", FACT_RETRY), "no");
	assert_string_equal(fact(&base, "497", FACT_RETRY), "later");
	assert_string_equal(fact(&base, "557", FACT_COMMANDS), "");
	assert_string_equal(fact(&base, "557", FACT_REFERENCES), "");
	base_close(&base);
}

static void test_nearest_codes(void **state)
{
	static const struct {
		const char *code, *nearest;
	} cases[] = {
	    {"557", "556 555 554 553"}, {"299", "253 252 251 250"},           {"351", "354 334"},
	    {"100", "101 111"},         {"5.1.5", "5.1.4 5.1.6 5.1.3 5.1.7"},
	};
	struct base base = base_open(NULL, "en");

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct explanation explanation = explain(&base, cases[i].code);

		assert_null(explanation.entry);
		assert_string_equal(joined(base.arena, &explanation.nearest), cases[i].nearest);
	}
	assert_int_equal(explain(&base, "250").nearest.count, 0);
	base_close(&base);
}

static void test_related_codes_of_the_same_class(void **state)
{
	struct base base = base_open(NULL, "en");
	const struct strings *codes;

	(void)state;
	assert_int_equal(kb_codes(base.kb, CODE_ENHANCED, &codes, &base.error), STATUS_OK);
	for (size_t i = 0; i < codes->count; i++) {
		struct explanation explanation = explain(&base, codes->items[i]);

		assert_non_null(explanation.entry);
		for (size_t j = 0; j < explanation.entry->related.count; j++)
			assert_int_equal(explanation.entry->related.items[j][0], codes->items[i][0]);
		for (size_t j = 0; j < explanation.entry->see_also.count; j++)
			assert_non_null(explain(&base, explanation.entry->see_also.items[j]).entry);
	}
	base_close(&base);
}

static struct comparison compare(struct base *base, const char *const *codes, size_t count)
{
	struct comparison comparison;

	assert_int_equal(comparison_make(base->arena, base->kb, base->lang, codes, count, &comparison, &base->error),
	                 STATUS_OK);
	return comparison;
}

static void test_differs(void **state)
{
	struct base base = base_open(NULL, "en");
	struct comparison comparison = compare(&base, (const char *[]){"250", "553"}, 2);

	(void)state;
	assert_true(comparison.differs[FACT_CLASS]);
	assert_false(comparison.differs[FACT_CATEGORY]);
	assert_true(comparison.differs[FACT_OUTCOME]);
	assert_true(comparison.differs[FACT_RETRY]);
	comparison = compare(&base, (const char *[]){"550", "551", "421"}, 3);
	assert_true(comparison.differs[FACT_RETRY]);
	base_close(&base);
}

/* A hand-written pair is the same in either order; its sentences are those of the file. */
static void test_pairs_by_hand(void **state)
{
	static const char *const languages[] = {"en", "fr"};

	(void)state;
	for (size_t l = 0; l < 2; l++) {
		struct base base = base_open(NULL, languages[l]);

		for (size_t i = 0; i < kb_pair_count(base.kb); i++) {
			const char *key = kb_pair_key(base.kb, i);
			size_t n = strcspn(key, " ");
			const char *codes[] = {arena_copy(base.arena, key, n), key + n + 1};
			const char *swapped[] = {codes[1], codes[0]};
			struct comparison there = compare(&base, codes, 2);
			struct comparison back = compare(&base, swapped, 2);
			const struct pair *pair;

			assert_int_equal(kb_pair(base.kb, codes[0], codes[1], &pair, &base.error), STATUS_OK);
			assert_non_null(pair);
			assert_ptr_equal(there.summary, pair->summary);
			assert_string_equal(there.summary, back.summary);
			assert_true(there.differences.count >= 1 && there.which.count >= 1);
		}
		base_close(&base);
	}
}

/* Every other pair: whole sentences, each naming its code, no place left open, no key in sight. */
static void test_pairs_composed(void **state)
{
	static const char *const languages[] = {"en", "fr"};

	(void)state;
	for (size_t l = 0; l < 2; l++) {
		struct base base = base_open(NULL, languages[l]);
		const struct strings *all;
		size_t composed = 0;

		assert_int_equal(kb_codes(base.kb, CODE_BASIC, &all, &base.error), STATUS_OK);
		for (size_t i = 0; i < all->count; i++)
			for (size_t j = 0; j < all->count; j += is_sparse() ? 7 : 1) {
				const char *codes[] = {all->items[i], all->items[j], "557", "5.1.1"};
				const struct pair *pair;
				struct comparison comparison;

				if (i == j)
					continue;
				assert_int_equal(kb_pair(base.kb, codes[0], codes[1], &pair, &base.error), STATUS_OK);
				if (pair)
					continue;
				composed++;
				comparison = compare(&base, codes, (i + j) % 3 + 2);

				const char *texts =
				    arena_printf(base.arena, "%s %s %s", comparison.summary,
				                 joined(base.arena, &comparison.differences), joined(base.arena, &comparison.which));

				assert_null(strstr(texts, "{"));
				assert_null(strstr(texts, "says."));
				assert_null(strstr(texts, "versus."));
				assert_null(strstr(texts, "[en]"));
				assert_null(strstr(texts, "  "));
				assert_true(comparison.differences.count >= 1);
				assert_int_equal(comparison.which.count, comparison.count);
				/* Of three or four that are alike in it, the summary speaks of all at once. */
				if (comparison.count == 2) {
					assert_non_null(strstr(comparison.summary, codes[0]));
					assert_non_null(strstr(comparison.summary, codes[1]));
				}
				assert_int_equal(comparison.summary[strlen(comparison.summary) - 1], '.');
			}
		assert_true(composed > 500 / (is_sparse() ? 7 : 1));
		base_close(&base);
	}
}

/* A French comparison holds no English beyond names: none of the English sentences. */
static void test_composed_sentences_are_in_the_language(void **state)
{
	struct base english = base_open(NULL, "en");
	struct base french = base_open(NULL, "fr");
	const char *codes[] = {"214", "571"};
	struct comparison a = compare(&english, codes, 2);
	struct comparison b = compare(&french, codes, 2);

	(void)state;
	assert_int_equal(a.differences.count, b.differences.count);
	for (size_t i = 0; i < a.differences.count; i++)
		assert_string_not_equal(a.differences.items[i], b.differences.items[i]);
	assert_string_not_equal(a.summary, b.summary);
	base_close(&english);
	base_close(&french);
}

static void test_unknown_codes_compare(void **state)
{
	struct base base = base_open(NULL, "en");
	struct comparison comparison = compare(&base, (const char *[]){"557", "299"}, 2);

	(void)state;
	assert_true(comparison.differs[FACT_CLASS]);
	assert_non_null(strstr(comparison.which.items[0], "557"));
	assert_non_null(strstr(comparison.which.items[1], "299"));
	base_close(&base);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_facts),
	    cmocka_unit_test(test_nearest_codes),
	    cmocka_unit_test(test_related_codes_of_the_same_class),
	    cmocka_unit_test(test_differs),
	    cmocka_unit_test(test_pairs_by_hand),
	    cmocka_unit_test(test_pairs_composed),
	    cmocka_unit_test(test_composed_sentences_are_in_the_language),
	    cmocka_unit_test(test_unknown_codes_compare),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
