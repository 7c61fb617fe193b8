/* Reading a whole knowledge base, in every language, to tell all that is wrong with it. */
#ifndef REPLYCODE_KB_CHECK_H
#define REPLYCODE_KB_CHECK_H

#include "kb/source.h"

/* Told of each fault. error is borrowed for the time of the call. */
typedef void check_report(void *context, const struct error *error);

/* Reads everything that source holds, and reports what is wrong. Returns STATUS_OK when nothing is, else STATUS_BAD. */
enum status check_data(struct arena *arena, struct source *source, check_report *report, void *context);

#endif
