/* SPDX-License-Identifier: MIT */
#include "src/php/reader/arena.h"

#define FIRST_BLOCK 65536
#define MAX_KEPT (4 << 20)

static void enter_block(php_aco_arena *arena, php_aco_arena_block *block)
{
	arena->block = block;
	arena->at = (char *) block + ZEND_MM_ALIGNED_SIZE_EX(sizeof(*block), 8);
	arena->end = (char *) block + block->size;
}

void *php_aco_arena_grow(php_aco_arena *arena, size_t size)
{
	size_t wanted = arena->block ? 2 * arena->block->size : FIRST_BLOCK;
	php_aco_arena_block *block;
	char *taken;

	wanted = MAX(wanted, size + ZEND_MM_ALIGNED_SIZE_EX(sizeof(*block), 8));
	if (!(block = malloc(wanted))) {
		return NULL;
	}

	block->previous = arena->block;
	block->size = wanted;
	enter_block(arena, block);
	taken = arena->at;
	arena->at += size;
	return taken;
}

static void free_blocks(php_aco_arena_block *block)
{
	while (block) {
		php_aco_arena_block *previous = block->previous;

		free(block);
		block = previous;
	}
}

void php_aco_arena_reset(php_aco_arena *arena)
{
	php_aco_arena_block *last = arena->block;

	if (!last) {
		return;
	}

	/* The last block is the largest: the next item will fit into it. */
	free_blocks(last->previous);
	last->previous = NULL;
	if (last->size > MAX_KEPT) {
		php_aco_arena_free(arena);
	} else {
		enter_block(arena, last);
	}
}

void php_aco_arena_free(php_aco_arena *arena)
{
	free_blocks(arena->block);
	*arena = (php_aco_arena) {0};
}
