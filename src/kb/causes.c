#include "kb/causes.h"

#include "kb/words.h"

static const struct field facts[] = {
    {"retry", offsetof(struct cause, retry), retry_names, FIELD_NAME, false},
    {"actor", offsetof(struct cause, actor), actor_names, FIELD_NAME, false},
};

static const struct field word_fields[] = {
    {"name", offsetof(struct cause, name), NULL, FIELD_STRING, false},
    {"meaning", offsetof(struct cause, meaning), NULL, FIELD_STRING, false},
    {"fix", offsetof(struct cause, fix), NULL, FIELD_STRINGS, false},
};

struct causes {
	struct arena *arena;
	const struct json_file *facts;
	struct words words;
	const char *const *keys;
	struct cause **read; /* by number; NULL where it has not been asked for */
};

const char *const *causes_list(struct arena *arena, const struct json_file *file)
{
	const char **keys = arena_array(arena, file->count + 1, sizeof *keys);

	for (size_t i = 0; i < file->count; i++)
		keys[i] = file->members[i].key;
	return keys;
}

enum status causes_open(struct arena *arena, struct source *source, const char *protocol, const char *lang,
                        struct causes **opened, struct error *error)
{
	struct causes *causes = arena_alloc(arena, sizeof *causes);
	const char *stem = arena_printf(arena, "%s/causes", protocol);
	const char *name = arena_printf(arena, "%s.json", stem);

	causes->arena = arena;
	if (source_file(source, name, &causes->facts, error) != STATUS_OK)
		return STATUS_BAD;
	if (!causes->facts)
		return error_set(error, "error.no-file", name, NULL, NULL);
	causes->keys = causes_list(arena, causes->facts);
	causes->read = arena_array(arena, causes->facts->count + 1, sizeof(struct cause *));
	*opened = causes;
	return words_open(arena, source, stem, lang, &causes->words, error);
}

const char *const *causes_keys(const struct causes *causes)
{
	return causes->keys;
}

enum status causes_get(struct causes *causes, size_t number, const struct cause **cause, struct error *error)
{
	const struct json_member *member = &causes->facts->members[number];
	const struct json *value;
	struct cause *new;

	*cause = causes->read[number];
	if (*cause)
		return STATUS_OK;
	new = arena_alloc(causes->arena, sizeof *new);
	new->key = member->key;
	if (json_parse(causes->arena, causes->facts, member, &value, error) != STATUS_OK ||
	    decode(causes->arena, causes->facts, value, facts, sizeof facts / sizeof *facts, false, new, error) !=
	        STATUS_OK ||
	    words_read(causes->arena, &causes->words, member->key, word_fields, sizeof word_fields / sizeof *word_fields,
	               new, sizeof *new, error) != STATUS_OK)
		return STATUS_BAD;
	*cause = causes->read[number] = new;
	return STATUS_OK;
}
