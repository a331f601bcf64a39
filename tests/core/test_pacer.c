#include "check_quota_file.h"

#include "src/core/engine/pacer.h"

#define SECOND INT64_C(1000000)
#define START (INT64_C(100000) * SECOND)

/* A second and a minute end with their slots. */
#define SECOND_SLOT_MS 8
#define MINUTE_SLOT_MS 256

static aco_pacer pacer_of(double requests_per_second, aco_quota_file *shared)
{
	aco_rates rates = aco_rates_of(requests_per_second, 1000, 50000);
	aco_pacer pacer;

	aco_pacer_init(&pacer, &rates);
	pacer.shared = shared;
	return pacer;
}

/* Asks for a request that is there and answered at once, if it may go. */
static aco_grant take_items(aco_pacer *pacer, aco_item_rate rate, size_t items, int64_t now_us)
{
	aco_passage passage;
	aco_grant grant = aco_pacer_acquire(pacer, rate, items, now_us, &passage);

	if (grant.wait_ms == 0) {
		aco_pacer_follow(pacer, &passage, now_us, now_us, now_us);
	}
	return grant;
}

static void check_turn(aco_grant grant, int64_t wait_ms, bool paused)
{
	assert_int_equal(grant.wait_ms, wait_ms);
	assert_int_equal(grant.paused, paused);
	assert_false(grant.broken);
}

static aco_grant take(aco_pacer *pacer, int64_t now_us)
{
	return take_items(pacer, ACO_RATE_NONE, 1, now_us);
}

/* Spoils the file, so that whoever comes next has to replace it. */
static void spoil(void)
{
	check_put(check_quota_path(KEY), TEXT("something else"), 0600);
}

static void folder_in_place_of_the_file_is_told(void **state)
{
	aco_quota_file *file = check_quota_file(KEY);
	aco_pacer pacer = pacer_of(2, file);
	aco_grant grant;

	assert_int_equal(mkdir(check_quota_path(KEY), 0700), 0);
	grant = aco_pacer_peek(&pacer, START);
	assert_true(grant.broken);
	assert_int_equal(grant.error.code, ACO_E_ARGUMENT);
	assert_non_null(strstr(grant.error.message, check_quota_path(KEY)));
	grant = take(&pacer, START);
	assert_true(grant.broken);
	assert_true(grant.wait_ms > 0);
	/* Told when the buckets can be had again. */
	aco_pacer_pause(&pacer, 5000, START);
	assert_int_equal(rmdir(check_quota_path(KEY)), 0);
	check_turn(take(&pacer, START + SECOND), 4000, true);
	aco_quota_file_close(file);
}

/* Lets requests go that are all answered while another process has the buckets. */
static void answer_while_locked(aco_pacer *pacer, aco_quota_file *other_file, size_t count)
{
	aco_passage passages[2 * ACO_PACER_CORRECTIONS];
	char why[ACO_NOTICE_SIZE];
	bool fresh;

	for (size_t i = 0; i < count; i++) {
		check_turn(aco_pacer_acquire(pacer, ACO_RATE_PRODUCTS, 1, START, &passages[i]), 0, false);
	}

	assert_non_null(aco_quota_file_lock(other_file, &fresh, why, sizeof(why)));

	for (size_t i = 0; i < count; i++) {
		aco_pacer_follow(pacer, &passages[i], START, START, START);
		assert_int_equal(passages[i].stage, ACO_PASSAGE_OVER);
	}

	assert_true(aco_quota_file_unlock(other_file));
}

static void answered_request_is_dated_when_the_buckets_are_free(void **state)
{
	aco_quota_file *file = check_quota_file(KEY), *other_file = check_quota_file(KEY);
	aco_pacer pacer = pacer_of(1, file), other = pacer_of(1, other_file);
	int64_t next_ms = SECOND / 1000 + SECOND_SLOT_MS;

	answer_while_locked(&pacer, other_file, 1);
	/* Still counted ahead of the clock. */
	assert_true(take(&other, START + 10000).wait_ms > next_ms);
	check_turn(aco_pacer_peek(&pacer, START + 20000), 1, false);
	assert_int_equal(pacer.correction_count, 0);
	assert_in_range(take(&other, START + 30000).wait_ms, 1, next_ms - 30);
	check_turn(take(&other, START + next_ms * 1000), 0, false);
	aco_quota_file_close(other_file);
	aco_quota_file_close(file);
}

static void dates_beyond_what_is_kept_stay_as_they_are(void **state)
{
	aco_quota_file *file = check_quota_file(KEY), *other_file = check_quota_file(KEY);
	aco_pacer pacer = pacer_of(0, file);

	answer_while_locked(&pacer, other_file, 2 * ACO_PACER_CORRECTIONS);
	assert_int_equal(pacer.correction_count, ACO_PACER_CORRECTIONS);
	check_turn(aco_pacer_peek(&pacer, START + 1000), 1, false);
	assert_int_equal(pacer.correction_count, 0);
	aco_quota_file_close(other_file);
	aco_quota_file_close(file);
}

static void request_that_left_is_dated_when_the_buckets_are_free(void **state)
{
	aco_quota_file *file = check_quota_file(KEY), *other_file = check_quota_file(KEY);
	aco_pacer pacer = pacer_of(1, file), other = pacer_of(1, other_file);
	char why[ACO_NOTICE_SIZE];
	aco_passage passage;
	bool fresh;

	check_turn(aco_pacer_acquire(&pacer, ACO_RATE_NONE, 1, START, &passage), 0, false);
	assert_non_null(aco_quota_file_lock(other_file, &fresh, why, sizeof(why)));
	aco_pacer_follow(&pacer, &passage, START, 0, START);
	assert_true(aco_quota_file_unlock(other_file));
	assert_int_equal(passage.stage, ACO_PASSAGE_WAITING);
	aco_pacer_follow(&pacer, &passage, START, 0, START + 1000);
	assert_int_equal(passage.stage, ACO_PASSAGE_LEFT);
	assert_in_range(take(&other, START + 2000).wait_ms, 1, 1100);
	aco_quota_file_close(other_file);
	aco_quota_file_close(file);
}

static void lost_state_counts_as_spent(void **state)
{
	aco_quota_file *file = check_quota_file(KEY), *other_file = check_quota_file(KEY);
	aco_pacer pacer = pacer_of(2, file), other = pacer_of(2, other_file);

	spoil();
	check_turn(aco_pacer_peek(&pacer, START), 1, false);
	assert_non_null(strstr(pacer.notice, check_quota_path(KEY)));
	assert_non_null(strstr(pacer.notice, "was replaced"));
	assert_in_range(take(&pacer, START).wait_ms, 1000, 1000 + SECOND_SLOT_MS);
	assert_in_range(take_items(&other, ACO_RATE_PRODUCTS, 100, START).wait_ms, 60000, 60000 + MINUTE_SLOT_MS);
	assert_in_range(take_items(&other, ACO_RATE_PRICES, 500, START).wait_ms, 60000, 60000 + MINUTE_SLOT_MS);
	assert_string_equal(other.notice, "");
	/* Told once. */
	pacer.notice[0] = '\0';
	check_turn(take(&pacer, START + SECOND + SECOND_SLOT_MS * 1000), 0, false);
	assert_string_equal(pacer.notice, "");
	aco_quota_file_close(file);
	aco_quota_file_close(other_file);
}

static void new_file_begins_with_full_buckets(void **state)
{
	aco_quota_file *file = check_quota_file(KEY);
	aco_pacer pacer = pacer_of(2, file);

	check_turn(take(&pacer, START), 0, false);
	check_turn(take(&pacer, START), 250, false);
	assert_string_equal(pacer.notice, "");
	aco_quota_file_close(file);
}

static void busy_buckets_are_looked_at_again(void **state)
{
	aco_quota_file *file = check_quota_file(KEY), *holder = check_quota_file(KEY);
	aco_pacer pacer = pacer_of(2, file);
	char why[ACO_NOTICE_SIZE];
	bool fresh;

	assert_non_null(aco_quota_file_lock(holder, &fresh, why, sizeof(why)));
	check_turn(take(&pacer, START), 1, false);
	check_turn(aco_pacer_peek(&pacer, START), 1, false);
	aco_quota_file_unlock(holder);
	/* And nothing was counted meanwhile. */
	check_turn(take(&pacer, START), 0, false);
	check_turn(take(&pacer, START + SECOND / 4), 0, false);
	aco_quota_file_close(file);
	aco_quota_file_close(holder);
}

/* An answer that asks for a pause may come while another process has the buckets. */
static void pause_waits_for_busy_buckets(void **state)
{
	aco_quota_file *file = check_quota_file(KEY), *holder = check_quota_file(KEY);
	aco_pacer pacer = pacer_of(2, file), other = pacer_of(2, holder);
	char why[ACO_NOTICE_SIZE];
	bool fresh;

	assert_non_null(aco_quota_file_lock(holder, &fresh, why, sizeof(why)));
	aco_pacer_pause(&pacer, 3000, START);
	aco_pacer_pause(&pacer, 1000, START);
	aco_quota_file_unlock(holder);
	check_turn(take(&other, START), 0, false);
	/* Any look brings it there. */
	aco_pacer_peek(&pacer, START + SECOND);
	check_turn(take(&other, START + SECOND), 2000, true);
	check_turn(take(&pacer, START + SECOND), 2000, true);
	check_turn(take(&other, START + 3 * SECOND), 0, false);
	aco_quota_file_close(file);
	aco_quota_file_close(holder);
}

static void pause_that_is_over_is_forgotten(void **state)
{
	aco_quota_file *file = check_quota_file(KEY), *holder = check_quota_file(KEY);
	aco_pacer pacer = pacer_of(2, file);
	char why[ACO_NOTICE_SIZE];
	bool fresh;

	assert_non_null(aco_quota_file_lock(holder, &fresh, why, sizeof(why)));
	aco_pacer_pause(&pacer, 3000, START);
	aco_quota_file_unlock(holder);
	check_turn(take(&pacer, START + 10 * SECOND), 0, false);
	check_turn(take(&pacer, START + 10 * SECOND + SECOND / 4), 0, false);
	aco_quota_file_close(file);
	aco_quota_file_close(holder);
}

static void pause_is_for_every_process(void **state)
{
	aco_quota_file *file = check_quota_file(KEY), *other_file = check_quota_file(KEY),
		*foreign_file = check_quota_file("another tenant");
	aco_pacer pacer = pacer_of(2, file), other = pacer_of(2, other_file), foreign = pacer_of(2, foreign_file);

	aco_pacer_pause(&pacer, 2000, START);
	check_turn(take(&pacer, START), 2000, true);
	check_turn(take(&other, START + 1), 2000, true);
	check_turn(take_items(&other, ACO_RATE_PRICES, 500, START + 1001), 1999, true);
	check_turn(take(&foreign, START), 0, false);
	check_turn(take(&other, START + 2 * SECOND), 0, false);
	check_turn(take(&other, START + 2 * SECOND), 500, false);
	aco_quota_file_close(file);
	aco_quota_file_close(other_file);
	aco_quota_file_close(foreign_file);
}

static void own_buckets_are_paused_too(void **state)
{
	aco_pacer pacer = pacer_of(2, NULL), other = pacer_of(2, NULL);

	aco_pacer_pause(&pacer, 2000, START);
	check_turn(take(&pacer, START), 2000, true);
	check_turn(take(&other, START), 0, false);
	check_turn(take(&pacer, START + 2 * SECOND), 0, false);
	check_turn(take(&pacer, START + 2 * SECOND), 500, false);
}

static void looking_costs_nothing(void **state)
{
	aco_pacer pacer = pacer_of(2, NULL);

	for (size_t i = 0; i < 10; i++) {
		aco_pacer_peek(&pacer, START);
	}
	check_turn(take(&pacer, START), 0, false);
	check_turn(take(&pacer, START), 250, false);
}

static void part_of_a_millisecond_is_a_whole_one(void **state)
{
	aco_pacer pacer = pacer_of(2, NULL);

	check_turn(take(&pacer, START), 0, false);
	check_turn(take(&pacer, START + SECOND / 4 - 1), 1, false);
	check_turn(take(&pacer, START + SECOND / 4 - 1000), 1, false);
	check_turn(take(&pacer, START + SECOND / 4 - 1001), 2, false);
	check_turn(take(&pacer, START + SECOND / 4), 0, false);
}

/* How much of two minutes' rate goes out in whole milliseconds. */
static void check_use(double requests_per_second, aco_item_rate rate, size_t items, double allowed)
{
	aco_pacer pacer = pacer_of(requests_per_second, NULL);
	double amount = 0;

	for (int64_t now_us = START; now_us < START + 120 * SECOND;) {
		aco_grant grant = take_items(&pacer, rate, items, now_us);

		amount += grant.wait_ms == 0 ? (double) items : 0;
		now_us += grant.wait_ms * 1000;
	}
	assert_true(amount <= allowed);
	assert_true(amount >= allowed * 0.99);
}

static void whole_rate_is_used(void **state)
{
	check_use(2, ACO_RATE_NONE, 1, 2 * 120);
	check_use(7.3, ACO_RATE_NONE, 1, 7.3 * 120 + 1);
	check_use(0, ACO_RATE_PRODUCTS, 100, 2 * 1000);
	check_use(0, ACO_RATE_PRODUCTS, 8, 2 * 1000);
	check_use(0, ACO_RATE_PRICES, 500, 2 * 50000);
}

/* When the second request may go, at one a second, in milliseconds from when the first one was let go. */
static int64_t second_after(int64_t left_us, int64_t ended_us, int64_t fastest_us)
{
	aco_pacer pacer = pacer_of(1, NULL);
	aco_passage first;

	pacer.fastest_us = fastest_us;
	assert_int_equal(aco_pacer_acquire(&pacer, ACO_RATE_NONE, 1, START, &first).wait_ms, 0);
	for (int64_t now_us = START; now_us < START + 10 * SECOND; now_us += 1000) {
		aco_passage second;

		aco_pacer_follow(&pacer, &first, left_us && START + left_us <= now_us ? START + left_us : 0,
			ended_us && START + ended_us <= now_us ? START + ended_us : 0, now_us);
		if (aco_pacer_acquire(&pacer, ACO_RATE_NONE, 1, now_us, &second).wait_ms == 0) {
			return (now_us - START) / 1000;
		}
	}
	return -1;
}

static void request_counts_from_when_it_left(void **state)
{
	/* Answered at once. */
	assert_in_range(second_after(1000, 5000, 4000), 1005, 1005 + SECOND_SLOT_MS + 1);
	/* After a while that is usual: it was there soon. */
	assert_in_range(second_after(1000, 300000, 295000), 1011, 1011 + SECOND_SLOT_MS + 1);
	/* Not answered yet, and that is usual. */
	assert_in_range(second_after(1000, 0, 5000000), 1011, 1011 + SECOND_SLOT_MS + 1);
	/* It waited for a connection. */
	assert_in_range(second_after(400000, 410000, 9000), 1410, 1410 + SECOND_SLOT_MS + 1);
	/* It never left. */
	assert_in_range(second_after(0, 700000, 9000), 1700, 1700 + SECOND_SLOT_MS + 1);
	/* It waits still. */
	assert_int_equal(second_after(0, 0, 9000), -1);
}

/* Such a one may have arrived late; half a second is the most that is believed. */
static void slow_answer_counts_as_late_arrival(void **state)
{
	assert_in_range(second_after(1000, 301000, 10000), 1291, 1301 + SECOND_SLOT_MS + 1);
	assert_in_range(second_after(1000, 3000000, 10000), 1511, 1511 + SECOND_SLOT_MS + 1);
	assert_in_range(second_after(1000, 0, 10000), 1511, 1511 + SECOND_SLOT_MS + 1);
}

/* Nor does it take more of the rate than a few percent in the long run, however slow the answers are. */
static void slow_answers_cost_little(void **state)
{
	aco_pacer pacer = pacer_of(2, NULL);
	aco_passage passage;
	uint64_t seed = 3;
	size_t count = 0;
	int64_t now_us = START;

	while (now_us < START + 600 * SECOND) {
		int64_t wait_ms = aco_pacer_acquire(&pacer, ACO_RATE_NONE, 1, now_us, &passage).wait_ms;

		if (wait_ms == 0) {
			aco_pacer_follow(
				&pacer, &passage, now_us, now_us + 100000 + (int64_t) (check_random(&seed) % 400000), now_us);
			count++;
		}
		now_us += wait_ms * 1000;
	}
	assert_in_range(count, 1200 * 0.965, 1200);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		check_test_in_dir(folder_in_place_of_the_file_is_told),
		check_test_in_dir(answered_request_is_dated_when_the_buckets_are_free),
		check_test_in_dir(dates_beyond_what_is_kept_stay_as_they_are),
		check_test_in_dir(request_that_left_is_dated_when_the_buckets_are_free),
		check_test_in_dir(lost_state_counts_as_spent),
		check_test_in_dir(new_file_begins_with_full_buckets),
		check_test_in_dir(busy_buckets_are_looked_at_again),
		check_test_in_dir(pause_waits_for_busy_buckets),
		check_test_in_dir(pause_that_is_over_is_forgotten),
		check_test_in_dir(pause_is_for_every_process),
		cmocka_unit_test(own_buckets_are_paused_too),
		cmocka_unit_test(looking_costs_nothing),
		cmocka_unit_test(part_of_a_millisecond_is_a_whole_one),
		cmocka_unit_test(whole_rate_is_used),
		cmocka_unit_test(request_counts_from_when_it_left),
		cmocka_unit_test(slow_answer_counts_as_late_arrival),
		cmocka_unit_test(slow_answers_cost_little),
	};

	return cmocka_run_group_tests_name("pacer", tests, NULL, NULL);
}
