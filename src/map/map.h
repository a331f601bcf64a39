/* SPDX-License-Identifier: MIT */
/*
 * Maps feed items (PHP arrays) to the JSON of requests, straight from zvals. No PHP code runs while an item is mapped:
 * objects are refused, not converted.
 */
#ifndef ACO_MAP_MAP_H
#define ACO_MAP_MAP_H

#include "src/map/keys.h"
#include "src/core/base/digest.h"
#include "src/core/services/feed.h"
#include "src/core/base/json_writer.h"
#include "src/core/base/number.h"

#define ACO_MAP_FIELD_SIZE 256
#define ACO_MAP_REASON_SIZE 256

typedef enum aco_map_result {
	ACO_MAP_DONE,
	/* There is nothing to submit: the root category, a deleted order. */
	ACO_MAP_SKIPPED,
	/* `field` and `reason` say why. */
	ACO_MAP_FAILED,
	ACO_MAP_NO_MEMORY
} aco_map_result;

/* The place of a value in its item, for messages: a chain of stack frames, each one level deeper. */
typedef struct aco_map_path {
	const struct aco_map_path *parent;
	/* NULL for an entry of a list, which is at `index`. */
	const char *name;
	zend_ulong index;
} aco_map_path;

/*
 * A string of the item, or a number as text in `number`. Valid as long as both the item and this struct are. What
 * aco_map_text() and the functions above it read is followed by a NUL and lies in whole words, as
 * aco_json_add_string() wants it.
 */
typedef struct aco_text {
	const char *bytes;
	size_t length;
	/* Longer by a NUL than the longest number. */
	char number[ACO_NUMBER_SIZE + 8];
} aco_text;

/* The price book of a price or price book item. The group is SHA-1 hex, "" for the base book. */
typedef struct aco_price_book_key {
	aco_text website;
	aco_text group;
	char group_hash[ACO_SHA1_HEX];
} aco_price_book_key;

/* Scratch memory, reused from item to item, and the result of the last one. Zeroed at first. */
typedef struct aco_mapping {
	aco_json out;
	/* Text that is put together before it is written to `out`. */
	aco_json inner;
	/* The values of the identity, joined by NUL; their SHA-1 is the id of the document. */
	aco_buf identity;
	/* What the identity was made of, for the body: read once. */
	aco_text name;
	/* Length 0 for a layer of all store views. */
	aco_text store_view;
	/* Of a product. */
	aco_text layer;
	aco_price_book_key book;
	bool deleted;
	char field[ACO_MAP_FIELD_SIZE];
	char reason[ACO_MAP_REASON_SIZE];
	/* The first field in which invalid UTF-8 was replaced; "" if there is none. */
	char replaced_field[ACO_MAP_FIELD_SIZE];
} aco_mapping;

void aco_mapping_free(aco_mapping *mapping);
/* Releases what one huge item made the scratch grow to. */
void aco_mapping_trim(aco_mapping *mapping);
/* Clears the last result, before something is mapped. */
void aco_mapping_start(aco_mapping *mapping);

/*
 * Maps an item. JSON and identity are in `mapping->out.buf` and `mapping->identity` until the next call. The items of
 * disabled websites and store views are mapped to deletions; both are sets, keyed by code, or NULL.
 */
aco_map_result aco_map_item(aco_mapping *mapping, aco_feed_id feed, HashTable *item,
	HashTable *disabled_websites, HashTable *disabled_store_views);

/* Maps an item to the body that deletes it, whatever its own member `deleted` says. */
aco_map_result aco_map_deletion(aco_mapping *mapping, aco_feed_id feed, HashTable *item);

/* Names the item in a message, for example `sku "A-1", storeViewCode "default"`. */
void aco_map_describe(aco_feed_id feed, HashTable *item, char *text, size_t size);
/* Appends one value to such a text of `length` bytes, if it is a string or an integer; returns the length. */
size_t aco_map_describe_value(HashTable *item, aco_map_key key, char *text, size_t size, size_t length);

#endif
