#include "explain/bounce.h"

#include "kb/letter.h"

#include <string.h>
#include <strings.h>

/* Fields of a mail's header, by the start of their names. Those of a delivery report are none of them. */
static const char *const mail_fields[] = {"arc-",
                                          "authentication-results",
                                          "auto-submitted",
                                          "bcc",
                                          "cc",
                                          "content-",
                                          "date",
                                          "delivered-to",
                                          "dkim-",
                                          "domainkey-",
                                          "from",
                                          "in-reply-to",
                                          "list-",
                                          "message-id",
                                          "mime-version",
                                          "precedence",
                                          "received",
                                          "references",
                                          "reply-to",
                                          "return-path",
                                          "sender",
                                          "subject",
                                          "thread-",
                                          "to",
                                          "user-agent",
                                          "x-mailer",
                                          "x-ms-",
                                          "x-originating-",
                                          "x-spam-",
                                          "x-virus-",
                                          "x-google-",
                                          "x-received"};

/* What announces the message that came back, behind hyphens and blanks. */
static const char *const announcements[] = {"below this line is a copy",     "this is a copy of",
                                            "original message headers",      "original message follows",
                                            "content-type: message/rfc",     "content-type: text/rfc822-h",
                                            "en-têtes d'origine du message", "en-têtes d’origine du message"};

#define COUNT(array) (sizeof(array) / sizeof *(array))

static bool starts(const char *s, size_t n, const char *word)
{
	size_t length = strlen(word);

	return n >= length && strncasecmp(s, word, length) == 0;
}

/* The length of the name of the field with which a line starts; 0 when it starts with none. */
static size_t field_name(const char *s, size_t n)
{
	size_t i = 0;

	while (i < n && (s[i] == '-' || letter_kind(s[i]) == LETTER))
		i++;
	return i && i < n && s[i] == ':' && (i + 1 == n || letter_is_blank(s[i + 1])) && *s != '-' ? i : 0;
}

static bool is_mail_field(const char *s, size_t length)
{
	for (size_t i = 0; i < COUNT(mail_fields); i++) {
		size_t n = strlen(mail_fields[i]);

		if (starts(s, length, mail_fields[i]) && (n == length || mail_fields[i][n - 1] == '-'))
			return true;
	}
	return false;
}

bool bounce_starts_part(const char *s, size_t n)
{
	size_t blanks = 0;
	size_t length = field_name(s, n);

	while (blanks < n && letter_is_blank(s[blanks]) && s[blanks] != '\n')
		blanks++;
	return blanks == n || s[blanks] == '\n' || starts(s, n, "--") || is_mail_field(s, length) ||
	       (length && memchr(s, '-', length)) || (length == 6 && (starts(s, n, "action") || starts(s, n, "status")));
}

static bool is_announcement(const char *s, size_t n)
{
	static const char original[] = "original message";
	size_t i = 0;

	while (i < n && (s[i] == '-' || s[i] == ' ' || s[i] == '>'))
		i++;
	for (size_t j = 0; j < COUNT(announcements); j++)
		if (starts(s + i, n - i, announcements[j]))
			return true;
	/* "----- Original message -----", but not "Original Message Details", behind which Microsoft tells the error. */
	if (!starts(s + i, n - i, original))
		return false;
	i += sizeof original - 1;
	while (i < n && letter_kind(s[i]) != LETTER)
		i++;
	return i == n;
}

const char *bounce_without_mail(struct arena *arena, const char *s, size_t n)
{
	bool in_field = false;
	char *out = NULL;
	size_t end;

	if (!memchr(s, '\n', n))
		return s;
	for (size_t at = 0; at < n; at = end + 1) {
		const char *stop = memchr(s + at, '\n', n - at);

		end = stop ? (size_t)(stop - s) : n;
		/* A line that starts with a blank carries on a field. */
		in_field = at < end && letter_is_blank(s[at]) ? in_field : is_mail_field(s + at, field_name(s + at, end - at));
		if (at && is_announcement(s + at, end - at))
			end = n;
		else if (!in_field)
			continue;
		if (!out)
			out = arena_copy(arena, s, n);
		for (size_t i = at; i < end; i++)
			out[i] = out[i] == '\n' ? '\n' : ' ';
	}
	return out ? out : s;
}

enum bounce_outcome bounce_exim(const char *s, size_t n)
{
	const char *end = s + n;
	const char *sign;

	/* "1rKabc-0001Ab-2C == ann@example.org R=dnslookup T=remote_smtp defer": the router is named behind the address. */
	for (const char *c = s; (sign = memchr(c, '=', (size_t)(end - c)));) {
		c = sign + 1;
		if (sign - s < 6 || memcmp(sign - 2, " R=", 3) != 0)
			continue;
		for (const char *mark = sign - 6; mark >= s && *mark != '\n'; mark--)
			if (memcmp(mark, " == ", 4) == 0 || memcmp(mark, " ** ", 4) == 0)
				return mark[1] == '=' ? OUTCOME_KEPT : OUTCOME_RETURNED;
		/* One look at a line is enough. */
		c = memchr(c, '\n', (size_t)(end - c));
		if (!c)
			break;
	}
	return OUTCOME_NONE;
}
