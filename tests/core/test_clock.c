#include "check.h"

#include "aco_clock.h"

#include <time.h>

static void runs_in_milliseconds(void **state)
{
	struct timespec pause = {0, 30 * 1000 * 1000};
	int64_t before = aco_clock_ms(), after;

	nanosleep(&pause, NULL);
	after = aco_clock_ms();
	/* A busy machine may sleep longer, never shorter. */
	assert_in_range(after - before, 29, 10000);
}

static void never_goes_back(void **state)
{
	int64_t last = aco_clock_ms();

	for (size_t i = 0; i < 100000; i++) {
		int64_t now = aco_clock_ms();
		assert_true(now >= last);
		last = now;
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(runs_in_milliseconds),
		cmocka_unit_test(never_goes_back),
	};

	return cmocka_run_group_tests_name("clock", tests, NULL, NULL);
}
