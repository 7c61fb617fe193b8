/* The texts of data/: complete in every language, set as French and English are set, each written once, and each string
 * of the interface used. */
#include "base/text.h"
#include "kb/check.h"
#include "support/testing.h"

#include <ctype.h>
#include <dirent.h>

static struct arena *arena;
static struct source *source;

static int open_data(void **state)
{
	struct error error;

	(void)state;
	arena = test_arena();
	return source_open(arena, "data", &source, &error) == STATUS_OK ? 0 : -1;
}

static int close_data(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

static const struct json_file *file_of(const char *name)
{
	const struct json_file *file = NULL;
	struct error error;

	assert_int_equal(source_file(source, name, &file, &error), STATUS_OK);
	return file;
}

/* Whether the file holds words of that language: "smtp/codes.fr.json" those of "fr". */
static bool is_of(const char *name, const char *language)
{
	return strstr(name, arena_printf(arena, ".%s.json", language)) != NULL;
}

typedef void visit(const char *place, const char *text, void *context);

static void walk(const char *place, const struct json *value, visit *visitor, void *context)
{
	if (value->type == JSON_STRING)
		visitor(place, value->string, context);
	for (const struct json *child = value->child; child; child = child->next)
		walk(child->key ? arena_printf(arena, "%s.%s", place, child->key) : place, child, visitor, context);
}

/* Hands every text of a language's files to visitor. */
static void walk_language(const char *language, visit *visitor, void *context)
{
	size_t count;
	const char *const *names = source_names(source, &count);

	for (size_t i = 0; i < count; i++) {
		const struct json_file *file = is_of(names[i], language) ? file_of(names[i]) : NULL;

		for (size_t j = 0; file && j < file->count; j++) {
			const struct json *value;
			struct error error;

			assert_int_equal(json_parse(arena, file, &file->members[j], &value, &error), STATUS_OK);
			walk(arena_printf(arena, "%s: %s", names[i], file->members[j].key), value, visitor, context);
		}
	}
}

static int faults;

static void tell(const char *place, const char *what, const char *at)
{
	print_error("%s: %s: %.60s\n", place, what, at);
	faults++;
}

static void count_report(void *context, const struct error *error)
{
	(void)context;
	print_error("%s:%zu: %s %s\n", error->file ? error->file : "", error->line, error->message,
	            error->args[0] ? error->args[0] : "");
	faults++;
}

static void test_check_data_finds_nothing(void **state)
{
	(void)state;
	faults = 0;
	assert_int_equal(check_data(arena, source, count_report, NULL), STATUS_OK);
	assert_int_equal(faults, 0);
}

/* The same members with the same fields; lists may be of other lengths, but not empty here and full there. */
static void compare(const char *place, const struct json *a, const struct json *b)
{
	if (a->type != b->type || (a->type == JSON_ARRAY && !a->count != !b->count)) {
		tell(place, "differs between the languages", "");
		return;
	}
	for (const struct json *child = a->child; a->type == JSON_OBJECT && child; child = child->next) {
		const struct json *other = b->child;

		while (other && strcmp(other->key, child->key) != 0)
			other = other->next;
		if (other)
			compare(arena_printf(arena, "%s.%s", place, child->key), child, other);
		else
			tell(place, "is only in one language", child->key);
	}
}

static void compare_files(const char *here, const char *there)
{
	const struct json_file *a = file_of(here);
	const struct json_file *b = file_of(there);

	assert_non_null(b);
	for (size_t i = 0; i < a->count; i++) {
		const struct json_member *other = json_find(b, a->members[i].key);
		const struct json *x;
		const struct json *y;
		struct error error;

		if (!other) {
			tell(there, "lacks", a->members[i].key);
			continue;
		}
		assert_int_equal(json_parse(arena, a, &a->members[i], &x, &error), STATUS_OK);
		assert_int_equal(json_parse(arena, b, other, &y, &error), STATUS_OK);
		compare(arena_printf(arena, "%s %s", here, a->members[i].key), x, y);
	}
}

static void test_languages_are_complete(void **state)
{
	size_t count;
	size_t files = 0;
	const char *const *names = source_names(source, &count);

	(void)state;
	faults = 0;
	for (size_t i = 0; i < count; i++) {
		if (!is_of(names[i], "en"))
			continue;

		const char *french = arena_printf(arena, "%.*s.fr.json", (int)(strlen(names[i]) - 8), names[i]);

		files++;
		compare_files(names[i], french);
		compare_files(french, names[i]);
	}
	assert_true(files >= 5);
	assert_int_equal(faults, 0);
	assert_true(file_of("smtp/pairs.en.json")->count >= 40);
}

static bool starts(const char *s, const char *with)
{
	return strncmp(s, with, strlen(with)) == 0;
}

static bool ends_before(const char *text, const char *at, const char *with)
{
	size_t n = strlen(with);

	return (size_t)(at - text) >= n && strncmp(at - n, with, n) == 0;
}

static bool is_end(char c)
{
	return !c || c == ' ' || c == '\n';
}

/* What both languages ask for. */
static void check_common(const char *place, const char *text)
{
	bool usage = strstr(place, "usage") != NULL;

	for (const char *s = text; *s; s++) {
		if (*s == '\'' && s > text && isalpha((unsigned char)s[-1]) && isalpha((unsigned char)s[1]))
			tell(place, "a straight apostrophe", s - 1);
		if (*s == '"')
			tell(place, "a straight quotation mark", s);
		if (starts(s, "  ") && !usage && !starts(place, "ui."))
			tell(place, "two blanks", s);
		if (*s == '\t' || (*s == '\n' && !usage))
			tell(place, "a tab or a line break", s);
		if (starts(s, " ,") || (starts(s, " .") && is_end(s[2])))
			tell(place, "a blank before a comma or full stop", s);
	}
	if (*text && text[strlen(text) - 1] == ' ' && !starts(place, "ui."))
		tell(place, "a blank at the end", text);
}

static void check_english(const char *place, const char *text, void *context)
{
	(void)context;
	check_common(place, text);
	for (const char *s = text; *s; s++)
		if (starts(s, "«") || starts(s, "»"))
			tell(place, "a French quotation mark", s);
}

/* U+00A0 before a colon and inside « », U+202F before ; ! ?; what is quoted stays as servers write it. */
static void check_french(const char *place, const char *text, void *context)
{
	int quoted = 0;

	(void)context;
	check_common(place, text);
	for (const char *s = text; *s; s++) {
		if (starts(s, "«")) {
			quoted++;
			if (!starts(s + 2, "\u00A0"))
				tell(place, "no U+00A0 behind «", s);
		} else if (starts(s, "»")) {
			quoted--;
			if (!ends_before(text, s, "\u00A0"))
				tell(place, "no U+00A0 before »", s);
		} else if (starts(s, "“") || starts(s, "”")) {
			tell(place, "an English quotation mark", s);
		} else if (!quoted && *s == ':' && is_end(s[1]) && s > text && !ends_before(text, s, "\u00A0")) {
			tell(place, "no U+00A0 before a colon", s - 1);
		} else if (!quoted && strchr(";!?", *s) && is_end(s[1]) && s > text && !ends_before(text, s, "\u202F")) {
			tell(place, "no U+202F before ; ! ?", s - 1);
		}
	}
	if (quoted)
		tell(place, "« without », or » without «", text);
}

static void test_typography(void **state)
{
	(void)state;
	faults = 0;
	walk_language("en", check_english, NULL);
	walk_language("fr", check_french, NULL);
	assert_int_equal(faults, 0);
}

/* Frequent English words that are no French ones, outside « » and in small letters. */
static void check_for_english(const char *place, const char *text, void *context)
{
	static const char *const words[] = {
	    "the",     "and",   "of",     "with",  "that",   "this",      "these",   "your", "you", "which", "will",
	    "should",  "been",  "from",   "are",   "was",    "were",      "have",    "has",  "not", "by",    "is",
	    "it",      "for",   "when",   "what",  "their",  "there",     "then",    "than", "if",  "must",  "an",
	    "because", "after", "before", "again", "sender", "recipient", "mailbox", "queue"};
	int quoted = 0;

	(void)context;
	for (const char *s = text; *s;) {
		size_t n = 0;

		quoted += starts(s, "«") - starts(s, "»");
		while (isalpha((unsigned char)s[n]) || (unsigned char)s[n] >= 0xC3)
			n += (unsigned char)s[n] >= 0xC3 ? 2 : 1;
		for (size_t i = 0; !quoted && n && i < sizeof words / sizeof *words; i++)
			/* Names such as smtpd_sender_login_maps, dsn= or sender-admin are no words. */
			if (strlen(words[i]) == n && starts(s, words[i]) && (s == text || !strchr("_-=./%’", s[-1])) &&
			    !ends_before(text, s, "’") && !strchr("_-=@%<", s[n] ? s[n] : ' '))
				tell(place, "English", s);
		s += n ? n : 1;
	}
}

static void test_no_english_is_left_in_french(void **state)
{
	(void)state;
	faults = 0;
	walk_language("fr", check_for_english, NULL);
	assert_int_equal(faults, 0);
}

enum { SENTENCES_MAX = 32768, LONG = 60 };

struct sentence {
	const char *text;
	const char *place;
};

struct sentences {
	struct sentence items[SENTENCES_MAX];
	size_t count;
};

static void add_sentences(const char *place, const char *text, void *context)
{
	struct sentences *all = context;

	/* Messages may end with the same advice. */
	if (starts(place, "ui."))
		return;
	for (size_t from = 0, at = 0;; at++) {
		bool end = !text[at] || ((text[at] == '.' || text[at] == '!' || text[at] == '?') && is_end(text[at + 1]));

		if (!end)
			continue;
		if (at - from > LONG && all->count < SENTENCES_MAX)
			all->items[all->count++] =
			    (struct sentence){.text = text_fold(arena, text + from, at - from), .place = place};
		if (!text[at])
			return;
		from = at + 1;
		while (text[from] == ' ')
			at = from++;
	}
}

static int by_text(const void *a, const void *b)
{
	return strcmp(((const struct sentence *)a)->text, ((const struct sentence *)b)->text);
}

/* Filler is what is written twice: no sentence of some length may occur in two places. */
static void test_no_sentence_is_written_twice(void **state)
{
	static struct sentences all;
	static const char *const languages[] = {"en", "fr"};

	(void)state;
	faults = 0;
	for (size_t i = 0; i < 2; i++) {
		all.count = 0;
		walk_language(languages[i], add_sentences, &all);
		assert_in_range(all.count, 500, SENTENCES_MAX - 1);
		qsort(all.items, all.count, sizeof *all.items, by_text);
		for (size_t j = 1; j < all.count; j++)
			if (strcmp(all.items[j].text, all.items[j - 1].text) == 0) {
				print_error("also in %s: ", all.items[j - 1].place);
				tell(all.items[j].place, "the same sentence", all.items[j].text);
			}
	}
	assert_int_equal(faults, 0);
}

/* The string literals of the program. */
struct literals {
	const char **items;
	size_t count, size;
};

static void add_literals(struct literals *literals, const char *path)
{
	static char text[1 << 18];
	FILE *file = fopen(path, "rb");
	size_t n;

	assert_non_null(file);
	n = fread(text, 1, sizeof text - 1, file);
	fclose(file);
	text[n] = '\0';
	for (const char *s = text; (s = strchr(s, '"')); s++) {
		const char *from = ++s;

		while (*s && *s != '"' && *s != '\n')
			s += *s == '\\' && s[1] ? 2 : 1;
		if (!*s)
			return;
		assert_true(literals->count < literals->size);
		literals->items[literals->count++] = arena_copy(arena, from, (size_t)(s - from));
	}
}

static struct literals all_literals(void)
{
	static const char *const rooms[] = {"src", "src/base", "src/kb", "src/explain", "src/page", "src/cli", "src/tui"};
	struct literals literals = {.size = 20000};

	literals.items = arena_array(arena, literals.size, sizeof *literals.items);
	for (size_t i = 0; i < sizeof rooms / sizeof *rooms; i++) {
		DIR *folder = opendir(rooms[i]);

		assert_non_null(folder);
		for (const struct dirent *file; (file = readdir(folder));)
			if (strlen(file->d_name) > 2 && strcmp(file->d_name + strlen(file->d_name) - 2, ".c") == 0)
				add_literals(&literals, arena_printf(arena, "%s/%s", rooms[i], file->d_name));
		closedir(folder);
	}
	return literals;
}

static bool is_literal(const struct literals *literals, const char *text)
{
	for (size_t i = 0; i < literals->count; i++)
		if (strcmp(literals->items[i], text) == 0)
			return true;
	return false;
}

/* Whether the code puts a name together from parts that stand in it: "retry-not-needed" from "retry" and "not-needed". */
static bool is_made(const struct literals *literals, const char *name)
{
	if (is_literal(literals, name))
		return true;
	for (const char *dash = name; (dash = strchr(dash, '-')); dash++)
		if (is_literal(literals, arena_copy(arena, name, (size_t)(dash - name))) ||
		    is_literal(literals, arena_printf(arena, "-%s", dash + 1)))
			if (is_made(literals, dash + 1) || is_literal(literals, arena_printf(arena, "%%s%s", dash)) ||
			    is_literal(literals, dash))
				return true;
	return false;
}

/* Whether a format makes the key: "says.all-retry-%s" makes "says.all-retry-no". */
static bool is_formatted(const struct literals *literals, const char *key, size_t least)
{
	for (size_t i = 0; i < literals->count; i++) {
		const char *literal = literals->items[i];
		size_t n = strcspn(literal, "%");

		if (literal[n] && n > least && strncmp(literal, key, n) == 0)
			return true;
	}
	return false;
}

/* Whether some literal says that names of this group are made: "group" alone, or "group.%s" and the like. */
static bool group_is_made(const struct literals *literals, const char *group)
{
	for (size_t i = 0; i < literals->count; i++) {
		const char *literal = literals->items[i];

		if (strcmp(literal, group) == 0 || (starts(literal, group) && literal[strlen(group)] == '.' &&
		                                    (!literal[strlen(group) + 1] || strchr(literal, '%'))))
			return true;
	}
	return false;
}

static void test_strings_of_the_interface(void **state)
{
	struct literals literals = all_literals();
	const struct json_file *file = file_of("ui.en.json");

	(void)state;
	faults = 0;
	for (size_t i = 0; i < file->count; i++) {
		const char *group = file->members[i].key;
		const struct json *strings;
		struct error error;

		assert_int_equal(json_parse(arena, file, &file->members[i], &strings, &error), STATUS_OK);
		for (const struct json *string = strings->child; string; string = string->next) {
			const char *key = arena_printf(arena, "%s.%s", group, string->key);
			bool digits = isdigit((unsigned char)string->key[0]) && group_is_made(&literals, group);

			if (!is_literal(&literals, key) && !is_formatted(&literals, key, strlen(group) + 1) && !digits &&
			    !(group_is_made(&literals, group) &&
			      (is_made(&literals, string->key) || is_formatted(&literals, string->key, 3))))
				tell("ui.en.json", "no code uses the string", key);
		}
		for (size_t j = 0; j < literals.count; j++) {
			const char *name = literals.items[j] + strlen(group) + 1;
			const struct json *string = strings->child;

			if (!starts(literals.items[j], group) || name[-1] != '.' || !*name ||
			    strspn(name, "abcdefghijklmnopqrstuvwxyz-") != strlen(name))
				continue;
			while (string && strcmp(string->key, name) != 0)
				string = string->next;
			if (!string)
				tell("ui.en.json", "the code uses a string that is not there", literals.items[j]);
		}
	}
	assert_int_equal(faults, 0);
}

/* A name of a group of strings that the code asks for, but which does not exist, is not seen above: "group.name" with an
 * unknown group. */
static void test_groups_exist(void **state)
{
	static const char *const groups[] = {"language", "label", "heading", "retry", "actor", "standing", "stage", "says",
	                                     "versus",   "error", "check",   "json",  "usage", "tui",      "action"};

	(void)state;
	for (size_t i = 0; i < sizeof groups / sizeof *groups; i++)
		assert_non_null(json_find(file_of("ui.en.json"), groups[i]));
}

/* The same places {1}, {2}, {3} in both languages. */
static void test_places_agree(void **state)
{
	const struct json_file *english = file_of("ui.en.json");
	const struct json_file *french = file_of("ui.fr.json");

	(void)state;
	faults = 0;
	for (size_t i = 0; i < english->count; i++) {
		const struct json *a;
		const struct json *b;
		struct error error;

		assert_int_equal(json_parse(arena, english, &english->members[i], &a, &error), STATUS_OK);
		assert_int_equal(json_parse(arena, french, json_find(french, english->members[i].key), &b, &error), STATUS_OK);
		for (const struct json *x = a->child; x; x = x->next)
			for (const struct json *y = b->child; y; y = y->next)
				for (int place = 1; place <= 3 && strcmp(x->key, y->key) == 0; place++) {
					const char *sign = arena_printf(arena, "{%d}", place);

					if (!strstr(x->string, sign) != !strstr(y->string, sign))
						tell(x->key, "lacks a place in one language", sign);
				}
	}
	assert_int_equal(faults, 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_data, close_data)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(test_check_data_finds_nothing),
	    TEST(test_languages_are_complete),
	    TEST(test_typography),
	    TEST(test_no_english_is_left_in_french),
	    TEST(test_no_sentence_is_written_twice),
	    TEST(test_strings_of_the_interface),
	    TEST(test_groups_exist),
	    TEST(test_places_agree),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
