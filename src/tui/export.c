#include "tui/export.h"

#include "base/buffer.h"
#include "page/print_json_reply.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static bool ends_with(const char *s, const char *end)
{
	size_t n = strlen(s);
	size_t m = strlen(end);

	return n > m && strcmp(s + n - m, end) == 0;
}

enum export_format export_format(const char *path)
{
	if (ends_with(path, ".md") || ends_with(path, ".markdown"))
		return EXPORT_MARKDOWN;
	return ends_with(path, ".json") ? EXPORT_JSON : EXPORT_TEXT;
}

static enum status make_json(struct arena *arena, const struct subject *subject, struct language *language, bool ascii,
                             struct output *output, struct error *error)
{
	if (subject->kind == SUBJECT_PAIR) {
		const char *codes[] = {subject->codes[0], subject->codes[1]};
		struct comparison comparison;

		if (comparison_make(arena, language->kb, language->lang, codes, 2, &comparison, error) != STATUS_OK)
			return STATUS_BAD;
		*output = print_json_comparison(arena, &comparison, language->code, ascii);
		return STATUS_OK;
	}

	if (subject->kind == SUBJECT_REPLY) {
		struct buffer line = buffer_new(arena);
		struct verdict verdict;

		if (subject_verdict(arena, subject, language, &verdict, error) != STATUS_OK)
			return STATUS_BAD;
		json_replies_add(json_replies_new(arena, language->code, ascii), &line, &verdict);
		*output = (struct output){.bytes = line.bytes, .size = line.used};
		return STATUS_OK;
	}

	struct explanation explanation;

	if (explanation_make(arena, language->kb, subject->codes[0], &explanation, error) != STATUS_OK)
		return STATUS_BAD;
	*output = print_json_explanation(arena, &explanation, kb_protocol(language->kb), language->code, ascii);
	return STATUS_OK;
}

enum status export_make(struct arena *arena, const struct subject *subject, struct language *language,
                        enum export_format format, struct charset *charset, struct output *output, struct error *error)
{
	struct page *page;

	if (format == EXPORT_JSON)
		return make_json(arena, subject, language, !text_charset_is_utf8(charset), output, error);
	if (subject_page(arena, subject, language, &page, error) != STATUS_OK)
		return STATUS_BAD;
	if (format == EXPORT_MARKDOWN) {
		*output = print_markdown(arena, page, charset);
	} else {
		struct lines lines = layout(arena, page, EXPORT_WIDTH, charset);

		*output = print_text(arena, &lines, charset, false);
	}
	return STATUS_OK;
}

static bool write_all(int fd, struct output output)
{
	while (output.size) {
		ssize_t done = write(fd, output.bytes, output.size);

		if (done < 0 && errno == EINTR)
			continue;
		if (done < 0)
			return false;
		output.bytes += done;
		output.size -= (size_t)done;
	}
	return true;
}

enum answer export_write(struct arena *arena, const char *path, bool overwrite, struct output output)
{
	const char *home = getenv("HOME");

	if (home && strncmp(path, "~/", 2) == 0)
		path = arena_printf(arena, "%s%s", home, path + 1);

	int fd = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOCTTY | (overwrite ? O_TRUNC : O_EXCL), 0666);

	if (fd < 0)
		return errno == EEXIST && !overwrite ? ANSWER_EXISTS : ANSWER_FAILED;
	if (!write_all(fd, output)) {
		int reason = errno;

		close(fd);
		errno = reason;
		return ANSWER_FAILED;
	}
	return close(fd) == 0 ? ANSWER_DONE : ANSWER_FAILED;
}
