#include "kb/compile.h"

#include "kb/decode.h"
#include "kb/normal.h"

#include <string.h>

enum status compile_fail(const struct compile *compile, const struct json *node, const char *message, const char *what)
{
	return json_error(compile->words, node->at, compile->error, message, what, NULL);
}

int compile_find_cause(const struct compile *compile, const char *name)
{
	for (size_t i = 0; i < compile->causes->count && i < RULE_CAUSES_MAX; i++)
		if (strcmp(compile->causes->members[i].key, name) == 0)
			return (int)i;
	return -1;
}

enum status compile_parse(struct compile *compile, const char *key, enum json_type type, const struct json **value)
{
	const struct json_member *member = json_find(compile->words, key);

	if (!member)
		return json_error(compile->words, 0, compile->error, "json.missing", key, NULL);
	if (json_parse(compile->arena, compile->words, member, value, compile->error) != STATUS_OK)
		return STATUS_BAD;
	if ((*value)->type == type)
		return STATUS_OK;
	return compile_fail(compile, *value, type == JSON_OBJECT ? "json.want-object" : "json.want-array", NULL);
}

enum status compile_want_strings(const struct compile *compile, const struct json *array)
{
	struct strings ignored;

	return decode_strings(compile->arena, compile->words, array, &ignored, compile->error);
}

enum status compile_add_fragment(struct compile *compile, const struct json *node, const char *text, uint32_t kind,
                                 uint32_t number)
{
	const char *normal = normal_fragment(compile->arena, &compile->rules->ignored, text);
	size_t n = strlen(normal);

	/* A single letter would occur everywhere. */
	if (n < 2 || (n < INNER_START && normal[0] != ' ') || (n == 2 && normal[0] == ' ') ||
	    (n == 3 && normal[0] == ' ' && normal[2] == ' '))
		return compile_fail(compile, node, "explain.bad-fragment", text);
	fragments_add(&compile->fragments, normal, kind << USE_SHIFT | number);
	return STATUS_OK;
}
