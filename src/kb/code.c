#include "kb/code.h"

#include <stdlib.h>
#include <string.h>

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* The letters that stand for any digit in the texts of the RFCs: 5yz, x5z, 4xx. */
static bool is_any(char c)
{
	return c && strchr("xyzXYZ", c) != NULL;
}

static enum code_kind basic_kind(const char *s)
{
	bool pattern = false;

	for (size_t i = 0; i < 3; i++) {
		if (is_any(s[i]))
			pattern = true;
		else if (!is_digit(s[i]))
			return CODE_MALFORMED;
	}
	if (is_digit(s[0]) && (s[0] < '1' || s[0] > '5'))
		return CODE_MALFORMED;
	return pattern ? CODE_BASIC_PATTERN : CODE_BASIC;
}

static enum code_kind enhanced_kind(const char *s)
{
	bool pattern = false;

	for (int part = 0; part < 3; part++) {
		size_t n = strcspn(s, ".");

		if (n == 1 && is_any(s[0]))
			pattern = true;
		else if (n < 1 || n > 3 || strspn(s, "0123456789") != n || (n > 1 && s[0] == '0'))
			return CODE_MALFORMED;
		else if (part == 0 && (n != 1 || (s[0] != '2' && s[0] != '4' && s[0] != '5')))
			return CODE_MALFORMED;
		s += n;
		if (part < 2 && *s++ != '.')
			return CODE_MALFORMED;
	}
	if (*s)
		return CODE_MALFORMED;
	return pattern ? CODE_ENHANCED_PATTERN : CODE_ENHANCED;
}

enum code_kind code_kind(const char *s)
{
	size_t n = strlen(s);
	bool digits = false;

	/* A word such as "x" or "xyz" is no pattern: something in it must be a digit, or all of it "xxx". */
	for (size_t i = 0; i < n; i++) {
		if (is_digit(s[i]))
			digits = true;
		else if (!is_any(s[i]) && s[i] != '.')
			return CODE_NONE;
	}
	if (!digits && strcmp(s, "xxx") != 0 && strcmp(s, "x.x.x") != 0)
		return CODE_NONE;
	if (strchr(s, '.'))
		return enhanced_kind(s);
	return n == 3 ? basic_kind(s) : CODE_MALFORMED;
}

bool code_matches(const char *pattern, const char *code)
{
	bool enhanced = strchr(pattern, '.') != NULL;

	while (*pattern && *code) {
		if (is_any(*pattern) && is_digit(*code)) {
			pattern++;
			code++;
			/* In an enhanced code a letter stands for a whole number. */
			while (enhanced && is_digit(*code))
				code++;
		} else if (*pattern++ != *code++) {
			return false;
		}
	}
	return !*pattern && !*code;
}

int code_compare(const char *a, const char *b)
{
	while (*a && *b) {
		char *a_end;
		char *b_end;
		long x = strtol(a, &a_end, 10);
		long y = strtol(b, &b_end, 10);

		if (x != y)
			return x < y ? -1 : 1;
		if (a_end == a || b_end == b)
			return strcmp(a, b);
		a = *a_end ? a_end + 1 : a_end;
		b = *b_end ? b_end + 1 : b_end;
	}
	return (*a != '\0') - (*b != '\0');
}
