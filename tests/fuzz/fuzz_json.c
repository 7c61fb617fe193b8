/* Any bytes as a file of the knowledge base: first alone, then as one file of a small base that is checked and used. The
 * first byte says which file. */
#include "base/text.h"
#include "kb/check.h"
#include "kb/kb.h"
#include "kb/lang.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define FACTS                                                                                                          \
	"\"standing\":\"standard\",\"references\":[],\"commands\":[\"DATA\"],\"actor\":\"sender\",\"see_also\":[],"        \
	"\"dialogue\":[\"S: a\"]"
#define WORDS "\"name\":\"a\",\"summary\":\"b\",\"meaning\":\"c\",\"when\":\"d\",\"fix\":[\"e\"],\"applies\":\"f\""

static const struct {
	const char *name, *text;
} files[] = {
    {"ui.en.json", "{\"label\":{\"class\":\"Class\"}}"},
    {"ui.fr.json", "{\"label\":{\"class\":\"Classe\"}}"},
    {"smtp/codes.json", "{\"250\":{" FACTS ",\"enhanced\":[\"2.0.0\"],\"retry\":\"no\"}}"},
    {"smtp/codes.en.json", "{\"250\":{" WORDS "}}"},
    {"smtp/codes.fr.json", "{\"250\":{\"name\":\"x\"}}"},
    {"smtp/enhanced.json", "{\"X.0.0\":{\"classes\":[\"2\"]," FACTS ",\"codes\":[\"250\"]}}"},
    {"smtp/enhanced.en.json", "{\"X.0.0\":{\"name\":\"a\",\"meaning\":\"b\"},"
                              "\"2.0.0\":{\"summary\":\"b\",\"when\":\"d\",\"fix\":[\"e\"],\"applies\":\"f\"}}"},
    {"smtp/theory.json", "{\"2yz\":{\"references\":[],\"retry\":\"no\",\"actor\":\"nobody\"}}"},
    {"smtp/theory.en.json", "{\"2yz\":{\"name\":\"a\",\"summary\":\"b\",\"meaning\":\"c\"}}"},
    {"smtp/pairs.en.json", "{}"},
};
enum { FILES = sizeof files / sizeof *files };

static char folder[] = "/tmp/replycode-fuzz-XXXXXX";

static void memory_ran_out(void)
{
	abort();
}

static void path_of(char *path, size_t size, size_t i)
{
	snprintf(path, size, "%s/%s", folder, files[i].name);
}

static void write_file(size_t i, const void *bytes, size_t size)
{
	char path[256];
	FILE *file;

	path_of(path, sizeof path, i);
	file = fopen(path, "wb");
	if (!file || fwrite(bytes, 1, size, file) != size || fclose(file) != 0)
		abort();
}

static void remove_folder(void)
{
	char path[256];

	for (size_t i = 0; i < FILES; i++) {
		path_of(path, sizeof path, i);
		remove(path);
	}
	snprintf(path, sizeof path, "%s/smtp", folder);
	rmdir(path);
	rmdir(folder);
}

static void make_folder(void)
{
	char path[256];

	if (!mkdtemp(folder))
		abort();
	snprintf(path, sizeof path, "%s/smtp", folder);
	if (mkdir(path, 0700) != 0)
		abort();
	for (size_t i = 0; i < FILES; i++)
		write_file(i, files[i].text, strlen(files[i].text));
	atexit(remove_folder);
}

struct context {
	struct arena *arena;
	struct lang *lang;
};

/* What is said of a fault can be shown, and points into the file. */
static void check_error(struct context *context, const struct error *error)
{
	const char *told;

	if (!error->message || (error->file && error->line && !error->column))
		abort();
	told = lang_error(context->arena, context->lang, error);
	if (text_invalid_at(told, strlen(told)) != strlen(told))
		abort();
	for (const char *s = told; *s; s++)
		if ((unsigned char)*s < 0x20 || *s == 0x7F)
			abort();
}

static void report(void *context, const struct error *error)
{
	check_error(context, error);
}

static void load_alone(struct context *context, const uint8_t *data, size_t size)
{
	struct json_file file = {.name = "fuzz.json", .text = (const char *)data, .size = size};
	struct error error = {0};
	const struct json *value;

	if (json_index(context->arena, &file, &error) != STATUS_OK) {
		check_error(context, &error);
		return;
	}
	for (size_t i = 0; i < file.count; i++) {
		if (!json_find(&file, file.members[i].key))
			abort();
		if (json_parse(context->arena, &file, &file.members[i], &value, &error) != STATUS_OK)
			check_error(context, &error);
		else if (value->at != file.members[i].value_at)
			abort();
	}
}

static void load_in_base(struct context *context, size_t which, const uint8_t *data, size_t size)
{
	struct source *source;
	struct lang *lang;
	struct kb *kb;
	const struct entry *entry;
	struct error error = {0};

	write_file(which, data, size);
	if (source_open(context->arena, folder, &source, &error) == STATUS_OK) {
		check_data(context->arena, source, report, context);
		if (lang_open(context->arena, source, "fr", &lang, &error) == STATUS_OK)
			(void)lang_format(context->arena, lang, "label.class", "a", NULL, NULL);
		if (kb_open(context->arena, source, "smtp", "fr", &kb, &error) == STATUS_OK) {
			(void)kb_entry(kb, "250", &entry, &error);
			(void)kb_entry(kb, "2.0.0", &entry, &error);
		}
	}
	write_file(which, files[which].text, strlen(files[which].text));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static bool made;
	struct context context = {.arena = arena_new(memory_ran_out)};
	struct source *built_in;
	struct error error;

	if (!made)
		make_folder();
	made = true;
	if (source_open(context.arena, NULL, &built_in, &error) != STATUS_OK ||
	    lang_open(context.arena, built_in, "en", &context.lang, &error) != STATUS_OK)
		abort();
	if (size) {
		load_alone(&context, data + 1, size - 1);
		load_in_base(&context, data[0] % FILES, data + 1, size - 1);
	}
	arena_free(context.arena);
	return 0;
}
