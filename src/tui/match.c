#include "tui/match.h"

#include "base/text.h"

#include <string.h>

const char *const *match_words(struct arena *arena, const char *text, size_t *count)
{
	const char **words = arena_array(arena, strlen(text) / 2 + 2, sizeof *words);

	*count = 0;
	for (text += strspn(text, " "); *text; text += strspn(text, " ")) {
		size_t n = strcspn(text, " ");

		words[(*count)++] = arena_copy(arena, text, n);
		text += n;
	}
	return words;
}

/* A text as it is compared, and for each byte of it the character of the text that it comes from. */
struct folded {
	char *text;
	size_t *from;
	size_t size;
};

static struct folded fold(struct arena *arena, const char *text)
{
	size_t n = strlen(text);
	/* No character becomes longer than this when it is folded (U+FDFA has 33 bytes for 3). */
	size_t room = n * 12 + 1;
	struct folded folded = {.text = arena_alloc(arena, room), .from = arena_array(arena, room, sizeof(size_t))};

	for (size_t i = 0, next; i < n; i += next) {
		char lower = text[i] >= 'A' && text[i] <= 'Z' ? (char)(text[i] - 'A' + 'a') : text[i];
		const char *form = &lower;
		size_t size = 1;

		next = text_character(text + i, n - i);
		if (next > 1 || (unsigned char)lower >= 0x80) {
			form = text_fold(arena, text + i, next);
			size = strlen(form);
		}
		for (size_t j = 0; j < size && folded.size + 1 < room; j++) {
			folded.from[folded.size] = i;
			folded.text[folded.size++] = form[j];
		}
	}
	folded.from[folded.size] = n;
	return folded;
}

size_t match_find(struct arena *arena, const char *text, const char *const *words, size_t count, size_t *size)
{
	struct folded folded = fold(arena, text);

	*size = 0;
	for (size_t i = 0; i < count; i++) {
		const char *word = text_fold(arena, words[i], strlen(words[i]));
		const char *at = *word ? strstr(folded.text, word) : NULL;

		if (at) {
			size_t first = (size_t)(at - folded.text);
			size_t last = first + strlen(word);

			/* Up to the end of the character that the last byte comes from. */
			while (last < folded.size && folded.from[last] == folded.from[last - 1])
				last++;
			*size = folded.from[last] - folded.from[first];
			return folded.from[first];
		}
	}
	return 0;
}
