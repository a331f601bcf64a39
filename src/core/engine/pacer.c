/* SPDX-License-Identifier: MIT */
#include "src/core/engine/pacer.h"

#include "src/core/base/clock.h"

#include <stdio.h>

/* Wait while another process holds the quota. */
#define LOCKED_WAIT_MS 1
/*
 * A request that has not left yet, for want of a connection for instance, is counted this far ahead of the clock;
 * the date is renewed when half of that has passed.
 */
#define AHEAD_US 900000
/* A store counts it not as far ahead at first, but farther each time, because correcting a date costs a swap. */
#define FIRST_AHEAD_US 15000
#define AHEAD_FACTOR 8
/* The clocks of hosts, as they follow that of the store, agree to within less than this. */
#define CLOCK_DOUBT_US 2000
/* A request that has left, and its items, are counted as arriving at most this much later. */
#define REQUEST_DOUBT_US 10000
#define ITEMS_DOUBT_US INT64_C(1000000)
/*
 * A response that is slower than the fastest may be slow because its request arrived late: then the request is counted
 * as that much later, by this much at most. Responses are slow for other reasons too, so the delays come out of a
 * budget: what each response adds to it, and its maximum.
 */
#define MAX_DELAY_US INT64_C(500000)
#define DELAY_PER_RESPONSE_US 10000
#define MAX_DELAY_BUDGET_US INT64_C(1000000)
/*
 * A process that wakes up late also sees responses late, and it is rarely the only one on the host: each response adds
 * twice the mean lateness to the budget as well. In this moving mean a new value weighs one in so many, and counts as
 * no more than the maximum.
 */
#define LATENESS_MEAN_OF 8
#define MAX_LATENESS_US INT64_C(50000)
/* A response that is already late is assumed to stay late until the next check, usually within this time. */
#define NEXT_CHECK_US 120000

void aco_pacer_init(aco_pacer *pacer, const aco_rates *rates)
{
	*pacer = (aco_pacer) {.rates = *rates, .delay_budget_us = MAX_DELAY_BUDGET_US};
}

/* NULL when another process holds it, or with the reason in `error` when it is unavailable. */
static aco_quota_state *enter(aco_pacer *pacer, int64_t now_us, aco_error *error)
{
	char why[ACO_NOTICE_SIZE] = "";
	aco_quota_state *state = &pacer->own;
	bool fresh = false;

	if (pacer->shared) {
		state = aco_quota_file_lock(pacer->shared, &fresh, why, sizeof(why));
		if (!state) {
			aco_error_set(error, why[0] ? ACO_E_ARGUMENT : ACO_OK, true, "%s", why);
			return NULL;
		}
	}

	if (fresh) {
		/* What others spent is unknown: assume that it was everything. */
		aco_quota_drain(state, &pacer->rates, now_us);
	}

	if (why[0]) {
		snprintf(pacer->notice, sizeof(pacer->notice), "%s", why);
	}
	if (pacer->pause_until_us > now_us) {
		aco_quota_pause(state, &pacer->rates, pacer->pause_until_us - now_us, now_us);
	}

	for (size_t i = 0; i < pacer->correction_count; i++) {
		/* Of a copy, as they are made once more when these are lost. */
		struct aco_correction late = pacer->corrections[i];

		aco_quota_redate(state, &pacer->rates, &late.spending, late.request_at_us, late.items_at_us, now_us);
	}

	return state;
}

/* False when the changes to the buckets were lost. */
static bool leave(aco_pacer *pacer)
{
	if (pacer->shared && !aco_quota_file_unlock(pacer->shared)) {
		return false;
	}
	pacer->pause_until_us = 0;
	pacer->correction_count = 0;
	return true;
}

/* Locks the buckets for a grant; false when they are unavailable now. */
static bool begin_grant(aco_pacer *pacer, aco_grant *grant, aco_quota_state **state, int64_t now_us)
{
	*grant = (aco_grant) {.wait_ms = LOCKED_WAIT_MS};
	*state = enter(pacer, now_us, &grant->error);
	grant->broken = !*state && grant->error.code != ACO_OK;
	return *state != NULL;
}

/* Records how much later than it was due this process asks for the request again. */
static void note_lateness(aco_pacer *pacer, int64_t now_us)
{
	if (pacer->due_us > 0 && now_us >= pacer->due_us) {
		pacer->lateness_us += (aco_earlier(now_us - pacer->due_us, MAX_LATENESS_US) - pacer->lateness_us)
			/ LATENESS_MEAN_OF;
		pacer->due_us = 0;
	}
}

static bool uses_store(const aco_pacer *pacer)
{
	return pacer->store && !aco_quota_store_is_gone(pacer->store);
}

static aco_grant acquire_from_store(
	aco_pacer *pacer, aco_item_rate rate, size_t items, int64_t now_us, aco_passage *passage)
{
	aco_spending spending;
	aco_grant grant = {0};
	int64_t wait_us = aco_quota_store_acquire(pacer->store, rate, items, now_us, &spending, &grant.paused);

	if (wait_us == 0) {
		*passage = (aco_passage) {.spending = spending, .stored = true, .ahead_us = FIRST_AHEAD_US};
		pacer->due_us = aco_quota_store_local_us(pacer->store, spending.request_at_us) - FIRST_AHEAD_US;
		note_lateness(pacer, now_us);
	}
	grant.wait_ms = (wait_us + 999) / 1000;
	pacer->due_us = 0;
	return grant;
}

aco_grant aco_pacer_acquire(aco_pacer *pacer, aco_item_rate rate, size_t items, int64_t now_us, aco_passage *passage)
{
	aco_quota_state *state;
	aco_grant grant;

	if (uses_store(pacer)) {
		return acquire_from_store(pacer, rate, items, now_us, passage);
	}

	note_lateness(pacer, now_us);

	if (begin_grant(pacer, &grant, &state, now_us)) {
		grant.paused = aco_quota_paused_us(state, now_us) > 0;
		grant.wait_ms = (aco_quota_acquire(state, &pacer->rates, rate, items, now_us) + 999) / 1000;
		if (grant.wait_ms == 0) {
			*passage = (aco_passage) {.spending = {rate, items, now_us, now_us}, .ahead_us = AHEAD_US};
			aco_quota_redate(state, &pacer->rates, &passage->spending, now_us + AHEAD_US, now_us + AHEAD_US, now_us);
		}

		if (!leave(pacer)) {
			grant.wait_ms = LOCKED_WAIT_MS;
		}

		pacer->due_us = grant.wait_ms > 0 ? now_us + grant.wait_ms * 1000 : 0;
	}

	return grant;
}

/* Estimates the delay of the request, if the response took this long, and takes it out of the budget. */
static void set_delay(aco_pacer *pacer, aco_passage *passage, int64_t took_us)
{
	int64_t budget_us = pacer->delay_budget_us + passage->delay_us;
	int64_t slower_us = took_us - pacer->fastest_us - REQUEST_DOUBT_US;
	int64_t delay_us = aco_earlier(aco_earlier(slower_us, MAX_DELAY_US), budget_us);

	passage->delay_us = delay_us > 0 ? delay_us : 0;
	pacer->delay_budget_us = budget_us - passage->delay_us;
}

static void learn(aco_pacer *pacer, int64_t took_us)
{
	pacer->delay_budget_us = aco_earlier(
		pacer->delay_budget_us + DELAY_PER_RESPONSE_US + 2 * pacer->lateness_us, MAX_DELAY_BUDGET_US);
	if (pacer->fastest_us == 0 || took_us < pacer->fastest_us) {
		pacer->fastest_us = took_us;
	}
}

static bool is_limited(const aco_pacer *pacer, const aco_spending *spending)
{
	const aco_rates *rates = &pacer->rates;

	return rates->request_us > 0 || (spending->rate == ACO_RATE_PRODUCTS && rates->product_us > 0)
		|| (spending->rate == ACO_RATE_PRICES && rates->price_us > 0);
}

/* False when the buckets are unavailable now: the request keeps its earlier date, usually later than necessary. */
static bool redate(aco_pacer *pacer, aco_passage *passage, int64_t request_at_us, int64_t items_at_us, int64_t now_us)
{
	aco_spending *spending = &passage->spending, before = *spending;
	aco_quota_state *state;
	aco_error error;

	if (passage->stored) {
		if (uses_store(pacer)) {
			aco_quota_store_redate(pacer->store, spending, request_at_us, items_at_us, now_us);
		}
		return true;
	}

	state = enter(pacer, now_us, &error);
	if (!state) {
		return false;
	}

	aco_quota_redate(state, &pacer->rates, spending, request_at_us, items_at_us, now_us);
	if (!leave(pacer)) {
		*spending = before;
		return false;
	}

	return true;
}

/* When the request counts, on the local clock. */
static int64_t counted_at(const aco_pacer *pacer, const aco_passage *passage)
{
	int64_t at_us = passage->spending.request_at_us;

	return passage->stored ? aco_quota_store_local_us(pacer->store, at_us) : at_us;
}

/*
 * When the request counts that has left; `ended_us` is 0 without a response. A store keeps the date that it has while a
 * later arrival cannot be ruled out: the hosts that share it have no other slack.
 */
static int64_t arrival(const aco_pacer *pacer, const aco_passage *passage, int64_t left_us, int64_t ended_us)
{
	int64_t usual_us = left_us + REQUEST_DOUBT_US + passage->delay_us;

	if (passage->stored) {
		usual_us = aco_later(usual_us, counted_at(pacer, passage));
		ended_us += ended_us > 0 ? CLOCK_DOUBT_US : 0;
	}

	return ended_us > 0 ? aco_earlier(ended_us, usual_us) : usual_us;
}

static void end_passage(aco_pacer *pacer, aco_passage *passage, int64_t left_us, int64_t ended_us, int64_t now_us)
{
	int64_t request_at_us, items_at_us;

	if (left_us) {
		set_delay(pacer, passage, ended_us - left_us);
		learn(pacer, ended_us - left_us);
	} else {
		left_us = ended_us;
	}

	request_at_us = arrival(pacer, passage, left_us, ended_us);
	items_at_us = aco_earlier(ended_us, left_us + ITEMS_DOUBT_US);
	if (!redate(pacer, passage, request_at_us, items_at_us, now_us)
			&& pacer->correction_count < ACO_PACER_CORRECTIONS) {
		/* Others wake up when a request is granted: without it, they would wait for one that went long ago. */
		pacer->corrections[pacer->correction_count++] =
			(struct aco_correction) {passage->spending, request_at_us, items_at_us};
	}

	passage->stage = ACO_PASSAGE_OVER;
}

static void go_on(aco_pacer *pacer, aco_passage *passage, int64_t left_us, int64_t now_us)
{
	int64_t before_us = passage->delay_us, took_us = now_us - left_us;

	/* Unknown before the first response. */
	if (pacer->fastest_us > 0 && took_us > pacer->fastest_us + before_us) {
		set_delay(pacer, passage, took_us + NEXT_CHECK_US);
	}
	if ((passage->stage == ACO_PASSAGE_WAITING || passage->delay_us != before_us)
			&& redate(pacer, passage, arrival(pacer, passage, left_us, 0), left_us + ITEMS_DOUBT_US, now_us)) {
		passage->stage = ACO_PASSAGE_LEFT;
	}
}

void aco_pacer_follow(aco_pacer *pacer, aco_passage *passage, int64_t left_us, int64_t ended_us, int64_t now_us)
{
	if (passage->stage == ACO_PASSAGE_OVER || !is_limited(pacer, &passage->spending)) {
		return;
	}

	if (ended_us) {
		end_passage(pacer, passage, left_us, ended_us, now_us);
	} else if (left_us) {
		go_on(pacer, passage, left_us, now_us);
	} else if (counted_at(pacer, passage) - now_us < passage->ahead_us / 2) {
		/* It may be waiting again, because its connection died. */
		passage->stage = ACO_PASSAGE_WAITING;
		passage->ahead_us = aco_earlier(AHEAD_FACTOR * passage->ahead_us, AHEAD_US);
		redate(pacer, passage, now_us + passage->ahead_us, now_us + AHEAD_US, now_us);
	}
}

aco_grant aco_pacer_peek(aco_pacer *pacer, int64_t now_us)
{
	aco_quota_state *state;
	aco_grant grant;

	if (begin_grant(pacer, &grant, &state, now_us)) {
		leave(pacer);
	}
	return grant;
}

void aco_pacer_pause(aco_pacer *pacer, int64_t pause_ms, int64_t now_us)
{
	int64_t until_us = now_us + pause_ms * 1000;
	aco_error error;

	if (pacer->store) {
		aco_quota_store_pause(pacer->store, until_us);
	}
	if (until_us > pacer->pause_until_us) {
		pacer->pause_until_us = until_us;
	}
	if (enter(pacer, now_us, &error)) {
		leave(pacer);
	}
}
