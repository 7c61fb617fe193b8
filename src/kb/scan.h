/* Walking a text by the grammar of RFC 8259. cJSON takes much that is no JSON, and tells no positions: this tells both,
 * and leaves to cJSON what it does well, the building of values. */
#ifndef REPLYCODE_KB_SCAN_H
#define REPLYCODE_KB_SCAN_H

#include "kb/json.h"

struct scan {
	const struct json_file *file;
	size_t at, end;     /* in bytes of the file: where the walk stands, and where it must end */
	size_t *starts;     /* where each value starts, in the order of the text; NULL: not asked for */
	size_t count, size; /* of starts: noted, and room for */
	struct arena *arena;
	struct error *error;
};

/* The byte at which the walk stands; -1 at the end. */
int scan_peek(const struct scan *scan);

void scan_blanks(struct scan *scan);

/* A value, whole; depth is that of the value in the file, 0 at the top. */
enum status scan_value(struct scan *scan, int depth);

/* The key of a member, its colon, and the blanks behind it. */
enum status scan_key(struct scan *scan);

/* Fills the error with a message about the place at which the walk stands. Returns STATUS_BAD. */
enum status scan_fail(struct scan *scan, const char *message);

#endif
