/* SPDX-License-Identifier: MIT */
/*
 * What a shared store is asked for: to replace the value of a key if it is the expected one, to tell what is stored
 * now, and what time its clock has. The core never calls a store: it names the swap that it needs, and the caller of
 * the engine makes it between two steps, because a store may be PHP code.
 */
#ifndef ACO_CORE_SHARED_SWAP_H
#define ACO_CORE_SHARED_SWAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* No value is longer. */
#define ACO_SWAP_MAX_BYTES 32768
/* Room for a key: what it is, a hyphen, a SHA-1, and NUL. */
#define ACO_SWAP_KEY_SIZE 64

/* Borrowed until the result is given. */
typedef struct aco_swap {
	const char *key;
	/* NULL: nothing is stored. */
	const char *expected;
	size_t expected_length;
	/* NULL: only read. */
	const char *value;
	size_t value_length;
	/* After which the value may be forgotten. */
	int64_t seconds;
} aco_swap;

typedef struct aco_swap_result {
	/* What is stored now; NULL: nothing. */
	const char *value;
	size_t length;
	/* The store's clock, in microseconds. */
	int64_t clock_us;
	/* When the swap was begun and when it had ended, by aco_clock_us(). */
	int64_t begun_us;
	int64_t ended_us;
} aco_swap_result;

/* Whether the store holds the value that was to be stored. */
bool aco_swap_succeeded(const aco_swap *swap, const aco_swap_result *result);
/* Writes "<what>-<SHA-1 of the text>". */
void aco_swap_key(char key[ACO_SWAP_KEY_SIZE], const char *what, const char *text, size_t length);

#endif
