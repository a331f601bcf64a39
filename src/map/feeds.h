/* SPDX-License-Identifier: MIT */
/*
 * One writer per feed. Each writes the live body of an item into mapping->out; false is a failure.
 * Identity members were checked before.
 */
#ifndef ACO_MAP_FEEDS_H
#define ACO_MAP_FEEDS_H

#include "src/map/value.h"

bool aco_map_product(aco_mapping *mapping, HashTable *item);
bool aco_map_product_attribute(aco_mapping *mapping, HashTable *item);
bool aco_map_category(aco_mapping *mapping, HashTable *item);
bool aco_map_price(aco_mapping *mapping, HashTable *item);
bool aco_map_price_book(aco_mapping *mapping, HashTable *item);

/* The member that live and delete bodies share; it follows the first of both. */
bool aco_map_source(aco_mapping *mapping, HashTable *item);

#endif
