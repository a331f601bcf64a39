/* SPDX-License-Identifier: MIT */
/*
 * Feed items (PHP arrays) to wire JSON, straight from zvals. No PHP code runs while an item is
 * mapped: values that are objects are refused, not converted.
 */
#ifndef ACO_MAP_MAP_H
#define ACO_MAP_MAP_H

#include "src/map/keys.h"
#include "src/core/base/digest.h"
#include "src/core/services/feed.h"
#include "src/core/base/json_writer.h"

#define ACO_MAP_FIELD_SIZE 256
#define ACO_MAP_REASON_SIZE 256

typedef enum aco_map_result {
	ACO_MAP_DONE,
	/* Never submitted: the root category. */
	ACO_MAP_SKIPPED,
	/* `field` and `reason` say why. */
	ACO_MAP_FAILED,
	ACO_MAP_NO_MEMORY
} aco_map_result;

/* Where the walk is, for messages: a chain of stack frames from the item down. */
typedef struct aco_map_path {
	const struct aco_map_path *parent;
	/* NULL: a list entry, at `index`. */
	const char *name;
	zend_ulong index;
} aco_map_path;

/* Scratch memory of a mapper, reused from item to item, and the result of the last one. Starts zeroed. */
typedef struct aco_mapping {
	aco_json out;
	/* JSON text that becomes a string value. */
	aco_json inner;
	/* Identity values joined by NUL: its SHA-1 is the document's id. */
	aco_buf identity;
	bool deleted;
	char field[ACO_MAP_FIELD_SIZE];
	char reason[ACO_MAP_REASON_SIZE];
	/* First field whose invalid UTF-8 was replaced, "" when there was none. */
	char replaced_field[ACO_MAP_FIELD_SIZE];
} aco_mapping;

void aco_mapping_free(aco_mapping *mapping);
/* Gives the memory back that one huge item made the scratch grow to. */
void aco_mapping_trim(aco_mapping *mapping);
/* Forgets the last result. */
void aco_mapping_start(aco_mapping *mapping);

/*
 * Maps one item. JSON and identity are in `mapping->out.buf` and `mapping->identity` until the next call. `disabled_websites` and
 * `disabled_store_views` are sets keyed by code, or NULL.
 */
aco_map_result aco_map_item(aco_mapping *mapping, aco_feed_id feed, HashTable *item,
	HashTable *disabled_websites, HashTable *disabled_store_views);

/* The same for the body that deletes the item, whatever the item says of it. */
aco_map_result aco_map_deletion(aco_mapping *mapping, aco_feed_id feed, HashTable *item);

/* Names the item, or adds one of its values to such text (returns its length), for a message, e.g. `sku "A-1", storeViewCode "default"`. */
size_t aco_map_describe_value(HashTable *item, aco_map_key key, char *text, size_t size, size_t length);
void aco_map_describe(aco_feed_id feed, HashTable *item, char *text, size_t size);

#endif
