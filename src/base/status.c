#include "base/status.h"

enum status error_set(struct error *error, const char *message, const char *a, const char *b, const char *c)
{
	*error = (struct error){.message = message, .args = {a, b, c}};
	return STATUS_BAD;
}
