/* Random pages at random widths: what holds for every layout holds for them. The first bytes give the width and the kinds
 * of blocks; the rest is their text. */
#include "base/text.h"
#include "page/print.h"
#include "support/properties.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void memory_ran_out(void)
{
	abort();
}

/* The input, read from its start. */
struct input {
	struct arena *arena;
	const uint8_t *at;
	size_t left;
};

static unsigned next(struct input *input)
{
	if (!input->left)
		return 0;
	input->left--;
	return *input->at++;
}

/* Up to the next 0, made safe to show as all text of a page is; 1 stands for a line break. */
static const char *next_text(struct input *input)
{
	size_t n = 0;
	char *text;

	while (n < input->left && input->at[n])
		n++;
	text = arena_copy(input->arena, (const char *)input->at, n);
	for (size_t i = 0; i < n; i++)
		if (text[i] == 1)
			text[i] = ' ';
	text = text_visible(input->arena, text, n);
	input->at += n < input->left ? n + 1 : n;
	input->left -= n < input->left ? n + 1 : n;
	return text;
}

static void add_block(struct input *input, struct page *page, unsigned kind, bool deep)
{
	const char *texts[5];
	size_t count = 1 + next(input) % 5;
	struct cell cells[5] = {{.text = ""}};
	struct block *block;
	struct page *columns[4];

	kind %= deep ? 6 : 9;
	switch (kind) {
	case 0:
	case 1:
	case 2:
		page_add_text(page, (enum block_kind)(kind % 3), next_text(input), ROLE_TITLE);
		break;
	case 3:
	case 4:
	case 5:
		for (size_t i = 0; i < count; i++)
			texts[i] = kind == 5 ? arena_printf(input->arena, "%s%s", count % 2 ? "C: " : "S: ", next_text(input))
			                     : next_text(input);
		page_add_list(page, kind == 5 ? BLOCK_DIALOGUE : kind == 3 ? BLOCK_STEPS : BLOCK_POINTS, texts, count);
		break;
	case 6:
	case 7:
		if (count < 2)
			count = 2;
		for (size_t i = 0; i < count; i++)
			cells[i] = (struct cell){.text = i ? "250" : "", .role = ROLE_LABEL};
		block = page_add_rows(page, kind == 6 ? BLOCK_FACTS : BLOCK_TABLE, cells, count);
		for (unsigned rows = next(input) % 4; rows; rows--) {
			for (size_t i = 0; i < count; i++)
				cells[i].text = next_text(input);
			page_add_row(page, block, cells, rows % 2);
		}
		break;
	default:
		count = 2 + count % 3;
		for (size_t i = 0; i < count; i++) {
			columns[i] = page_new(input->arena);
			add_block(input, columns[i], next(input), true);
		}
		page_add_columns(page, columns, count);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct pool pool;
	struct arena *arena = arena_new(memory_ran_out);
	struct input input = {.arena = arena, .at = data, .left = size < 20000 ? size : 20000};
	struct charset *utf8 = text_charset_open(arena, "UTF-8");
	struct charset *ascii = text_charset_open(arena, "ASCII");
	int width = LAYOUT_MIN + (int)((next(&input) << 8 | next(&input)) % (LAYOUT_MAX - LAYOUT_MIN + 1));
	struct page *page = page_new(arena);
	struct lines lines;
	const char *fault;

	while (input.left)
		add_block(&input, page, next(&input), false);
	memset(&pool, 0, sizeof pool);
	pool_fill(&pool, page);
	lines = layout(arena, page, width, utf8);
	fault = lines_fault(&pool, &lines, width);
	if (fault) {
		struct output output = print_text(arena, &lines, utf8, false);

		fprintf(stderr, "%s at %d columns:\n%s", fault, width, output.bytes);
		abort();
	}
	lines = layout(arena, page, width, ascii);
	for (size_t i = 0; i < lines.count; i++)
		if (lines.items[i].width > width)
			abort();
	print_markdown(arena, page, ascii);
	arena_free(arena);
	return 0;
}
