/* SPDX-License-Identifier: MIT */
#ifndef ACO_CORE_SOURCE_HALF_PAIRS_H
#define ACO_CORE_SOURCE_HALF_PAIRS_H

#include <stddef.h>

/* Replaces every escape of an unpaired surrogate in a JSON text by that of U+FFFD, which is as long. */
void aco_replace_half_pairs(char *json, size_t length);

#endif
