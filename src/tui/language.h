/* The languages of the interface, each with its strings and its knowledge base, opened when it is first shown. */
#ifndef REPLYCODE_TUI_LANGUAGE_H
#define REPLYCODE_TUI_LANGUAGE_H

#include "explain/explainer.h"
#include "kb/kb.h"
#include "kb/lang.h"
#include "kb/search.h"

struct language {
	const char *code;    /* "fr" */
	struct arena *arena; /* NULL until the language is opened */
	struct lang *lang;
	struct kb *kb;
	struct search *basic, *enhanced; /* NULL until something is searched for */
	struct explainer *explainer;     /* NULL until a reply is explained */
	size_t other;                    /* the language that is searched beside this one */
};

struct languages {
	struct source *source;
	const char *protocol; /* "smtp" */
	const char *own;      /* path of the user's own replies; NULL: none */
	arena_exhausted *exhausted;
	struct language *items; /* English first; owned by the arena of languages_open() */
	size_t count;
};

/* Lists the languages of the source; opens none. own is borrowed. languages_close() frees what was opened since. */
void languages_open(struct arena *arena, struct source *source, const char *protocol, const char *own,
                    arena_exhausted *exhausted, struct languages *languages);
void languages_close(struct languages *languages);

/* The number of the language with that code; 0 where there is none. */
size_t languages_find(const struct languages *languages, const char *code);

/* Opens the i-th language where that has not been done yet. */
enum status languages_get(struct languages *languages, size_t i, struct language **language, struct error *error);

/* The texts of the i-th language and of another, ready to be searched. */
enum status languages_search(struct languages *languages, size_t i, size_t other, enum code_kind kind,
                             struct search **search, struct error *error);

/* Opens what explaining replies in the i-th language needs, where that has not been done yet. What is wrong with the
 * user's own replies is told in *own_error then (message NULL: nothing). */
enum status languages_explainer(struct languages *languages, size_t i, struct error *own_error, struct error *error);

#endif
