#include "explain/known.h"

#include "kb/letter.h"

enum { NONE = -1 };

/* The next place behind at where a fragment may start: not inside a word of plain letters. */
static size_t next_start(const char *plain, size_t n, size_t at)
{
	bool in_word = letter_is_plain(plain[at]) || letter_kind(plain[at]) == HIGH;

	for (at++; in_word && at < n && letter_is_plain(plain[at]); at++)
		;
	return at;
}

/* Whether the reply with that number carries one of the codes it asks for. */
static bool carries(const struct known *known, uint32_t reply, const uint32_t *codes, size_t count)
{
	uint32_t from = known->codes_at.at[reply];
	uint32_t to = known->codes_at.at[reply + 1];

	for (uint32_t i = from; i < to; i++)
		for (size_t j = 0; j < count; j++)
			if (known->codes.at[i] == codes[j] || known->codes.at[i] == codes[j] / 100)
				return true;
	return from == to;
}

/* Whether a fragment may start with the n bytes at s. */
static bool may_start(const struct known *known, const char *s, size_t n)
{
	uint32_t hash = known_hash(s, KNOWN_SHORT);

	if (known->starts.at[hash / 32] >> hash % 32 & 1)
		return true;
	hash = n >= KNOWN_LONG ? known_hash(s, KNOWN_LONG) : hash;
	return known->starts.at[hash / 32] >> hash % 32 & 1;
}

long known_find(struct arena *arena, const struct known *known, const char *plain, size_t n, const uint32_t *codes,
                size_t code_count, const bool *skip)
{
	const struct trie *trie = &known->plain;
	size_t fragments = known->replies_at.count;
	bool *seen = NULL;
	uint8_t *counts = NULL;
	uint32_t best_letters = 0;
	long best = NONE;

	for (size_t at = 0; at + KNOWN_SHORT <= n && fragments; at = next_start(plain, n, at)) {
		struct trie_place place = {0};

		if (!may_start(known, plain + at, n - at))
			continue;
		for (size_t end = at; trie_step(trie, &place, plain[end]); end++) {
			uint32_t fragment;

			if (!trie_ends(trie, &place))
				continue;
			fragment = trie_string(trie, &place);
			if (seen && seen[fragment])
				continue;
			if (!seen) {
				seen = arena_array(arena, fragments, sizeof *seen);
				counts = arena_array(arena, known->needs.count + 1, sizeof *counts);
			}
			seen[fragment] = true;
			for (uint32_t i = known->replies_at.at[fragment]; i < known->replies_at.at[fragment + 1]; i++) {
				uint32_t reply = known->replies.at[i];
				uint32_t letters = known->needs.at[reply] & 0xFFFF;

				if (++counts[reply] == known->needs.at[reply] >> 16 && letters > best_letters &&
				    !(skip && skip[reply]) && carries(known, reply, codes, code_count)) {
					best = (long)reply;
					best_letters = letters;
				}
			}
		}
	}
	return best;
}
