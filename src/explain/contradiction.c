#include "explain/contradiction.h"

#include <string.h>

enum {
	SENTENCES_MAX = 8,
	RANK_NAMES_CAUSE = 27, /* an enhanced code of this rank or more names a cause by itself */
};

struct finder {
	struct arena *arena;
	struct explainer *explainer;
	const struct verdict *verdict;
	const char *sentences[SENTENCES_MAX];
	size_t count;
	struct error *error;
};

static void say(struct finder *finder, const char *key, const char *a, const char *b, const char *c)
{
	if (finder->count < SENTENCES_MAX)
		finder->sentences[finder->count++] = lang_format(finder->arena, finder->explainer->lang, key, a, b, c);
}

static bool is_failure(const char *code)
{
	return *code == '4' || *code == '5';
}

/* The class on which the sending server acts, and the words about time. */
static void compare_times(struct finder *finder, const bool *signs)
{
	const struct verdict *verdict = finder->verdict;
	const char *code = verdict->code ? verdict->code : verdict->enhanced;

	if (!code)
		return;
	if (*code == '5' && signs[SIGN_KEPT] && verdict->retry == RETRY_LATER)
		say(finder, "contradiction.final-but-kept", code, NULL, NULL);
	else if (*code == '5' && signs[SIGN_LATER])
		say(finder, "contradiction.final-says-later", code, NULL, NULL);
	else if (*code == '5' && verdict->cause->retry == RETRY_LATER)
		say(finder, "contradiction.final-for-passing", code, verdict->cause->name, NULL);
	if (*code == '4' && signs[SIGN_FINAL] && verdict->retry == RETRY_LATER)
		say(finder, "contradiction.temporary-says-final", code, NULL, NULL);
	if (*code == '4' && verdict->retry == RETRY_NO)
		say(finder, "contradiction.temporary-but-over", code, NULL, NULL);
}

/* Reply codes and enhanced codes of different classes. In a log of the sending server, its own enhanced code stands beside
 * the reply of the other. */
static void compare_classes(struct finder *finder, const bool *signs)
{
	const struct verdict *verdict = finder->verdict;
	const struct reply *reply = verdict->reply;
	const char *other = NULL;

	if (verdict->code && verdict->enhanced && verdict->code[0] != verdict->enhanced[0] && !signs[SIGN_KEPT] &&
	    !signs[SIGN_RETURNED])
		say(finder, "contradiction.class-differs", verdict->code, verdict->enhanced, NULL);
	for (size_t i = 0; i < reply->code_count && verdict->code; i++)
		if (reply->codes[i].code[0] != verdict->code[0] && is_failure(reply->codes[i].code))
			other = reply->codes[i].code;
	if (verdict->code && signs[SIGN_KEPT] && signs[SIGN_RETURNED])
		say(finder, "contradiction.outcomes-differ", verdict->code, NULL, NULL);
	if (other)
		say(finder, "contradiction.replies-differ", verdict->code, arena_copy(finder->arena, other, strlen(other)),
		    NULL);
}

/* Whether the words say one of the causes that usually go with the reply code. */
static bool is_expected(const struct finder *finder, uint32_t code, const char *cause)
{
	const struct u32s *expected = &finder->explainer->rules->expected;
	const char *const *causes = causes_keys(finder->explainer->causes);
	bool listed = false;

	for (size_t i = 0; i < expected->count; i++) {
		if (expected->at[i] >> 8 != code)
			continue;
		listed = true;
		if (strcmp(causes[expected->at[i] & 0xFF], cause) == 0)
			return true;
	}
	return !listed;
}

/* The codes, and the cause that was found in another way. */
static enum status compare_causes(struct finder *finder)
{
	const struct verdict *verdict = finder->verdict;
	const char *code = verdict->code;
	const char *enhanced = verdict->enhanced;
	const struct cause *meant = NULL;
	struct rule rule;

	if (verdict->decided > DECIDED_TEXT || strcmp(verdict->cause->key, "undetermined") == 0)
		return STATUS_OK;
	if (enhanced && is_failure(enhanced) && rules_code(finder->explainer->rules, rules_pack(enhanced), &rule) &&
	    rule.rank >= RANK_NAMES_CAUSE) {
		if (causes_get(finder->explainer->causes, rule.cause, &meant, finder->error) != STATUS_OK)
			return STATUS_BAD;
		if (meant != verdict->cause && verdict->provider)
			say(finder, "contradiction.provider-redefines", enhanced, meant->name, verdict->provider);
		else if (meant != verdict->cause)
			say(finder, "contradiction.words-against-enhanced", enhanced, meant->name, verdict->cause->name);
	}
	if (code && meant != verdict->cause && !is_expected(finder, rules_pack(code), verdict->cause->key))
		say(finder, "contradiction.words-against-code", code, verdict->cause->name, NULL);
	return STATUS_OK;
}

enum status contradictions_find(struct arena *arena, struct explainer *explainer, const struct verdict *verdict,
                                const bool *signs, struct strings *sentences, struct error *error)
{
	struct finder finder = {.arena = arena, .explainer = explainer, .verdict = verdict, .error = error};
	const char **items;

	*sentences = (struct strings){0};
	if (verdict->retry == RETRY_NOT_NEEDED)
		return STATUS_OK;
	compare_times(&finder, signs);
	compare_classes(&finder, signs);
	if (compare_causes(&finder) != STATUS_OK)
		return STATUS_BAD;
	if (!finder.count)
		return STATUS_OK;
	items = arena_array(arena, finder.count, sizeof *items);
	memcpy(items, finder.sentences, finder.count * sizeof *items);
	*sentences = (struct strings){.items = items, .count = finder.count};
	return STATUS_OK;
}
