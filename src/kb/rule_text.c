#include "kb/rule_text.h"

#include <stdlib.h>
#include <string.h>

enum { DECIMAL = 10 };

/* The " + " or " +14 " that ends a part; NULL in the last. */
static char *next_plus(char *part)
{
	char *plus = strstr(part, " +");

	while (plus && plus[2] != ' ' && (plus[2] < '0' || plus[2] > '9'))
		plus = strstr(plus + 2, " +");
	return plus;
}

bool rule_text_split(struct arena *arena, const char *s, struct rule_text *rule)
{
	const char *unless = strstr(s, " ! ");
	size_t n = unless ? (size_t)(unless - s) : strlen(s);
	char *part = arena_copy(arena, s, n);

	*rule = (struct rule_text){.unless = s + n, .gap = -1};
	while (part) {
		char *plus = next_plus(part);
		char *end = plus ? plus + 2 : NULL;

		if (rule->count == RULE_PARTS_MAX)
			return false;
		rule->parts[rule->count++] = part;
		if (plus) {
			if (plus[2] != ' ')
				rule->gap = strtol(plus + 2, &end, DECIMAL);
			*plus = '\0';
		}
		part = end && *end == ' ' ? end + 1 : NULL;
	}
	return rule->gap <= UINT8_MAX;
}
