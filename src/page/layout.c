#include "page/layout.h"

#include <string.h>

enum {
	COLUMN_MIN = 34, /* narrower columns of prose are tiring to read */
	VALUE_MIN = 14,  /* narrower columns of facts break into fragments */
	GAP = 3,         /* between columns, the rule in its middle */
	TABLE_GAP = 2,
	LABEL_MAX = 24,
	TEXT_MIN = 8, /* behind a sign, number or code; less would be a column of syllables */
	COLUMNS_MAX = 8,
	SPANS_MAX = 32, /* far above what a line of COLUMNS in COLUMNS needs */
};

/* Lines while they are being made. */
struct sheet {
	struct arena *arena;
	struct charset *charset;
	struct line *items;
	size_t count, size;
	int width; /* of the lines that are added now */
};

/* A line while it is being made. */
struct draft {
	struct span spans[SPANS_MAX];
	size_t count;
	int width;
};

static const char spaces[] = "                                                                                "
                             "                                                                                "
                             "                                                                                "
                             "                                                                                ";

static void put(struct draft *draft, const char *text, size_t size, enum role role)
{
	if (!size || draft->count == SPANS_MAX)
		return;
	draft->spans[draft->count++] = (struct span){.text = text, .size = size, .role = role};
	draft->width += text_width(text, size);
}

static void pad(struct draft *draft, int column)
{
	if (column > draft->width)
		put(draft, spaces, (size_t)(column - draft->width), ROLE_TEXT);
}

static void finish(struct sheet *sheet, const struct draft *draft)
{
	if (sheet->count == sheet->size) {
		size_t size = sheet->size ? sheet->size * 2 : 64;
		struct line *items = arena_array(sheet->arena, size, sizeof *items);

		if (sheet->count)
			memcpy(items, sheet->items, sheet->count * sizeof *items);
		sheet->items = items;
		sheet->size = size;
	}

	size_t count = draft->count;

	/* Blanks at the end of a line show nothing and break what is pasted. */
	size_t last = 0;

	for (; count; count--) {
		const struct span *span = &draft->spans[count - 1];

		last = span->text == spaces ? 0 : span->size;
		while (last && span->text[last - 1] == ' ')
			last--;
		if (last)
			break;
	}

	struct span *spans = arena_array(sheet->arena, count + 1, sizeof *spans);
	int width = 0;

	memcpy(spans, draft->spans, count * sizeof *spans);
	if (count)
		spans[count - 1].size = last;
	for (size_t i = 0; i < count; i++)
		width += text_width(spans[i].text, spans[i].size);
	sheet->items[sheet->count++] = (struct line){.spans = spans, .count = count, .width = width};
}

static void blank(struct sheet *sheet)
{
	if (sheet->count && sheet->items[sheet->count - 1].count)
		finish(sheet, &(struct draft){0});
}

/* A text of one role on as many lines as it takes; first stands before the first line, and the others are indented as
 * far. Recursion: once */
static void flow(struct sheet *sheet, const char *first, enum role first_role, const char *text, enum role role)
{
	int indent = text_width(first, strlen(first));
	const char *adapted = text_adapt(sheet->arena, sheet->charset, text);
	size_t left = strlen(adapted);
	struct draft draft = {0};

	/* What stands first leaves too little for the text: it gets lines of its own. */
	if (indent > 2 && sheet->width - indent < TEXT_MIN) {
		flow(sheet, "", ROLE_TEXT, first, first_role);
		flow(sheet, "  ", ROLE_TEXT, text, role);
		return;
	}
	put(&draft, first, strlen(first), first_role);
	do {
		size_t shown = 0;
		size_t used = left ? text_line(adapted, left, sheet->width - indent, &shown) : 0;

		put(&draft, adapted, shown, role);
		finish(sheet, &draft);
		adapted += used;
		left -= used;
		draft = (struct draft){0};
		pad(&draft, indent);
	} while (left);
}

/* The lines that one page takes in a column of that width. */
static struct sheet flow_cell(struct sheet *sheet, const char *text, enum role role, int width)
{
	struct sheet cell = {.arena = sheet->arena, .charset = sheet->charset, .width = width};

	flow(&cell, "", ROLE_TEXT, text, role);
	return cell;
}

static void copy_line(struct draft *draft, const struct sheet *from, size_t i)
{
	if (i < from->count)
		for (size_t j = 0; j < from->items[i].count; j++)
			put(draft, from->items[i].spans[j].text, from->items[i].spans[j].size, from->items[i].spans[j].role);
}

/* Sets columns side by side, the i-th from starts[i] on, with rule between the last ones where it is not NULL. */
static void merge(struct sheet *sheet, const struct sheet *columns, const int *starts, size_t count, const char *rule)
{
	size_t height = 0;

	for (size_t i = 0; i < count; i++)
		if (columns[i].count > height)
			height = columns[i].count;
	for (size_t y = 0; y < height; y++) {
		struct draft draft = {0};

		for (size_t i = 0; i < count; i++) {
			if (i && rule) {
				pad(&draft, starts[i] - 2);
				put(&draft, rule, strlen(rule), ROLE_RULE);
			}
			pad(&draft, starts[i]);
			copy_line(&draft, &columns[i], y);
		}
		finish(sheet, &draft);
	}
}

static const char *rule_sign(struct sheet *sheet)
{
	return text_adapt(sheet->arena, sheet->charset, "│");
}

static void lay_steps(struct sheet *sheet, const struct block *block)
{
	for (size_t i = 0; i < block->count; i++) {
		const char *sign = block->kind == BLOCK_STEPS ? arena_printf(sheet->arena, "%zu. ", i + 1)
		                                              : text_adapt(sheet->arena, sheet->charset, "• ");

		flow(sheet, sign, ROLE_LABEL, block->cells[i].text, block->cells[i].role);
	}
}

/* Lines of a session stay lines; a long one goes on below, indented. */
static void lay_dialogue(struct sheet *sheet, const struct block *block)
{
	for (size_t i = 0; i < block->count; i++) {
		const char *text = block->cells[i].text;
		bool client = strncmp(text, "C: ", 3) == 0;

		flow(sheet, client ? "C: " : "S: ", ROLE_LABEL, text + 3, client ? ROLE_CLIENT : ROLE_SERVER);
	}
}

static int cell_width(struct sheet *sheet, const char *text)
{
	const char *adapted = text_adapt(sheet->arena, sheet->charset, text);

	return text_width(adapted, strlen(adapted));
}

static const char *differs_sign(struct sheet *sheet, const struct block *block, const struct row *row)
{
	if (block->count <= 2)
		return "";
	return row->differs ? text_adapt(sheet->arena, sheet->charset, "≠ ") : "  ";
}

/* A label on a line of its own, each value below it, behind its code. */
static void stack_row(struct sheet *sheet, const struct block *block, const struct row *row)
{
	flow(sheet, differs_sign(sheet, block, row), ROLE_DIFFERS, row->cells[0].text, ROLE_LABEL);
	for (size_t i = 1; i < block->count; i++) {
		const char *code = block->count > 2 ? block->cells[i].text : "";

		flow(sheet, arena_printf(sheet->arena, "  %s%s", code, *code ? "  " : ""), ROLE_LABEL, row->cells[i].text,
		     row->cells[i].role);
	}
}

static void lay_facts(struct sheet *sheet, const struct block *block)
{
	size_t values = block->count - 1;
	int sign = values > 1 ? cell_width(sheet, "≠ ") : 0;
	int label = 0;

	for (const struct row *row = block->rows; row; row = row->next)
		if (cell_width(sheet, row->cells[0].text) > label)
			label = cell_width(sheet, row->cells[0].text);
	if (label > LABEL_MAX)
		label = LABEL_MAX;

	int room = (sheet->width - sign - label - GAP * (int)values + (values == 1)) / (int)values;
	int starts[COLUMNS_MAX] = {0};

	for (size_t i = 0; i < values; i++)
		starts[i + 1] = sign + label + (values == 1 ? 2 : GAP) + (room + GAP) * (int)i;
	if (values > 1 && room >= VALUE_MIN) {
		struct sheet heads[COLUMNS_MAX] = {{0}};

		for (size_t i = 0; i < values; i++)
			heads[i + 1] = flow_cell(sheet, block->cells[i + 1].text, block->cells[i + 1].role, room);
		merge(sheet, heads, starts, block->count, rule_sign(sheet));
	}
	for (const struct row *row = block->rows; row; row = row->next) {
		struct sheet cells[COLUMNS_MAX];

		if (room < VALUE_MIN) {
			stack_row(sheet, block, row);
			continue;
		}
		cells[0] = (struct sheet){.arena = sheet->arena, .charset = sheet->charset, .width = sign + label};
		flow(&cells[0], differs_sign(sheet, block, row), ROLE_DIFFERS, row->cells[0].text, ROLE_LABEL);
		for (size_t i = 1; i < block->count; i++)
			cells[i] = flow_cell(sheet, row->cells[i].text, row->cells[i].role, room);
		merge(sheet, cells, starts, block->count, values > 1 ? rule_sign(sheet) : NULL);
	}
}

/* The width of the widest cell of a column. */
static int column_width(struct sheet *sheet, const struct block *block, size_t column)
{
	int width = column + 1 < block->count ? cell_width(sheet, block->cells[column].text) : 0;

	for (const struct row *row = block->rows; row; row = row->next)
		if (cell_width(sheet, row->cells[column].text) > width)
			width = cell_width(sheet, row->cells[column].text);
	return width;
}

/* Gives each column of a table its width: its widest cell's, the last one what is left. Where that is too little, the
 * second column, the one of names, gives way. Returns whether all have enough. */
static bool share_width(struct sheet *sheet, const struct block *block, int *widths)
{
	size_t last = block->count - 1;
	int wanted = column_width(sheet, block, last);
	int left = sheet->width;
	int lacking;

	for (size_t i = 0; i < last; i++) {
		widths[i] = column_width(sheet, block, i);
		left -= widths[i] + TABLE_GAP;
	}
	wanted = wanted < COLUMN_MIN ? wanted : COLUMN_MIN;
	lacking = wanted - left;
	if (lacking > 0 && last > 1 && widths[1] - lacking >= VALUE_MIN) {
		widths[1] -= lacking;
		left = wanted;
	}
	widths[last] = left;
	return left >= wanted;
}

static void lay_table(struct sheet *sheet, const struct block *block)
{
	int widths[COLUMNS_MAX] = {0};
	int starts[COLUMNS_MAX] = {0};
	bool enough = share_width(sheet, block, widths);
	size_t last = block->count - 1;

	for (size_t i = 0; i < last; i++)
		starts[i + 1] = starts[i] + widths[i] + TABLE_GAP;
	for (const struct row *row = block->rows; row; row = row->next) {
		struct sheet cells[COLUMNS_MAX];

		if (enough) {
			for (size_t i = 0; i < block->count; i++)
				cells[i] = flow_cell(sheet, row->cells[i].text, row->cells[i].role, widths[i]);
			merge(sheet, cells, starts, block->count, NULL);
			continue;
		}
		/* Code and name on lines of their own, all else below them. */
		flow(sheet, arena_printf(sheet->arena, "%s ", row->cells[0].text), row->cells[0].role, row->cells[1].text,
		     row->cells[1].role);

		const char *rest = block->count > 2 ? row->cells[2].text : "";

		for (size_t i = 3; i < block->count; i++)
			rest = arena_printf(sheet->arena, "%s, %s", rest, row->cells[i].text);
		if (*rest)
			flow(sheet, "    ", ROLE_TEXT, rest, row->cells[2].role);
	}
}

static void lay_page(struct sheet *sheet, const struct page *page);

/* Recursion: as deep as pages are put into pages, which is one */
static void lay_columns(struct sheet *sheet, const struct block *block)
{
	int room = (sheet->width - GAP * ((int)block->count - 1)) / (int)block->count;
	struct sheet columns[COLUMNS_MAX];
	int starts[COLUMNS_MAX];

	if (room < COLUMN_MIN) {
		for (size_t i = 0; i < block->count; i++) {
			if (i)
				blank(sheet);
			lay_page(sheet, block->columns[i]);
		}
		return;
	}
	for (size_t i = 0; i < block->count; i++) {
		columns[i] = (struct sheet){.arena = sheet->arena, .charset = sheet->charset, .width = room};
		lay_page(&columns[i], block->columns[i]);
		starts[i] = (room + GAP) * (int)i;
	}
	merge(sheet, columns, starts, block->count, rule_sign(sheet));
}

/* Recursion: as deep as pages are put into pages, which is one */
static void lay_page(struct sheet *sheet, const struct page *page)
{
	for (const struct block *block = page->blocks; block; block = block->next) {
		switch (block->kind) {
		case BLOCK_TITLE:
			flow(sheet, "", ROLE_TEXT, block->cells[0].text, ROLE_TITLE);
			break;
		case BLOCK_HEADING:
			blank(sheet);
			flow(sheet, "", ROLE_TEXT, block->cells[0].text, block->cells[0].role);
			continue;
		case BLOCK_PARAGRAPH:
			flow(sheet, "", ROLE_TEXT, block->cells[0].text, block->cells[0].role);
			break;
		case BLOCK_STEPS:
		case BLOCK_POINTS:
			lay_steps(sheet, block);
			break;
		case BLOCK_DIALOGUE:
			lay_dialogue(sheet, block);
			break;
		case BLOCK_FACTS:
			lay_facts(sheet, block);
			break;
		case BLOCK_TABLE:
			lay_table(sheet, block);
			break;
		case BLOCK_COLUMNS:
			lay_columns(sheet, block);
			break;
		}
		if (block->next)
			blank(sheet);
	}
}

struct lines layout(struct arena *arena, const struct page *page, int width, struct charset *charset)
{
	struct sheet sheet = {.arena = arena, .charset = charset, .width = width};

	if (width < LAYOUT_MIN)
		sheet.width = LAYOUT_MIN;
	if (width > LAYOUT_MAX)
		sheet.width = LAYOUT_MAX;
	lay_page(&sheet, page);
	return (struct lines){.items = sheet.items, .count = sheet.count};
}
