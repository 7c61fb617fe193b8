#include "kb/normal.h"

#include "base/text.h"
#include "kb/letter.h"

#include <string.h>

enum { FIRST_UNSPACED = 0x2E80 }; /* from here on scripts put no blanks between words */

static const char host[] = "~host";

struct normaliser {
	const struct trie *ignored;
	const char *s; /* the text */
	size_t n;
	char *out;
	size_t used;
	struct normal_word *words;
	size_t count;
	bool ascii;
};

/* Appends the characters from..to of the text in their plain form. */
static void fold(struct normaliser *normaliser, size_t from, size_t to)
{
	while (from < to) {
		char c = normaliser->s[from];
		uint32_t point;

		if (letter_kind(c) != HIGH) {
			normaliser->out[normaliser->used++] = (char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
			from++;
			continue;
		}
		from += text_next(normaliser->s + from, to - from, &point);
		normaliser->used += text_put_plain(normaliser->out + normaliser->used, point);
		normaliser->ascii = false;
	}
}

/* Whether the last word before start, with the blank behind it, is that one. */
static bool last_is(const struct normaliser *normaliser, size_t start, const char *word)
{
	size_t n = strlen(word);
	size_t at = normaliser->count ? normaliser->words[normaliser->count - 1].at : start;

	return start - at == n + 1 && memcmp(normaliser->out + at, word, n) == 0;
}

/* Makes a word of what was appended since start; it came from from..to of the text. */
static void finish_word(struct normaliser *normaliser, size_t start, size_t from, size_t to)
{
	const char *word = normaliser->out + start;
	size_t n = normaliser->used - start;

	if (!n || (n < 8 && trie_find(normaliser->ignored, word, n) >= 0)) {
		normaliser->used = start;
		return;
	}
	/* "can not" is one word, and so is "e mail". */
	if ((n == 3 && memcmp(word, "not", 3) == 0 && last_is(normaliser, start, "can")) ||
	    (n >= 4 && memcmp(word, "mail", 4) == 0 && last_is(normaliser, start, "e"))) {
		memmove(normaliser->out + start - 1, word, n);
		normaliser->out[normaliser->used - 1] = ' ';
		normaliser->words[normaliser->count - 1].to = (uint32_t)to;
		return;
	}
	normaliser->out[normaliser->used++] = ' ';
	normaliser->words[normaliser->count++] =
	    (struct normal_word){.at = (uint32_t)start, .from = (uint32_t)from, .to = (uint32_t)to};
}

static void add_literal(struct normaliser *normaliser, const char *word, size_t from, size_t to)
{
	size_t start = normaliser->used;
	size_t n = strlen(word);

	memcpy(normaliser->out + start, word, n);
	normaliser->used += n;
	finish_word(normaliser, start, from, to);
}

/* "doesn't" is "does not"; "can't" is "cannot". The word ends in n, and 't follows it up to to. */
static void add_negated(struct normaliser *normaliser, size_t from, size_t end, size_t to)
{
	size_t start = normaliser->used;

	fold(normaliser, from, end);

	const char *word = normaliser->out + start;
	size_t n = normaliser->used - start;

	if (n == 3 && memcmp(word, "can", 3) == 0) {
		normaliser->used = start;
		add_literal(normaliser, "cannot", from, to);
		return;
	}
	if (n == 3 && memcmp(word, "won", 3) == 0) {
		normaliser->used = start;
		add_literal(normaliser, "will", from, end);
	} else if (n == 3 && memcmp(word, "isn", 3) == 0) {
		normaliser->used = start;
	} else {
		normaliser->used--;
		finish_word(normaliser, start, from, end);
	}
	add_literal(normaliser, "not", from, to);
}

/* What is at at, and no plain word: a sign, a word with other letters or with an apostrophe. Returns where it ends. */
static size_t add_other_word(struct normaliser *normaliser, size_t from, size_t at, size_t to)
{
	const char *s = normaliser->s;
	size_t start = normaliser->used;
	size_t end = at;
	size_t quote;
	size_t size;

	if (!letter_is_word(s + at, to - at, &size))
		return at + size;
	while (end < to && letter_is_word(s + end, to - end, &size))
		end += size;
	quote = letter_apostrophe(s + end, to - end);
	if (quote && (s[end - 1] | 0x20) == 'n' && end + quote < to && (s[end + quote] | 0x20) == 't' &&
	    (end + quote + 1 == to || !letter_is_word(s + end + quote + 1, to - end - quote - 1, &size)) &&
	    !letter_apostrophe(s + end + quote + 1, to - end - quote - 1) &&
	    (at == from || !letter_apostrophe(s + at - 1, 1))) {
		add_negated(normaliser, at, end, end + quote + 1);
		return end + quote + 1;
	}
	fold(normaliser, at, end);
	finish_word(normaliser, start, at, end);
	return end + quote;
}

/* A word of plain letters, in front of the end of the piece or of a sign: most words are. Returns where it ends; from
 * where there is none. */
static size_t add_plain_word(struct normaliser *normaliser, size_t from, size_t to)
{
	const char *s = normaliser->s;
	size_t start = normaliser->used;
	size_t at = from;

	for (; at < to && letter_is_plain(s[at]); at++)
		normaliser->out[normaliser->used++] = (char)(s[at] | 0x20); /* lower case; a digit has that bit */
	if (at == from || (at < to && (letter_kind(s[at]) == HIGH || s[at] == '\'' || s[at] == '`'))) {
		normaliser->used = start;
		return from;
	}
	finish_word(normaliser, start, from, at);
	return at;
}

/* Whether a code stands in front of a word: 550-User, 550_5.1.1. */
static bool is_code_at(const char *s, size_t n)
{
	size_t size;

	return n >= 3 && *s >= '2' && *s <= '5' && letter_kind(s[1]) == DIGIT && letter_kind(s[2]) == DIGIT &&
	       (n == 3 || (!letter_is_word(s + 3, n - 3, &size) && !letter_apostrophe(s + 3, n - 3)));
}

/* The words between blanks and signs, of a piece that holds no dot inside. */
static void add_words(struct normaliser *normaliser, size_t from, size_t to)
{
	const char *s = normaliser->s;
	size_t at = is_code_at(s + from, to - from) ? from + 3 : from;

	while (at < to) {
		size_t end = add_plain_word(normaliser, at, to);

		at = end > at ? end : add_other_word(normaliser, from, at, to);
	}
}

/* Whether the word is made like a host name: letters, digits, dots and hyphens, and two letters or more at its end. */
static bool is_host(const char *word, size_t n)
{
	size_t letters = 0;

	while (letters < n && word[n - 1 - letters] >= 'a' && word[n - 1 - letters] <= 'z')
		letters++;
	if (letters < 2 || letters == n || word[n - 1 - letters] != '.' || letters + 1 == n)
		return false;
	for (size_t i = 0; i < n; i++) {
		enum letter_kind k = letter_kind(word[i]);

		if (k == PLAIN && word[i] != '-' && word[i] != '_')
			return false;
		if (k == COLON || k == AT || k == END)
			return false;
	}
	return true;
}

/* A piece with a dot inside: an address of a host or a page, a name such as RESOLVER.ADR.RecipNotFound. */
static void add_dotted(struct normaliser *normaliser, size_t from, size_t to)
{
	const char *s = normaliser->s;
	size_t digits = from;
	size_t start = normaliser->used;
	size_t scheme = 0;

	while (digits < to && (letter_kind(s[digits]) == DIGIT || s[digits] == '.' || s[digits] == '-'))
		digits++;
	if (digits == to) /* an IP address, an enhanced code */
		return;
	normaliser->out[normaliser->used++] = '.';
	fold(normaliser, from, to);

	char *word = normaliser->out + start + 1;
	size_t n = normaliser->used - start - 1;

	if (n > 7 && memcmp(word, "http://", 7) == 0)
		scheme = 7;
	else if (n > 8 && memcmp(word, "https://", 8) == 0)
		scheme = 8;
	memmove(word, word + scheme, n - scheme);
	n -= scheme;
	normaliser->used -= scheme;
	if (is_host(word, n)) {
		memcpy(normaliser->out + normaliser->used, host, sizeof host - 1);
		normaliser->used += sizeof host - 1;
	}
	finish_word(normaliser, start, from, to);
}

/* Signs that belong to no word when they stand at its edge. */
static size_t edge(const char *s, size_t n)
{
	size_t quote;

	if (letter_is_plain(*s))
		return 0;
	if (*s && strchr(".-_*#!?=/&\\~:", *s))
		return 1;
	quote = letter_apostrophe(s, n);
	return quote == 2 ? 0 : quote;
}

static void add_piece(struct normaliser *normaliser, size_t from, size_t to, bool dots)
{
	const char *s = normaliser->s;
	size_t size;

	while (from < to && (size = edge(s + from, to - from)))
		from += size;
	while (to > from) {
		size_t back = letter_kind(s[to - 1]) == HIGH && to - from >= 3 && letter_apostrophe(s + to - 3, 3) == 3
		                  ? 3
		                  : edge(s + to - 1, 1);

		if (!back)
			break;
		to -= back;
	}
	if (from == to)
		return;
	for (size_t i = from + 1; dots && i + 1 < to; i++) {
		size_t before = i - 1;

		if (s[i] != '.')
			continue;
		while (before > from && ((unsigned char)s[before] & 0xC0) == 0x80)
			before--;
		if (letter_is_word(s + before, to - before, &size) && letter_is_word(s + i + 1, to - i - 1, &size)) {
			add_dotted(normaliser, from, to);
			return;
		}
	}
	add_words(normaliser, from, to);
}

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

/* A piece of nothing but letters and digits, the first one a letter: most pieces are such. */
static void add_simple_piece(struct normaliser *normaliser, size_t from, size_t to)
{
	size_t start = normaliser->used;
	char *out = normaliser->out + start;

	for (size_t i = from; i < to; i++)
		*out++ = (char)(normaliser->s[i] | 0x20); /* lower case; a digit has that bit */
	normaliser->used = start + to - from;
	finish_word(normaliser, start, from, to);
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
			add_piece(normaliser, from, at, true);
		for (from = at; at < to && letter_kind(s[at]) == HIGH; at += size) {
			size = text_next(s + at, to - at, &c);
			if (c < FIRST_UNSPACED)
				return;
		}
		if (at > from)
			add_piece(normaliser, from, at, false);
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
		add_simple_piece(normaliser, from, to);
	else
		add_piece(normaliser, from, to, with & WITH_DOT);
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
	normaliser.out[normaliser.used] = '\0';
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

		fold(&verbatim, 0, n);
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
		return arena_printf(arena, "%s%.*s%s", host, (int)size, from, whole ? " " : "");
	if (first == '.' || first >= FIRST_UNSPACED) {
		from++;
		size--;
	}
	return arena_printf(arena, "%.*s%s", (int)size, from, whole ? " " : "");
}
