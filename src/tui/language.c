#include "tui/language.h"

#include <string.h>

void languages_open(struct arena *arena, struct source *source, const char *protocol, const char *own,
                    arena_exhausted *exhausted, struct languages *languages)
{
	size_t count;
	const char *const *codes = source_languages(source, &count);

	*languages =
	    (struct languages){.source = source, .protocol = protocol, .own = own, .exhausted = exhausted, .count = count};
	languages->items = arena_array(arena, count, sizeof *languages->items);
	for (size_t i = 0; i < count; i++)
		languages->items[i].code = codes[i];
}

void languages_close(struct languages *languages)
{
	for (size_t i = 0; i < languages->count; i++)
		arena_free(languages->items[i].arena);
	languages->count = 0;
}

size_t languages_find(const struct languages *languages, const char *code)
{
	for (size_t i = 0; i < languages->count; i++)
		if (strcmp(languages->items[i].code, code) == 0)
			return i;
	return 0;
}

enum status languages_get(struct languages *languages, size_t i, struct language **found, struct error *error)
{
	struct language *language = &languages->items[i];

	*found = language;
	if (language->kb)
		return STATUS_OK;
	if (!language->arena)
		language->arena = arena_new(languages->exhausted);
	if (lang_open(language->arena, languages->source, language->code, &language->lang, error) != STATUS_OK)
		return STATUS_BAD;
	return kb_open(language->arena, languages->source, languages->protocol, language->code, &language->kb, error);
}

enum status languages_search(struct languages *languages, size_t i, size_t other, enum code_kind kind,
                             struct search **found, struct error *error)
{
	struct language *beside;
	struct language *language;

	if (languages_get(languages, other, &beside, error) != STATUS_OK ||
	    languages_get(languages, i, &language, error) != STATUS_OK)
		return STATUS_BAD;
	if (language->other != other)
		language->basic = language->enhanced = NULL;
	language->other = other;

	struct search **search = kind == CODE_BASIC ? &language->basic : &language->enhanced;

	if (!*search && search_open(language->arena, language->kb, beside->kb, kind, search, error) != STATUS_OK)
		return STATUS_BAD;
	*found = *search;
	return STATUS_OK;
}

enum status languages_explainer(struct languages *languages, size_t i, struct error *own_error, struct error *error)
{
	struct language *language;

	*own_error = (struct error){0};
	if (languages_get(languages, i, &language, error) != STATUS_OK)
		return STATUS_BAD;
	if (language->explainer)
		return STATUS_OK;
	return explainer_open(language->arena, languages->source, languages->protocol, language->lang, languages->own,
	                      &language->explainer, own_error, error);
}
