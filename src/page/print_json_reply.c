#include "page/print_json_reply.h"

#include "base/text.h"

#include <stdio.h>
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

enum { ESCAPE_SIZE = 16, REPLACEMENT = 0xFFFD, BEYOND_BMP = 0x10000 };

static void add_escape(struct writer *writer, uint32_t c)
{
	char escape[ESCAPE_SIZE];

	if (c == '"' || c == '\\')
		snprintf(escape, sizeof escape, "\\%c", (int)c);
	else if (c == '\n' || c == '\r' || c == '\t')
		snprintf(escape, sizeof escape, "\\%c", c == '\n' ? 'n' : c == '\r' ? 'r' : 't');
	else if (c < BEYOND_BMP)
		snprintf(escape, sizeof escape, "\\u%04x", (unsigned)c);
	else /* in two halves */
		snprintf(escape, sizeof escape, "\\u%04x\\u%04x", (unsigned)(0xD7C0 + (c >> 10)), (unsigned)(0xDC00 + (c & 0x3FF)));
	buffer_adds(writer->out, escape);
}

/* Bytes that may not stand in a JSON string as they are, or have to be looked at more closely. */
static const bool special[256] = {
    ['"'] = true,  ['\\'] = true, [0x00] = true, [0x01] = true, [0x02] = true, [0x03] = true, [0x04] = true, [0x05] = true,
    [0x06] = true, [0x07] = true, [0x08] = true, [0x09] = true, [0x0A] = true, [0x0B] = true, [0x0C] = true, [0x0D] = true,
    [0x0E] = true, [0x0F] = true, [0x10] = true, [0x11] = true, [0x12] = true, [0x13] = true, [0x14] = true, [0x15] = true,
    [0x16] = true, [0x17] = true, [0x18] = true, [0x19] = true, [0x1A] = true, [0x1B] = true, [0x1C] = true, [0x1D] = true,
    [0x1E] = true, [0x1F] = true, [0x7F] = true, 
    [0x80] = true, [0x81] = true, [0x82] = true, [0x83] = true, [0x84] = true, [0x85] = true, [0x86] = true, [0x87] = true,
    [0x88] = true, [0x89] = true, [0x8A] = true, [0x8B] = true, [0x8C] = true, [0x8D] = true, [0x8E] = true, [0x8F] = true,
    [0x90] = true, [0x91] = true, [0x92] = true, [0x93] = true, [0x94] = true, [0x95] = true, [0x96] = true, [0x97] = true,
    [0x98] = true, [0x99] = true, [0x9A] = true, [0x9B] = true, [0x9C] = true, [0x9D] = true, [0x9E] = true, [0x9F] = true,
    [0xA0] = true, [0xA1] = true, [0xA2] = true, [0xA3] = true, [0xA4] = true, [0xA5] = true, [0xA6] = true, [0xA7] = true,
    [0xA8] = true, [0xA9] = true, [0xAA] = true, [0xAB] = true, [0xAC] = true, [0xAD] = true, [0xAE] = true, [0xAF] = true,
    [0xB0] = true, [0xB1] = true, [0xB2] = true, [0xB3] = true, [0xB4] = true, [0xB5] = true, [0xB6] = true, [0xB7] = true,
    [0xB8] = true, [0xB9] = true, [0xBA] = true, [0xBB] = true, [0xBC] = true, [0xBD] = true, [0xBE] = true, [0xBF] = true,
    [0xC0] = true, [0xC1] = true, [0xC2] = true, [0xC3] = true, [0xC4] = true, [0xC5] = true, [0xC6] = true, [0xC7] = true,
    [0xC8] = true, [0xC9] = true, [0xCA] = true, [0xCB] = true, [0xCC] = true, [0xCD] = true, [0xCE] = true, [0xCF] = true,
    [0xD0] = true, [0xD1] = true, [0xD2] = true, [0xD3] = true, [0xD4] = true, [0xD5] = true, [0xD6] = true, [0xD7] = true,
    [0xD8] = true, [0xD9] = true, [0xDA] = true, [0xDB] = true, [0xDC] = true, [0xDD] = true, [0xDE] = true, [0xDF] = true,
    [0xE0] = true, [0xE1] = true, [0xE2] = true, [0xE3] = true, [0xE4] = true, [0xE5] = true, [0xE6] = true, [0xE7] = true,
    [0xE8] = true, [0xE9] = true, [0xEA] = true, [0xEB] = true, [0xEC] = true, [0xED] = true, [0xEE] = true, [0xEF] = true,
    [0xF0] = true, [0xF1] = true, [0xF2] = true, [0xF3] = true, [0xF4] = true, [0xF5] = true, [0xF6] = true, [0xF7] = true,
    [0xF8] = true, [0xF9] = true, [0xFA] = true, [0xFB] = true, [0xFC] = true, [0xFD] = true, [0xFE] = true, [0xFF] = true};

static void add_characters(struct writer *writer, const char *s, size_t n)
{
	size_t from = 0;

	for (size_t at = 0; at < n;) {
		unsigned char byte = (unsigned char)s[at];
		size_t size = 1;
		uint32_t c = byte;

		if (!special[byte]) {
			at++;
			continue;
		}
		if (byte >= 0x80)
			size = text_next(s + at, n - at, &c);
		if (byte < 0x80 || writer->ascii || c == TEXT_INVALID || !text_is_inert(c)) {
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
		buffer_adds(writer->out, "null");
		return;
	}
	buffer_add(writer->out, "\"", 1);
	add_characters(writer, s, n);
	buffer_add(writer->out, "\"", 1);
}

/* key is what stands before the value: {"input": or ,"code": */
static void add(struct writer *writer, const char *key, const char *s)
{
	buffer_adds(writer->out, key);
	add_value(writer, s, s ? strlen(s) : 0);
}

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

	buffer_adds(out, "{\"input\":");
	add_value(&writer, verdict->reply->input, verdict->reply->input_size);
	add(&writer, ",\"code\":", verdict->code);
	add(&writer, ",\"enhanced\":", verdict->enhanced);
	add(&writer, ",\"text\":", *verdict->text ? verdict->text : NULL);
	add(&writer, ",\"cause\":", verdict->cause->key);
	add(&writer, ",\"retry\":", verdict->retry == NAME_MISSING ? NULL : retry_names[verdict->retry]);
	add(&writer, ",\"actor\":", verdict->actor == NAME_MISSING ? NULL : actor_names[verdict->actor]);
	add(&writer, ",\"provider\":", verdict->provider);
	add(&writer, ",\"matched\":", verdict->matched);
	add(&writer, ",\"decided_by\":", decided_names[verdict->decided]);
	add_list(&writer, ",\"contradictions\":[", &verdict->contradictions);
	add_steps(replies, &writer, ",\"fix\":[", &verdict->fix);
	add(&writer, ",\"lang\":", replies->lang);
	buffer_adds(out, "}\n");
}
