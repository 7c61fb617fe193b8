#include "explain/matcher.h"

#include "base/bits.h"
#include "explain/wordbook.h"

#include <string.h>

enum {
	HIDES_NOT = 8, /* rules of this rank hide nothing */
	FIRST_UNSPACED_LEAD = 0xE2,
	NONE = -1
};

/* Where a part of a chain occurs. */
struct place {
	uint32_t start, end;
	int32_t next; /* of the same slot; NONE at the end */
};

/* What has been matched of a chain up to a place. */
struct link {
	uint32_t start, end;
	int letters;
};

/* Where a rule of one fragment occurs. */
struct hit {
	uint32_t rule;
	uint32_t start, end; /* its last place */
};

/* The places of a slot that has any. */
struct slot_places {
	int32_t first, last;
};

struct matcher {
	const struct rules *rules;
	struct wordbook *wordbook;
	/* What is so in the text that is being matched, by rule, chain or slot; one piece of memory. */
	bits *hit;       /* a rule occurs; hit_at is valid */
	bits *out;       /* an "unless" of a rule occurs */
	bits *chain_out; /* the same for a chain */
	bits *filled;    /* a slot has places */
	size_t bits_size;
	uint16_t *hit_at; /* by rule: the number of its hit */
	struct slot_places *slots;
	bool *signs;
};

/* One run over one text. */
struct run {
	struct arena *arena;
	struct matcher *matcher;
	const struct normal *normal;
	struct hit *hits;
	size_t hit_count, hit_size;
	uint32_t *chains; /* those all of whose parts occur, each behind the start of the one before */
	size_t chain_count, chain_size;
	struct place *places;
	size_t place_count, place_size;
	struct match *found;
	size_t found_count;
};

struct matcher *matcher_new(struct arena *arena, const struct rules *rules)
{
	struct matcher *matcher = arena_alloc(arena, sizeof *matcher);
	size_t slots = rules->slot_ends.count;
	size_t rule_words = bits_words(rules->rules.count);
	size_t chain_words = bits_words(rules->chains.count);
	size_t slot_words = bits_words(slots);

	matcher->rules = rules;
	matcher->bits_size = (2 * rule_words + chain_words + slot_words) * sizeof(bits);
	matcher->hit = arena_alloc(arena, matcher->bits_size);
	matcher->out = matcher->hit + rule_words;
	matcher->chain_out = matcher->out + rule_words;
	matcher->filled = matcher->chain_out + chain_words;
	matcher->hit_at = arena_array(arena, rules->rules.count + 1, sizeof *matcher->hit_at);
	matcher->slots = arena_array(arena, slots + 1, sizeof(struct slot_places));
	matcher->signs = arena_array(arena, rules->counts.at[COUNT_SIGNS] + 1, sizeof(bool));
	matcher->wordbook = wordbook_new(arena, &rules->words);
	return matcher;
}

/* Makes room for one item more in an array of count items of a size. */
static void *grown(struct arena *arena, void *items, size_t count, size_t *room, size_t size)
{
	void *more;

	if (count < *room)
		return items;
	*room = *room * 2 + 32;
	more = arena_room(arena, *room * size);
	if (count)
		memcpy(more, items, count * size);
	return more;
}

static void add_place(struct run *run, uint32_t slot, uint32_t start, uint32_t end)
{
	struct matcher *matcher = run->matcher;
	const struct rules *rules = matcher->rules;
	struct slot_places *places = &matcher->slots[slot];
	int32_t number = (int32_t)run->place_count;

	run->places = grown(run->arena, run->places, run->place_count, &run->place_size, sizeof *run->places);
	run->places[run->place_count++] = (struct place){.start = start, .end = end, .next = NONE};
	if (!bits_has(matcher->filled, slot)) {
		uint32_t ends = rules->slot_ends.at[slot];

		bits_put(matcher->filled, slot);
		places->first = number;
		if (ends) {
			run->chains = grown(run->arena, run->chains, run->chain_count, &run->chain_size, sizeof *run->chains);
			run->chains[run->chain_count++] = ends - 1;
		}
	} else {
		run->places[places->last].next = number;
	}
	places->last = number;
}

static void add_hit(struct run *run, uint32_t rule, uint32_t start, uint32_t end)
{
	struct matcher *matcher = run->matcher;
	struct hit *hit;

	if (!bits_has(matcher->hit, rule)) {
		bits_put(matcher->hit, rule);
		matcher->hit_at[rule] = (uint16_t)run->hit_count;
		run->hits = grown(run->arena, run->hits, run->hit_count, &run->hit_size, sizeof *run->hits);
		run->hits[run->hit_count++].rule = rule;
	}
	hit = &run->hits[matcher->hit_at[rule]];
	hit->start = start;
	hit->end = end;
}

/* A fragment occurs: whatever it counts for is told of it. */
static void note(struct run *run, uint32_t fragment, uint32_t start, uint32_t end)
{
	struct matcher *matcher = run->matcher;
	const struct rules *rules = matcher->rules;

	for (uint32_t i = rules->uses_at.at[fragment]; i < rules->uses_at.at[fragment + 1]; i++) {
		uint32_t kind = rules->uses.at[i] >> USE_SHIFT;
		uint32_t number = rules->uses.at[i] & USE_MASK;

		/* Fragments come in the order of the text: without the part before it, this one is no part. */
		if (kind == USE_FIRST || kind == USE_NEXT) {
			if (kind == USE_FIRST || bits_has(matcher->filled, rules->slot_before.at[number]))
				add_place(run, number, start, end);
		} else if (kind == USE_RULE) {
			add_hit(run, number, start, end);
		} else if (kind == USE_UNLESS) {
			bits_put(matcher->out, number);
		} else if (kind == USE_UNLESS_CHAIN) {
			bits_put(matcher->chain_out, number);
		} else {
			matcher->signs[number] = true;
		}
	}
}

/* Notes every fragment that starts at start; place is where its bytes up to at lead to. */
static inline void walk(struct run *run, struct trie_place place, uint32_t start, uint32_t at)
{
	const struct trie *trie = &run->matcher->rules->words;
	const char *text = run->normal->text;

	while (trie_step(trie, &place, text[at])) {
		at++;
		if (trie_ends(trie, &place))
			note(run, trie_string(trie, &place), start, at);
	}
}

/* Notes every fragment that starts with the word from at to end. */
static void walk_word(struct run *run, uint32_t at, uint32_t end)
{
	const struct wordbook_word *word = wordbook_find(run->matcher->wordbook, run->normal->text + at, end - at);

	for (uint32_t i = 0; i < word->hits; i++)
		note(run, word->fragments[i], at - 1, at + word->ends[i]);
	if (word->goes_on)
		walk(run, word->place, at - 1, at + word->walked);
}

/* Notes every fragment that starts at start, inside a word. */
static void walk_inside(struct run *run, uint32_t start)
{
	uint32_t hash = inner_hash(run->normal->text + start);

	if (run->matcher->rules->inner.at[hash / 32] >> hash % 32 & 1)
		walk(run, (struct trie_place){0}, start, start);
}

static bool is_alnum(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (unsigned char)c >= 0x80;
}

static void scan(struct run *run)
{
	const struct normal *normal = run->normal;

	for (size_t i = 0; i < normal->count; i++) {
		uint32_t at = normal->words[i].at;
		uint32_t end = i + 1 < normal->count ? normal->words[i + 1].at : (uint32_t)normal->size;
		bool dotted = normal->text[at] == '.';

		walk_word(run, at, end);
		if (!dotted && normal->ascii)
			continue;
		/* Inside a host name a fragment may start at each of its parts; where a script has no blanks, anywhere. */
		for (uint32_t j = at; j < end; j++)
			if (dotted ? !is_alnum(normal->text[j]) || !is_alnum(normal->text[j - 1])
			           : (uint8_t)normal->text[j] >= FIRST_UNSPACED_LEAD)
				walk_inside(run, j);
	}
}

/* Characters between two places of the normal form. */
static int distance(const struct normal *normal, uint32_t from, uint32_t to)
{
	int count = 0;

	if (normal->ascii)
		return (int)to - (int)from;
	for (uint32_t i = from; i < to; i++)
		count += ((uint8_t)normal->text[i] & 0xC0) != 0x80;
	return count;
}

static void add_match(struct run *run, const struct rule *rule, uint32_t start, uint32_t end, int letters, bool alone)
{
	run->found[run->found_count++] = (struct match){.cause = rule->cause,
	                                                .rank = rule->rank,
	                                                .weight = 2 * letters - distance(run->normal, start, end),
	                                                .start = start,
	                                                .end = end,
	                                                .hides = alone && rule->rank != HIDES_NOT};
}

/* The places of a slot, by their end. They come by their start, so that few have to move. Returns their number. */
static size_t list_places(const struct run *run, uint32_t slot, struct link *links)
{
	size_t count = 0;

	for (int32_t i = run->matcher->slots[slot].first; i != NONE; i = run->places[i].next) {
		struct link new = {.start = run->places[i].start, .end = run->places[i].end};
		size_t at = count++;

		while (at &&
		       (links[at - 1].end > new.end || (links[at - 1].end == new.end &&links[at - 1].start > new.start))) {
			links[at] = links[at - 1];
			at--;
		}
		links[at] = new;
	}
	return count;
}

/* The best of the links, ascending by end, that end before start and not more than gap characters before it. A part may
 * begin with the blank with which the one before ends. */
static const struct link *best_before(const struct run *run, const struct link *links, size_t count, uint32_t start,
                                      int gap)
{
	uint32_t reach = (uint32_t)gap * (run->normal->ascii ? 1 : 4);
	uint32_t from = start > reach ? start - reach : 0;
	const struct link *best = NULL;
	int best_score = 0;
	size_t low = 0;
	size_t high = count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (links[middle].end < from)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < count && links[low].end <= start + 1; low++) {
		const struct link *link = &links[low];
		int score = link->letters - distance(run->normal, link->start, link->end);

		if (distance(run->normal, link->end, start) <= gap && (!best || score >= best_score)) {
			best = link;
			best_score = score;
		}
	}
	return best;
}

/* A chain whose parts all occur: whether they follow one another closely enough, and where they do so best. */
static void match_chain(struct run *run, uint32_t chain, struct link *links, struct link *places)
{
	struct rule rule = rules_unpack(run->matcher->rules->chains.at[chain]);
	uint32_t first = run->matcher->rules->slot_first.at[chain];
	uint32_t next_slot = run->matcher->rules->slot_next.at[chain];
	const struct link *best = NULL;
	int best_weight = 0;
	size_t count = list_places(run, first, links);

	for (size_t i = 0; i < count; i++)
		links[i].letters = distance(run->normal, links[i].start, links[i].end);
	for (uint32_t part = 1; part < rule.parts && count; part++) {
		size_t place_count = list_places(run, next_slot + part - 1, places);
		size_t next = 0;

		for (size_t i = 0; i < place_count; i++) {
			const struct link *link = best_before(run, links, count, places[i].start, rule.gap);

			if (link)
				places[next++] = (struct link){link->start, places[i].end,
				                               link->letters + distance(run->normal, places[i].start, places[i].end)};
		}
		memcpy(links, places, next * sizeof *links);
		count = next;
	}
	for (size_t i = 0; i < count; i++) {
		int weight = 2 * links[i].letters - distance(run->normal, links[i].start, links[i].end);

		if (!best || weight > best_weight || (weight == best_weight && links[i].start > best->start)) {
			best = &links[i];
			best_weight = weight;
		}
	}
	if (best)
		add_match(run, &rule, best->start, best->end, best->letters, false);
}

static void match_chains(struct run *run)
{
	const struct matcher *matcher = run->matcher;
	struct link *links;
	struct link *places;

	if (!run->chain_count)
		return;
	links = arena_room(run->arena, (run->place_count + 1) * sizeof *links);
	places = arena_room(run->arena, (run->place_count + 1) * sizeof *places);

	for (size_t i = 0; i < run->chain_count; i++)
		if (!bits_has(matcher->chain_out, run->chains[i]))
			match_chain(run, run->chains[i], links, places);
}

/* Drops what lies inside the words of another rule and is shorter: "virus" in "virus scanner error". As many rules as
 * can occur in REPLY_MAX bytes make this a matter of milliseconds at most. */
static void drop_hidden(struct run *run)
{
	size_t kept = 0;

	for (size_t i = 0; i < run->found_count; i++) {
		const struct match *match = &run->found[i];
		bool hidden = false;

		for (size_t j = 0; j < run->found_count && !hidden; j++) {
			const struct match *other = &run->found[j];

			hidden = other->hides && other->start <= match->start && match->end <= other->end &&
			         other->end - other->start > match->end - match->start;
		}
		/* What is dropped is inside something that stays, or inside something that is inside that. */
		if (!hidden)
			run->found[kept++] = *match;
	}
	run->found_count = kept;
}

struct matches matcher_words(struct arena *arena, struct matcher *matcher, const struct normal *normal)
{
	struct run run = {.arena = arena, .matcher = matcher, .normal = normal};
	const struct rules *rules = matcher->rules;

	memset(matcher->hit, 0, matcher->bits_size);
	memset(matcher->signs, 0, rules->counts.at[COUNT_SIGNS] * sizeof *matcher->signs);
	scan(&run);
	run.found = arena_room(arena, (run.hit_count + run.chain_count + 1) * sizeof *run.found);
	for (size_t i = 0; i < run.hit_count; i++) {
		const struct hit *hit = &run.hits[i];
		struct rule rule = rules_unpack(rules->rules.at[hit->rule]);

		if (!bits_has(matcher->out, hit->rule))
			add_match(&run, &rule, hit->start, hit->end, distance(normal, hit->start, hit->end), true);
	}
	match_chains(&run);
	drop_hidden(&run);
	return (struct matches){.items = run.found, .count = run.found_count, .signs = matcher->signs};
}
