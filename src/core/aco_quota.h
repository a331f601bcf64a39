/*
 * The tenant's rates as token buckets: requests per second, product items and price items per
 * minute. The state is four numbers, so that it can live in memory that processes share: a bucket
 * is the moment at which it is full again. Each number is written at once, and what a request
 * spends is written before it is sent: whoever dies on the way has spent too much, never too little.
 */
#ifndef ACO_QUOTA_H
#define ACO_QUOTA_H

#include "aco_feed.h"

#include <stdbool.h>
#include <stdint.h>

/* Moments of aco_clock_us(); zeros: full buckets. */
typedef struct aco_quota_state {
	int64_t requests_full_us;
	int64_t products_full_us;
	int64_t prices_full_us;
	/* The tenant was told to wait until then. */
	int64_t paused_until_us;
} aco_quota_state;

/* What one of them takes, in microseconds; 0: no limit. */
typedef struct aco_rates {
	double request_us;
	double product_us;
	double price_us;
} aco_rates;

/* Rates of 0 lift the limit. */
aco_rates aco_rates_of(double requests_per_second, int64_t products_per_minute, int64_t prices_per_minute);

/* Microseconds until a request of `items` may go out; 0: now, and it is counted. */
int64_t aco_quota_take(aco_quota_state *state, const aco_rates *rates, aco_item_rate rate, size_t items, int64_t now_us);
/* Nothing may go out for so long, and no burst afterwards. */
void aco_quota_pause(aco_quota_state *state, const aco_rates *rates, int64_t pause_us, int64_t now_us);
/* Microseconds that a pause still lasts. */
int64_t aco_quota_paused_us(const aco_quota_state *state, int64_t now_us);
/* Takes all there is: for a state that nothing is known about. */
void aco_quota_drain(aco_quota_state *state, const aco_rates *rates, int64_t now_us);

#endif
