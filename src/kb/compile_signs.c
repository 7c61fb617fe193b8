#include "kb/compile.h"

#include <string.h>

static enum status add_sign(struct compile *compile, const struct json *fragments, uint32_t sign)
{
	if (!fragments || compile_want_strings(compile, fragments) != STATUS_OK)
		return STATUS_BAD;
	for (const struct json *item = fragments->child; item; item = item->next)
		if (compile_add_fragment(compile, item, item->string, USE_SIGN, sign) != STATUS_OK)
			return STATUS_BAD;
	return STATUS_OK;
}

static const struct json *child(const struct json *object, const char *key)
{
	for (const struct json *value = object->child; value; value = value->next)
		if (value->key && strcmp(value->key, key) == 0)
			return value;
	return NULL;
}

static enum status want_child(const struct compile *compile, const struct json *object, const char *key,
                              enum json_type type, const struct json **value)
{
	*value = child(object, key);
	if (!*value)
		return compile_fail(compile, object, "json.missing", key);
	if ((*value)->type != type)
		return compile_fail(compile, *value,
		                    type == JSON_STRING  ? "json.want-string"
		                    : type == JSON_ARRAY ? "json.want-array"
		                                         : "json.want-object",
		                    NULL);
	return STATUS_OK;
}

static enum status add_stage(struct compile *compile, const struct json *stage)
{
	const struct json *fragments;
	const struct json *instead;

	if (want_child(compile, stage, "fragments", JSON_ARRAY, &fragments) != STATUS_OK ||
	    want_child(compile, stage, "instead", JSON_OBJECT, &instead) != STATUS_OK ||
	    add_sign(compile, fragments, compile->signs) != STATUS_OK)
		return STATUS_BAD;
	for (const struct json *pair = instead->child; pair; pair = pair->next) {
		int from = compile_find_cause(compile, pair->key);
		int to = pair->string ? compile_find_cause(compile, pair->string) : -1;

		if (from < 0 || to < 0)
			return compile_fail(compile, pair, "explain.bad-cause", from < 0 ? pair->key : pair->string);
		numbers_add(&compile->stages, (compile->signs - SIGN_STAGES) << 16 | (uint32_t)from << 8 | (uint32_t)to);
	}
	compile->signs++;
	return STATUS_OK;
}

enum status compile_signs(struct compile *compile, uint32_t *stage_count)
{
	const struct json *list;
	const struct json *fragments;
	const struct json *name;

	if (compile_parse(compile, "says", JSON_OBJECT, &list) != STATUS_OK ||
	    want_child(compile, list, "later", JSON_ARRAY, &fragments) != STATUS_OK ||
	    add_sign(compile, fragments, SIGN_LATER) != STATUS_OK ||
	    want_child(compile, list, "final", JSON_ARRAY, &fragments) != STATUS_OK ||
	    add_sign(compile, fragments, SIGN_FINAL) != STATUS_OK ||
	    want_child(compile, list, "kept", JSON_ARRAY, &fragments) != STATUS_OK ||
	    add_sign(compile, fragments, SIGN_KEPT) != STATUS_OK ||
	    want_child(compile, list, "returned", JSON_ARRAY, &fragments) != STATUS_OK ||
	    add_sign(compile, fragments, SIGN_RETURNED) != STATUS_OK ||
	    compile_parse(compile, "stages", JSON_ARRAY, &list) != STATUS_OK)
		return STATUS_BAD;
	compile->signs = SIGN_STAGES;
	for (const struct json *stage = list->child; stage; stage = stage->next)
		if (add_stage(compile, stage) != STATUS_OK)
			return STATUS_BAD;
	*stage_count = compile->signs - SIGN_STAGES;
	if (compile_parse(compile, "blocklists", JSON_ARRAY, &list) != STATUS_OK)
		return STATUS_BAD;
	for (const struct json *blocklist = list->child; blocklist; blocklist = blocklist->next)
		if (want_child(compile, blocklist, "name", JSON_STRING, &name) != STATUS_OK ||
		    want_child(compile, blocklist, "lookup", JSON_STRING, &name) != STATUS_OK ||
		    want_child(compile, blocklist, "fragments", JSON_ARRAY, &fragments) != STATUS_OK ||
		    add_sign(compile, fragments, compile->signs++) != STATUS_OK)
			return STATUS_BAD;
	return STATUS_OK;
}

enum status compile_expected(struct compile *compile)
{
	const struct json *table;

	if (compile_parse(compile, "expected", JSON_OBJECT, &table) != STATUS_OK)
		return STATUS_BAD;
	for (const struct json *list = table->child; list; list = list->next) {
		uint32_t code = rules_pack(list->key);

		if (!code || code > 599)
			return compile_fail(compile, list, "json.code", list->key);
		if (compile_want_strings(compile, list) != STATUS_OK)
			return STATUS_BAD;
		for (const struct json *item = list->child; item; item = item->next) {
			int cause = compile_find_cause(compile, item->string);

			if (cause < 0)
				return compile_fail(compile, item, "explain.bad-cause", item->string);
			numbers_add(&compile->expected, code << 8 | (uint32_t)cause);
		}
	}
	return STATUS_OK;
}
