/* SPDX-License-Identifier: MIT */
/* The feeds whose items have the shape of the API's bodies, as Commerce exports no items of their own. */
#ifndef ACO_MAP_SHAPED_H
#define ACO_MAP_SHAPED_H

#include "src/map/value.h"

/* Reads the member `source`: locale, and the layer of a product layer, which may be one of all locales. */
bool aco_map_read_source(aco_mapping *mapping, aco_feed_id feed, HashTable *item);
/* The second member of live bodies and deletions of layers. */
void aco_map_layer_source(aco_mapping *mapping);

#endif
