/* From a page to lines of styled text for a width. The command line prints these lines; the terminal interface copies
 * them into its grid. */
#ifndef REPLYCODE_PAGE_LAYOUT_H
#define REPLYCODE_PAGE_LAYOUT_H

#include "base/text.h"
#include "page/page.h"

enum { LAYOUT_MIN = 20, LAYOUT_MAX = 300 }; /* widths that layout is made for, in columns */

/* A piece of a line in one role. */
struct span {
	const char *text; /* not NUL-terminated; valid UTF-8 without line breaks */
	size_t size;      /* in bytes */
	enum role role;
};

struct line {
	const struct span *spans;
	size_t count;
	int width; /* in columns */
};

struct lines {
	const struct line *items;
	size_t count;
};

/* Lays the page out for width columns (narrower than LAYOUT_MIN counts as LAYOUT_MIN, wider than LAYOUT_MAX as
 * LAYOUT_MAX), with what the charset lacks replaced. No line is wider; nothing is cut. Owned by the arena, texts
 * borrowed from the page. */
struct lines layout(struct arena *arena, const struct page *page, int width, struct charset *charset);

#endif
