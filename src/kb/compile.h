/* words.json on its way into the tables of struct rules: what the parts of the compiler share. For kb/rules_compile.c and
 * kb/compile*.c alone. */
#ifndef REPLYCODE_KB_COMPILE_H
#define REPLYCODE_KB_COMPILE_H

#include "kb/fragments.h"
#include "kb/json.h"
#include "kb/rules.h"

struct compile {
	struct arena *arena;
	struct error *error;
	const struct json_file *causes, *words;
	const struct json *groups;
	struct rules *rules;
	struct fragments fragments;
	struct numbers singles, chains, slot_first, slot_next, slot_before, slot_ends, enhanced, codes, expected, stages;
	struct fragments firsts; /* the first parts of chains, with their slots */
	uint32_t signs;
};

/* Tells what is wrong with a value of words.json. Returns STATUS_BAD. */
enum status compile_fail(const struct compile *compile, const struct json *node, const char *message, const char *what);

/* The number of a cause, -1 when there is no such cause. */
int compile_find_cause(const struct compile *compile, const char *name);

/* The value of a member of words.json, which must be there and of that type, an object or an array. */
enum status compile_parse(struct compile *compile, const char *key, enum json_type type, const struct json **value);

/* Fails where a value is no list of strings. */
enum status compile_want_strings(const struct compile *compile, const struct json *array);

/* Notes that a fragment, brought into normal form, counts for the number of a kind (enum use_kind). */
enum status compile_add_fragment(struct compile *compile, const struct json *node, const char *text, uint32_t kind,
                                 uint32_t number);

/* Compiles what is a sign: the time that a text speaks of, the stage, a blocklist. Stores how many stages there are. */
enum status compile_signs(struct compile *compile, uint32_t *stage_count);

/* Compiles the causes that usually go with a reply code. */
enum status compile_expected(struct compile *compile);

#endif
