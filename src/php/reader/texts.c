/* SPDX-License-Identifier: MIT */
#include "src/php/reader/texts.h"

#define FIRST_BYTES 65536
#define FIRST_PLACES 64
/* More than that was one large text, and is not kept. */
#define SPARE_BYTES (16 << 20)

void php_aco_texts_free(php_aco_texts *texts)
{
	if (texts->bytes) {
		efree(texts->bytes);
	}
	if (texts->places) {
		efree(texts->places);
	}
	*texts = (php_aco_texts) {0};
}

static void end_loan(php_aco_texts_pool *pool)
{
	if (pool->borrower) {
		*pool->borrower = NULL;
		pool->borrower = NULL;
	}
}

void php_aco_texts_pool_lend(php_aco_texts_pool *pool, php_aco_texts_pool **borrower)
{
	end_loan(pool);
	pool->borrower = borrower;
	*borrower = pool;
}

void php_aco_texts_pool_return(php_aco_texts_pool *pool, php_aco_texts *texts)
{
	if (pool) {
		end_loan(pool);
	}

	if (!pool || pool->spare.bytes || texts->capacity > SPARE_BYTES) {
		php_aco_texts_free(texts);
		return;
	}

	pool->spare = (php_aco_texts) {
		.bytes = texts->bytes,
		.capacity = texts->capacity,
		.places = texts->places,
		.places_capacity = texts->places_capacity,
	};
	*texts = (php_aco_texts) {0};
}

void php_aco_texts_pool_free(php_aco_texts_pool *pool)
{
	end_loan(pool);
	php_aco_texts_free(&pool->spare);
}

static void reserve_bytes(php_aco_texts *texts, size_t extra)
{
	size_t needed = texts->used + extra + 1 + PHP_ACO_TEXT_PADDING;

	if (needed > texts->capacity) {
		size_t capacity = MAX(MAX(needed, 2 * texts->capacity), FIRST_BYTES);

		texts->bytes = erealloc(texts->bytes, capacity);
		texts->capacity = capacity;
	}
}

static php_aco_text_place *next_place(php_aco_texts *texts)
{
	if (texts->count == texts->places_capacity) {
		uint32_t capacity = MAX(2 * texts->places_capacity, FIRST_PLACES);

		texts->places = safe_erealloc(texts->places, capacity, sizeof(*texts->places), 0);
		texts->places_capacity = capacity;
	}
	return &texts->places[texts->count];
}

void php_aco_texts_add(php_aco_texts *texts, const aco_split_text *text, zend_long number)
{
	php_aco_text_place *place = next_place(texts);

	reserve_bytes(texts, text ? text->length : 0);
	place->offset = texts->used;
	place->length = text ? text->length : 0;
	place->number = number;
	place->is_too_long = !text;

	if (text) {
		memcpy(texts->bytes + texts->used, text->bytes, text->length);
		texts->used += text->length;
		texts->source_bytes += text->source_length;
	}

	texts->bytes[texts->used++] = '\0';
	texts->count++;
}
