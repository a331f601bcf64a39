/* SPDX-License-Identifier: MIT */
#include "src/core/engine/batch.h"

#include "src/core/base/digest.h"

#include <assert.h>
#include <stdlib.h>

/* Smaller bodies gain nothing from compression. */
#define COMPRESS_FROM 1024
/* A power of two, at most half full. */
#define SLOTS 1024

_Static_assert(2 * ACO_BATCH_LIMIT_MAX <= SLOTS, "the id index must stay at most half full");

uint64_t aco_id_hash(const char *id, size_t length)
{
	uint64_t hash = UINT64_C(14695981039346656037);

	for (size_t i = 0; i < length; i++) {
		hash = (hash ^ (unsigned char) id[i]) * UINT64_C(1099511628211);
	}
	return hash ^ hash >> 32;
}

void aco_items_free(aco_item *items, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		free(items[i].message);
		free(items[i].field);
	}
	free(items);
}

bool aco_batch_scratch_init(aco_batch_scratch *scratch)
{
	memset(scratch, 0, sizeof(*scratch));
	scratch->gzip = aco_gzip_new();
	return scratch->gzip != NULL;
}

void aco_batch_scratch_free(aco_batch_scratch *scratch)
{
	aco_gzip_free(scratch->gzip);
	aco_buf_free(&scratch->compressed);
	aco_buf_free(&scratch->body);
}

aco_batch *aco_batch_new(const aco_channel *channel, unsigned route, aco_batch_scratch *scratch)
{
	aco_batch *batch = calloc(1, sizeof(*batch));

	if (!batch) {
		return NULL;
	}

	batch->channel = channel;
	batch->slots = malloc(SLOTS * sizeof(*batch->slots));
	if (!batch->slots || !aco_batch_reuse(batch, route, scratch)) {
		aco_batch_free(batch);
		return NULL;
	}

	return batch;
}

bool aco_batch_reuse(aco_batch *batch, unsigned route, aco_batch_scratch *scratch)
{
	aco_batch fresh = {
		.channel = batch->channel,
		.route = route,
		.body = batch->body,
		.compressed = batch->compressed,
		.slots = batch->slots,
	};

	aco_items_free(batch->items, batch->count);
	fresh.items = malloc(batch->channel->batch_limit * sizeof(*fresh.items));
	if (!fresh.body.data && scratch) {
		fresh.body = scratch->body;
		scratch->body = (aco_buf) ACO_BUF_INIT;
	}

	fresh.body.length = fresh.compressed.length = 0;
	*batch = fresh;
	memset(batch->slots, 0, SLOTS * sizeof(*batch->slots));
	aco_buf_append_text(&batch->body, batch->channel->prefix);

	return batch->items && !batch->body.failed;
}

void aco_batch_free(aco_batch *batch)
{
	if (batch) {
		aco_items_free(batch->items, batch->count);
		free(batch->slots);
		aco_buf_free(&batch->body);
		aco_buf_free(&batch->compressed);
		free(batch);
	}
}

size_t aco_channel_body_length(const aco_channel *channel, size_t length)
{
	return strlen(channel->prefix) + length + strlen(channel->suffix);
}

bool aco_batch_has_room(const aco_batch *batch, size_t length, size_t max_bytes)
{
	/* One byte for the comma. */
	return batch->count < batch->channel->batch_limit
		&& (batch->count == 0 || batch->body.length + 1 + length + strlen(batch->channel->suffix) <= max_bytes);
}

static void index_item(aco_batch *batch, size_t number)
{
	size_t slot = batch->items[number].id_hash & (SLOTS - 1);

	while (batch->slots[slot]) {
		slot = (slot + 1) & (SLOTS - 1);
	}
	batch->slots[slot] = (uint16_t) (number + 1);
}

bool aco_batch_add(aco_batch *batch, const aco_document *document, uint64_t id_hash)
{
	aco_item *item = &batch->items[batch->count];

	if (!aco_buf_reserve(&batch->body, document->length + 2)) {
		return false;
	}
	if (batch->count > 0) {
		aco_buf_append_char(&batch->body, ',');
	}

	memset(item, 0, sizeof(*item));
	item->position = document->position;
	item->offset = batch->body.length;
	item->length = document->length;
	item->id_hash = id_hash;
	memcpy(item->id, document->id, document->id_length);

	if (document->hash) {
		memcpy(item->hash, document->hash, ACO_HASH_SIZE - 1);
	}

	item->route = document->route;
	aco_buf_append(&batch->body, document->json, document->length);
	index_item(batch, batch->count++);

	return true;
}

bool aco_batch_holds(const aco_batch *batch, const char *id, size_t length, uint64_t id_hash)
{
	for (size_t slot = id_hash & (SLOTS - 1); batch->slots[slot]; slot = (slot + 1) & (SLOTS - 1)) {
		const aco_item *item = &batch->items[batch->slots[slot] - 1];
		if (item->id_hash == id_hash && strlen(item->id) == length && memcmp(item->id, id, length) == 0) {
			return true;
		}
	}
	return false;
}

static void add_hashes(aco_batch *batch)
{
	aco_digest_job jobs[ACO_BATCH_LIMIT_MAX];
	size_t count = 0;

	for (size_t i = 0; i < batch->count; i++) {
		aco_item *item = &batch->items[i];
		if (!item->hash[0]) {
			jobs[count++] = (aco_digest_job) {batch->body.data + item->offset, item->length, item->hash};
		}
	}
	aco_digest_sha1_hex_many(jobs, count);
}

/* Replaces the body by its compressed form; the next batch reuses the memory. */
static bool compress(aco_batch *batch, aco_batch_scratch *scratch)
{
	scratch->compressed.length = 0;
	if (!aco_gzip_compress(scratch->gzip, batch->body.data, batch->body.length, &scratch->compressed)) {
		return false;
	}

	aco_buf_append(&batch->compressed, scratch->compressed.data, scratch->compressed.length);
	if (batch->compressed.failed) {
		return false;
	}

	aco_buf_free(&scratch->body);
	scratch->body = batch->body;
	batch->body = (aco_buf) ACO_BUF_INIT;

	return true;
}

bool aco_batch_close(aco_batch *batch, aco_batch_scratch *scratch)
{
	if (batch->channel->hashed) {
		add_hashes(batch);
	}
	aco_buf_append_text(&batch->body, batch->channel->suffix);
	batch->body_length = batch->body.length;
	batch->compressed.length = 0;
	return !batch->body.failed
		&& (!batch->channel->compressed || batch->body_length < COMPRESS_FROM || compress(batch, scratch));
}

/* Restores the body of a compressed batch. */
static bool expand(aco_batch *batch)
{
	return batch->body.length > 0
		|| aco_gzip_expand(batch->compressed.data, batch->compressed.length, batch->body_length, &batch->body);
}

/* Closes the gaps between the remaining items in list and body, and leaves the body open. */
static void close_gaps(aco_batch *batch)
{
	size_t end = strlen(batch->channel->prefix);
	size_t kept = 0;

	memset(batch->slots, 0, SLOTS * sizeof(*batch->slots));

	for (size_t i = 0; i < batch->count; i++) {
		aco_item item = batch->items[i];

		if (item.status != 0) {
			continue;
		}
		if (kept > 0) {
			batch->body.data[end++] = ',';
		}

		memmove(batch->body.data + end, batch->body.data + item.offset, item.length);
		item.offset = end;
		end += item.length;
		batch->items[kept] = item;
		index_item(batch, kept++);
	}

	batch->body.length = end;
	batch->count = kept;
}

aco_item *aco_batch_take_decided(aco_batch *batch, size_t *count)
{
	aco_item *decided;

	*count = 0;
	for (size_t i = 0; i < batch->count; i++) {
		*count += batch->items[i].status != 0;
	}

	if (*count == 0 || !expand(batch) || !(decided = malloc(*count * sizeof(*decided)))) {
		*count = 0;
		return NULL;
	}

	for (size_t i = 0, taken = 0; i < batch->count; i++) {
		if (batch->items[i].status != 0) {
			decided[taken++] = batch->items[i];
		}
	}

	close_gaps(batch);
	return decided;
}

aco_batch *aco_batch_split(aco_batch *batch, size_t first, size_t count)
{
	aco_batch *split;

	assert(count > 0 && count < batch->count && first <= batch->count - count);

	split = expand(batch) ? aco_batch_new(batch->channel, batch->route, NULL) : NULL;
	if (!split) {
		return NULL;
	}

	for (size_t i = first; i < first + count; i++) {
		const aco_item *item = &batch->items[i];
		aco_document document = {
			.position = item->position,
			.json = batch->body.data + item->offset,
			.length = item->length,
			.id = item->id,
			.id_length = strlen(item->id),
			.hash = item->hash,
			.route = item->route,
		};

		if (!aco_batch_add(split, &document, item->id_hash)) {
			aco_batch_free(split);
			return NULL;
		}
	}

	split->sent = batch->sent;
	memmove(batch->items + first, batch->items + first + count, (batch->count - first - count) * sizeof(*batch->items));
	batch->count -= count;
	close_gaps(batch);

	return split;
}

aco_batch *aco_batch_halve(aco_batch *batch)
{
	size_t kept = (batch->count + 1) / 2;

	return aco_batch_split(batch, kept, batch->count - kept);
}
