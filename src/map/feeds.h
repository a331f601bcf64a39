/* SPDX-License-Identifier: MIT */
/*
 * One function per feed: it writes the live body of an item to `mapping->out`; false when that fails. The members of
 * the identity were checked before.
 */
#ifndef ACO_MAP_FEEDS_H
#define ACO_MAP_FEEDS_H

#include "src/map/value.h"

bool aco_map_product(aco_mapping *mapping, HashTable *item);
bool aco_map_product_attribute(aco_mapping *mapping, HashTable *item);
bool aco_map_category(aco_mapping *mapping, HashTable *item);
bool aco_map_price(aco_mapping *mapping, HashTable *item);
bool aco_map_price_book(aco_mapping *mapping, HashTable *item);
bool aco_map_category_attribute(aco_mapping *mapping, HashTable *item);
bool aco_map_product_layer(aco_mapping *mapping, HashTable *item);

/* The second member of live bodies and deletions, of all feeds with store views. */
void aco_map_source(aco_mapping *mapping);

#endif
