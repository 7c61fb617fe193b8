#include "base/text.h"

#include "base/buffer.h"

#include <errno.h>
#include <iconv.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unicase.h>
#include <unictype.h>
#include <unigbrk.h>
#include <uninorm.h>
#include <unistr.h>
#include <uniwidth.h>

enum { ESCAPE_MAX = 12 }; /* the longest visible form of one character, with its NUL */

static const uint8_t *units(const char *s)
{
	return (const uint8_t *)s;
}

size_t text_invalid_at(const char *s, size_t n)
{
	const uint8_t *bad = u8_check(units(s), n);

	return bad ? (size_t)(bad - units(s)) : n;
}

static size_t ascii_run(const char *s, size_t n)
{
	size_t i = 0;

	while (i < n && (unsigned char)s[i] < 0x80)
		i++;
	return i;
}

int text_width(const char *s, size_t n)
{
	/* Most text is plain, and every byte of it one column. */
	size_t plain = ascii_run(s, n);

	return (int)plain + (plain < n ? u8_width(units(s) + plain, n - plain, "UTF-8") : 0);
}

size_t text_character(const char *s, size_t n)
{
	if (n < 2 || ((unsigned char)s[0] < 0x80 && (unsigned char)s[1] < 0x80 && s[0] != '\r'))
		return n ? 1 : 0;

	const uint8_t *end = u8_grapheme_next(units(s), units(s) + n);

	return end ? (size_t)(end - units(s)) : n;
}

static void fold_run(struct buffer *out, const char *s, size_t n)
{
	size_t length = 0;
	uint8_t *folded = u8_casefold(units(s), n, NULL, UNINORM_NFKD, NULL, &length);

	if (!folded)
		arena_exhaust(out->arena);
	for (size_t i = 0; i < length;) {
		ucs4_t c;
		int size = u8_mbtouc(&c, folded + i, length - i);

		if (c == 0x2019 || c == 0x2018)
			buffer_add(out, "'", 1);
		else if (uc_is_general_category(c, UC_CATEGORY_Zs))
			buffer_add(out, " ", 1);
		else if (c == 0x153)
			buffer_add(out, "oe", 2);
		else if (!uc_is_general_category(c, UC_CATEGORY_Mn))
			buffer_add(out, (const char *)folded + i, (size_t)size);
		i += (size_t)size;
	}
	free(folded);
}

char *text_fold(struct arena *arena, const char *s, size_t n)
{
	struct buffer out = buffer_new(arena);

	while (n) {
		size_t plain = ascii_run(s, n);
		size_t from = out.used;

		buffer_add(&out, s, plain);
		for (size_t i = from; i < out.used; i++)
			if (out.bytes[i] >= 'A' && out.bytes[i] <= 'Z')
				out.bytes[i] = (char)(out.bytes[i] - 'A' + 'a');
		s += plain;
		n -= plain;

		size_t other = 0;

		while (other < n && (unsigned char)s[other] >= 0x80)
			other++;

		size_t valid = text_invalid_at(s, other);

		if (valid)
			fold_run(&out, s, valid);
		if (valid < other) {
			buffer_add(&out, "\xEF\xBF\xBD", 3);
			valid++;
		}
		s += valid;
		n -= valid;
	}
	return out.bytes;
}

bool text_is_inert(uint32_t c)
{
	if (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029)
		return false;
	/* Joiners only shape the letters beside them. */
	return c < 0x7F || c == 0x200C || c == 0x200D ||
	       !uc_is_general_category_withtable(c, UC_CATEGORY_MASK_Cf | UC_CATEGORY_MASK_Cn | UC_CATEGORY_MASK_Co);
}

size_t text_next(const char *s, size_t n, uint32_t *c)
{
	ucs4_t decoded;
	int size = u8_mbtoucr(&decoded, units(s), n);

	*c = size > 0 ? decoded : TEXT_INVALID;
	return size > 0 ? (size_t)size : 1;
}

size_t text_put(char *out, uint32_t c)
{
	int size = u8_uctomb((uint8_t *)out, c, 4);

	return size > 0 ? (size_t)size : text_put(out, 0xFFFD);
}

bool text_is_word(uint32_t c)
{
	return uc_is_general_category_withtable(c, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_N);
}

bool text_is_blank(uint32_t c)
{
	return (c >= 9 && c <= 13) || (c >= 0x1C && c <= 0x20) || c == 0x85 ||
	       (c >= 0xA0 && uc_is_general_category_withtable(c, UC_CATEGORY_MASK_Z));
}

size_t text_put_plain(char *out, uint32_t c)
{
	static const struct {
		uint32_t letter;
		char plain[4];
	} others[] = {{0xDF, "ss"}, {0xE6, "ae"}, {0x153, "oe"}, {0xF8, "o"},
	              {0x142, "l"}, {0x111, "d"}, {0x131, "i"},  {0x451, "\xD0\xB5"}};
	ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];

	if (c >= 0xFF01 && c <= 0xFF5E)
		c -= 0xFEE0;
	c = uc_tolower(c);
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (others[i].letter == c) {
			size_t n = strlen(others[i].plain);

			memcpy(out, others[i].plain, n);
			return n;
		}
	while (((c >= 0xC0 && c < 0x250) || (c >= 0x1E00 && c < 0x1F00)) && uc_canonical_decomposition(c, parts) > 0)
		c = parts[0];
	return text_put(out, c);
}

char *text_visible(struct arena *arena, const char *s, size_t n)
{
	struct buffer out = buffer_new(arena);

	while (n) {
		ucs4_t c;
		int size = u8_mbtoucr(&c, units(s), n);
		char escape[ESCAPE_MAX];

		if (size < 0) {
			size = 1;
			snprintf(escape, sizeof escape, "\\x%02X", (unsigned)(unsigned char)*s);
			buffer_adds(&out, escape);
		} else if (text_is_inert(c)) {
			buffer_add(&out, s, (size_t)size);
		} else {
			if (c == '\n' || c == '\t' || c == '\r')
				snprintf(escape, sizeof escape, "\\%c", c == '\n' ? 'n' : c == '\t' ? 't' : 'r');
			else
				snprintf(escape, sizeof escape, c < 0x80 ? "\\x%02X" : "\\u%04X", (unsigned)c);
			buffer_adds(&out, escape);
		}
		s += size;
		n -= (size_t)size;
	}
	return out.bytes;
}

enum charset_kind { CHARSET_UTF8, CHARSET_ASCII, CHARSET_OTHER };

struct charset {
	enum charset_kind kind;
	iconv_t converter; /* from UTF-8; CHARSET_OTHER only */
};

struct charset *text_charset_open(struct arena *arena, const char *name)
{
	struct charset *charset = arena_alloc(arena, sizeof *charset);

	if (!strcasecmp(name, "UTF-8") || !strcasecmp(name, "UTF8")) {
		charset->kind = CHARSET_UTF8;
	} else if (!strcasecmp(name, "ASCII") || !strcasecmp(name, "US-ASCII") || !strcasecmp(name, "ANSI_X3.4-1968")) {
		charset->kind = CHARSET_ASCII;
	} else {
		charset->kind = CHARSET_OTHER;
		charset->converter = iconv_open(name, "UTF-8");
		/* NOLINTNEXTLINE(performance-no-int-to-ptr): POSIX has iconv_open() fail this way */
		if (charset->converter == (iconv_t)-1)
			return NULL;
	}
	return charset;
}

void text_charset_close(struct charset *charset)
{
	if (charset && charset->kind == CHARSET_OTHER)
		iconv_close(charset->converter);
}

bool text_charset_is_utf8(const struct charset *charset)
{
	return charset->kind == CHARSET_UTF8;
}

/* Characters whose plain form no decomposition gives. */
static const struct {
	ucs4_t character;
	const char *plain;
} plain_forms[] = {
    {0x00A0, " "},  {0x00AB, "\""}, {0x00BB, "\""}, {0x00A7, "section"}, {0x00B7, "-"},   {0x00D7, "x"},
    {0x00DF, "ss"}, {0x0153, "oe"}, {0x0152, "OE"}, {0x00E6, "ae"},      {0x00C6, "AE"},  {0x2010, "-"},
    {0x2011, "-"},  {0x2012, "-"},  {0x2013, "-"},  {0x2014, "-"},       {0x2018, "'"},   {0x2019, "'"},
    {0x201C, "\""}, {0x201D, "\""}, {0x201E, "\""}, {0x2022, "*"},       {0x2026, "..."}, {0x202F, " "},
    {0x2190, "<-"}, {0x2191, "^"},  {0x2192, "->"}, {0x2193, "v"},       {0x2260, "!="},  {0x2264, "<="},
    {0x2265, ">="}, {0x2500, "-"},  {0x2502, "|"},  {0x250C, "+"},       {0x2510, "+"},   {0x2514, "+"},
    {0x2518, "+"},  {0x251C, "+"},  {0x2524, "+"},  {0x252C, "+"},       {0x2534, "+"},   {0x253C, "+"},
    {0x25B6, ">"},  {0x25B2, "^"},  {0x25BC, "v"},  {0x2713, "x"},
};

static void append_plain(struct buffer *out, ucs4_t c, const char *s, size_t n)
{
	for (size_t i = 0; i < sizeof plain_forms / sizeof *plain_forms; i++)
		if (plain_forms[i].character == c) {
			buffer_adds(out, plain_forms[i].plain);
			return;
		}

	size_t length = 0;
	uint8_t *parts = u8_normalize(UNINORM_NFKD, units(s), n, NULL, &length);
	size_t before = out->used;

	if (!parts)
		arena_exhaust(out->arena);
	for (size_t i = 0; i < length; i++)
		if (parts[i] < 0x80)
			buffer_add(out, (const char *)parts + i, 1);
	free(parts);
	if (out->used == before)
		buffer_add(out, "?", 1);
}

/* Whether the charset has the character of n bytes at s. */
static bool has(struct charset *charset, const char *s, size_t n)
{
	char out[16];
	char *in_at = (char *)(uintptr_t)s;
	char *out_at = out;
	size_t out_left = sizeof out;

	if (n == 1)
		return true;
	if (charset->kind == CHARSET_ASCII)
		return false;
	iconv(charset->converter, NULL, NULL, NULL, NULL);
	return iconv(charset->converter, &in_at, &n, &out_at, &out_left) == 0;
}

const char *text_adapt(struct arena *arena, struct charset *charset, const char *s)
{
	size_t n = strlen(s);

	if (charset->kind == CHARSET_UTF8 || ascii_run(s, n) == n)
		return s;

	struct buffer out = buffer_new(arena);

	for (size_t i = 0; i < n;) {
		ucs4_t c;
		size_t size = (size_t)u8_mbtouc(&c, units(s) + i, n - i);

		/* The blanks inside French quotation marks go with them. */
		if (c == 0xA0 && ((i >= 2 && memcmp(s + i - 2, "\u00AB", 2) == 0) || memcmp(s + i + size, "\u00BB", 2) == 0) &&
		    !has(charset, "\u00AB", 2)) {
			i += size;
			continue;
		}
		if (has(charset, s + i, size))
			buffer_add(&out, s + i, size);
		else
			append_plain(&out, c, s + i, size);
		i += size;
	}
	return out.bytes;
}

const char *text_encode(struct arena *arena, struct charset *charset, const char *s, size_t n, size_t *out_n)
{
	if (charset->kind != CHARSET_OTHER) {
		*out_n = n;
		return s;
	}

	size_t size = n * 4 + 16;
	char *bytes = arena_alloc(arena, size);
	char *in_at = (char *)(uintptr_t)s;
	char *out_at = bytes;

	iconv(charset->converter, NULL, NULL, NULL, NULL);
	while (n)
		if (iconv(charset->converter, &in_at, &n, &out_at, &size) == (size_t)-1) {
			if (errno == E2BIG)
				break;
			in_at++;
			n--;
		}
	iconv(charset->converter, NULL, NULL, &out_at, &size);
	*out_n = (size_t)(out_at - bytes);
	return bytes;
}
