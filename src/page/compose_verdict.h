/* From the verdict on a reply to a page. */
#ifndef REPLYCODE_PAGE_COMPOSE_VERDICT_H
#define REPLYCODE_PAGE_COMPOSE_VERDICT_H

#include "explain/verdict.h"
#include "page/page.h"

/* One reply: whether it is retried and who must act, then the cause, the steps, what decided, and the codes. code and
 * enhanced are the entries of the verdict's codes, NULL where nothing is known of them. What came from the reply is
 * safe to show. */
struct page *compose_verdict(struct arena *arena, struct lang *lang, const char *protocol,
                             const struct verdict *verdict, const struct entry *code, const struct entry *enhanced);

#endif
