#include "page/page.h"

#include <string.h>

struct page *page_new(struct arena *arena)
{
	struct page *page = arena_alloc(arena, sizeof *page);

	page->arena = arena;
	return page;
}

static struct block *add(struct page *page, enum block_kind kind, size_t count)
{
	struct block *block = arena_alloc(page->arena, sizeof *block);

	*block = (struct block){.kind = kind, .count = count};
	block->cells = arena_array(page->arena, count + 1, sizeof *block->cells);
	if (page->last)
		page->last->next = block;
	else
		page->blocks = block;
	page->last = block;
	return block;
}

void page_add_text(struct page *page, enum block_kind kind, const char *text, enum role role)
{
	add(page, kind, 1)->cells[0] = (struct cell){.text = text, .role = role};
}

void page_add_list(struct page *page, enum block_kind kind, const char *const *texts, size_t count)
{
	struct block *block = add(page, kind, count);

	for (size_t i = 0; i < count; i++)
		block->cells[i] = (struct cell){.text = texts[i], .role = ROLE_TEXT};
}

struct block *page_add_rows(struct page *page, enum block_kind kind, const struct cell *header, size_t count)
{
	struct block *block = add(page, kind, count);

	memcpy(block->cells, header, count * sizeof *header);
	return block;
}

void page_add_row(struct page *page, struct block *block, const struct cell *cells, bool differs)
{
	struct row *row = arena_alloc(page->arena, sizeof *row);

	row->cells = arena_array(page->arena, block->count, sizeof *row->cells);
	row->differs = differs;
	memcpy(row->cells, cells, block->count * sizeof *cells);
	if (block->last_row)
		block->last_row->next = row;
	else
		block->rows = row;
	block->last_row = row;
}

void page_add_columns(struct page *page, struct page *const *columns, size_t count)
{
	struct block *block = add(page, BLOCK_COLUMNS, count);

	block->columns = arena_array(page->arena, count, sizeof(struct page *));
	memcpy(block->columns, columns, count * sizeof *columns);
}
