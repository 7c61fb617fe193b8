/* How often `explain` finds the cause that a postmaster would accept, on the real replies of a file that is not part of
 * the repository: accuracy [FILE]. Says so and succeeds where there is no such file. Fails below the bar.
 *
 * The half-split check: the file is split at random, with a fixed seed. Of each half, every fragment that no line of the
 * other half contains, but a line of this half does, is taken away - as if it had been written for this half alone, which
 * is the worst that could be said of it - and this half is measured with what is left. */
#include "explain/verdict.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LINES_MAX = 20000, LINE_SIZE = 128 * 1024, CAUSES_MAX = 64, BAR = 95, SHOWN = 12, SEED = 20260523 };

struct line {
	const char *accepted, *text;
	int half; /* 0 or 1 */
};

struct confusion {
	const char *accepted, *told;
	int count;
};

struct bench {
	struct arena *arena;
	struct explainer *explainer;
	struct line lines[LINES_MAX];
	size_t count;
	struct confusion confusions[LINES_MAX];
	size_t confusion_count;
};

static void out_of_memory(void)
{
	fputs("accuracy: out of memory\n", stderr);
	exit(EXIT_FAILURE);
}

static bool is_accepted(const char *accepted, const char *cause)
{
	size_t n = strlen(cause);

	for (const char *s = accepted; s; s = strchr(s, '|') ? strchr(s, '|') + 1 : NULL)
		if (strncmp(s, cause, n) == 0 && (s[n] == '|' || !s[n]))
			return true;
	return false;
}

/* The same sequence everywhere, whatever the C library's is. */
static unsigned next_random(void)
{
	static unsigned long long state = SEED;

	state = state * 6364136223846793005ULL + 1442695040888963407ULL;
	return (unsigned)(state >> 33);
}

static void read_lines(struct bench *bench, FILE *file)
{
	static char line[LINE_SIZE];

	while (bench->count < LINES_MAX && fgets(line, sizeof line, file)) {
		char *fields[4] = {arena_copy(bench->arena, line, strcspn(line, "\r\n"))};
		size_t n = 1;

		while (n < 4 && (fields[n] = strchr(fields[n - 1], '\t')))
			*fields[n++]++ = '\0';
		if (*line != '#' && n == 4)
			bench->lines[bench->count++] =
			    (struct line){.accepted = fields[1], .text = fields[3], .half = (int)(next_random() >> 8 & 1)};
	}
}

static const char *explain(struct bench *bench, struct arena *arena, const char *text, enum decided *decided)
{
	struct verdict verdict;
	struct error error;

	if (verdict_make(arena, bench->explainer, text, strlen(text), &verdict, &error) != STATUS_OK) {
		fprintf(stderr, "accuracy: %s\n", error.message);
		exit(EXIT_FAILURE);
	}
	*decided = verdict.decided;
	return verdict.cause->key;
}

static void note_confusion(struct bench *bench, const char *accepted, const char *told)
{
	size_t i = 0;

	while (i < bench->confusion_count &&
	       /* NOLINTNEXTLINE(clang-analyzer-core.NonNullParamChecker): what is counted was filled below */
	       (strcmp(bench->confusions[i].accepted, accepted) != 0 || strcmp(bench->confusions[i].told, told) != 0))
		i++;
	if (i == bench->confusion_count)
		bench->confusions[bench->confusion_count++] = (struct confusion){accepted, told, 0};
	bench->confusions[i].count++;
}

/* Measures the lines of one half, or all with -1. Returns how many are right; counts those that are measured. */
static int measure(struct bench *bench, int half, bool tell, int *measured)
{
	struct arena *arena = arena_new(out_of_memory);
	int by[DECIDED_NOTHING + 1][2] = {{0}};
	int right = 0;

	*measured = 0;
	for (size_t i = 0; i < bench->count; i++) {
		const struct line *line = &bench->lines[i];
		enum decided decided;
		const char *cause;
		bool good;

		if (half >= 0 && line->half != half)
			continue;
		cause = explain(bench, arena, line->text, &decided);
		good = is_accepted(line->accepted, cause);
		right += good;
		by[decided][0] += good;
		by[decided][1]++;
		++*measured;
		if (tell && !good)
			note_confusion(bench, line->accepted, cause);
		arena_reset(arena);
	}
	for (int i = 0; tell && i <= DECIDED_NOTHING; i++)
		printf("  by %-8s %4d of %4d\n", decided_names[i] ? decided_names[i] : "nothing", by[i][0], by[i][1]);
	arena_free(arena);
	return right;
}

static void mark(const struct trie *trie, const char *text, size_t n, bool *seen)
{
	for (size_t i = 0; i < n; i++) {
		struct trie_place place = {0};

		for (size_t at = i; trie_step(trie, &place, text[at]); at++)
			if (trie_ends(trie, &place))
				seen[trie_string(trie, &place)] = true;
	}
}

/* A copy of a table of uses in which the fragments that only this half contains count for nothing. */
static struct u32s without(struct arena *arena, const struct u32s *at, const struct u32s *uses, const bool *here,
                           const bool *there, uint32_t nothing, int *dropped)
{
	uint32_t *copy = arena_array(arena, uses->count + 1, sizeof *copy);

	memcpy(copy, uses->at, uses->count * sizeof *copy);
	for (size_t i = 0; i + 1 < at->count; i++)
		if (here[i] && !there[i]) {
			++*dropped;
			for (uint32_t j = at->at[i]; j < at->at[i + 1]; j++)
				copy[j] = nothing;
		}
	return (struct u32s){.at = copy, .count = uses->count};
}

static int measure_held_out(struct bench *bench, int half, int *measured, int *dropped)
{
	struct explainer *explainer = bench->explainer;
	const struct rules *whole = explainer->rules;
	struct rules *left = arena_alloc(bench->arena, sizeof *left);
	struct arena *arena = arena_new(out_of_memory);
	bool *words[2];
	bool *plain[2];
	int right;

	for (int i = 0; i < 2; i++) {
		words[i] = arena_array(arena, whole->uses_at.count, sizeof(bool));
		plain[i] = arena_array(arena, whole->known.replies_at.count, sizeof(bool));
	}
	for (size_t i = 0; i < bench->count; i++) {
		struct arena *scratch = arena_new(out_of_memory);
		const struct line *line = &bench->lines[i];
		struct normal normal = normalise(scratch, &whole->ignored, line->text, strlen(line->text));
		size_t n;
		const char *folded = rules_plain(scratch, line->text, strlen(line->text), &n);

		mark(&whole->words, normal.text, normal.size, words[line->half != half]);
		mark(&whole->known.plain, folded, n, plain[line->half != half]);
		arena_free(scratch);
	}
	*left = *whole;
	/* A sign that nothing asks for, and a reply that needs more than it can get. */
	left->uses = without(arena, &whole->uses_at, &whole->uses, words[0], words[1],
	                     (uint32_t)USE_SIGN << USE_SHIFT | whole->counts.at[COUNT_SIGNS], dropped);
	left->known.replies = without(arena, &whole->known.replies_at, &whole->known.replies, plain[0], plain[1],
	                              (uint32_t)whole->known.needs.count, dropped);

	uint32_t *needs = arena_array(arena, whole->known.needs.count + 1, sizeof *needs);

	memcpy(needs, whole->known.needs.at, whole->known.needs.count * sizeof *needs);
	left->known.needs = (struct u32s){.at = needs, .count = whole->known.needs.count};
	explainer->rules = left;
	explainer->matcher = matcher_new(bench->arena, left);
	right = measure(bench, half, false, measured);
	explainer->rules = whole;
	explainer->matcher = matcher_new(bench->arena, whole);
	arena_free(arena);
	return right;
}

static int most_first(const void *a, const void *b)
{
	return ((const struct confusion *)b)->count - ((const struct confusion *)a)->count;
}

static double percent(int right, int of)
{
	return of ? 100.0 * right / of : 100.0;
}

int main(int argc, char **argv)
{
	const char *path = argc > 1 ? argv[1] : "../shared/replies/dev.tsv";
	static struct bench bench;
	struct source *source;
	struct lang *lang;
	struct error error;
	struct error own;
	FILE *file = fopen(path, "r");
	int measured;
	int right;

	if (!file) {
		printf("accuracy: %s is not here, nothing is measured\n", path);
		return EXIT_SUCCESS;
	}
	bench.arena = arena_new(out_of_memory);
	read_lines(&bench, file);
	fclose(file);
	if (source_open(bench.arena, NULL, &source, &error) != STATUS_OK ||
	    lang_open(bench.arena, source, "en", &lang, &error) != STATUS_OK ||
	    explainer_open(bench.arena, source, "smtp", lang, NULL, &bench.explainer, &own, &error) != STATUS_OK) {
		fprintf(stderr, "accuracy: %s\n", error.message);
		return EXIT_FAILURE;
	}
	right = measure(&bench, -1, true, &measured);
	printf("%s: %d of %d right, %.1f %%\n", path, right, measured, percent(right, measured));
	if (bench.confusion_count)
		qsort(bench.confusions, bench.confusion_count, sizeof *bench.confusions, most_first);
	for (size_t i = 0; i < bench.confusion_count && i < SHOWN; i++)
		printf("  %3d  %s -> %s\n", bench.confusions[i].count, bench.confusions[i].accepted, bench.confusions[i].told);
	for (int half = 0; half < 2; half++) {
		int dropped = 0;
		int of;
		int kept = measure_held_out(&bench, half, &of, &dropped);

		printf("half %d, without the %d fragments that only it contains: %d of %d right, %.1f %%\n", half + 1, dropped,
		       kept, of, percent(kept, of));
	}
	arena_free(bench.arena);
	return percent(right, measured) >= BAR ? EXIT_SUCCESS : EXIT_FAILURE;
}
