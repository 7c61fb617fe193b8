#include "base/buffer.h"
#include "page/print.h"

#include <string.h>

struct writer {
	struct buffer out;
	struct charset *charset;
	int level; /* of the headings */
};

/* Adds text so that none of it is taken as markup. */
static void add_text(struct writer *writer, const char *text)
{
	text = text_adapt(writer->out.arena, writer->charset, text);
	for (bool start = true; *text; text++, start = false) {
		/* A sign that opens a list, a heading or a quotation does so at the start of a line only. */
		if (strchr("\\`*_[]<>|~", *text) || (start && strchr("#+-=", *text)))
			buffer_adds(&writer->out, "\\");
		buffer_add(&writer->out, text, 1);
	}
}

static void add_row(struct writer *writer, const struct block *block, const struct cell *cells, const char *mark)
{
	for (size_t i = 0; i < block->count; i++) {
		buffer_adds(&writer->out, i ? " | " : "| ");
		if (!i)
			add_text(writer, mark);
		add_text(writer, cells[i].text);
	}
	buffer_adds(&writer->out, " |\n");
}

static void add_table(struct writer *writer, const struct block *block)
{
	add_row(writer, block, block->cells, "");
	for (size_t i = 0; i < block->count; i++)
		buffer_adds(&writer->out, "| --- ");
	buffer_adds(&writer->out, "|\n");
	for (const struct row *row = block->rows; row; row = row->next)
		add_row(writer, block, row->cells, row->differs ? "≠ " : "");
}

static void add_list(struct writer *writer, const struct block *block)
{
	for (size_t i = 0; i < block->count; i++) {
		buffer_adds(&writer->out, block->kind == BLOCK_STEPS ? arena_printf(writer->out.arena, "%zu. ", i + 1) : "- ");
		add_text(writer, block->cells[i].text);
		buffer_adds(&writer->out, "\n");
	}
}

/* A session stands between fences, where nothing is markup. */
static void add_dialogue(struct writer *writer, const struct block *block)
{
	buffer_adds(&writer->out, "```\n");
	for (size_t i = 0; i < block->count; i++) {
		buffer_adds(&writer->out, text_adapt(writer->out.arena, writer->charset, block->cells[i].text));
		buffer_adds(&writer->out, "\n");
	}
	buffer_adds(&writer->out, "```\n");
}

static void add_heading(struct writer *writer, int level, const char *text)
{
	buffer_add(&writer->out, "######", (size_t)level);
	buffer_adds(&writer->out, " ");
	add_text(writer, text);
	buffer_adds(&writer->out, "\n");
}

/* Recursion: as deep as pages are put into pages, which is one */
static void add_page(struct writer *writer, const struct page *page)
{
	for (const struct block *block = page->blocks; block; block = block->next) {
		if (writer->out.used && block->kind != BLOCK_COLUMNS)
			buffer_adds(&writer->out, "\n");
		switch (block->kind) {
		case BLOCK_TITLE:
			add_heading(writer, 1, block->cells[0].text);
			break;
		case BLOCK_HEADING:
			add_heading(writer, writer->level, block->cells[0].text);
			break;
		case BLOCK_PARAGRAPH:
			add_text(writer, block->cells[0].text);
			buffer_adds(&writer->out, "\n");
			break;
		case BLOCK_STEPS:
		case BLOCK_POINTS:
			add_list(writer, block);
			break;
		case BLOCK_DIALOGUE:
			add_dialogue(writer, block);
			break;
		case BLOCK_FACTS:
		case BLOCK_TABLE:
			add_table(writer, block);
			break;
		case BLOCK_COLUMNS:
			writer->level++;
			for (size_t i = 0; i < block->count; i++)
				add_page(writer, block->columns[i]);
			writer->level--;
			break;
		}
	}
}

struct output print_markdown(struct arena *arena, const struct page *page, struct charset *charset)
{
	struct writer writer = {.out = buffer_new(arena), .charset = charset, .level = 2};
	size_t size;

	add_page(&writer, page);

	const char *bytes = text_encode(arena, charset, writer.out.bytes, writer.out.used, &size);

	return (struct output){.bytes = bytes, .size = size};
}
