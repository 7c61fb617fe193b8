/* Arrays of numbers that never change, as the build writes them into the program: no pointers inside, so that nothing
 * has to be relocated when it starts. */
#ifndef REPLYCODE_KB_TABLE_H
#define REPLYCODE_KB_TABLE_H

#include <stddef.h>
#include <stdint.h>

struct u32s {
	const uint32_t *at;
	size_t count;
};

#endif
