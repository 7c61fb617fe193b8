#include "kb/json.h"

#include "kb/decode.h"
#include "support/arena.h"

static struct json_file file_of(const char *text, size_t size)
{
	return (struct json_file){.name = "test.json", .text = text, .size = size};
}

/* What index and parse say of a text: "" or "LINE:COLUMN message argument". */
static const char *verdict(const char *text, size_t size)
{
	struct json_file file = file_of(text, size);
	struct error error = {0};
	enum status status = json_index(arena, &file, &error);

	for (size_t i = 0; status == STATUS_OK && i < file.count; i++) {
		const struct json *value;

		status = json_parse(arena, &file, &file.members[i], &value, &error);
	}
	if (status == STATUS_OK)
		return "";
	assert_string_equal(error.file, "test.json");
	return arena_printf(arena, "%zu:%zu %s%s%s", error.line, error.column, error.message, error.args[0] ? " " : "",
	                    error.args[0] ? error.args[0] : "");
}

static void test_rejections(void **state)
{
	static const struct {
		const char *text, *verdict;
	} cases[] = {
	    {"{}", ""},
	    {" {\n} \r\n\t", ""},
	    {"{\"a\":{\"b\":[1,-0.5e+3,true,false,null,\"\\u00e9\\ud83d\\ude00\\n\\\"\\\\\\/\\b\\f\\r\\t\"],\"c\":{}}}",
	     ""},
	    {"", "1:1 json.object"},
	    {"[]", "1:1 json.object"},
	    {"null", "1:1 json.object"},
	    {"{", "1:2 json.key"},
	    {"{}x", "1:3 json.rest"},
	    {"{}\n{}", "2:1 json.rest"},
	    {"{\"a\":1}//", "1:8 json.rest"},
	    {"{a:1}", "1:2 json.key"},
	    {"{'a':1}", "1:2 json.key"},
	    {"{\"a\" 1}", "1:6 json.colon"},
	    {"{\"a\":}", "1:6 json.value"},
	    {"{\"a\":1,}", "1:8 json.key"},
	    {"{\"a\":1 \"b\":2}", "1:8 json.comma"},
	    {"{\"a\":[1,]}", "1:9 json.value"},
	    {"{\"a\":[1 2]}", "1:9 json.comma"},
	    {"{\"a\":[1", "1:8 json.comma"},
	    {"{\"a\":{\"b\":1,}}", "1:13 json.key"},
	    {"{\"a\":01}", "1:7 json.comma"},
	    {"{\"a\":+1}", "1:6 json.value"},
	    {"{\"a\":.5}", "1:6 json.value"},
	    {"{\"a\":1.}", "1:8 json.value"},
	    {"{\"a\":1e}", "1:8 json.value"},
	    {"{\"a\":-}", "1:7 json.value"},
	    {"{\"a\":NaN}", "1:6 json.value"},
	    {"{\"a\":True}", "1:6 json.value"},
	    {"{\"a\":tru}", "1:6 json.value"},
	    {"{\"a\":nullx}", "1:10 json.comma"},
	    {"{\"a\":0x1}", "1:7 json.comma"},
	    {"{\"a\":\"b}", "1:9 json.unterminated"},
	    {"{\"a\":\"b\\", "1:9 json.escape"},
	    {"{\"a\":\"b\nc\"}", "1:8 json.control"},
	    {"{\"a\":\"\t\"}", "1:7 json.control"},
	    {"{\"a\":\"\\x41\"}", "1:8 json.escape"},
	    {"{\"a\":\"\\u12\"}", "1:9 json.escape"},
	    {"{\"a\":\"\\u12", "1:9 json.escape"},
	    {"{\"a\":\"\\u00g0\"}", "1:9 json.escape"},
	    {"{\"a\":\"\\u0000\"}", "1:9 json.nul"},
	    {"{\"a\\u0000\":1}", "1:6 json.nul"},
	    {"{\"a\":\"\\udc00\"}", "1:9 json.surrogate"},
	    {"{\"a\":\"\\ud800\"}", "1:13 json.surrogate"},
	    {"{\"a\":\"\\ud800\\n\"}", "1:13 json.surrogate"},
	    {"{\"a\":\"\\ud800\\ud800\"}", "1:15 json.surrogate"},
	    {"{\"a\":\"\\ud800\\u\"}", "1:15 json.surrogate"},
	    {"{\"a\":1,\"b\":2,\n \"a\":3}", "2:2 json.duplicate a"},
	    {"{\"a\":1,\"\\u0061\":3}", "1:8 json.duplicate a"},
	    {"{\"\":1,\"\":3}", "1:7 json.duplicate "},
	    {"{\"x\":{\"é\":1,\n\"b\":{},\"é\":3}}", "2:12 json.duplicate é"},
	    {"{\"x\":[{\"k\":[{\"a\":1,\"a\":3}]}]}", "1:24 json.duplicate a"},
	    {"{\"é\":\xFF}", "1:6 json.utf8"},
	    {"{\"a\":\"\xC3\"}", "1:7 json.utf8"},
	    {"{\"a\":\"\xED\xA0\x80\"}", "1:7 json.utf8"},
	    {"\xEF\xBB\xBF{}", "1:1 json.object"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		/* From memory of just that size, so that a read beyond it is seen. */
		size_t size = strlen(cases[i].text);
		char *exact = malloc(size ? size : 1);

		assert_non_null(exact);
		memcpy(exact, cases[i].text, size);
		if (strcmp(verdict(exact, size), cases[i].verdict) != 0)
			print_error("%s\n", cases[i].text);
		assert_string_equal(verdict(exact, size), cases[i].verdict);
		free(exact);
	}
	assert_string_equal(verdict("{\"a\":\"\0\"}", 9), "1:7 json.control");
	assert_string_equal(verdict("{}\0", 3), "1:3 json.rest");
}

static void test_nesting_is_bounded(void **state)
{
	char text[400] = "{\"a\":";

	(void)state;
	for (int depth = 1; depth < 100; depth++) {
		memset(text + 5, '[', (size_t)depth);
		memset(text + 5 + depth, ']', (size_t)depth);
		strcpy(text + 5 + 2 * (size_t)depth, "}");
		if (depth <= 31)
			assert_string_equal(verdict(text, strlen(text)), "");
		else
			assert_string_equal(verdict(text, strlen(text)), "1:37 json.deep");
	}
}

static void test_members_and_values(void **state)
{
	const char *text = "{ \"one\" : [ \"a\" , {\"k\":\"\\u00e9\"} , 5, true, null ], \"tw\\u006f\":\"x\" }";
	struct json_file file = file_of(text, strlen(text));
	struct error error = {0};
	const struct json *value;

	(void)state;
	assert_int_equal(json_index(arena, &file, &error), STATUS_OK);
	assert_int_equal(file.count, 2);
	assert_string_equal(file.members[0].key, "one");
	assert_ptr_equal(json_find(&file, "two"), &file.members[1]);
	assert_null(json_find(&file, "three"));
	assert_int_equal(json_parse(arena, &file, &file.members[0], &value, &error), STATUS_OK);
	assert_int_equal(value->type, JSON_ARRAY);
	assert_int_equal(value->count, 5);
	assert_int_equal(value->at, strchr(text, '[') - text);

	const struct json *item = value->child;

	assert_string_equal(item->string, "a");
	assert_int_equal(text[item->at], '"');
	item = item->next;
	assert_int_equal(item->type, JSON_OBJECT);
	assert_string_equal(item->child->key, "k");
	assert_string_equal(item->child->string, "é");
	assert_int_equal(item->child->at, strstr(text, "\"\\u00e9") - text);
	assert_int_equal((item = item->next)->type, JSON_NUMBER);
	assert_int_equal((item = item->next)->type, JSON_BOOLEAN);
	assert_int_equal((item = item->next)->type, JSON_NULL);
	assert_null(item->next);
}

static void test_many_members(void **state)
{
	char *text = arena_copy(arena, "{", 1);

	(void)state;
	for (int i = 0; i < 300; i++)
		text = arena_printf(arena,
		                    "%s%s\"k%d\":[\"%d\",[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],"
		                    "[],[],[],[],[],[],[],[],[],[],[],[\"last\"]]",
		                    text, i ? "," : "", i, i);
	text = arena_printf(arena, "%s}", text);

	struct json_file file = file_of(text, strlen(text));
	struct error error;
	const struct json *value;

	assert_int_equal(json_index(arena, &file, &error), STATUS_OK);
	assert_int_equal(file.count, 300);
	for (int i = 0; i < 300; i++) {
		assert_string_equal(file.members[i].key, arena_printf(arena, "k%d", i));
		assert_int_equal(json_parse(arena, &file, &file.members[i], &value, &error), STATUS_OK);
		assert_int_equal(strtol(value->child->string, NULL, 10), i);
		assert_int_equal(value->count, 35);
	}
}

struct target {
	const char *text, *note;
	struct strings list;
	int colour;
};

static const char *const colours[] = {"red", "blue", NULL};
static const struct field fields[] = {
    {"text", offsetof(struct target, text), NULL, FIELD_STRING, false},
    {"note", offsetof(struct target, note), NULL, FIELD_STRING, true},
    {"list", offsetof(struct target, list), NULL, FIELD_STRINGS, false},
    {"colour", offsetof(struct target, colour), colours, FIELD_NAME, true},
};

static const char *decoded(const char *object, bool lenient, struct target *target)
{
	char *text = arena_printf(arena, "{\"x\":\n%s}", object);
	struct json_file file = file_of(text, strlen(text));
	struct error error = {0};
	const struct json *value;

	*target = (struct target){0};
	assert_int_equal(json_index(arena, &file, &error), STATUS_OK);
	assert_int_equal(json_parse(arena, &file, file.members, &value, &error), STATUS_OK);
	if (decode(arena, &file, value, fields, 4, lenient, target, &error) == STATUS_OK)
		return "";
	return arena_printf(arena, "%zu:%zu %s%s%s", error.line, error.column, error.message, error.args[0] ? " " : "",
	                    error.args[0] ? error.args[0] : "");
}

static void test_decoding(void **state)
{
	struct target target;

	(void)state;
	assert_string_equal(decoded("{\"text\":\"t\",\"list\":[\"a\",\"b\"],\"colour\":\"blue\"}", false, &target), "");
	assert_string_equal(target.text, "t");
	assert_null(target.note);
	assert_int_equal(target.list.count, 2);
	assert_string_equal(target.list.items[1], "b");
	assert_int_equal(target.colour, 1);
	assert_string_equal(decoded("{\"list\":[]}", true, &target), "");
	assert_null(target.text);
	assert_int_equal(target.colour, NAME_MISSING);
	assert_string_equal(decoded("{\"list\":[]}", false, &target), "2:1 json.missing text");
	assert_string_equal(decoded("{\"text\":\"t\"}", false, &target), "2:1 json.missing list");
	assert_string_equal(decoded("[]", false, &target), "2:1 json.want-object");
	assert_string_equal(decoded("{\"text\":1,\"list\":[]}", false, &target), "2:9 json.want-string");
	assert_string_equal(decoded("{\"text\":\"\",\"list\":[]}", false, &target), "2:9 json.empty");
	assert_string_equal(decoded("{\"text\":\"t\",\"list\":\"a\"}", false, &target), "2:20 json.want-array");
	assert_string_equal(decoded("{\"text\":\"t\",\"list\":[\"a\",2]}", false, &target), "2:25 json.want-string");
	assert_string_equal(decoded("{\"text\":\"t\",\"list\":[\"\"]}", false, &target), "2:21 json.empty");
	assert_string_equal(decoded("{\"text\":\"t\",\"list\":[],\"colour\":\"green\"}", false, &target),
	                    "2:32 json.want-name red, blue");
	assert_string_equal(decoded("{\"text\":\"t\",\"list\":[],\"colour\":1}", false, &target),
	                    "2:32 json.want-name red, blue");
	assert_string_equal(decoded("{\"text\":\"t\",\"list\":[],\"size\":1}", true, &target), "2:30 json.unknown size");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_arena, close_arena)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(test_rejections),   TEST(test_nesting_is_bounded), TEST(test_members_and_values),
	    TEST(test_many_members), TEST(test_decoding),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
