/*
 * What the fuzz targets share: claims that end the program, and reading an input in parts, which are
 * copies on the heap, so that the sanitizer sees who reads past them.
 */
#ifndef FUZZ_H
#define FUZZ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define REQUIRE(condition) \
	do { \
		if (!(condition)) { \
			fprintf(stderr, "%s:%d: this does not hold: %s\n", __FILE__, __LINE__, #condition); \
			abort(); \
		} \
	} while (0)

typedef struct fuzz_input {
	const uint8_t *at;
	size_t left;
} fuzz_input;

static inline uint8_t fuzz_byte(fuzz_input *input)
{
	if (input->left == 0) {
		return 0;
	}
	input->left--;
	return *input->at++;
}

static inline uint64_t fuzz_number(fuzz_input *input)
{
	uint64_t number = 0;

	for (unsigned i = 0; i < sizeof(number); i++) {
		number = number << 8 | fuzz_byte(input);
	}
	return number;
}

/* Up to `*length` bytes, which becomes how many there were, and a NUL. The caller frees them. */
static inline char *fuzz_bytes(fuzz_input *input, size_t *length)
{
	char *copy;

	if (*length > input->left) {
		*length = input->left;
	}
	copy = malloc(*length + 1);
	REQUIRE(copy);
	if (*length > 0) {
		memcpy(copy, input->at, *length);
	}
	copy[*length] = '\0';
	input->at += *length;
	input->left -= *length;
	return copy;
}

/* Up to the next line end or the end, without NULs in it. The caller frees it. */
static inline char *fuzz_line(fuzz_input *input)
{
	size_t length = 0;
	char *line;

	while (length < input->left && input->at[length] != '\n' && input->at[length] != '\0') {
		length++;
	}
	line = fuzz_bytes(input, &length);
	fuzz_byte(input);
	return line;
}

#endif
