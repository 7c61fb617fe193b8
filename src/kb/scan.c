#include "kb/scan.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { DEPTH_MAX = 32 }; /* the knowledge base needs five */

enum status scan_fail(struct scan *scan, const char *message)
{
	return json_error(scan->file, scan->at, scan->error, message, NULL, NULL);
}

int scan_peek(const struct scan *scan)
{
	return scan->at < scan->end ? (unsigned char)scan->file->text[scan->at] : -1;
}

void scan_blanks(struct scan *scan)
{
	int c;

	while ((c = scan_peek(scan)) == ' ' || c == '\n' || c == '\t' || c == '\r')
		scan->at++;
}

static bool is_hex(int c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/* The four digits behind \u, or -1. */
static long hex4(const struct scan *scan)
{
	char digits[5] = "";

	if (scan->end - scan->at < 4)
		return -1;
	for (size_t i = 0; i < 4; i++) {
		digits[i] = scan->file->text[scan->at + i];
		if (!is_hex((unsigned char)digits[i]))
			return -1;
	}
	return strtol(digits, NULL, 16);
}

/* Behind the backslash. */
static enum status scan_escape(struct scan *scan)
{
	int c = scan_peek(scan);

	if (c < 0 || !strchr("\"\\/bfnrtu", c) || !c)
		return scan_fail(scan, "json.escape");
	scan->at++;
	if (c != 'u')
		return STATUS_OK;

	long unit = hex4(scan);

	if (unit < 0)
		return scan_fail(scan, "json.escape");
	if (unit == 0)
		return scan_fail(scan, "json.nul");
	if (unit >= 0xDC00 && unit <= 0xDFFF)
		return scan_fail(scan, "json.surrogate");
	scan->at += 4;
	if (unit < 0xD800 || unit > 0xDBFF)
		return STATUS_OK;
	if (scan->end - scan->at < 2 || memcmp(scan->file->text + scan->at, "\\u", 2) != 0)
		return scan_fail(scan, "json.surrogate");
	scan->at += 2;
	unit = hex4(scan);
	if (unit < 0xDC00 || unit > 0xDFFF)
		return scan_fail(scan, "json.surrogate");
	scan->at += 4;
	return STATUS_OK;
}

static enum status scan_string(struct scan *scan)
{
	scan->at++;
	for (;;) {
		int c = scan_peek(scan);

		if (c < 0)
			return scan_fail(scan, "json.unterminated");
		if (c < 0x20)
			return scan_fail(scan, "json.control");
		scan->at++;
		if (c == '"')
			return STATUS_OK;
		if (c == '\\' && scan_escape(scan) != STATUS_OK)
			return STATUS_BAD;
	}
}

static bool skip_digits(struct scan *scan)
{
	size_t from = scan->at;

	while (scan_peek(scan) >= '0' && scan_peek(scan) <= '9')
		scan->at++;
	return scan->at > from;
}

static enum status scan_number(struct scan *scan)
{
	if (scan_peek(scan) == '-')
		scan->at++;
	if (scan_peek(scan) == '0')
		scan->at++;
	else if (!skip_digits(scan))
		return scan_fail(scan, "json.value");
	if (scan_peek(scan) == '.') {
		scan->at++;
		if (!skip_digits(scan))
			return scan_fail(scan, "json.value");
	}
	if (scan_peek(scan) == 'e' || scan_peek(scan) == 'E') {
		scan->at++;
		if (scan_peek(scan) == '+' || scan_peek(scan) == '-')
			scan->at++;
		if (!skip_digits(scan))
			return scan_fail(scan, "json.value");
	}
	return STATUS_OK;
}

static enum status scan_word(struct scan *scan)
{
	static const char *const words[] = {"true", "false", "null"};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		size_t n = strlen(words[i]);

		if (scan->end - scan->at >= n && memcmp(scan->file->text + scan->at, words[i], n) == 0) {
			scan->at += n;
			return STATUS_OK;
		}
	}
	return scan_fail(scan, "json.value");
}

static void note_start(struct scan *scan)
{
	if (!scan->starts)
		return;
	if (scan->count == scan->size) {
		size_t *more = arena_array(scan->arena, scan->size * 2, sizeof *more);

		memcpy(more, scan->starts, scan->count * sizeof *more);
		scan->starts = more;
		scan->size *= 2;
	}
	scan->starts[scan->count++] = scan->at;
}

/* The key and the colon of a member. */
enum status scan_key(struct scan *scan)
{
	if (scan_peek(scan) != '"')
		return scan_fail(scan, "json.key");
	if (scan_string(scan) != STATUS_OK)
		return STATUS_BAD;
	scan_blanks(scan);
	if (scan_peek(scan) != ':')
		return scan_fail(scan, "json.colon");
	scan->at++;
	scan_blanks(scan);
	return STATUS_OK;
}

/* An array or object, from its bracket on. Recursion: DEPTH_MAX bounds it */
static enum status scan_children(struct scan *scan, int depth)
{
	bool object = scan_peek(scan) == '{';
	char close = object ? '}' : ']';

	if (depth == DEPTH_MAX)
		return scan_fail(scan, "json.deep");
	scan->at++;
	scan_blanks(scan);
	if (scan_peek(scan) == close) {
		scan->at++;
		return STATUS_OK;
	}
	for (;;) {
		if (object && scan_key(scan) != STATUS_OK)
			return STATUS_BAD;
		if (scan_value(scan, depth + 1) != STATUS_OK)
			return STATUS_BAD;
		scan_blanks(scan);
		if (scan_peek(scan) == close) {
			scan->at++;
			return STATUS_OK;
		}
		if (scan_peek(scan) != ',')
			return scan_fail(scan, "json.comma");
		scan->at++;
		scan_blanks(scan);
	}
}

/* Recursion: DEPTH_MAX bounds it */
enum status scan_value(struct scan *scan, int depth)
{
	note_start(scan);
	switch (scan_peek(scan)) {
	case '{':
	case '[':
		return scan_children(scan, depth);
	case '"':
		return scan_string(scan);
	case 't':
	case 'f':
	case 'n':
		return scan_word(scan);
	default:
		return scan_number(scan);
	}
}
