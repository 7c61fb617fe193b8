/* The knowledge base of one protocol in one language. Each piece is read when it is first asked for. */
#ifndef REPLYCODE_KB_KB_H
#define REPLYCODE_KB_KB_H

#include "kb/code.h"
#include "kb/decode.h"
#include "kb/source.h"

#include <stdbool.h>

enum standing { STANDING_STANDARD, STANDING_EXTENSION, STANDING_REGISTERED, STANDING_HISTORIC, STANDING_UNOFFICIAL };

/* What the sending server does by itself. */
enum retry { RETRY_NO, RETRY_LATER, RETRY_NOT_NEEDED };

/* Who can mend it. */
enum actor { ACTOR_NOBODY, ACTOR_SENDER, ACTOR_SENDER_ADMIN, ACTOR_RECIPIENT, ACTOR_RECIPIENT_ADMIN };

/* The names of the values above in data/ and in JSON, in the order of the enumerations, ended by NULL. */
extern const char *const standing_names[];
extern const char *const retry_names[];
extern const char *const actor_names[];

/* The stages of a session that draw a reply, in the order of a session: commands, CONN for the greeting, EOD for the
 * end of the message, ANY for any time. Ended by NULL. */
extern const char *const kb_commands[];

/* What the knowledge base says of a reply code or an enhanced status code. */
struct entry {
	const char *code;
	/* facts */
	int standing; /* enum standing */
	int retry;    /* enum retry */
	int actor;    /* enum actor */
	struct strings references, commands;
	struct strings related; /* codes of the other kind that usually go with it */
	struct strings see_also;
	struct strings dialogue; /* lines that start with "C: " or "S: " */
	/* words */
	const char *name, *summary, *meaning, *when, *applies;
	const char *note; /* NULL where there is none */
	struct strings fix;
};

/* What the first digit, the second digit or the subject of a code tells. */
struct theory {
	const char *code; /* "5yz", "x5z" or "X.7" */
	int retry, actor; /* of a class */
	struct strings references;
	const char *name, *summary, *meaning;
	const char *outcome; /* of a class: a few words */
	struct strings fix;  /* of a class: for a code that nothing more is known of */
};

/* What was written by hand on two codes that people confuse. */
struct pair {
	const char *summary;
	struct strings differences, which;
};

struct kb;

/* Opens data/<protocol>/ in that language; English stands in, marked "[en] ", for what the language lacks. */
enum status kb_open(struct arena *arena, struct source *source, const char *protocol, const char *lang,
                    struct kb **opened, struct error *error);

/* "smtp" */
const char *kb_protocol(const struct kb *kb);

/* All codes of a kind (CODE_BASIC or CODE_ENHANCED), ascending. Owned by kb. */
enum status kb_codes(struct kb *kb, enum code_kind kind, const struct strings **codes, struct error *error);

/* What is known of a well-formed code; *entry is NULL where nothing is. */
enum status kb_entry(struct kb *kb, const char *code, const struct entry **entry, struct error *error);

/* What the digits of a well-formed code tell; *theory is NULL where they tell nothing. kb_category() gives the
 * subject for an enhanced code. */
enum status kb_class(struct kb *kb, const char *code, const struct theory **theory, struct error *error);
enum status kb_category(struct kb *kb, const char *code, const struct theory **theory, struct error *error);

/* The hand-written comparison of two codes, in either order; *found is NULL where there is none. */
enum status kb_pair(struct kb *kb, const char *a, const char *b, const struct pair **found, struct error *error);

/* The number of hand-written pairs, and the two codes of the i-th with a blank between them, owned by kb. */
size_t kb_pair_count(const struct kb *kb);
const char *kb_pair_key(const struct kb *kb, size_t i);

#endif
