#include "kb/search.h"

#include "base/text.h"

#include <stdlib.h>
#include <string.h>

/* Where a word was found decides how much the hit counts. */
enum score { SCORE_TEXT = 1, SCORE_SUMMARY = 3, SCORE_NAME = 8, SCORE_CODE = 40 };

/* A text as it is shown and as it is searched. */
struct text {
	const char *shown;
	const char *folded;
	int score;
};

struct document {
	const struct entry *entry;
	struct text *texts;
	size_t count, size;
};

struct search {
	struct document *documents;
	size_t count;
};

static void add_sentence(struct arena *arena, struct document *document, const char *text, size_t n, int score)
{
	if (document->count == document->size) {
		size_t size = document->size ? document->size * 2 : 32;
		struct text *texts = arena_array(arena, size, sizeof *texts);

		if (document->count)
			memcpy(texts, document->texts, document->count * sizeof *texts);
		document->texts = texts;
		document->size = size;
	}
	document->texts[document->count++] =
	    (struct text){.shown = arena_copy(arena, text, n), .folded = text_fold(arena, text, n), .score = score};
}

/* A hit shows the sentence that it is in, so sentences are what is searched. */
static void add_text(struct arena *arena, struct document *document, const char *text, int score)
{
	while (text && *text) {
		const char *stop = strstr(text, ". ");
		size_t n = stop ? (size_t)(stop - text) + 1 : strlen(text);

		add_sentence(arena, document, text, n, score);
		text += n + (stop != NULL);
	}
}

static void add_entry(struct arena *arena, struct document *document, const struct entry *entry)
{
	add_text(arena, document, entry->name, SCORE_NAME);
	add_text(arena, document, entry->summary, SCORE_SUMMARY);
	add_text(arena, document, entry->meaning, SCORE_TEXT);
	add_text(arena, document, entry->when, SCORE_TEXT);
	for (size_t i = 0; i < entry->fix.count; i++)
		add_text(arena, document, entry->fix.items[i], SCORE_TEXT);
	add_text(arena, document, entry->note, SCORE_TEXT);
	for (size_t i = 0; i < entry->dialogue.count; i++)
		add_text(arena, document, entry->dialogue.items[i], SCORE_TEXT);
}

static enum status add_kind(struct arena *arena, struct search *search, struct kb *kb, struct kb *english,
                            enum code_kind kind, struct error *error)
{
	const struct strings *codes;
	struct document *documents;

	if (kb_codes(kb, kind, &codes, error) != STATUS_OK)
		return STATUS_BAD;
	documents = arena_array(arena, search->count + codes->count + 1, sizeof *documents);
	if (search->count)
		memcpy(documents, search->documents, search->count * sizeof *documents);
	search->documents = documents;
	for (size_t i = 0; i < codes->count; i++) {
		struct document *document = &search->documents[search->count];
		const struct entry *other = NULL;

		if (kb_entry(kb, codes->items[i], &document->entry, error) != STATUS_OK ||
		    (english != kb && kb_entry(english, codes->items[i], &other, error) != STATUS_OK))
			return STATUS_BAD;
		add_entry(arena, document, document->entry);
		if (other)
			add_entry(arena, document, other);
		search->count++;
	}
	return STATUS_OK;
}

enum status search_open(struct arena *arena, struct kb *kb, struct kb *english, enum code_kind kind,
                        struct search **opened, struct error *error)
{
	struct search *search = arena_alloc(arena, sizeof *search);

	if ((kind != CODE_ENHANCED && add_kind(arena, search, kb, english, CODE_BASIC, error) != STATUS_OK) ||
	    (kind != CODE_BASIC && add_kind(arena, search, kb, english, CODE_ENHANCED, error) != STATUS_OK))
		return STATUS_BAD;
	*opened = search;
	return STATUS_OK;
}

/* How well a folded word matches; 0 when it does not. Stores the text that holds it. */
static int match(const struct document *document, const char *word, enum code_kind kind, const char **matched)
{
	if (kind != CODE_NONE && code_matches(word, document->entry->code)) {
		*matched = document->entry->summary;
		return SCORE_CODE;
	}
	/* Part of a code, while it is being typed. */
	if (strncmp(document->entry->code, word, strlen(word)) == 0) {
		*matched = document->entry->summary;
		return SCORE_NAME;
	}
	for (size_t i = 0; i < document->count; i++) {
		const char *at = strstr(document->texts[i].folded, word);

		if (at) {
			/* The start of a word counts more than its inside. */
			*matched = document->texts[i].score == SCORE_NAME ? document->entry->summary : document->texts[i].shown;
			return document->texts[i].score * (at == document->texts[i].folded || at[-1] == ' ' ? 2 : 1);
		}
	}
	return 0;
}

static int best_first(const void *a, const void *b)
{
	const struct search_hit *x = a;
	const struct search_hit *y = b;

	return x->score != y->score ? (x->score < y->score) - (x->score > y->score)
	                            : code_compare(x->entry->code, y->entry->code);
}

struct search_hits search_find(struct arena *arena, const struct search *search, const char *const *words, size_t count)
{
	struct search_hits hits = {.items = arena_array(arena, search->count + 1, sizeof *hits.items)};
	const char **folded = arena_array(arena, count + 1, sizeof *folded);
	enum code_kind *kinds = arena_array(arena, count + 1, sizeof *kinds);

	for (size_t i = 0; i < count; i++) {
		folded[i] = text_fold(arena, words[i], strlen(words[i]));
		kinds[i] = code_kind(folded[i]);
	}
	for (size_t i = 0; i < search->count; i++) {
		const struct document *document = &search->documents[i];
		struct search_hit hit = {.entry = document->entry, .matched = document->entry->summary};
		size_t word = 0;

		for (; word < count; word++) {
			int score = match(document, folded[word], kinds[word], &hit.matched);

			if (!score)
				break;
			hit.score += score;
		}
		if (word == count)
			hits.items[hits.count++] = hit;
	}
	qsort(hits.items, hits.count, sizeof *hits.items, best_first);
	return hits;
}
