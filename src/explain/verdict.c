#include "explain/verdict.h"

#include "explain/bounce.h"
#include "explain/contradiction.h"
#include "explain/hint.h"
#include "explain/known.h"

#include <string.h>

enum {
	RANK_WRAPPER = 13,  /* at most, for what the sending program says of the network */
	RANK_SILENT = 9,    /* below it nothing has decided */
	RANK_SPECIFIC = 60, /* from here on the words name a cause */
	CODES_MAX = 2 * REPLY_CODES_MAX,
	MATCHED_MAX = 200, /* bytes of the words that are shown as matched */
};

const char *const decided_names[] = {"provider", "text", "enhanced", "code", NULL};

/* What could be the cause. */
struct candidate {
	int rank, weight;
	uint32_t at, end; /* in the text of the reply, in bytes */
	uint8_t cause;
	enum decided decided;
};

struct maker {
	struct arena *arena;
	struct explainer *explainer;
	const struct reply *reply;
	struct matches matches;
	struct normal normal;
	struct candidate best;
	struct error *error;
};

static bool is_failure(const char *code)
{
	return *code == '4' || *code == '5';
}

static void offer(struct maker *maker, struct candidate candidate)
{
	const struct candidate *best = &maker->best;

	/* Of equals the later one: it is nearer to what the server said. */
	if (candidate.rank > best->rank ||
	    (candidate.rank == best->rank &&
	     (candidate.weight > best->weight || (candidate.weight == best->weight && candidate.at >= best->at))))
		maker->best = candidate;
}

static void offer_words(struct maker *maker)
{
	const struct rules *rules = maker->explainer->rules;
	const struct reply *reply = maker->reply;
	const bool *signs = maker->matches.signs;
	bool goes_on = signs[SIGN_KEPT] && !signs[SIGN_RETURNED];
	uint32_t last_code = 0;

	for (size_t i = 0; i < reply->code_count; i++)
		if (is_failure(reply->codes[i].code))
			last_code = reply->codes[i].at;
	for (size_t i = 0; i < maker->matches.count; i++) {
		const struct match *match = &maker->matches.items[i];
		const struct normal_word *first;
		const struct normal_word *last;
		int rank = match->rank;

		/* "Could not be delivered for four hours" is no end where the sending server goes on. */
		if (rank < maker->best.rank || (goes_on && match->cause == rules->counts.at[CAUSE_EXPIRED]))
			continue;
		first = normal_word_at(&maker->normal, match->start + (maker->normal.text[match->start] == ' '));
		last = normal_word_at(&maker->normal, match->end - 1);
		if ((match->cause == rules->counts.at[CAUSE_NETWORK] || match->cause == rules->counts.at[CAUSE_EXPIRED]) &&
		    first->from < last_code && rank > RANK_WRAPPER)
			rank = RANK_WRAPPER;
		offer(maker, (struct candidate){rank, match->weight, first->from, last->to, match->cause, DECIDED_TEXT});
	}
}

static void offer_codes(struct maker *maker)
{
	const struct rules *rules = maker->explainer->rules;
	const struct reply *reply = maker->reply;
	struct rule rule;

	for (size_t i = 0; i < reply->enhanced_count; i++) {
		const struct reply_code *code = &reply->enhanced[i];

		if (rules_code(rules, rules_pack(code->code), &rule))
			offer(maker, (struct candidate){rule.rank, 0, code->at, code->at + (uint32_t)strlen(code->code), rule.cause,
			                                DECIDED_ENHANCED});
	}
	for (size_t i = 0; i < reply->code_count; i++) {
		const struct reply_code *code = &reply->codes[i];

		if (rules_code(rules, rules_pack(code->code), &rule))
			offer(maker, (struct candidate){rule.rank, 0, code->at, code->at + 3, rule.cause, DECIDED_CODE});
	}
}

/* What is meant by the cause at the stage of the session of which the text speaks. */
static void heed_stage(struct maker *maker)
{
	const struct rules *rules = maker->explainer->rules;

	for (size_t i = 0; i < rules->stages.count; i++) {
		uint32_t stage = rules->stages.at[i] >> 16;

		if (maker->matches.signs[SIGN_STAGES + stage] && maker->best.cause == (rules->stages.at[i] >> 8 & 0xFF)) {
			maker->best.cause = (uint8_t)rules->stages.at[i];
			return;
		}
	}
}

/* Whether the text has codes and all of them tell of success. */
static bool is_accepted(const struct reply *reply)
{
	for (size_t i = 0; i < reply->code_count; i++)
		if (is_failure(reply->codes[i].code))
			return false;
	for (size_t i = 0; i < reply->enhanced_count; i++)
		if (is_failure(reply->enhanced[i].code))
			return false;
	return reply->code_count > 0;
}

/* The number of the reply code that counts: the last at or before what decided, else the first; a refusal where there
 * is one. */
static size_t choose_code(const struct maker *maker)
{
	const struct reply *reply = maker->reply;
	size_t chosen = reply->code_count;

	for (size_t i = 0; i < reply->code_count; i++) {
		const struct reply_code *code = &reply->codes[i];
		bool first = chosen == reply->code_count;

		if (first || (is_failure(code->code) &&
		              (!is_failure(reply->codes[chosen].code) || (maker->best.rank && code->at <= maker->best.at))))
			chosen = i;
	}
	return chosen < reply->code_count ? chosen : 0;
}

/* Where the line of log, or the folded line, ends in which at stands. */
static uint32_t line_end(const struct reply *reply, uint32_t at)
{
	const char *end = reply->text + at;

	while ((end = memchr(end, '\n', (size_t)(reply->text + reply->size - end)))) {
		if (++end < reply->text + reply->size && !strchr(" \t2345", *end))
			return (uint32_t)(end - reply->text) - 1;
	}
	return (uint32_t)reply->size;
}

/* The enhanced code that goes with the reply code: the next behind it, else one of the same class, else the first. */
static const char *choose_enhanced(const struct maker *maker, size_t code)
{
	const struct reply *reply = maker->reply;
	const char *same_class = NULL;
	uint32_t from = reply->code_count ? reply->codes[code].at : 0;
	uint32_t to = line_end(reply, from);

	for (size_t i = code + 1; i < reply->code_count && reply->codes[i].at < to; i++)
		if (strcmp(reply->codes[i].code, reply->codes[code].code) != 0)
			to = reply->codes[i].at;
	for (size_t i = 0; i < reply->enhanced_count; i++) {
		const struct reply_code *enhanced = &reply->enhanced[i];

		if (maker->best.decided == DECIDED_ENHANCED && maker->best.rank >= RANK_SILENT &&
		    enhanced->at == maker->best.at)
			return enhanced->code;
		if (!same_class && reply->code_count && enhanced->code[0] == reply->codes[code].code[0])
			same_class = enhanced->code;
	}
	for (size_t i = 0; i < reply->enhanced_count && reply->code_count; i++)
		if (reply->enhanced[i].at > from && reply->enhanced[i].at < to)
			return reply->enhanced[i].code;
	return same_class || !reply->enhanced_count ? same_class : reply->enhanced[0].code;
}

/* The known reply that the text is: the user's own first. */
static enum status find_known(struct maker *maker, const char *plain, size_t n, const struct known_reply **known)
{
	struct explainer *explainer = maker->explainer;
	const struct reply *reply = maker->reply;
	uint32_t codes[CODES_MAX];
	size_t count = 0;
	long number;

	for (size_t i = 0; i < reply->code_count; i++)
		codes[count++] = rules_pack(reply->codes[i].code);
	for (size_t i = 0; i < reply->enhanced_count; i++)
		codes[count++] = rules_pack(reply->enhanced[i].code);
	*known = NULL;
	number = explainer->own_replies ? known_find(maker->arena, &explainer->own, plain, n, codes, count, NULL) : -1;
	if (number >= 0) {
		*known = &explainer->own_replies[number];
		return STATUS_OK;
	}
	number = known_find(maker->arena, &explainer->rules->known, plain, n, codes, count, explainer->overridden);
	return number < 0 ? STATUS_OK : replies_get(explainer->replies, (size_t)number, known, maker->error);
}

/* What the sending server does: it goes by the class of the reply, whatever the words of the reply say. */
static int find_retry(const struct maker *maker, struct verdict *verdict)
{
	const struct rules *rules = maker->explainer->rules;
	const bool *signs = maker->matches.signs;
	const char *code = verdict->code ? verdict->code : verdict->enhanced;
	const char *expired = causes_keys(maker->explainer->causes)[rules->counts.at[CAUSE_EXPIRED]];
	bool own = verdict->known && maker->explainer->own_replies && verdict->known >= maker->explainer->own_replies &&
	           verdict->known < maker->explainer->own_replies + maker->explainer->own.needs.count;

	if (own && verdict->known->retry != NAME_MISSING)
		return verdict->known->retry;
	/* The sending server has given up: 4.4.7 is temporary in name alone. */
	if (strcmp(verdict->cause->key, expired) == 0 || (verdict->enhanced && strcmp(verdict->enhanced + 1, ".4.7") == 0))
		return RETRY_NO;
	/* What the log of the sending server says that it did counts more than any digit. */
	if (signs[SIGN_KEPT] != signs[SIGN_RETURNED])
		return signs[SIGN_KEPT] ? RETRY_LATER : RETRY_NO;
	if (code)
		return *code == '5' ? RETRY_NO : *code == '4' ? RETRY_LATER : RETRY_NOT_NEEDED;
	if (signs[SIGN_FINAL])
		return RETRY_NO;
	if (verdict->known && verdict->known->retry != NAME_MISSING)
		return verdict->known->retry;
	verdict->retry_usual = true;
	return verdict->cause->retry;
}

/* The words or the code that decided, as they stand in the text. */
static const char *show_matched(const struct maker *maker)
{
	uint32_t n = maker->best.end - maker->best.at;
	char *shown;

	if (n > MATCHED_MAX) {
		n = MATCHED_MAX;
		while (n && ((unsigned char)maker->reply->text[maker->best.at + n] & 0xC0) == 0x80)
			n--;
	}
	shown = arena_copy(maker->arena, maker->reply->text + maker->best.at, n);
	for (char *c = shown; *c; c++)
		if (*c == '\n' || *c == '\r' || *c == '\t')
			*c = ' ';
	return shown;
}

/* Whether a known reply says no more than that something is refused, and the words say why. */
static bool is_vague(const struct maker *maker, const struct known_reply *known)
{
	const struct rules *rules = maker->explainer->rules;
	uint32_t cause = (uint32_t)known->cause;

	return (cause == rules->counts.at[CAUSE_UNDETERMINED] || cause == rules->counts.at[CAUSE_POLICY]) &&
	       maker->best.decided == DECIDED_TEXT && maker->best.rank >= RANK_SPECIFIC && maker->best.cause != cause;
}

/* What the cause says, or the known reply where it says more. */
static enum status fill(struct maker *maker, const struct known_reply *known, struct verdict *verdict)
{
	const struct rules *rules = maker->explainer->rules;
	bool decides = known && !is_vague(maker, known);
	size_t cause = decides            ? (size_t)known->cause
	               : maker->best.rank ? maker->best.cause
	                                  : rules->counts.at[CAUSE_UNDETERMINED];
	size_t code = choose_code(maker);

	if (causes_get(maker->explainer->causes, cause, &verdict->cause, maker->error) != STATUS_OK)
		return STATUS_BAD;
	verdict->provider = known ? known->provider : NULL;
	known = decides ? known : NULL;
	verdict->known = known;
	verdict->code = maker->reply->code_count ? maker->reply->codes[code].code : NULL;
	verdict->enhanced = choose_enhanced(maker, code);
	verdict->text = reply_words(maker->arena, maker->reply, code);
	verdict->decided = known                             ? DECIDED_PROVIDER
	                   : maker->best.rank >= RANK_SILENT ? maker->best.decided
	                                                     : DECIDED_NOTHING;
	if (verdict->decided != DECIDED_NOTHING)
		verdict->matched = known ? known->matched : show_matched(maker);
	verdict->retry = find_retry(maker, verdict);
	verdict->actor = known && known->actor != NAME_MISSING ? known->actor : verdict->cause->actor;
	/* What is final comes back to the sender, even where the cause would pass by itself. */
	if (verdict->retry == RETRY_NO && verdict->actor == ACTOR_NOBODY)
		verdict->actor = ACTOR_SENDER;
	if (verdict->decided == DECIDED_NOTHING && !verdict->code && !verdict->enhanced &&
	    maker->matches.signs[SIGN_KEPT] == maker->matches.signs[SIGN_RETURNED])
		verdict->retry = verdict->actor = NAME_MISSING;
	verdict->meaning = known && known->meaning ? known->meaning : verdict->cause->meaning;
	verdict->fix = known && known->fix.count ? known->fix : verdict->cause->fix;
	return STATUS_OK;
}

/* The blocklists that the words name. One that names a whole family is left out where a member of it is named. */
static enum status list_blocklists(struct maker *maker, struct verdict *verdict)
{
	const struct rules *rules = maker->explainer->rules;
	uint32_t first = SIGN_STAGES + rules->counts.at[COUNT_STAGES];
	const struct blocklist *all = NULL;
	struct blocklist *named = NULL;
	size_t count = 0;

	/* Most replies name none. */
	if (!memchr(maker->matches.signs + first, 1, rules->counts.at[COUNT_SIGNS] - first))
		return STATUS_OK;
	for (uint32_t sign = first; sign < rules->counts.at[COUNT_SIGNS]; sign++) {
		if (!maker->matches.signs[sign])
			continue;
		if (!all) {
			if (explainer_blocklists(maker->explainer, &all, maker->error) != STATUS_OK)
				return STATUS_BAD;
			named = arena_array(maker->arena, rules->counts.at[COUNT_SIGNS] - first, sizeof *named);
		}
		named[count++] = all[sign - first];
	}
	for (size_t i = 0; i < count; i++) {
		size_t n = strlen(named[i].name);
		bool family = false;

		for (size_t j = 0; j < count; j++)
			family = family || (strncmp(named[j].name, named[i].name, n) == 0 && named[j].name[n] == ' ');
		if (!family)
			named[verdict->blocklist_count++] = named[i];
	}
	verdict->blocklists = named;
	return STATUS_OK;
}

enum status verdict_make(struct arena *arena, struct explainer *explainer, const char *input, size_t n,
                         struct verdict *verdict, struct error *error)
{
	struct maker maker = {.arena = arena, .explainer = explainer, .error = error};
	struct reply *reply = arena_room(arena, sizeof *reply);
	const struct known_reply *known;
	enum bounce_outcome outcome;
	size_t size;
	char *plain;

	*verdict = (struct verdict){.reply = reply};
	reply_read(arena, input, n, reply);
	maker.reply = reply;
	plain = rules_plain(arena, reply_joined(arena, reply), reply->size, &size);
	maker.normal = normalise(arena, &explainer->rules->ignored, reply->text, reply->size);
	maker.matches = matcher_words(arena, explainer->matcher, &maker.normal);
	outcome = bounce_exim(reply->text, reply->size);
	maker.matches.signs[SIGN_KEPT] |= outcome == OUTCOME_KEPT;
	maker.matches.signs[SIGN_RETURNED] |= outcome == OUTCOME_RETURNED;
	if (find_known(&maker, plain, size, &known) != STATUS_OK)
		return STATUS_BAD;
	if (is_accepted(reply)) {
		maker.best = (struct candidate){.rank = RULE_RANK_MAX,
		                                .at = reply->codes[0].at,
		                                .end = reply->codes[0].at + 3,
		                                .cause = (uint8_t)explainer->rules->counts.at[CAUSE_ACCEPTED],
		                                .decided = DECIDED_CODE};
		known = known && known->cause == maker.best.cause ? known : NULL;
	} else {
		offer_words(&maker);
		offer_codes(&maker);
		heed_stage(&maker);
	}
	if (fill(&maker, known, verdict) != STATUS_OK || list_blocklists(&maker, verdict) != STATUS_OK)
		return STATUS_BAD;
	verdict->plain = plain;
	verdict->plain_size = size;
	return contradictions_find(arena, explainer, verdict, maker.matches.signs, &verdict->contradictions, error);
}

long verdict_wait(const struct verdict *verdict)
{
	return verdict->retry == RETRY_NOT_NEEDED ? 0 : hint_find(verdict->plain, verdict->plain_size);
}
