#include "kb/causes.h"
#include "kb/rules.h"

#include <string.h>

/* The protocol whose rules are compiled into the program. */
static const char built_in[] = "smtp";

static enum status find(struct arena *arena, struct source *source, const char *protocol, const char *name,
                        const struct json_file **file, struct error *error)
{
	const char *path = arena_printf(arena, "%s/%s", protocol, name);

	if (source_file(source, path, file, error) != STATUS_OK)
		return STATUS_BAD;
	return *file ? STATUS_OK : error_set(error, "error.no-file", path, NULL, NULL);
}

enum status rules_open(struct arena *arena, struct source *source, const char *protocol, const struct rules **opened,
                       struct error *error)
{
	const struct json_file *words;
	const struct json_file *causes;
	const struct json_file *replies;
	struct rules *rules;

	if (source_is_built_in(source) && strcmp(protocol, built_in) == 0) {
		*opened = &embedded_rules;
		return STATUS_OK;
	}
	rules = arena_alloc(arena, sizeof *rules);
	if (find(arena, source, protocol, "words.json", &words, error) != STATUS_OK ||
	    find(arena, source, protocol, "causes.json", &causes, error) != STATUS_OK ||
	    find(arena, source, protocol, "replies.json", &replies, error) != STATUS_OK ||
	    rules_compile_words(arena, words, causes, rules, error) != STATUS_OK ||
	    rules_compile_known(arena, replies, causes_list(arena, causes), &rules->known, error) != STATUS_OK)
		return STATUS_BAD;
	*opened = rules;
	return STATUS_OK;
}
