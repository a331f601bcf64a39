/* SPDX-License-Identifier: MIT */
/* Memory of one item's values: taken piece by piece, and given back at once for the next item. */
#ifndef ACO_PHP_READER_ARENA_H
#define ACO_PHP_READER_ARENA_H

#include "php.h"

typedef struct php_aco_arena_block {
	struct php_aco_arena_block *previous;
	size_t size;
} php_aco_arena_block;

/* Zeroed at first. Allocated with malloc, as it outlives requests. */
typedef struct php_aco_arena {
	char *at;
	char *end;
	php_aco_arena_block *block;
} php_aco_arena;

void *php_aco_arena_grow(php_aco_arena *arena, size_t size);
/* Keeps one block, unless an item has made that large. */
void php_aco_arena_reset(php_aco_arena *arena);
void php_aco_arena_free(php_aco_arena *arena);

/* Aligned to 8 bytes; NULL when out of memory. */
static zend_always_inline void *php_aco_arena_take(php_aco_arena *arena, size_t size)
{
	char *taken = arena->at;

	size = ZEND_MM_ALIGNED_SIZE_EX(size, 8);
	if (UNEXPECTED((size_t) (arena->end - taken) < size)) {
		return php_aco_arena_grow(arena, size);
	}
	arena->at += size;
	return taken;
}

#endif
