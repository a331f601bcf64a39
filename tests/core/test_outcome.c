#include "check.h"

#include "src/core/services/ingestion.h"

/* What the lines of the table begin with: 100 items, half of what the jitter allows, no word about waiting. */
#define MAX_ATTEMPTS 5
#define BUDGET_MS 60000
#define RANDOM 0.5
/* Retry-After: 0. The field's own 0 stands for an answer without that header. */
#define AT_ONCE INT64_MIN

typedef struct line {
	const char *what;
	aco_attempt attempt;
	/* action, failed, delay_ms, hold_ms, pause_ms, failures, throttles */
	aco_outcome outcome;
} line;

#define DELIVERED ACO_ACTION_DELIVERED
#define REJECT_NAMED ACO_ACTION_REJECT_NAMED
#define REJECT ACO_ACTION_REJECT
#define HALVE ACO_ACTION_HALVE
#define NEW_TOKEN ACO_ACTION_NEW_TOKEN
#define REPEAT ACO_ACTION_REPEAT
#define GIVE_UP ACO_ACTION_GIVE_UP
#define STOP ACO_ACTION_STOP

#define ACCEPTED(number) .readable = true, .accepted = (number)
#define BEFORE(count) .failures = (count)
/* Nothing of the stream succeeded since the request failed first. */
#define OUTAGE(count, since_ms) .failures = (count), .streak = (count) + 1, .elapsed_ms = (since_ms)

static aco_attempt with_defaults(aco_attempt attempt)
{
	attempt.sent = attempt.sent ? attempt.sent : 100;
	attempt.max_attempts = attempt.max_attempts ? attempt.max_attempts : MAX_ATTEMPTS;
	attempt.retry_budget_ms = attempt.retry_budget_ms ? attempt.retry_budget_ms : BUDGET_MS;
	attempt.random = RANDOM;
	attempt.retry_after_ms = attempt.retry_after_ms == AT_ONCE ? 0
		: attempt.retry_after_ms                               ? attempt.retry_after_ms
			: -1;
	return attempt;
}

static bool is_equal(const aco_outcome *one, const aco_outcome *other)
{
	return one->action == other->action && one->failed == other->failed && one->delay_ms == other->delay_ms
		&& one->hold_ms == other->hold_ms && one->pause_ms == other->pause_ms && one->failures == other->failures
		&& one->throttles == other->throttles;
}

static void check_lines(const line *lines, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		aco_attempt attempt = with_defaults(lines[i].attempt);
		aco_outcome is = aco_outcome_of(aco_ingestion.judge(&attempt), &attempt), expected = lines[i].outcome;

		if (!is_equal(&is, &expected)) {
			fail_msg(
				"%s: action %d, failed %d, delay %lld, hold %lld, pause %lld, failures %u, throttles %u; expected %d, %d, %lld, %lld, %lld, %u, %u",
				lines[i].what, is.action, is.failed, (long long) is.delay_ms, (long long) is.hold_ms,
				(long long) is.pause_ms, is.failures, is.throttles, expected.action, expected.failed,
				(long long) expected.delay_ms, (long long) expected.hold_ms, (long long) expected.pause_ms,
				expected.failures, expected.throttles);
		}
	}
}

static void success_needs_a_count(void **state)
{
	static const line lines[] = {
		{"all", {.status = 200, ACCEPTED(100)}, {.action = DELIVERED}},
		{"accepted later", {.status = 202, ACCEPTED(100)}, {.action = DELIVERED}},
		{"more than all", {.status = 200, ACCEPTED(101)}, {.action = DELIVERED}},
		{"very many", {.status = 200, ACCEPTED(INT64_MAX)}, {.action = DELIVERED}},
		{"after trouble", {.status = 200, ACCEPTED(100), BEFORE(1), .throttles = 2, .streak = 0},
			{.action = DELIVERED}},
		{"too few", {.status = 200, ACCEPTED(99)}, {.action = GIVE_UP}},
		{"none", {.status = 200, ACCEPTED(0)}, {.action = GIVE_UP}},
		{"unreadable", {.status = 200}, {REPEAT, true, 250, 0, 0, 1, 0}},
		{"unreadable, whatever the number", {.status = 204, .accepted = 100}, {REPEAT, true, 250, 0, 0, 1, 0}},
	};

	check_lines(lines, COUNT(lines));
}

static void bad_items_are_told_from_bad_requests(void **state)
{
	static const line lines[] = {
		{"one named", {.status = 400, .item_errors = 1}, {.action = REJECT_NAMED}},
		{"all named", {.status = 400, .item_errors = 100}, {.action = REJECT_NAMED}},
		{"the only one named", {.status = 400, .sent = 1, .item_errors = 1}, {.action = REJECT_NAMED}},
		{"none named", {.status = 400}, {.action = HALVE}},
		{"none named, of two", {.status = 400, .sent = 2}, {.action = HALVE}},
		{"none named, of one", {.status = 400, .sent = 1}, {.action = REJECT}},
		{"after trouble", {.status = 400, .item_errors = 3, BEFORE(1)}, {.action = REJECT_NAMED}},
		{"and when halved", {.status = 400, BEFORE(4)}, {.action = HALVE}},
		{"too large", {.status = 413}, {.action = HALVE}},
		{"too large, of two", {.status = 413, .sent = 2}, {.action = HALVE}},
		{"too large, of one", {.status = 413, .sent = 1}, {.action = REJECT}},
		{"a 413 names nothing", {.status = 413, .item_errors = 5}, {.action = HALVE}},
		{"and waits for nothing", {.status = 413, .retry_after_ms = 9000}, {.action = HALVE}},
	};

	check_lines(lines, COUNT(lines));
}

static void token_is_renewed_once(void **state)
{
	static const line lines[] = {
		{"first", {.status = 401}, {.action = NEW_TOKEN}},
		{"first shows nothing about the rest", {.status = 401, BEFORE(1), .throttles = 2},
			{.action = NEW_TOKEN, .failures = 1, .throttles = 2}},
		{"second", {.status = 401, .token_renewed = true}, {STOP, true, 250, 0, 0, 1, 0}},
		{"second, after trouble", {.status = 401, .token_renewed = true, BEFORE(1)}, {STOP, true, 500, 0, 0, 2, 0}},
		{"a 400 afterwards is one", {.status = 400, .token_renewed = true}, {.action = HALVE}},
		{"a success afterwards is one", {.status = 200, .token_renewed = true, ACCEPTED(100)}, {.action = DELIVERED}},
	};

	check_lines(lines, COUNT(lines));
}

static void configuration_stops_at_once(void **state)
{
	static const line lines[] = {
		{"forbidden", {.status = 403}, {STOP, true, 250, 0, 0, 1, 0}},
		{"not found", {.status = 404}, {STOP, true, 250, 0, 0, 1, 0}},
		{"not allowed", {.status = 405}, {STOP, true, 250, 0, 0, 1, 0}},
		{"payment", {.status = 402}, {STOP, true, 250, 0, 0, 1, 0}},
		{"unprocessable", {.status = 422, .item_errors = 1}, {STOP, true, 250, 0, 0, 1, 0}},
		{"moved", {.status = 301}, {STOP, true, 250, 0, 0, 1, 0}},
		{"not modified", {.status = 304}, {STOP, true, 250, 0, 0, 1, 0}},
		{"the body does not matter", {.status = 403, ACCEPTED(100), .item_errors = 7}, {STOP, true, 250, 0, 0, 1, 0}},
		{"it pauses nobody", {.status = 403, .retry_after_ms = 2000}, {STOP, true, 2000, 0, 0, 1, 0}},
		{"a certificate", {.permanent = true}, {STOP, true, 250, 0, 0, 1, 0}},
	};

	check_lines(lines, COUNT(lines));
}

static void throttling_waits_as_told(void **state)
{
	static const line lines[] = {
		{"429", {.status = 429}, {REPEAT, true, 250, 0, 250, 0, 1}},
		{"429, at once", {.status = 429, .retry_after_ms = AT_ONCE}, {REPEAT, true, 250, 0, 250, 0, 1}},
		{"429, 7 s", {.status = 429, .retry_after_ms = 7000}, {REPEAT, true, 7000, 0, 7000, 0, 1}},
		{"503, at once", {.status = 503, .retry_after_ms = AT_ONCE}, {REPEAT, true, 250, 0, 250, 0, 1}},
		{"503, 7 s", {.status = 503, .retry_after_ms = 7000}, {REPEAT, true, 7000, 0, 7000, 0, 1}},
		{"503 that does not say is any other 5xx", {.status = 503}, {REPEAT, true, 250, 0, 0, 1, 0}},
		{"it is no attempt", {.status = 429, .retry_after_ms = 7000, BEFORE(4)}, {REPEAT, true, 7000, 0, 7000, 4, 1}},
		{"not even the last one", {.status = 503, .retry_after_ms = 7000, .max_attempts = 1},
			{REPEAT, true, 7000, 0, 7000, 0, 1}},
		{"the second waits longer", {.status = 429, .throttles = 1}, {REPEAT, true, 500, 0, 500, 0, 2}},
		{"and the tenth", {.status = 429, .throttles = 9}, {REPEAT, true, 15000, 0, 15000, 0, 10}},
		{"attempts that failed do not make it longer", {.status = 429, BEFORE(3)}, {REPEAT, true, 250, 0, 250, 3, 1}},
		{"nor does it make theirs longer", {.status = 500, .throttles = 3}, {REPEAT, true, 250, 0, 0, 1, 3}},
		{"an outage does not hold it", {.status = 429, OUTAGE(3, 4000)}, {REPEAT, true, 250, 0, 250, 3, 1}},
		{"the circuit is open", {.status = 503, .retry_after_ms = 1000, .circuit_open = true},
			{STOP, true, 1000, 0, 1000, 0, 1}},
		{"as long as the budget", {.status = 429, .retry_after_ms = 60000}, {REPEAT, true, 60000, 0, 60000, 0, 1}},
		{"beyond the budget", {.status = 429, .retry_after_ms = 60001}, {STOP, true, 60001, 0, 60001, 0, 1}},
		{"beyond what is left of it", {.status = 503, .retry_after_ms = 7000, .elapsed_ms = 53001},
			{STOP, true, 7000, 0, 7000, 0, 1}},
		{"just within", {.status = 503, .retry_after_ms = 7000, .elapsed_ms = 53000},
			{REPEAT, true, 7000, 0, 7000, 0, 1}},
		{"five minutes", {.status = 429, .retry_after_ms = 300000, .retry_budget_ms = 900000},
			{REPEAT, true, 300000, 0, 300000, 0, 1}},
		{"an hour is cut", {.status = 429, .retry_after_ms = 3600000, .retry_budget_ms = 900000},
			{REPEAT, true, 300000, 0, 300000, 0, 1}},
		{"for ever is cut", {.status = 503, .retry_after_ms = INT64_MAX, .retry_budget_ms = 900000},
			{REPEAT, true, 300000, 0, 300000, 0, 1}},
	};

	check_lines(lines, COUNT(lines));
}

static void trouble_is_tried_again(void **state)
{
	static const line lines[] = {
		{"no answer", {.status = 0}, {REPEAT, true, 250, 0, 0, 1, 0}},
		{"time-out", {.status = 408}, {REPEAT, true, 250, 0, 0, 1, 0}},
		{"500", {.status = 500}, {REPEAT, true, 250, 0, 0, 1, 0}},
		{"502", {.status = 502}, {REPEAT, true, 250, 0, 0, 1, 0}},
		{"504", {.status = 504}, {REPEAT, true, 250, 0, 0, 1, 0}},
		{"599", {.status = 599}, {REPEAT, true, 250, 0, 0, 1, 0}},
		{"what is no answer", {.status = 100}, {REPEAT, true, 250, 0, 0, 1, 0}},
		{"500 that says when", {.status = 500, .retry_after_ms = 7000}, {REPEAT, true, 7000, 0, 0, 1, 0}},
		{"the second time", {.status = 500, BEFORE(1)}, {REPEAT, true, 500, 0, 0, 2, 0}},
		{"the fourth of the request", {.status = 500, BEFORE(3)}, {REPEAT, true, 2000, 0, 0, 4, 0}},
		{"the last attempt", {.status = 500, BEFORE(4)}, {GIVE_UP, true, 4000, 0, 0, 5, 0}},
		{"the only attempt", {.status = 0, .max_attempts = 1}, {GIVE_UP, true, 250, 0, 0, 1, 0}},
		{"the budget is used up", {.status = 500, .elapsed_ms = 59751, BEFORE(1)}, {GIVE_UP, true, 500, 0, 0, 2, 0}},
		{"just within", {.status = 500, .elapsed_ms = 59500, BEFORE(1)}, {REPEAT, true, 500, 0, 0, 2, 0}},
		{"told to wait beyond the budget", {.status = 500, .retry_after_ms = 60001},
			{GIVE_UP, true, 60001, 0, 0, 1, 0}},
	};

	check_lines(lines, COUNT(lines));
}

static void open_circuit_stops(void **state)
{
	static const line lines[] = {
		{"a failure", {.status = 500, .circuit_open = true}, {STOP, true, 250, 0, 0, 1, 0}},
		{"without a response", {.circuit_open = true, BEFORE(2)}, {STOP, true, 1000, 0, 0, 3, 0}},
		{"unreadable", {.status = 200, .circuit_open = true}, {STOP, true, 250, 0, 0, 1, 0}},
		{"the last attempt", {.status = 500, .circuit_open = true, BEFORE(4)}, {STOP, true, 4000, 0, 0, 5, 0}},
		{"a long streak does not, while it is short", {.status = 500, .streak = 99}, {REPEAT, true, 250, 0, 0, 1, 0}},
	};

	check_lines(lines, COUNT(lines));
}

/* At RANDOM a moment is at 95 % of what it is at most. */
static void attempts_are_spread_over_an_outage(void **state)
{
	static const line lines[] = {
		{"the second of four comes early", {.status = 503, .max_attempts = 4, OUTAGE(0, 0)},
			{REPEAT, true, 250, 0, 0, 1, 0}},
		{"the third after two seconds", {.status = 503, .max_attempts = 4, OUTAGE(1, 300)},
			{REPEAT, true, 500, 1600, 0, 2, 0}},
		{"the last after ten", {.status = 503, .max_attempts = 4, OUTAGE(2, 2000)},
			{REPEAT, true, 1000, 7500, 0, 3, 0}},
		{"then it is given up", {.status = 503, .max_attempts = 4, OUTAGE(3, 9600)}, {GIVE_UP, true, 2000, 0, 0, 4, 0}},
		{"those that are late are not held", {.status = 503, .max_attempts = 4, OUTAGE(2, 9500)},
			{REPEAT, true, 1000, 0, 0, 3, 0}},
		{"others succeeded meanwhile", {.status = 503, .max_attempts = 4, BEFORE(2), .streak = 1, .elapsed_ms = 2000},
			{REPEAT, true, 1000, 0, 0, 3, 0}},
		{"two attempts", {.status = 503, .max_attempts = 2, OUTAGE(0, 0)}, {REPEAT, true, 250, 0, 0, 1, 0}},
		{"three: the last after two seconds", {.status = 503, .max_attempts = 3, OUTAGE(1, 300)},
			{REPEAT, true, 500, 1600, 0, 2, 0}},
		{"six: the third after 80 ms", {.status = 503, .max_attempts = 6, OUTAGE(1, 50)},
			{REPEAT, true, 500, 26, 0, 2, 0}},
		{"the fourth after 400", {.status = 503, .max_attempts = 6, OUTAGE(2, 100)},
			{REPEAT, true, 1000, 280, 0, 3, 0}},
		{"the fifth after 2000", {.status = 503, .max_attempts = 6, OUTAGE(3, 400)},
			{REPEAT, true, 2000, 1500, 0, 4, 0}},
		{"the last after ten seconds", {.status = 503, .max_attempts = 6, OUTAGE(4, 2000)},
			{REPEAT, true, 4000, 7500, 0, 5, 0}},
		{"twenty", {.status = 503, .max_attempts = 20, OUTAGE(4, 2000)}, {REPEAT, true, 4000, 0, 0, 5, 0}},
		{"a budget of one second", {.status = 503, .max_attempts = 4, .retry_budget_ms = 1000, OUTAGE(1, 100)},
			{REPEAT, true, 500, 90, 0, 2, 0}},
	};

	check_lines(lines, COUNT(lines));
}

static void signs_of_the_service(void **state)
{
	static const struct {
		aco_attempt attempt;
		aco_sign sign;
	} lines[] = {
		{{.status = 200, ACCEPTED(100)}, ACO_SIGN_WORKS},
		{{.status = 200, ACCEPTED(99)}, ACO_SIGN_WORKS},
		{{.status = 200}, ACO_SIGN_FAILS},
		{{.status = 400}, ACO_SIGN_WORKS},
		{{.status = 400, .item_errors = 1}, ACO_SIGN_WORKS},
		{{.status = 413}, ACO_SIGN_WORKS},
		{{.status = 401}, ACO_SIGN_NONE},
		{{.status = 401, .token_renewed = true}, ACO_SIGN_FAILS},
		{{.status = 403}, ACO_SIGN_FAILS},
		{{.status = 429}, ACO_SIGN_THROTTLES},
		{{.status = 429, .retry_after_ms = 1000}, ACO_SIGN_THROTTLES},
		{{.status = 503}, ACO_SIGN_FAILS},
		{{.status = 503, .retry_after_ms = 1000}, ACO_SIGN_FAILS},
		{{.status = 0}, ACO_SIGN_FAILS},
		{{.permanent = true}, ACO_SIGN_FAILS},
	};

	for (size_t i = 0; i < COUNT(lines); i++) {
		aco_attempt attempt = with_defaults(lines[i].attempt);

		assert_int_equal(aco_sign_of(aco_ingestion.judge(&attempt), &attempt), lines[i].sign);
	}
}

/* Half a second, twice as much each time, half a minute at most. */
static int64_t bound_ms(unsigned failures)
{
	static const int64_t bounds[] = {500, 500, 1000, 2000, 4000, 8000, 16000};

	return failures < COUNT(bounds) ? bounds[failures] : 30000;
}

static void backoff_is_anything_up_to_its_bound(void **state)
{
	static const double fractions[] = {0, 0.25, 0.5, 0.999, 0.9999999997671694};

	for (unsigned failures = 1; failures < 70; failures++) {
		for (size_t i = 0; i < COUNT(fractions); i++) {
			aco_attempt attempt = {.status = 500,
				.sent = 1,
				.retry_after_ms = -1,
				.failures = failures - 1,
				.max_attempts = 100,
				.retry_budget_ms = INT64_C(1000000),
				.random = fractions[i]};
			aco_outcome outcome = aco_outcome_of(aco_ingestion.judge(&attempt), &attempt);

			assert_int_equal(outcome.action, ACO_ACTION_REPEAT);
			assert_int_equal(outcome.delay_ms, (int64_t) (fractions[i] * (double) bound_ms(failures)));
			assert_true(outcome.delay_ms < bound_ms(failures));
		}
	}
}

/* As many as there are numbers: doubling ends in time. */
static void huge_counts_do_no_harm(void **state)
{
	aco_attempt attempt = {.status = 500,
		.sent = 1,
		.retry_after_ms = -1,
		.failures = UINT32_MAX - 1,
		.max_attempts = UINT32_MAX,
		.retry_budget_ms = INT64_MAX,
		.random = RANDOM};
	aco_outcome outcome = aco_outcome_of(aco_ingestion.judge(&attempt), &attempt);

	assert_int_equal(outcome.action, ACO_ACTION_GIVE_UP);
	assert_int_equal(outcome.delay_ms, 15000);
}

static bool is_about_items(const aco_attempt *attempt)
{
	return attempt->status == 400 || attempt->status == 413;
}

static bool is_throttled(const aco_attempt *attempt)
{
	return attempt->status == 429 || (attempt->status == 503 && attempt->retry_after_ms >= 0);
}

static bool is_configuration(const aco_attempt *attempt)
{
	if (attempt->status == 0) {
		return attempt->permanent;
	}
	return attempt->status >= 300 && attempt->status < 500 && attempt->status != 408 && attempt->status != 429;
}

/* These name the first rule of the contract that does not hold, or NULL. */
static const char *broken_rule_of_success(const aco_attempt *attempt, const aco_outcome *outcome)
{
	bool two_hundred = attempt->status >= 200 && attempt->status < 300;
	bool delivered = two_hundred && attempt->readable && (uint64_t) attempt->accepted >= attempt->sent;

	if ((outcome->action == ACO_ACTION_DELIVERED) != delivered) {
		return "delivered needs a count that is enough";
	}
	if ((outcome->action == ACO_ACTION_REJECT_NAMED) != (attempt->status == 400 && attempt->item_errors > 0)) {
		return "items are rejected by name when a 400 names them";
	}
	if ((outcome->action == ACO_ACTION_HALVE || outcome->action == ACO_ACTION_REJECT)
			!= (is_about_items(attempt) && outcome->action != ACO_ACTION_REJECT_NAMED)) {
		return "what is about items but does not name them is cut down";
	}
	if (outcome->action == ACO_ACTION_REJECT && attempt->sent != 1) {
		return "only a single item is rejected without a name";
	}
	if (outcome->action == ACO_ACTION_HALVE && attempt->sent == 1) {
		return "one item has no halves";
	}
	if ((outcome->action == ACO_ACTION_NEW_TOKEN) != (attempt->status == 401 && !attempt->token_renewed)) {
		return "a 401 brings one new token";
	}
	if (outcome->failures != (outcome->action == ACO_ACTION_NEW_TOKEN ? attempt->failures : 0)
			|| outcome->delay_ms != 0 || outcome->hold_ms != 0 || outcome->pause_ms != 0) {
		return "without a failure nothing is counted and nobody waits";
	}
	return NULL;
}

static const char *broken_rule_of_delay(const aco_attempt *attempt, const aco_outcome *outcome)
{
	int64_t told_ms = attempt->retry_after_ms < 300000 ? attempt->retry_after_ms : 300000;

	if (attempt->retry_after_ms > 0 ? outcome->delay_ms != told_ms
									: outcome->delay_ms < 0 || outcome->delay_ms >= 30000) {
		return "the delay is as told, or a backoff";
	}
	return outcome->pause_ms != (is_throttled(attempt) ? outcome->delay_ms : 0) ? "only throttling pauses the tenant"
																				: NULL;
}

static const char *broken_rule_of_failure(const aco_attempt *attempt, const aco_outcome *outcome)
{
	bool in_time = attempt->retry_budget_ms > 0 && attempt->elapsed_ms + outcome->delay_ms <= attempt->retry_budget_ms;
	bool open = attempt->circuit_open;
	bool left = in_time && outcome->failures < attempt->max_attempts;

	if (outcome->failures != attempt->failures + (is_throttled(attempt) ? 0 : 1)) {
		return "each failure counts against the attempts but for throttling";
	}
	if (outcome->throttles != attempt->throttles + (is_throttled(attempt) ? 1 : 0)) {
		return "throttling is counted by itself";
	}
	if (outcome->hold_ms < 0 || outcome->hold_ms > 10000
		|| (outcome->hold_ms > 0 && attempt->streak < outcome->failures)) {
		return "attempts are held in an outage only, and until the circuit opens at most";
	}
	if ((open || is_configuration(attempt)) && outcome->action != ACO_ACTION_STOP) {
		return "an open circuit and a wrong configuration stop";
	}
	if (outcome->action == ACO_ACTION_STOP && !open && !is_configuration(attempt)
		&& !(is_throttled(attempt) && !in_time)) {
		return "nothing else stops";
	}
	if (outcome->action == ACO_ACTION_REPEAT && !left) {
		return "nothing is repeated beyond attempts and budget";
	}
	if (outcome->action == ACO_ACTION_GIVE_UP && left) {
		return "nothing is given up within attempts and budget";
	}
	return outcome->action < ACO_ACTION_REPEAT ? "a failure is repeated, given up, or stops" : broken_rule_of_delay(attempt, outcome);
}

static void check_rules(const aco_attempt *attempt)
{
	aco_outcome outcome = aco_outcome_of(aco_ingestion.judge(attempt), attempt);
	bool two_hundred = attempt->status >= 200 && attempt->status < 300;
	bool first_401 = attempt->status == 401 && !attempt->token_renewed;
	bool failed = two_hundred ? !attempt->readable : !is_about_items(attempt) && !first_401;
	const char *broken = outcome.failed != failed ? "a failure is what is not about the items"
		: failed ? broken_rule_of_failure(attempt, &outcome)
		: broken_rule_of_success(attempt, &outcome);

	if (broken) {
		fail_msg(
			"%s: HTTP %ld, sent %zu, readable %d, accepted %lld, item errors %zu, renewed %d, Retry-After %lld, failures %u, streak %u, "
			"elapsed %lld, open %d, hopeless %d: action %d, delay %lld, hold %lld, pause %lld, failures %u",
			broken, attempt->status, attempt->sent, attempt->readable, (long long) attempt->accepted,
			attempt->item_errors, attempt->token_renewed, (long long) attempt->retry_after_ms, attempt->failures,
			attempt->streak, (long long) attempt->elapsed_ms, attempt->circuit_open, attempt->permanent, outcome.action,
			(long long) outcome.delay_ms, (long long) outcome.hold_ms, (long long) outcome.pause_ms, outcome.failures);
	}
}

/* Every answer there can be with a history. */
static void check_answers(aco_attempt attempt)
{
	static const size_t sizes[] = {1, 2, 100};

	for (size_t size = 0; size < COUNT(sizes); size++) {
		for (unsigned flags = 0; flags < 8; flags++) {
			attempt.sent = sizes[size];
			attempt.readable = flags & 1;
			attempt.token_renewed = flags & 2;
			attempt.item_errors = flags & 4 ? 1 : 0;
			for (attempt.accepted = (int64_t) attempt.sent - 1; attempt.accepted <= (int64_t) attempt.sent + 1;
				 attempt.accepted++) {
				check_rules(&attempt);
			}
		}
	}
}

static void rules_hold_for_every_answer_and_history(void **state)
{
	static const long statuses[] = {0, 100, 200, 204, 299, 300, 399, 400, 401, 403, 408, 413, 429, 499, 500, 503, 599};
	static const int64_t waits[] = {-1, 0, 1, 7000, 300001, INT64_MAX}, elapsed[] = {0, 59900, 70000};
	static const unsigned failures[] = {0, 1, 4, 9};

	for (size_t i = 0; i < COUNT(statuses) * COUNT(waits) * COUNT(elapsed) * COUNT(failures) * 4 * 4; i++) {
		size_t rest = i;
		aco_attempt attempt = {.max_attempts = MAX_ATTEMPTS, .retry_budget_ms = BUDGET_MS, .random = RANDOM};

		attempt.permanent = rest & 1;
		attempt.circuit_open = rest & 2;
		attempt.streak = rest / 4 % 4;
		rest /= 16;
		attempt.status = statuses[rest % COUNT(statuses)];
		rest /= COUNT(statuses);
		attempt.retry_after_ms = waits[rest % COUNT(waits)];
		rest /= COUNT(waits);
		attempt.elapsed_ms = elapsed[rest % COUNT(elapsed)];
		attempt.failures = failures[rest / COUNT(elapsed)];
		check_answers(attempt);
	}
}

static void rules_hold_for_every_status(void **state)
{
	for (long status = 0; status < 1000; status++) {
		for (int64_t wait_ms = -1; wait_ms < 2; wait_ms++) {
			check_answers((aco_attempt) {.status = status,
				.retry_after_ms = wait_ms,
				.max_attempts = MAX_ATTEMPTS,
				.retry_budget_ms = BUDGET_MS});
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(success_needs_a_count),
		cmocka_unit_test(bad_items_are_told_from_bad_requests),
		cmocka_unit_test(token_is_renewed_once),
		cmocka_unit_test(configuration_stops_at_once),
		cmocka_unit_test(throttling_waits_as_told),
		cmocka_unit_test(trouble_is_tried_again),
		cmocka_unit_test(open_circuit_stops),
		cmocka_unit_test(attempts_are_spread_over_an_outage),
		cmocka_unit_test(signs_of_the_service),
		cmocka_unit_test(backoff_is_anything_up_to_its_bound),
		cmocka_unit_test(huge_counts_do_no_harm),
		cmocka_unit_test(rules_hold_for_every_answer_and_history),
		cmocka_unit_test(rules_hold_for_every_status),
	};

	return cmocka_run_group_tests_name("outcome", tests, NULL, NULL);
}
