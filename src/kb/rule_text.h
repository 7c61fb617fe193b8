/* A rule as words.json writes it: "user + does not exist ! sender". */
#ifndef REPLYCODE_KB_RULE_TEXT_H
#define REPLYCODE_KB_RULE_TEXT_H

#include "kb/rules.h"

/* A rule taken apart: parts with " + " (or " +14 ", with a gap) between them, then fragments with " ! " in front that
 * must not occur. */
struct rule_text {
	const char *parts[RULE_PARTS_MAX];
	size_t count;
	const char *unless; /* from the first " ! " on; "" */
	long gap;           /* in characters; -1: none is named */
};

/* Takes the rule at s apart. Parts are owned by the arena, unless is borrowed from s. False where it has more than
 * RULE_PARTS_MAX parts, or a gap above 255. */
bool rule_text_split(struct arena *arena, const char *s, struct rule_text *rule);

#endif
