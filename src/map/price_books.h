/* SPDX-License-Identifier: MIT */
/*
 * The id of a price book: `website` for the base book of a website, `website::group` for the book of a customer group.
 * The group is the SHA-1 of its number, as in Commerce's storefront; an item may also have that SHA-1 itself.
 */
#ifndef ACO_MAP_PRICE_BOOKS_H
#define ACO_MAP_PRICE_BOOKS_H

#include "src/map/value.h"

/* Sets the group by its number. */
void aco_map_price_book_set_group(aco_price_book_key *key, zend_long group_id);
void aco_map_append_price_book_id(aco_buf *target, const aco_price_book_key *key);

/* Reads the price book of an item into `mapping->book`. */
bool aco_map_price_book_key(aco_mapping *mapping, HashTable *item);
/* Writes its id as the text of a string whose opening, a literal, comes first. */
void aco_map_write_price_book_id(aco_mapping *mapping, const char *opening, size_t length);

#define ACO_MAP_WRITE_PRICE_BOOK_ID(mapping, opening) \
	aco_map_write_price_book_id((mapping), (opening), sizeof(opening) - 1)

#endif
