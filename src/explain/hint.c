#include "explain/hint.h"

#include <stdbool.h>
#include <string.h>

enum { BEFORE = 60, AFTER = 30, UNIT_MAX = 12, MINUTE = 60, HOUR = 3600, DAY = 86400, DAYS_MAX = 30 };

/* The start of a unit's name is enough, but for those of one letter. */
static const struct {
	const char *name;
	long seconds;
	bool whole;
} units[] = {{"second", 1, false},  {"sec", 1, false},        {"sekunde", 1, false},  {"segundo", 1, false},
             {"s", 1, true},        {"minut", MINUTE, false}, {"min", MINUTE, false}, {"m", MINUTE, true},
             {"hour", HOUR, false}, {"hr", HOUR, false},      {"heure", HOUR, false}, {"stunde", HOUR, false},
             {"hora", HOUR, false}, {"h", HOUR, true},        {"day", DAY, false},    {"jour", DAY, false},
             {"tag", DAY, false},   {"dia", DAY, false},      {"d", DAY, true}};

/* Words, by their start, in front of a time that is to be waited. */
static const char *const waits[] = {"try",    "tried", "retr",   "again", "wait",    "grey",        "gray",
                                    "delay",  "back",  "resend", "essay", "reessay", "versuch",     "erneut",
                                    "intent", "tente", "riprov", "defer", "throttl", "blocked for", "patien"};

/* Words right in front of a time that has gone by, or at which the sending server gives up. */
static const char *const gone[] = {"queue", "undelivered", "after", "past", "last", "until", "until it is"};

/* Words in front of "for" that tell how long the sending server goes on: "will retry for 3 days". */
static const char *const going_on[] = {"retry", "retrying", "try", "trying", "retried", "queued", "kept"};

/* Words right behind a time that is to be waited. */
static const char *const follow[] = {"later", "before",    "and try", "and retry", "remaining",
                                     "left",  "plus tard", "erneut",  "noch",      "de nouveau"};

#define COUNT(array) (sizeof(array) / sizeof *(array))

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || is_digit(c) || (unsigned char)c >= 0x80;
}

static bool starts(const char *s, size_t n, const char *word)
{
	size_t length = strlen(word);

	return n >= length && memcmp(s, word, length) == 0;
}

static bool ends(const char *s, size_t n, const char *word)
{
	size_t length = strlen(word);

	return n >= length && memcmp(s + n - length, word, length) == 0;
}

/* Seconds of the unit at s; 0 when there is none. */
static long unit_at(const char *s, size_t n, size_t *length)
{
	size_t i = 0;
	size_t letters = 0;

	while (i < n && (s[i] == ' ' || s[i] == '-'))
		i++;
	while (i + letters < n && letters < UNIT_MAX && is_letter(s[i + letters]) && !is_digit(s[i + letters]))
		letters++;
	*length = i + letters;
	for (size_t j = 0; j < COUNT(units); j++)
		if (starts(s + i, letters, units[j].name) && (!units[j].whole || letters == 1))
			return units[j].seconds;
	return 0;
}

/* Whether the text in front of a time is one in which it is to be waited. */
static bool is_waited(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (is_letter(s[i]) && (!i || !is_letter(s[i - 1])))
			for (size_t j = 0; j < COUNT(waits); j++)
				if (starts(s + i, n - i, waits[j]))
					return true;
	return false;
}

static bool is_gone(const char *s, size_t n)
{
	while (n && !is_letter(s[n - 1]))
		n--;
	/* "retry after", "come back after" */
	if (ends(s, n, "after") && (ends(s, n - 5, "retry ") || ends(s, n - 5, "again ") || ends(s, n - 5, "back ")))
		return false;
	for (size_t i = 0; i < COUNT(going_on); i++)
		if (ends(s, n, " for") && ends(s, n - 4, going_on[i]))
			return true;
	for (size_t i = 0; i < COUNT(gone); i++)
		if (ends(s, n, gone[i]))
			return true;
	return false;
}

static bool is_followed(const char *s, size_t n)
{
	size_t i = 0;

	while (i < n && i < AFTER && !is_letter(s[i]))
		i++;
	for (size_t j = 0; j < COUNT(follow); j++)
		if (starts(s + i, n - i, follow[j]))
			return true;
	return false;
}

/* The number of up to n digits at s; stores its length. */
static long number_at(const char *s, size_t n, size_t *length)
{
	long value = 0;

	for (*length = 0; *length < n && is_digit(s[*length]) && value < DAYS_MAX * DAY; ++*length)
		value = value * 10 + (s[*length] - '0');
	return value;
}

/* Seconds of a time such as 00:04:59 at s; 0 when there is none. */
static long clock_at(const char *s, size_t n)
{
	long value = 0;

	for (size_t i = 0; i < 3; i++, s += 3, n -= 3) {
		if (n < 2 || !is_digit(s[0]) || !is_digit(s[1]) || (i < 2 && (n < 5 || s[2] != ':')) ||
		    (i == 2 && n > 2 && (is_digit(s[2]) || s[2] == ':')))
			return 0;
		value = value * 60 + (s[0] - '0') * 10 + (s[1] - '0');
		if (i == 2)
			break;
	}
	return value;
}

/* Seconds of a time such as "4 minutes" or "1 hour and 30 minutes" at s; 0 when there is none. Stores its length. */
static long span_at(const char *s, size_t n, size_t *length)
{
	long total = 0;
	long smallest = DAYS_MAX * DAY;
	size_t at = 0;

	for (;;) {
		size_t digits;
		size_t unit_length;
		long value = number_at(s + at, n - at, &digits);
		long unit = digits ? unit_at(s + at + digits, n - at - digits, &unit_length) : 0;

		if (!unit || !value || unit >= smallest || value > DAYS_MAX * DAY / unit)
			return total;
		total += value * unit;
		smallest = unit;
		at += digits + unit_length;
		*length = at;
		while (at < n && (s[at] == ' ' || s[at] == ',' || starts(s + at, n - at, "and ")))
			at += starts(s + at, n - at, "and ") ? 4 : 1;
	}
}

long hint_find(const char *plain, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const char *before = plain + (i > BEFORE ? i - BEFORE : 0);
		size_t before_size = (size_t)(plain + i - before);
		size_t length = 0;
		long wait;

		if (!is_digit(plain[i]) || (i && (is_letter(plain[i - 1]) || plain[i - 1] == '.' || plain[i - 1] == ':')))
			continue;
		/* A time of day is rarely one to wait: "come back in 00:04:59" is. */
		wait = ends(before, before_size, " in ") ? clock_at(plain + i, n - i) : 0;
		if (!wait)
			wait = span_at(plain + i, n - i, &length);
		if (wait && !is_gone(before, before_size) &&
		    (is_waited(before, before_size) || (length && is_followed(plain + i + length, n - i - length))))
			return wait;
		for (; i + 1 < n && is_digit(plain[i + 1]); i++)
			;
	}
	return 0;
}
