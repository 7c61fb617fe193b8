/* One arena for all the tests of a program: open_arena() and close_arena() are its group's set-up and tear-down. */
#ifndef REPLYCODE_TESTS_ARENA_H
#define REPLYCODE_TESTS_ARENA_H

#include "support/testing.h"

static struct arena *arena;

static int open_arena(void **state)
{
	(void)state;
	arena = test_arena();
	return 0;
}

static int close_arena(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

#endif
