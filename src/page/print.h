/* The formats in which a page or a finding is printed. Each returns the bytes, owned by the arena, and never fails. */
#ifndef REPLYCODE_PAGE_PRINT_H
#define REPLYCODE_PAGE_PRINT_H

#include "explain/comparison.h"
#include "kb/search.h"
#include "page/layout.h"

/* Bytes for an output. */
struct output {
	const char *bytes;
	size_t size;
};

/* Lines of text for a terminal or a file: with colour, as escape sequences (8 colours) around what has a role. */
struct output print_text(struct arena *arena, const struct lines *lines, struct charset *charset, bool colour);

/* Markdown (CommonMark with the tables of GitHub) that means what the page means; nothing in it is taken as markup. */
struct output print_markdown(struct arena *arena, const struct page *page, struct charset *charset);

/* JSON as replycode(1) documents it: one object on lines of its own, UTF-8, with escapes only where ascii is set. */
struct output print_json_explanation(struct arena *arena, const struct explanation *explanation, const char *protocol,
                                     const char *lang, bool ascii);
struct output print_json_comparison(struct arena *arena, const struct comparison *comparison, const char *lang,
                                    bool ascii);

/* An array of what print_json_explanation() prints. */
struct output print_json_list(struct arena *arena, const struct explanation *explanations, size_t count,
                              const char *protocol, const char *lang, bool ascii);

#endif
