/* Entries as data/ holds them: the facts and the words of a code, put together. */
#ifndef REPLYCODE_KB_ENTRY_H
#define REPLYCODE_KB_ENTRY_H

#include "kb/kb.h"
#include "kb/part.h"

/* Reads a reply code that codes has. */
enum status entry_read_basic(struct arena *arena, const struct part *codes, const char *code, struct entry *entry,
                             struct error *error);

/* Reads an enhanced status code; *found tells whether there is one, in its class. */
enum status entry_read_enhanced(struct arena *arena, const struct part *part, const char *code, struct entry *entry,
                                bool *found, struct error *error);

/* All enhanced status codes, each in its classes, ascending. */
enum status entry_list_enhanced(struct arena *arena, const struct part *part, struct strings *listed,
                                struct error *error);

#endif
