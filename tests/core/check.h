/* cmocka, and what the tests of several modules need. */
#ifndef CHECK_H
#define CHECK_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "src/core/base/buf.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))
/* Bytes and length of a literal that may hold NUL. */
#define TEXT(literal) (literal), sizeof(literal) - 1

/* The same numbers in every run (xorshift64*). */
static inline uint64_t check_random(uint64_t *state)
{
	*state ^= *state >> 12;
	*state ^= *state << 25;
	*state ^= *state >> 27;
	return *state * UINT64_C(2685821657736338717);
}

/* A copy of exactly `length` bytes on the heap, so that reading past it is seen by the sanitizer. */
static inline char *check_copy(const void *bytes, size_t length)
{
	char *copy = malloc(length ? length : 1);

	assert_non_null(copy);
	if (length > 0) {
		memcpy(copy, bytes, length);
	}
	return copy;
}

static inline aco_buf check_buf(const char *text)
{
	aco_buf buf = ACO_BUF_INIT;

	aco_buf_append(&buf, text, strlen(text));
	return buf;
}

/* Compares whole buffers; says the first difference. */
static inline void check_bytes(const char *actual, size_t actual_length, const char *expected, size_t expected_length)
{
	size_t shorter = actual_length < expected_length ? actual_length : expected_length, at = 0;

	while (at < shorter && actual[at] == expected[at]) {
		at++;
	}
	if (at < shorter || actual_length != expected_length) {
		fail_msg("differs from byte %zu of %zu on (expected %zu): \"%.*s\", expected \"%.*s\"", at, actual_length, expected_length,
			(int) (actual_length - at > 40 ? 40 : actual_length - at), actual + at,
			(int) (expected_length - at > 40 ? 40 : expected_length - at), expected + at);
	}
}

#endif
