#include "tui/list.h"

#include "tui/match.h"

#include <stdlib.h>
#include <string.h>

enum { LEAD = 24 /* bytes of a matching text that may stand before the match, so that it comes into sight */ };

void list_open(struct list *list, enum code_kind kind, arena_exhausted *exhausted)
{
	*list = (struct list){.kind = kind, .arena = arena_new(exhausted), .words = ""};
}

void list_close(struct list *list)
{
	arena_free(list->arena);
	*list = (struct list){0};
}

/* Codes stand below a heading when they share their class, and enhanced ones their subject too. */
static bool same_group(const char *a, const char *b)
{
	size_t n = strchr(a, '.') ? 2 + strcspn(a + 2, ".") + 1 : 1;

	return strncmp(a, b, n) == 0;
}

static void add_row(struct list *list, enum list_row_kind kind, const char *code, const char *name)
{
	list->rows[list->count++] = (struct list_row){.kind = kind, .code = code, .name = name};
}

static void add_code(struct list *list, const char *previous, const char *code)
{
	if (!previous || !same_group(previous, code))
		add_row(list, LIST_HEADING, code, NULL);
	add_row(list, LIST_CODE, code, NULL);
	list->codes++;
}

static int by_code(const void *a, const void *b)
{
	return code_compare(((const struct search_hit *)a)->entry->code, ((const struct search_hit *)b)->entry->code);
}

/* Whether the code itself is what one of the words asks for. */
static bool names_code(const char *code, const char *const *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strncmp(code, words[i], strlen(words[i])) == 0 ||
		    (code_kind(words[i]) != CODE_NONE && code_matches(words[i], code)))
			return true;
	return false;
}

/* The rows of what the filter finds. Returns the code of the best hit, or NULL.
 * */
static const char *add_hits(struct list *list, struct search_hits hits, const char *const *words, size_t count)
{
	const char *best = hits.count ? hits.items[0].entry->code : NULL;
	const char *previous = NULL;

	/* The list keeps its order, in which people know their way; the best hit is what gets selected. */
	qsort(hits.items, hits.count, sizeof *hits.items, by_code);
	for (size_t i = 0; i < hits.count; i++) {
		const struct search_hit *hit = &hits.items[i];
		struct found found;

		add_code(list, previous, hit->entry->code);
		previous = hit->entry->code;
		match_find(list->arena, hit->entry->name, words, count, &found.size);
		if (!found.size && !names_code(hit->entry->code, words, count))
			add_row(list, LIST_MATCH, hit->entry->code, hit->matched);
	}
	return best;
}

static enum status add_rows(struct list *list, struct languages *languages, size_t language, size_t other,
                            const char **best, struct error *error)
{
	size_t count;
	const char *const *words = match_words(list->arena, list->words, &count);
	const struct strings *codes;
	struct search *search;

	if (kb_codes(languages->items[language].kb, list->kind, &codes, error) != STATUS_OK)
		return STATUS_BAD;
	list->total = codes->count;
	list->rows = arena_array(list->arena, codes->count * 3 + 1, sizeof *list->rows);
	*best = codes->count ? codes->items[0] : NULL;
	if (!count) {
		for (size_t i = 0; i < codes->count; i++)
			add_code(list, i ? codes->items[i - 1] : NULL, codes->items[i]);
		return STATUS_OK;
	}
	if (languages_search(languages, language, other, list->kind, &search, error) != STATUS_OK)
		return STATUS_BAD;
	*best = add_hits(list, search_find(list->arena, search, words, count), words, count);
	return STATUS_OK;
}

enum status list_fill(struct list *list, struct languages *languages, size_t language, size_t other, const char *filter,
                      struct error *error)
{
	char current[CODE_SIZE] = "";
	const char *code = list_code(list);
	size_t height = code ? list->selected - list->top : 0;
	bool filtering = strcmp(filter, list->words) != 0 && *filter;
	const char *best;

	if (code)
		memcpy(current, code, strlen(code) + 1);
	arena_reset(list->arena);
	list->words = arena_copy(list->arena, filter, strlen(filter));
	list->count = list->codes = list->selected = 0;
	list->language = &languages->items[language];
	if (add_rows(list, languages, language, other, &best, error) != STATUS_OK)
		return STATUS_BAD;
	list->selected = list->count;
	if ((filtering || !*current || !list_select(list, current)) && best)
		list_select(list, best);
	if (filtering)
		list->top = 0;
	else
		list->top = list->selected > height ? list->selected - height : 0;
	return STATUS_OK;
}

const char *list_code(const struct list *list)
{
	return list->selected < list->count ? list->rows[list->selected].code : NULL;
}

bool list_select(struct list *list, const char *code)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->rows[i].kind == LIST_CODE && strcmp(list->rows[i].code, code) == 0) {
			list->selected = i;
			return true;
		}
	return false;
}

bool list_jump(struct list *list, const char *prefix)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->rows[i].kind == LIST_CODE && strncmp(list->rows[i].code, prefix, strlen(prefix)) == 0) {
			list->selected = i;
			return true;
		}
	return false;
}

void list_move(struct list *list, long codes)
{
	for (size_t i = list->selected; codes > 0 && i + 1 < list->count;)
		if (list->rows[++i].kind == LIST_CODE) {
			list->selected = i;
			codes--;
		}
	for (size_t i = list->selected; codes < 0 && i > 0 && i < list->count;)
		if (list->rows[--i].kind == LIST_CODE) {
			list->selected = i;
			codes++;
		}
}

void list_page(struct list *list, long rows)
{
	long target = (long)list->selected + rows;
	size_t before = list->selected;

	if (!list->codes)
		return;
	while (list->selected < list->count && (rows > 0 ? (long)list->selected < target : (long)list->selected > target)) {
		list_move(list, rows > 0 ? 1 : -1);
		if (list->selected == before)
			break;
		before = list->selected;
	}
}

void list_settle(struct list *list, int height)
{
	size_t rows = (size_t)height;
	size_t first = list->selected;
	size_t last = list->selected;

	if (list->selected >= list->count) {
		list->top = 0;
		return;
	}
	/* What belongs to the code: its heading above, where it is the first, and the match below. */
	if (first && list->rows[first - 1].kind == LIST_HEADING && rows > 1)
		first--;
	if (last + 1 < list->count && list->rows[last + 1].kind == LIST_MATCH && rows > 2)
		last++;
	if (list->top > first)
		list->top = first;
	if (last >= list->top + rows)
		list->top = last + 1 - rows;
	if (list->top + rows > list->count)
		list->top = list->count > rows ? list->count - rows : 0;
}

void list_scroll(struct list *list, long rows, int height)
{
	long last = (long)list->count - height;
	long top = (long)list->top + rows;

	if (!list->codes)
		return;
	list->top = top < 0 || last < 0 ? 0 : (size_t)(top > last ? last : top);
	while (list->selected < list->top) {
		size_t before = list->selected;

		list_move(list, 1);
		if (list->selected == before)
			break;
	}
	while (list->selected >= list->top + (size_t)height) {
		size_t before = list->selected;

		list_move(list, -1);
		if (list->selected == before)
			break;
	}
}

static enum status load_heading(struct list *list, struct kb *kb, struct list_row *row, struct error *error)
{
	const struct theory *theory;

	if (list->kind == CODE_BASIC) {
		if (kb_class(kb, row->code, &theory, error) != STATUS_OK)
			return STATUS_BAD;
	} else if (kb_category(kb, row->code, &theory, error) != STATUS_OK) {
		return STATUS_BAD;
	}
	row->name = theory ? theory->name : "";
	return STATUS_OK;
}

/* Shows a text from shortly before the match on. */
static void show_match(struct list *list, struct list_row *row, const char *const *words, size_t count)
{
	row->found.at = match_find(list->arena, row->name, words, count, &row->found.size);
	if (row->kind != LIST_MATCH || row->found.at <= LEAD)
		return;

	size_t from = row->found.at - LEAD;

	while (from < row->found.at && row->name[from - 1] != ' ')
		from++;
	row->name = arena_printf(list->arena, "…%s", row->name + from);
	row->found.at += strlen("…") - from;
}

enum status list_load(struct list *list, struct languages *languages, size_t language, int height, struct error *error)
{
	struct kb *kb = languages->items[language].kb;
	size_t count;
	const char *const *words = match_words(list->arena, list->words, &count);

	for (size_t i = list->top; i < list->count && i < list->top + (size_t)height; i++) {
		struct list_row *row = &list->rows[i];
		const struct entry *entry;

		if (row->loaded)
			continue;
		row->loaded = true;
		if (row->kind == LIST_HEADING && load_heading(list, kb, row, error) != STATUS_OK)
			return STATUS_BAD;
		if (row->kind == LIST_CODE) {
			if (kb_entry(kb, row->code, &entry, error) != STATUS_OK)
				return STATUS_BAD;
			row->name = entry ? entry->name : "";
		}
		if (count && row->kind != LIST_HEADING)
			show_match(list, row, words, count);
	}
	return STATUS_OK;
}
