/* The causes of a refusal: what they are called, what they mean, who acts. */
#ifndef REPLYCODE_KB_CAUSES_H
#define REPLYCODE_KB_CAUSES_H

#include "kb/kb.h"

struct cause {
	const char *key;  /* "mailbox-full" */
	int retry, actor; /* the usual ones: enum retry, enum actor */
	const char *name, *meaning;
	struct strings fix;
};

struct causes;

/* Opens causes.json of a protocol in a language. Everything is owned by the arena. */
enum status causes_open(struct arena *arena, struct source *source, const char *protocol, const char *lang,
                        struct causes **causes, struct error *error);

/* The keys, in the order of the file, ended by NULL: the number of a cause is its place here. */
const char *const *causes_keys(const struct causes *causes);

/* The cause of that number, read when it is first asked for. */
enum status causes_get(struct causes *causes, size_t number, const struct cause **cause, struct error *error);

/* The keys of a file of causes, as causes_keys() gives them. */
const char *const *causes_list(struct arena *arena, const struct json_file *file);

#endif
