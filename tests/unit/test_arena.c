/* Arena and buffer, with chunks so small that every path is taken. */
#undef ARENA_CHUNK
#define ARENA_CHUNK ((size_t)64)
#include "base/arena.c" /* NOLINT(bugprone-suspicious-include): compiled anew with the limit above */

#include "base/buffer.h"
#include "support/testing.h"

static jmp_buf ran_out;

static void jump_out(void)
{
	longjmp(ran_out, 1);
}

static void test_memory_is_zeroed_and_aligned(void **state)
{
	struct arena *arena = test_arena();

	(void)state;
	for (size_t size = 0; size < 200; size++) {
		unsigned char *memory = arena_alloc(arena, size);

		assert_int_equal((uintptr_t)memory % alignof(max_align_t), 0);
		for (size_t i = 0; i < size; i++)
			assert_int_equal(memory[i], 0);
		memset(memory, 0xAA, size);
	}
	arena_free(arena);
}

static void test_memory_is_not_shared(void **state)
{
	struct arena *arena = test_arena();
	char *texts[100];

	(void)state;
	for (int i = 0; i < 100; i++)
		texts[i] = arena_printf(arena, "%d:%0*d", i, i, 7);
	for (int i = 0; i < 100; i++) {
		char expected[256];

		snprintf(expected, sizeof expected, "%d:%0*d", i, i, 7);
		assert_string_equal(texts[i], expected);
	}
	arena_free(arena);
}

static void test_reset_keeps_one_chunk_and_zeroes_again(void **state)
{
	struct arena *arena = test_arena();

	(void)state;
	for (int round = 0; round < 3; round++) {
		for (int i = 0; i < 20; i++) {
			unsigned char *memory = arena_alloc(arena, 48);

			for (size_t j = 0; j < 48; j++)
				assert_int_equal(memory[j], 0);
			memset(memory, 0xFF, 48);
		}
		arena_reset(arena);
		assert_non_null(arena->chunks);
		assert_null(arena->chunks->next);
		assert_int_equal(arena->chunks->used, 0);
	}
	arena_free(arena);
}

static void test_reset_and_free_of_nothing(void **state)
{
	struct arena *arena = test_arena();

	(void)state;
	arena_reset(arena);
	arena_free(arena);
	arena_free(NULL);
}

static void test_sizes_that_overflow_exhaust(void **state)
{
	struct arena *arena = arena_new(jump_out);
	volatile int jumps = 0;

	(void)state;
	if (setjmp(ran_out) == 0)
		arena_array(arena, SIZE_MAX / 4, 8);
	else
		jumps++;
	if (setjmp(ran_out) == 0)
		arena_alloc(arena, SIZE_MAX - 3);
	else
		jumps++;
	if (setjmp(ran_out) == 0)
		arena_exhaust(arena);
	else
		jumps++;
	assert_int_equal(jumps, 3);
	assert_non_null(arena_array(arena, 0, 0));
	arena_free(arena);
}

static void test_copy_ends_with_nul(void **state)
{
	struct arena *arena = test_arena();

	(void)state;
	assert_string_equal(arena_copy(arena, "abcdef", 3), "abc");
	assert_string_equal(arena_copy(arena, NULL, 0), "");
	assert_string_equal(arena_printf(arena, "%s", ""), "");
	arena_free(arena);
}

static void test_buffer_grows(void **state)
{
	struct arena *arena = test_arena();
	struct buffer buffer = buffer_new(arena);

	(void)state;
	assert_string_equal(buffer.bytes, "");
	for (size_t i = 0; i < 1000; i++) {
		char c = (char)('a' + i % 26);

		buffer_add(&buffer, &c, 1);
		assert_int_equal(buffer.used, i + 1);
		assert_int_equal(strlen(buffer.bytes), i + 1);
	}
	for (size_t i = 0; i < 1000; i++)
		assert_int_equal(buffer.bytes[i], 'a' + i % 26);
	buffer_adds(&buffer, "");
	buffer_adds(&buffer, "end");
	buffer_add(&buffer, "\0x", 2);
	assert_int_equal(buffer.used, 1005);
	assert_memory_equal(buffer.bytes + 1000, "end\0x", 6);
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_memory_is_zeroed_and_aligned),
	    cmocka_unit_test(test_memory_is_not_shared),
	    cmocka_unit_test(test_reset_keeps_one_chunk_and_zeroes_again),
	    cmocka_unit_test(test_reset_and_free_of_nothing),
	    cmocka_unit_test(test_sizes_that_overflow_exhaust),
	    cmocka_unit_test(test_copy_ends_with_nul),
	    cmocka_unit_test(test_buffer_grows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
