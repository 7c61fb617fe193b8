#include "cli/replies.h"

#include "explain/reply.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

enum { ROOM = 4 * (REPLY_MAX + 2), CHUNK = 16 * 1024 };

struct replies_input {
	int fd;
	void (*wait)(void *context);
	void *context;
	char *bytes;     /* ROOM of them */
	size_t from, to; /* what has been read and not yet given out */
	bool end;
	bool skip; /* what is left of a line that was too long to be kept */
	int failed;
};

struct replies_input *replies_input_new(struct arena *arena, int fd, void (*wait)(void *context), void *context)
{
	struct replies_input *input = arena_alloc(arena, sizeof *input);

	*input = (struct replies_input){.fd = fd, .wait = wait, .context = context, .bytes = arena_alloc(arena, ROOM)};
	return input;
}

/* Reads more behind what is there, which has to leave room. */
static void fill(struct replies_input *input)
{
	ssize_t n;

	if (input->from) {
		memmove(input->bytes, input->bytes + input->from, input->to - input->from);
		input->to -= input->from;
		input->from = 0;
	}
	input->wait(input->context);
	do
		n = read(input->fd, input->bytes + input->to, ROOM - input->to < CHUNK ? ROOM - input->to : CHUNK);
	while (n < 0 && errno == EINTR);
	if (n < 0)
		input->failed = errno;
	input->end = n <= 0;
	input->to += n > 0 ? (size_t)n : 0;
}

/* Whether the line that starts at bytes behind from is there whole; stores its length without the line break. A line
 * that is longer than a reply may be counts as whole. */
static bool line_at(struct replies_input *input, size_t at, size_t *n)
{
	size_t looked = 0;

	for (;;) {
		const char *line = input->bytes + input->from + at;
		size_t left = input->to - input->from - at;
		const char *end = left > looked ? memchr(line + looked, '\n', left - looked) : NULL;

		*n = end ? (size_t)(end - line) : left;
		if (end || *n > REPLY_MAX)
			return true;
		if (input->end)
			return left > 0;
		looked = left;
		fill(input);
	}
}

/* Passes over what is left of a line that was too long to be kept. */
static void skip_line(struct replies_input *input)
{
	for (;;) {
		char *end = memchr(input->bytes + input->from, '\n', input->to - input->from);

		if (end) {
			input->from = (size_t)(end - input->bytes) + 1;
			return;
		}
		input->from = input->to;
		if (input->end)
			return;
		fill(input);
	}
}

bool replies_input_next(struct replies_input *input, const char **reply, size_t *n, int *failed)
{
	struct reply_line first;
	size_t total;
	size_t line;

	if (input->skip)
		skip_line(input);
	input->skip = false;
	*failed = 0;
	if (!line_at(input, 0, &total)) {
		*failed = input->failed;
		return false;
	}
	first = reply_line_read(input->bytes + input->from, total);
	while (first.more && total < REPLY_MAX && input->from + total < input->to && line_at(input, total + 1, &line)) {
		struct reply_line next = reply_line_read(input->bytes + input->from + total + 1, line);

		if (!reply_line_belongs(&first, &next))
			break;
		first.more = next.more;
		total += 1 + line;
	}
	*reply = input->bytes + input->from;
	*n = total > REPLY_MAX ? REPLY_MAX + 1 : total;
	input->from += total;
	input->skip = total > REPLY_MAX;
	if (!input->skip && input->from < input->to)
		input->from++;
	while (*n && (*reply)[*n - 1] == '\r')
		--*n;
	return true;
}
