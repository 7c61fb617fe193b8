#include "explain/explainer.h"

#include <string.h>

static enum status open_own(struct explainer *explainer, const char *path, struct error *error)
{
	struct known known;

	if (replies_read_own(explainer->arena, explainer->replies, path, &known, &explainer->own_replies, error) !=
	    STATUS_OK)
		return STATUS_BAD;
	explainer->own = known;
	if (!known.needs.count)
		return STATUS_OK;
	explainer->overridden = arena_array(explainer->arena, explainer->rules->known.needs.count + 1, sizeof(bool));
	for (size_t i = 0; i < known.needs.count; i++) {
		long number = replies_find(explainer->replies, explainer->own_replies[i].key);

		if (number >= 0)
			explainer->overridden[number] = true;
	}
	return STATUS_OK;
}

enum status explainer_open(struct arena *arena, struct source *source, const char *protocol, struct lang *lang,
                           const char *own, struct explainer **opened, struct error *own_error, struct error *error)
{
	struct explainer *explainer = arena_alloc(arena, sizeof *explainer);

	explainer->arena = arena;
	explainer->lang = lang;
	*own_error = (struct error){0};
	if (rules_open(arena, source, protocol, &explainer->rules, error) != STATUS_OK ||
	    causes_open(arena, source, protocol, lang_code(lang), &explainer->causes, error) != STATUS_OK ||
	    replies_open(arena, source, protocol, lang_code(lang), causes_keys(explainer->causes), &explainer->replies,
	                 error) != STATUS_OK ||
	    source_file(source, arena_printf(arena, "%s/words.json", protocol), &explainer->words, error) != STATUS_OK)
		return STATUS_BAD;
	explainer->matcher = matcher_new(arena, explainer->rules);
	if (own && open_own(explainer, own, own_error) != STATUS_OK) {
		explainer->own = (struct known){0};
		explainer->own_replies = NULL;
	}
	*opened = explainer;
	return STATUS_OK;
}

enum status explainer_blocklists(struct explainer *explainer, const struct blocklist **blocklists, struct error *error)
{
	const struct json_member *member = json_find(explainer->words, "blocklists");
	const struct json *list;
	struct blocklist *read;
	size_t count = 0;

	if (!explainer->blocklists) {
		if (json_parse(explainer->arena, explainer->words, member, &list, error) != STATUS_OK)
			return STATUS_BAD;
		read = arena_array(explainer->arena, list->count + 1, sizeof *read);
		/* What each must have was checked when the rules were compiled. */
		for (const struct json *item = list->child; item; item = item->next, count++)
			for (const struct json *value = item->child; value; value = value->next) {
				if (strcmp(value->key, "name") == 0)
					read[count].name = value->string;
				else if (strcmp(value->key, "lookup") == 0)
					read[count].lookup = value->string;
			}
		explainer->blocklists = read;
	}
	*blocklists = explainer->blocklists;
	return STATUS_OK;
}
