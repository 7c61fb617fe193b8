#include "explain/clean.h"

#include "base/text.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* A text as code points. Each step below writes no more than it has read, in place. */
struct points {
	uint32_t *at;
	size_t count;
};

enum { LATIN1 = 0xA0, REPLACEMENT = 0xFFFD, HEX = 16, DECIMAL = 10, BLOCK = 16 };

/* The characters of Windows-1252 from 0x80 to 0x9F; 0 where it has none. */
static const uint16_t windows[32] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                     0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                     0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                     0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

/* The names of HTML for the characters from U+00A0 to U+00FF. */
static const char names[96][8] = {
    "nbsp",   "iexcl",  "cent",   "pound",  "curren", "yen",    "brvbar", "sect",   "uml",    "copy",   "ordf",
    "laquo",  "not",    "shy",    "reg",    "macr",   "deg",    "plusmn", "sup2",   "sup3",   "acute",  "micro",
    "para",   "middot", "cedil",  "sup1",   "ordm",   "raquo",  "frac14", "frac12", "frac34", "iquest", "Agrave",
    "Aacute", "Acirc",  "Atilde", "Auml",   "Aring",  "AElig",  "Ccedil", "Egrave", "Eacute", "Ecirc",  "Euml",
    "Igrave", "Iacute", "Icirc",  "Iuml",   "ETH",    "Ntilde", "Ograve", "Oacute", "Ocirc",  "Otilde", "Ouml",
    "times",  "Oslash", "Ugrave", "Uacute", "Ucirc",  "Uuml",   "Yacute", "THORN",  "szlig",  "agrave", "aacute",
    "acirc",  "atilde", "auml",   "aring",  "aelig",  "ccedil", "egrave", "eacute", "ecirc",  "euml",   "igrave",
    "iacute", "icirc",  "iuml",   "eth",    "ntilde", "ograve", "oacute", "ocirc",  "otilde", "ouml",   "divide",
    "oslash", "ugrave", "uacute", "ucirc",  "uuml",   "yacute", "thorn",  "yuml"};

static const struct {
	const char *name;
	uint32_t character;
} basic_names[] = {{"lt", '<'},       {"gt", '>'},        {"amp", '&'},      {"quot", '"'},     {"apos", '\''},
                   {"rsquo", 0x2019}, {"lsquo", 0x2018},  {"ldquo", 0x201C}, {"rdquo", 0x201D}, {"ndash", 0x2013},
                   {"mdash", 0x2014}, {"hellip", 0x2026}, {"oelig", 0x153},  {"OElig", 0x152},  {"euro", 0x20AC}};

static bool is_hex_capital(uint32_t c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F');
}

static bool is_alnum(uint32_t c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static uint32_t hex_value(uint32_t c)
{
	return c <= '9' ? c - '0' : c - 'A' + DECIMAL;
}

/* The byte for which "=" and two hexadecimal digits stand in quoted-printable (RFC 2045, section 6.7); -1 for none. */
static int quoted_byte(uint32_t high, uint32_t low)
{
	return is_hex_capital(high) && is_hex_capital(low) ? (int)(hex_value(high) * HEX + hex_value(low)) : -1;
}

/* Whether "_" behind the character stands for a blank, as in the logs of qmail: "said:_550_no_such_user". */
static bool is_stop(uint32_t c)
{
	return c == ':' || c == ',';
}

static bool is_ascii(const char *s, size_t n)
{
	unsigned char all = 0;
	size_t i = 0;

	/* Blocks of a known size, which the compiler takes at once. */
	for (; n - i >= BLOCK; i += BLOCK)
		for (size_t j = 0; j < BLOCK; j++)
			all |= (unsigned char)s[i + j];
	for (; i < n; i++)
		all |= (unsigned char)s[i];
	return all < 0x80;
}

/* The length of the line break at the start of the n bytes at s; 0 when there is none. */
static size_t line_break(const char *s, size_t n)
{
	if (n && *s == '\n')
		return 1;
	return n > 1 && s[0] == '\r' && s[1] == '\n' ? 2 : 0;
}

static bool is_lower(char c)
{
	return c >= 'a' && c <= 'z';
}

/* The byte for which "=" with what stands behind it stands, of n bytes at s; -1 for none. */
static int byte_at(const char *s, size_t n)
{
	return n > 2 && *s == '=' ? quoted_byte((unsigned char)s[1], (unsigned char)s[2]) : -1;
}

/* Whether the text is quoted-printable, and not one that holds "delay=20" or "?q=E9&b=1": a soft line break tells, "=3D",
 * a character of UTF-8, or a letter of Latin-1 inside a word. */
static bool is_quoted_printable(const char *s, size_t n)
{
	const char *end = s + n;

	for (const char *c = s; (c = memchr(c, '=', (size_t)(end - c))); c++) {
		size_t left = (size_t)(end - c);
		int byte = byte_at(c, left);
		int next = byte >= 0xC2 && byte <= 0xF4 && left > 3 ? byte_at(c + 3, left - 3) : -1;

		if (line_break(c + 1, left - 1) || byte == '=' || (next >= 0x80 && next <= 0xBF))
			return true;
		if (byte >= 0xC0 && c - s > 1 && is_lower(c[-1]) && is_lower(c[-2]) && left > 3 && is_lower(c[3]))
			return true;
	}
	return false;
}

/* Most replies are plain and need nothing of all this. */
static bool is_plain(const char *s, size_t n)
{
	const char *end = s + n;

	if (!is_ascii(s, n) || memchr(s, '&', n) || memchr(s, '\\', n) || memchr(s, 0, n))
		return false;
	for (const char *c = s; (c = memchr(c, '_', (size_t)(end - c))); c++)
		if (c > s && is_stop((unsigned char)c[-1]))
			return false;
	return !is_quoted_printable(s, n);
}

static struct points decode(struct arena *arena, const char *s, size_t n)
{
	struct points points = {.at = arena_array(arena, n + 1, sizeof *points.at)};

	for (size_t i = 0; i < n;) {
		uint32_t c;
		size_t size = text_next(s + i, n - i, &c);

		if (c == TEXT_INVALID) {
			unsigned char byte = (unsigned char)s[i];

			c = byte < LATIN1 && windows[byte - 0x80] ? windows[byte - 0x80] : byte;
		}
		points.at[points.count++] = c ? c : ' ';
		i += size;
	}
	return points;
}

/* The character of the entity whose name starts at i, behind "&"; 0 when it is none. Stores where it ends. */
static uint32_t entity(const struct points *points, size_t i, size_t *end)
{
	char name[10] = "";
	size_t n = 0;
	bool number = i < points->count && points->at[i] == '#';
	uint32_t c = 0;

	i += number;
	while (n < sizeof name - 1 && i < points->count && is_alnum(points->at[i]))
		name[n++] = (char)points->at[i++];

	bool closed = i < points->count && points->at[i] == ';';

	*end = i + closed;
	if (number && n) {
		bool hex = name[0] == 'x' || name[0] == 'X';
		char *rest;
		unsigned long value = strtoul(name + hex, &rest, hex ? HEX : DECIMAL);

		if (*rest || rest == name + hex)
			return 0;
		if (value >= 0x80 && value < LATIN1 && windows[value - 0x80])
			return windows[value - 0x80];
		if (value == 0 || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000))
			return REPLACEMENT;
		return value < ' ' ? ' ' : (uint32_t)value;
	}
	for (size_t j = 0; j < sizeof basic_names / sizeof *basic_names && (closed || j < 4); j++)
		if (strcmp(basic_names[j].name, name) == 0)
			c = basic_names[j].character;
	for (uint32_t j = 0; j < sizeof names / sizeof *names && closed && !c; j++)
		if (strcmp(names[j], name) == 0)
			c = LATIN1 + j;
	return c;
}

static void replace_entities(struct points *points)
{
	size_t out = 0;

	for (size_t i = 0; i < points->count;) {
		uint32_t c = points->at[i++];
		size_t end;
		uint32_t meant = c == '&' ? entity(points, i, &end) : 0;

		if (meant) {
			c = meant;
			i = end;
		}
		points->at[out++] = c;
	}
	points->count = out;
}

static void replace_quoted(struct points *points)
{
	size_t out = 0;

	for (size_t i = 0; i < points->count;) {
		uint32_t c = points->at[i++];
		size_t left = points->count - i;
		int byte = c == '=' && left > 1 ? quoted_byte(points->at[i], points->at[i + 1]) : -1;

		/* A line break behind "=" is none. */
		if (c == '=' && left && points->at[i] == '\n') {
			i++;
			continue;
		}
		if (c == '=' && left > 1 && points->at[i] == '\r' && points->at[i + 1] == '\n') {
			i += 2;
			continue;
		}
		if (byte > 0) {
			c = (uint32_t)byte;
			i += 2;
		}
		points->at[out++] = c;
	}
	points->count = out;
}

/* The byte that Windows-1252 or Latin-1 has for a character; 0 for none. */
static uint32_t byte_of(uint32_t c)
{
	if (c < 0x100)
		return c;
	for (uint32_t i = 0; i < sizeof windows / sizeof *windows; i++)
		if (windows[i] == c)
			return 0x80 + i;
	return 0;
}

/* The character whose UTF-8 was taken for Windows-1252 at i; 0 when none was. Stores its length. */
static uint32_t misread(const struct points *points, size_t i, size_t *length)
{
	uint32_t lead = byte_of(points->at[i]);
	size_t n = lead >= 0xC2 && lead <= 0xDF   ? 2
	           : lead >= 0xE0 && lead <= 0xEF ? 3
	           : lead >= 0xF0 && lead <= 0xF4 ? 4
	                                          : 0;
	char bytes[4];
	uint32_t c;

	if (!n || points->count - i < n)
		return 0;
	for (size_t j = 0; j < n; j++) {
		uint32_t byte = byte_of(points->at[i + j]);

		if (j && (byte < 0x80 || byte > 0xBF))
			return 0;
		bytes[j] = (char)byte;
	}
	*length = n;
	return text_next(bytes, n, &c) == n ? c : 0;
}

static void replace_misread(struct points *points)
{
	size_t out = 0;

	for (size_t i = 0; i < points->count;) {
		size_t length = 1;
		uint32_t c = points->at[i] >= 0x80 ? misread(points, i, &length) : 0;

		if (!c) {
			c = points->at[i];
			length = 1;
			/* The second byte of "à" is a no-break space, which easily becomes a plain one. */
			if (c == 0xC3 && i + 1 < points->count && points->at[i + 1] == ' ')
				c = 0xE0;
		}
		points->at[out++] = c;
		i += length;
	}
	points->count = out;
}

static void replace_escapes(struct points *points)
{
	for (size_t i = 0; i + 1 < points->count; i++) {
		uint32_t next = points->at[i + 1];

		if (points->at[i] == '\\' && (next == 'n' || next == 'r' || next == 't'))
			points->at[i] = points->at[i + 1] = ' ';
	}
}

/* The logs of qmail have "_" for every blank. */
static void replace_underscores(struct points *points)
{
	bool any = false;

	for (size_t i = 1; i < points->count && !any; i++)
		any = points->at[i] == '_' && is_stop(points->at[i - 1]);
	for (size_t i = 0; i < points->count && any; i++)
		if (points->at[i] == '_')
			points->at[i] = ' ';
}

const char *clean_text(struct arena *arena, const char *s, size_t n, size_t *size)
{
	struct points points;
	char *out;

	*size = n;
	if (is_plain(s, n))
		return s;
	points = decode(arena, s, n);
	replace_entities(&points);
	if (is_quoted_printable(s, n))
		replace_quoted(&points);
	replace_misread(&points);
	replace_escapes(&points);
	replace_underscores(&points);
	out = arena_alloc(arena, points.count * 4 + 1);
	*size = 0;
	for (size_t i = 0; i < points.count; i++)
		*size += text_put(out + *size, points.at[i]);
	return out;
}
