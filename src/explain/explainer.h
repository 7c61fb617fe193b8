/* What is needed to explain replies, opened once for many: rules, causes, known replies, a user's own. */
#ifndef REPLYCODE_EXPLAIN_EXPLAINER_H
#define REPLYCODE_EXPLAIN_EXPLAINER_H

#include "explain/matcher.h"
#include "kb/lang.h"
#include "kb/replies.h"

/* A list of blocked senders, by name, and the page where it can be asked. */
struct blocklist {
	const char *name, *lookup;
};

struct explainer {
	struct arena *arena;
	struct lang *lang;
	const struct rules *rules;
	struct matcher *matcher;
	struct causes *causes;
	struct replies *replies;
	struct known own; /* fragments of the user's own replies */
	const struct known_reply *own_replies;
	bool *overridden; /* by number of a known reply; NULL where the user has none of his own */
	const struct json_file *words;
	const struct blocklist *blocklists; /* NULL until they are first asked for */
};

/* Opens what explaining replies needs. own is the path of the user's own replies, or NULL. What is wrong with that file
 * is told in *own_error (message NULL: nothing), and the rest works without it. Owned by the arena. */
enum status explainer_open(struct arena *arena, struct source *source, const char *protocol, struct lang *lang,
                           const char *own, struct explainer **explainer, struct error *own_error, struct error *error);

/* The blocklists, by their number (a sign's, less those in front of it). */
enum status explainer_blocklists(struct explainer *explainer, const struct blocklist **blocklists, struct error *error);

#endif
