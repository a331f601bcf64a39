/* SPDX-License-Identifier: MIT */
/* The feeds: names, addresses and limits, in one table. */
#ifndef ACO_CORE_SERVICES_FEED_H
#define ACO_CORE_SERVICES_FEED_H

#include "src/core/engine/channel.h"

typedef enum aco_feed_id {
	ACO_FEED_PRODUCTS,
	ACO_FEED_PRODUCT_ATTRIBUTES,
	ACO_FEED_CATEGORIES,
	ACO_FEED_PRICES,
	ACO_FEED_PRICE_BOOKS,
	ACO_FEED_CATEGORY_ATTRIBUTES,
	ACO_FEED_PRODUCT_LAYERS,
	ACO_FEED_COUNT
} aco_feed_id;

typedef struct aco_feed {
	aco_feed_id id;
	const char *name;
	const char *path;
	const char *delete_path;
	/* "" for a feed that Commerce does not export. */
	const char *indexer;
	const char *table;
	size_t batch_limit;
	aco_item_rate rate;
	/* Whether the API takes PATCH at `path`. */
	bool patchable;
} aco_feed;

extern const aco_feed aco_feeds[ACO_FEED_COUNT];

#endif
