#include "check.h"

#include "src/core/engine/breaker.h"

#define CLOSED ACO_BREAKER_CLOSED
#define HALF_OPEN ACO_BREAKER_HALF_OPEN
#define OPEN ACO_BREAKER_OPEN
#define BUDGET_MS 60000

/* What happens, at a moment of a clock that only the table moves. */
typedef enum event {
	SENT,
	FAILED,
	/* Without a request that went out: there was no token. */
	FAILED_FOR_TOKEN,
	THROTTLED,
	WORKED,
	/* About nothing, such as a 401. */
	ENDED
} event;

typedef struct step {
	int64_t at_ms;
	event event;
	/* Of the request; those that are sent are counted from 1. */
	uint64_t serial;
	int64_t told_ms;
	/* Afterwards. */
	aco_breaker_state state;
	unsigned streak;
	/* -1: not before an answer. */
	int64_t resume_ms;
} step;

static void tell(aco_breaker *breaker, const step *step, uint64_t *sent, bool *probes)
{
	const aco_breaker_failure failure = {
		.serial = step->event == FAILED_FOR_TOKEN ? UINT64_MAX : step->serial,
		.last_serial = *sent,
		.now_ms = step->at_ms,
		.told_ms = step->told_ms,
		.random = 0.5,
	};

	if (step->event == SENT) {
		probes[++*sent] = aco_breaker_sent(breaker);
		return;
	}
	if (step->event != FAILED_FOR_TOKEN && probes[step->serial]) {
		aco_breaker_probe_ended(breaker);
	}
	switch (step->event) {
		case THROTTLED:
			aco_breaker_throttled(breaker, &failure);
			break;
		case WORKED:
			aco_breaker_succeeded(breaker);
			break;
		case ENDED:
			break;
		default:
			aco_breaker_failed(breaker, &failure);
			break;
	}
}

static void check_steps(int64_t budget_ms, const step *steps, size_t count)
{
	aco_breaker breaker = aco_breaker_new(budget_ms);
	bool probes[32] = {false};
	uint64_t sent = 0;

	for (size_t i = 0; i < count; i++) {
		int64_t resume_ms;

		tell(&breaker, &steps[i], &sent, probes);
		resume_ms = aco_breaker_resume_ms(&breaker);
		resume_ms = resume_ms == INT64_MAX ? -1 : resume_ms;
		if (breaker.state != steps[i].state || breaker.streak != steps[i].streak || resume_ms != steps[i].resume_ms) {
			fail_msg("step %zu, at %lld ms: state %d, streak %u, resume %lld; expected %d, %u, %lld", i, (long long) steps[i].at_ms, breaker.state,
				breaker.streak, (long long) resume_ms, steps[i].state, steps[i].streak, (long long) steps[i].resume_ms);
		}
	}
}

#define CHECK(budget_ms, ...) do { \
	static const step steps[] = {__VA_ARGS__}; \
	check_steps(budget_ms, steps, COUNT(steps)); \
} while (0)

static void works(void **state)
{
	CHECK(BUDGET_MS,
		{1000, SENT, .state = CLOSED},
		{1000, SENT, .state = CLOSED},
		{1100, WORKED, 1, .state = CLOSED},
		{1200, WORKED, 2, .state = CLOSED});
}

static void closes_when_a_probe_succeeds(void **state)
{
	CHECK(BUDGET_MS,
		{1000, SENT, .state = CLOSED},
		{1000, FAILED, 1, 0, HALF_OPEN, 1, 1250},
		{1250, SENT, 0, 0, HALF_OPEN, 1, -1},
		{1300, FAILED, 2, 0, HALF_OPEN, 2, 1800},
		{1800, SENT, 0, 0, HALF_OPEN, 2, -1},
		{1900, WORKED, 3, 0, CLOSED, 0, 0},
		{2000, SENT, 0, 0, CLOSED, 0, 0},
		{2000, FAILED, 4, 0, HALF_OPEN, 1, 2250});
}

static void opens_when_a_streak_has_lasted(void **state)
{
	CHECK(BUDGET_MS,
		{1000, SENT, .state = CLOSED},
		{1000, FAILED, 1, 0, HALF_OPEN, 1, 1250},
		{2000, SENT, 0, 0, HALF_OPEN, 1, -1},
		{10999, FAILED, 2, 0, HALF_OPEN, 2, 11499},
		{11499, SENT, 0, 0, HALF_OPEN, 2, -1},
		{11500, FAILED, 3, 0, OPEN, 3, -1},
		{11600, WORKED, 3, 0, OPEN, 3, -1});

	/* Probes come at most a second apart however long it takes. */
	CHECK(BUDGET_MS,
		{0, SENT, .state = CLOSED},
		{1, FAILED, 1, 0, HALF_OPEN, 1, 251},
		{251, SENT, 0, 0, HALF_OPEN, 1, -1},
		{251, FAILED, 2, 0, HALF_OPEN, 2, 751},
		{751, SENT, 0, 0, HALF_OPEN, 2, -1},
		{751, FAILED, 3, 0, HALF_OPEN, 3, 1501},
		{1501, SENT, 0, 0, HALF_OPEN, 3, -1},
		{1501, FAILED, 4, 0, HALF_OPEN, 4, 2251},
		{10000, SENT, 0, 0, HALF_OPEN, 4, -1},
		{10000, FAILED, 5, 0, HALF_OPEN, 5, 10750},
		{10750, SENT, 0, 0, HALF_OPEN, 5, -1},
		{10750, FAILED, 6, 0, OPEN, 6, -1});

	/* Two that took long are not three. */
	CHECK(BUDGET_MS,
		{0, SENT, .state = CLOSED},
		{30000, FAILED, 1, 0, HALF_OPEN, 1, 30250},
		{30250, SENT, 0, 0, HALF_OPEN, 1, -1},
		{60250, FAILED, 2, 0, HALF_OPEN, 2, 60750},
		{60750, SENT, 0, 0, HALF_OPEN, 2, -1},
		{90750, FAILED, 3, 0, OPEN, 3, -1});
}

static void waits_no_longer_than_the_budget(void **state)
{
	CHECK(500,
		{0, FAILED_FOR_TOKEN, 0, 0, HALF_OPEN, 1, 250},
		{250, FAILED_FOR_TOKEN, 0, 0, HALF_OPEN, 2, 750},
		{500, FAILED_FOR_TOKEN, 0, 0, OPEN, 3, -1});
	CHECK(0,
		{5, FAILED_FOR_TOKEN, 0, 0, HALF_OPEN, 1, 255},
		{5, FAILED_FOR_TOKEN, 0, 0, HALF_OPEN, 2, 505},
		{5, FAILED_FOR_TOKEN, 0, 0, OPEN, 3, -1});
}

static void those_in_flight_together_fail_once(void **state)
{
	CHECK(0,
		{0, SENT, .state = CLOSED},
		{0, SENT, .state = CLOSED},
		{0, SENT, .state = CLOSED},
		{0, SENT, .state = CLOSED},
		{10, FAILED, 2, 0, HALF_OPEN, 1, 260},
		{11, FAILED, 1, 0, HALF_OPEN, 1, 261},
		{261, SENT, 0, 0, HALF_OPEN, 1, -1},
		{262, FAILED, 3, 0, HALF_OPEN, 1, -1},
		{300, FAILED, 5, 0, HALF_OPEN, 2, 800},
		{301, FAILED, 4, 0, HALF_OPEN, 2, 801},
		{801, SENT, 0, 0, HALF_OPEN, 2, -1},
		{802, FAILED, 6, 0, OPEN, 3, -1});
	/* One of them that succeeds closes it. */
	CHECK(0,
		{0, SENT, .state = CLOSED},
		{0, SENT, .state = CLOSED},
		{10, FAILED, 1, 0, HALF_OPEN, 1, 260},
		{11, WORKED, 2, 0, CLOSED, 0, 0});
}

static void throttling_counts_for_nothing(void **state)
{
	CHECK(0,
		{0, SENT, .state = CLOSED},
		{0, THROTTLED, 1, 0, HALF_OPEN, 0, 250},
		{250, SENT, 0, 0, HALF_OPEN, 0, -1},
		{250, THROTTLED, 2, 7000, HALF_OPEN, 0, 7250},
		{7250, SENT, 0, 0, HALF_OPEN, 0, -1},
		{7250, THROTTLED, 3, 0, HALF_OPEN, 0, 7500},
		{90000, SENT, 0, 0, HALF_OPEN, 0, -1},
		{90000, THROTTLED, 4, 0, HALF_OPEN, 0, 90250},
		{90250, SENT, 0, 0, HALF_OPEN, 0, -1},
		{90300, WORKED, 5, 0, CLOSED, 0, 0});

	/* Nor does it end a streak, or begin one. */
	CHECK(10000,
		{0, SENT, .state = CLOSED},
		{0, THROTTLED, 1, 0, HALF_OPEN, 0, 250},
		{250, SENT, 0, 0, HALF_OPEN, 0, -1},
		{9000, FAILED, 2, 0, HALF_OPEN, 1, 9250},
		{9250, SENT, 0, 0, HALF_OPEN, 1, -1},
		{9250, FAILED, 3, 0, HALF_OPEN, 2, 9750},
		{9750, SENT, 0, 0, HALF_OPEN, 2, -1},
		{12000, THROTTLED, 4, 0, HALF_OPEN, 2, 12500},
		{12500, SENT, 0, 0, HALF_OPEN, 2, -1},
		{18999, FAILED, 5, 0, HALF_OPEN, 3, 19749},
		{19749, SENT, 0, 0, HALF_OPEN, 3, -1},
		{19749, FAILED, 6, 0, OPEN, 4, -1});
}

static void probes_wait_as_told(void **state)
{
	CHECK(BUDGET_MS,
		{0, SENT, .state = CLOSED},
		{0, SENT, .state = CLOSED},
		{0, FAILED, 1, 4000, HALF_OPEN, 1, 4000},
		/* Another one that says nothing makes it no shorter. */
		{5, FAILED, 2, 0, HALF_OPEN, 1, 4000},
		{4000, SENT, 0, 0, HALF_OPEN, 1, -1},
		{4100, ENDED, 3, 0, HALF_OPEN, 1, 4000});
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(works),
		cmocka_unit_test(closes_when_a_probe_succeeds),
		cmocka_unit_test(opens_when_a_streak_has_lasted),
		cmocka_unit_test(waits_no_longer_than_the_budget),
		cmocka_unit_test(those_in_flight_together_fail_once),
		cmocka_unit_test(throttling_counts_for_nothing),
		cmocka_unit_test(probes_wait_as_told),
	};

	return cmocka_run_group_tests_name("breaker", tests, NULL, NULL);
}
