#include "explain/known.h"

#include "kb/letter.h"

enum { NONE = -1 };

/* Finds the places where a fragment may start: not inside a word of plain letters, and not at a blank. Returns their
 * number. No branches, because nothing foretells where a word ends. */
static size_t find_starts(const char *plain, size_t n, uint32_t *starts)
{
	bool in_word = false;
	size_t count = 0;

	for (size_t at = 0; at < n; at++) {
		enum letter_kind kind = letter_kind(plain[at]);
		bool letter = kind >= LETTER;

		starts[count] = (uint32_t)at;
		count += (!(letter & in_word)) & (plain[at] != ' ');
		in_word = letter | (kind == HIGH);
	}
	return count;
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

/* Whether a fragment may start with the KNOWN_LONG bytes at s. */
static bool may_start(const struct known *known, const char *s)
{
	uint32_t small = known_hash(s, KNOWN_SHORT);
	uint32_t large = known_hash(s, KNOWN_LONG);

	return (known->starts.at[small / 32] >> small % 32 | known->starts.at[large / 32] >> large % 32) & 1;
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
	uint32_t *starts;
	size_t start_count;

	if (!fragments)
		return NONE;
	starts = arena_room(arena, (n + 1) * sizeof *starts);
	start_count = find_starts(plain, n, starts);
	for (size_t start = 0; start < start_count; start++) {
		struct trie_place place = {0};
		size_t at = starts[start];

		if (!may_start(known, plain + at))
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
