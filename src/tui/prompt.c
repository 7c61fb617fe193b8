#include "tui/prompt.h"

#include "base/text.h"

#include <string.h>

void prompt_open(struct prompt *prompt, arena_exhausted *exhausted)
{
	*prompt = (struct prompt){.arena = arena_new(exhausted)};
	prompt_set(prompt, "");
}

void prompt_close(struct prompt *prompt)
{
	arena_free(prompt->arena);
	*prompt = (struct prompt){0};
}

static void make_room(struct prompt *prompt, size_t size)
{
	if (prompt->room > size)
		return;

	/* Old texts stay in the arena until the next prompt_set(); doubling keeps their sum below twice the limit. */
	size_t room = (size + 1) * 2;
	char *text = arena_alloc(prompt->arena, room);

	memcpy(text, prompt->text, prompt->size + 1);
	prompt->text = text;
	prompt->room = room;
}

void prompt_set(struct prompt *prompt, const char *text)
{
	enum { ROOM = 128 };
	size_t size = strlen(text);

	if (size > PROMPT_MAX)
		size = 0;
	arena_reset(prompt->arena);
	prompt->room = size + ROOM;
	prompt->text = arena_alloc(prompt->arena, prompt->room);
	memcpy(prompt->text, text, size);
	prompt->size = prompt->cursor = size;
}

static size_t encode(uint32_t c, char *out)
{
	if (c < 0x80) {
		out[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		out[0] = (char)(0xC0 | c >> 6);
		out[1] = (char)(0x80 | (c & 0x3F));
		return 2;
	}
	if (c < 0x10000) {
		out[0] = (char)(0xE0 | c >> 12);
		out[1] = (char)(0x80 | (c >> 6 & 0x3F));
		out[2] = (char)(0x80 | (c & 0x3F));
		return 3;
	}
	out[0] = (char)(0xF0 | c >> 18);
	out[1] = (char)(0x80 | (c >> 12 & 0x3F));
	out[2] = (char)(0x80 | (c >> 6 & 0x3F));
	out[3] = (char)(0x80 | (c & 0x3F));
	return 4;
}

/* Not for characters that would act on a terminal or stand for none. */
static bool is_typed(uint32_t c)
{
	return !(c >= 0xD800 && c < 0xE000) && c < 0x110000 && (c & 0xFFFE) != 0xFFFE && text_is_inert(c);
}

/* A line break, however the terminal sends it; CR LF is one, and empty lines are none. */
static uint32_t line_break(const struct prompt *prompt)
{
	if (!prompt->lines)
		return ' ';
	return prompt->cursor && prompt->text[prompt->cursor - 1] != '\n' ? '\n' : 0;
}

bool prompt_type(struct prompt *prompt, uint32_t character)
{
	char bytes[4];

	if (character == '\t')
		character = ' ';
	else if (character == '\n' || character == '\r')
		character = line_break(prompt);
	if (character != '\n' && !is_typed(character))
		return false;

	size_t n = encode(character, bytes);

	if (prompt->size + n > PROMPT_MAX)
		return false;
	make_room(prompt, prompt->size + n);
	memmove(prompt->text + prompt->cursor + n, prompt->text + prompt->cursor, prompt->size - prompt->cursor + 1);
	memcpy(prompt->text + prompt->cursor, bytes, n);
	prompt->size += n;
	prompt->cursor += n;
	return true;
}

/* Where the character before the cursor starts. */
static size_t before(const struct prompt *prompt)
{
	size_t at = 0;

	for (size_t next = 0; next < prompt->cursor;) {
		at = next;
		next += text_character(prompt->text + next, prompt->size - next);
	}
	return at;
}

static size_t after(const struct prompt *prompt)
{
	return prompt->cursor + text_character(prompt->text + prompt->cursor, prompt->size - prompt->cursor);
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\n';
}

static size_t word_before(const struct prompt *prompt)
{
	size_t at = prompt->cursor;

	while (at && is_blank(prompt->text[at - 1]))
		at--;
	while (at && !is_blank(prompt->text[at - 1]))
		at--;
	return at;
}

static size_t line_start(const struct prompt *prompt)
{
	size_t at = prompt->cursor;

	while (at && prompt->text[at - 1] != '\n')
		at--;
	return at;
}

static bool erase(struct prompt *prompt, size_t from, size_t to)
{
	memmove(prompt->text + from, prompt->text + to, prompt->size - to + 1);
	prompt->size -= to - from;
	prompt->cursor = from;
	return to > from;
}

/* Puts the cursor into another line, that starts at to, as far from its start as it is from the start of its own. */
static void change_line(struct prompt *prompt, size_t to)
{
	size_t column = 0;

	for (size_t at = line_start(prompt); at < prompt->cursor; column++)
		at += text_character(prompt->text + at, prompt->size - at);
	for (; column && to < prompt->size && prompt->text[to] != '\n'; column--)
		to += text_character(prompt->text + to, prompt->size - to);
	prompt->cursor = to;
}

static void move_up(struct prompt *prompt)
{
	size_t start = line_start(prompt);
	size_t to = start;

	if (!start)
		return;
	for (to--; to && prompt->text[to - 1] != '\n'; to--)
		;
	change_line(prompt, to);
}

static void move_down(struct prompt *prompt)
{
	size_t end = prompt->cursor + strcspn(prompt->text + prompt->cursor, "\n");

	if (end < prompt->size)
		change_line(prompt, end + 1);
}

bool prompt_edit(struct prompt *prompt, enum action action)
{
	switch (action) {
	case ACTION_ERASE:
		return erase(prompt, before(prompt), prompt->cursor);
	case ACTION_ERASE_NEXT:
		return erase(prompt, prompt->cursor, after(prompt));
	case ACTION_ERASE_WORD:
		return erase(prompt, word_before(prompt), prompt->cursor);
	case ACTION_ERASE_ALL:
		return erase(prompt, 0, prompt->size);
	case ACTION_CURSOR_LEFT:
		prompt->cursor = before(prompt);
		return false;
	case ACTION_CURSOR_RIGHT:
		prompt->cursor = after(prompt);
		return false;
	case ACTION_CURSOR_START:
		prompt->cursor = line_start(prompt);
		return false;
	case ACTION_CURSOR_END:
		prompt->cursor += strcspn(prompt->text + prompt->cursor, "\n");
		return false;
	case ACTION_RECALL: /* where there is something typed */
		move_up(prompt);
		return false;
	case ACTION_CURSOR_DOWN:
		move_down(prompt);
		return false;
	default:
		return false;
	}
}
