/* The files of data/ as the build put them into the program, already checked and indexed (tools/embed.c). */
#ifndef REPLYCODE_KB_EMBEDDED_H
#define REPLYCODE_KB_EMBEDDED_H

#include "kb/json.h"

extern const struct json_file embedded_files[]; /* by name, ascending */
extern const size_t embedded_count;

#endif
