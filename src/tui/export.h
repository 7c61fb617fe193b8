/* What is shown, in the formats of the command line, for the clipboard and for files. */
#ifndef REPLYCODE_TUI_EXPORT_H
#define REPLYCODE_TUI_EXPORT_H

#include "page/print.h"
#include "tui/event.h"
#include "tui/view.h"

enum export_format { EXPORT_TEXT, EXPORT_MARKDOWN, EXPORT_JSON };

/* The format that a file's name asks for: Markdown for .md, JSON for .json, else text. */
enum export_format export_format(const char *path);

/* The bytes of a subject in a format; text is EXPORT_WIDTH columns wide. Owned by the arena. */
enum { EXPORT_WIDTH = 80 };
enum status export_make(struct arena *arena, const struct subject *subject, struct language *language,
                        enum export_format format, struct charset *charset, struct output *output, struct error *error);

/* Writes bytes to a file; a leading ~/ means the home directory. Unless overwrite is set, a file that exists is left
 * as it is, and the answer is ANSWER_EXISTS. After ANSWER_FAILED, errno tells why. */
enum answer export_write(struct arena *arena, const char *path, bool overwrite, struct output output);

#endif
