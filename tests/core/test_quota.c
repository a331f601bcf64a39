#include "check.h"

#include "aco_quota.h"

/* What went out: when, and how many of what is counted. */
typedef struct sent {
	int64_t at_ms;
	double amount;
} sent;

#define MAX_SENT 20000
/* Bursts: requests that may follow each other at once, and one full batch of items. */
#define REQUEST_BURST 2

/* In any window, however long, no more than rate x window + burst. */
static void check_windows(const sent *log, size_t count, double per_ms, double burst)
{
	for (size_t first = 0; first < count; first++) {
		double amount = 0;

		for (size_t last = first; last < count; last++) {
			double allowed = per_ms * (double) (log[last].at_ms - log[first].at_ms) + burst;

			amount += log[last].amount;
			if (amount > allowed + 1e-6) {
				fail_msg("%.0f went out within %lld ms, %.2f are allowed", amount, (long long) (log[last].at_ms - log[first].at_ms), allowed);
			}
		}
	}
}

/* Takes as much as it gets for `duration_ms`, waiting as told, sometimes longer, sometimes asking too early. */
static size_t run(aco_quota *quota, aco_item_rate rate, size_t items, int64_t duration_ms, uint64_t seed, sent *log)
{
	int64_t now_ms = 1000000;
	size_t count = 0;

	while (now_ms < 1000000 + duration_ms && count < MAX_SENT) {
		int64_t wait_ms = aco_quota_take(quota, rate, items, now_ms);

		assert_true(wait_ms >= 0);
		if (wait_ms == 0) {
			log[count++] = (sent) {now_ms, (double) items};
			continue;
		}
		switch (seed ? check_random(&seed) % 4 : 0) {
			case 1:
				now_ms += 1;
				break;
			case 2:
				now_ms += wait_ms + (int64_t) (check_random(&seed) % 3000);
				break;
			default:
				now_ms += wait_ms;
		}
	}
	return count;
}

static void requests_keep_their_rate(void **state)
{
	static const double rates[] = {0.5, 2, 5, 7.3, 100};
	sent *log = calloc(MAX_SENT, sizeof(*log));

	assert_non_null(log);
	for (size_t i = 0; i < COUNT(rates); i++) {
		for (uint64_t seed = 0; seed < 3; seed++) {
			aco_quota quota;
			size_t count;

			aco_quota_init(&quota, rates[i], 0, 0, 1000000);
			count = run(&quota, ACO_RATE_NONE, 100, 20000, seed, log);
			for (size_t j = 0; j < count; j++) {
				log[j].amount = 1;
			}
			check_windows(log, count, rates[i] / 1000, REQUEST_BURST);
			/* The whole rate is used when the caller waits as told. */
			if (seed == 0) {
				assert_in_range(count, (size_t) (20 * rates[i] * 0.97), (size_t) (20 * rates[i]) + REQUEST_BURST);
			}
		}
	}
	free(log);
}

static void items_keep_their_rate(void **state)
{
	static const struct {
		aco_item_rate rate;
		int64_t per_minute;
		size_t items;
		double burst;
	} cases[] = {
		{ACO_RATE_PRODUCTS, 1000, 100, 100}, {ACO_RATE_PRODUCTS, 1000, 37, 100}, {ACO_RATE_PRODUCTS, 1000, 1, 100}, {ACO_RATE_PRODUCTS, 1, 1, 100},
		{ACO_RATE_PRICES, 50000, 500, 500}, {ACO_RATE_PRICES, 50000, 499, 500}, {ACO_RATE_PRICES, 60, 7, 500},
	};
	sent *log = calloc(MAX_SENT, sizeof(*log));

	assert_non_null(log);
	for (size_t i = 0; i < COUNT(cases); i++) {
		for (uint64_t seed = 0; seed < 3; seed++) {
			aco_quota quota;
			size_t count;

			aco_quota_init(&quota, 0, cases[i].rate == ACO_RATE_PRODUCTS ? cases[i].per_minute : 0,
				cases[i].rate == ACO_RATE_PRICES ? cases[i].per_minute : 0, 1000000);
			count = run(&quota, cases[i].rate, cases[i].items, 180000, seed, log);
			check_windows(log, count, (double) cases[i].per_minute / 60000, cases[i].burst);
			if (seed == 0) {
				double allowed = 3 * (double) cases[i].per_minute + cases[i].burst;
				assert_in_range(count * cases[i].items, (size_t) (allowed * 0.97) - cases[i].items, (size_t) allowed);
			}
		}
	}
	free(log);
}

static void both_rates_hold_together(void **state)
{
	sent *log = calloc(MAX_SENT, sizeof(*log));
	aco_quota quota;
	size_t count;

	assert_non_null(log);
	aco_quota_init(&quota, 2, 6000, 0, 1000000);
	count = run(&quota, ACO_RATE_PRODUCTS, 20, 60000, 4, log);
	check_windows(log, count, 0.1, 100);
	for (size_t i = 0; i < count; i++) {
		log[i].amount = 1;
	}
	check_windows(log, count, 0.002, REQUEST_BURST);
	free(log);
}

static void refused_requests_cost_nothing(void **state)
{
	aco_quota quota, before;

	aco_quota_init(&quota, 2, 1000, 0, 0);
	assert_int_equal(aco_quota_take(&quota, ACO_RATE_PRODUCTS, 100, 0), 0);
	/* The products are used up, requests are not. */
	before = quota;
	assert_int_equal(aco_quota_take(&quota, ACO_RATE_PRODUCTS, 100, 0), 6000);
	assert_memory_equal(&before, &quota, sizeof(quota));
	assert_int_equal(aco_quota_take(&quota, ACO_RATE_PRICES, 500, 0), 0);
	assert_int_equal(aco_quota_take(&quota, ACO_RATE_NONE, 1, 0), 500);
}

static void waiting_as_told_is_enough(void **state)
{
	uint64_t seed = 12;

	for (size_t i = 0; i < 20000; i++) {
		double per_second = (double) (check_random(&seed) % 100000 + 1) / 1000;
		int64_t now_ms = (int64_t) (check_random(&seed) % 100000000), wait_ms;
		size_t items = check_random(&seed) % 100 + 1;
		aco_quota quota;

		aco_quota_init(&quota, per_second, (int64_t) (check_random(&seed) % 100000 + 1), 0, now_ms);
		while ((wait_ms = aco_quota_take(&quota, ACO_RATE_PRODUCTS, items, now_ms)) == 0) {
		}
		now_ms += wait_ms;
		/* One more millisecond for what cannot be written exactly in binary. */
		wait_ms = aco_quota_take(&quota, ACO_RATE_PRODUCTS, items, now_ms);
		assert_in_range(wait_ms, 0, 1);
		assert_int_equal(aco_quota_take(&quota, ACO_RATE_PRODUCTS, items, now_ms + 1) != 0 && wait_ms != 0, 0);
	}
}

static void more_than_a_bucket_is_paid_for_afterwards(void **state)
{
	aco_quota quota;

	aco_quota_init(&quota, 0, 600, 0, 0);
	assert_int_equal(aco_quota_take(&quota, ACO_RATE_PRODUCTS, 350, 0), 0);
	/* 10 a second: 250 of debt and 1, then 250 and a full batch. */
	assert_int_equal(aco_quota_take(&quota, ACO_RATE_PRODUCTS, 1, 0), 25100);
	assert_int_equal(aco_quota_take(&quota, ACO_RATE_PRODUCTS, 100, 0), 35000);
	assert_int_equal(aco_quota_take(&quota, ACO_RATE_PRODUCTS, 350, 34999), 1);
	assert_int_equal(aco_quota_take(&quota, ACO_RATE_PRODUCTS, 350, 35000), 0);
}

static void zero_lifts_a_limit(void **state)
{
	aco_quota quota;

	aco_quota_init(&quota, 0, 0, 0, 0);
	for (size_t i = 0; i < 10000; i++) {
		assert_int_equal(aco_quota_take(&quota, ACO_RATE_NONE, 100, 0), 0);
		assert_int_equal(aco_quota_take(&quota, ACO_RATE_PRODUCTS, 100, 0), 0);
		assert_int_equal(aco_quota_take(&quota, ACO_RATE_PRICES, 500, 0), 0);
	}
}

static void rates_do_not_touch_each_other(void **state)
{
	aco_quota quota;

	aco_quota_init(&quota, 0, 60, 60, 0);
	assert_int_equal(aco_quota_take(&quota, ACO_RATE_PRODUCTS, 100, 0), 0);
	assert_int_not_equal(aco_quota_take(&quota, ACO_RATE_PRODUCTS, 1, 0), 0);
	assert_int_equal(aco_quota_take(&quota, ACO_RATE_PRICES, 500, 0), 0);
	assert_int_equal(aco_quota_take(&quota, ACO_RATE_NONE, 100, 0), 0);
}

static void long_pauses_do_not_save_up(void **state)
{
	sent log[16];
	aco_quota quota;

	aco_quota_init(&quota, 2, 0, 0, 0);
	for (int64_t now_ms = INT64_C(1000000000000); now_ms < INT64_C(4000000000000); now_ms += INT64_C(1000000000000)) {
		size_t count = 0;

		while (aco_quota_take(&quota, ACO_RATE_NONE, 1, now_ms) == 0) {
			assert_in_range(count, 0, COUNT(log) - 1);
			log[count++] = (sent) {now_ms, 1};
		}
		assert_int_equal(count, REQUEST_BURST);
	}
}

/* Processes that share the state read the clock before they get the lock. */
static void clocks_that_lag_give_no_tokens(void **state)
{
	size_t count = 0;
	aco_quota quota;

	aco_quota_init(&quota, 2, 0, 0, 0);
	for (int64_t now_ms = 0; now_ms <= 10000; now_ms += 10) {
		count += aco_quota_take(&quota, ACO_RATE_NONE, 1, now_ms) == 0;
		count += aco_quota_take(&quota, ACO_RATE_NONE, 1, now_ms - 5) == 0;
	}
	assert_in_range(count, 1, 20 + REQUEST_BURST);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(requests_keep_their_rate),
		cmocka_unit_test(items_keep_their_rate),
		cmocka_unit_test(both_rates_hold_together),
		cmocka_unit_test(refused_requests_cost_nothing),
		cmocka_unit_test(waiting_as_told_is_enough),
		cmocka_unit_test(more_than_a_bucket_is_paid_for_afterwards),
		cmocka_unit_test(zero_lifts_a_limit),
		cmocka_unit_test(rates_do_not_touch_each_other),
		cmocka_unit_test(long_pauses_do_not_save_up),
		cmocka_unit_test(clocks_that_lag_give_no_tokens),
	};

	return cmocka_run_group_tests_name("quota", tests, NULL, NULL);
}
