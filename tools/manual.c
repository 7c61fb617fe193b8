/* Prints a manual page with its list of keys made anew from the tables of the terminal interface: manual LANG FILE
 * The list stands between the comments "keys: made by make manual" and "end of keys". */
#include "base/buffer.h"
#include "tui/help.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void out_of_memory(void)
{
	fputs("manual: out of memory\n", stderr);
	exit(EXIT_FAILURE);
}

/* Text that no formatter takes for a request or an escape. */
static void add_escaped(struct buffer *out, const char *text)
{
	buffer_adds(out, "\\&");
	for (; *text; text++)
		if (*text == '\\')
			buffer_adds(out, "\\e");
		else if (strchr("\"'^~`-", *text))
			buffer_adds(out, arena_printf(out->arena, "\\%s",
			                              *text == '"'    ? "(dq"
			                              : *text == '\'' ? "(aq"
			                              : *text == '^'  ? "(ha"
			                              : *text == '~'  ? "(ti"
			                              : *text == '`'  ? "(ga"
			                                              : "-"));
		else
			buffer_add(out, text, 1);
}

static void add_mode(struct buffer *out, struct lang *lang, enum mode mode)
{
	buffer_adds(out, ".Ss ");
	buffer_adds(out, mode == MODE_ANY ? lang_name(lang, "tui", mode_names[mode])
	                                  : lang_format(out->arena, lang, "tui.help-title",
	                                                lang_name(lang, "tui", mode_names[mode]), NULL, NULL));
	buffer_adds(out, "\n.Bl -tag -width Ds -compact\n");
	for (size_t i = 0; i < binding_count; i++) {
		if (bindings[i].mode != mode || !action_is_first(&bindings[i]))
			continue;
		buffer_adds(out, ".It ");
		for (size_t j = i; j < binding_count; j++)
			if (bindings[j].mode == mode && bindings[j].action == bindings[i].action) {
				buffer_adds(out, j == i ? "Ic " : " , ");
				add_escaped(out, help_key(out->arena, lang, bindings[j].key));
			}
		buffer_adds(out, "\n");
		add_escaped(out, lang_text(lang, actions[bindings[i].action].help));
		buffer_adds(out, "\n");
	}
	buffer_adds(out, ".El\n");
}

static char *read_all(struct arena *arena, const char *path)
{
	struct buffer text = buffer_new(arena);
	FILE *file = fopen(path, "r");
	char block[4096];
	size_t n;

	if (!file) {
		perror(path);
		exit(EXIT_FAILURE);
	}
	while ((n = fread(block, 1, sizeof block, file)) > 0)
		buffer_add(&text, block, n);
	fclose(file);
	return text.bytes;
}

int main(int argc, char **argv)
{
	static const char start[] = ".\\\" keys: made by make manual\n";
	struct arena *arena = arena_new(out_of_memory);
	struct buffer out = buffer_new(arena);
	struct source *source;
	struct lang *lang;
	struct error error = {0};

	if (argc != 3 || source_open(arena, NULL, &source, &error) != STATUS_OK ||
	    lang_open(arena, source, argv[1], &lang, &error) != STATUS_OK) {
		fprintf(stderr, "usage: manual LANG FILE%s%s\n", error.message ? ": " : "", error.message ? error.message : "");
		return EXIT_FAILURE;
	}

	const char *page = read_all(arena, argv[2]);
	const char *from = strstr(page, start);
	const char *to = strstr(page, ".\\\" end of keys");

	if (!from || !to) {
		fprintf(stderr, "%s: there is no place for the keys\n", argv[2]);
		return EXIT_FAILURE;
	}
	buffer_add(&out, page, (size_t)(from - page) + sizeof start - 1);
	for (int mode = 0; mode < MODE_COUNT; mode++)
		add_mode(&out, lang, (enum mode)mode);
	buffer_adds(&out, to);
	fputs(out.bytes, stdout);
	arena_free(arena);
	return fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
