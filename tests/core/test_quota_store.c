#include "check.h"

#include "src/core/shared/quota_store.h"
#include "src/core/shared/quota_value.h"

#define SECOND INT64_C(1000000)
#define START (INT64_C(100000) * SECOND)
#define CLOCK (INT64_C(1700000000) * SECOND)

/* A store in memory, whose clock is apart from the local one. */
typedef struct memory {
	char bytes[ACO_SWAP_MAX_BYTES];
	size_t length;
	int64_t ahead_us;
	unsigned swaps;
} memory;

static memory shared;

static int forget(void **state)
{
	shared = (memory) {.ahead_us = CLOCK - START};
	return 0;
}

static bool serve_one(aco_quota_store *store, int64_t now_us, bool *lost)
{
	aco_swap_result result = {.clock_us = now_us + shared.ahead_us, .begun_us = now_us, .ended_us = now_us};
	bool as_expected;
	aco_swap swap;

	if (!aco_quota_store_next(store, &swap, now_us)) {
		return false;
	}

	shared.swaps++;
	as_expected = swap.expected ? shared.length == swap.expected_length
		&& memcmp(shared.bytes, swap.expected, shared.length) == 0 : shared.length == 0;
	if (swap.value && as_expected) {
		memcpy(shared.bytes, swap.value, swap.value_length);
		shared.length = swap.value_length;
	}
	result.value = shared.length > 0 ? shared.bytes : NULL;
	result.length = shared.length;
	aco_quota_store_swapped(store, &swap, &result, lost);
	return true;
}

static bool serve(aco_quota_store *store, int64_t now_us)
{
	bool lost = false, lost_any = false;

	for (int i = 0; i < 10 && serve_one(store, now_us, &lost); i++) {
		lost_any = lost_any || lost;
	}
	return lost_any;
}

static aco_quota_store *store_of(double requests_per_second)
{
	aco_rates rates = aco_rates_of(requests_per_second, 1000, 50000);
	aco_quota_store *store = aco_quota_store_new("https://example.com/tenant/", &rates);

	assert_non_null(store);
	return store;
}

/* Whether a request may go; asks as the engine does, before and after the store was served. */
static bool take(aco_quota_store *store, int64_t now_us, aco_spending *spending)
{
	bool paused;

	if (aco_quota_store_acquire(store, ACO_RATE_NONE, 1, now_us, spending, &paused) == 0) {
		return true;
	}
	serve(store, now_us);
	return aco_quota_store_acquire(store, ACO_RATE_NONE, 1, now_us, spending, &paused) == 0;
}

/* The requests that two hosts get in so many seconds, and the most within any second. */
static unsigned count_requests(double rate, int64_t step_us, int64_t seconds, unsigned *most)
{
	static int64_t times[100000];
	aco_quota_store *stores[] = {store_of(rate), store_of(rate)};
	unsigned count = 0, first = 0;
	aco_spending spending;

	*most = 0;
	for (int64_t now_us = START; now_us < START + seconds * SECOND; now_us += step_us) {
		for (int i = 0; i < 2; i++) {
			while (take(stores[i], now_us, &spending)) {
				times[count++] = now_us;
				while (times[first] <= now_us - SECOND) {
					first++;
				}
				*most = count - first > *most ? count - first : *most;
			}
		}
	}

	aco_quota_store_free(stores[0]);
	aco_quota_store_free(stores[1]);
	return count;
}

static void rate_is_shared_and_used(void **state)
{
	unsigned most, count = count_requests(2, 10000, 60, &most);

	assert_true(most <= 2);
	assert_in_range(count, 117, 121);
}

static void high_rate_needs_few_swaps(void **state)
{
	unsigned most, count = count_requests(1000, 1000, 10, &most);

	/* A bucket lets a request or two more than the window go late, and so together. */
	assert_true(most <= 1000);
	assert_in_range(count, 9700, 10000);
	assert_true(shared.swaps < count);
}

/* The requests that a host gets in a minute, each of which arrives as soon as it is granted, and the swaps. */
static unsigned count_answered(bool corrects, unsigned *swaps)
{
	aco_quota_store *store = store_of(10);
	unsigned count = 0;
	aco_spending spending;

	shared.swaps = 0;
	for (int64_t now_us = START; now_us < START + 60 * SECOND; now_us += 1000) {
		while (take(store, now_us, &spending)) {
			count++;
			if (corrects) {
				aco_quota_store_redate(store, &spending, now_us, now_us, now_us);
			}
		}
	}
	*swaps = shared.swaps;
	aco_quota_store_free(store);
	return count;
}

static void small_corrections_need_no_swap(void **state)
{
	unsigned swaps, more, count = count_answered(false, &swaps), corrected;

	forget(state);
	corrected = count_answered(true, &more);
	/* Without them each second of ten requests takes 15 ms and half a slot more. */
	assert_in_range(count, 584, 592);
	assert_in_range(corrected, 595, 601);
	assert_true(more < swaps + 20);
}

/* At high rates every request may come late, and a swap for each would make the next ones later. */
static void late_corrections_share_swaps(void **state)
{
	aco_quota_store *store = store_of(1000);
	aco_spending spending = {0};
	int64_t now_us = START;
	unsigned count = 0;
	aco_swap swap;

	for (; now_us < START + SECOND; now_us += 1000) {
		while (take(store, now_us, &spending)) {
			count++;
			aco_quota_store_redate(store, &spending, now_us + 30000, now_us, now_us);
		}
	}

	assert_true(count > 900);
	assert_true(shared.swaps < count / 4);

	/* One that nothing else follows is stored soon. */
	now_us += SECOND;
	serve(store, now_us);
	aco_quota_store_redate(store, &spending, now_us, now_us, now_us);
	assert_false(aco_quota_store_next(store, &swap, now_us + 99000));
	assert_true(aco_quota_store_next(store, &swap, now_us + 100000));
	assert_non_null(swap.value);
	aco_quota_store_free(store);
}

static void pause_of_one_holds_all(void **state)
{
	aco_quota_store *one = store_of(100), *other = store_of(100);
	aco_spending spending;

	assert_true(take(one, START, &spending));
	aco_quota_store_pause(one, START + 5 * SECOND);
	serve(one, START);
	assert_false(take(other, START + SECOND, &spending));
	assert_false(take(other, START + 4 * SECOND, &spending));
	assert_true(take(other, START + 5 * SECOND + SECOND / 10, &spending));
	aco_quota_store_free(one);
	aco_quota_store_free(other);
}

static void jump_of_the_clock_changes_nothing(void **state)
{
	static const int64_t jumps_us[] = {-300 * SECOND, 300 * SECOND, 40000};

	for (size_t i = 0; i < 3; i++) {
		aco_quota_store *store = store_of(2);
		aco_spending spending;
		int64_t now_us = START;

		forget(state);
		assert_true(take(store, now_us, &spending));
		now_us += SECOND / 2;
		assert_true(take(store, now_us, &spending));
		shared.ahead_us += jumps_us[i];
		assert_false(take(store, now_us + SECOND / 10, &spending));
		assert_false(take(store, now_us + 2 * SECOND / 5, &spending));
		now_us += 7 * SECOND / 10;
		assert_true(take(store, now_us, &spending));
		aco_quota_store_free(store);
	}
}

static void new_host_takes_over_the_time(void **state)
{
	aco_quota_store *one = store_of(2), *other = store_of(2);
	aco_spending spending;

	assert_true(take(one, START, &spending));
	shared.ahead_us += 300 * SECOND;
	/* The first one goes on by its own clock and says so. */
	assert_true(take(one, START + SECOND / 2, &spending));
	assert_true(take(one, START + SECOND + SECOND / 10, &spending));
	assert_false(take(other, START + SECOND + SECOND / 5, &spending));
	assert_true(take(other, START + 2 * SECOND, &spending));
	aco_quota_store_free(one);
	aco_quota_store_free(other);
}

static void lost_changes_count_as_spent(void **state)
{
	aco_quota_store *store = store_of(2);
	memory before;
	aco_spending spending;

	assert_true(take(store, START, &spending));
	before = shared;
	assert_true(take(store, START + SECOND, &spending));
	shared = before;
	assert_false(take(store, START + 2 * SECOND, &spending));
	assert_false(take(store, START + 2 * SECOND + SECOND / 2, &spending));
	assert_true(take(store, START + 4 * SECOND, &spending));
	aco_quota_store_free(store);
}

static void unused_grants_are_given_back(void **state)
{
	aco_quota_store *store = store_of(1000), *other = store_of(1000);
	aco_spending spending;
	unsigned count = 0;

	for (int64_t now_us = START; now_us < START + SECOND / 2; now_us += 1000) {
		take(store, now_us, &spending);
	}
	/* The next grant is a large one, of which nothing is used. */
	serve(store, START + SECOND / 2);
	for (int64_t now_us = START + 2 * SECOND; now_us < START + 3 * SECOND; now_us += 1000) {
		serve(store, now_us);
		while (take(other, now_us, &spending)) {
			count++;
		}
	}
	assert_true(count > 960 && count <= 1010);
	aco_quota_store_free(store);
	aco_quota_store_free(other);
}

static void store_that_is_gone_is_tried_again(void **state)
{
	aco_quota_store *store = store_of(2);
	aco_spending spending;
	aco_swap swap;

	assert_true(take(store, START, &spending));
	aco_quota_store_failed(store, START);
	assert_true(aco_quota_store_is_gone(store));
	assert_false(aco_quota_store_next(store, &swap, START + SECOND / 2));
	assert_true(aco_quota_store_next(store, &swap, START + SECOND));
	assert_null(swap.value);
	aco_quota_store_failed(store, START + SECOND);
	assert_false(aco_quota_store_next(store, &swap, START + 2 * SECOND));
	serve(store, START + 3 * SECOND);
	assert_false(aco_quota_store_is_gone(store));
	/* What was sent meanwhile is unknown. */
	assert_false(take(store, START + 3 * SECOND + SECOND / 2, &spending));
	assert_true(take(store, START + 5 * SECOND, &spending));
	aco_quota_store_free(store);
}

static void value_is_read_as_written(void **state)
{
	aco_rates rates = aco_rates_of(1000, 100000, 50000);
	aco_quota_value value = {.written_us = CLOCK, .clock_us = CLOCK - 77, .serial = 9, .writer = 12345}, read;
	aco_buf bytes = ACO_BUF_INIT, again = ACO_BUF_INIT;

	for (int i = 0; i < 300; i++) {
		aco_quota_acquire(&value.state, &rates, (aco_item_rate) (i % 3), 40, CLOCK + i * 3000);
	}
	aco_quota_pause(&value.state, &rates, 5 * SECOND, CLOCK);
	aco_quota_value_write(&bytes, &value);
	assert_true(bytes.length < ACO_SWAP_MAX_BYTES / 8);
	assert_true(aco_quota_value_read(&read, bytes.data, bytes.length));
	aco_quota_value_write(&again, &read);
	assert_int_equal(again.length, bytes.length);
	assert_memory_equal(again.data, bytes.data, bytes.length);

	for (size_t i = 0; i < bytes.length; i++) {
		bytes.data[i] ^= 0x10;
		assert_false(aco_quota_value_read(&read, bytes.data, bytes.length));
		bytes.data[i] ^= 0x10;
		assert_false(aco_quota_value_read(&read, bytes.data, i));
	}

	aco_buf_free(&bytes);
	aco_buf_free(&again);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(rate_is_shared_and_used, forget),
		cmocka_unit_test_setup(high_rate_needs_few_swaps, forget),
		cmocka_unit_test_setup(small_corrections_need_no_swap, forget),
		cmocka_unit_test_setup(late_corrections_share_swaps, forget),
		cmocka_unit_test_setup(pause_of_one_holds_all, forget),
		cmocka_unit_test_setup(jump_of_the_clock_changes_nothing, forget),
		cmocka_unit_test_setup(new_host_takes_over_the_time, forget),
		cmocka_unit_test_setup(lost_changes_count_as_spent, forget),
		cmocka_unit_test_setup(unused_grants_are_given_back, forget),
		cmocka_unit_test_setup(store_that_is_gone_is_tried_again, forget),
		cmocka_unit_test_setup(value_is_read_as_written, forget),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
