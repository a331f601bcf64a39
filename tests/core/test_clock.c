#include "check.h"

#include "src/core/base/clock.h"

#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

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
	int64_t last = aco_clock_us();

	for (size_t i = 0; i < 100000; i++) {
		int64_t now = aco_clock_us();
		assert_true(now >= last);
		last = now;
	}
}

static void units_agree(void **state)
{
	int64_t before_us = aco_clock_us(), ms = aco_clock_ms(), after_us = aco_clock_us();

	assert_in_range(ms, before_us / 1000, after_us / 1000);
}

/* Processes compare their moments. */
static void children_have_the_same_clock(void **state)
{
	int64_t before_us = aco_clock_us(), after_us, childs_us = 0;
	int pipes[2];

	assert_int_equal(pipe(pipes), 0);
	if (fork() == 0) {
		childs_us = aco_clock_us();
		_exit(write(pipes[1], &childs_us, sizeof(childs_us)) != sizeof(childs_us));
	}
	assert_int_equal(read(pipes[0], &childs_us, sizeof(childs_us)), sizeof(childs_us));
	after_us = aco_clock_us();
	assert_in_range(childs_us, before_us, after_us);
	close(pipes[0]);
	close(pipes[1]);
	wait(NULL);
}

static void wall_clock_counts_from_1970(void **state)
{
	time_t before = time(NULL);
	int64_t wall_ms = aco_clock_wall_ms();

	/* time() may lag behind by a tick. */
	assert_in_range(wall_ms, (int64_t) before * 1000, ((int64_t) time(NULL) + 1) * 1000 + 50);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(runs_in_milliseconds),
		cmocka_unit_test(never_goes_back),
		cmocka_unit_test(units_agree),
		cmocka_unit_test(children_have_the_same_clock),
		cmocka_unit_test(wall_clock_counts_from_1970),
	};

	return cmocka_run_group_tests_name("clock", tests, NULL, NULL);
}
