/* SPDX-License-Identifier: MIT */
/*
 * One kind of request: how documents are combined into its body, where it goes, and who gets the response. A channel
 * may have several routes, such as one for live and one for deleted documents; a batch takes one route. It names no
 * host: aco_engine_channel() makes it one of an engine's own.
 */
#ifndef ACO_CORE_ENGINE_CHANNEL_H
#define ACO_CORE_ENGINE_CHANNEL_H

#include <stdbool.h>
#include <stddef.h>

/* The rate that the items of a request count against. */
typedef enum aco_item_rate {
	ACO_RATE_NONE,
	ACO_RATE_PRODUCTS,
	ACO_RATE_PRICES
} aco_item_rate;

#define ACO_ROUTES_MAX 8
/* The largest batch_limit of all channels. */
#define ACO_BATCH_LIMIT_MAX 500

typedef struct aco_service aco_service;

typedef struct aco_channel {
	const aco_service *service;
	/* Shown in messages and results. */
	const char *name;
	/* Maximum number of documents in a request. */
	size_t batch_limit;
	/* Maximum size of a body before compression; 0: the client's limit. */
	size_t max_bytes;
	aco_item_rate rate;
	/* Text before the first and after the last document; "" when the body is a single document. */
	const char *prefix;
	const char *suffix;
	bool compressed;
	/* Whether results include the SHA-1 of what was sent. */
	bool hashed;
	size_t route_count;
	/* Bit n is set when route n deletes something. */
	unsigned deleting;
	/* Bit n is set when route n is sent with PATCH: its documents are parts, all others with POST. */
	unsigned patching;
	/* Of each route, relative to the base URL of the engine. */
	const char *paths[ACO_ROUTES_MAX];
} aco_channel;

#endif
