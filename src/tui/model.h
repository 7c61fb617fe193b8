/* All that the interface knows: what is shown, what is selected, what is being typed. update() changes it, draw()
 * shows it, neither knows of the other. */
#ifndef REPLYCODE_TUI_MODEL_H
#define REPLYCODE_TUI_MODEL_H

#include "tui/event.h"
#include "tui/frame.h"
#include "tui/list.h"
#include "tui/map.h"
#include "tui/prompt.h"
#include "tui/view.h"

/* What the model asks of whoever runs it, which answers with an EVENT_ANSWER where it says so. */
enum request {
	REQUEST_NONE,
	REQUEST_QUIT,
	REQUEST_SUSPEND,
	REQUEST_REDRAW,
	REQUEST_MOUSE,     /* on or off, as the model says; answered with
	                      ANSWER_IMPOSSIBLE where there is none */
	REQUEST_COPY,      /* the subject to the clipboard; answered */
	REQUEST_WRITE,     /* the subject to a new file; answered */
	REQUEST_OVERWRITE, /* the subject to a file, whether it exists or not;
	                      answered */
};

enum { MODES_MAX = 8, LISTS = 2 };

struct model {
	struct arena *arena; /* lives as long as the model */
	struct languages languages;
	size_t language;          /* the one that is shown */
	size_t previous_language; /* the one that was shown before it */
	struct charset *charset;
	int width, height;
	struct frame frame;

	enum mode modes[MODES_MAX]; /* the last of depth is the one that keys go to;
	                               the others lie below it */
	size_t depth;

	struct list lists[LISTS]; /* reply codes, enhanced status codes */
	struct prompt filters[LISTS];
	size_t kind; /* the list that is shown */
	char before_filter[CODE_SIZE];
	size_t before_filter_top;
	char marks[2][CODE_SIZE];
	size_t mark_count;
	char typed[CODE_SIZE];    /* of a code, while its digits are typed */
	char unlisted[CODE_SIZE]; /* a code that is in no list and explained all the
	                             same; "" for none */

	struct view page;    /* of the selected code */
	struct view compare; /* of pair */
	char pair[2][CODE_SIZE];
	size_t side;         /* which of the pair changes with the arrows */
	struct view verdict; /* of the reply */
	struct arena *replies;
	const char *reply; /* the one that was explained last; NULL for none */
	bool reply_has_code;
	unsigned reply_number; /* counts them */
	struct prompt typing;  /* the next one */
	bool pasted;           /* whether the prompt was opened by what is being pasted */
	bool from_reply;       /* whether Esc leads back to the reply, from what was looked up on its account */
	struct map map;
	struct view help;
	size_t language_choice;

	struct prompt file;
	bool copy_markdown;
	bool mouse;

	struct arena *notices;
	const char *notice; /* what has just happened; NULL for nothing */

	enum request request;
	int signal;         /* that ends the program; 0 for none */
	bool print;         /* whether the subject is to be printed after the end */
	enum status status; /* not STATUS_OK: error says why the program must end */
	struct error error;
};

struct model_options {
	struct source *source;
	const char *protocol, *lang;
	const char *own; /* path of the user's own replies; NULL: none */
	struct charset *charset;
	const char *codes[2]; /* what is shown first */
	size_t count;         /* 0: the list; 1: a code; 2: a comparison */
	arena_exhausted *exhausted;
};

/* Starts a model for a screen of that size. model_close() frees it, whatever was returned. */
enum status model_open(struct model *model, const struct model_options *options, int width, int height);
void model_close(struct model *model);

enum mode model_mode(const struct model *model);

/* The mode whose screen is shown below what only asks or helps: MODE_LIST, MODE_READ, MODE_COMPARE, MODE_VERDICT
 * or MODE_MAP, or MODE_HELP. */
enum mode model_screen(const struct model *model);

/* What the print, copy and write actions are about. */
struct subject model_subject(const struct model *model);

/* The language that is shown. */
struct language *model_language(const struct model *model);

/* Milliseconds without an event after which EVENT_TIMEOUT is due; -1: never. */
int model_timeout(const struct model *model);

/* Rows of the map, and rows below it that explain the selected code. */
int model_map_height(const struct model *model);

/* Makes the rows of the list that is shown, where they are out of date. */
enum status model_fill_list(struct model *model);

/* Makes everything that is shown fit: scrolls to what is selected, loads what comes into sight, lays pages out. */
void model_settle(struct model *model);

#endif
