/* Any bytes as arguments and environment: a status, and nothing on the outputs that a terminal would obey. The input is
 * a list of strings, each ended by a line feed; those that start with NAME= are environment. */
#include "base/text.h"
#include "cli/cli.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { ARGS_MAX = 24 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void memory_ran_out(void)
{
	abort();
}

/* Stores an environment string where it belongs. Returns false for what is none. */
static bool take_variable(struct world *world, const char *s)
{
	const struct {
		const char *name;
		const char **value;
	} variables[] = {
	    {"LANG=", &world->lang.lang},         {"LC_ALL=", &world->lang.lc_all},
	    {"LC_CTYPE=", &world->lang.lc_ctype}, {"LC_MESSAGES=", &world->lang.lc_messages},
	    {"LANGUAGE=", &world->lang.language}, {"REPLYCODE_LANG=", &world->lang.replycode_lang},
	    {"NO_COLOR=", &world->no_color},      {"TERM=", &world->term},
	    {"COLUMNS=", &world->columns},
	};

	for (size_t i = 0; i < sizeof variables / sizeof *variables; i++)
		if (strncmp(s, variables[i].name, strlen(variables[i].name)) == 0) {
			*variables[i].value = s + strlen(variables[i].name);
			return true;
		}
	return false;
}

/* Only line feeds of all controls, C1 included. */
static void check_output(const char *bytes, size_t size)
{
	if (text_invalid_at(bytes, size) != size)
		abort();
	for (size_t i = 0; i < size; i++) {
		unsigned char c = (unsigned char)bytes[i];

		if ((c < 0x20 && c != '\n' && c != '\t') || c == 0x7F)
			abort();
		if (c == 0xC2 && (unsigned char)bytes[i + 1] < 0xA0)
			abort();
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *copy = calloc(1, size + 1);
	char help[] = "--help";
	char *argv[ARGS_MAX + 2] = {"replycode"};
	char *out = NULL;
	char *err = NULL;
	size_t out_size = 0;
	size_t err_size = 0;
	struct world world = {
	    .in = fopen("/dev/null", "r"), .out = open_memstream(&out, &out_size), .err = open_memstream(&err, &err_size)};
	int argc = 1;
	bool usual = true;

	if (!copy || !world.in || !world.out || !world.err)
		abort();
	if (size)
		memcpy(copy, data, size);
	for (char *s = copy, *end; s < copy + size && argc <= ARGS_MAX; s = end + 1) {
		end = s + strcspn(s, "\n");
		*end = '\0';
		/* The file system and the terminal are not for fuzzing; colours and other charsets send other bytes. */
		usual = usual && !strstr(s, "browse") && strncmp(s, "--d", 3) != 0 && strncmp(s, "check", 5) != 0;
		usual =
		    usual && strncmp(s, "--c", 3) != 0 && (strncmp(s, "L", 1) != 0 || !strchr(s, '.') || strstr(s, ".UTF-8"));
		if (!take_variable(&world, s))
			argv[argc++] = s;
	}
	/* A search takes a thousand times what the options take: most inputs end with the help. */
	if (size && data[size - 1] % 4 != 2 && argc <= ARGS_MAX) {
		argv[argc] = argv[1];
		argv[argc > 1 ? 1 : argc] = help;
		argc++;
	}
	if (usual && (unsigned)cli_run(&world, argc, argv, memory_ran_out) > 3)
		abort();
	if (fclose(world.out) != 0 || fclose(world.err) != 0)
		abort();
	fclose(world.in);
	check_output(out, out_size);
	check_output(err, err_size);
	free(out);
	free(err);
	free(copy);
	return 0;
}
