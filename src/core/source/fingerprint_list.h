/* SPDX-License-Identifier: MIT */
/* Fingerprints that somebody has noted, one behind the other, and where one of them stands. */
#ifndef ACO_CORE_SOURCE_FINGERPRINT_LIST_H
#define ACO_CORE_SOURCE_FINGERPRINT_LIST_H

#include <stdbool.h>
#include <stdint.h>

#include "src/core/source/fingerprint.h"

#define ACO_FINGERPRINT_UNKNOWN UINT32_MAX

typedef struct aco_fingerprint_list {
	/* Of each entry its fingerprint, NULL for an entry that has none; in the text that was given. */
	const char **entries;
	uint32_t count;
	/* The entry behind the one that was found last: most lists have the order in which they are asked. */
	uint32_t next;
	/* Open addressing, made when an entry is not the next one: positions plus one, 0 where nothing is. */
	uint32_t *slots;
	uint32_t mask;
} aco_fingerprint_list;

/*
 * Splits a text at its commas: an entry ends with its fingerprint, and may have a dot and something else before it.
 * False when there is no memory. The text must stay.
 */
bool aco_fingerprint_list_init(aco_fingerprint_list *list, const char *text, size_t length);
void aco_fingerprint_list_free(aco_fingerprint_list *list);
/* The number of the entry, from 0; of equal ones any. ACO_FINGERPRINT_UNKNOWN: there is none. */
uint32_t aco_fingerprint_list_find(aco_fingerprint_list *list, const char *fingerprint);

#endif
