/* What the interface does when something happens. */
#ifndef REPLYCODE_TUI_UPDATE_H
#define REPLYCODE_TUI_UPDATE_H

#include "tui/model.h"

/* Changes the model as the event says, and sets model->request to what is asked of the caller. Paints nothing and
 * touches no terminal and no file. */
void update(struct model *model, const struct event *event);

#endif
