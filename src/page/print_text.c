#include "base/buffer.h"
#include "page/print.h"

#include <string.h>

/* What comes before a role's text, in the eight colours that every terminal shows readably on dark and on light. */
static const char *const styles[ROLE_COUNT] = {
    [ROLE_TITLE] = "\033[1m",      [ROLE_HEADING] = "\033[1m",  [ROLE_LABEL] = "\033[36m",
    [ROLE_DIFFERS] = "\033[1;35m", [ROLE_SUCCESS] = "\033[32m", [ROLE_TRANSIENT] = "\033[33m",
    [ROLE_PERMANENT] = "\033[31m", [ROLE_CLIENT] = "\033[34m",  [ROLE_NOTE] = "\033[35m",
};

struct output print_text(struct arena *arena, const struct lines *lines, struct charset *charset, bool colour)
{
	struct buffer out = buffer_new(arena);

	for (size_t i = 0; i < lines->count; i++) {
		const struct line *line = &lines->items[i];

		for (size_t j = 0; j < line->count; j++) {
			const struct span *span = &line->spans[j];
			const char *style = colour ? styles[span->role] : NULL;
			size_t size;
			const char *bytes = text_encode(arena, charset, span->text, span->size, &size);

			if (style)
				buffer_adds(&out, style);
			buffer_add(&out, bytes, size);
			if (style)
				buffer_adds(&out, "\033[0m");
		}
		buffer_adds(&out, "\n");
	}
	return (struct output){.bytes = out.bytes, .size = out.used};
}
