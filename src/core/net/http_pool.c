/* SPDX-License-Identifier: MIT */
#include "src/core/net/http_pool.h"

#include <string.h>

static aco_http *take_out(aco_http_pool *pool, size_t index)
{
	aco_http *http = pool->idle[index];

	pool->count--;
	memmove(&pool->idle[index], &pool->idle[index + 1], (pool->count - index) * sizeof(pool->idle[0]));
	return http;
}

aco_http *aco_http_pool_take(aco_http_pool *pool, const aco_http_settings *settings)
{
	for (size_t i = pool ? pool->count : 0; i > 0; i--) {
		if (aco_http_is_inherited(pool->idle[i - 1])) {
			aco_http_free(take_out(pool, i - 1));
		} else if (aco_http_has_settings(pool->idle[i - 1], settings)) {
			return take_out(pool, i - 1);
		}
	}
	return aco_http_new(settings);
}

void aco_http_pool_give(aco_http_pool *pool, aco_http *http)
{
	if (!http || !pool || aco_http_is_inherited(http)) {
		aco_http_free(http);
		return;
	}
	aco_http_release_all(http);
	if (pool->count == ACO_HTTP_POOL_SIZE) {
		aco_http_free(take_out(pool, 0));
	}
	pool->idle[pool->count++] = http;
}

void aco_http_pool_clear(aco_http_pool *pool)
{
	while (pool->count > 0) {
		aco_http_free(take_out(pool, pool->count - 1));
	}
}
