#include "kb/part.h"

enum status part_open(struct arena *arena, struct source *source, const char *stem, const char *lang, struct part *part,
                      struct error *error)
{
	const char *facts = arena_printf(arena, "%s.json", stem);

	if (source_file(source, facts, &part->facts, error) != STATUS_OK)
		return STATUS_BAD;
	if (!part->facts)
		return error_set(error, "error.no-file", facts, NULL, NULL);
	return words_open(arena, source, stem, lang, &part->words, error);
}

enum status part_read_facts(struct arena *arena, const struct part *part, const char *key, const struct field *fields,
                            size_t count, void *out, struct error *error)
{
	const struct json *value;

	if (json_parse(arena, part->facts, json_find(part->facts, key), &value, error) != STATUS_OK)
		return STATUS_BAD;
	return decode(arena, part->facts, value, fields, count, false, out, error);
}

enum status part_bad_fact(const struct part *part, const char *key, struct error *error, const char *message,
                          const char *fact)
{
	return json_error(part->facts, json_find(part->facts, key)->value_at, error, message, fact, NULL);
}
