#include "kb/decode.h"

#include <string.h>

enum status decode_strings(struct arena *arena, const struct json_file *file, const struct json *array,
                           struct strings *out, struct error *error)
{
	const char **items = arena_array(arena, array->count + 1, sizeof *items);
	size_t count = 0;

	if (array->type != JSON_ARRAY)
		return json_error(file, array->at, error, "json.want-array", NULL, NULL);
	for (const struct json *item = array->child; item; item = item->next) {
		if (item->type != JSON_STRING)
			return json_error(file, item->at, error, "json.want-string", NULL, NULL);
		if (!*item->string)
			return json_error(file, item->at, error, "json.empty", NULL, NULL);
		items[count++] = item->string;
	}
	*out = (struct strings){.items = items, .count = count};
	return STATUS_OK;
}

static enum status decode_name(struct arena *arena, const struct json_file *file, const struct json *value,
                               const char *const *names, int *out, struct error *error)
{
	const char *list = "";

	for (int i = 0; names[i]; i++) {
		if (value->type == JSON_STRING && strcmp(value->string, names[i]) == 0) {
			*out = i;
			return STATUS_OK;
		}
		list = arena_printf(arena, "%s%s%s", list, i ? ", " : "", names[i]);
	}
	return json_error(file, value->at, error, "json.want-name", list, NULL);
}

static enum status decode_field(struct arena *arena, const struct json_file *file, const struct json *value,
                                const struct field *field, void *out, struct error *error)
{
	void *to = (char *)out + field->offset;

	switch (field->kind) {
	case FIELD_STRING:
		if (value->type != JSON_STRING)
			return json_error(file, value->at, error, "json.want-string", NULL, NULL);
		if (!*value->string)
			return json_error(file, value->at, error, "json.empty", NULL, NULL);
		*(const char **)to = value->string;
		return STATUS_OK;
	case FIELD_STRINGS:
		return decode_strings(arena, file, value, to, error);
	case FIELD_NAME:
		return decode_name(arena, file, value, field->names, to, error);
	}
	return STATUS_OK;
}

static const struct json *child(const struct json *object, const char *key)
{
	for (const struct json *value = object->child; value; value = value->next)
		if (strcmp(value->key, key) == 0)
			return value;
	return NULL;
}

enum status decode(struct arena *arena, const struct json_file *file, const struct json *object,
                   const struct field *fields, size_t count, bool lenient, void *out, struct error *error)
{
	size_t known = 0;

	if (object->type != JSON_OBJECT)
		return json_error(file, object->at, error, "json.want-object", NULL, NULL);
	for (size_t i = 0; i < count; i++) {
		const struct json *value = child(object, fields[i].name);

		if (value) {
			known++;
			if (decode_field(arena, file, value, &fields[i], out, error) != STATUS_OK)
				return STATUS_BAD;
		} else if (!fields[i].optional && !lenient) {
			return json_error(file, object->at, error, "json.missing", fields[i].name, NULL);
		} else if (fields[i].kind == FIELD_NAME) {
			*(int *)(void *)((char *)out + fields[i].offset) = NAME_MISSING;
		}
	}
	if (known == object->count)
		return STATUS_OK;
	for (const struct json *value = object->child; value; value = value->next) {
		size_t i = 0;

		while (i < count && strcmp(fields[i].name, value->key) != 0)
			i++;
		if (i == count)
			return json_error(file, value->at, error, "json.unknown", value->key, NULL);
	}
	return STATUS_OK;
}
