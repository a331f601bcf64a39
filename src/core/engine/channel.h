/*
 * One kind of request: how documents are put together in its body, where it goes, and whose answers
 * it gets. A channel may have several routes, such as one for live and one for deleted documents;
 * a batch goes one route.
 */
#ifndef ACO_CORE_ENGINE_CHANNEL_H
#define ACO_CORE_ENGINE_CHANNEL_H

#include <stdbool.h>
#include <stddef.h>

/* Which rate the items of a request count against. */
typedef enum aco_item_rate {
	ACO_RATE_NONE,
	ACO_RATE_PRODUCTS,
	ACO_RATE_PRICES
} aco_item_rate;

#define ACO_ROUTES_MAX 8
/* Largest batch_limit of all channels. */
#define ACO_BATCH_LIMIT_MAX 500

typedef struct aco_service aco_service;

typedef struct aco_channel {
	const aco_service *service;
	/* In messages and results. */
	const char *name;
	/* Documents of one request. */
	size_t batch_limit;
	/* Bytes of one body before compression; 0: what the client may send. */
	size_t max_bytes;
	aco_item_rate rate;
	/* Before the first document and after the last; "" for a single one that is the body. */
	const char *prefix;
	const char *suffix;
	bool compressed;
	/* Whether results tell the SHA-1 of what was sent. */
	bool hashed;
	size_t route_count;
	/* Bit n: what goes route n takes something away. */
	unsigned deleting;
	const char *urls[ACO_ROUTES_MAX];
} aco_channel;

#endif
