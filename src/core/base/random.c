/* SPDX-License-Identifier: MIT */
#include "src/core/base/random.h"

#include <openssl/rand.h>
#include <stdint.h>

double aco_random_fraction(void)
{
	uint32_t number = 0;

	RAND_bytes((unsigned char *) &number, sizeof(number));
	return (double) number / 4294967296.0;
}

int64_t aco_random_id(void)
{
	uint64_t number = 0;

	RAND_bytes((unsigned char *) &number, sizeof(number));
	return (int64_t) (number >> 11);
}
