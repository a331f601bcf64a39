#include "aco_outcome.h"

/* After this many failed attempts in a row the circuit opens. */
#define CIRCUIT_FAILURES 3
/* Backoff: up to the first at first, twice as much each time, never more than the last. */
#define FIRST_BACKOFF_MS 500
#define LAST_BACKOFF_MS 30000
/* Nobody is kept waiting longer by one answer. */
#define MAX_RETRY_AFTER_MS 300000

aco_verdict aco_verdict_of_status(const aco_attempt *attempt)
{
	long status = attempt->status;

	if (status == 401 && !attempt->token_renewed) {
		return ACO_VERDICT_TOKEN;
	}
	/* The whole API says so: not the fault of a request. */
	if (status == 429 || (status == 503 && attempt->retry_after_ms >= 0)) {
		return ACO_VERDICT_THROTTLED;
	}
	/* Too slow says nothing about the configuration. */
	if (status == 0 ? !attempt->hopeless : status < 300 || status == 408 || status >= 500) {
		return ACO_VERDICT_PASSING;
	}
	return ACO_VERDICT_HOPELESS;
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

static aco_outcome of_failure(aco_verdict verdict, const aco_attempt *attempt)
{
	bool throttled = verdict == ACO_VERDICT_THROTTLED, in_time;
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
	if (verdict == ACO_VERDICT_HOPELESS || outcome.failures_in_a_row >= CIRCUIT_FAILURES || (throttled && !in_time)) {
		outcome.action = ACO_ACTION_STOP;
	} else if (verdict == ACO_VERDICT_LATER || !in_time || outcome.failures >= attempt->max_attempts) {
		outcome.action = ACO_ACTION_GIVE_UP;
	}
	return outcome;
}

aco_outcome aco_outcome_of(aco_verdict verdict, const aco_attempt *attempt)
{
	aco_outcome outcome = {0};

	switch (verdict) {
		case ACO_VERDICT_DELIVERED:
			outcome.action = ACO_ACTION_DELIVERED;
			return outcome;
		case ACO_VERDICT_UNCLEAR:
			outcome.action = ACO_ACTION_GIVE_UP;
			return outcome;
		case ACO_VERDICT_NAMED:
			outcome.action = ACO_ACTION_REJECT_NAMED;
			return outcome;
		case ACO_VERDICT_WHOLE:
			outcome.action = attempt->sent > 1 ? ACO_ACTION_HALVE : ACO_ACTION_REJECT;
			return outcome;
		case ACO_VERDICT_SUSPECT:
			outcome.action = ACO_ACTION_SET_APART;
			return outcome;
		case ACO_VERDICT_TOKEN:
			outcome.action = ACO_ACTION_NEW_TOKEN;
			outcome.failures = attempt->failures;
			outcome.failures_in_a_row = attempt->failures_in_a_row;
			return outcome;
		default:
			return of_failure(verdict, attempt);
	}
}
