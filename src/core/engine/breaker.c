/* SPDX-License-Identifier: MIT */
#include "src/core/engine/breaker.h"

/* Longest pause between two probes, so a recovered service is noticed within this time. */
#define PROBE_PAUSE_MS 1000

int64_t aco_breaker_patience_ms(int64_t retry_budget_ms)
{
	return retry_budget_ms < ACO_BREAKER_PATIENCE_MS ? retry_budget_ms : ACO_BREAKER_PATIENCE_MS;
}

aco_breaker aco_breaker_new(int64_t retry_budget_ms)
{
	aco_breaker breaker = {.patience_ms = aco_breaker_patience_ms(retry_budget_ms)};

	return breaker;
}

int64_t aco_breaker_resume_ms(const aco_breaker *breaker)
{
	switch (breaker->state) {
		case ACO_BREAKER_CLOSED:
			return 0;
		case ACO_BREAKER_HALF_OPEN:
			return breaker->probing ? INT64_MAX : breaker->resume_ms;
		default:
			return INT64_MAX;
	}
}

bool aco_breaker_sent(aco_breaker *breaker)
{
	bool probe = breaker->state == ACO_BREAKER_HALF_OPEN;

	breaker->probing |= probe;
	return probe;
}

void aco_breaker_probe_ended(aco_breaker *breaker)
{
	breaker->probing = false;
}

void aco_breaker_succeeded(aco_breaker *breaker)
{
	if (breaker->state != ACO_BREAKER_OPEN) {
		breaker->state = ACO_BREAKER_CLOSED;
		breaker->streak = 0;
	}
}

/*
 * Full jitter for the first two pauses, so that a short outage costs little;
 * then at least half of the longest pause.
 */
static int64_t pause_ms(unsigned streak, double random)
{
	if (streak <= 2) {
		return (int64_t) (random * (streak == 2 ? 1.0 : 0.5) * (double) PROBE_PAUSE_MS);
	}
	return PROBE_PAUSE_MS / 2 + (int64_t) (random * ((double) PROBE_PAUSE_MS / 2));
}

static void resume_later(aco_breaker *breaker, const aco_breaker_failure *failure)
{
	int64_t wait_ms = failure->told_ms > 0 ? failure->told_ms : pause_ms(breaker->streak, failure->random);

	if (breaker->state == ACO_BREAKER_CLOSED) {
		breaker->state = ACO_BREAKER_HALF_OPEN;
		breaker->resume_ms = 0;
	}
	if (failure->now_ms + wait_ms > breaker->resume_ms) {
		breaker->resume_ms = failure->now_ms + wait_ms;
	}
}

void aco_breaker_failed(aco_breaker *breaker, const aco_breaker_failure *failure)
{
	if (breaker->streak == 0 || failure->serial > breaker->serial) {
		if (breaker->streak == 0) {
			breaker->since_ms = failure->now_ms;
		}

		breaker->streak++;
		breaker->serial = failure->last_serial;
	}

	resume_later(breaker, failure);

	if (breaker->streak >= ACO_BREAKER_FAILURES && failure->now_ms - breaker->since_ms >= breaker->patience_ms) {
		breaker->state = ACO_BREAKER_OPEN;
	}
}

void aco_breaker_throttled(aco_breaker *breaker, const aco_breaker_failure *failure)
{
	resume_later(breaker, failure);
}
