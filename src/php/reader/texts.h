/* SPDX-License-Identifier: MIT */
/* The texts of a chunk, one behind the other, each followed by a NUL. */
#ifndef ACO_PHP_READER_TEXTS_H
#define ACO_PHP_READER_TEXTS_H

#include "php.h"
#include "src/core/source/fingerprint.h"
#include "src/core/source/splitter.h"

/* Readable bytes behind each text: parsers with wide registers read beyond the end. */
#define PHP_ACO_TEXT_PADDING 64

typedef struct php_aco_text_place {
	/* In `bytes`. */
	size_t offset;
	size_t length;
	/* Of the line in its file, or the member in its array, from 1. */
	zend_long number;
	/* It was too long to be kept. */
	bool is_too_long;
	char fingerprint[ACO_FINGERPRINT_LENGTH];
} php_aco_text_place;

/* Zeroed at first. */
typedef struct php_aco_texts {
	char *bytes;
	size_t used;
	size_t capacity;
	php_aco_text_place *places;
	uint32_t count;
	uint32_t places_capacity;
	/* With the blanks behind them. */
	size_t source_bytes;
} php_aco_texts;

/*
 * The memory of the chunk before, for the next one: to get it from the system for each costs more than to read the
 * texts. A reader has one, zeroed at first.
 */
typedef struct php_aco_texts_pool {
	php_aco_texts spare;
	/* The pointer to this of the last chunk; NULL when it is gone. */
	struct php_aco_texts_pool **borrower;
} php_aco_texts_pool;

void php_aco_texts_free(php_aco_texts *texts);
/* Lends memory to the chunk with the pointer, which then points to the pool until the next chunk borrows. */
void php_aco_texts_pool_lend(php_aco_texts_pool *pool, php_aco_texts_pool **borrower);
/* Takes the texts of a chunk, whose pointer is NULL when there is nobody to give them back to. */
void php_aco_texts_pool_return(php_aco_texts_pool *pool, php_aco_texts *texts);
/* Before the reader is gone. */
void php_aco_texts_pool_free(php_aco_texts_pool *pool);
/* `text` NULL: it was too long. */
void php_aco_texts_add(php_aco_texts *texts, const aco_split_text *text, zend_long number);

static zend_always_inline const char *php_aco_text(const php_aco_texts *texts, uint32_t position)
{
	return texts->bytes + texts->places[position].offset;
}

#endif
