/* SPDX-License-Identifier: MIT */
#include "src/core/engine/outcome.h"

#include "src/core/engine/breaker.h"
#include "src/core/engine/response.h"

/* The first bound of the backoff, and the last. */
#define FIRST_BACKOFF_MS 500
#define LAST_BACKOFF_MS 30000
/* Longest wait that a single response can impose. */
#define MAX_RETRY_AFTER_MS 300000
/* In an outage, each of the last attempts of a request comes this many times later than the one before. */
#define SPREAD 5

aco_verdict aco_verdict_of_status(const aco_attempt *attempt)
{
	long status = attempt->status;

	if (status == 401 && !attempt->token_renewed) {
		return ACO_VERDICT_TOKEN;
	}

	/* A limit of the API as a whole, not the fault of the request. */
	if (status == 429 || (status == 503 && attempt->retry_after_ms >= 0)) {
		return ACO_VERDICT_THROTTLED;
	}

	/* Failures that do not point at the configuration. */
	if (status == 0 ? !attempt->permanent : status < 300 || aco_status_is_retryable(status)) {
		return ACO_VERDICT_TRANSIENT;
	}

	return ACO_VERDICT_PERMANENT;
}

/* Exponential backoff with full jitter: anywhere between 0 and a bound that doubles. */
static int64_t backoff_ms(unsigned failures, double random)
{
	int64_t bound = FIRST_BACKOFF_MS;

	for (; failures > 1 && bound < LAST_BACKOFF_MS; failures--) {
		bound *= 2;
	}
	return (int64_t) (random * (double) (bound < LAST_BACKOFF_MS ? bound : LAST_BACKOFF_MS));
}

int64_t aco_told_wait_ms(const aco_attempt *attempt)
{
	return attempt->retry_after_ms < MAX_RETRY_AFTER_MS ? attempt->retry_after_ms : MAX_RETRY_AFTER_MS;
}

static int64_t delay_ms(const aco_attempt *attempt, unsigned failures)
{
	int64_t told_ms = aco_told_wait_ms(attempt);

	/* `Retry-After: 0` still backs off. */
	return told_ms > 0 ? told_ms : backoff_ms(failures, attempt->random);
}

/*
 * While nothing succeeds, the attempts of a request are spread over the time until the circuit opens, so that a
 * shorter outage does not use them up: the last at its end, the one before at a fifth of it, and so on. The
 * second attempt comes early all the same.
 */
static int64_t hold_ms(const aco_attempt *attempt, unsigned failures)
{
	int64_t since_first_ms = aco_breaker_patience_ms(attempt->retry_budget_ms);

	if (failures < 2 || failures >= attempt->max_attempts || attempt->streak < failures) {
		return 0;
	}

	for (unsigned left = attempt->max_attempts - failures; left > 1 && since_first_ms > 0; left--) {
		since_first_ms /= SPREAD;
	}

	if (failures == 2 && since_first_ms > aco_breaker_patience_ms(attempt->retry_budget_ms) / SPREAD) {
		since_first_ms = aco_breaker_patience_ms(attempt->retry_budget_ms) / SPREAD;
	}

	since_first_ms = (int64_t) ((0.9 + 0.1 * attempt->random) * (double) since_first_ms);
	return since_first_ms > attempt->elapsed_ms ? since_first_ms - attempt->elapsed_ms : 0;
}

static aco_outcome of_failure(aco_verdict verdict, const aco_attempt *attempt)
{
	bool throttled = verdict == ACO_VERDICT_THROTTLED, in_time;
	aco_outcome outcome = {
		.action = ACO_ACTION_REPEAT,
		.failed = true,
		.failures = attempt->failures + !throttled,
		.throttles = attempt->throttles + throttled,
	};

	outcome.delay_ms = delay_ms(attempt, throttled ? outcome.throttles : outcome.failures);
	outcome.pause_ms = throttled ? outcome.delay_ms : 0;
	outcome.hold_ms = throttled ? 0 : hold_ms(attempt, outcome.failures);
	in_time = attempt->retry_budget_ms > 0 && attempt->elapsed_ms + outcome.delay_ms <= attempt->retry_budget_ms;

	/* A wait that is too long applies to every request of the tenant. */
	if (verdict == ACO_VERDICT_PERMANENT || attempt->circuit_open || (throttled && !in_time)) {
		outcome.action = ACO_ACTION_STOP;
	} else if (verdict == ACO_VERDICT_GIVE_UP || !in_time || outcome.failures >= attempt->max_attempts) {
		outcome.action = ACO_ACTION_GIVE_UP;
	}

	return outcome;
}

aco_sign aco_sign_of(aco_verdict verdict, const aco_attempt *attempt)
{
	switch (verdict) {
		case ACO_VERDICT_TOKEN:
			return ACO_SIGN_NONE;
		case ACO_VERDICT_THROTTLED:
			return attempt->status == 429 ? ACO_SIGN_THROTTLES : ACO_SIGN_FAILS;
		case ACO_VERDICT_TRANSIENT:
		case ACO_VERDICT_GIVE_UP:
		case ACO_VERDICT_PERMANENT:
			return ACO_SIGN_FAILS;
		default:
			return ACO_SIGN_WORKS;
	}
}

aco_outcome aco_outcome_of(aco_verdict verdict, const aco_attempt *attempt)
{
	aco_outcome outcome = {0};

	switch (verdict) {
		case ACO_VERDICT_DELIVERED:
			outcome.action = ACO_ACTION_DELIVERED;
			return outcome;
		case ACO_VERDICT_AMBIGUOUS:
			outcome.action = ACO_ACTION_GIVE_UP;

			return outcome;
		case ACO_VERDICT_BAD_ITEMS:
			outcome.action = ACO_ACTION_REJECT_NAMED;

			return outcome;
		case ACO_VERDICT_BAD_REQUEST:
			outcome.action = attempt->sent > 1 ? ACO_ACTION_HALVE : ACO_ACTION_REJECT;

			return outcome;
		case ACO_VERDICT_SUSPECT:
			outcome.action = ACO_ACTION_SET_APART;

			return outcome;
		case ACO_VERDICT_TOKEN:
			outcome.action = ACO_ACTION_NEW_TOKEN;
			outcome.failures = attempt->failures;
			outcome.throttles = attempt->throttles;

			return outcome;
		default:
			return of_failure(verdict, attempt);
	}
}
