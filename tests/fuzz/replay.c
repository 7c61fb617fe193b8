/* Hands files to a fuzz target, as libFuzzer would: what was found once is tried again in every check. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		FILE *file = fopen(argv[i], "rb");
		size_t size = 0;
		uint8_t *data = malloc(1 << 20);

		if (!file || !data) {
			perror(argv[i]);
			free(data);
			return EXIT_FAILURE;
		}
		size = fread(data, 1, 1 << 20, file);
		fclose(file);
		LLVMFuzzerTestOneInput(data, size);
		free(data);
	}
	return EXIT_SUCCESS;
}
