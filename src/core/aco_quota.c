#include "aco_quota.h"

#include <math.h>

/* Requests that may follow each other at once. */
#define REQUEST_BURST 2.0

static void init_bucket(aco_bucket *bucket, double per_ms, double capacity, int64_t now_ms)
{
	bucket->rate = per_ms;
	bucket->capacity = bucket->tokens = capacity;
	bucket->filled_at_ms = now_ms;
}

void aco_quota_init(aco_quota *quota, double requests_per_second, int64_t products_per_minute, int64_t prices_per_minute, int64_t now_ms)
{
	init_bucket(&quota->requests, requests_per_second / 1000, REQUEST_BURST, now_ms);
	/* One full batch may always go out. */
	init_bucket(&quota->products, (double) products_per_minute / 60000, (double) aco_feeds[ACO_FEED_PRODUCTS].batch_limit, now_ms);
	init_bucket(&quota->prices, (double) prices_per_minute / 60000, (double) aco_feeds[ACO_FEED_PRICES].batch_limit, now_ms);
}

/* Milliseconds until `wanted` tokens are there. */
static int64_t delay(aco_bucket *bucket, double wanted, int64_t now_ms)
{
	if (bucket->rate <= 0) {
		return 0;
	}
	if (now_ms > bucket->filled_at_ms) {
		bucket->tokens = fmin(bucket->capacity, bucket->tokens + bucket->rate * (double) (now_ms - bucket->filled_at_ms));
		bucket->filled_at_ms = now_ms;
	}
	/* More than the bucket holds is paid for afterwards, by tokens below zero. */
	wanted = fmin(wanted, bucket->capacity);
	return bucket->tokens >= wanted ? 0 : (int64_t) ceil((wanted - bucket->tokens) / bucket->rate);
}

static void spend(aco_bucket *bucket, double tokens)
{
	if (bucket->rate > 0) {
		bucket->tokens -= tokens;
	}
}

int64_t aco_quota_take(aco_quota *quota, aco_item_rate rate, size_t items, int64_t now_ms)
{
	aco_bucket *counted = rate == ACO_RATE_PRODUCTS ? &quota->products : rate == ACO_RATE_PRICES ? &quota->prices : NULL;
	int64_t wait_ms = delay(&quota->requests, 1, now_ms);

	if (counted) {
		int64_t items_wait_ms = delay(counted, (double) items, now_ms);
		wait_ms = items_wait_ms > wait_ms ? items_wait_ms : wait_ms;
	}
	if (wait_ms > 0) {
		return wait_ms;
	}
	spend(&quota->requests, 1);
	if (counted) {
		spend(counted, (double) items);
	}
	return 0;
}
