/* Writes the C source that holds the files of data/: embed DATA_DIR NAME... >embedded.c
 * Each file is checked and indexed here, once, so that the program need not do it at every start. */
#include "kb/json.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void out_of_memory(void)
{
	fputs("embed: out of memory\n", stderr);
	exit(EXIT_FAILURE);
}

static char *read_all(struct arena *arena, const char *path, size_t *size)
{
	FILE *file = fopen(path, "rb");
	long end;

	if (!file || fseek(file, 0, SEEK_END) != 0 || (end = ftell(file)) < 0) {
		perror(path);
		exit(EXIT_FAILURE);
	}
	rewind(file);
	*size = (size_t)end;

	char *text = arena_alloc(arena, *size + 1);

	if (fread(text, 1, *size, file) != *size) {
		perror(path);
		exit(EXIT_FAILURE);
	}
	fclose(file);
	return text;
}

/* n bytes as a C string literal, a line of source for each line of the text. */
static void print_literal(const char *s, size_t n)
{
	putchar('"');
	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)s[i];

		if (c < 0x20 || c > 0x7E || c == '"' || c == '\\' || c == '?')
			printf("\\%03o", c);
		else
			putchar(c);
		if (c == '\n' && i + 1 < n)
			fputs("\"\n\"", stdout);
	}
	putchar('"');
}

static void print_file(struct arena *arena, const char *dir, const char *name, int number)
{
	struct json_file file = {.name = arena_printf(arena, "%s/%s", dir, name)};
	struct error error = {0};

	file.text = read_all(arena, file.name, &file.size);
	if (json_index(arena, &file, &error) != STATUS_OK) {
		fprintf(stderr, "%s:%zu:%zu: %s\n", error.file, error.line, error.column, error.message);
		exit(EXIT_FAILURE);
	}
	printf("static const char text_%d[] =\n", number);
	print_literal(file.text, file.size);
	printf(";\nstatic const struct json_member members_%d[] = {\n", number);
	for (size_t i = 0; i < file.count; i++) {
		const struct json_member *member = &file.members[i];

		fputs("\t{", stdout);
		print_literal(member->key, strlen(member->key));
		printf(", %zu, %zu, %zu},\n", member->key_at, member->value_at, member->value_size);
	}
	printf("\t{0}};\n#define FILE_%d {\"%s\", text_%d, %zu, members_%d, %zu}\n\n", number, name, number, file.size,
	       number, file.count);
}

int main(int argc, char **argv)
{
	struct arena *arena = arena_new(out_of_memory);

	if (argc < 3) {
		fputs("usage: embed DATA_DIR NAME...\n", stderr);
		return EXIT_FAILURE;
	}
	puts("#include \"kb/embedded.h\"\n");
	for (int i = 2; i < argc; i++)
		print_file(arena, argv[1], argv[i], i);
	puts("const struct json_file embedded_files[] = {");
	for (int i = 2; i < argc; i++)
		printf("\tFILE_%d,\n", i);
	printf("};\nconst size_t embedded_count = %d;\n", argc - 2);
	arena_free(arena);
	return fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
