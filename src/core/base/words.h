/* SPDX-License-Identifier: MIT */
/* Loads of several bytes from any address. */
#ifndef ACO_CORE_BASE_WORDS_H
#define ACO_CORE_BASE_WORDS_H

#include "src/core/base/buf.h"

#include <stdint.h>

ACO_INLINE uint64_t aco_load_8(const char *bytes)
{
	uint64_t word;

	memcpy(&word, bytes, sizeof(word));
	return word;
}

ACO_INLINE uint32_t aco_load_4(const char *bytes)
{
	uint32_t word;

	memcpy(&word, bytes, sizeof(word));
	return word;
}

ACO_INLINE void aco_store_8(char *bytes, uint64_t word)
{
	memcpy(bytes, &word, sizeof(word));
}

#endif
