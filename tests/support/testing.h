/* What the tests of all rooms share: cmocka with what it needs before it, memory that may not run out, and the built-in
 * knowledge base opened. */
#ifndef REPLYCODE_TESTS_TESTING_H
#define REPLYCODE_TESTS_TESTING_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

/* Needs all of the above, and does not include them itself. */
#include <cmocka.h>

#include "base/arena.h"
#include "kb/kb.h"
#include "kb/lang.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Whether slow tests take samples ($TEST_SPARSE): under valgrind and sanitizers. */
static inline bool is_sparse(void)
{
	const char *sparse = getenv("TEST_SPARSE");

	return sparse && *sparse;
}

static inline void memory_ran_out(void)
{
	fputs("test: memory ran out\n", stderr);
	abort();
}

static inline struct arena *test_arena(void)
{
	return arena_new(memory_ran_out);
}

/* A knowledge base in one language, with all that it is made of. */
struct base {
	struct arena *arena;
	struct source *source;
	struct lang *lang;
	struct kb *kb;
	struct error error;
};

/* dir NULL: what is built in. Fails the test where that cannot be opened. */
static inline struct base base_open(const char *dir, const char *language)
{
	struct base base = {.arena = test_arena()};

	assert_int_equal(source_open(base.arena, dir, &base.source, &base.error), STATUS_OK);
	assert_int_equal(lang_open(base.arena, base.source, language, &base.lang, &base.error), STATUS_OK);
	assert_int_equal(kb_open(base.arena, base.source, "smtp", language, &base.kb, &base.error), STATUS_OK);
	return base;
}

static inline void base_close(struct base *base)
{
	arena_free(base->arena);
}

#endif
