#include "tui/clipboard.h"

#include "base/buffer.h"

#include <string.h>

enum {
	SCREEN_PART = 240 /* bytes that GNU Screen takes in one device control string,
	                     with room to spare */
};

enum passage clipboard_passage(const char *tmux, const char *term)
{
	if (tmux && *tmux)
		return PASSAGE_TMUX;
	return term && strncmp(term, "screen", 6) == 0 ? PASSAGE_SCREEN : PASSAGE_DIRECT;
}

static void add_base64(struct buffer *out, const char *text, size_t n)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	const unsigned char *in = (const unsigned char *)text;

	for (size_t i = 0; i < n; i += 3) {
		unsigned long bits = (unsigned long)in[i] << 16;
		char four[4];

		if (i + 1 < n)
			bits |= (unsigned long)in[i + 1] << 8;
		if (i + 2 < n)
			bits |= in[i + 2];
		four[0] = digits[bits >> 18];
		four[1] = digits[bits >> 12 & 63];
		four[2] = i + 1 < n ? digits[bits >> 6 & 63] : '=';
		four[3] = i + 2 < n ? digits[bits & 63] : '=';
		buffer_add(out, four, sizeof four);
	}
}

struct output clipboard_sequence(struct arena *arena, const char *text, size_t n, enum passage passage)
{
	struct buffer plain = buffer_new(arena);
	struct buffer out = buffer_new(arena);

	buffer_adds(&plain, "\033]52;c;");
	add_base64(&plain, text, n);
	buffer_adds(&plain, "\a");
	switch (passage) {
	case PASSAGE_DIRECT:
		return (struct output){.bytes = plain.bytes, .size = plain.used};
	case PASSAGE_TMUX:
		/* tmux takes the sequence itself where set-clipboard is on, and passes it on where allow-passthrough is:
		 * both are sent, since nothing tells which of them holds. */
		buffer_add(&out, plain.bytes, plain.used);
		buffer_adds(&out, "\033Ptmux;\033");
		buffer_add(&out, plain.bytes, plain.used);
		buffer_adds(&out, "\033\\");
		break;
	case PASSAGE_SCREEN:
		for (size_t i = 0; i < plain.used; i += SCREEN_PART) {
			buffer_adds(&out, "\033P");
			buffer_add(&out, plain.bytes + i, plain.used - i < SCREEN_PART ? plain.used - i : SCREEN_PART);
			buffer_adds(&out, "\033\\");
		}
		break;
	}
	return (struct output){.bytes = out.bytes, .size = out.used};
}
