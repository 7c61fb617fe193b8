/* Any bytes as a reply: the verdict, its page at a narrow width, its JSON. */
#include "explain/verdict.h"
#include "page/compose_verdict.h"
#include "page/layout.h"
#include "page/print_json_reply.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void memory_ran_out(void)
{
	abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct arena *kept;
	static struct explainer *explainer;
	static struct lang *lang;
	struct arena *arena = arena_new(memory_ran_out);
	struct error error = {0};
	struct error own;
	struct source *source;
	struct verdict verdict;
	struct buffer out = buffer_new(arena);

	if (!kept) {
		kept = arena_new(memory_ran_out);
		if (source_open(kept, NULL, &source, &error) != STATUS_OK ||
		    lang_open(kept, source, "en", &lang, &error) != STATUS_OK ||
		    explainer_open(kept, source, "smtp", lang, NULL, &explainer, &own, &error) != STATUS_OK)
			abort();
	}
	if (verdict_make(arena, explainer, (const char *)data, size, &verdict, &error) != STATUS_OK)
		abort();
	json_replies_add(json_replies_new(arena, "en", false), &out, &verdict);
	if (text_invalid_at(out.bytes, out.used) < out.used || !verdict.cause || !verdict.text)
		abort();
	layout(arena, compose_verdict(arena, lang, "smtp", &verdict, NULL, NULL), LAYOUT_MIN,
	       text_charset_open(arena, "UTF-8"));
	arena_free(arena);
	return 0;
}
