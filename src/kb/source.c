#include "kb/source.h"

#include "kb/embedded.h"

#include <dirent.h>
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { FILES_MAX = 512 }; /* far above what a knowledge base holds; keeps a wrong folder from being read whole */

struct source {
	struct arena *arena;
	const char *dir; /* NULL: built in */
	const char **names;
	const struct json_file **files; /* read so far, by the number of the name */
	size_t count;
	const char **languages;
	size_t language_count;
};

static bool is_json(const char *name)
{
	size_t n = strlen(name);

	return n > 5 && name[0] != '.' && strcmp(name + n - 5, ".json") == 0;
}

static enum status cannot_read(struct arena *arena, const char *path, int reason, struct error *error)
{
	error_set(error, "error.file", arena_copy(arena, strerror(reason), strlen(strerror(reason))), NULL, NULL);
	error->file = path;
	return STATUS_BAD;
}

/* Adds the JSON files of one folder, and of the folders in it when prefix is "". */
static enum status list_folder(struct source *source, const char *prefix,
                               struct error *error) /* Recursion: two levels */
{
	const char *path = arena_printf(source->arena, "%s/%s", source->dir, prefix);
	DIR *folder = opendir(path);
	enum status status = STATUS_OK;

	if (!folder)
		return cannot_read(source->arena, source->dir, errno, error);
	for (const struct dirent *file; status == STATUS_OK && (file = readdir(folder));) {
		const char *name = arena_printf(source->arena, "%s%s", prefix, file->d_name);
		struct stat info;

		if (file->d_name[0] == '.' || stat(arena_printf(source->arena, "%s/%s", source->dir, name), &info) != 0)
			continue;
		if (S_ISDIR(info.st_mode) && !*prefix)
			status = list_folder(source, arena_printf(source->arena, "%s/", name), error);
		else if (S_ISREG(info.st_mode) && is_json(file->d_name) && source->count < FILES_MAX)
			source->names[source->count++] = name;
	}
	closedir(folder);
	return status;
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* "fr" of "ui.fr.json", or NULL. */
static const char *language_of(struct arena *arena, const char *name)
{
	size_t n = strlen(name);

	if (strncmp(name, "ui.", 3) != 0 || n <= 8)
		return NULL;
	return arena_copy(arena, name + 3, n - 8);
}

static void list_languages(struct source *source)
{
	source->languages = arena_array(source->arena, source->count + 1, sizeof *source->languages);
	for (size_t i = 0; i < source->count; i++) {
		const char *language = language_of(source->arena, source->names[i]);

		if (language)
			source->languages[source->language_count++] = language;
	}
	for (size_t i = 1; i < source->language_count; i++)
		if (strcmp(source->languages[i], "en") == 0) {
			memmove(source->languages + 1, source->languages, i * sizeof *source->languages);
			source->languages[0] = "en";
		}
}

enum status source_open(struct arena *arena, const char *dir, struct source **opened, struct error *error)
{
	struct source *source = arena_alloc(arena, sizeof *source);

	source->arena = arena;
	source->dir = dir;
	if (dir) {
		source->names = arena_array(arena, FILES_MAX, sizeof *source->names);
		if (list_folder(source, "", error) != STATUS_OK)
			return STATUS_BAD;
		qsort(source->names, source->count, sizeof *source->names, by_name);
	} else {
		source->count = embedded_count;
		source->names = arena_array(arena, source->count, sizeof *source->names);
		for (size_t i = 0; i < source->count; i++)
			source->names[i] = embedded_files[i].name;
	}
	source->files = arena_array(arena, source->count + 1, sizeof(struct json_file *));
	list_languages(source);
	*opened = source;
	return STATUS_OK;
}

/* The text of the stream. Returns 0, or why it could not be read. */
static int read_all(struct arena *arena, FILE *stream, struct json_file *file)
{
	enum { BLOCK = 64 * 1024 };
	size_t size = 0;
	size_t room = BLOCK;
	char *text = arena_alloc(arena, room);

	for (size_t n = 1; n; size += n) {
		if (room - size < BLOCK) {
			char *more = arena_alloc(arena, room * 2);

			memcpy(more, text, size);
			text = more;
			room *= 2;
		}
		n = fread(text + size, 1, room - size, stream);
	}
	file->text = text;
	file->size = size;
	return ferror(stream) ? errno : 0;
}

enum status source_read(struct arena *arena, const char *path, const struct json_file **read, struct error *error)
{
	struct json_file *file = arena_alloc(arena, sizeof *file);
	FILE *stream = fopen(path, "rb");
	int failed;

	*read = NULL;
	if (!stream)
		return errno == ENOENT || errno == ENOTDIR ? STATUS_OK : cannot_read(arena, path, errno, error);
	file->name = path;
	failed = read_all(arena, stream, file);
	fclose(stream);
	if (failed)
		return cannot_read(arena, path, failed, error);
	*read = file;
	return json_index(arena, file, error);
}

enum status source_file(struct source *source, const char *name, const struct json_file **file, struct error *error)
{
	const char **found = bsearch(&name, source->names, source->count, sizeof *source->names, by_name);

	*file = NULL;
	if (!found)
		return STATUS_OK;

	size_t i = (size_t)(found - source->names);

	if (!source->dir) {
		*file = &embedded_files[i];
		return STATUS_OK;
	}
	if (!source->files[i] && source_read(source->arena, arena_printf(source->arena, "%s/%s", source->dir, name),
	                                     &source->files[i], error) != STATUS_OK) {
		source->files[i] = NULL;
		return STATUS_BAD;
	}
	*file = source->files[i];
	return STATUS_OK;
}

const char *const *source_names(const struct source *source, size_t *count)
{
	*count = source->count;
	return source->names;
}

const char *const *source_languages(const struct source *source, size_t *count)
{
	*count = source->language_count;
	return source->languages;
}

bool source_is_built_in(const struct source *source)
{
	return !source->dir;
}
