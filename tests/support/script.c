#include "support/script.h"

#include "base/buffer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void exhausted(void)
{
	fputs("no memory\n", stderr);
	abort();
}

void script_open(struct script *script, const char *lang, const char *charset, int width, int height, const char *a,
                 const char *b)
{
	struct error error = {0};

	*script = (struct script){.arena = arena_new(exhausted)};
	script->charset = text_charset_open(script->arena, charset);
	assert_int_equal(source_open(script->arena, NULL, &script->source, &error), STATUS_OK);

	struct model_options options = {.source = script->source,
	                                .protocol = "smtp",
	                                .lang = lang,
	                                .charset = script->charset,
	                                .codes = {a, b},
	                                .count = (size_t)(a != NULL) + (b != NULL),
	                                .exhausted = exhausted};

	assert_int_equal(model_open(&script->model, &options, width, height), STATUS_OK);
	grid_open(&script->grid, script->charset, exhausted);
}

void script_close(struct script *script)
{
	grid_close(&script->grid);
	model_close(&script->model);
	text_charset_close(script->charset);
	arena_free(script->arena);
}

void script_send(struct script *script, struct event event)
{
	update(&script->model, &event);
	assert_int_equal(script->model.status, STATUS_OK);
}

static void type(struct script *script, uint32_t key)
{
	script_send(script, (struct event){.kind = EVENT_KEY, .key = key});
}

static const struct {
	const char *name;
	uint32_t key;
} names[] = {
    {"Up", INPUT_UP},        {"Down", INPUT_DOWN},      {"Left", INPUT_LEFT},
    {"Right", INPUT_RIGHT},  {"Home", INPUT_HOME},      {"End", INPUT_END},
    {"PgUp", INPUT_PAGE_UP}, {"PgDn", INPUT_PAGE_DOWN}, {"Enter", INPUT_ENTER},
    {"Esc", INPUT_ESC},      {"Tab", INPUT_TAB},        {"BackTab", INPUT_BACK_TAB},
    {"Space", ' '},          {"Delete", INPUT_DELETE},  {"Backspace", INPUT_BACKSPACE},
    {"F1", INPUT_F1},
};

/* The character at s, and how many bytes it takes. */
static uint32_t decode_key(const char *s, size_t *n)
{
	const unsigned char *u = (const unsigned char *)s;

	*n = *u < 0x80 ? 1 : *u < 0xE0 ? 2 : *u < 0xF0 ? 3 : 4;
	uint32_t c = *u < 0x80 ? *u : *u & (0xFFu >> (*n + 1));

	for (size_t i = 1; i < *n; i++)
		c = c << 6 | (u[i] & 0x3F);
	return c;
}

static void type_text(struct script *script, const char *s, size_t length)
{
	for (size_t i = 0, n; i < length; i += n)
		type(script, decode_key(s + i, &n));
}

static void type_word(struct script *script, const char *word, size_t length)
{
	int width;
	int height;
	size_t n;

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strlen(names[i].name) == length && strncmp(names[i].name, word, length) == 0) {
			type(script, names[i].key);
			return;
		}
	if (length > 2 && sscanf(word, "%dx%d", &width, &height) == 2) {
		script_send(script, (struct event){.kind = EVENT_RESIZE, .width = width, .height = height});
		return;
	}
	if (length == 2 && *word == '^') {
		type(script, INPUT_CTRL((uint32_t)word[1]));
		return;
	}
	uint32_t key = decode_key(word, &n);

	if (n != length)
		fail_msg("no key is called %.*s", (int)length, word);
	type(script, key);
}

void script_type(struct script *script, const char *keys)
{
	for (keys += strspn(keys, " "); *keys; keys += strspn(keys, " ")) {
		size_t n;

		if (*keys == '"' && keys[1] && keys[1] != ' ') {
			n = strcspn(keys + 1, "\"");
			type_text(script, keys + 1, n);
			keys += n + 2;
			continue;
		}
		n = strcspn(keys, " ");
		type_word(script, keys, n);
		keys += n;
	}
}

void script_paste(struct script *script, const char *text, size_t n)
{
	while (n) {
		uint32_t c;
		size_t size = text_next(text, n, &c);

		c = c == TEXT_INVALID ? 0xFFFD : c == '\n' ? '\r' : c;
		script_send(script, (struct event){.kind = EVENT_KEY, .key = c, .pasted = true});
		text += size;
		n -= size;
	}
	script_send(script, (struct event){.kind = EVENT_PASTED});
}

const char *script_screen(struct script *script)
{
	struct grid *grid = &script->grid;
	struct buffer out;

	draw(&script->model, grid);
	out = buffer_new(grid->scratch);
	for (int y = 0; y < grid->height; y++) {
		const struct grid_cell *row = grid->cells + (size_t)y * (size_t)grid->width;
		int last = grid->width;

		while (last && row[last - 1].width == 1 && row[last - 1].size == 1 && row[last - 1].bytes[0] == ' ')
			last--;
		for (int x = 0; x < last; x++)
			buffer_add(&out, row[x].bytes, row[x].size);
		buffer_adds(&out, "\n");
	}
	buffer_adds(&out, arena_printf(grid->scratch, "cursor %d,%d\n", grid->cursor_x, grid->cursor_y));
	return out.bytes;
}

bool script_shows(struct script *script, const char *text)
{
	return strstr(script_screen(script), text) != NULL;
}
