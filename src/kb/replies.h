/* The known replies of providers: what they mean by them, and where one can ask to be unblocked. */
#ifndef REPLYCODE_KB_REPLIES_H
#define REPLYCODE_KB_REPLIES_H

#include "kb/causes.h"
#include "kb/rules.h"

struct known_reply {
	const char *key, *provider;
	struct strings fragments, codes;
	const char *matched;                    /* the fragments, with “…” between them */
	int cause;                              /* its number in causes.json */
	int retry, actor;                       /* NAME_MISSING: as usual for the cause */
	const char *unblock, *source, *checked; /* pages, and the month ("2026-11"); NULL where there is none */
	const char *meaning;                    /* NULL in a user's own reply that has none */
	struct strings fix;
};

struct replies;

/* Opens replies.json of a protocol in a language. Everything is owned by the arena. */
enum status replies_open(struct arena *arena, struct source *source, const char *protocol, const char *lang,
                         const char *const *causes, struct replies **replies, struct error *error);

/* The known reply of that number (its place in the file), read when it is first asked for. */
enum status replies_get(struct replies *replies, size_t number, const struct known_reply **reply, struct error *error);

/* Reads a user's own file, of the same form with "meaning" and "fix" beside the facts; that there is no such file is no
 * error. An entry whose key replies has changes what that one says, and only the fields that it gives. Fills known with
 * its fragments; *own is an array by their numbers. Where two entries are wrong, the first is told, and none is used. */
enum status replies_read_own(struct arena *arena, struct replies *replies, const char *path, struct known *known,
                             const struct known_reply **own, struct error *error);

/* The number of the reply with that key; -1 when there is none. */
long replies_find(const struct replies *replies, const char *key);

#endif
