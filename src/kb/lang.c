#include "kb/lang.h"

#include "base/text.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>
#include <strings.h>

enum { GROUPS_MAX = 24 };

/* The strings whose keys share what stands before the dot, read when the first of them is asked for. */
struct group {
	const char *name;
	const struct json *strings;
};

/* One file of strings. */
struct table {
	const struct json_file *file; /* NULL: the language has none */
	struct group groups[GROUPS_MAX];
	size_t count;
};

struct lang {
	struct arena *arena;
	const char *code;
	struct table own;
	struct table english;
};

/* Whether the n bytes at wish ("fr_CA.UTF-8", "fr", "FR-be") ask for that language. */
static bool asks_for(const char *wish, size_t n, const char *language)
{
	size_t length = strlen(language);

	return n >= length && strncasecmp(wish, language, length) == 0 &&
	       (n == length || !isalnum((unsigned char)wish[length]));
}

static const char *pick(const char *wish, size_t n, const char *const *available, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (asks_for(wish, n, available[i]))
			return available[i];
	return NULL;
}

static bool is_set(const char *value)
{
	return value && *value;
}

static bool is_c_locale(const char *locale)
{
	size_t n = strcspn(locale, ".");

	return (n == 1 && *locale == 'C') || (n == 5 && strncmp(locale, "POSIX", 5) == 0);
}

const char *lang_choose(const struct lang_env *env, const char *const *available, size_t count)
{
	const char *locale = is_set(env->lc_all)        ? env->lc_all
	                     : is_set(env->lc_messages) ? env->lc_messages
	                     : is_set(env->lang)        ? env->lang
	                                                : "C";
	const char *found = NULL;

	if (is_set(env->replycode_lang))
		found = pick(env->replycode_lang, strlen(env->replycode_lang), available, count);
	/* gettext heeds LANGUAGE only where a locale other than C is asked for. */
	if (!found && is_set(env->language) && !is_c_locale(locale))
		for (const char *wish = env->language; *wish && !found;) {
			size_t n = strcspn(wish, ":");

			found = pick(wish, n, available, count);
			wish += n + (wish[n] == ':');
		}
	if (!found && !is_c_locale(locale))
		found = pick(locale, strlen(locale), available, count);
	return found ? found : available[0];
}

const char *lang_charset(struct arena *arena, const struct lang_env *env)
{
	const char *locale = is_set(env->lc_all) ? env->lc_all : is_set(env->lc_ctype) ? env->lc_ctype : env->lang;
	const char *dot = locale ? strchr(locale, '.') : NULL;
	size_t n = dot ? strcspn(dot + 1, "@") : 0;

	return n ? arena_copy(arena, dot + 1, n) : "UTF-8";
}

static enum status open_table(struct source *source, struct arena *arena, const char *code, struct table *table,
                              struct error *error)
{
	const char *name = arena_printf(arena, "ui.%s.json", code);

	if (source_file(source, name, &table->file, error) != STATUS_OK)
		return STATUS_BAD;
	return table->file ? STATUS_OK : error_set(error, "error.no-file", name, NULL, NULL);
}

enum status lang_open(struct arena *arena, struct source *source, const char *code, struct lang **opened,
                      struct error *error)
{
	struct lang *lang = arena_alloc(arena, sizeof *lang);

	lang->arena = arena;
	lang->code = code;
	if (open_table(source, arena, code, &lang->own, error) != STATUS_OK)
		return STATUS_BAD;
	if (strcmp(code, "en") != 0 && open_table(source, arena, "en", &lang->english, error) != STATUS_OK)
		return STATUS_BAD;
	*opened = lang;
	return STATUS_OK;
}

const char *lang_code(const struct lang *lang)
{
	return lang->code;
}

static const struct json *group_strings(struct arena *arena, struct table *table, const char *name, size_t n)
{
	for (size_t i = 0; i < table->count; i++)
		if (strncmp(table->groups[i].name, name, n) == 0 && !table->groups[i].name[n])
			return table->groups[i].strings;

	char *key = arena_copy(arena, name, n);
	const struct json_member *member = table->file ? json_find(table->file, key) : NULL;
	const struct json *strings = NULL;
	struct error ignored;

	/* What is wrong in a group is told by check-data; here English stands in. */
	if (member &&
	    (json_parse(arena, table->file, member, &strings, &ignored) != STATUS_OK || strings->type != JSON_OBJECT))
		strings = NULL;
	if (table->count < GROUPS_MAX)
		table->groups[table->count++] = (struct group){.name = key, .strings = strings};
	return strings;
}

static const char *find(struct arena *arena, struct table *table, const char *group, size_t n, const char *name)
{
	const struct json *strings = group_strings(arena, table, group, n);

	for (const struct json *string = strings ? strings->child : NULL; string; string = string->next)
		if (strcmp(string->key, name) == 0)
			return string->string;
	return NULL;
}

static const char *find_or_english(struct lang *lang, const char *group, size_t n, const char *name)
{
	const char *found = find(lang->arena, &lang->own, group, n, name);

	if (found)
		return found;
	found = find(lang->arena, &lang->english, group, n, name);
	if (found)
		return arena_printf(lang->arena, "[en] %s", found);
	return arena_printf(lang->arena, "%.*s.%s", (int)n, group, name);
}

const char *lang_text(struct lang *lang, const char *key)
{
	size_t n = strcspn(key, ".");

	return find_or_english(lang, key, n, key[n] ? key + n + 1 : "");
}

const char *lang_name(struct lang *lang, const char *group, const char *name)
{
	return find_or_english(lang, group, strlen(group), name);
}

/* Which argument stands at s ("{2}"): 0, 1 or 2; -1 when none does. */
static int place(const char *s)
{
	return s[0] == '{' && s[1] >= '1' && s[1] <= '3' && s[2] == '}' ? s[1] - '1' : -1;
}

char *lang_format(struct arena *arena, struct lang *lang, const char *key, const char *a, const char *b, const char *c)
{
	const char *args[ERROR_ARGS] = {a ? a : "", b ? b : "", c ? c : ""};
	const char *form = lang_text(lang, key);
	size_t size = 1;

	for (const char *s = form; *s; s++)
		size += place(s) >= 0 ? strlen(args[place(s)]) : 1;

	char *text = arena_alloc(arena, size);
	char *to = text;

	for (const char *s = form; *s; s++)
		if (place(s) >= 0) {
			size_t n = strlen(args[place(s)]);

			memcpy(to, args[place(s)], n);
			to += n;
			s += 2;
		} else {
			*to++ = *s;
		}
	return text;
}

char *lang_error(struct arena *arena, struct lang *lang, const struct error *error)
{
	char *message = lang_format(arena, lang, error->message, error->args[0], error->args[1], error->args[2]);

	if (error->file && error->line)
		message = arena_printf(arena, "%s:%zu:%zu: %s", error->file, error->line, error->column, message);
	else if (error->file)
		message = arena_printf(arena, "%s: %s", error->file, message);
	/* File names, arguments and keys may hold anything. */
	return text_visible(arena, message, strlen(message));
}
