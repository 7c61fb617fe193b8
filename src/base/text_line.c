#include "base/text.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unilbrk.h>

static size_t without_blanks(const char *s, size_t n)
{
	while (n && (s[n - 1] == ' ' || s[n - 1] == '\n'))
		n--;
	return n;
}

/* How many bytes of s fit into width columns, whole characters only, and at least one. */
static size_t fit(const char *s, size_t n, int width)
{
	size_t used = text_character(s, n);
	int columns = text_width(s, used);

	while (used < n) {
		size_t next = text_character(s + used, n - used);

		columns += text_width(s + used, next);
		if (columns > width)
			break;
		used += next;
	}
	return used;
}

/* Whether a break at i would cut the address of a host, a page or a mailbox. */
static bool cuts_address(const char *s, size_t n, size_t i)
{
	size_t from = i;
	size_t to = i;

	while (from && s[from - 1] != ' ')
		from--;
	while (to < n && s[to] != ' ')
		to++;
	for (size_t at = from; at < to && from < i; at++)
		if (s[at] == '/' || s[at] == '@' || s[at] == '_' ||
		    (s[at] == '.' && at + 1 < to && ((s[at + 1] | 0x20) >= 'a' && (s[at + 1] | 0x20) <= 'z')))
			return true;
	return false;
}

/* Where a line that may have fits bytes ends: behind the last place that allows it; 0 where none does. */
static size_t find_break(const char *s, size_t n, size_t fits, const char *breaks, bool inside_address)
{
	for (size_t i = n; i-- > 1;)
		if (breaks[i] == UC_BREAK_POSSIBLE && without_blanks(s, i) <= fits &&
		    (inside_address || !cuts_address(s, n, i)))
			return i;
	return 0;
}

size_t text_line(const char *s, size_t n, int width, size_t *shown)
{
	enum { NEAR = 512 };
	const char *newline = memchr(s, '\n', n);
	size_t end = newline ? (size_t)(newline - s) + 1 : n;
	size_t look = fit(s, end, width);
	char near[NEAR];

	if (without_blanks(s, end) <= look) {
		*shown = without_blanks(s, end);
		return end;
	}

	/* One character more tells whether the line may end behind the last one that fits; blanks may hang over. */
	size_t fits = look;

	while (look < end && s[look] == ' ')
		look++;
	look += text_character(s + look, end - look);

	char *breaks = look <= sizeof near ? near : malloc(look);
	size_t at = fits;

	if (breaks) {
		u8_possible_linebreaks((const uint8_t *)s, look, "UTF-8", breaks);
		at = find_break(s, look, fits, breaks, false);
		if (!at)
			at = find_break(s, look, fits, breaks, true);
		if (!at)
			at = fits;
		if (breaks != near)
			free(breaks);
	}
	*shown = without_blanks(s, at);
	return at;
}
