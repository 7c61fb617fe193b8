/* Explaining whole replies, from arguments or from standard input. */
#ifndef REPLYCODE_CLI_EXPLAIN_H
#define REPLYCODE_CLI_EXPLAIN_H

#include "cli/session.h"
#include "explain/explainer.h"

/* The file of the user's own replies, owned by the session's arena; NULL where the environment does not tell where it
 * would be. */
const char *explain_own_path(const struct session *session);

/* Opens what explaining replies needs, the user's own replies included; what is wrong with those is told. Returns
 * STATUS_BAD, with session->error filled, where the knowledge base is wrong. */
enum status explain_open(struct session *session, struct explainer **explainer);

/* Explains the words, with blanks between them, as one reply. */
enum status explain_words(struct session *session, const char *const *words, size_t count);

/* Explains each reply of standard input. STATUS_NOT_FOUND when nothing could be told of any. */
enum status explain_input(struct session *session);

/* Whether the words, with blanks between them, hold a code and more than that: a reply. */
bool explain_is_reply(struct session *session, const char *const *words, size_t count);

#endif
