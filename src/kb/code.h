/* What a code looks like: reply codes (RFC 5321, section 4.2.1), enhanced status codes (RFC 3463, section 2), and
 * patterns of both. */
#ifndef REPLYCODE_KB_CODE_H
#define REPLYCODE_KB_CODE_H

#include <stdbool.h>
#include <stddef.h>

enum code_kind {
	CODE_NONE,             /* does not look like a code at all */
	CODE_MALFORMED,        /* digits or a pattern, but of a form that no code has: 12, 999, 5x, 9.1.1 */
	CODE_BASIC,            /* three digits, the first of them 1 to 5 */
	CODE_ENHANCED,         /* x.y.z with x 2, 4 or 5 and y, z of up to three digits */
	CODE_BASIC_PATTERN,    /* 4xx, 55x, x5z */
	CODE_ENHANCED_PATTERN, /* 5.7.x, x.1.1 */
};

enum { CODE_SIZE = 16 }; /* of a buffer for any code, with its NUL */

enum code_kind code_kind(const char *s);

/* Whether code, of either kind, is one of those that pattern means. A code is a pattern of itself. */
bool code_matches(const char *pattern, const char *code);

/* Orders codes of one kind by the numbers in them: below, at or above 0, as strcmp. */
int code_compare(const char *a, const char *b);

#endif
