/* SPDX-License-Identifier: MIT */
/*
 * Loads items into the caches before they are mapped. A decoded item consists of some hundred small
 * allocations; to follow the pointers from one to the next can take as long as all the work on them.
 */
#ifndef ACO_MAP_PREFETCH_H
#define ACO_MAP_PREFETCH_H

#include "src/map/value.h"

/*
 * For lists of items that are mapped one after the other: called before the item at `place`, it loads some of those
 * that follow, each a level deeper than the one behind it. What is no array is passed over.
 */
void aco_map_prefetch_next(const HashTable *items, uint32_t place);

#endif
