/* A reply as somebody pasted it: its text and the codes in it. */
#ifndef REPLYCODE_EXPLAIN_REPLY_H
#define REPLYCODE_EXPLAIN_REPLY_H

#include "base/arena.h"
#include "kb/code.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	REPLY_MAX = 64 * 1024, /* bytes of a reply that are read */
	REPLY_CODES_MAX = 64,  /* codes of a kind that are kept: the first */
};

/* A code in the text. */
struct reply_code {
	uint32_t at; /* where it stands in the text, in bytes */
	char code[CODE_SIZE];
};

struct reply {
	const char *input; /* as it came */
	size_t input_size;
	bool cut;         /* the input was longer than REPLY_MAX */
	const char *text; /* the cleaned input; not NUL-terminated */
	size_t size;
	struct reply_code codes[REPLY_CODES_MAX]; /* reply codes, in the order of the text */
	size_t code_count;
	struct reply_code enhanced[REPLY_CODES_MAX];
	size_t enhanced_count;
};

/* Reads the n bytes at input, which are borrowed. Numbers that are no reply codes (a port, a size, "after 300 seconds")
 * are passed over: one counts as a code where codes stand, at the start, behind "said:" or the like, before an enhanced
 * code; where there is none such, any number of that form does, if it tells no success. */
void reply_read(struct arena *arena, const char *input, size_t n, struct reply *reply);

/* The text of the reply that stands around the code number first of reply->codes, up to where another part of a bounce
 * starts (or all of it, where there are no codes), on one line, without its codes. Owned by the arena. */
const char *reply_words(struct arena *arena, const struct reply *reply, size_t first);

/* The text of a reply, of reply->size bytes, with blanks for the codes at which its further lines start, so that its
 * sentences are whole. Owned by the arena; the text itself where there are no further lines. */
const char *reply_joined(struct arena *arena, const struct reply *reply);

/* The start of a line of a reply: "550-5.7.26 ". */
struct reply_line {
	char code[CODE_SIZE];
	char enhanced[CODE_SIZE]; /* "" where none follows */
	bool more; /* another line may follow: "-" stands behind the code, and the line is not longer than servers make one
	              * that they carry on */
	bool folded; /* the line holds further lines of the reply, as logs do: it is whole; looked for behind "-" alone */
};

/* Reads the start of a line of n bytes; code is "" where it starts with none. */
struct reply_line reply_line_read(const char *line, size_t n);

/* Whether the second line carries on the reply of the first. */
bool reply_line_belongs(const struct reply_line *first, const struct reply_line *second);

#endif
