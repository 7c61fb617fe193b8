/* What a reply says, and what follows from it. */
#ifndef REPLYCODE_EXPLAIN_VERDICT_H
#define REPLYCODE_EXPLAIN_VERDICT_H

#include "explain/explainer.h"
#include "explain/reply.h"

/* What decided. Known provider reply before words before the enhanced code before the three digits. */
enum decided { DECIDED_PROVIDER, DECIDED_TEXT, DECIDED_ENHANCED, DECIDED_CODE, DECIDED_NOTHING };

/* Their names in JSON; NULL for DECIDED_NOTHING. */
extern const char *const decided_names[];

struct verdict {
	const struct reply *reply;
	const char *code, *enhanced; /* of the reply that counts; NULL where it has none */
	const char *text;            /* its words, on one line */
	const char *plain;           /* the whole input in plain letters (rules_plain()), of plain_size bytes */
	size_t plain_size;
	const struct cause *cause;
	const struct known_reply *known; /* the known provider reply that it is; NULL for none */
	const char *provider;            /* NULL where it is not known */
	int retry;                       /* enum retry: what the sending server does; NAME_MISSING where nothing tells */
	bool retry_usual;                /* retry is what usually follows the cause: nothing in the text tells */
	int actor;                       /* enum actor; NAME_MISSING where nothing tells */
	const char *meaning;
	struct strings fix;
	enum decided decided;
	const char *matched;                /* the words or the code that decided; NULL for DECIDED_NOTHING */
	struct strings contradictions;      /* sentences */
	const struct blocklist *blocklists; /* those that the reply names */
	size_t blocklist_count;
};

/* Explains the n bytes at input, up to REPLY_MAX of them. What is told is in the language of the explainer. verdict is
 * owned by the arena and by the explainer; input is borrowed. Fails only where the knowledge base is wrong. */
enum status verdict_make(struct arena *arena, struct explainer *explainer, const char *input, size_t n,
                         struct verdict *verdict, struct error *error);

/* Seconds that the reply asks to wait; 0 where it names no time. Not part of the verdict itself because a list of
 * replies is explained without it. */
long verdict_wait(const struct verdict *verdict);

#endif
