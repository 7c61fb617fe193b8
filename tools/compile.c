/* Writes the C source that holds the compiled rules: compile DATA_DIR PROTOCOL >rules_data.c */
#include "kb/causes.h"
#include "kb/embedded.h"
#include "kb/rules.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

enum { PER_LINE = 24 };

/* What is built into the program is not there yet; nothing here reads it. */
const struct json_file embedded_files[] = {{0}};
const size_t embedded_count = 0;
const struct rules embedded_rules;

static void out_of_memory(void)
{
	fputs("compile: out of memory\n", stderr);
	exit(EXIT_FAILURE);
}

static void fail(const struct error *error)
{
	fprintf(stderr, "%s:%zu:%zu: %s %s\n", error->file ? error->file : "", error->line, error->column, error->message,
	        error->args[0] ? error->args[0] : "");
	exit(EXIT_FAILURE);
}

static const struct json_file *read_file(struct arena *arena, const char *dir, const char *protocol, const char *name)
{
	const char *path = arena_printf(arena, "%s/%s/%s", dir, protocol, name);
	const struct json_file *file;
	struct error error = {0};

	if (source_read(arena, path, &file, &error) != STATUS_OK)
		fail(&error);
	if (!file) {
		perror(path);
		exit(EXIT_FAILURE);
	}
	return file;
}

static const struct u32s *table_at(const struct rules *rules, size_t i)
{
	return (const struct u32s *)(const void *)((const char *)rules + rules_tables[i].offset);
}

int main(int argc, char **argv)
{
	struct arena *arena = arena_new(out_of_memory);
	struct rules rules = {0};
	struct error error = {0};

	if (argc != 3) {
		fputs("usage: compile DATA_DIR PROTOCOL\n", stderr);
		return EXIT_FAILURE;
	}

	const struct json_file *causes = read_file(arena, argv[1], argv[2], "causes.json");

	if (rules_compile_words(arena, read_file(arena, argv[1], argv[2], "words.json"), causes, &rules, &error) !=
	        STATUS_OK ||
	    rules_compile_known(arena, read_file(arena, argv[1], argv[2], "replies.json"), causes_list(arena, causes),
	                        &rules.known, &error) != STATUS_OK)
		fail(&error);
	puts("#include \"kb/rules.h\"\n");
	for (size_t i = 0; i < rules_table_count; i++) {
		const struct u32s *table = table_at(&rules, i);

		printf("static const uint32_t table_%zu[] = {", i);
		for (size_t j = 0; j < table->count; j++)
			printf("%s%" PRIu32 ",", j % PER_LINE ? "" : "\n", table->at[j]);
		printf("%s};\n", table->count ? "" : "0");
	}
	puts("const struct rules embedded_rules = {");
	for (size_t i = 0; i < rules_table_count; i++)
		printf("\t.%s = {table_%zu, %zu},\n", rules_tables[i].name, i, table_at(&rules, i)->count);
	puts("};");
	arena_free(arena);
	return fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
