/* SPDX-License-Identifier: MIT */
/* The classes that read items, and what each of their files offers to the others. */
#ifndef ACO_PHP_READER_CLASSES_H
#define ACO_PHP_READER_CLASSES_H

#include "src/core/source/fingerprint.h"
#include "src/php/classes.h"
#include "src/php/reader/texts.h"

void php_aco_item_reader_register(void);
void php_aco_item_chunk_register(void);
void php_aco_mapped_item_register(void);

/* Takes over the texts, and leaves none; their memory returns to the pool. */
void php_aco_item_chunk_make(zval *target, zend_object *mapper, php_aco_texts *texts, php_aco_texts_pool *pool,
	const aco_fingerprint_context *context);

/* An item that was read. */
typedef struct php_aco_read_item {
	zend_long line;
	/* NULL for a text that is none; then `reason` says why. */
	HashTable *fields;
	const char *reason;
	bool is_repaired;
} php_aco_read_item;

/* Maps it. False with an exception pending. */
bool php_aco_mapped_item_make(zval *target, php_aco_mapper *mapper, const php_aco_read_item *item);

#endif
