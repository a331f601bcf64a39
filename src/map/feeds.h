/* SPDX-License-Identifier: MIT */
/*
 * One writer per feed. Each writes the live body of an item into map->out; false is a failure.
 * Identity members were checked before.
 */
#ifndef ACO_MAP_FEEDS_H
#define ACO_MAP_FEEDS_H

#include "src/map/value.h"

bool aco_map_product(aco_map *map, HashTable *item);
bool aco_map_product_attribute(aco_map *map, HashTable *item);
bool aco_map_category(aco_map *map, HashTable *item);
bool aco_map_price(aco_map *map, HashTable *item);
bool aco_map_price_book(aco_map *map, HashTable *item);

/* The member that live and delete bodies share; it follows the first of both. */
bool aco_map_source(aco_map *map, HashTable *item);

/*
 * The price book of a price or price book item: `website` alone, or `website::group`.
 * `group` is SHA-1 hex, "0" or "" for the base book.
 */
typedef struct aco_price_book_key {
	aco_text website;
	aco_text group;
	char group_hash[ACO_SHA1_HEX];
} aco_price_book_key;

/* `base_group` is what the group of a base book is called in the feed's identity. */
bool aco_map_price_book_key(aco_map *map, HashTable *item, const char *base_group, aco_price_book_key *key);
void aco_map_write_price_book_id(aco_map *map, const aco_price_book_key *key);

#endif
