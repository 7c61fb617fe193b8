#include "kb/rules.h"

#include "base/text.h"
#include "kb/letter.h"

#include <stdlib.h>
#include <string.h>

#define TABLE(name)                                                                                                    \
	{                                                                                                                  \
#name, offsetof(struct rules, name)                                                                            \
	}

const struct rules_table rules_tables[] = {
    TABLE(ignored.cells),
    TABLE(ignored.strings),
    TABLE(ignored.tails),
    TABLE(words.cells),
    TABLE(words.strings),
    TABLE(words.tails),
    TABLE(uses_at),
    TABLE(uses),
    TABLE(rules),
    TABLE(chains),
    TABLE(slot_first),
    TABLE(slot_next),
    TABLE(slot_before),
    TABLE(slot_ends),
    TABLE(inner),
    TABLE(enhanced),
    TABLE(codes),
    TABLE(expected),
    TABLE(stages),
    TABLE(counts),
    TABLE(known.starts),
    TABLE(known.plain.cells),
    TABLE(known.plain.strings),
    TABLE(known.plain.tails),
    TABLE(known.replies_at),
    TABLE(known.replies),
    TABLE(known.needs),
    TABLE(known.codes_at),
    TABLE(known.codes),
};

const size_t rules_table_count = sizeof rules_tables / sizeof *rules_tables;

struct rule rules_unpack(uint32_t packed)
{
	return (struct rule){.cause = (uint8_t)packed,
	                     .rank = (uint8_t)(packed >> 8),
	                     .gap = (uint8_t)(packed >> 16),
	                     .parts = (uint8_t)(packed >> 24)};
}

/* The low 12 bits take the detail (up to 999), the next 12 the subject; CODE_ANY becomes 0xFFF. */
static uint32_t pack_enhanced(unsigned class, unsigned long subject, unsigned long detail)
{
	return 0x80000000U | (uint32_t) class << 24 | (uint32_t)(subject & 0xFFF) << 12 | (uint32_t)(detail & 0xFFF);
}

/* The number of up to three digits at *s, which is moved behind them; -1 when there is none. */
static long read_number(const char **s)
{
	long number = 0;
	int digits = 0;

	while (digits < 4 && **s >= '0' && **s <= '9') {
		number = number * 10 + (*(*s)++ - '0');
		digits++;
	}
	return digits >= 1 && digits <= 3 ? number : -1;
}

uint32_t rules_pack(const char *code)
{
	const char *s = code;
	long number;
	long detail = CODE_ANY;

	if (code[0] && code[1] == '.') {
		s += 2;
		number = read_number(&s);
		if ((code[0] != 'X' && (code[0] < '2' || code[0] > '5')) || number < 0 || *s++ != '.')
			return 0;
		if (strcmp(s, "*") != 0) {
			detail = read_number(&s);
			if (detail < 0 || *s)
				return 0;
		}
		return pack_enhanced(code[0] == 'X' ? 0 : (unsigned)(code[0] - '0'), (unsigned long)number,
		                     (unsigned long)detail);
	}
	number = read_number(&s);
	if (!*s)
		return number < 100 || number > 599 ? 0 : (uint32_t)number;
	return strcmp(code + 1, "xx") == 0 && code[0] >= '2' && code[0] <= '5' ? (uint32_t)(code[0] - '0') : 0;
}

/* Tables of codes are pairs of numbers: the packed code, then the packed rule; ascending by code. */
static bool find_pair(const struct u32s *table, uint32_t code, struct rule *rule)
{
	size_t low = 0;
	size_t high = table->count / 2;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (table->at[middle * 2] < code)
			low = middle + 1;
		else
			high = middle;
	}
	if (low * 2 >= table->count || table->at[low * 2] != code)
		return false;
	*rule = rules_unpack(table->at[low * 2 + 1]);
	return true;
}

bool rules_code(const struct rules *rules, uint32_t packed, struct rule *rule)
{
	enum { CLASS = 0xF << 24, DETAIL = 0xFFF };

	if (!(packed & 0x80000000U))
		return find_pair(&rules->codes, packed, rule) || find_pair(&rules->codes, packed / 100, rule);
	return find_pair(&rules->enhanced, packed, rule) || find_pair(&rules->enhanced, packed & ~(uint32_t)CLASS, rule) ||
	       find_pair(&rules->enhanced, (packed & ~(uint32_t)CLASS) | DETAIL, rule);
}

char *rules_plain(struct arena *arena, const char *s, size_t n, size_t *size)
{
	char *out = arena_room(arena, n * 2 + KNOWN_LONG);
	size_t used = 0;

	for (size_t i = 0; i < n;) {
		uint32_t point = ' ';

		/* A byte beyond ASCII is negative. */
		for (; i < n && (signed char)s[i] > ' '; i++)
			out[used++] = (char)(s[i] >= 'A' && s[i] <= 'Z' ? s[i] + ('a' - 'A') : s[i]);
		if (i == n)
			break;
		i += (unsigned char)s[i] < 0x80 ? 1 : text_next(s + i, n - i, &point);
		if (point != ' ' && !text_is_blank(point))
			used += text_put_plain(out + used, point);
		else if (!used || out[used - 1] != ' ')
			out[used++] = ' ';
	}
	memset(out + used, 0, KNOWN_LONG);
	*size = used;
	return out;
}
