/* Which known reply of a provider a text is. */
#ifndef REPLYCODE_EXPLAIN_KNOWN_H
#define REPLYCODE_EXPLAIN_KNOWN_H

#include "base/arena.h"
#include "kb/rules.h"

/* The known reply all of whose fragments occur in the n bytes at plain (rules_plain()), and which carries one of the
 * codes it asks for, if any; of several, the one with the most letters. -1 for none. skip (by number of the reply; may
 * be NULL) tells which are left out. */
long known_find(struct arena *arena, const struct known *known, const char *plain, size_t n, const uint32_t *codes,
                size_t code_count, const bool *skip);

#endif
