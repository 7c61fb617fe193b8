/* Sets of small numbers. In a header because they are asked in the innermost loops. */
#ifndef REPLYCODE_BASE_BITS_H
#define REPLYCODE_BASE_BITS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A set is an array of these; all zero: it is empty. */
typedef uint64_t bits;

enum { BITS = 64 /* numbers in each of them */ };

/* How many are needed for the numbers below count; one at least. */
static inline size_t bits_words(size_t count)
{
	return count / BITS + 1;
}

static inline bool bits_has(const bits *set, uint32_t number)
{
	return set[number / BITS] >> number % BITS & 1;
}

static inline void bits_put(bits *set, uint32_t number)
{
	set[number / BITS] |= (bits)1 << number % BITS;
}

#endif
