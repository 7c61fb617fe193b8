#include "page/compose.h"

#include <ctype.h>
#include <string.h>

enum role compose_role(const char *code)
{
	switch (code[0]) {
	case '4':
		return ROLE_TRANSIENT;
	case '5':
		return ROLE_PERMANENT;
	default:
		return ROLE_SUCCESS;
	}
}

static enum role retry_role(int retry)
{
	return retry == RETRY_NO ? ROLE_PERMANENT : retry == RETRY_LATER ? ROLE_TRANSIENT : ROLE_SUCCESS;
}

static const char *upper(struct arena *arena, const char *s)
{
	char *copy = arena_copy(arena, s, strlen(s));

	for (char *c = copy; *c; c++)
		*c = (char)toupper((unsigned char)*c);
	return copy;
}

/* "553 Mailbox name invalid"; the code alone where nothing is known of it. */
static const char *code_and_name(struct arena *arena, const struct explanation *explanation)
{
	if (!explanation->entry)
		return explanation->code;
	return arena_printf(arena, "%s %s", explanation->code, explanation->entry->name);
}

static void add_heading(struct page *page, struct lang *lang, const char *name)
{
	page_add_text(page, BLOCK_HEADING, lang_name(lang, "heading", name), ROLE_HEADING);
}

/* "5yz Permanent negative completion" */
static const char *theory_text(struct arena *arena, const struct theory *theory)
{
	return theory ? arena_printf(arena, "%s %s", theory->code, theory->name) : "";
}

/* The values of a fact in words, with something between them. */
static const char *join_words(struct arena *arena, struct lang *lang, const struct strings *values, const char *group,
                              const char *between)
{
	const char *joined = "";

	for (size_t i = 0; i < values->count; i++)
		joined = arena_printf(arena, "%s%s%s", joined, i ? between : "",
		                      group ? lang_name(lang, group, values->items[i]) : values->items[i]);
	return values->count ? joined : lang_text(lang, "label.none");
}

static struct cell fact_cell(struct arena *arena, struct lang *lang, const struct explanation *explanation,
                             enum fact fact)
{
	struct strings values = explanation_fact(arena, explanation, fact);

	switch (fact) {
	case FACT_CLASS:
		return (struct cell){theory_text(arena, explanation->class), compose_role(explanation->code)};
	case FACT_CATEGORY:
		return (struct cell){theory_text(arena, explanation->category), ROLE_TEXT};
	case FACT_OUTCOME:
		return (struct cell){explanation->class && explanation->class->outcome ? explanation->class->outcome : "",
		                     compose_role(explanation->code)};
	case FACT_RETRY:
		return (struct cell){join_words(arena, lang, &values, "retry", ""), retry_role(explanation_retry(explanation))};
	case FACT_ACTOR:
		return (struct cell){join_words(arena, lang, &values, "actor", ""), ROLE_TEXT};
	case FACT_COMMANDS:
		return (struct cell){join_words(arena, lang, &values, "stage", ", "), ROLE_TEXT};
	default:
		return (struct cell){join_words(arena, lang, &values, NULL, ", "), ROLE_TEXT};
	}
}

/* What a fact is called. The category of a reply code is the subject of an enhanced one, and the codes that go with
 * one are of the other kind; beside each other, neither word fits both. */
static const char *fact_label(struct lang *lang, const struct explanation *explanations, size_t count, enum fact fact)
{
	size_t enhanced = 0;

	for (size_t i = 0; i < count; i++)
		enhanced += code_kind(explanations[i].code) == CODE_ENHANCED;
	if (fact == FACT_CATEGORY && enhanced)
		return lang_text(lang, enhanced == count ? "label.subject" : "label.category-or-subject");
	if (fact == FACT_ENHANCED && enhanced)
		return lang_text(lang, enhanced == count ? "label.codes" : "label.related");
	return lang_name(lang, "label", fact_names[fact]);
}

static void add_facts(struct page *page, struct lang *lang, const struct explanation *explanation,
                      const enum fact *facts, size_t count)
{
	struct cell header[2] = {{"", ROLE_LABEL}, {explanation->code, compose_role(explanation->code)}};
	struct block *block = page_add_rows(page, BLOCK_FACTS, header, 2);

	for (size_t i = 0; i < count; i++) {
		struct cell row[2] = {{fact_label(lang, explanation, 1, facts[i]), ROLE_LABEL},
		                      fact_cell(page->arena, lang, explanation, facts[i])};

		if (*row[1].text)
			page_add_row(page, block, row, false);
	}
	if (explanation->entry && count > 2) {
		struct cell row[2] = {{lang_text(lang, "label.standing"), ROLE_LABEL},
		                      {lang_name(lang, "standing", standing_names[explanation->entry->standing]), ROLE_TEXT}};

		page_add_row(page, block, row, false);
	}
}

static void add_entry(struct page *page, struct lang *lang, const struct entry *entry)
{
	add_heading(page, lang, "fix");
	page_add_list(page, BLOCK_STEPS, entry->fix.items, entry->fix.count);
	add_heading(page, lang, "meaning");
	page_add_text(page, BLOCK_PARAGRAPH, entry->meaning, ROLE_TEXT);
	add_heading(page, lang, "when");
	page_add_text(page, BLOCK_PARAGRAPH, entry->when, ROLE_TEXT);
	if (entry->note) {
		add_heading(page, lang, "note");
		page_add_text(page, BLOCK_PARAGRAPH, entry->note, ROLE_TEXT);
	}
}

/* What the digits tell of a code that is in no list. */
static void add_digits(struct page *page, struct lang *lang, const struct explanation *explanation)
{
	if (explanation->class && explanation->class->fix.count) {
		add_heading(page, lang, "fix");
		page_add_list(page, BLOCK_STEPS, explanation->class->fix.items, explanation->class->fix.count);
	}
	add_heading(page, lang, "digits");
	if (explanation->class)
		page_add_text(page, BLOCK_PARAGRAPH, explanation->class->meaning, ROLE_TEXT);
	if (explanation->category)
		page_add_text(page, BLOCK_PARAGRAPH, explanation->category->meaning, ROLE_TEXT);
	add_heading(page, lang, "nearest");
	page_add_list(page, BLOCK_POINTS, explanation->nearest.items, explanation->nearest.count);
}

struct page *compose_explanation(struct arena *arena, struct lang *lang, const char *protocol,
                                 const struct explanation *explanation)
{
	static const enum fact verdict[] = {FACT_RETRY, FACT_ACTOR};
	static const enum fact digits[] = {FACT_CLASS, FACT_CATEGORY};
	static const enum fact rest[] = {FACT_CLASS, FACT_CATEGORY, FACT_COMMANDS, FACT_ENHANCED, FACT_REFERENCES};
	const struct entry *entry = explanation->entry;
	struct page *page = page_new(arena);

	page_add_text(page, BLOCK_TITLE,
	              arena_printf(arena, "%s %s", upper(arena, protocol), code_and_name(arena, explanation)), ROLE_TITLE);
	page_add_text(page, BLOCK_PARAGRAPH,
	              entry ? entry->summary : lang_format(arena, lang, "says.unknown", explanation->code, NULL, NULL),
	              ROLE_TEXT);
	add_facts(page, lang, explanation, verdict, 2);
	if (!entry) {
		add_digits(page, lang, explanation);
		add_facts(page, lang, explanation, digits, 2);
		return page;
	}
	add_entry(page, lang, entry);
	add_heading(page, lang, "glance");
	add_facts(page, lang, explanation, rest, sizeof rest / sizeof *rest);
	if (entry->dialogue.count) {
		add_heading(page, lang, "dialogue");
		page_add_list(page, BLOCK_DIALOGUE, entry->dialogue.items, entry->dialogue.count);
	}
	if (entry->see_also.count) {
		add_heading(page, lang, "see_also");
		page_add_text(page, BLOCK_PARAGRAPH, join_words(arena, lang, &entry->see_also, NULL, ", "), ROLE_TEXT);
	}
	return page;
}

static struct page *new_column(struct arena *arena, const struct explanation *explanation)
{
	struct page *column = page_new(arena);

	page_add_text(column, BLOCK_HEADING, code_and_name(arena, explanation), compose_role(explanation->code));
	return column;
}

enum part { PART_MEANING, PART_WHEN, PART_FIX };

static void add_part(struct page *column, struct lang *lang, const struct explanation *explanation, enum part part)
{
	const struct entry *entry = explanation->entry;
	const struct theory *class = explanation->class;
	const char *unknown = lang_format(column->arena, lang, "says.unknown", explanation->code, NULL, NULL);
	const struct strings *fix = entry ? &entry->fix : class ? &class->fix : NULL;

	if (part == PART_MEANING)
		page_add_text(column, BLOCK_PARAGRAPH, entry ? entry->meaning : class ? class->meaning : unknown, ROLE_TEXT);
	else if (part == PART_WHEN)
		page_add_text(column, BLOCK_PARAGRAPH, entry ? entry->when : unknown, ROLE_TEXT);
	else if (fix)
		page_add_list(column, BLOCK_STEPS, fix->items, fix->count);
}

static void add_glance(struct page *page, struct lang *lang, const struct comparison *comparison)
{
	struct cell header[COMPARISON_MAX + 1] = {{"", ROLE_LABEL}};
	struct block *block;

	for (size_t i = 0; i < comparison->count; i++)
		header[i + 1] = (struct cell){comparison->codes[i].code, compose_role(comparison->codes[i].code)};
	block = page_add_rows(page, BLOCK_FACTS, header, comparison->count + 1);
	for (int fact = 0; fact < FACT_COUNT; fact++) {
		struct cell row[COMPARISON_MAX + 1] = {
		    {fact_label(lang, comparison->codes, comparison->count, (enum fact)fact), ROLE_LABEL}};

		for (size_t i = 0; i < comparison->count; i++)
			row[i + 1] = fact_cell(page->arena, lang, &comparison->codes[i], (enum fact)fact);
		page_add_row(page, block, row, comparison->differs[fact]);
	}
}

struct page *compose_comparison(struct arena *arena, struct lang *lang, const char *protocol,
                                const struct comparison *comparison)
{
	static const char *const headings[] = {[PART_MEANING] = "meaning", [PART_WHEN] = "when", [PART_FIX] = "fix"};
	struct page *page = page_new(arena);
	const char *title = code_and_name(arena, &comparison->codes[0]);

	for (size_t i = 1; i < comparison->count; i++)
		title = lang_format(arena, lang, "heading.versus", title, code_and_name(arena, &comparison->codes[i]), NULL);
	page_add_text(page, BLOCK_TITLE, arena_printf(arena, "%s %s", upper(arena, protocol), title), ROLE_TITLE);
	page_add_text(page, BLOCK_PARAGRAPH, comparison->summary, ROLE_TEXT);
	add_heading(page, lang, "glance");
	add_glance(page, lang, comparison);
	for (int part = PART_MEANING; part <= PART_FIX; part++) {
		struct page *columns[COMPARISON_MAX];

		for (size_t i = 0; i < comparison->count; i++) {
			columns[i] = new_column(arena, &comparison->codes[i]);
			add_part(columns[i], lang, &comparison->codes[i], (enum part)part);
		}
		add_heading(page, lang, headings[part]);
		page_add_columns(page, columns, comparison->count);
	}
	add_heading(page, lang, "differences");
	page_add_list(page, BLOCK_POINTS, comparison->differences.items, comparison->differences.count);
	add_heading(page, lang, "which");
	page_add_list(page, BLOCK_POINTS, comparison->which.items, comparison->which.count);
	return page;
}

struct page *compose_list(struct arena *arena, struct lang *lang, const struct entry *const *entries, size_t count)
{
	struct cell header[] = {{lang_text(lang, "label.code"), ROLE_LABEL},
	                        {lang_text(lang, "label.name"), ROLE_LABEL},
	                        {lang_text(lang, "label.retry"), ROLE_LABEL},
	                        {lang_text(lang, "label.actor"), ROLE_LABEL}};
	struct page *page = page_new(arena);
	struct block *block = page_add_rows(page, BLOCK_TABLE, header, 4);

	for (size_t i = 0; i < count; i++) {
		const struct entry *entry = entries[i];
		struct cell row[] = {{entry->code, compose_role(entry->code)},
		                     {entry->name, ROLE_TEXT},
		                     {lang_name(lang, "fate", retry_names[entry->retry]), retry_role(entry->retry)},
		                     {lang_name(lang, "actor", actor_names[entry->actor]), ROLE_TEXT}};

		page_add_row(page, block, row, false);
	}
	return page;
}

struct page *compose_hits(struct arena *arena, struct lang *lang, const struct search_hit *hits, size_t count)
{
	struct cell header[] = {{lang_text(lang, "label.code"), ROLE_LABEL},
	                        {lang_text(lang, "label.name"), ROLE_LABEL},
	                        {lang_text(lang, "label.matched"), ROLE_LABEL}};
	struct page *page = page_new(arena);
	struct block *block = page_add_rows(page, BLOCK_TABLE, header, 3);

	for (size_t i = 0; i < count; i++) {
		struct cell row[] = {{hits[i].entry->code, compose_role(hits[i].entry->code)},
		                     {hits[i].entry->name, ROLE_TEXT},
		                     {hits[i].matched, ROLE_TEXT}};

		page_add_row(page, block, row, false);
	}
	return page;
}
