/* SPDX-License-Identifier: MIT */
#include "src/core/shared/swap.h"

#include "src/core/base/digest.h"

#include <stdio.h>
#include <string.h>

bool aco_swap_succeeded(const aco_swap *swap, const aco_swap_result *result)
{
	return swap->value && result->value && result->length == swap->value_length
		&& memcmp(result->value, swap->value, result->length) == 0;
}

void aco_swap_key(char key[ACO_SWAP_KEY_SIZE], const char *what, const char *text, size_t length)
{
	char hash[ACO_SHA1_HEX];

	aco_digest_sha1_hex(text, length, hash);
	snprintf(key, ACO_SWAP_KEY_SIZE, "%.20s-%.*s", what, ACO_SHA1_HEX, hash);
}
