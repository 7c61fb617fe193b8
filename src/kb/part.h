/* A part of the knowledge base: a file of facts, and the words for the same keys. */
#ifndef REPLYCODE_KB_PART_H
#define REPLYCODE_KB_PART_H

#include "kb/words.h"

struct part {
	const struct json_file *facts;
	struct words words;
};

/* Finds STEM.json, STEM.LANG.json and STEM.en.json. */
enum status part_open(struct arena *arena, struct source *source, const char *stem, const char *lang, struct part *part,
                      struct error *error);

/* Fills the struct at out with the facts of a key that the file has, by count fields. */
enum status part_read_facts(struct arena *arena, const struct part *part, const char *key, const struct field *fields,
                            size_t count, void *out, struct error *error);

/* Fills error with a message about a fact, at the place of the key that it belongs to. Returns STATUS_BAD. */
enum status part_bad_fact(const struct part *part, const char *key, struct error *error, const char *message,
                          const char *fact);

#endif
