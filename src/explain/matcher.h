/* Which rules a reply meets: the scan over its words. Its cost grows with the length of the text alone: from each word
 * one walk through the fragments, never longer than the longest of them. */
#ifndef REPLYCODE_EXPLAIN_MATCHER_H
#define REPLYCODE_EXPLAIN_MATCHER_H

#include "kb/normal.h"
#include "kb/rules.h"

/* A rule that the words meet. */
struct match {
	uint8_t cause;       /* its number */
	int rank;            /* of the rule */
	int weight;          /* the more letters matched and the fewer skipped, the higher */
	uint32_t start, end; /* the part of the normal form that it spans, in bytes */
	bool hides;          /* what lies inside it says less than it does */
};

struct matches {
	const struct match *items;
	size_t count;
	bool *signs; /* by sign (kb/rules.h): whether the text bears it */
};

/* What is kept from one text to the next, so that a text costs only what it holds. */
struct matcher;

struct matcher *matcher_new(struct arena *arena, const struct rules *rules);

/* The rules that normal meets. Owned by the arena, but for signs: of the matcher, until its next use. */
struct matches matcher_words(struct arena *arena, struct matcher *matcher, const struct normal *normal);

#endif
