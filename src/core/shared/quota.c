/* SPDX-License-Identifier: MIT */
#include "src/core/shared/quota.h"

#include "src/core/base/count.h"

#include <math.h>

/*
 * A bucket holds half a request, or half a full batch, more than one, so that a client catches up after a wait for
 * something other than its rate. At high rates it holds the requests that come due while a process oversleeps.
 */
#define CATCH_UP 0.5
#define OVERSLEPT_US 50000.0
/* The slowest rate: one per day. */
#define SLOWEST_US 86400e6
/* A date further ahead than this was not written by the current clock. */
#define HORIZON_US INT64_C(3600000000)
#define SECOND_US INT64_C(1000000)
#define MINUTE_US (60 * SECOND_US)
/* A larger limit disables the window. */
#define MAX_IN_WINDOW 1e9

/* A bucket with its size and the time that one token takes, and the corresponding window. */
typedef struct budget {
	int64_t *full_us;
	double token_us;
	double capacity;
	aco_window *window;
	const aco_window_rule *rule;
} budget;

static double time_of_one(double period_us, double count)
{
	return count > 0 ? fmin(period_us / count, SLOWEST_US) : 0;
}

static aco_window_rule window_of(int64_t slot_us, double length_us, double most)
{
	return (aco_window_rule) {
		slot_us, (int64_t) ceil(length_us), most >= 1 && most <= MAX_IN_WINDOW ? (int64_t) most : 0};
}

/* A window counts whole requests, so it is shorter where they are not whole: 2.5 per second are 2 in 0.8 s. */
static aco_window_rule window_of_requests(double per_second)
{
	double most = floor(per_second);

	return window_of(ACO_QUOTA_SECOND_SLOT_US, most >= 1 ? (double) SECOND_US * most / per_second : 0, most);
}

aco_rates aco_rates_of(double requests_per_second, int64_t products_per_minute, int64_t prices_per_minute)
{
	return (aco_rates) {
		.request_us = time_of_one(SECOND_US, requests_per_second),
		.product_us = time_of_one(MINUTE_US, (double) products_per_minute),
		.price_us = time_of_one(MINUTE_US, (double) prices_per_minute),
		.requests = window_of_requests(requests_per_second),
		.products = window_of(ACO_QUOTA_MINUTE_SLOT_US, MINUTE_US, (double) products_per_minute),
		.prices = window_of(ACO_QUOTA_MINUTE_SLOT_US, MINUTE_US, (double) prices_per_minute),
	};
}

/* The size of their bucket. At less than one request a second, nothing goes out early. */
static double request_burst(const aco_rates *rates)
{
	return rates->request_us > SECOND_US || rates->request_us <= 0
		? 1
		: 1 + fmax(CATCH_UP, OVERSLEPT_US / rates->request_us);
}

static budget requests_of(aco_quota_state *state, const aco_rates *rates)
{
	return (budget) {
		&state->requests_full_us, rates->request_us, request_burst(rates), &state->requests, &rates->requests};
}

/* The bucket always has room for one full batch. */
static budget items_of(aco_quota_state *state, const aco_rates *rates, aco_item_rate rate)
{
	size_t batch = aco_feeds[rate == ACO_RATE_PRODUCTS ? ACO_FEED_PRODUCTS : ACO_FEED_PRICES].batch_limit;
	double capacity = (1 + CATCH_UP) * (double) batch;

	return rate == ACO_RATE_PRODUCTS
		? (budget) {&state->products_full_us, rates->product_us, capacity, &state->products, &rates->products}
		: (budget) {&state->prices_full_us, rates->price_us, capacity, &state->prices, &rates->prices};
}

static int64_t time_of(const budget *budget, double tokens)
{
	return (int64_t) ceil(tokens * budget->token_us);
}

/* An implausible time makes the bucket empty; this is stored, or it would never fill. */
static void repair(const budget *budget, int64_t now_us)
{
	int64_t whole_us = time_of(budget, budget->capacity);

	if (*budget->full_us > now_us + 2 * whole_us && *budget->full_us > now_us + HORIZON_US) {
		*budget->full_us = now_us + whole_us;
	}
}

static int64_t full_at(const budget *budget, int64_t now_us)
{
	repair(budget, now_us);
	return *budget->full_us > now_us ? *budget->full_us : now_us;
}

/*
 * Microseconds until the bucket has the tokens and the window has room. More tokens than the bucket holds are granted
 * when it is full, and paid for afterwards.
 */
static int64_t wait_for(const budget *budget, int64_t tokens, int64_t now_us)
{
	int64_t lead_us;

	if (budget->token_us <= 0) {
		return 0;
	}

	lead_us = full_at(budget, now_us) - now_us
		+ time_of(budget, fmin((double) tokens, budget->capacity)) - time_of(budget, budget->capacity);

	if (budget->rule->most > 0) {
		int64_t window_us = aco_window_wait(budget->window, budget->rule, tokens, now_us);
		lead_us = window_us > lead_us ? window_us : lead_us;
	}

	return lead_us > 0 ? lead_us : 0;
}

static void spend(const budget *budget, int64_t tokens, int64_t now_us)
{
	if (budget->token_us > 0) {
		*budget->full_us = full_at(budget, now_us) + time_of(budget, (double) tokens);
	}
	if (budget->rule->most > 0) {
		aco_window_add(budget->window, budget->rule, tokens, now_us, now_us);
	}
}

/* Counts the tokens twice for a moment rather than not at all. */
static void redate(const budget *budget, int64_t tokens, int64_t *at_us, int64_t new_us, int64_t now_us)
{
	if (budget->rule->most > 0) {
		aco_window_add(budget->window, budget->rule, tokens, new_us, now_us);
		aco_window_take_back(budget->window, budget->rule, tokens, *at_us);
	}
	*at_us = new_us;
}

static void give_back(const budget *budget, int64_t tokens, int64_t at_us)
{
	if (budget->token_us > 0) {
		*budget->full_us -= time_of(budget, (double) tokens);
	}
	if (budget->rule->most > 0) {
		aco_window_take_back(budget->window, budget->rule, tokens, at_us);
	}
}

int64_t aco_quota_acquire(
	aco_quota_state *state, const aco_rates *rates, aco_item_rate rate, size_t items, int64_t now_us)
{
	budget requests = requests_of(state, rates), counted = items_of(state, rates, rate);
	int64_t pause_us = aco_quota_paused_us(state, now_us), wait_us = wait_for(&requests, 1, now_us);

	if (pause_us == 0) {
		/* An implausible pause must not start to count when its end comes near. */
		state->paused_until_us = 0;
	}

	if (rate != ACO_RATE_NONE) {
		int64_t items_us = wait_for(&counted, (int64_t) items, now_us);
		wait_us = items_us > wait_us ? items_us : wait_us;
	}

	if (pause_us > wait_us) {
		wait_us = pause_us;
	}

	if (wait_us == 0) {
		spend(&requests, 1, now_us);

		if (rate != ACO_RATE_NONE) {
			spend(&counted, (int64_t) items, now_us);
		}
	}

	return wait_us;
}

void aco_quota_redate(aco_quota_state *state, const aco_rates *rates, aco_spending *spending,
	int64_t request_at_us, int64_t items_at_us, int64_t now_us)
{
	budget requests = requests_of(state, rates), counted = items_of(state, rates, spending->rate);
	int64_t later_us = request_at_us - spending->request_at_us;

	/* Slow rates have no window: the bucket fills that much later, unless another request has used it since. */
	if (requests.token_us > SECOND_US && *requests.full_us == spending->request_at_us + time_of(&requests, 1)) {
		*requests.full_us += later_us;
	}
	redate(&requests, 1, &spending->request_at_us, request_at_us, now_us);
	if (spending->rate != ACO_RATE_NONE) {
		redate(&counted, (int64_t) spending->items, &spending->items_at_us, items_at_us, now_us);
	}
}

void aco_quota_give_back(aco_quota_state *state, const aco_rates *rates, const aco_spending *spending)
{
	budget requests = requests_of(state, rates), counted = items_of(state, rates, spending->rate);

	give_back(&requests, 1, spending->request_at_us);
	if (spending->rate != ACO_RATE_NONE) {
		give_back(&counted, (int64_t) spending->items, spending->items_at_us);
	}
}

int64_t aco_quota_paused_us(const aco_quota_state *state, int64_t now_us)
{
	int64_t left_us = state->paused_until_us > now_us ? state->paused_until_us - now_us : 0;

	return left_us <= HORIZON_US ? left_us : 0;
}

void aco_quota_pause(aco_quota_state *state, const aco_rates *rates, int64_t pause_us, int64_t now_us)
{
	budget requests = requests_of(state, rates);
	int64_t full_us = now_us + pause_us + time_of(&requests, requests.capacity - 1);

	if (pause_us > aco_quota_paused_us(state, now_us)) {
		state->paused_until_us = now_us + pause_us;
	}
	if (requests.token_us > 0 && full_us > full_at(&requests, now_us)) {
		state->requests_full_us = full_us;
	}
}

void aco_quota_drain(aco_quota_state *state, const aco_rates *rates, int64_t now_us)
{
	budget budgets[] = {
		requests_of(state, rates), items_of(state, rates, ACO_RATE_PRODUCTS), items_of(state, rates, ACO_RATE_PRICES)};

	for (size_t i = 0; i < ACO_COUNT(budgets); i++) {
		*budgets[i].full_us = now_us;
		spend(&budgets[i], budgets[i].rule->most, now_us);
		*budgets[i].full_us = now_us + time_of(&budgets[i], budgets[i].capacity);
	}
}
