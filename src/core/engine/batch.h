/* SPDX-License-Identifier: MIT */
/*
 * The documents of one request: the growing body, the position of each item in it, and the ids it holds. When the
 * response arrives, its items become the results of a report.
 */
#ifndef ACO_CORE_ENGINE_BATCH_H
#define ACO_CORE_ENGINE_BATCH_H

#include "src/core/engine/channel.h"
#include "src/core/base/error.h"
#include "src/core/base/gzip.h"

#include <stdint.h>

#define ACO_ID_SIZE 65
#define ACO_HASH_SIZE 41

/* Results of an item; the numbers are part of the public API. */
enum {
	ACO_STATUS_DELIVERED = 200,
	ACO_STATUS_REJECTED = 400,
	ACO_STATUS_RETRYABLE = 2
};

/* A document as the caller holds it; all members are borrowed. */
typedef struct aco_document {
	int64_t position;
	const char *json;
	size_t length;
	/* At most ACO_ID_SIZE - 1 bytes. */
	const char *id;
	size_t id_length;
	/* ACO_HASH_SIZE - 1 bytes; NULL: computed when the batch is closed, if the channel wants it. */
	const char *hash;
	/* A route of the channel. */
	unsigned route;
} aco_document;

typedef struct aco_item {
	int64_t position;
	/* Position in the body. */
	size_t offset;
	size_t length;
	uint64_t id_hash;
	char id[ACO_ID_SIZE];
	char hash[ACO_HASH_SIZE];
	unsigned route;
	int status;
	/* Owned; NULL: none. */
	char *message;
	char *field;
} aco_item;

typedef struct aco_batch {
	const aco_channel *channel;
	unsigned route;
	bool token_renewed;
	/* Was resent on a fresh connection because a kept-alive one died. */
	bool reconnected;
	/* A request with it was begun. */
	bool sent;
	unsigned token_generation;
	/* Failed attempts, throttled attempts, and when the first failure happened (0: none). */
	unsigned failures;
	unsigned throttles;
	int64_t first_failure_ms;
	/* When the next attempt may be made, and when if nothing else of the stream succeeds until then. */
	int64_t due_ms;
	int64_t hold_until_ms;
	/*
	 * Prefix and comma-separated documents; completed by aco_batch_close(),
	 * which gives it up if it compresses the batch.
	 */
	aco_buf body;
	/* Length of the closed body. */
	size_t body_length;
	/* Empty: the body is sent uncompressed. */
	aco_buf compressed;
	aco_item *items;
	size_t count;
	/* Open-addressed index of ids: item number + 1; 0 marks an empty slot. */
	uint16_t *slots;
	struct aco_batch *next;
} aco_batch;

/*
 * Memory that batches use in turn: many may wait for responses, but few are being filled. A waiting
 * batch holds no more than its compressed body.
 */
typedef struct aco_batch_scratch {
	aco_gzip *gzip;
	/* Room for the worst case of compression. */
	aco_buf compressed;
	/* Memory of the last compressed body, reused for the next one. */
	aco_buf body;
} aco_batch_scratch;

/* False when out of memory; must be freed either way. */
bool aco_batch_scratch_init(aco_batch_scratch *scratch);
void aco_batch_scratch_free(aco_batch_scratch *scratch);

uint64_t aco_id_hash(const char *id, size_t length);

/* NULL when out of memory. `scratch` may provide memory for the body; may be NULL. */
aco_batch *aco_batch_new(const aco_channel *channel, unsigned route, aco_batch_scratch *scratch);
void aco_batch_free(aco_batch *batch);
/* Empties the batch for other documents of its channel and keeps its memory. False when out of memory. */
bool aco_batch_reuse(aco_batch *batch, unsigned route, aco_batch_scratch *scratch);

/* Length of a body with a single document of `length` bytes. */
size_t aco_channel_body_length(const aco_channel *channel, size_t length);
/* Whether one more document of `length` bytes stays within the limits. */
bool aco_batch_has_room(const aco_batch *batch, size_t length, size_t max_bytes);
bool aco_batch_add(aco_batch *batch, const aco_document *document, uint64_t id_hash);
bool aco_batch_holds(const aco_batch *batch, const char *id, size_t length, uint64_t id_hash);
/* Computes missing hashes, completes the body, and compresses it where the channel allows. */
bool aco_batch_close(aco_batch *batch, aco_batch_scratch *scratch);

/*
 * Takes the items with a status other than 0 out of a closed batch; the caller owns the
 * list. NULL: there are none, or out of memory.
 */
aco_item *aco_batch_take_decided(aco_batch *batch, size_t *count);

/*
 * Moves some items of a closed batch, but not all, to a new batch; both need to be closed again. NULL when
 * out of memory: then nothing has changed.
 */
aco_batch *aco_batch_split(aco_batch *batch, size_t first, size_t count);
/* The same with the second half. */
aco_batch *aco_batch_halve(aco_batch *batch);

void aco_items_free(aco_item *items, size_t count);

#endif
