/* SPDX-License-Identifier: MIT */
/*
 * Unused HTTP handles with their idle connections, kept for the next user of the
 * same settings. A pool belongs to one thread.
 */
#ifndef ACO_CORE_NET_HTTP_POOL_H
#define ACO_CORE_NET_HTTP_POOL_H

#include "src/core/net/http.h"

/* More different settings than a process is likely to use. */
#define ACO_HTTP_POOL_SIZE 8

typedef struct aco_http_pool {
	/* Least recently used first. */
	aco_http *idle[ACO_HTTP_POOL_SIZE];
	size_t count;
} aco_http_pool;

/* Takes a handle from the pool or makes one. NULL when out of memory. `pool` may be NULL. */
aco_http *aco_http_pool_take(aco_http_pool *pool, const aco_http_settings *settings);
/* Drops the handle's transfers and keeps it; frees it when `pool` is NULL or another process made it. */
void aco_http_pool_give(aco_http_pool *pool, aco_http *http);
void aco_http_pool_clear(aco_http_pool *pool);

#endif
