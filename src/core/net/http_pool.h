/*
 * Pumps that nobody uses at the moment, with their idle connections, for the next one who wants the
 * same settings. Belongs to one thread.
 */
#ifndef ACO_CORE_NET_HTTP_POOL_H
#define ACO_CORE_NET_HTTP_POOL_H

#include "src/core/net/http.h"

/* As many different settings as one process may care about. */
#define ACO_HTTP_POOL_SIZE 8

typedef struct aco_http_pool {
	/* The first is idle for the longest time. */
	aco_http *idle[ACO_HTTP_POOL_SIZE];
	size_t count;
} aco_http_pool;

/* One from the pool, or a new one. NULL when memory is short. `pool` may be NULL. */
aco_http *aco_http_pool_take(aco_http_pool *pool, const aco_http_settings *settings);
/* Drops its transfers and keeps it; frees it when `pool` is NULL, or when it is another process's. */
void aco_http_pool_give(aco_http_pool *pool, aco_http *http);
void aco_http_pool_clear(aco_http_pool *pool);

#endif
