/* Two to four codes set side by side. */
#ifndef REPLYCODE_EXPLAIN_COMPARISON_H
#define REPLYCODE_EXPLAIN_COMPARISON_H

#include "explain/explanation.h"
#include "kb/lang.h"

enum { COMPARISON_MIN = 2, COMPARISON_MAX = 4 };

struct comparison {
	struct explanation codes[COMPARISON_MAX];
	size_t count;
	bool differs[FACT_COUNT];
	/* Written by hand for the pairs that people confuse, composed from the facts for all others. */
	const char *summary;
	struct strings differences;
	struct strings which;
};

/* Compares count (COMPARISON_MIN to COMPARISON_MAX) well-formed codes. The sentences are in the language of kb and
 * lang. All is owned by kb and the arena. */
enum status comparison_make(struct arena *arena, struct kb *kb, struct lang *lang, const char *const *codes,
                            size_t count, struct comparison *comparison, struct error *error);

#endif
