#include "explain/bounce.h"
#include "explain/reply.h"
#include "kb/letter.h"

#include <string.h>

/* Whether a code stands at at that belongs to the frame of the reply and not to its words. Stores its length. */
static bool is_frame(const struct reply *reply, const char *code, size_t at, size_t *length)
{
	for (size_t i = 0; i < reply->code_count && reply->codes[i].at <= at; i++)
		if (reply->codes[i].at == at && strcmp(reply->codes[i].code, code) == 0) {
			*length = at + 3 < reply->size && reply->text[at + 3] == '-' ? 4 : 3;
			return true;
		}
	for (size_t i = 0; i < reply->enhanced_count && reply->enhanced[i].at <= at; i++)
		if (reply->enhanced[i].at == at) {
			*length = strlen(reply->enhanced[i].code);
			return true;
		}
	return false;
}

/* The length of the n bytes at s without a bracket at their end that closes nothing: logs put a reply in brackets. */
static size_t without_bracket(const char *s, size_t n)
{
	int open = 0;

	for (size_t i = 0; i < n; i++)
		open += (s[i] == '(') - (s[i] == ')');
	return n && s[n - 1] == ')' && open < 0 ? n - 1 : n;
}

const char *reply_words(struct arena *arena, const struct reply *reply, size_t first)
{
	const char *code = reply->code_count ? reply->codes[first].code : "";
	char *out = arena_room(arena, reply->size + 1);
	bool start = true;
	size_t used = 0;
	size_t length;

	while (first && strcmp(reply->codes[first - 1].code, code) == 0)
		first--;
	for (size_t at = reply->code_count ? reply->codes[first].at : 0; at < reply->size;) {
		char c = reply->text[at];

		/* A code inside a sentence is one of its words. */
		if (letter_kind(c) == DIGIT && start && is_frame(reply, code, at, &length)) {
			at += length;
			continue;
		}
		start = letter_is_blank(c);
		if (c == '\n' && used && reply->code_count && bounce_starts_part(reply->text + at + 1, reply->size - at - 1))
			break;
		if (start) {
			if (used && out[used - 1] != ' ')
				out[used++] = ' ';
			at++;
			continue;
		}
		while (at < reply->size && !letter_is_blank(reply->text[at]))
			out[used++] = reply->text[at++];
	}
	while (used && out[used - 1] == ' ')
		used--;
	out[without_bracket(out, used)] = '\0';
	return out;
}
