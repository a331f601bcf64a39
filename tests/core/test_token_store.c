#include "check.h"

#include "src/core/shared/token_store.h"

#define SECOND INT64_C(1000000)
#define START (INT64_C(100000) * SECOND)
#define CLOCK (INT64_C(1700000000) * SECOND)
#define VALUES 2

/* A store in memory: the token and the right to ask, by the keys that came first. */
static struct {
	char key[ACO_SWAP_KEY_SIZE];
	char bytes[ACO_SWAP_MAX_BYTES];
	size_t length;
} values[VALUES];

static int forget(void **state)
{
	memset(values, 0, sizeof(values));
	return 0;
}

static aco_token_store *make(void)
{
	aco_token_store *store = aco_token_store_new("https://ims.example.com/token", "client", "secret", "scope");

	assert_non_null(store);
	return store;
}

/* `ahead_us`: of the clock of the server that the process has reached. */
static bool serve_one(aco_token_store *store, int64_t now_us, int64_t ahead_us)
{
	aco_swap_result result = {.clock_us = now_us + CLOCK - START + ahead_us, .begun_us = now_us, .ended_us = now_us};
	bool as_expected;
	aco_swap swap;
	int i = 0;

	if (!aco_token_store_next(store, &swap)) {
		return false;
	}

	while (values[i].key[0] && strcmp(values[i].key, swap.key) != 0) {
		assert_true(++i < VALUES);
	}
	snprintf(values[i].key, sizeof(values[i].key), "%s", swap.key);
	as_expected = swap.expected ? values[i].length == swap.expected_length
		&& memcmp(values[i].bytes, swap.expected, swap.expected_length) == 0 : values[i].length == 0;
	if (swap.value && as_expected) {
		memcpy(values[i].bytes, swap.value, swap.value_length);
		values[i].length = swap.value_length;
	}
	result.value = values[i].length > 0 ? values[i].bytes : NULL;
	result.length = values[i].length;
	aco_token_store_swapped(store, &swap, &result);
	return true;
}

/* Goes on until there is a token, the right to ask, or a reason to wait. */
static aco_token_store_state acquire(aco_token_store *store, aco_token *token, int64_t now_us, int64_t ahead_us)
{
	aco_token_store_state state;

	for (int i = 0; i < 20; i++) {
		state = aco_token_store_acquire(store, token, NULL, now_us / 1000);
		if (state != ACO_TOKEN_STORE_WAITING || !serve_one(store, now_us, ahead_us)) {
			break;
		}
	}
	return state;
}

static void serve(aco_token_store *store, int64_t now_us)
{
	while (serve_one(store, now_us, 0)) {
	}
}

/* What a second process gets in so long, while the first one asks and does not come to an end. */
static aco_token_store_state second_process(int64_t after_us, int64_t ahead_us)
{
	aco_token_store *first = make(), *second = make();
	aco_token_store_state state = ACO_TOKEN_STORE_WAITING;
	aco_token token = {0};

	assert_int_equal(acquire(first, &token, START, 0), ACO_TOKEN_STORE_MAY_ASK);
	for (int64_t at_us = 0; at_us <= after_us && state == ACO_TOKEN_STORE_WAITING; at_us += 20000) {
		state = acquire(second, &token, START + at_us, ahead_us);
	}

	aco_token_store_free(first);
	aco_token_store_free(second);
	return state;
}

static void one_asks_however_long_it_takes(void **state)
{
	assert_int_equal(second_process(9 * SECOND, 0), ACO_TOKEN_STORE_WAITING);
}

static void clocks_of_servers_may_differ(void **state)
{
	assert_int_equal(second_process(9 * SECOND, 300 * SECOND), ACO_TOKEN_STORE_WAITING);
	forget(state);
	assert_int_equal(second_process(9 * SECOND, -300 * SECOND), ACO_TOKEN_STORE_WAITING);
}

static void one_that_died_is_replaced(void **state)
{
	assert_int_equal(second_process(11 * SECOND, 0), ACO_TOKEN_STORE_MAY_ASK);
}

static void one_that_died_long_ago_holds_nobody_up(void **state)
{
	aco_token_store *first = make(), *second = make();
	aco_token token = {0};

	assert_int_equal(acquire(first, &token, START, 0), ACO_TOKEN_STORE_MAY_ASK);
	assert_int_equal(acquire(second, &token, START + 7200 * SECOND, 0), ACO_TOKEN_STORE_MAY_ASK);
	aco_token_store_free(first);
	aco_token_store_free(second);
}

static void right_that_is_given_back_is_free(void **state)
{
	aco_token_store *first = make(), *second = make();
	aco_token token = {0};

	assert_int_equal(acquire(first, &token, START, 0), ACO_TOKEN_STORE_MAY_ASK);
	assert_int_equal(acquire(second, &token, START, 0), ACO_TOKEN_STORE_WAITING);
	aco_token_store_asked(first, NULL, START / 1000);
	serve(first, START);
	assert_int_equal(acquire(second, &token, START + SECOND, 0), ACO_TOKEN_STORE_MAY_ASK);
	aco_token_store_free(first);
	aco_token_store_free(second);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(one_asks_however_long_it_takes, forget),
		cmocka_unit_test_setup(clocks_of_servers_may_differ, forget),
		cmocka_unit_test_setup(one_that_died_is_replaced, forget),
		cmocka_unit_test_setup(one_that_died_long_ago_holds_nobody_up, forget),
		cmocka_unit_test_setup(right_that_is_given_back_is_free, forget),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
