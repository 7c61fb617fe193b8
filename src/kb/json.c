#include "kb/json.h"

#include "base/text.h"
#include "kb/scan.h"

#include <cjson/cJSON.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum status json_error(const struct json_file *file, size_t at, struct error *error, const char *message, const char *a,
                       const char *b)
{
	error_set(error, message, a, b, NULL);
	error->file = file->name;
	error->line = 1;
	error->column = 1;
	for (size_t i = 0; i < at && i < file->size; i++)
		if (file->text[i] == '\n') {
			error->line++;
			error->column = 1;
		} else if (((unsigned char)file->text[i] & 0xC0) != 0x80) {
			error->column++;
		}
	return STATUS_BAD;
}

static const char *unescape_key(struct scan *scan, size_t from, size_t to)
{
	cJSON *string = cJSON_ParseWithLength(scan->file->text + from, to - from);

	if (!string)
		arena_exhaust(scan->arena);

	const char *key = arena_copy(scan->arena, string->valuestring, strlen(string->valuestring));

	cJSON_Delete(string);
	return key;
}

static int by_key(const void *a, const void *b)
{
	return strcmp(((const struct json_member *)a)->key, ((const struct json_member *)b)->key);
}

/* Rejects a key that occurs twice among count members. */
static enum status check_keys(struct arena *arena, const struct json_file *file, const struct json_member *members,
                              size_t count, struct error *error)
{
	struct json_member *sorted = arena_array(arena, count + 1, sizeof *sorted);

	memcpy(sorted, members, count * sizeof *sorted);
	qsort(sorted, count, sizeof *sorted, by_key);
	for (size_t i = 1; i < count; i++)
		if (strcmp(sorted[i - 1].key, sorted[i].key) == 0) {
			size_t at = sorted[i].key_at > sorted[i - 1].key_at ? sorted[i].key_at : sorted[i - 1].key_at;

			return json_error(file, at, error, "json.duplicate", sorted[i].key, NULL);
		}
	return STATUS_OK;
}

static enum status scan_members(struct scan *scan, struct json_member **members, size_t *count)
{
	size_t size = 64;

	*members = arena_array(scan->arena, size, sizeof **members);
	*count = 0;
	scan_blanks(scan);
	if (scan_peek(scan) != '{')
		return scan_fail(scan, "json.object");
	do {
		struct json_member member;
		size_t key_end;

		scan->at++;
		scan_blanks(scan);
		if (scan_peek(scan) == '}' && !*count)
			break;
		member.key_at = scan->at;
		if (scan_key(scan) != STATUS_OK)
			return STATUS_BAD;
		key_end = scan->at;
		while (scan->file->text[key_end - 1] != '"')
			key_end--;
		member.key = unescape_key(scan, member.key_at, key_end);
		member.value_at = scan->at;
		if (scan_value(scan, 1) != STATUS_OK)
			return STATUS_BAD;
		member.value_size = scan->at - member.value_at;
		if (*count == size) {
			struct json_member *more = arena_array(scan->arena, size * 2, sizeof *more);

			memcpy(more, *members, size * sizeof *more);
			*members = more;
			size *= 2;
		}
		(*members)[(*count)++] = member;
		scan_blanks(scan);
	} while (scan_peek(scan) == ',');
	if (scan_peek(scan) != '}')
		return scan_fail(scan, "json.comma");
	scan->at++;
	scan_blanks(scan);
	return scan->at < scan->end ? scan_fail(scan, "json.rest") : STATUS_OK;
}

enum status json_index(struct arena *arena, struct json_file *file, struct error *error)
{
	struct scan scan = {.file = file, .end = file->size, .arena = arena, .error = error};
	struct json_member *members;
	size_t bad = text_invalid_at(file->text, file->size);

	if (bad < file->size)
		return json_error(file, bad, error, "json.utf8", NULL, NULL);
	if (scan_members(&scan, &members, &file->count) != STATUS_OK)
		return STATUS_BAD;
	file->members = members;
	return check_keys(arena, file, members, file->count, error);
}

const struct json_member *json_find(const struct json_file *file, const char *key)
{
	for (size_t i = 0; i < file->count; i++)
		if (strcmp(file->members[i].key, key) == 0)
			return &file->members[i];
	return NULL;
}

/* Copies cJSON's value into the arena, with the positions that the scan noted.
 * Recursion: as deep as scan_value() lets it be */
static struct json *copy(struct scan *scan, const cJSON *from, size_t *index)
{
	struct json *to = arena_alloc(scan->arena, sizeof *to);
	const struct json **link = &to->child;

	to->at = scan->starts[(*index)++];
	if (from->string)
		to->key = arena_copy(scan->arena, from->string, strlen(from->string));
	if (cJSON_IsString(from)) {
		to->type = JSON_STRING;
		to->string = arena_copy(scan->arena, from->valuestring, strlen(from->valuestring));
	} else if (cJSON_IsArray(from)) {
		to->type = JSON_ARRAY;
	} else if (cJSON_IsObject(from)) {
		to->type = JSON_OBJECT;
	} else if (cJSON_IsNumber(from)) {
		to->type = JSON_NUMBER;
	} else {
		to->type = cJSON_IsBool(from) ? JSON_BOOLEAN : JSON_NULL;
	}
	for (const cJSON *child = from->child; child; child = child->next) {
		struct json *node = copy(scan, child, index);

		*link = node;
		link = &node->next;
		to->count++;
	}
	return to;
}

/* Recursion: as deep as scan_value() lets it be */
static enum status check_tree(struct arena *arena, const struct json_file *file, const struct json *tree,
                              struct error *error)
{
	if (tree->type == JSON_OBJECT) {
		struct json_member *members = arena_array(arena, tree->count + 1, sizeof *members);
		size_t count = 0;

		for (const struct json *child = tree->child; child; child = child->next)
			members[count++] = (struct json_member){.key = child->key, .key_at = child->at};
		if (check_keys(arena, file, members, count, error) != STATUS_OK)
			return STATUS_BAD;
	}
	for (const struct json *child = tree->child; child; child = child->next)
		if (child->child && check_tree(arena, file, child, error) != STATUS_OK)
			return STATUS_BAD;
	return STATUS_OK;
}

enum status json_parse(struct arena *arena, const struct json_file *file, const struct json_member *member,
                       const struct json **value, struct error *error)
{
	struct scan scan = {.file = file,
	                    .at = member->value_at,
	                    .end = member->value_at + member->value_size,
	                    .size = 32,
	                    .arena = arena,
	                    .error = error};

	scan.starts = arena_array(arena, scan.size, sizeof *scan.starts);
	if (scan_value(&scan, 1) != STATUS_OK)
		return STATUS_BAD;

	cJSON *built = cJSON_ParseWithLength(file->text + member->value_at, member->value_size);
	size_t index = 0;

	if (!built)
		arena_exhaust(arena);

	struct json *tree = copy(&scan, built, &index);

	cJSON_Delete(built);
	*value = tree;
	return check_tree(arena, file, tree, error);
}
