/* The five feeds: names, addresses and limits, in one table. */
#ifndef ACO_FEED_H
#define ACO_FEED_H

#include <stddef.h>

typedef enum aco_feed_id {
	ACO_FEED_PRODUCTS,
	ACO_FEED_PRODUCT_ATTRIBUTES,
	ACO_FEED_CATEGORIES,
	ACO_FEED_PRICES,
	ACO_FEED_PRICE_BOOKS,
	ACO_FEED_COUNT
} aco_feed_id;

/* Which rate the items of a feed count against. */
typedef enum aco_item_rate {
	ACO_RATE_NONE,
	ACO_RATE_PRODUCTS,
	ACO_RATE_PRICES
} aco_item_rate;

typedef struct aco_feed {
	aco_feed_id id;
	const char *name;
	const char *path;
	const char *delete_path;
	const char *indexer;
	const char *table;
	size_t batch_limit;
	aco_item_rate rate;
} aco_feed;

/* Largest batch_limit of all feeds. */
#define ACO_BATCH_LIMIT_MAX 500

extern const aco_feed aco_feeds[ACO_FEED_COUNT];

#endif
