/* A page laid out for a pane: what it shows, its lines, and how far it is scrolled. */
#ifndef REPLYCODE_TUI_VIEW_H
#define REPLYCODE_TUI_VIEW_H

#include "explain/verdict.h"
#include "page/layout.h"
#include "tui/action.h"
#include "tui/language.h"

/* What a page is about. Another kind of page is one more of these, and one more function in view.c. */
enum subject_kind { SUBJECT_NONE, SUBJECT_CODE, SUBJECT_PAIR, SUBJECT_REPLY, SUBJECT_HELP };

struct subject {
	enum subject_kind kind;
	char codes[2][CODE_SIZE]; /* the second of SUBJECT_PAIR only */
	enum mode mode;           /* of SUBJECT_HELP: whose keys */
	const char *reply;        /* of SUBJECT_REPLY: its text, borrowed */
	unsigned number;          /* of SUBJECT_REPLY: another for every reply */
};

struct view {
	struct arena *arena; /* of the page and its lines; forgotten when another page
	                        is shown */
	struct subject subject;
	const struct language *language; /* in which it was laid out; NULL where nothing is shown */
	int width;                       /* for which it was laid out */
	struct page *page;
	struct lines lines;
	size_t top; /* the first line in sight */
};

/* A view of nothing; view_close() frees it. */
void view_open(struct view *view, arena_exhausted *exhausted);
void view_close(struct view *view);

/* Shows a subject in a language at a width. Does nothing when it is shown already. The same subject in another
 * language or at another width stays scrolled to the same part; another subject starts at its top. */
enum status view_show(struct view *view, const struct subject *subject, struct language *language, int width,
                      struct charset *charset, struct error *error);

/* Scrolls by some lines and stays within what a pane of height rows can show.
 * */
void view_scroll(struct view *view, long lines, int height);

/* The page about a subject, made in the arena. A reply wants languages_explainer() to have been called. */
enum status subject_page(struct arena *arena, const struct subject *subject, struct language *language,
                         struct page **page, struct error *error);

/* What a SUBJECT_REPLY says. */
enum status subject_verdict(struct arena *arena, const struct subject *subject, struct language *language,
                            struct verdict *verdict, struct error *error);

bool subject_same(const struct subject *a, const struct subject *b);

#endif
