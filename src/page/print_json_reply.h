/* JSON Lines: one object a reply. */
#ifndef REPLYCODE_PAGE_PRINT_JSON_REPLY_H
#define REPLYCODE_PAGE_PRINT_JSON_REPLY_H

#include "base/buffer.h"
#include "explain/verdict.h"

/* Writes many verdicts. */
struct json_replies;

/* lang: the code of the language. With ascii, all that is not ASCII is escaped. */
struct json_replies *json_replies_new(struct arena *arena, const char *lang, bool ascii);

/* Adds the verdict to out as replycode(1) documents it: an object on one line, and a line break. Control characters and
 * what turns the direction of text are escaped, invalid UTF-8 becomes U+FFFD. The steps of a verdict must live as long
 * as the writer. */
void json_replies_add(struct json_replies *replies, struct buffer *out, const struct verdict *verdict);

#endif
