/* JSON as the knowledge base needs it: strict, with positions, and read piece by piece.
 *
 * A file of the knowledge base is an object. json_index() finds its members without building anything; json_parse()
 * builds one member's value when it is asked for. */
#ifndef REPLYCODE_KB_JSON_H
#define REPLYCODE_KB_JSON_H

#include "base/arena.h"
#include "base/status.h"

#include <stddef.h>

/* A member of a file's object: where its key and its value stand in the file, in bytes. */
struct json_member {
	const char *key;
	size_t key_at;
	size_t value_at, value_size;
};

struct json_file {
	const char *name; /* as messages show it */
	const char *text;
	size_t size;
	const struct json_member *members; /* in the order of the file */
	size_t count;
};

enum json_type { JSON_NULL, JSON_BOOLEAN, JSON_NUMBER, JSON_STRING, JSON_ARRAY, JSON_OBJECT };

struct json {
	enum json_type type;
	size_t at;                /* where it starts in the file, in bytes */
	const char *key;          /* of a member of an object, else NULL */
	const char *string;       /* of a JSON_STRING, else NULL */
	const struct json *child; /* the first of an array or object */
	const struct json *next;
	size_t count; /* of children */
};

/* Checks the whole text of file (grammar of RFC 8259, valid UTF-8, no duplicate key at the top, no \u0000, an object
 * at the top and nothing behind it) and fills members and count. Members are owned by the arena; their keys too. */
enum status json_index(struct arena *arena, struct json_file *file, struct error *error);

/* The member with that key, or NULL. */
const struct json_member *json_find(const struct json_file *file, const char *key);

/* Builds the value of a member. Rejects duplicate keys in it. The tree is owned by the arena. */
enum status json_parse(struct arena *arena, const struct json_file *file, const struct json_member *member,
                       const struct json **value, struct error *error);

/* Fills error with a message about the byte at of the file (line and column, counted in characters). Returns
 * STATUS_BAD. */
enum status json_error(const struct json_file *file, size_t at, struct error *error, const char *message, const char *a,
                       const char *b);

#endif
