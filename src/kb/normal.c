#include "kb/normal.h"

#include "base/text.h"
#include "kb/letter.h"
#include "kb/normal_piece.h"

#include <string.h>

enum { FIRST_UNSPACED = 0x2E80 }; /* from here on scripts put no blanks between words */

/* Whether a piece ends at i; stores the length of what ends it. */
static bool ends_piece(const struct normaliser *normaliser, size_t i, size_t *size)
{
	const char *s = normaliser->s;
	size_t left = normaliser->n - i;
	char before = i ? s[i - 1] : ' ';
	uint32_t c;

	*size = 1;
	switch (letter_kind(s[i])) {
	case END:
		return true;
	case COLON:
		return left < 3 || s[i + 1] != '/' || s[i + 2] != '/';
	case DOT: /* several of them, or the end of a sentence without a blank: "full.Giving up" */
		if (before == '.' || (left > 1 && s[i + 1] == '.'))
			return true;
		return before >= 'a' && before <= 'z' && left > 2 && s[i + 1] >= 'A' && s[i + 1] <= 'Z' && s[i + 2] >= 'a' &&
		       s[i + 2] <= 'z';
	case HIGH:
		*size = text_next(s + i, left, &c);
		return c == 0x201C || c == 0x201D || c == 0xAB || c == 0xBB || text_is_blank(c);
	default:
		return false;
	}
}

/* What a piece holds beside letters and digits. */
enum { WITH_SIGN = 1, WITH_DOT = 2, WITH_AT = 4, WITH_HIGH = 8 };

/* A piece that holds "@": an address, which is left out. Where a script has no blanks, it may stand inside the words. */
static void add_around_address(struct normaliser *normaliser, size_t from, size_t to)
{
	const char *s = normaliser->s;

	for (size_t at = from, size; at < to; from = at) {
		uint32_t c = 0;
		bool address = false;

		for (; at < to && letter_kind(s[at]) != HIGH; at++)
			address = address || letter_kind(s[at]) == AT;
		if (at > from && !address)
			normal_add_piece(normaliser, from, at, true);
		for (from = at; at < to && letter_kind(s[at]) == HIGH; at += size) {
			size = text_next(s + at, to - at, &c);
			if (c < FIRST_UNSPACED)
				return;
		}
		if (at > from)
			normal_add_piece(normaliser, from, at, false);
	}
}

static void add_any_piece(struct normaliser *normaliser, size_t from, size_t to, unsigned with)
{
	if (from == to)
		return;
	if (with & WITH_AT) {
		if (with & WITH_HIGH)
			add_around_address(normaliser, from, to);
		return;
	}
	if (!with && letter_kind(normaliser->s[from]) == LETTER)
		normal_add_simple_piece(normaliser, from, to);
	else
		normal_add_piece(normaliser, from, to, with & WITH_DOT);
}

struct normal normalise(struct arena *arena, const struct trie *ignored, const char *s, size_t n)
{
	struct normaliser normaliser = {.ignored = ignored,
	                                .s = s,
	                                .n = n,
	                                .out = arena_room(arena, n * 3 + 16),
	                                .words = arena_room(arena, (n / 2 + 2) * sizeof(struct normal_word)),
	                                .ascii = true};
	size_t from = 0;
	unsigned with = 0;

	normaliser.out[normaliser.used++] = ' ';
	for (size_t i = 0, size; i < n; i += size) {
		enum letter_kind k = letter_kind(s[i]);

		size = 1;
		if (k >= LETTER)
			continue;
		if (k != END && (k == PLAIN || !ends_piece(&normaliser, i, &size))) {
			with |= k == DOT ? WITH_DOT : k == AT ? WITH_AT : k == HIGH ? WITH_HIGH : WITH_SIGN;
			continue;
		}
		add_any_piece(&normaliser, from, i, with);
		from = i + size;
		with = 0;
	}
	add_any_piece(&normaliser, from, n, with);
	memset(normaliser.out + normaliser.used, 0, NORMAL_ZEROS);
	return (struct normal){.text = normaliser.out,
	                       .size = normaliser.used,
	                       .ascii = normaliser.ascii,
	                       .words = normaliser.words,
	                       .count = normaliser.count};
}

const struct normal_word *normal_word_at(const struct normal *normal, size_t at)
{
	size_t low = 0;
	size_t high = normal->count;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (normal->words[middle].at <= at)
			low = middle;
		else
			high = middle;
	}
	return normal->count ? &normal->words[low] : NULL;
}

/* A fragment of one word that is compared as it is written. */
static bool is_verbatim(const char *s, size_t n)
{
	size_t size;

	if (memchr(s, ' ', n))
		return false;
	if (memchr(s, '/', n) || memchr(s, '=', n) || memchr(s, '?', n))
		return true;
	for (size_t i = 1; i + 1 < n; i++)
		if (s[i] == '.' && letter_is_word(s + i - 1, n - i + 1, &size) && letter_is_word(s + i + 1, n - i - 1, &size))
			return true;
	return false;
}

/* Whether the last word of a fragment in normal form has at most three Latin letters or digits. */
static bool ends_short(const char *s, size_t n)
{
	size_t length = 0;

	while (length < n && (letter_kind(s[n - 1 - length]) == LETTER || letter_kind(s[n - 1 - length]) == DIGIT))
		length++;
	return length >= 1 && length <= 3 && length < n && s[n - 1 - length] == ' ';
}

const char *normal_fragment(struct arena *arena, const struct trie *ignored, const char *fragment)
{
	bool any_host = strncmp(fragment, "HOST ", 5) == 0;
	const char *s = any_host ? fragment + 5 : fragment;
	size_t n = strlen(s);
	bool whole = false;
	uint32_t first;

	while (n && (s[n - 1] == '~' || s[n - 1] == ' '))
		whole = whole || s[--n] == '~';
	if (is_verbatim(s, n)) {
		struct normaliser verbatim = {.s = s, .n = n, .out = arena_alloc(arena, n * 2 + 1)};

		normal_fold(&verbatim, 0, n);
		return verbatim.out;
	}

	struct normal normal = normalise(arena, ignored, s, n);
	const char *from = normal.text;
	size_t size = normal.size - 1; /* without the blank at its end */

	if (size < 2)
		return "";
	whole = whole || ends_short(from, size);
	text_next(from + 1, size - 1, &first);
	if (any_host)
		return arena_printf(arena, "%s%.*s%s", normal_host, (int)size, from, whole ? " " : "");
	if (first == '.' || first >= FIRST_UNSPACED) {
		from++;
		size--;
	}
	return arena_printf(arena, "%.*s%s", (int)size, from, whole ? " " : "");
}
