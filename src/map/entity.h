/* SPDX-License-Identifier: MIT */
/* What an item says of its source, beside its document. */
#ifndef ACO_MAP_ENTITY_H
#define ACO_MAP_ENTITY_H

#include "src/map/map.h"

/* The item's own number in Commerce, within the bounds of the column source_entity_id; 0 when it has none. */
zend_long aco_map_source_entity_id(aco_feed_id feed, HashTable *item);
/* Whether the item itself says that it is deleted; any value counts that PHP takes for true. */
bool aco_map_says_deleted(HashTable *item);

#endif
