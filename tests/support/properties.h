/* What holds for every layout: nothing is wider than asked, nothing is lost or shown twice, no word is broken that fits a
 * line, and French spacing stays together. */
#ifndef REPLYCODE_TESTS_PROPERTIES_H
#define REPLYCODE_TESTS_PROPERTIES_H

#include "page/layout.h"

#include <stdint.h>
#include <string.h>

enum { POOL_SIZE = 1 << 18, CELLS_MAX = 4096 };

/* The texts of a page, moved into one pool, so that a span of a line tells by its address which text it shows. */
struct pool {
	char bytes[POOL_SIZE];
	uint16_t owner[POOL_SIZE]; /* which cell a byte belongs to */
	size_t used;
	size_t starts[CELLS_MAX], ends[CELLS_MAX], next[CELLS_MAX]; /* next: the first byte that was not shown yet */
	bool must[CELLS_MAX];                                       /* has to be shown whole, and once */
	size_t last_line[CELLS_MAX];
	size_t cells;
};

static inline void pool_take(struct pool *pool, struct cell *cell, size_t skip, bool must)
{
	size_t n = strlen(cell->text);

	if (pool->cells == CELLS_MAX || pool->used + n + 1 > POOL_SIZE)
		return;
	memcpy(pool->bytes + pool->used, cell->text, n + 1);
	cell->text = pool->bytes + pool->used;
	for (size_t i = 0; i <= n; i++)
		pool->owner[pool->used + i] = (uint16_t)pool->cells;
	pool->starts[pool->cells] = pool->used + skip;
	pool->ends[pool->cells] = pool->used + n;
	pool->must[pool->cells++] = must;
	pool->used += n + 1;
}

/* Moves the texts of a page into the pool, and the page's cells with them. */
static inline void pool_fill(struct pool *pool, const struct page *page)
{
	for (struct block *block = page->blocks; block; block = block->next) {
		bool rows = block->kind == BLOCK_FACTS || block->kind == BLOCK_TABLE;

		if (block->kind == BLOCK_COLUMNS)
			for (size_t i = 0; i < block->count; i++)
				pool_fill(pool, block->columns[i]);
		else if (!rows)
			for (size_t i = 0; i < block->count; i++)
				pool_take(pool, &block->cells[i], block->kind == BLOCK_DIALOGUE ? 3 : 0, true);
		/* A table that is stacked puts cells together in copies: their letters are counted instead. */
		for (struct row *row = rows ? block->rows : NULL; row; row = row->next)
			for (size_t i = 0; i < block->count; i++)
				pool_take(pool, &row->cells[i], 0, block->kind == BLOCK_FACTS);
	}
}

static inline bool property_is_blank(char c)
{
	return c == ' ' || c == '\n';
}

static inline bool property_is_letter(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static inline bool property_is_word(const char *s)
{
	return property_is_letter(*s) || strncmp(s, "\u00A0", 2) == 0 || strncmp(s, "\u202F", 3) == 0;
}

/* The character before at. */
static inline const char *property_before(const char *at)
{
	at--;
	while (((unsigned char)*at & 0xC0) == 0x80)
		at--;
	return at;
}

/* A break without a blank, between two characters of a word, is right only where the word has the line for itself. */
static inline bool property_break_is_right(const struct pool *pool, const char *line_start, size_t at)
{
	const char *next = pool->bytes + at;
	const char *before = property_before(next);

	if (!property_is_word(before) || !property_is_word(next))
		return true;
	/* Where UAX 14 is sure to allow a break: between plain words, and behind a hyphen or slash within one. */
	for (const char *s = line_start + 1; s + 1 < next; s++) {
		bool after_word = property_is_letter(s[-1]) || strchr(",.;:", s[-1]);

		if (*s == ' ' && after_word && property_is_letter(s[1]))
			return false;
		if ((*s == '-' || *s == '/') && property_is_letter(s[-1]) && property_is_letter(s[1]) &&
		    (s[1] < '0' || s[1] > '9'))
			return false;
	}
	return true;
}

/* What is wrong with the lines that a pooled page was laid out into, or NULL. Only for UTF-8, where layout borrows the
 * texts. */
static inline const char *lines_fault(struct pool *pool, const struct lines *lines, int width)
{
	memcpy(pool->next, pool->starts, sizeof pool->next);
	for (size_t i = 0; i < lines->count; i++) {
		const struct line *line = &lines->items[i];
		int columns = 0;

		for (size_t j = 0; j < line->count; j++) {
			const struct span *span = &line->spans[j];
			uintptr_t at = (uintptr_t)span->text - (uintptr_t)pool->bytes;

			columns += text_width(span->text, span->size);
			if (memchr(span->text, '\n', span->size))
				return "a line break in a line";
			if (at >= pool->used)
				continue;

			size_t cell = pool->owner[at];
			size_t skipped = pool->next[cell];

			if (at < skipped)
				return "a text is shown twice, or out of order";
			while (skipped < at)
				if (!property_is_blank(pool->bytes[skipped++]))
					return "a text is lost";
			if (at > pool->starts[cell] && pool->next[cell] == at && pool->last_line[cell] < i &&
			    !property_break_is_right(pool, pool->bytes + at - 1, at))
				return "a word is broken";
			pool->next[cell] = at + span->size;
			pool->last_line[cell] = i;

			/* Where this line's part of the text ends in the middle of a word, the word began the line. */
			if (pool->next[cell] < pool->ends[cell] && !property_is_blank(pool->bytes[pool->next[cell]]) &&
			    !property_break_is_right(pool, span->text, pool->next[cell]))
				return "a word is broken that fits a line";
		}
		if (columns != line->width)
			return "the width of a line is wrong";
		if (columns > width)
			return "a line is too wide";
		if (line->count) {
			const struct span *last = &line->spans[line->count - 1];

			if (!last->size || last->text[last->size - 1] == ' ')
				return "a blank at the end of a line";
		}
	}
	for (size_t cell = 0; cell < pool->cells; cell++)
		for (size_t i = pool->next[cell]; pool->must[cell] && i < pool->ends[cell]; i++)
			if (!property_is_blank(pool->bytes[i]))
				return "a text is not shown to its end";
	return NULL;
}

/* The letters and digits of all lines. */
static inline size_t lines_letters(const struct lines *lines)
{
	size_t letters = 0;

	for (size_t i = 0; i < lines->count; i++)
		for (size_t j = 0; j < lines->items[i].count; j++)
			for (size_t k = 0; k < lines->items[i].spans[j].size; k++)
				letters += property_is_letter(lines->items[i].spans[j].text[k]);
	return letters;
}

/* The letters and digits of all cells of the page in the pool. */
static inline size_t pool_letters(const struct pool *pool)
{
	size_t letters = 0;

	for (size_t i = 0; i < pool->used; i++)
		letters += property_is_letter(pool->bytes[i]);
	return letters;
}

#endif
