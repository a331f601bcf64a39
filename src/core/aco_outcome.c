#include "aco_outcome.h"

/* After this many failed attempts in a row the circuit opens. */
#define CIRCUIT_FAILURES 3
/* Backoff: up to the first at first, twice as much each time, never more than the last. */
#define FIRST_BACKOFF_MS 500
#define LAST_BACKOFF_MS 30000
/* Nobody is kept waiting longer by one answer. */
#define MAX_RETRY_AFTER_MS 300000

static bool is_success(long status)
{
	return status >= 200 && status < 300;
}

/* The whole API says so: not the fault of a request. */
static bool is_throttled(const aco_attempt *attempt)
{
	return attempt->status == 429 || (attempt->status == 503 && attempt->retry_after_ms >= 0);
}

/* Too many or too slow says nothing about the configuration. */
static bool is_passing(const aco_attempt *attempt)
{
	return attempt->status == 0 ? !attempt->hopeless
		: attempt->status < 300 || attempt->status == 408 || attempt->status == 429 || attempt->status >= 500;
}

/* A reason that is not about the items. */
static bool is_failure(const aco_attempt *attempt)
{
	long status = attempt->status;

	if (is_success(status)) {
		return !attempt->readable || attempt->accepted < 0;
	}
	return status != 400 && status != 413 && !(status == 401 && !attempt->token_renewed);
}

/* Full jitter: anything from nothing to a bound that doubles. */
static int64_t backoff_ms(unsigned failures, double random)
{
	int64_t bound = FIRST_BACKOFF_MS;

	for (; failures > 1 && bound < LAST_BACKOFF_MS; failures--) {
		bound *= 2;
	}
	return (int64_t) (random * (double) (bound < LAST_BACKOFF_MS ? bound : LAST_BACKOFF_MS));
}

static int64_t delay_ms(const aco_attempt *attempt, unsigned failures)
{
	/* Told to wait no time is no permission to hammer. */
	if (attempt->retry_after_ms <= 0) {
		return backoff_ms(failures, attempt->random);
	}
	return attempt->retry_after_ms < MAX_RETRY_AFTER_MS ? attempt->retry_after_ms : MAX_RETRY_AFTER_MS;
}

static aco_outcome of_failure(const aco_attempt *attempt)
{
	bool throttled = is_throttled(attempt), in_time;
	aco_outcome outcome = {
		.action = ACO_ACTION_REPEAT,
		.failed = true,
		.failures = attempt->failures + !throttled,
		.failures_in_a_row = attempt->failures_in_a_row + !attempt->beside_failure,
	};

	outcome.delay_ms = delay_ms(attempt, outcome.failures > outcome.failures_in_a_row ? outcome.failures : outcome.failures_in_a_row);
	outcome.pause_ms = throttled ? outcome.delay_ms : 0;
	in_time = attempt->retry_budget_ms > 0 && attempt->elapsed_ms + outcome.delay_ms <= attempt->retry_budget_ms;
	/* What is told to wait too long is so for every request of the tenant. */
	if (!is_passing(attempt) || outcome.failures_in_a_row >= CIRCUIT_FAILURES || (throttled && !in_time)) {
		outcome.action = ACO_ACTION_STOP;
	} else if (!in_time || outcome.failures >= attempt->max_attempts) {
		outcome.action = ACO_ACTION_GIVE_UP;
	}
	return outcome;
}

aco_outcome aco_outcome_of(const aco_attempt *attempt)
{
	aco_outcome outcome = {0};

	if (is_failure(attempt)) {
		return of_failure(attempt);
	}
	if (is_success(attempt->status)) {
		outcome.action = (uint64_t) attempt->accepted >= attempt->sent ? ACO_ACTION_DELIVERED : ACO_ACTION_GIVE_UP;
	} else if (attempt->status == 401) {
		outcome.action = ACO_ACTION_NEW_TOKEN;
		outcome.failures = attempt->failures;
		outcome.failures_in_a_row = attempt->failures_in_a_row;
	} else if (attempt->status == 400 && attempt->item_errors > 0) {
		outcome.action = ACO_ACTION_REJECT_NAMED;
	} else {
		outcome.action = attempt->sent > 1 ? ACO_ACTION_HALVE : ACO_ACTION_REJECT;
	}
	return outcome;
}
