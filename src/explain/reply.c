#include "explain/reply.h"

#include "base/buffer.h"
#include "base/text.h"
#include "explain/bounce.h"
#include "explain/clean.h"
#include "kb/letter.h"

#include <string.h>
#include <strings.h>

enum {
	BEFORE = 40,     /* bytes in front of a number that tell whether it is a code */
	CARRIED_ON = 120 /* bytes of a line that servers carry on; most break at 80 */
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Letters, digits, "_", and all that is not ASCII but for blanks and signs. */
static bool is_word(const char *s, size_t n)
{
	uint32_t c;

	if ((unsigned char)*s < 0x80)
		return is_digit(*s) || (*s >= 'a' && *s <= 'z') || (*s >= 'A' && *s <= 'Z') || *s == '_';
	text_next(s, n, &c);
	return text_is_word(c);
}

/* The same for the character that ends before at. */
static bool is_word_before(const char *s, size_t at)
{
	size_t from = at;

	while (from && ((unsigned char)s[--from] & 0xC0) == 0x80)
		;
	return at && is_word(s + from, at - from);
}

/* A string whose length the compiler knows. */
struct literal {
	const char *s;
	size_t n;
};

#define LITERAL(s)                                                                                                     \
	{                                                                                                                  \
		s, sizeof(s) - 1                                                                                               \
	}

static bool ends_with(const char *s, size_t n, const struct literal *end)
{
	return n >= end->n && ((s[n - 1] ^ end->s[end->n - 1]) & 0xDF) == 0 &&
	       strncasecmp(s + n - end->n, end->s, end->n) == 0;
}

/* Whether a measure stands at s, in front of which a number is no code: "300 seconds". */
static bool is_measure(const char *s, size_t n)
{
	static const struct literal measures[] = {
	    LITERAL("second"),     LITERAL("sec"), LITERAL("minute"), LITERAL("hour"),  LITERAL("day"),
	    LITERAL("kb"),         LITERAL("mb"),  LITERAL("gb"),     LITERAL("bytes"), LITERAL("messages"),
	    LITERAL("recipients"), LITERAL("%"),   LITERAL("ms"),     LITERAL("k")};
	enum { WHOLE = 12 /* the first that is the whole word */ };
	size_t i = 0;

	while (i < n && letter_is_blank(s[i]))
		i++;
	for (size_t j = 0; j < sizeof measures / sizeof *measures; j++) {
		size_t length = measures[j].n;

		if (n - i >= length && ((s[i] ^ *measures[j].s) & 0xDF) == 0 &&
		    strncasecmp(s + i, measures[j].s, length) == 0 &&
		    (j < WHOLE || n - i == length || !is_word(s + i + length, n - i - length)))
			return true;
	}
	return false;
}

/* Whether an enhanced code follows, as in "550 5.1.1" or "550 #5.1.0". */
static bool is_followed(const char *s, size_t n, size_t end)
{
	size_t i = end;

	while (i < n && i < end + 8 && (letter_is_blank(s[i]) || s[i] == '-'))
		i++;
	if (i == end)
		return false;
	i += i < n && s[i] == '#';
	i += i < n && s[i] == '(';
	return n - i >= 3 && (s[i] == '2' || s[i] == '4' || s[i] == '5') && s[i + 1] == '.' && is_digit(s[i + 2]);
}

/* Whether a code may start at at. */
static bool may_start(const char *s, size_t n, size_t at, bool *odd)
{
	static const struct literal good[] = {LITERAL("smtp;"), LITERAL("said:"), LITERAL(": "), LITERAL("DATA:"),
	                                      LITERAL("TO:"),   LITERAL("FROM:"), LITERAL("#"),  LITERAL("'"),
	                                      LITERAL("\""),    LITERAL("=>"),    LITERAL("("),  LITERAL("LED=")};
	/* A code that a client waited for is not what the server said; nor is the number of a delivery. */
	static const struct literal bad[] = {LITERAL("id "),
	                                     LITERAL("expected "),
	                                     LITERAL("expected code "),
	                                     LITERAL("expected reply "),
	                                     LITERAL("expected response code "),
	                                     LITERAL("delivery ")};

	*odd = false;
	if (!at)
		return true;
	/* The number of a process, as in "postfix/smtp[550]: ", is none. */
	if (at > 1 && n > at + 3 && (s[at - 1] == '[' || s[at - 1] == '(') && (s[at + 3] == ']' || s[at + 3] == ')') &&
	    is_word_before(s, at - 1))
		return false;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		*odd = *odd || ends_with(s, at, &bad[i]);
	if (!*odd && !is_word_before(s, at) && !strchr(".=/@:%&+-", s[at - 1]))
		return true;
	*odd = true;
	/* "SERVER:250 2.1.5" */
	if (s[at - 1] == ':' && is_followed(s, n, at + 3))
		return true;
	for (size_t i = 0; i < sizeof good / sizeof *good; i++)
		if (ends_with(s, at, &good[i]))
			return true;
	return false;
}

static bool may_end(const char *s, size_t n, size_t end, bool odd)
{
	if (end == n)
		return !odd;
	if (!letter_is_blank(s[end]) && !memchr("-:;<,'\")]", s[end], odd ? 7 : 9))
		return (unsigned char)s[end] >= 0x80 && !is_word(s + end, n - end);
	return !is_measure(s + end, n - end);
}

/* Whether what stands before a number announces a code. */
static bool is_announced(const char *s, size_t at)
{
	enum { OF_FAILURES = 3 }; /* the first, which announce no success: "unknown mailer error 255" */
	static const struct literal words[] = {LITERAL("error"),    LITERAL("code"), LITERAL("status"),   LITERAL("reply"),
	                                       LITERAL("response"), LITERAL("said"), LITERAL("returned"), LITERAL("smtp")};
	size_t floor = at > BEFORE ? at - BEFORE : 0;
	size_t end = at;
	bool only_signs = true;

	for (size_t i = floor; i < at && only_signs; i++)
		only_signs = ((unsigned char)s[i] & 0xC0) == 0x80 || !is_word(s + i, at - i);
	if (only_signs)
		return true;
	while (end > floor && strchr(" :;=#", s[end - 1]))
		end--;
	for (size_t i = s[at] == '2' ? OF_FAILURES : 0;
	     i < sizeof words / sizeof *words && end > floor && is_word(s + end - 1, 1); i++)
		if (ends_with(s + floor, end - floor, &words[i]))
			return true;
	end = at;
	while (end > floor && letter_is_blank(s[end - 1]))
		end--;
	if (end > floor && strchr(";:'\"<>(.", s[end - 1]))
		return true;
	if (end == at && end > floor && s[end - 1] == ':')
		end--;
	return end > floor && (s[end - 1] == ')' || s[end - 1] == ']');
}

/* Length of the enhanced code at at; 0 when there is none. */
static size_t enhanced_length(const char *s, size_t n, size_t at)
{
	size_t end = at + 4;

	if (n - at < 5 || (s[at] != '2' && s[at] != '4' && s[at] != '5') || s[at + 1] != '.' || s[at + 2] < '0' ||
	    s[at + 2] > '7' || s[at + 3] != '.')
		return 0;
	if (at && (s[at - 1] == '.' || is_word_before(s, at)))
		return 0;
	while (end < n && is_digit(s[end]))
		end++;
	if (end == at + 4 || end > at + 7 || (end < n && is_word(s + end, n - end)) ||
	    (end + 1 < n && s[end] == '.' && is_digit(s[end + 1])))
		return 0;
	return end - at;
}

static void add(struct reply_code *codes, size_t *count, const char *s, size_t at, size_t n)
{
	if (*count == REPLY_CODES_MAX)
		return;
	codes[*count].at = (uint32_t)at;
	memcpy(codes[*count].code, s + at, n);
	codes[(*count)++].code[n] = '\0';
}

/* Whether the number repeats, in brackets, the end of the word before it: "ofr_506 [506]" is one provider's reference. */
static bool is_repeated(const struct reply *reply, size_t at)
{
	const char *s = reply->text;

	return at >= 6 && s[at - 1] == '[' && s[at - 2] == ' ' && memcmp(s + at - 5, s + at, 3) == 0 &&
	       is_word_before(s, at - 5);
}

static bool is_code(const struct reply *reply, size_t at)
{
	const char *s = reply->text;
	bool odd;

	if (reply->size - at < 3 || s[at] < '2' || s[at] > '5' || !is_digit(s[at + 1]) || s[at + 1] > '5' ||
	    !is_digit(s[at + 2]) || is_repeated(reply, at))
		return false;
	return may_start(s, reply->size, at, &odd) && may_end(s, reply->size, at + 3, odd);
}

static bool is_strong(const struct reply *reply, size_t at)
{
	const char *s = reply->text;

	return !at || s[at - 1] == '\n' || is_followed(s, reply->size, at + 3) ||
	       (at + 3 < reply->size && s[at + 3] == '-') || is_announced(s, at);
}

static void find_codes(struct reply *reply)
{
	const char *s = reply->text;
	size_t blanks = 0;
	bool any_strong = false;

	while (blanks < reply->size && letter_is_blank(s[blanks]))
		blanks++;
	for (size_t at = 0; at < reply->size; at++) {
		size_t n;
		bool strong;

		if (!is_digit(s[at]))
			continue;
		n = enhanced_length(s, reply->size, at);
		if (n) {
			add(reply->enhanced, &reply->enhanced_count, s, at, n);
			at += n - 1;
			continue;
		}
		/* An intermediate reply is one only at the very start. */
		if (!is_code(reply, at) || (s[at] == '3' && at != blanks)) {
			while (at + 1 < reply->size && is_digit(s[at + 1]))
				at++;
			continue;
		}
		strong = is_strong(reply, at);
		if (strong && !any_strong)
			reply->code_count = 0;
		any_strong = any_strong || strong;
		if (strong || (!any_strong && s[at] != '2'))
			add(reply->codes, &reply->code_count, s, at, 3);
		at += 2;
	}
}

void reply_read(struct arena *arena, const char *input, size_t n, struct reply *reply)
{
	reply->input = input;
	reply->cut = n > REPLY_MAX;
	n = reply->cut ? REPLY_MAX : n;
	/* A character that the limit cuts in two is left out whole. */
	for (int i = 0; i < 3 && reply->cut && n && ((unsigned char)input[n] & 0xC0) == 0x80; i++)
		n--;
	reply->input_size = n;
	reply->text = clean_text(arena, input, n, &reply->size);
	reply->text = bounce_without_mail(arena, reply->text, reply->size);
	reply->code_count = reply->enhanced_count = 0;
	find_codes(reply);
}

const char *reply_joined(struct arena *arena, const struct reply *reply)
{
	char *joined = NULL;

	for (size_t i = 1; i < reply->code_count; i++) {
		size_t before = reply->codes[i - 1].at + 3;
		size_t at = reply->codes[i].at;
		size_t end = at + 3;

		/* The lines of one reply have one code, and "-" stands behind all of them but the last. */
		if (reply->text[before] != '-' || strcmp(reply->codes[i - 1].code, reply->codes[i].code) != 0)
			continue;
		if (!joined)
			joined = arena_copy(arena, reply->text, reply->size);
		end += end < reply->size && (reply->text[end] == '-' || letter_is_blank(reply->text[end]));
		if (end < reply->size && is_digit(reply->text[end]))
			end += enhanced_length(reply->text, reply->size, end);
		memset(joined + at, ' ', end - at);
	}
	return joined ? joined : reply->text;
}

struct reply_line reply_line_read(const char *line, size_t n)
{
	struct reply_line read = {0};
	size_t at = 0;
	size_t length;

	while (at < n && letter_is_blank(line[at]))
		at++;
	if (n - at < 3 || line[at] < '2' || line[at] > '5' || !is_digit(line[at + 1]) || !is_digit(line[at + 2]) ||
	    (n - at > 3 && line[at + 3] != '-' && !letter_is_blank(line[at + 3])))
		return read;
	memcpy(read.code, line + at, 3);
	read.more = n - at > 3 && n <= CARRIED_ON && line[at + 3] == '-';
	at += 3;
	while (at < n && (letter_is_blank(line[at]) || line[at] == '-'))
		at++;
	length = at < n ? enhanced_length(line, n, at) : 0;
	memcpy(read.enhanced, line + at, length);
	for (; read.more && at + 4 < n && !read.folded; at++)
		read.folded = letter_is_blank(line[at]) && memcmp(line + at + 1, read.code, 3) == 0 &&
		              (letter_is_blank(line[at + 4]) || line[at + 4] == '-');
	read.more = read.more && !read.folded;
	return read;
}

bool reply_line_belongs(const struct reply_line *first, const struct reply_line *second)
{
	return first->more && !second->folded && strcmp(first->code, second->code) == 0 &&
	       strcmp(first->enhanced, second->enhanced) == 0;
}
