/* What each action does to the model. Only update() calls these. */
#ifndef REPLYCODE_TUI_HANDLERS_H
#define REPLYCODE_TUI_HANDLERS_H

#include "tui/model.h"

typedef void handler(struct model *model, enum action action);

/* handlers_browse.c: moving about in lists, pages and the map. */
handler handle_move, handle_map_move, handle_pane, handle_kind, handle_filter, handle_mark, handle_open, handle_choose,
    handle_map, handle_back;
void handle_jump(struct model *model, char digit);
void handle_click(struct model *model, int x, int y);

/* handlers_compare.c: the comparison. */
handler handle_compare, handle_swap, handle_side, handle_change, handle_pair;

/* handlers_reply.c: whole replies. */
handler handle_explain, handle_recall, handle_code;
void handle_pasted(struct model *model);

/* handlers_output.c: languages, help, and what leaves the program. */
handler handle_language, handle_languages, handle_help, handle_print, handle_copy, handle_copy_as, handle_write,
    handle_overwrite, handle_mouse, handle_request, handle_accept, handle_cancel;

/* Puts a mode over the others, or takes the last one away. */
void push_mode(struct model *model, enum mode mode);
void pop_mode(struct model *model);

/* Goes back to the list, and to mode over it where that is another. */
void reset_mode(struct model *model, enum mode mode);

/* Tells the user something until the next key: a message with up to two arguments. */
void notify(struct model *model, const char *message, const char *a, const char *b);

/* Makes the list show a code and selects it, dropping the filter where that hides it. Returns whether it could. */
bool go_to_code(struct model *model, const char *code);

/* Stores a code where there is room for one. */
void set_code(char *to, const char *code);

#endif
