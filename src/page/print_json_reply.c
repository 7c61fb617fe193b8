#include "page/print_json_reply.h"

#include "base/text.h"

#include <stdio.h>
#include <string.h>

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

static void add_characters(struct writer *writer, const char *s, size_t n)
{
	size_t from = 0;

	for (size_t at = 0; at < n;) {
		unsigned char byte = (unsigned char)s[at];
		size_t size = 1;
		uint32_t c = byte;

		if (byte >= ' ' && byte < 0x7F && byte != '"' && byte != '\\') {
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

void print_json_reply(struct buffer *out, const struct verdict *verdict, const char *lang, bool ascii)
{
	struct writer writer = {.out = out, .ascii = ascii};

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
	add_list(&writer, ",\"fix\":[", &verdict->fix);
	add(&writer, ",\"lang\":", lang);
	buffer_adds(out, "}\n");
}
