/* What can be said of one code. */
#ifndef REPLYCODE_EXPLAIN_EXPLANATION_H
#define REPLYCODE_EXPLAIN_EXPLANATION_H

#include "kb/kb.h"

/* The facts of a code that are shown at a glance, in the order in which they are shown. */
enum fact {
	FACT_CLASS,
	FACT_CATEGORY,
	FACT_OUTCOME,
	FACT_RETRY,
	FACT_ACTOR,
	FACT_COMMANDS,
	FACT_ENHANCED,
	FACT_REFERENCES,
	FACT_COUNT,
};

/* The names of the facts, in JSON and as keys of the interface's strings. */
extern const char *const fact_names[FACT_COUNT];

struct explanation {
	const char *code;
	const struct entry *entry;     /* NULL: no standard defines the code, and no server is known to use it */
	const struct theory *class;    /* NULL where the knowledge base has no such class */
	const struct theory *category; /* the subject, for an enhanced status code; NULL where nothing is known */
	struct strings nearest;        /* known codes near an unknown one, the nearest first */
};

/* Explains a well-formed code. All is owned by kb and the arena. */
enum status explanation_make(struct arena *arena, struct kb *kb, const char *code, struct explanation *explanation,
                             struct error *error);

/* The values of a fact as data/ names them ("5yz", "later", "RCPT"), not words of a language. None where nothing is
 * known. The strings are owned by kb or the arena. */
struct strings explanation_fact(struct arena *arena, const struct explanation *explanation, enum fact fact);

/* What happens to the message: of the entry, or else what the class tells. */
int explanation_retry(const struct explanation *explanation); /* enum retry; NAME_MISSING when not known */
int explanation_actor(const struct explanation *explanation); /* enum actor; NAME_MISSING when not known */

#endif
