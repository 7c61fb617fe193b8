/* The language of the interface: which one it is, and its strings. */
#ifndef REPLYCODE_KB_LANG_H
#define REPLYCODE_KB_LANG_H

#include "kb/source.h"

/* What the environment says of the language and the character set; each may be NULL. */
struct lang_env {
	const char *replycode_lang; /* $REPLYCODE_LANG */
	const char *language;       /* $LANGUAGE */
	const char *lc_all, *lc_messages, *lc_ctype, *lang;
};

/* The language that the environment asks for, as gettext reads it, among the available ones; available[0] when it asks
 * for none of them. Depends on its arguments alone, never on an installed locale. Borrowed from available. */
const char *lang_choose(const struct lang_env *env, const char *const *available, size_t count);

/* The name of the character set for output: what follows the dot in the locale's name, else "UTF-8". Owned by the
 * arena. */
const char *lang_charset(struct arena *arena, const struct lang_env *env);

struct lang;

/* The strings of a language; English stands in where it lacks one, marked "[en] ". */
enum status lang_open(struct arena *arena, struct source *source, const char *code, struct lang **opened,
                      struct error *error);

/* "fr" */
const char *lang_code(const struct lang *lang);

/* The string of that key, "group.name". The key itself where no language has it. Borrowed from lang. */
const char *lang_text(struct lang *lang, const char *key);

/* The string "group.name" for a group and a name apart. */
const char *lang_name(struct lang *lang, const char *group, const char *name);

/* The string of that key with {1}, {2} and {3} replaced. Owned by the arena. */
char *lang_format(struct arena *arena, struct lang *lang, const char *key, const char *a, const char *b, const char *c);

/* An error in words, with its file, line and column in front, safe to print. Owned by the arena. */
char *lang_error(struct arena *arena, struct lang *lang, const struct error *error);

#endif
