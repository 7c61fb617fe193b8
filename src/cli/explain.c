#include "cli/explain.h"

#include "base/buffer.h"
#include "cli/recent.h"
#include "cli/replies.h"
#include "page/compose_verdict.h"
#include "page/print_json_reply.h"

#include <stdio.h>
#include <string.h>

enum { WRITE_AT = 16 * 1024 }; /* bytes of JSON that are collected before they are written */

const char *explain_own_path(const struct session *session)
{
	const struct world *world = session->world;

	/* The XDG Base Directory Specification has a relative path ignored. */
	if (world->config_home && world->config_home[0] == '/')
		return arena_printf(session->arena, "%s/replycode/replies.json", world->config_home);
	if (world->home && *world->home)
		return arena_printf(session->arena, "%s/.config/replycode/replies.json", world->home);
	return NULL;
}

enum status explain_open(struct session *session, struct explainer **explainer)
{
	struct error own = {0};
	enum status status = explainer_open(session->arena, session->source, kb_protocol(session->kb), session->lang,
	                                    explain_own_path(session), explainer, &own, &session->error);

	if (status == STATUS_OK && own.message) {
		session->error = own;
		session_complain(session);
		error_set(&session->error, "explain.own-ignored", NULL, NULL, NULL);
		session_complain(session);
	}
	return status;
}

static const char *join(struct arena *arena, const char *const *words, size_t count)
{
	struct buffer joined = buffer_new(arena);

	for (size_t i = 0; i < count; i++) {
		buffer_adds(&joined, i ? " " : "");
		buffer_adds(&joined, words[i]);
	}
	return joined.bytes;
}

static enum status name_code(struct session *session, const char *code, const struct entry **entry)
{
	*entry = NULL;
	return code && (code_kind(code) == CODE_BASIC || code_kind(code) == CODE_ENHANCED)
	           ? kb_entry(session->kb, code, entry, &session->error)
	           : STATUS_OK;
}

static enum status print_verdict_page(struct session *session, const struct verdict *verdict)
{
	const struct entry *code;
	const struct entry *enhanced;

	if (name_code(session, verdict->code, &code) != STATUS_OK ||
	    name_code(session, verdict->enhanced, &enhanced) != STATUS_OK)
		return session_complain(session);
	return session_print_page(
	    session, compose_verdict(session->arena, session->lang, kb_protocol(session->kb), verdict, code, enhanced));
}

/* JSON has no place for it that a reply was cut. */
static void tell_cut(struct session *session, const struct verdict *verdict)
{
	if (!verdict->reply->cut)
		return;
	error_set(&session->error, "explain.cut", NULL, NULL, NULL);
	session_complain(session);
}

static enum status write_lines(struct session *session, struct buffer *lines)
{
	struct output output = {.bytes = lines->bytes, .size = lines->used};

	lines->used = 0;
	return output.size ? session_write(session, output) : STATUS_OK;
}

enum status explain_words(struct session *session, const char *const *words, size_t count)
{
	const char *text = join(session->arena, words, count);
	struct explainer *explainer;
	struct verdict verdict;
	enum status status;

	if (!text[strspn(text, " \t\r\n")]) {
		error_set(&session->error, "error.empty", NULL, NULL, NULL);
		return session_complain(session);
	}
	if (explain_open(session, &explainer) != STATUS_OK ||
	    verdict_make(session->arena, explainer, text, strlen(text), &verdict, &session->error) != STATUS_OK)
		return session_complain(session);
	if (session->options.format == FORMAT_JSON) {
		struct buffer line = buffer_new(session->arena);

		tell_cut(session, &verdict);
		json_replies_add(json_replies_new(session->arena, lang_code(session->lang), session->options.ascii), &line,
		                 &verdict);
		status = write_lines(session, &line);
	} else {
		status = print_verdict_page(session, &verdict);
	}
	return status == STATUS_OK && verdict.decided == DECIDED_NOTHING ? STATUS_NOT_FOUND : status;
}

/* A list of replies on its way from input to output. */
struct stream {
	struct session *session;
	struct explainer *explainer;
	struct arena *arena; /* of one reply */
	struct buffer lines;
	struct json_replies *json;
	struct recent *recent;
	enum status status; /* of the output */
	bool any, found;
};

static void write_waiting(void *context)
{
	struct stream *stream = context;

	if (stream->status == STATUS_OK)
		stream->status = write_lines(stream->session, &stream->lines);
}

static enum status print_page(struct stream *stream, const struct verdict *verdict)
{
	struct session *session = stream->session;
	struct arena *kept = session->arena;
	enum status status = STATUS_OK;

	/* The page is gone with the reply; a list of any length takes the memory of its longest. */
	session->arena = stream->arena;
	if (stream->any)
		status = session_write(session, (struct output){.bytes = "\n", .size = 1});
	if (status == STATUS_OK)
		status = print_verdict_page(session, verdict);
	session->arena = kept;
	return status;
}

static enum status explain_next(struct stream *stream, const char *reply, size_t n)
{
	struct session *session = stream->session;
	bool json = session->options.format == FORMAT_JSON;
	struct verdict verdict;
	size_t from = stream->lines.used;
	size_t size;
	bool found;
	const char *line = json ? recent_find(stream->recent, reply, n, &size, &found) : NULL;

	if (line) {
		buffer_add(&stream->lines, line, size);
	} else {
		if (verdict_make(stream->arena, stream->explainer, reply, n, &verdict, &session->error) != STATUS_OK)
			return session_complain(session);
		found = verdict.decided != DECIDED_NOTHING;
		if (json) {
			tell_cut(session, &verdict);
			json_replies_add(stream->json, &stream->lines, &verdict);
			recent_keep(stream->recent, reply, n, stream->lines.bytes + from, stream->lines.used - from, found);
		}
	}
	stream->found = stream->found || found;
	if (!json)
		return print_page(stream, &verdict);
	return stream->lines.used < WRITE_AT ? STATUS_OK : write_lines(session, &stream->lines);
}

static enum status explain_all(struct stream *stream)
{
	struct session *session = stream->session;
	struct replies_input *input = replies_input_new(session->arena, fileno(session->world->in), write_waiting, stream);
	const char *reply;
	size_t n;
	int failed;

	while (stream->status == STATUS_OK && replies_input_next(input, &reply, &n, &failed)) {
		/* A write that was waiting may have failed. */
		if (stream->status == STATUS_OK)
			stream->status = explain_next(stream, reply, n);
		stream->any = true;
		arena_reset(stream->arena);
	}
	write_waiting(stream);
	if (stream->status != STATUS_OK)
		return stream->status;
	if (failed) {
		error_set(&session->error, "error.input", strerror(failed), NULL, NULL);
		return session_complain(session);
	}
	if (!stream->any)
		return session_not_found(session, "error.empty", NULL);
	return stream->found ? STATUS_OK : STATUS_NOT_FOUND;
}

enum status explain_input(struct session *session)
{
	struct stream stream = {.session = session,
	                        .lines = buffer_new(session->arena),
	                        .json = json_replies_new(session->arena, lang_code(session->lang), session->options.ascii)};
	enum status status;

	stream.recent = recent_new(session->arena);
	if (explain_open(session, &stream.explainer) != STATUS_OK)
		return session_complain(session);
	stream.arena = arena_new(session->exhausted);
	status = explain_all(&stream);
	arena_free(stream.arena);
	return status;
}

bool explain_is_reply(struct session *session, const char *const *words, size_t count)
{
	const char *text = join(session->arena, words, count);
	struct reply *reply = arena_alloc(session->arena, sizeof *reply);

	reply_read(session->arena, text, strlen(text), reply);
	return reply->code_count || reply->enhanced_count;
}
