/* From findings to pages: in which order a person reads what is known, and under which headings. */
#ifndef REPLYCODE_PAGE_COMPOSE_H
#define REPLYCODE_PAGE_COMPOSE_H

#include "explain/comparison.h"
#include "kb/search.h"
#include "page/page.h"

/* The role that shows the class of a code. */
enum role compose_role(const char *code);

/* One code: the verdict first, then what it means. */
struct page *compose_explanation(struct arena *arena, struct lang *lang, const char *protocol,
                                 const struct explanation *explanation);

/* Two to four codes. */
struct page *compose_comparison(struct arena *arena, struct lang *lang, const char *protocol,
                                const struct comparison *comparison);

/* A line for each of count entries; of hits, what matched. */
struct page *compose_list(struct arena *arena, struct lang *lang, const struct entry *const *entries, size_t count);
struct page *compose_hits(struct arena *arena, struct lang *lang, const struct search_hit *hits, size_t count);

#endif
