/*
 * Documents of one request: the body as it grows, where each item is in it, and which ids it
 * holds. When it is answered, its items become the results of a report.
 */
#ifndef ACO_CORE_ENGINE_BATCH_H
#define ACO_CORE_ENGINE_BATCH_H

#include "src/core/engine/channel.h"
#include "src/core/base/error.h"
#include "src/core/base/gzip.h"

#include <stdint.h>

#define ACO_ID_SIZE 65
#define ACO_HASH_SIZE 41

/* Results of an item; numbers of the public API. */
enum {
	ACO_STATUS_DELIVERED = 200,
	ACO_STATUS_REJECTED = 400,
	ACO_STATUS_RETRYABLE = 2
};

/* One document as the caller has it; all borrowed. */
typedef struct aco_document {
	int64_t position;
	const char *json;
	size_t length;
	/* At most ACO_ID_SIZE - 1 bytes. */
	const char *id;
	size_t id_length;
	/* ACO_HASH_SIZE - 1 bytes; NULL: computed when the batch is sealed, if the channel wants it. */
	const char *hash;
	/* Of the channel. */
	unsigned route;
} aco_document;

typedef struct aco_item {
	int64_t position;
	/* In the body. */
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
	/* Went out on a fresh connection because a kept one died. */
	bool reconnected;
	unsigned token_generation;
	/* Failed attempts, those that were only told to wait, and the moment of the first one (0: none). */
	unsigned failures;
	unsigned throttles;
	int64_t first_failure_ms;
	/* When the next attempt may be made, and when while nothing else of the stream succeeds. */
	int64_t due_ms;
	int64_t hold_until_ms;
	/* Prefix and documents with commas; closed by aco_batch_close(), and gone from then on where that compressed it. */
	aco_buf body;
	/* Of the sealed body. */
	size_t body_length;
	/* Empty: the body goes out as it is. */
	aco_buf compressed;
	aco_item *items;
	size_t count;
	/* Open-addressed index of ids: item number + 1, 0 for an empty slot. */
	uint16_t *slots;
	struct aco_batch *next;
} aco_batch;

/*
 * What batches use one after the other: many may wait for their answers, but few are being filled. Each of those that wait
 * holds no more than its compressed body.
 */
typedef struct aco_batch_scratch {
	aco_gzip *gzip;
	/* Room for the worst case of compression. */
	aco_buf compressed;
	/* Memory of the last body that was compressed, for the next one. */
	aco_buf body;
} aco_batch_scratch;

/* False when memory is short; to be freed all the same. */
bool aco_batch_scratch_init(aco_batch_scratch *scratch);
void aco_batch_scratch_free(aco_batch_scratch *scratch);

uint64_t aco_id_hash(const char *id, size_t length);

/* NULL when memory is short. `scratch`: where memory for the body may be; or NULL. */
aco_batch *aco_batch_new(const aco_channel *channel, unsigned route, aco_batch_scratch *scratch);
void aco_batch_free(aco_batch *batch);
/* Empties it for other documents of its channel, and keeps its memory. False when memory is short. */
bool aco_batch_reuse(aco_batch *batch, unsigned route, aco_batch_scratch *scratch);

/* Bytes of a body with one document of `length` bytes. */
size_t aco_channel_body_length(const aco_channel *channel, size_t length);
/* Whether one more document of `length` bytes keeps to the limits. */
bool aco_batch_has_room(const aco_batch *batch, size_t length, size_t max_bytes);
bool aco_batch_add(aco_batch *batch, const aco_document *document, uint64_t id_hash);
bool aco_batch_holds(const aco_batch *batch, const char *id, size_t length, uint64_t id_hash);
/* Computes the hashes that are missing, closes the body and compresses it where the channel takes that. */
bool aco_batch_close(aco_batch *batch, aco_batch_scratch *scratch);

/* Takes the items with a status other than 0 out of a sealed batch; the caller owns the list. NULL: none, or memory is short. */
aco_item *aco_batch_take_decided(aco_batch *batch, size_t *count);

/*
 * Moves some items of a sealed batch, but not all, to a batch of their own; both are to be sealed. NULL when memory is short:
 * then nothing changed.
 */
aco_batch *aco_batch_split(aco_batch *batch, size_t first, size_t count);
/* The same with the second half. */
aco_batch *aco_batch_halve(aco_batch *batch);

void aco_items_free(aco_item *items, size_t count);

#endif
