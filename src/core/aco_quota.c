#include "aco_quota.h"

#include <math.h>

/* Requests that may follow each other at once. */
#define REQUEST_BURST 2.0
/* One a day. */
#define SLOWEST_US 86400e6
/* What lies further ahead was not written by a clock like this one. */
#define HORIZON_US INT64_C(3600000000)

/* A bucket together with its size and the time that one token takes. */
typedef struct bucket {
	int64_t *full_us;
	double token_us;
	double capacity;
} bucket;

static double time_of_one(double period_us, double count)
{
	return count > 0 ? fmin(period_us / count, SLOWEST_US) : 0;
}

aco_rates aco_rates_of(double requests_per_second, int64_t products_per_minute, int64_t prices_per_minute)
{
	return (aco_rates) {
		.request_us = time_of_one(1e6, requests_per_second),
		.product_us = time_of_one(60e6, (double) products_per_minute),
		.price_us = time_of_one(60e6, (double) prices_per_minute),
	};
}

static bucket requests_of(aco_quota_state *state, const aco_rates *rates)
{
	return (bucket) {&state->requests_full_us, rates->request_us, REQUEST_BURST};
}

/* One full batch may always go out. */
static bucket items_of(aco_quota_state *state, const aco_rates *rates, aco_item_rate rate)
{
	return rate == ACO_RATE_PRODUCTS
		? (bucket) {&state->products_full_us, rates->product_us, (double) aco_feeds[ACO_FEED_PRODUCTS].batch_limit}
		: (bucket) {&state->prices_full_us, rates->price_us, (double) aco_feeds[ACO_FEED_PRICES].batch_limit};
}

static int64_t time_of(const bucket *bucket, double tokens)
{
	return (int64_t) ceil(tokens * bucket->token_us);
}

/* Empty rather than full when the moment is beyond reason; written down, or the bucket would stay empty. */
static void mend(const bucket *bucket, int64_t now_us)
{
	int64_t whole_us = time_of(bucket, bucket->capacity);

	if (*bucket->full_us > now_us + 2 * whole_us && *bucket->full_us > now_us + HORIZON_US) {
		*bucket->full_us = now_us + whole_us;
	}
}

static int64_t full_at(const bucket *bucket, int64_t now_us)
{
	mend(bucket, now_us);
	return *bucket->full_us > now_us ? *bucket->full_us : now_us;
}

/* Until the tokens are there; more than the bucket holds is paid for afterwards. */
static int64_t wait_for(const bucket *bucket, double tokens, int64_t now_us)
{
	int64_t lead_us;

	if (bucket->token_us <= 0) {
		return 0;
	}
	lead_us = full_at(bucket, now_us) + time_of(bucket, fmin(tokens, bucket->capacity)) - time_of(bucket, bucket->capacity) - now_us;
	return lead_us > 0 ? lead_us : 0;
}

static void spend(const bucket *bucket, double tokens, int64_t now_us)
{
	if (bucket->token_us > 0) {
		*bucket->full_us = full_at(bucket, now_us) + time_of(bucket, tokens);
	}
}

int64_t aco_quota_take(aco_quota_state *state, const aco_rates *rates, aco_item_rate rate, size_t items, int64_t now_us)
{
	bucket requests = requests_of(state, rates), counted = items_of(state, rates, rate);
	int64_t pause_us = aco_quota_paused_us(state, now_us), wait_us = wait_for(&requests, 1, now_us);

	if (pause_us == 0) {
		/* One beyond reason must not begin when its end comes near. */
		state->paused_until_us = 0;
	}
	if (rate != ACO_RATE_NONE) {
		int64_t items_us = wait_for(&counted, (double) items, now_us);
		wait_us = items_us > wait_us ? items_us : wait_us;
	}
	if (pause_us > wait_us) {
		wait_us = pause_us;
	}
	if (wait_us == 0) {
		spend(&requests, 1, now_us);
		if (rate != ACO_RATE_NONE) {
			spend(&counted, (double) items, now_us);
		}
	}
	return wait_us;
}

int64_t aco_quota_paused_us(const aco_quota_state *state, int64_t now_us)
{
	int64_t left_us = state->paused_until_us > now_us ? state->paused_until_us - now_us : 0;

	return left_us <= HORIZON_US ? left_us : 0;
}

void aco_quota_pause(aco_quota_state *state, const aco_rates *rates, int64_t pause_us, int64_t now_us)
{
	bucket requests = requests_of(state, rates);
	int64_t full_us = now_us + pause_us + time_of(&requests, REQUEST_BURST - 1);

	if (pause_us > aco_quota_paused_us(state, now_us)) {
		state->paused_until_us = now_us + pause_us;
	}
	if (requests.token_us > 0 && full_us > full_at(&requests, now_us)) {
		state->requests_full_us = full_us;
	}
}

void aco_quota_drain(aco_quota_state *state, const aco_rates *rates, int64_t now_us)
{
	bucket buckets[] = {requests_of(state, rates), items_of(state, rates, ACO_RATE_PRODUCTS), items_of(state, rates, ACO_RATE_PRICES)};

	for (size_t i = 0; i < sizeof(buckets) / sizeof(buckets[0]); i++) {
		*buckets[i].full_us = now_us + time_of(&buckets[i], buckets[i].capacity);
	}
}
