/* The trie against a plain list of strings: what is found, what is not, and what a walk passes. */
#include "kb/trie.h"

#include "support/arena.h"

static int by_string(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Every string of the set is found by its number, and none of the others. */
static void check(const char *const *strings, size_t count, const char *const *others, size_t other_count)
{
	struct trie trie;

	trie_build(arena, strings, count, &trie);
	for (size_t i = 0; i < count; i++)
		assert_int_equal(trie_find(&trie, strings[i], strlen(strings[i])), i);
	for (size_t i = 0; i < other_count; i++)
		assert_int_equal(trie_find(&trie, others[i], strlen(others[i])), -1);
}

static void test_find(void **state)
{
	static const char *const strings[] = {"a",        "ab",           "abcd", "abcdefg",     "b",
	                                      "bad host", "bad hostname", "é",    "user unknown"};
	static const char *const others[] = {"",          "abc",  "abcde",       "abcdefgh", "bad",           "bad hos",
	                                     "bad hosts", "\xC3", "user unknow", "unknown",  "user unknown ", "c",
	                                     "abd"};

	(void)state;
	check(strings, sizeof strings / sizeof *strings, others, sizeof others / sizeof *others);
	check(strings, 0, others, sizeof others / sizeof *others);
	check(strings + 8, 1, others, sizeof others / sizeof *others);
}

/* A walk comes to an end in each prefix that is in the set, with its number. */
static void test_walk(void **state)
{
	static const char *const strings[] = {"no", "no such", "no such user", "not"};
	static const char text[] = "no such users";
	static const size_t ends[] = {2, 7, 12};
	struct trie_place place = {0};
	struct trie trie;
	size_t found = 0;
	size_t at = 0;

	(void)state;
	trie_build(arena, strings, 4, &trie);
	while (trie_step(&trie, &place, text[at])) {
		at++;
		if (trie_ends(&trie, &place)) {
			assert_int_equal(trie_string(&trie, &place), found);
			assert_int_equal(at, ends[found++]);
		}
	}
	assert_int_equal(found, 3);
	assert_int_equal(at, 12);
}

/* Some thousand strings of few letters, so that they share starts. */
static void test_many(void **state)
{
	enum { MANY = 4000 };
	const char **strings = arena_array(arena, MANY, sizeof *strings);
	const char **half;
	uint32_t random = 1;
	size_t count = 0;
	struct trie trie;

	(void)state;
	for (size_t i = 0; i < MANY; i++) {
		char string[12];
		size_t n = 0;

		do {
			random = random * 1664525U + 1013904223U;
			string[n++] = (char)("abc\xE9"[random >> 30]);
		} while (n < sizeof string - 1 && random >> 24 & 7);
		strings[i] = arena_copy(arena, string, n);
	}
	qsort(strings, MANY, sizeof *strings, by_string);
	for (size_t i = 0; i < MANY; i++)
		if (!count || strcmp(strings[count - 1], strings[i]) != 0)
			strings[count++] = strings[i];
	assert_true(count > MANY / 4);
	/* Every second one is in the set. */
	half = arena_array(arena, count, sizeof *half);
	for (size_t i = 0; i < count; i += 2)
		half[i / 2] = strings[i];
	trie_build(arena, half, (count + 1) / 2, &trie);
	for (size_t i = 0; i < count; i++)
		assert_int_equal(trie_find(&trie, strings[i], strlen(strings[i])), i % 2 ? -1 : (long)(i / 2));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_arena, close_arena)

int main(void)
{
	const struct CMUnitTest tests[] = {TEST(test_find), TEST(test_walk), TEST(test_many)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
