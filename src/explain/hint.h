/* How long a reply asks to wait. */
#ifndef REPLYCODE_EXPLAIN_HINT_H
#define REPLYCODE_EXPLAIN_HINT_H

#include <stddef.h>

/* The time after which the n bytes at plain (rules_plain()) ask to try again, in seconds: "try again in 5 minutes",
 * "greylisted for 300 seconds", in English, French, German, Spanish. 0 when they name none; a time that has gone by
 * already ("undelivered for 24 hours") is none. */
long hint_find(const char *plain, size_t n);

#endif
