/* SPDX-License-Identifier: MIT */
/* Images, links and category routes of a product, in canonical order. */
#ifndef ACO_MAP_PRODUCT_LISTS_H
#define ACO_MAP_PRODUCT_LISTS_H

#include "src/map/rows.h"

/* Write the members "images", "links" and "routes", unless they are empty. */
bool aco_map_images(aco_mapping *mapping, HashTable *item);
bool aco_map_links(aco_mapping *mapping, HashTable *item);
bool aco_map_routes(aco_mapping *mapping, HashTable *item);

#endif
