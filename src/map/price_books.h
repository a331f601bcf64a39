/* SPDX-License-Identifier: MIT */
/*
 * The id of a price book: `website` for the base book of a website, `website::group` for the book of a customer group.
 * As in Commerce's storefront, the group is the SHA-1 of its number; items may also bring it ready-made.
 */
#ifndef ACO_MAP_PRICE_BOOKS_H
#define ACO_MAP_PRICE_BOOKS_H

#include "src/map/value.h"

/* `group` is SHA-1 hex, or "0" or "" for the base book. */
typedef struct aco_price_book_key {
	aco_text website;
	aco_text group;
	char group_hash[ACO_SHA1_HEX];
} aco_price_book_key;

/* Makes it the book of a customer group, by the group's number. */
void aco_map_price_book_set_group(aco_price_book_key *key, zend_long group_id);
void aco_map_append_price_book_id(aco_buf *target, const aco_price_book_key *key);

/* The price book of an item. `base_group` is what the group of a base book is called in the feed's identity. */
bool aco_map_price_book_key(aco_mapping *mapping, HashTable *item, const char *base_group, aco_price_book_key *key);
void aco_map_write_price_book_id(aco_mapping *mapping, const aco_price_book_key *key);

#endif
