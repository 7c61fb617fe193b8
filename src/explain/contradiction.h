/* Where a reply contradicts itself, or uses a code for something else than what it stands for. */
#ifndef REPLYCODE_EXPLAIN_CONTRADICTION_H
#define REPLYCODE_EXPLAIN_CONTRADICTION_H

#include "explain/verdict.h"

/* The sentences that say so, in the explainer's language. verdict must be complete but for them. signs are those of the
 * words. Owned by the arena. */
enum status contradictions_find(struct arena *arena, struct explainer *explainer, const struct verdict *verdict,
                                const bool *signs, struct strings *sentences, struct error *error);

#endif
