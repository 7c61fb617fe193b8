#include "tui/palette.h"

/* Colours of middle lightness, which are read on dark grounds and on light ones. Among eight, yellow and white are
 * lost on light grounds and blue on dark ones, so magenta stands for what is transient. */
enum { RED = 1, GREEN = 2, MAGENTA = 5, CYAN = 6, DEEP_RED = 160, DEEP_GREEN = 28, ORANGE = 130, SEA = 31, GREY = 244 };

const struct style palette[LOOK_COUNT] = {
    [ROLE_TEXT] = {PALETTE_NONE, PALETTE_NONE, .bold = false},
    [ROLE_TITLE] = {PALETTE_NONE, PALETTE_NONE, .bold = true},
    [ROLE_HEADING] = {PALETTE_NONE, PALETTE_NONE, .bold = true},
    [ROLE_LABEL] = {CYAN, SEA, .bold = false},
    [ROLE_DIFFERS] = {MAGENTA, ORANGE, .bold = true},
    [ROLE_SUCCESS] = {GREEN, DEEP_GREEN, .bold = false},
    [ROLE_TRANSIENT] = {MAGENTA, ORANGE, .bold = false},
    [ROLE_PERMANENT] = {RED, DEEP_RED, .bold = false},
    [ROLE_NOTE] = {MAGENTA, ORANGE, .bold = false},
    [ROLE_CLIENT] = {CYAN, SEA, .bold = false},
    [ROLE_SERVER] = {PALETTE_NONE, PALETTE_NONE, .bold = false},
    [ROLE_RULE] = {PALETTE_NONE, GREY, .bold = false},
    [LOOK_HEADER] = {PALETTE_NONE, PALETTE_NONE, .reverse = true},
    [LOOK_FOOTER] = {PALETTE_NONE, PALETTE_NONE, .bold = false},
    [LOOK_KEY] = {PALETTE_NONE, PALETTE_NONE, .bold = true},
    [LOOK_NOTICE] = {PALETTE_NONE, PALETTE_NONE, .reverse = true},
    [LOOK_MATCH] = {MAGENTA, ORANGE, .bold = true, .underline = true},
    [LOOK_MARK] = {PALETTE_NONE, PALETTE_NONE, .bold = true},
    [LOOK_FAINT] = {PALETTE_NONE, GREY, .bold = false},
};
