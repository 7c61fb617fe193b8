#include "page/print_json_reply.h"

#include "base/text.h"

#include <string.h>

enum { LISTS = 256 /* a power of two */, POINTER_ALIGN = 16 };

/* A list of steps, as it is written. The same few come again and again. */
struct list {
	const char *const *items; /* NULL: the place is free */
	const char *text;
	size_t size;
};

struct json_replies {
	struct arena *arena;
	const char *lang;
	bool ascii;
	struct list lists[LISTS];
};

/* Written by hand, not through cJSON: a hundred allocations a reply would take most of the time of a long list. */
struct writer {
	struct buffer *out;
	bool ascii;
};

enum { ESCAPE_SIZE = 6, REPLACEMENT = 0xFFFD, BEYOND_BMP = 0x10000, BLOCK = 16 };

/* \u and four digits. */
static void add_unit(struct writer *writer, uint32_t unit)
{
	static const char digits[] = "0123456789abcdef";
	char escape[ESCAPE_SIZE] = {'\\', 'u'};

	for (int i = 0; i < 4; i++)
		escape[2 + i] = digits[unit >> (12 - 4 * i) & 0xF];
	buffer_add(writer->out, escape, sizeof escape);
}

static void add_escape(struct writer *writer, uint32_t c)
{
	static const char names[] = "\"\"\\\\\nn\rr\tt"; /* each character, then what stands for it */
	const char *named = c < 0x80 ? strchr(names, (int)c) : NULL;

	if (c && named && (named - names) % 2 == 0) {
		buffer_add(writer->out, "\\", 1);
		buffer_add(writer->out, named + 1, 1);
		return;
	}
	if (c < BEYOND_BMP) {
		add_unit(writer, c);
		return;
	}
	/* In two halves. */
	add_unit(writer, 0xD7C0 + (c >> 10));
	add_unit(writer, 0xDC00 + (c & 0x3FF));
}

/* Whether an ASCII character may stand in a JSON string as it is. */
static bool is_plain(unsigned char byte)
{
	return byte >= ' ' && byte < 0x7F && byte != '"' && byte != '\\';
}

/* The same for all of the BLOCK bytes at s; no early end, so that the compiler takes them at once. */
static bool is_plain_block(const char *s)
{
	unsigned char odd = 0;

	for (int i = 0; i < BLOCK; i++)
		odd |= !is_plain((unsigned char)s[i]);
	return !odd;
}

static void add_characters(struct writer *writer, const char *s, size_t n)
{
	size_t from = 0;

	for (size_t at = 0; at < n;) {
		uint32_t c;
		size_t size;

		while (n - at >= BLOCK && is_plain_block(s + at))
			at += BLOCK;
		while (at < n && is_plain((unsigned char)s[at]))
			at++;
		if (at == n)
			break;
		size = text_next(s + at, n - at, &c);
		if (c < 0x80 || writer->ascii || c == TEXT_INVALID || !text_is_inert(c)) {
			buffer_add(writer->out, s + from, at - from);
			add_escape(writer, c == TEXT_INVALID ? REPLACEMENT : c);
			from = at + size;
		}
		at += size;
	}
	buffer_add(writer->out, s + from, n - from);
}

static void add_value(struct writer *writer, const char *s, size_t n)
{
	if (!s) {
		buffer_add(writer->out, "null", 4);
		return;
	}
	buffer_add(writer->out, "\"", 1);
	add_characters(writer, s, n);
	buffer_add(writer->out, "\"", 1);
}

static void add_string(struct writer *writer, const char *s)
{
	add_value(writer, s, s ? strlen(s) : 0);
}

/* What stands before a value, {"input": or ,"code":, of a length that the compiler knows. */
#define ADD_KEY(out, key) buffer_add(out, key, sizeof(key) - 1)

static void add_list(struct writer *writer, const char *key, const struct strings *strings)
{
	buffer_adds(writer->out, key);
	for (size_t i = 0; i < strings->count; i++) {
		if (i)
			buffer_add(writer->out, ",", 1);
		add_value(writer, strings->items[i], strlen(strings->items[i]));
	}
	buffer_add(writer->out, "]", 1);
}

struct json_replies *json_replies_new(struct arena *arena, const char *lang, bool ascii)
{
	struct json_replies *replies = arena_alloc(arena, sizeof *replies);

	replies->arena = arena;
	replies->lang = lang;
	replies->ascii = ascii;
	return replies;
}

/* The steps, escaped once for all verdicts that have them. Where two lists want one place, the first has it. */
static void add_steps(struct json_replies *replies, struct writer *writer, const char *key, const struct strings *steps)
{
	struct list *list = &replies->lists[(uintptr_t)steps->items / POINTER_ALIGN % LISTS];
	size_t from = writer->out->used;

	if (list->items == steps->items && list->items) {
		buffer_add(writer->out, list->text, list->size);
		return;
	}
	add_list(writer, key, steps);
	if (list->items)
		return;
	list->items = steps->items;
	list->size = writer->out->used - from;
	list->text = arena_copy(replies->arena, writer->out->bytes + from, list->size);
}

void json_replies_add(struct json_replies *replies, struct buffer *out, const struct verdict *verdict)
{
	struct writer writer = {.out = out, .ascii = replies->ascii};

	ADD_KEY(out, "{\"input\":");
	add_value(&writer, verdict->reply->input, verdict->reply->input_size);
	ADD_KEY(out, ",\"code\":");
	add_string(&writer, verdict->code);
	ADD_KEY(out, ",\"enhanced\":");
	add_string(&writer, verdict->enhanced);
	ADD_KEY(out, ",\"text\":");
	add_string(&writer, *verdict->text ? verdict->text : NULL);
	ADD_KEY(out, ",\"cause\":");
	add_string(&writer, verdict->cause->key);
	ADD_KEY(out, ",\"retry\":");
	add_string(&writer, verdict->retry == NAME_MISSING ? NULL : retry_names[verdict->retry]);
	ADD_KEY(out, ",\"actor\":");
	add_string(&writer, verdict->actor == NAME_MISSING ? NULL : actor_names[verdict->actor]);
	ADD_KEY(out, ",\"provider\":");
	add_string(&writer, verdict->provider);
	ADD_KEY(out, ",\"matched\":");
	add_string(&writer, verdict->matched);
	ADD_KEY(out, ",\"decided_by\":");
	add_string(&writer, decided_names[verdict->decided]);
	add_list(&writer, ",\"contradictions\":[", &verdict->contradictions);
	add_steps(replies, &writer, ",\"fix\":[", &verdict->fix);
	ADD_KEY(out, ",\"lang\":");
	add_string(&writer, replies->lang);
	buffer_add(out, "}\n", 2);
}
