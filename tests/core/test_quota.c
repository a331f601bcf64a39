#include "check.h"

#include "src/core/shared/quota.h"

#include <math.h>

#define SECOND INT64_C(1000000)
#define MINUTE (60 * SECOND)
#define HOUR (60 * MINUTE)
/* Some moment of a host that is up for a while. */
#define START (INT64_C(100000) * SECOND)
#define MAX_SENT 20000
/* A window is a little longer than it need be. */
#define SECOND_SLOT 8000
#define MINUTE_SLOT 256000

/* What went out: when, and how many of what is counted. */
typedef struct sent {
	int64_t at_us;
	double amount;
} sent;

/* In any window, however long, no more than rate x window + burst. */
static void check_windows(const sent *log, size_t count, double per_us, double burst)
{
	for (size_t first = 0; first < count; first++) {
		double amount = 0;

		for (size_t last = first; last < count; last++) {
			double allowed = per_us * (double) (log[last].at_us - log[first].at_us) + burst;

			amount += log[last].amount;
			if (amount > allowed + 1e-6) {
				fail_msg("%.0f went out within %lld us, %.2f are allowed", amount, (long long) (log[last].at_us - log[first].at_us), allowed);
			}
		}
	}
}

/* No window holds more, wherever it begins. */
static void check_most(const sent *log, size_t count, int64_t length_us, double most)
{
	for (size_t first = 0; first < count; first++) {
		double amount = 0;

		for (size_t last = first; last < count && log[last].at_us <= log[first].at_us + length_us; last++) {
			amount += log[last].amount;
		}
		if (amount > most) {
			fail_msg("%.0f went out within %lld us", amount, (long long) length_us);
		}
	}
}

/* How much of the next request may have been saved up: half of it, or what 50 ms are worth. */
static double burst_of(double per_second)
{
	return per_second < 1 ? 1 : 1 + fmax(0.5, per_second / 20);
}

static int64_t later(int64_t now_us, int64_t wait_us, uint64_t *seed)
{
	switch (*seed ? check_random(seed) % 4 : 0) {
		case 1:
			return now_us + 1 + (int64_t) (check_random(seed) % 1000);
		case 2:
			return now_us + wait_us + (int64_t) (check_random(seed) % (3 * SECOND));
		default:
			return now_us + wait_us;
	}
}

/* Takes as much as it gets, waiting as told; with a seed sometimes longer, and sometimes it asks too early. */
static size_t run(aco_quota_state *quota, const aco_rates *rates, aco_item_rate rate, size_t items, int64_t duration_us,
	uint64_t seed, sent *log)
{
	int64_t now_us = START;
	size_t count = 0;

	while (now_us < START + duration_us && count < MAX_SENT) {
		int64_t wait_us = aco_quota_acquire(quota, rates, rate, items, now_us);

		assert_true(wait_us >= 0);
		if (wait_us == 0) {
			log[count++] = (sent) {now_us, (double) items};
		} else {
			now_us = later(now_us, wait_us, &seed);
		}
	}
	assert_true(count < MAX_SENT);
	return count;
}

static sent *new_log(void)
{
	sent *log = calloc(MAX_SENT, sizeof(*log));

	assert_non_null(log);
	return log;
}

static void count_requests(sent *log, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		log[i].amount = 1;
	}
}

/* How many requests go out at one moment. */
static size_t burst_at(aco_quota_state *quota, const aco_rates *limits, int64_t now_us)
{
	size_t count = 0;

	while (count < 100 && aco_quota_acquire(quota, limits, ACO_RATE_NONE, 1, now_us) == 0) {
		count++;
	}
	return count;
}

static void requests_keep_their_rate(void **state)
{
	static const double rates[] = {0.5, 2, 5, 7.3, 30};
	sent *log = new_log();

	for (size_t i = 0; i < COUNT(rates); i++) {
		for (uint64_t seed = 0; seed < 3; seed++) {
			aco_rates limits = aco_rates_of(rates[i], 0, 0);
			aco_quota_state quota = {0};
			size_t count = run(&quota, &limits, ACO_RATE_NONE, 100, 2 * MINUTE, seed, log);

			count_requests(log, count);
			check_windows(log, count, rates[i] / 1e6, burst_of(rates[i]));
			if (rates[i] >= 1) {
				check_most(log, count, (int64_t) (floor(rates[i]) / rates[i] * 1e6), floor(rates[i]));
			}
			/* Who waits as told uses the whole rate. */
			if (seed == 0) {
				assert_in_range(
					count, (size_t) (120 * rates[i] * 0.99), (size_t) (120 * rates[i] + burst_of(rates[i])));
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
		{ACO_RATE_PRODUCTS, 1000, 100, 150},
		{ACO_RATE_PRODUCTS, 1000, 37, 150},
		{ACO_RATE_PRODUCTS, 1000, 1, 150},
		{ACO_RATE_PRODUCTS, 1, 1, 150},
		{ACO_RATE_PRICES, 50000, 500, 750},
		{ACO_RATE_PRICES, 50000, 499, 750},
		{ACO_RATE_PRICES, 60, 7, 750},
	};
	sent *log = new_log();

	for (size_t i = 0; i < COUNT(cases); i++) {
		for (uint64_t seed = 0; seed < 3; seed++) {
			bool products = cases[i].rate == ACO_RATE_PRODUCTS;
			aco_rates limits = aco_rates_of(0, products ? cases[i].per_minute : 0, products ? 0 : cases[i].per_minute);
			aco_quota_state quota = {0};
			size_t count = run(&quota, &limits, cases[i].rate, cases[i].items, 3 * MINUTE, seed, log);

			check_windows(log, count, (double) cases[i].per_minute / 60e6, cases[i].burst);
			check_most(log, count, MINUTE, (double) cases[i].per_minute);
			if (seed == 0) {
				size_t whole = (size_t) cases[i].per_minute / cases[i].items * cases[i].items;

				assert_in_range(
					count * cases[i].items, (size_t) (3 * 0.99 * (double) whole), 3 * (size_t) cases[i].per_minute);
			}
		}
	}
	free(log);
}

static void both_rates_hold_together(void **state)
{
	aco_rates limits = aco_rates_of(2, 6000, 0);
	aco_quota_state quota = {0};
	sent *log = new_log();
	size_t count = run(&quota, &limits, ACO_RATE_PRODUCTS, 20, MINUTE, 4, log);

	check_windows(log, count, 100e-6, 150);
	count_requests(log, count);
	check_windows(log, count, 2e-6, burst_of(2));
	check_most(log, count, SECOND, 2);
	free(log);
}

/* They keep to the slower rate together, while both are at work. */
static void clients_with_different_rates_share_one_state(void **state)
{
	aco_rates limits[] = {aco_rates_of(1, 0, 0), aco_rates_of(10, 0, 0)};
	size_t slow = 0, count = 0;
	aco_quota_state quota = {0};
	sent *log = new_log();
	uint64_t seed = 9;

	for (int64_t now_us = START; now_us < START + 5 * MINUTE; now_us += (int64_t) (check_random(&seed) % 50000)) {
		size_t client = check_random(&seed) % 2;

		if (aco_quota_acquire(&quota, &limits[client], ACO_RATE_NONE, 1, now_us) == 0) {
			slow += client == 0;
			log[count++] = (sent) {now_us, limits[client].request_us};
		}
	}
	count_requests(log, count);
	check_most(log, count, SECOND, 1);
	free(log);
	assert_in_range(count, 270, 301);
	assert_in_range(slow, 100, 200);
	/* The faster one has its own again soon after the slower one left. */
	assert_int_equal(burst_at(&quota, &limits[1], START + 6 * MINUTE), 1);
	assert_int_equal(aco_quota_acquire(&quota, &limits[1], ACO_RATE_NONE, 1, START + 6 * MINUTE + SECOND / 10), 0);
}

static void refused_requests_cost_nothing(void **state)
{
	aco_rates limits = aco_rates_of(2, 1000, 0);
	aco_quota_state quota = {0}, before;

	assert_int_equal(aco_quota_acquire(&quota, &limits, ACO_RATE_PRODUCTS, 100, START), 0);
	assert_int_equal(aco_quota_acquire(&quota, &limits, ACO_RATE_PRODUCTS, 50, START + SECOND / 2), 0);
	/* The products are used up, requests are not. */
	before = quota;
	assert_int_equal(aco_quota_acquire(&quota, &limits, ACO_RATE_PRODUCTS, 100, START + SECOND), 5 * SECOND);
	/* All but when somebody asked last. */
	assert_memory_equal(&before.requests.slots, &quota.requests.slots, sizeof(quota.requests.slots));
	assert_memory_equal(&before.products.slots, &quota.products.slots, sizeof(quota.products.slots));
	assert_memory_equal(&before, &quota, offsetof(aco_quota_state, requests));
	assert_int_equal(aco_quota_acquire(&quota, &limits, ACO_RATE_PRICES, 500, START + SECOND + SECOND_SLOT), 0);
	assert_in_range(aco_quota_acquire(&quota, &limits, ACO_RATE_NONE, 1, START + SECOND + SECOND_SLOT),
		SECOND / 2 - SECOND_SLOT, SECOND / 2 + SECOND_SLOT);
}

static void waiting_as_told_is_enough_and_needed(void **state)
{
	uint64_t seed = 12;

	for (size_t i = 0; i < 20000; i++) {
		aco_rates limits = aco_rates_of(
			(double) (check_random(&seed) % 100000 + 1) / 1000, (int64_t) (check_random(&seed) % 100000 + 1), 0);
		int64_t now_us = START + (int64_t) (check_random(&seed) % (1000 * SECOND)), wait_us;
		size_t items = check_random(&seed) % 100 + 1;
		aco_quota_state quota = {0};

		while ((wait_us = aco_quota_acquire(&quota, &limits, ACO_RATE_PRODUCTS, items, now_us)) == 0) {
		}
		assert_int_equal(aco_quota_acquire(&quota, &limits, ACO_RATE_PRODUCTS, items, now_us + wait_us - 1), 1);
		assert_int_equal(aco_quota_acquire(&quota, &limits, ACO_RATE_PRODUCTS, items, now_us + wait_us), 0);
	}
}

static void more_than_a_bucket_is_paid_for_afterwards(void **state)
{
	aco_rates limits = aco_rates_of(0, 600, 0);
	aco_quota_state quota = {0};

	assert_int_equal(aco_quota_acquire(&quota, &limits, ACO_RATE_PRODUCTS, 350, START), 0);
	/* 10 a second: 200 of debt and 1, then 200 and a full batch. */
	assert_int_equal(aco_quota_acquire(&quota, &limits, ACO_RATE_PRODUCTS, 1, START), 20100000);
	assert_int_equal(aco_quota_acquire(&quota, &limits, ACO_RATE_PRODUCTS, 100, START), 30 * SECOND);
	assert_int_equal(aco_quota_acquire(&quota, &limits, ACO_RATE_PRODUCTS, 250, START + 35 * SECOND - 1), 1);
	assert_int_equal(aco_quota_acquire(&quota, &limits, ACO_RATE_PRODUCTS, 250, START + 35 * SECOND), 0);
}

/* Nobody could ever send it else; it goes alone. */
static void more_than_a_window_goes_when_there_is_nothing_in_it(void **state)
{
	aco_rates limits = aco_rates_of(0, 50, 0);
	aco_quota_state quota = {0};
	size_t count = 0;

	assert_int_equal(aco_quota_acquire(&quota, &limits, ACO_RATE_PRODUCTS, 100, START), 0);
	assert_in_range(aco_quota_acquire(&quota, &limits, ACO_RATE_PRODUCTS, 1, START), MINUTE, MINUTE + MINUTE_SLOT);
	assert_int_equal(aco_quota_acquire(&quota, &limits, ACO_RATE_PRODUCTS, 1, START + MINUTE + MINUTE_SLOT), 0);
	assert_in_range(aco_quota_acquire(&quota, &limits, ACO_RATE_PRODUCTS, 100, START + MINUTE + MINUTE_SLOT),
		MINUTE - MINUTE_SLOT, MINUTE + MINUTE_SLOT);
	/* In the long run they keep the rate. */
	for (int64_t now_us = START + 2 * MINUTE; now_us < START + 32 * MINUTE; now_us += SECOND) {
		count += aco_quota_acquire(&quota, &limits, ACO_RATE_PRODUCTS, 100, now_us) == 0;
	}
	assert_in_range(count, 14, 17);
}

/* What has not arrived counts from when it may have. */
static void redated_requests_count_from_then_on(void **state)
{
	static const double rates[] = {0.5, 1, 2};

	for (size_t i = 0; i < COUNT(rates); i++) {
		aco_rates limits = aco_rates_of(rates[i], 600, 0);
		aco_quota_state quota = {0};
		aco_spending spending = {ACO_RATE_PRODUCTS, 600, START, START};
		int64_t at_us = START + SECOND / 2, second_us = (int64_t) (SECOND / fmin(rates[i], 1)), now_us = at_us;
		int64_t full_us;

		assert_int_equal(aco_quota_acquire(&quota, &limits, ACO_RATE_PRODUCTS, 600, START), 0);
		full_us = quota.requests_full_us;
		aco_quota_redate(&quota, &limits, &spending, START + SECOND, START + SECOND, START);
		aco_quota_redate(&quota, &limits, &spending, at_us, START + SECOND / 4, now_us);
		/* Where the window counts them, the bucket fills as before. */
		assert_int_equal(quota.requests_full_us - full_us, rates[i] < 1 ? at_us - START : 0);
		assert_int_equal(spending.request_at_us, at_us);
		assert_int_equal(spending.items_at_us, START + SECOND / 4);
		while (now_us < START + 2 * MINUTE) {
			int64_t wait_us = aco_quota_acquire(&quota, &limits, ACO_RATE_NONE, 1, now_us);

			if (wait_us == 0) {
				break;
			}
			now_us += wait_us;
		}
		if (rates[i] <= 1) {
			/* A second or two after what was counted later than it went. */
			assert_in_range(now_us - at_us, second_us, second_us + SECOND_SLOT);
		}
		assert_in_range(aco_quota_acquire(&quota, &limits, ACO_RATE_PRODUCTS, 1, START + SECOND), MINUTE - SECOND,
			MINUTE - SECOND / 2);
	}
}

/* A second's worth of requests is counted again and again without being lost or doubled. */
static void redating_keeps_the_count(void **state)
{
	aco_rates limits = aco_rates_of(5, 0, 0);
	aco_quota_state quota = {0};
	aco_spending spendings[5];
	uint64_t seed = 77;
	int64_t now_us = START;

	for (size_t i = 0; i < COUNT(spendings); i++) {
		while (aco_quota_acquire(&quota, &limits, ACO_RATE_NONE, 1, now_us) > 0) {
			now_us += 1000;
		}
		spendings[i] = (aco_spending) {ACO_RATE_NONE, 1, now_us, now_us};
	}
	for (size_t round = 0; round < 5000; round++) {
		int64_t amount = 0;

		now_us += (int64_t) (check_random(&seed) % 100000);
		for (size_t i = 0; i < COUNT(spendings); i++) {
			int64_t at_us = now_us + (int64_t) (check_random(&seed) % 1000000);

			aco_quota_redate(&quota, &limits, &spendings[i], at_us, at_us, now_us);
		}
		for (size_t i = 0; i < ACO_WINDOW_SLOTS; i++) {
			amount += quota.requests.slots[i].number * SECOND_SLOT > now_us - SECOND ? quota.requests.slots[i].amount
				: 0;
		}
		assert_int_equal(amount, COUNT(spendings));
		assert_true(aco_quota_acquire(&quota, &limits, ACO_RATE_NONE, 1, now_us) > 0);
	}
}

static void zero_lifts_a_limit(void **state)
{
	static const double none[] = {0, -1, -INFINITY, NAN, INFINITY};

	for (size_t i = 0; i < COUNT(none); i++) {
		aco_rates limits = aco_rates_of(none[i], 0, -1);
		aco_quota_state quota = {0};

		for (size_t j = 0; j < 1000; j++) {
			assert_int_equal(aco_quota_acquire(&quota, &limits, ACO_RATE_NONE, 100, START), 0);
			assert_int_equal(aco_quota_acquire(&quota, &limits, ACO_RATE_PRODUCTS, 100, START), 0);
			assert_int_equal(aco_quota_acquire(&quota, &limits, ACO_RATE_PRICES, 500, START), 0);
		}
	}
}

static void rates_of_nearly_nothing_end_some_day(void **state)
{
	aco_rates limits = aco_rates_of(5e-324, 1, 1);
	aco_quota_state quota = {0};

	assert_int_equal(aco_quota_acquire(&quota, &limits, ACO_RATE_NONE, 1, START), 0);
	assert_int_equal(aco_quota_acquire(&quota, &limits, ACO_RATE_NONE, 1, START), 24 * HOUR);
}

static void rates_do_not_touch_each_other(void **state)
{
	aco_rates limits = aco_rates_of(0, 60, 60);
	aco_quota_state quota = {0};

	assert_int_equal(aco_quota_acquire(&quota, &limits, ACO_RATE_PRODUCTS, 60, START), 0);
	assert_in_range(aco_quota_acquire(&quota, &limits, ACO_RATE_PRODUCTS, 1, START), MINUTE, MINUTE + MINUTE_SLOT);
	assert_int_equal(aco_quota_acquire(&quota, &limits, ACO_RATE_PRICES, 59, START), 0);
	assert_int_equal(aco_quota_acquire(&quota, &limits, ACO_RATE_PRICES, 1, START), 0);
	assert_in_range(aco_quota_acquire(&quota, &limits, ACO_RATE_PRICES, 1, START), MINUTE, MINUTE + MINUTE_SLOT);
	assert_int_equal(aco_quota_acquire(&quota, &limits, ACO_RATE_NONE, 100, START), 0);
}

static void idle_time_is_not_saved_up(void **state)
{
	aco_rates limits = aco_rates_of(2, 0, 0);
	aco_quota_state quota = {0};

	for (int64_t now_us = START; now_us < START + 1000 * HOUR; now_us += 100 * HOUR) {
		assert_int_equal(burst_at(&quota, &limits, now_us), 1);
	}
}

/* Processes that share the state read the clock before they get the lock. */
static void clocks_that_lag_give_no_tokens(void **state)
{
	aco_rates limits = aco_rates_of(2, 0, 0);
	aco_quota_state quota = {0};
	size_t count = 0;

	for (int64_t now_us = START; now_us <= START + 10 * SECOND; now_us += 10000) {
		count += aco_quota_acquire(&quota, &limits, ACO_RATE_NONE, 1, now_us) == 0;
		count += aco_quota_acquire(&quota, &limits, ACO_RATE_NONE, 1, now_us - 5000) == 0;
	}
	assert_in_range(count, 20, 21);
}

static void nothing_goes_out_in_a_pause_and_no_burst_after_it(void **state)
{
	static const double rates[] = {0.2, 2, 50};

	for (size_t i = 0; i < COUNT(rates); i++) {
		aco_rates limits = aco_rates_of(rates[i], 1000, 0);
		aco_quota_state quota = {0};
		int64_t pause_us = 30 * SECOND, end_us = START + pause_us;

		aco_quota_pause(&quota, &limits, pause_us, START);
		for (int64_t now_us = START; now_us < end_us; now_us += SECOND / 10) {
			assert_int_equal(aco_quota_acquire(&quota, &limits, ACO_RATE_PRODUCTS, 1, now_us), end_us - now_us);
			assert_int_equal(aco_quota_paused_us(&quota, now_us), end_us - now_us);
		}
		assert_int_equal(aco_quota_acquire(&quota, &limits, ACO_RATE_NONE, 1, end_us - 1), 1);
		assert_int_equal(aco_quota_paused_us(&quota, end_us), 0);
		assert_int_equal(burst_at(&quota, &limits, end_us), 1);
		assert_int_equal(aco_quota_acquire(&quota, &limits, ACO_RATE_NONE, 1, end_us), (int64_t) (1e6 / rates[i]));
	}
}

static void pauses_need_no_rate(void **state)
{
	aco_rates limits = aco_rates_of(0, 0, 0);
	aco_quota_state quota = {0};

	aco_quota_pause(&quota, &limits, 3 * SECOND, START);
	assert_int_equal(aco_quota_acquire(&quota, &limits, ACO_RATE_PRICES, 500, START), 3 * SECOND);
	assert_int_equal(aco_quota_acquire(&quota, &limits, ACO_RATE_NONE, 1, START + 3 * SECOND - 1), 1);
	assert_int_equal(burst_at(&quota, &limits, START + 3 * SECOND), 100);
}

static void the_longest_pause_counts(void **state)
{
	aco_rates limits = aco_rates_of(2, 0, 0);
	aco_quota_state quota = {0};

	aco_quota_pause(&quota, &limits, 10 * SECOND, START);
	aco_quota_pause(&quota, &limits, 2 * SECOND, START + SECOND);
	aco_quota_pause(&quota, &limits, 0, START + SECOND);
	assert_int_equal(aco_quota_acquire(&quota, &limits, ACO_RATE_NONE, 1, START + 4 * SECOND), 6 * SECOND);
	aco_quota_pause(&quota, &limits, 10 * SECOND, START + 5 * SECOND);
	assert_int_equal(aco_quota_acquire(&quota, &limits, ACO_RATE_NONE, 1, START + 10 * SECOND), 5 * SECOND);
	assert_int_equal(burst_at(&quota, &limits, START + 15 * SECOND), 1);
}

/* What was spent before is not forgotten. */
static void a_pause_gives_no_tokens(void **state)
{
	aco_rates limits = aco_rates_of(0.1, 10, 0);
	aco_quota_state quota = {0};

	assert_int_equal(burst_at(&quota, &limits, START), 1);
	limits.request_us = 0;
	assert_int_equal(aco_quota_acquire(&quota, &limits, ACO_RATE_PRODUCTS, 150, START), 0);
	limits = aco_rates_of(0.1, 10, 0);
	aco_quota_pause(&quota, &limits, SECOND, START);
	assert_int_equal(aco_quota_acquire(&quota, &limits, ACO_RATE_NONE, 1, START + SECOND), 9 * SECOND);
	assert_int_equal(aco_quota_acquire(&quota, &limits, ACO_RATE_PRODUCTS, 100, START + SECOND), 10 * MINUTE - SECOND);
}

/* As if everything had been spent at this moment. */
static void drained_quotas_are_empty_once(void **state)
{
	aco_rates limits = aco_rates_of(2, 1000, 50000), none = aco_rates_of(0, 0, 0);
	aco_quota_state quota = {0};

	aco_quota_drain(&quota, &limits, START);
	assert_in_range(aco_quota_acquire(&quota, &limits, ACO_RATE_NONE, 1, START), SECOND, SECOND + SECOND_SLOT);
	assert_in_range(aco_quota_acquire(&quota, &limits, ACO_RATE_PRODUCTS, 100, START), MINUTE, MINUTE + MINUTE_SLOT);
	assert_in_range(aco_quota_acquire(&quota, &limits, ACO_RATE_PRICES, 500, START), MINUTE, MINUTE + MINUTE_SLOT);
	assert_int_equal(burst_at(&quota, &limits, START + SECOND + SECOND_SLOT), 1);
	aco_quota_drain(&quota, &none, START);
	assert_int_equal(burst_at(&quota, &none, START), 100);
}

/* Waits as told for one full batch; how long that took. */
static int64_t time_to_send(aco_quota_state *quota, const aco_rates *limits, int64_t start_us)
{
	int64_t now_us = start_us, wait_us;

	for (size_t tries = 0; (wait_us = aco_quota_acquire(quota, limits, ACO_RATE_PRODUCTS, 100, now_us)) > 0; tries++) {
		assert_in_range(tries, 0, 3);
		assert_in_range(wait_us, 1, HOUR);
		now_us += wait_us;
	}
	return now_us - start_us;
}

static void absurd_moments_do_no_harm(void **state)
{
	static const int64_t moments[] = {INT64_MIN, INT64_MIN + 1, -1, 0, 1, START - 1, START, START + 2 * HOUR,
		START + 366 * 24 * HOUR, INT64_MAX - 1, INT64_MAX};
	aco_rates limits = aco_rates_of(2, 1000, 50000);

	for (size_t i = 0; i < COUNT(moments) * COUNT(moments) * COUNT(moments); i++) {
		aco_quota_state quota = {
			.requests_full_us = moments[i % COUNT(moments)],
			.products_full_us = moments[i / COUNT(moments) % COUNT(moments)],
			.prices_full_us = INT64_MAX,
			.paused_until_us = moments[i / COUNT(moments) / COUNT(moments)],
		};
		int64_t took_us;

		assert_int_equal(aco_quota_paused_us(&quota, START), 0);
		/* At worst the buckets were empty. */
		took_us = time_to_send(&quota, &limits, START);
		assert_in_range(took_us, 0, 6 * SECOND);
		/* And they are ordinary ones from then on. */
		assert_int_equal(burst_at(&quota, &limits, START + took_us), 0);
		assert_int_equal(aco_quota_acquire(&quota, &limits, ACO_RATE_PRICES, 500, START + took_us), 600000);
		assert_int_equal(aco_quota_acquire(&quota, &limits, ACO_RATE_PRICES, 500, START + took_us + 600000), 0);
	}
}

/* Nor do they when the moment comes near. */
static void absurd_moments_are_forgotten(void **state)
{
	aco_rates limits = aco_rates_of(2, 1000, 50000);
	aco_quota_state quota = {
		.requests_full_us = START + 2 * HOUR,
		.products_full_us = START + 2 * HOUR,
		.prices_full_us = START + 2 * HOUR,
		.paused_until_us = START + 2 * HOUR,
	};

	aco_quota_acquire(&quota, &limits, ACO_RATE_PRODUCTS, 1, START);
	aco_quota_acquire(&quota, &limits, ACO_RATE_PRICES, 1, START);
	for (int64_t now_us = START + MINUTE; now_us < START + 2 * HOUR; now_us += MINUTE) {
		assert_int_equal(aco_quota_paused_us(&quota, now_us), 0);
		assert_int_equal(aco_quota_acquire(&quota, &limits, ACO_RATE_PRODUCTS, 100, now_us), 0);
		assert_int_equal(aco_quota_acquire(&quota, &limits, ACO_RATE_PRICES, 500, now_us + SECOND), 0);
	}
}

/* An hour is what somebody may have been told to wait, and is believed. */
static void moments_of_the_next_hour_are_believed(void **state)
{
	aco_rates limits = aco_rates_of(2, 0, 0);
	aco_quota_state quota = {.requests_full_us = START + HOUR, .paused_until_us = START + HOUR / 2};

	assert_int_equal(aco_quota_acquire(&quota, &limits, ACO_RATE_NONE, 1, START), HOUR - SECOND / 4);
	assert_int_equal(aco_quota_paused_us(&quota, START), HOUR / 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(requests_keep_their_rate),
		cmocka_unit_test(items_keep_their_rate),
		cmocka_unit_test(both_rates_hold_together),
		cmocka_unit_test(clients_with_different_rates_share_one_state),
		cmocka_unit_test(refused_requests_cost_nothing),
		cmocka_unit_test(waiting_as_told_is_enough_and_needed),
		cmocka_unit_test(more_than_a_bucket_is_paid_for_afterwards),
		cmocka_unit_test(more_than_a_window_goes_when_there_is_nothing_in_it),
		cmocka_unit_test(redated_requests_count_from_then_on),
		cmocka_unit_test(redating_keeps_the_count),
		cmocka_unit_test(zero_lifts_a_limit),
		cmocka_unit_test(rates_of_nearly_nothing_end_some_day),
		cmocka_unit_test(rates_do_not_touch_each_other),
		cmocka_unit_test(idle_time_is_not_saved_up),
		cmocka_unit_test(clocks_that_lag_give_no_tokens),
		cmocka_unit_test(nothing_goes_out_in_a_pause_and_no_burst_after_it),
		cmocka_unit_test(pauses_need_no_rate),
		cmocka_unit_test(the_longest_pause_counts),
		cmocka_unit_test(a_pause_gives_no_tokens),
		cmocka_unit_test(drained_quotas_are_empty_once),
		cmocka_unit_test(absurd_moments_do_no_harm),
		cmocka_unit_test(absurd_moments_are_forgotten),
		cmocka_unit_test(moments_of_the_next_hour_are_believed),
	};

	return cmocka_run_group_tests_name("quota", tests, NULL, NULL);
}
