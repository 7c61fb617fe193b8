/* Every allocation failing in turn: the program calls back and ends, or ends with a clean status; it never crashes.
 * glibc's allocator is put aside for one that can be told when to fail, so not under AddressSanitizer or valgrind. */
#include "cli/cli.h"
#include "support/testing.h"

#include <unistd.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || !defined(__GLIBC__)
#define SANITIZED 1
#endif

#ifndef SANITIZED
void *__libc_malloc(size_t size);               /* NOLINT: glibc's names */
void *__libc_calloc(size_t count, size_t size); /* NOLINT */
void *__libc_realloc(void *old, size_t size);   /* NOLINT */
void *malloc(size_t size);
void *calloc(size_t count, size_t size);
void *realloc(void *old, size_t size);

static long left = -1; /* allocations that still succeed; below 0: all of them */
static bool only_one;  /* those behind the one that fails succeed again */
static long failures;

static bool fails(void)
{
	if (left < 0)
		return false;
	if (left > 0) {
		left--;
		return false;
	}
	failures++;
	if (only_one)
		left = -1;
	return true;
}

void *malloc(size_t size)
{
	return fails() ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
	return fails() ? NULL : __libc_calloc(count, size);
}

void *realloc(void *old, size_t size)
{
	return fails() ? NULL : __libc_realloc(old, size);
}

static jmp_buf ran_out;

static void jump_out(void)
{
	left = -1;
	longjmp(ran_out, 1);
}

struct command {
	const char *args[8];
	int status;
};

/* Runs the command with the allocation number n failing, and all after it. Returns whether one failed. What was allocated
 * is lost where the callback left it: the program ends there. */
static bool run(const struct command *command, long n)
{
	char *argv[10] = {"replycode"};
	volatile int argc = 1;
	volatile int status = -1;
	struct world world = {
	    .in = fopen("/dev/null", "r"), .out = fopen("/dev/null", "w"), .err = fopen("/dev/null", "w")};
	assert_true(world.in && world.out && world.err);
	while (command->args[argc - 1]) {
		argv[argc] = arena_copy(test_arena(), command->args[argc - 1], strlen(command->args[argc - 1]));
		argc++;
	}
	failures = 0;
	if (setjmp(ran_out) == 0) {
		left = n;
		status = (int)cli_run(&world, argc, argv, jump_out);
		left = -1;
		/* Where nothing failed, or only what can be done without, the answer is the usual one. */
		if (!failures)
			assert_int_equal(status, command->status);
		else
			assert_in_range(status, 0, 3);
	}
	left = -1;
	fclose(world.in);
	fclose(world.out);
	fclose(world.err);
	return failures > 0;
}

static void test_every_allocation_fails(void **state)
{
	static const struct command commands[] = {
	    {{"553"}, 0},
	    {{"compare", "250", "553", "-l", "fr"}, 0},
	    {{"compare", "214", "421", "571", "-w", "120"}, 0},
	    {{"5.7.26", "-f", "json", "--ascii", "-l", "fr"}, 0},
	    {{"compare", "450", "550", "-f", "json"}, 0},
	    {{"list", "5.x.x", "-f", "json"}, 0},
	    {{"451", "-f", "markdown"}, 0},
	    {{"list"}, 0},
	    {{"search", "boîte", "-l", "fr"}, 0},
	    {{"557"}, 1},
	    {{"999"}, 2},
	    {{"--bogus"}, 2},
	    {{"--help"}, 0},
	    {{"check-data"}, 0},
	    {{"--data", "data", "553"}, 0},
	    {{"--data", "nowhere", "553"}, 2},
	    {{"explain", "550 5.1.1 <bob@example.org>: user unknown"}, 0},
	};
	const char *wrap = getenv("TEST_WRAP");

	(void)state;
	if (wrap && *wrap)
		skip();
	for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
		/* The more allocations a command makes, the larger the steps: all of the first ones, samples of the rest. */
		for (int once = 0; once < 2; once++) {
			long n = 0;

			only_one = once;
			while (run(&commands[i], n))
				n += n < 150 ? 1 : 1 + n / 12;
			assert_true(n > 3);
		}
	}
}
#else
static void test_every_allocation_fails(void **state)
{
	(void)state;
	skip();
}
#endif

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_every_allocation_fails)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
