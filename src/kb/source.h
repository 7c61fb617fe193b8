/* Where the files of the knowledge base come from: built into the program, or a folder. */
#ifndef REPLYCODE_KB_SOURCE_H
#define REPLYCODE_KB_SOURCE_H

#include "kb/json.h"

#include <stdbool.h>

struct source;

/* The files built into the program when dir is NULL, else those of the folder. Everything is owned by the arena. */
enum status source_open(struct arena *arena, const char *dir, struct source **opened, struct error *error);

/* The file with that name ("smtp/codes.json"), indexed. *file is NULL where there is no such file; a file that cannot
 * be read or is no JSON is an error. Asked twice, it gives the same answer without reading again. */
enum status source_file(struct source *source, const char *name, const struct json_file **file, struct error *error);

/* The names of all files, in ascending order, as source_file() takes them; count of them in *count. */
const char *const *source_names(const struct source *source, size_t *count);

/* Codes of the languages that have a file of the interface's strings (ui.xx.json): English first, then ascending. */
const char *const *source_languages(const struct source *source, size_t *count);

/* Whether the files are those that the build put into the program. */
bool source_is_built_in(const struct source *source);

/* Reads and indexes any file; *read is NULL where there is none. Owned by the arena; path is borrowed for as long. */
enum status source_read(struct arena *arena, const char *path, const struct json_file **read, struct error *error);

#endif
