/* The prose of data/ through hunspell, with the words of the field in words.txt beside this file. */
#include "support/testing.h"

#include <limits.h>
#include <unistd.h>

static struct arena *arena;

/* Whether something is a word that a dictionary can know: no name of a file, option, host, code or keyword. */
static bool is_prose(const char *s, size_t n)
{
	bool small = false;

	if (*s == '-')
		return false;
	for (size_t i = 0; i < n; i++) {
		if (strchr("0123456789_@/=<>{}%+\\", s[i]) || (s[i] == '.' && i + 1 < n))
			return false;
		small = small || (s[i] >= 'a' && s[i] <= 'z');
	}
	return small;
}

static bool starts(const char *s, const char *with)
{
	return strncmp(s, with, strlen(with)) == 0;
}

/* Writes a word without the full stop behind it, "’s", and a French article that lost its vowel ("d’Exchange"). */
static void write_word(FILE *out, const char *word, size_t n)
{
	const char *elided = NULL;

	while (n && word[n - 1] == '.')
		n--;
	if (n > 4 && strncmp(word + n - 4, "’s", 4) == 0)
		n -= 4;
	else if (n > 3 && strncmp(word + n - 3, "’", 3) == 0)
		n -= 3;
	for (size_t i = 1; i <= 2 && i + 3 < n; i++)
		if (strncmp(word + i, "’", 3) == 0)
			elided = word + i + 3;
	if (elided)
		n -= (size_t)(elided - word);
	/* Too short to be misspelled, and hunspell's French takes no "Cc". */
	if (n > 2)
		fprintf(out, "%.*s\n", (int)n, elided ? elided : word);
}

/* Writes the words of a text, without what is quoted from servers. */
static void write_text(FILE *out, const char *text)
{
	const char *word = text;
	int quoted = 0;

	for (const char *s = text;; s++) {
		bool opens = starts(s, "«") || starts(s, "“");
		bool closes = starts(s, "»") || starts(s, "”");

		if (*s && !strchr(" \n()[],;:!?", *s) && !opens && !closes && !starts(s, "\u00A0") && !starts(s, "\u202F"))
			continue;
		if (!quoted && s > word && is_prose(word, (size_t)(s - word)))
			write_word(out, word, (size_t)(s - word));
		if (!*s)
			return;
		quoted += opens - closes;
		s += starts(s, "«") || starts(s, "»") || starts(s, "\u00A0") ? 1 : (unsigned char)*s == 0xE2 ? 2 : 0;
		word = s + 1;
	}
}

static void write_value(FILE *out, const struct json *value)
{
	if (value->type == JSON_STRING)
		write_text(out, value->string);
	for (const struct json *child = value->child; child; child = child->next)
		write_value(out, child);
}

static void write_language(FILE *out, const char *language)
{
	struct source *source;
	struct error error;
	size_t count;

	assert_int_equal(source_open(arena, "data", &source, &error), STATUS_OK);

	const char *const *names = source_names(source, &count);

	for (size_t i = 0; i < count; i++) {
		const struct json_file *file;

		if (!strstr(names[i], arena_printf(arena, ".%s.json", language)))
			continue;
		assert_int_equal(source_file(source, names[i], &file, &error), STATUS_OK);
		for (size_t j = 0; j < file->count; j++) {
			const struct json *value;

			assert_int_equal(json_parse(arena, file, &file->members[j], &value, &error), STATUS_OK);
			write_value(out, value);
		}
	}
}

static void check_language(const char *language, const char *dictionary)
{
	const char *folder = getenv("TMPDIR") ? getenv("TMPDIR") : "/tmp";
	const char *prose;
	char here[PATH_MAX];
	char word[256];
	int wrong = 0;
	FILE *out;
	FILE *found;

	arena = test_arena();
	prose = arena_printf(arena, "%s/prose.%s.%ld", folder, language, (long)getpid());
	assert_non_null(getcwd(here, sizeof here));
	assert_non_null(out = fopen(prose, "w"));
	write_language(out, language);
	assert_int_equal(fclose(out), 0);
	found =
	    popen(arena_printf(
	              arena, "LC_ALL=C.UTF-8 hunspell -i utf-8 -d %s -p '%s/tests/data/words.txt' -l '%s' | sort | uniq -c",
	              dictionary, here, prose),
	          "r"); /* NOLINT(cert-env33-c): the command is ours */
	assert_non_null(found);
	while (fgets(word, sizeof word, found)) {
		print_error("%s: %s", dictionary, word);
		wrong++;
	}
	assert_int_equal(pclose(found), 0);
	remove(prose);
	assert_int_equal(wrong, 0);

	/* The dictionary is there, and refuses what is wrong. */
	found = popen(arena_printf(arena, "echo mailbxo xqzt | LC_ALL=C.UTF-8 hunspell -i utf-8 -d %s -l", dictionary),
	              "r"); /* NOLINT */
	assert_non_null(found);
	assert_non_null(fgets(word, sizeof word, found));
	assert_string_equal(word, "mailbxo\n");
	pclose(found);
	arena_free(arena);
}

static void test_english(void **state)
{
	(void)state;
	check_language("en", "en_US");
}

static void test_french(void **state)
{
	(void)state;
	check_language("fr", "fr");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_english),
	    cmocka_unit_test(test_french),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
