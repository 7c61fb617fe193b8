#include "tui/view.h"

#include "page/compose.h"
#include "page/compose_verdict.h"
#include "tui/help.h"

#include <string.h>

void view_open(struct view *view, arena_exhausted *exhausted)
{
	*view = (struct view){.arena = arena_new(exhausted)};
}

void view_close(struct view *view)
{
	arena_free(view->arena);
	*view = (struct view){0};
}

bool subject_same(const struct subject *a, const struct subject *b)
{
	return a->kind == b->kind && a->mode == b->mode && a->number == b->number &&
	       strcmp(a->codes[0], b->codes[0]) == 0 && strcmp(a->codes[1], b->codes[1]) == 0;
}

enum status subject_verdict(struct arena *arena, const struct subject *subject, struct language *language,
                            struct verdict *verdict, struct error *error)
{
	return verdict_make(arena, language->explainer, subject->reply, strlen(subject->reply), verdict, error);
}

/* The entry of a code that may be NULL. */
static enum status find_entry(struct language *language, const char *code, const struct entry **entry,
                              struct error *error)
{
	enum code_kind kind = code ? code_kind(code) : CODE_NONE;

	*entry = NULL;
	return kind == CODE_BASIC || kind == CODE_ENHANCED ? kb_entry(language->kb, code, entry, error) : STATUS_OK;
}

static enum status reply_page(struct arena *arena, const struct subject *subject, struct language *language,
                              struct page **page, struct error *error)
{
	struct verdict verdict;
	const struct entry *code;
	const struct entry *enhanced;

	if (subject_verdict(arena, subject, language, &verdict, error) != STATUS_OK ||
	    find_entry(language, verdict.code, &code, error) != STATUS_OK ||
	    find_entry(language, verdict.enhanced, &enhanced, error) != STATUS_OK)
		return STATUS_BAD;
	*page = compose_verdict(arena, language->lang, kb_protocol(language->kb), &verdict, code, enhanced);
	return STATUS_OK;
}

enum status subject_page(struct arena *arena, const struct subject *subject, struct language *language,
                         struct page **page, struct error *error)
{
	const char *protocol = kb_protocol(language->kb);

	if (subject->kind == SUBJECT_PAIR) {
		const char *codes[] = {subject->codes[0], subject->codes[1]};
		struct comparison comparison;

		if (comparison_make(arena, language->kb, language->lang, codes, 2, &comparison, error) != STATUS_OK)
			return STATUS_BAD;
		*page = compose_comparison(arena, language->lang, protocol, &comparison);
		return STATUS_OK;
	}
	if (subject->kind == SUBJECT_CODE) {
		struct explanation explanation;

		if (explanation_make(arena, language->kb, subject->codes[0], &explanation, error) != STATUS_OK)
			return STATUS_BAD;
		*page = compose_explanation(arena, language->lang, protocol, &explanation);
		return STATUS_OK;
	}
	if (subject->kind == SUBJECT_REPLY)
		return reply_page(arena, subject, language, page, error);
	*page = subject->kind == SUBJECT_HELP ? help_page(arena, language->lang, subject->mode) : page_new(arena);
	return STATUS_OK;
}

/* A place in the lines that survives another layout: so many lines below the n-th heading. */
struct anchor {
	size_t heading, below;
};

static bool is_heading(const struct line *line)
{
	return line->count && line->spans[0].role == ROLE_HEADING;
}

static struct anchor anchor_of(const struct lines *lines, size_t top)
{
	struct anchor anchor = {.below = top};

	for (size_t i = 0; i <= top && i < lines->count; i++)
		if (is_heading(&lines->items[i]))
			anchor = (struct anchor){.heading = anchor.heading + 1, .below = top - i};
	return anchor;
}

static size_t find_anchor(const struct lines *lines, struct anchor anchor)
{
	size_t heading = 0;
	size_t start = 0;
	size_t i = 0;

	for (; i < lines->count; i++)
		if (is_heading(&lines->items[i])) {
			if (heading == anchor.heading)
				break;
			heading++;
			start = i;
		}
	/* Where the part has become shorter, its last line is the nearest. */
	return start + anchor.below < i ? start + anchor.below : i ? i - 1 : 0;
}

enum status view_show(struct view *view, const struct subject *subject, struct language *language, int width,
                      struct charset *charset, struct error *error)
{
	bool same = view->language && subject_same(&view->subject, subject);

	if (same && view->language == language && view->width == width)
		return STATUS_OK;

	struct anchor anchor = anchor_of(&view->lines, view->top);

	view->lines = (struct lines){0};
	view->subject = *subject;
	view->language = language;
	view->width = width;
	arena_reset(view->arena);
	if (subject_page(view->arena, subject, language, &view->page, error) != STATUS_OK)
		return STATUS_BAD;
	view->lines = layout(view->arena, view->page, width, charset);
	view->top = same ? find_anchor(&view->lines, anchor) : 0;
	return STATUS_OK;
}

void view_scroll(struct view *view, long lines, int height)
{
	size_t last = view->lines.count > (size_t)height ? view->lines.count - (size_t)height : 0;
	size_t distance = lines < 0 ? (size_t) - (lines + 1) + 1 : (size_t)lines;

	if (lines < 0)
		view->top = view->top > distance ? view->top - distance : 0;
	else
		view->top = last > view->top && last - view->top > distance ? view->top + distance : last;
	if (view->top > last)
		view->top = last;
}
