/* SPDX-License-Identifier: MIT */
/*
 * The tenant's rates: requests per second, product items and price items per minute. Each has a
 * sliding window, which never holds more than the rate allows wherever the second or minute begins,
 * and a token bucket, which spreads over the window what it allows.
 *
 * The state is plain numbers, so that it can live in memory that processes share. Every number is
 * valid at any moment, and what a request spends is written before it is sent: whoever dies on the
 * way has spent too much, never too little.
 */
#ifndef ACO_CORE_SHARED_QUOTA_H
#define ACO_CORE_SHARED_QUOTA_H

#include "src/core/services/feed.h"
#include "src/core/shared/window.h"

#include <stdbool.h>
#include <stdint.h>

/* Slot lengths of a window of up to a second, and of one of a minute. */
#define ACO_QUOTA_SECOND_SLOT_US 8000
#define ACO_QUOTA_MINUTE_SLOT_US 256000

/* Times of aco_clock_us(); zeros: nothing was spent. */
typedef struct aco_quota_state {
	/* When a bucket will be full again. */
	int64_t requests_full_us;
	int64_t products_full_us;
	int64_t prices_full_us;
	/* The service asked the tenant to pause until then. */
	int64_t paused_until_us;
	aco_window requests;
	aco_window products;
	aco_window prices;
} aco_quota_state;

/* The time that one of them takes, in microseconds, and the limit of a window; 0: no limit. */
typedef struct aco_rates {
	double request_us;
	double product_us;
	double price_us;
	aco_window_rule requests;
	aco_window_rule products;
	aco_window_rule prices;
} aco_rates;

/* What a request spent, and the times that it is counted at. */
typedef struct aco_spending {
	aco_item_rate rate;
	size_t items;
	int64_t request_at_us;
	int64_t items_at_us;
} aco_spending;

/* Rates of 0 lift the limit. */
aco_rates aco_rates_of(double requests_per_second, int64_t products_per_minute, int64_t prices_per_minute);

/* Microseconds until a request of `items` may go out; 0: now, and it is counted at this time. */
int64_t aco_quota_acquire(
	aco_quota_state *state, const aco_rates *rates, aco_item_rate rate, size_t items, int64_t now_us);
/* Counts the request at other times, no earlier than the service may have counted it. */
void aco_quota_redate(aco_quota_state *state, const aco_rates *rates, aco_spending *spending,
	int64_t request_at_us, int64_t items_at_us, int64_t now_us);
/* Returns what a request spent that was not sent. */
void aco_quota_give_back(aco_quota_state *state, const aco_rates *rates, const aco_spending *spending);
/* Nothing may go out for this long, and no burst may follow. */
void aco_quota_pause(aco_quota_state *state, const aco_rates *rates, int64_t pause_us, int64_t now_us);
/* The rest of a pause, in microseconds. */
int64_t aco_quota_paused_us(const aco_quota_state *state, int64_t now_us);
/* Empties the buckets, for a state that is unknown. */
void aco_quota_drain(aco_quota_state *state, const aco_rates *rates, int64_t now_us);

#endif
