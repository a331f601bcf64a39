/*
 * The tenant's rates as token buckets: requests per second, product items and price items per
 * minute. The state is plain data, so that it can live in memory that processes share; the clock
 * is the caller's.
 */
#ifndef ACO_QUOTA_H
#define ACO_QUOTA_H

#include "aco_feed.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct aco_bucket {
	/* Tokens per millisecond; 0: no limit. */
	double rate;
	double capacity;
	double tokens;
	int64_t filled_at_ms;
} aco_bucket;

typedef struct aco_quota {
	aco_bucket requests;
	aco_bucket products;
	aco_bucket prices;
} aco_quota;

/* Rates of 0 lift the limit. Buckets start full. */
void aco_quota_init(aco_quota *quota, double requests_per_second, int64_t products_per_minute, int64_t prices_per_minute, int64_t now_ms);
/* Milliseconds until a request of `items` may go out; 0: now, and it is counted. */
int64_t aco_quota_take(aco_quota *quota, aco_item_rate rate, size_t items, int64_t now_ms);

#endif
