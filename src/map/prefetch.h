/* SPDX-License-Identifier: MIT */
/*
 * Asks the memory for the lists of an item before the walk needs them. A decoded item is some
 * hundred small allocations; reading them one after the other, each by a pointer from the one
 * before, can cost as much as all the work on them.
 */
#ifndef ACO_MAP_PREFETCH_H
#define ACO_MAP_PREFETCH_H

#include "src/map/value.h"

/* `lists`: the members whose entries are read; those that are absent are NULL. */
void aco_map_prefetch(zval *const *lists, size_t count);

#endif
