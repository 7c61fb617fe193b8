/* From a JSON object to a C struct, by a table of its fields. */
#ifndef REPLYCODE_KB_DECODE_H
#define REPLYCODE_KB_DECODE_H

#include "kb/json.h"

#include <stdbool.h>

/* A list of strings, in the order of the file. */
struct strings {
	const char *const *items;
	size_t count;
};

enum field_kind {
	FIELD_STRING,  /* const char *; NULL when missing */
	FIELD_STRINGS, /* struct strings */
	FIELD_NAME,    /* int: which of names it is; NAME_MISSING when missing */
};

enum { NAME_MISSING = -1 };

struct field {
	const char *name;
	size_t offset;            /* in the struct, as offsetof() gives it */
	const char *const *names; /* of FIELD_NAME: what the string may be, ended by NULL */
	enum field_kind kind;
	bool optional;
};

/* Fills the struct at out from object, by count fields. Rejects unknown fields, missing ones, wrong types, and empty
 * strings. With lenient, a field may be missing: the words of a language that is not complete. Strings are owned by
 * the arena that built the object. */
enum status decode(struct arena *arena, const struct json_file *file, const struct json *object,
                   const struct field *fields, size_t count, bool lenient, void *out, struct error *error);

/* The items of an array of strings. */
enum status decode_strings(struct arena *arena, const struct json_file *file, const struct json *array,
                           struct strings *out, struct error *error);

#endif
