/* JSON Lines: one object a reply. */
#ifndef REPLYCODE_PAGE_PRINT_JSON_REPLY_H
#define REPLYCODE_PAGE_PRINT_JSON_REPLY_H

#include "base/buffer.h"
#include "explain/verdict.h"

/* Adds the verdict as replycode(1) documents it: an object on one line, and a line break. Control characters and what
 * turns the direction of text are escaped, invalid UTF-8 becomes U+FFFD; with ascii, all that is not ASCII is escaped. */
void print_json_reply(struct buffer *out, const struct verdict *verdict, const char *lang, bool ascii);

#endif
