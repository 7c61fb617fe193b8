/* The words of the knowledge base: read in one language, with English standing in for what it lacks. */
#ifndef REPLYCODE_KB_WORDS_H
#define REPLYCODE_KB_WORDS_H

#include "kb/decode.h"
#include "kb/source.h"

/* The file of a language, and the English one where that is another. Either may be NULL. */
struct words {
	const struct json_file *own, *english;
};

/* Finds the files STEM.LANG.json and STEM.en.json. */
enum status words_open(struct arena *arena, struct source *source, const char *stem, const char *lang,
                       struct words *words, struct error *error);

/* Fills the struct of size bytes at out with the words of key, by its fields (FIELD_STRING and FIELD_STRINGS). What the language lacks is taken from English, strings marked "[en] ". Words that are missing in
 * both are an error. Where there are no words for the key in either file, that is an error at the key's facts. */
enum status words_read(struct arena *arena, const struct words *words, const char *key, const struct field *fields,
                       size_t count, void *out, size_t size, struct error *error);

#endif
