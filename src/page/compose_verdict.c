#include "page/compose_verdict.h"

#include "base/text.h"
#include "page/compose.h"

#include <ctype.h>
#include <string.h>

enum { MINUTE = 60, HOUR = 3600, DAY = 86400, MONTH_AT = 5, YEAR_SIZE = 4 };

static const char *visible(struct arena *arena, const char *s)
{
	return text_visible(arena, s, strlen(s));
}

static void add_heading(struct page *page, struct lang *lang, const char *key)
{
	page_add_text(page, BLOCK_HEADING, lang_text(lang, key), ROLE_HEADING);
}

/* "5 minutes", in the largest unit that needs no fraction. */
static const char *duration(struct arena *arena, struct lang *lang, long seconds)
{
	static const struct {
		long seconds;
		const char *one, *many;
	} units[] = {{DAY, "explain.day", "explain.days"},
	             {HOUR, "explain.hour", "explain.hours"},
	             {MINUTE, "explain.minute", "explain.minutes"},
	             {1, "explain.second", "explain.seconds"}};
	size_t i = 0;

	while (seconds % units[i].seconds != 0)
		i++;
	seconds /= units[i].seconds;
	return lang_format(arena, lang, seconds == 1 ? units[i].one : units[i].many, arena_printf(arena, "%ld", seconds),
	                   NULL, NULL);
}

/* "November 2026" of "2026-11"; the string itself where it is something else. */
static const char *month(struct arena *arena, struct lang *lang, const char *checked)
{
	if (strlen(checked) != MONTH_AT + 2 || checked[YEAR_SIZE] != '-' || strcmp(checked + MONTH_AT, "01") < 0 ||
	    strcmp(checked + MONTH_AT, "12") > 0 || strspn(checked + MONTH_AT, "0123456789") != 2)
		return visible(arena, checked);
	return arena_printf(arena, "%s %.*s",
	                    lang_name(lang, "explain", arena_printf(arena, "month-%s", checked + MONTH_AT)), YEAR_SIZE,
	                    checked);
}

static const char *title(struct arena *arena, struct lang *lang, const char *protocol, const struct verdict *verdict)
{
	const char *codes = verdict->code ? verdict->code : verdict->enhanced;
	char *upper = arena_copy(arena, protocol, strlen(protocol));

	for (char *c = upper; *c; c++)
		*c = (char)toupper((unsigned char)*c);
	if (!codes)
		return verdict->cause->name;
	if (verdict->code && verdict->enhanced)
		codes = arena_printf(arena, "%s %s", verdict->code, verdict->enhanced);
	return lang_format(arena, lang, "explain.title", arena_printf(arena, "%s %s", upper, codes), verdict->cause->name,
	                   NULL);
}

/* Whether the provider is that of a blocklist which the reply names: then another server sent it. */
static bool is_list(const struct verdict *verdict)
{
	size_t n = strlen(verdict->provider);

	for (size_t i = 0; i < verdict->blocklist_count; i++)
		if (strncmp(verdict->blocklists[i].name, verdict->provider, n) == 0)
			return true;
	return false;
}

static void add_facts(struct page *page, struct lang *lang, const struct verdict *verdict)
{
	struct arena *arena = page->arena;
	struct cell header[2] = {{"", ROLE_LABEL}, {"", ROLE_LABEL}};
	struct block *block = page_add_rows(page, BLOCK_FACTS, header, 2);
	const char *unknown = lang_text(lang, "explain.not-known");
	const char *retry =
	    verdict->retry == NAME_MISSING ? unknown : lang_name(lang, "retry", retry_names[verdict->retry]);
	enum role role = verdict->retry == RETRY_NO           ? ROLE_PERMANENT
	                 : verdict->retry == RETRY_LATER      ? ROLE_TRANSIENT
	                 : verdict->retry == RETRY_NOT_NEEDED ? ROLE_SUCCESS
	                                                      : ROLE_TEXT;
	struct cell row[2] = {{lang_text(lang, "label.retry"), ROLE_LABEL}, {retry, role}};

	/* Who holds a bounce holds a message that is not tried again. */
	if (verdict->retry_usual && verdict->retry == RETRY_LATER)
		row[1].text = lang_text(lang, "explain.retry-usual");
	long wait = verdict_wait(verdict);

	page_add_row(page, block, row, false);
	row[0].text = lang_text(lang, "label.actor");
	row[1] = (struct cell){
	    verdict->actor == NAME_MISSING ? unknown : lang_name(lang, "actor", actor_names[verdict->actor]), ROLE_TEXT};
	page_add_row(page, block, row, false);
	if (wait) {
		row[0].text = lang_text(lang, "explain.wait");
		row[1].text = duration(arena, lang, wait);
		page_add_row(page, block, row, false);
	}
	if (verdict->provider && !is_list(verdict)) {
		row[0].text = lang_text(lang, "explain.provider");
		row[1].text = visible(arena, verdict->provider);
		page_add_row(page, block, row, false);
	}
}

static void add_decided(struct page *page, struct lang *lang, const struct verdict *verdict)
{
	static const char *const keys[] = {[DECIDED_PROVIDER] = "explain.decided-provider",
	                                   [DECIDED_TEXT] = "explain.decided-text",
	                                   [DECIDED_ENHANCED] = "explain.decided-enhanced",
	                                   [DECIDED_CODE] = "explain.decided-code",
	                                   [DECIDED_NOTHING] = "explain.decided-nothing"};
	const char *matched = verdict->matched ? visible(page->arena, verdict->matched) : NULL;
	const char *provider = verdict->provider ? visible(page->arena, verdict->provider) : NULL;

	add_heading(page, lang, "explain.decided");
	page_add_text(page, BLOCK_PARAGRAPH,
	              lang_format(page->arena, lang, keys[verdict->decided], matched, provider, NULL), ROLE_TEXT);
}

/* Pages where one can look and ask. */
static void add_pages(struct page *page, struct lang *lang, const struct verdict *verdict)
{
	const struct known_reply *known = verdict->known;
	struct arena *arena = page->arena;

	const char *points[2];
	size_t count = 0;

	if (verdict->blocklist_count) {
		const char **lists = arena_array(arena, verdict->blocklist_count, sizeof *lists);

		for (size_t i = 0; i < verdict->blocklist_count; i++)
			lists[i] = lang_format(arena, lang, "explain.blocklist", verdict->blocklists[i].name,
			                       verdict->blocklists[i].lookup, NULL);
		add_heading(page, lang, "explain.blocklists");
		page_add_list(page, BLOCK_POINTS, lists, verdict->blocklist_count);
	}
	if (known && known->unblock)
		points[count++] = lang_format(arena, lang, "explain.unblock", visible(arena, known->unblock), NULL, NULL);
	if (known && known->source)
		points[count++] = lang_format(arena, lang, known->checked ? "explain.source" : "explain.source-unchecked",
		                              visible(arena, known->source),
		                              known->checked ? month(arena, lang, known->checked) : NULL, NULL);
	if (count) {
		add_heading(page, lang, "explain.pages");
		page_add_list(page, BLOCK_POINTS, points, count);
	}
}

static void add_code(struct page *page, struct lang *lang, struct block *block, const struct verdict *verdict,
                     const char *code, const struct entry *entry)
{
	const char *name = entry ? entry->name : lang_text(lang, "explain.unknown-code");
	struct cell row[2] = {{code, compose_role(code)}, {name, ROLE_TEXT}};

	if (!entry && verdict->known)
		row[1].text =
		    lang_format(page->arena, lang, "explain.own-code", visible(page->arena, verdict->provider), NULL, NULL);

	page_add_row(page, block, row, false);
}

struct page *compose_verdict(struct arena *arena, struct lang *lang, const char *protocol,
                             const struct verdict *verdict, const struct entry *code, const struct entry *enhanced)
{
	struct cell header[2] = {{"", ROLE_LABEL}, {"", ROLE_LABEL}};
	struct page *page = page_new(arena);
	struct block *block;

	page_add_text(page, BLOCK_TITLE, title(arena, lang, protocol, verdict), ROLE_TITLE);
	add_facts(page, lang, verdict);
	if (verdict->reply->cut)
		page_add_text(page, BLOCK_PARAGRAPH, lang_text(lang, "explain.cut"), ROLE_NOTE);
	page_add_text(page, BLOCK_PARAGRAPH, visible(arena, verdict->meaning), ROLE_TEXT);
	if (verdict->fix.count) {
		const char **steps = arena_array(arena, verdict->fix.count, sizeof *steps);

		for (size_t i = 0; i < verdict->fix.count; i++)
			steps[i] = visible(arena, verdict->fix.items[i]);
		add_heading(page, lang, "heading.fix");
		page_add_list(page, BLOCK_STEPS, steps, verdict->fix.count);
	}
	if (verdict->contradictions.count) {
		add_heading(page, lang, "explain.contradictions");
		page_add_list(page, BLOCK_POINTS, verdict->contradictions.items, verdict->contradictions.count);
	}
	add_decided(page, lang, verdict);
	add_pages(page, lang, verdict);
	if (verdict->code || verdict->enhanced) {
		add_heading(page, lang, "explain.codes");
		block = page_add_rows(page, BLOCK_FACTS, header, 2);
		if (verdict->code)
			add_code(page, lang, block, verdict, verdict->code, code);
		if (verdict->enhanced)
			add_code(page, lang, block, verdict, verdict->enhanced, enhanced);
	}
	add_heading(page, lang, "explain.reply");
	page_add_text(page, BLOCK_PARAGRAPH,
	              *verdict->text ? visible(arena, verdict->text) : lang_text(lang, "explain.no-text"), ROLE_TEXT);
	return page;
}
