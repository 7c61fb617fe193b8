/* What every command works with: the options made whole, the language, the knowledge base, and the way out. */
#ifndef REPLYCODE_CLI_SESSION_H
#define REPLYCODE_CLI_SESSION_H

#include "cli/cli.h"
#include "cli/options.h"
#include "kb/kb.h"
#include "page/print.h"

struct session {
	const struct world *world;
	struct arena *arena;
	arena_exhausted *exhausted;
	struct options options;
	struct charset *charset;
	struct source *source;
	struct lang *lang;
	struct kb *kb;
	struct error error; /* of the call that failed */
};

/* Opens source and language, so that errors can be told in words, then the knowledge base. */
enum status session_open_language(struct session *session);
enum status session_open_kb(struct session *session);

/* Width for text, in columns. */
int session_width(const struct session *session);

/* Prints a page in the format asked for; not for JSON. */
enum status session_print_page(struct session *session, const struct page *page);

/* Writes bytes to the output. A closed pipe is no failure that anybody is told of, but STATUS_OUTPUT all the same. */
enum status session_write(struct session *session, struct output output);

/* Tells session->error on the error output, safe to show. Returns STATUS_BAD. */
enum status session_complain(struct session *session);

/* Tells a message that is no fault of usage. Returns STATUS_NOT_FOUND. */
enum status session_not_found(struct session *session, const char *message, const char *a);

#endif
