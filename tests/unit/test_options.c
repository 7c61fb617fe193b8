#include "cli/options.h"

#include "support/arena.h"

/* Reads a command line with blanks between its words. Returns "" or "message argument". */
static const char *read_line(const char *line, struct options *options)
{
	char **argv = arena_array(arena, 40, sizeof *argv);
	char *copy = arena_printf(arena, "replycode %s", line);
	struct error error = {0};
	int argc = 0;

	for (char *word = strtok(copy, " "); word; word = strtok(NULL, " "))
		argv[argc++] = word;
	if (options_read(arena, argc, argv, options, &error) == STATUS_OK)
		return "";
	return arena_printf(arena, "%s %s", error.message, error.args[0] ? error.args[0] : "");
}

static void test_defaults(void **state)
{
	struct options options;

	(void)state;
	assert_string_equal(read_line("", &options), "");
	assert_null(options.lang);
	assert_null(options.data);
	assert_string_equal(options.protocol, "smtp");
	assert_int_equal(options.format, FORMAT_TEXT);
	assert_int_equal(options.colour, COLOUR_AUTO);
	assert_int_equal(options.width, 0);
	assert_int_equal(options.count, 0);
	assert_false(options.ascii || options.help || options.version);
}

static void test_every_option(void **state)
{
	struct options options;

	(void)state;
	assert_string_equal(
	    read_line("-l fr -f json -w 72 --color always --ascii --data DIR -p imap compare 250 553", &options), "");
	assert_string_equal(options.lang, "fr");
	assert_int_equal(options.format, FORMAT_JSON);
	assert_int_equal(options.width, 72);
	assert_int_equal(options.colour, COLOUR_ALWAYS);
	assert_true(options.ascii);
	assert_string_equal(options.data, "DIR");
	assert_string_equal(options.protocol, "imap");
	assert_int_equal(options.count, 3);
	assert_string_equal(options.words[0], "compare");
	assert_string_equal(options.words[2], "553");
	assert_string_equal(read_line("--lang=fr --format=markdown --width=300 --color=never --help --version", &options),
	                    "");
	assert_int_equal(options.format, FORMAT_MARKDOWN);
	assert_int_equal(options.width, 300);
	assert_int_equal(options.colour, COLOUR_NEVER);
	assert_true(options.help && options.version);
	assert_string_equal(read_line("-hV -lfr -w20", &options), "");
	assert_true(options.help && options.version);
	assert_int_equal(options.width, 20);
	/* Later ones win; words may stand between; -- ends them. */
	assert_string_equal(read_line("250 -l en 553 -l fr -- -l", &options), "");
	assert_string_equal(options.lang, "fr");
	assert_int_equal(options.count, 3);
	assert_string_equal(options.words[2], "-l");
	assert_string_equal(read_line("explain -", &options), "");
	assert_string_equal(options.words[1], "-");
}

static void test_faults(void **state)
{
	static const struct {
		const char *line, *fault;
	} cases[] = {
	    {"--bogus", "error.option --bogus"},
	    {"-x", "error.option -x"},
	    {"-hx", "error.option -x"},
	    {"--lan", "error.argument --lan"},
	    {"-w", "error.argument -w"},
	    {"--data", "error.argument --data"},
	    {"--ascii=1", "error.surplus --ascii"},
	    {"--help=x", "error.surplus --help"},
	    {"-w 19", "error.width 19"},
	    {"-w 301", "error.width 301"},
	    {"-w -80", "error.width -80"},
	    {"-w 80x", "error.width 80x"},
	    {"-w 0x50", "error.width 0x50"},
	    {"-w 18446744073709551696", "error.width 18446744073709551696"},
	    {"-f JSON", "error.format JSON"},
	    {"--color=yes", "error.color yes"},
	    /* The first fault is told. */
	    {"-f xml -w 0 --bogus", "error.format xml"},
	};
	struct options options;

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_string_equal(read_line(cases[i].line, &options), cases[i].fault);
	/* What follows a fault is read all the same: the message comes in the language asked for. */
	assert_string_equal(read_line("--bogus --lang fr", &options), "error.option --bogus");
	assert_string_equal(options.lang, "fr");
}

static void test_text(void **state)
{
	char *argv[] = {"replycode", "explain", "-----Original Message", "-f", "json",
	                "- 550 no",  "-> 550",  "--B1\n550 no",          "-",  NULL};
	struct options options;
	struct error error = {0};

	(void)state;
	assert_int_equal(options_read(arena, 9, argv, &options, &error), STATUS_OK);
	assert_int_equal(options.format, FORMAT_JSON);
	assert_int_equal(options.count, 6);
	assert_string_equal(options.words[1], "-----Original Message");
	assert_string_equal(options.words[2], "- 550 no");
	assert_string_equal(options.words[3], "-> 550");
	assert_string_equal(options.words[4], "--B1\n550 no");
	assert_string_equal(options.words[5], "-");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_arena, close_arena)

int main(void)
{
	const struct CMUnitTest tests[] = {TEST(test_defaults), TEST(test_every_option), TEST(test_faults),
	                                   TEST(test_text)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
