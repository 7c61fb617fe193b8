#include "kb/normal_piece.h"

#include "base/text.h"
#include "kb/letter.h"

#include <string.h>

const char normal_host[] = "~host";

void normal_fold(struct normaliser *normaliser, size_t from, size_t to)
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

/* "authorised" is "authorized", "unrecognised" is "unrecognized". */
static void spell(char *word, size_t n)
{
	static const char *const stems[] = {"authoris", "recognis", "organis"};

	if (n < 8 || !strchr("aoru", *word))
		return;
	if (memcmp(word, "un", 2) == 0)
		word += 2;
	for (size_t i = 0; i < sizeof stems / sizeof *stems; i++) {
		size_t length = strlen(stems[i]);

		if (n > length + 2 && memcmp(word, stems[i], length) == 0)
			word[length - 1] = 'z';
	}
}

/* Makes a word of what was appended since start; it came from from..to of the text. */
static void finish_word(struct normaliser *normaliser, size_t start, size_t from, size_t to)
{
	char *word = normaliser->out + start;
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
	spell(word, n);
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

	normal_fold(normaliser, from, end);

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
	normal_fold(normaliser, at, end);
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
	normal_fold(normaliser, from, to);

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
		memcpy(normaliser->out + normaliser->used, normal_host, sizeof normal_host - 1);
		normaliser->used += sizeof normal_host - 1;
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

void normal_add_piece(struct normaliser *normaliser, size_t from, size_t to, bool dots)
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

void normal_add_simple_piece(struct normaliser *normaliser, size_t from, size_t to)
{
	size_t start = normaliser->used;
	char *out = normaliser->out + start;

	for (size_t i = from; i < to; i++)
		*out++ = (char)(normaliser->s[i] | 0x20); /* lower case; a digit has that bit */
	normaliser->used = start + to - from;
	finish_word(normaliser, start, from, to);
}
