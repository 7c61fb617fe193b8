/* What a whole bounce holds besides the reply: fields of headers, the message that came back, the outcome. */
#ifndef REPLYCODE_EXPLAIN_BOUNCE_H
#define REPLYCODE_EXPLAIN_BOUNCE_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>

/* Whether a part of its own starts with the line at the start of the n bytes at s: an empty line, a field of a header or
 * of a delivery report, a line of hyphens. */
bool bounce_starts_part(const char *s, size_t n);

/* The n bytes at s with blanks for what says nothing of the delivery: the fields of a mail's header, and the message
 * that came back, behind the words that announce it. Line breaks stay. Owned by the arena; s itself where there is
 * nothing of the kind, as in every text of one line. */
const char *bounce_without_mail(struct arena *arena, const char *s, size_t n);

/* What a line of Exim's main log tells: "==" that the message is kept, "**" that it came back. */
enum bounce_outcome { OUTCOME_NONE, OUTCOME_KEPT, OUTCOME_RETURNED };
enum bounce_outcome bounce_exim(const char *s, size_t n);

#endif
