#include "kb/code.h"

#include "support/testing.h"

static void test_kinds(void **state)
{
	static const struct {
		const char *text;
		enum code_kind kind;
	} cases[] = {
	    {"250", CODE_BASIC},
	    {"100", CODE_BASIC},
	    {"599", CODE_BASIC},
	    {"557", CODE_BASIC},
	    {"600", CODE_MALFORMED},
	    {"999", CODE_MALFORMED},
	    {"000", CODE_MALFORMED},
	    {"12", CODE_MALFORMED},
	    {"5", CODE_MALFORMED},
	    {"5555", CODE_MALFORMED},
	    {"0", CODE_MALFORMED},
	    {"5x", CODE_MALFORMED},
	    {"5xxx", CODE_MALFORMED},
	    {"9xx", CODE_MALFORMED},
	    {"6x1", CODE_MALFORMED},
	    {"5xx", CODE_BASIC_PATTERN},
	    {"55x", CODE_BASIC_PATTERN},
	    {"x5z", CODE_BASIC_PATTERN},
	    {"5yz", CODE_BASIC_PATTERN},
	    {"5X0", CODE_BASIC_PATTERN},
	    {"xxx", CODE_BASIC_PATTERN},
	    {"5.1.1", CODE_ENHANCED},
	    {"2.0.0", CODE_ENHANCED},
	    {"4.7.999", CODE_ENHANCED},
	    {"5.999.999", CODE_ENHANCED},
	    {"3.1.1", CODE_MALFORMED},
	    {"9.1.1", CODE_MALFORMED},
	    {"55.1.1", CODE_MALFORMED},
	    {"5.1", CODE_MALFORMED},
	    {"5.1.", CODE_MALFORMED},
	    {".1.1", CODE_MALFORMED},
	    {"5..1", CODE_MALFORMED},
	    {"5.1.1.1", CODE_MALFORMED},
	    {"5.01.1", CODE_MALFORMED},
	    {"5.1.1000", CODE_MALFORMED},
	    {"5.1.x1", CODE_MALFORMED},
	    {"5.7.x", CODE_ENHANCED_PATTERN},
	    {"x.1.1", CODE_ENHANCED_PATTERN},
	    {"5.x.x", CODE_ENHANCED_PATTERN},
	    {"x.x.x", CODE_ENHANCED_PATTERN},
	    {"", CODE_NONE},
	    {"x", CODE_NONE},
	    {"xyz", CODE_NONE},
	    {"quota", CODE_NONE},
	    {"550-5.1.1", CODE_NONE},
	    {"553 ", CODE_NONE},
	    {"-1", CODE_NONE},
	    {"+250", CODE_NONE},
	    {"２５０", CODE_NONE},
	    {"\xFF", CODE_NONE},
	    {"...", CODE_NONE},
	    {"x.y", CODE_NONE},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		if (code_kind(cases[i].text) != cases[i].kind)
			print_error("%s\n", cases[i].text);
		assert_int_equal(code_kind(cases[i].text), cases[i].kind);
	}
}

static void test_patterns_match(void **state)
{
	static const struct {
		const char *pattern, *code;
		bool matches;
	} cases[] = {
	    {"250", "250", true},       {"250", "251", false},      {"25x", "251", true},       {"2xx", "251", true},
	    {"x5z", "451", true},       {"x5z", "421", false},      {"xxx", "101", true},       {"5.7.x", "5.7.26", true},
	    {"5.7.x", "5.71.2", false}, {"5.x.1", "5.7.1", true},   {"5.x.1", "5.7.11", false}, {"x.7.1", "4.7.1", true},
	    {"5.7.1", "5.7.10", false}, {"5.7.10", "5.7.1", false}, {"x.x.x", "5.7.26", true},  {"xxx", "5.7.1", false},
	    {"5.7.x", "571", false},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_int_equal(code_matches(cases[i].pattern, cases[i].code), cases[i].matches);
}

static void test_order(void **state)
{
	static const char *const ascending[] = {"2.0.0", "2.1.5",  "4.0.0", "4.7.0", "5.1.1",
	                                        "5.1.9", "5.1.10", "5.7.1", "5.7.26"};
	enum { COUNT = sizeof ascending / sizeof *ascending };

	(void)state;
	for (int i = 0; i < COUNT; i++)
		for (int j = 0; j < COUNT; j++) {
			int order = code_compare(ascending[i], ascending[j]);

			assert_int_equal((order > 0) - (order < 0), (i > j) - (i < j));
		}
	assert_true(code_compare("211", "250") < 0);
	assert_true(code_compare("5.1", "5.1.1") < 0);
	assert_true(code_compare("5.1.1", "5.1") > 0);
	assert_true(code_compare("a", "b") < 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_kinds),
	    cmocka_unit_test(test_patterns_match),
	    cmocka_unit_test(test_order),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
