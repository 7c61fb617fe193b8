#include "cli/commands.h"

#include "base/buffer.h"
#include "cli/explain.h"
#include "kb/check.h"
#include "kb/search.h"
#include "page/compose.h"

#include <string.h>

static enum status wrong(struct session *session, const char *message, const char *a, const char *b)
{
	error_set(&session->error, message, a, b, NULL);
	return session_complain(session);
}

/* One well-formed code: found, not found, or an error. */
static enum status explain_code(struct session *session, const char *code)
{
	struct arena *arena = session->arena;
	struct explanation explanation;
	enum status status;

	if (explanation_make(arena, session->kb, code, &explanation, &session->error) != STATUS_OK)
		return session_complain(session);
	if (session->options.format == FORMAT_JSON)
		status = session_write(session, print_json_explanation(arena, &explanation, kb_protocol(session->kb),
		                                                       lang_code(session->lang), session->options.ascii));
	else
		status = session_print_page(session,
		                            compose_explanation(arena, session->lang, kb_protocol(session->kb), &explanation));
	return status == STATUS_OK && !explanation.entry ? STATUS_NOT_FOUND : status;
}

enum status commands_want_code(struct session *session, const char *word)
{
	switch (code_kind(word)) {
	case CODE_BASIC:
	case CODE_ENHANCED:
		return STATUS_OK;
	case CODE_BASIC_PATTERN:
	case CODE_ENHANCED_PATTERN:
		return wrong(session, "error.pattern", word, NULL);
	case CODE_MALFORMED:
		return wrong(session, "error.malformed", word, NULL);
	case CODE_NONE:
		break;
	}
	return wrong(session, "error.not-code", word, NULL);
}

static bool are_codes(const char *const *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (code_kind(words[i]) == CODE_NONE)
			return false;
	return true;
}

enum status command_explain(struct session *session, const char *name, const char *const *words, size_t count)
{
	enum status result = STATUS_OK;

	if (!count && session->world->in_is_terminal)
		return wrong(session, "error.want-code", name, NULL);
	if (!count || (count == 1 && strcmp(words[0], "-") == 0))
		return explain_input(session);
	if (!are_codes(words, count))
		return explain_words(session, words, count);
	for (size_t i = 0; i < count; i++)
		if (commands_want_code(session, words[i]) != STATUS_OK)
			return STATUS_BAD;
	for (size_t i = 0; i < count; i++) {
		enum status status = i && session->options.format != FORMAT_JSON
		                         ? session_write(session, (struct output){.bytes = "\n", .size = 1})
		                         : STATUS_OK;

		if (status == STATUS_OK)
			status = explain_code(session, words[i]);
		if (status >= STATUS_BAD)
			return status;
		if (status == STATUS_NOT_FOUND)
			result = status;
	}
	return result;
}

enum status command_compare(struct session *session, const char *name, const char *const *words, size_t count)
{
	struct arena *arena = session->arena;
	struct comparison comparison;
	enum status status;

	(void)name;
	if (count < COMPARISON_MIN || count > COMPARISON_MAX)
		return wrong(session, "error.want-codes", NULL, NULL);
	for (size_t i = 0; i < count; i++) {
		if (commands_want_code(session, words[i]) != STATUS_OK)
			return STATUS_BAD;
		for (size_t j = 0; j < i; j++)
			if (strcmp(words[i], words[j]) == 0)
				return wrong(session, "error.same", words[i], NULL);
	}
	if (comparison_make(arena, session->kb, session->lang, words, count, &comparison, &session->error) != STATUS_OK)
		return session_complain(session);
	if (session->options.format == FORMAT_JSON)
		status = session_write(
		    session, print_json_comparison(arena, &comparison, lang_code(session->lang), session->options.ascii));
	else
		status = session_print_page(session,
		                            compose_comparison(arena, session->lang, kb_protocol(session->kb), &comparison));
	for (size_t i = 0; i < count; i++)
		if (status == STATUS_OK && !comparison.codes[i].entry)
			status = STATUS_NOT_FOUND;
	return status;
}

/* Prints entries as JSON, which holds all that is known of each. */
static enum status print_entries(struct session *session, const struct entry *const *entries, size_t count)
{
	struct explanation *explanations = arena_array(session->arena, count + 1, sizeof *explanations);

	for (size_t i = 0; i < count; i++)
		if (explanation_make(session->arena, session->kb, entries[i]->code, &explanations[i], &session->error) !=
		    STATUS_OK)
			return session_complain(session);
	return session_write(session, print_json_list(session->arena, explanations, count, kb_protocol(session->kb),
	                                              lang_code(session->lang), session->options.ascii));
}

/* The entries whose codes match a pattern; all reply codes without one. */
static enum status find_entries(struct session *session, const char *pattern, const struct entry ***entries,
                                size_t *count)
{
	enum code_kind kind = strchr(pattern, '.') ? CODE_ENHANCED : CODE_BASIC;
	const struct strings *codes;

	if (kb_codes(session->kb, kind, &codes, &session->error) != STATUS_OK)
		return STATUS_BAD;
	*entries = arena_array(session->arena, codes->count + 1, sizeof(struct entry *));
	*count = 0;
	for (size_t i = 0; i < codes->count; i++)
		if (code_matches(pattern, codes->items[i]) &&
		    kb_entry(session->kb, codes->items[i], &(*entries)[(*count)++], &session->error) != STATUS_OK)
			return STATUS_BAD;
	return STATUS_OK;
}

enum status command_list(struct session *session, const char *name, const char *const *words, size_t count)
{
	const char *pattern = count ? words[0] : "xxx";
	const struct entry **entries;
	size_t found;

	if (count > 1)
		return wrong(session, "error.too-many", name, words[0]);
	if (code_kind(pattern) == CODE_MALFORMED)
		return wrong(session, "error.malformed", pattern, NULL);
	if (code_kind(pattern) == CODE_NONE)
		return wrong(session, "error.not-pattern", pattern, NULL);
	if (find_entries(session, pattern, &entries, &found) != STATUS_OK)
		return session_complain(session);
	if (!found)
		return session_not_found(session, "error.none", pattern);
	if (session->options.format == FORMAT_JSON)
		return print_entries(session, entries, found);
	return session_print_page(session, compose_list(session->arena, session->lang, entries, found));
}

static const char *join_words(struct arena *arena, const char *const *words, size_t count)
{
	struct buffer joined = buffer_new(arena);

	for (size_t i = 0; i < count; i++) {
		buffer_adds(&joined, i ? " " : "");
		buffer_adds(&joined, words[i]);
	}
	return joined.bytes;
}

static enum status search(struct session *session, const char *const *words, size_t count, struct search_hits *hits)
{
	struct kb *english = session->kb;
	struct search *index;

	if (strcmp(lang_code(session->lang), "en") != 0 &&
	    kb_open(session->arena, session->source, kb_protocol(session->kb), "en", &english, &session->error) !=
	        STATUS_OK)
		return STATUS_BAD;
	if (search_open(session->arena, session->kb, english, CODE_NONE, &index, &session->error) != STATUS_OK)
		return STATUS_BAD;
	*hits = search_find(session->arena, index, words, count);
	return STATUS_OK;
}

enum status command_search(struct session *session, const char *name, const char *const *words, size_t count)
{
	struct search_hits hits;
	const struct entry **entries;
	size_t blank = 0;

	/* Every text holds a word of no letters. */
	while (blank < count && !words[blank][strspn(words[blank], " \t\n")])
		blank++;
	if (blank == count)
		return wrong(session, "error.want-words", name, NULL);
	if (search(session, words, count, &hits) != STATUS_OK)
		return session_complain(session);
	if (!hits.count)
		return session_not_found(session, "error.no-hits", join_words(session->arena, words, count));
	if (session->options.format != FORMAT_JSON)
		return session_print_page(session, compose_hits(session->arena, session->lang, hits.items, hits.count));
	entries = arena_array(session->arena, hits.count, sizeof(struct entry *));
	for (size_t i = 0; i < hits.count; i++)
		entries[i] = hits.items[i].entry;
	return print_entries(session, entries, hits.count);
}

static void report(void *context, const struct error *error)
{
	struct session *session = context;

	session->error = *error;
	session_complain(session);
}

enum status command_check_data(struct session *session, const char *name, const char *const *words, size_t count)
{
	struct source *source = session->source;
	const char *text;
	size_t files;

	if (count > 1)
		return wrong(session, "error.too-many", name, words[0]);
	if (count && source_open(session->arena, words[0], &source, &session->error) != STATUS_OK)
		return session_complain(session);
	if (check_data(session->arena, source, report, session) != STATUS_OK)
		return STATUS_BAD;
	source_names(source, &files);
	text = lang_format(session->arena, session->lang, "check.passed", arena_printf(session->arena, "%zu", files), NULL,
	                   NULL);
	return session_write(
	    session, (struct output){.bytes = arena_printf(session->arena, "%s\n", text), .size = strlen(text) + 1});
}

/* Codes are explained, a pattern is listed, words that hold a code are a reply, all else is searched for. */
enum status command_bare(struct session *session, const char *name, const char *const *words, size_t count)
{
	if (!are_codes(words, count))
		return explain_is_reply(session, words, count) ? explain_words(session, words, count)
		                                               : command_search(session, "search", words, count);
	if (count == 1 && (code_kind(words[0]) == CODE_BASIC_PATTERN || code_kind(words[0]) == CODE_ENHANCED_PATTERN))
		return command_list(session, name, words, count);
	return command_explain(session, name, words, count);
}
