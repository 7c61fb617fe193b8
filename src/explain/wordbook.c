#include "explain/wordbook.h"

#include <string.h>

enum { WORD_MAX = 16 /* bytes of a word that is remembered */, BITS = 11 };

struct wordbook {
	const struct trie *trie;
	struct wordbook_word other; /* a word that is too long, of which only its blank in front is walked */
	struct wordbook_word words[1 << BITS];
};

struct wordbook *wordbook_new(struct arena *arena, const struct trie *trie)
{
	struct wordbook *book = arena_alloc(arena, sizeof *book);

	book->trie = trie;
	book->other.goes_on = trie_step(trie, &book->other.place, ' ');
	return book;
}

/* Two numbers that no other word of n bytes has. */
static void read_ends(const char *s, size_t n, uint64_t *start, uint64_t *end)
{
	*start = *end = 0;
	if (n >= sizeof *start) {
		memcpy(start, s, sizeof *start);
		memcpy(end, s + n - sizeof *end, sizeof *end);
	} else if (n >= sizeof(uint32_t)) {
		memcpy(start, s, sizeof(uint32_t));
		memcpy(end, s + n - sizeof(uint32_t), sizeof(uint32_t));
	} else {
		memcpy(start, s, sizeof(uint16_t));
		memcpy(end, s + n - sizeof(uint16_t), sizeof(uint16_t));
	}
}

/* Walks through a word, to its end or as far as the fragments that end in it can be remembered. */
static void learn(const struct wordbook *book, struct wordbook_word *word, const char *s)
{
	struct trie_place place = book->other.place;

	while (word->walked < word->n && word->hits < WORDBOOK_HITS) {
		if (!trie_step(book->trie, &place, s[word->walked]))
			return;
		word->walked++;
		if (!trie_ends(book->trie, &place))
			continue;
		word->ends[word->hits] = word->walked;
		word->fragments[word->hits++] = (uint16_t)trie_string(book->trie, &place);
	}
	word->goes_on = true;
	word->place = place;
}

const struct wordbook_word *wordbook_find(struct wordbook *book, const char *s, size_t n)
{
	const uint64_t golden = 0x9E3779B97F4A7C15U; /* Knuth's multiplier: the golden ratio of 2^64 */
	struct wordbook_word *word;
	uint64_t start;
	uint64_t end;

	if (n > WORD_MAX || !book->other.goes_on)
		return &book->other;
	read_ends(s, n, &start, &end);
	word = &book->words[(((start + n) * golden) ^ end) * golden >> (64 - BITS)];
	if (word->start != start || word->end != end || word->n != n) {
		*word = (struct wordbook_word){.start = start, .end = end, .n = (uint8_t)n};
		learn(book, word, s);
	}
	return word;
}
