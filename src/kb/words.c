#include "kb/words.h"

#include <string.h>

enum status words_open(struct arena *arena, struct source *source, const char *stem, const char *lang,
                       struct words *words, struct error *error)
{
	const char *own = arena_printf(arena, "%s.%s.json", stem, lang);
	const char *english = arena_printf(arena, "%s.en.json", stem);

	*words = (struct words){0};
	if (source_file(source, own, &words->own, error) != STATUS_OK)
		return STATUS_BAD;
	if (strcmp(lang, "en") != 0 && source_file(source, english, &words->english, error) != STATUS_OK)
		return STATUS_BAD;
	if (!words->own && !words->english)
		return error_set(error, "error.no-file", english, NULL, NULL);
	return STATUS_OK;
}

static bool is_missing(const struct field *field, const void *words)
{
	const void *at = (const char *)words + field->offset;

	if (field->kind == FIELD_STRING)
		return *(const char *const *)at == NULL;
	return ((const struct strings *)at)->count == 0;
}

static const char *mark(struct arena *arena, const char *s)
{
	return arena_printf(arena, "[en] %s", s);
}

static void take(struct arena *arena, const struct field *field, void *to_words, const void *from_words)
{
	void *to = (char *)to_words + field->offset;
	const void *from = (const char *)from_words + field->offset;

	if (field->kind == FIELD_STRING) {
		*(const char **)to = mark(arena, *(const char *const *)from);
	} else {
		const struct strings *english = from;
		const char **items = arena_array(arena, english->count, sizeof *items);

		for (size_t i = 0; i < english->count; i++)
			items[i] = mark(arena, english->items[i]);
		*(struct strings *)to = (struct strings){.items = items, .count = english->count};
	}
}

/* The words of one file; *found tells whether it has any. */
static enum status read_one(struct arena *arena, const struct json_file *file, const char *key,
                            const struct field *fields, size_t count, bool lenient, void *out, bool *found,
                            struct error *error)
{
	const struct json_member *member = file ? json_find(file, key) : NULL;
	const struct json *value;

	*found = member != NULL;
	if (!member)
		return STATUS_OK;
	if (json_parse(arena, file, member, &value, error) != STATUS_OK)
		return STATUS_BAD;
	return decode(arena, file, value, fields, count, lenient, out, error);
}

enum status words_read(struct arena *arena, const struct words *words, const char *key, const struct field *fields,
                       size_t count, void *out, size_t size, struct error *error)
{
	bool own;
	bool english;
	size_t missing = 0;

	if (read_one(arena, words->own, key, fields, count, words->english != NULL, out, &own, error) != STATUS_OK)
		return STATUS_BAD;
	for (size_t i = 0; i < count; i++)
		missing += is_missing(&fields[i], out);
	if (own && (!missing || !words->english))
		return STATUS_OK;

	void *spare = arena_alloc(arena, size);

	if (read_one(arena, words->english, key, fields, count, false, spare, &english, error) != STATUS_OK)
		return STATUS_BAD;
	if (!own && !english) {
		error_set(error, "error.no-words", key, NULL, NULL);
		error->file = (words->own ? words->own : words->english)->name;
		return STATUS_BAD;
	}
	for (size_t i = 0; english && i < count; i++)
		if (is_missing(&fields[i], out) && !is_missing(&fields[i], spare))
			take(arena, &fields[i], out, spare);
	return STATUS_OK;
}
