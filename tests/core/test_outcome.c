#include "check.h"

#include "aco_outcome.h"

static aco_outcome of(long status, size_t sent, bool readable, int64_t accepted, size_t item_errors, bool token_renewed)
{
	aco_answer answer = {
		.status = status, .sent = sent, .readable = readable, .accepted = accepted,
		.item_errors = item_errors, .token_renewed = token_renewed};

	return aco_outcome_of(&answer);
}

static void success_needs_a_count(void **state)
{
	for (long status = 200; status < 300; status++) {
		assert_int_equal(of(status, 100, true, 100, 0, false), ACO_OUTCOME_DELIVERED);
		assert_int_equal(of(status, 100, true, 101, 0, false), ACO_OUTCOME_DELIVERED);
		assert_int_equal(of(status, 100, true, 99, 0, false), ACO_OUTCOME_RETRYABLE);
		assert_int_equal(of(status, 100, true, 0, 0, false), ACO_OUTCOME_RETRYABLE);
		assert_int_equal(of(status, 100, false, 0, 0, false), ACO_OUTCOME_RETRYABLE);
		assert_int_equal(of(status, 100, false, 100, 0, false), ACO_OUTCOME_RETRYABLE);
	}
}

static void bad_request_needs_named_items(void **state)
{
	assert_int_equal(of(400, 100, false, 0, 1, false), ACO_OUTCOME_ITEMS_REJECTED);
	assert_int_equal(of(400, 100, false, 0, 100, false), ACO_OUTCOME_ITEMS_REJECTED);
	assert_int_equal(of(400, 1, false, 0, 1, true), ACO_OUTCOME_ITEMS_REJECTED);
	/* Not rejected for good: which item is meant is unknown. */
	assert_int_not_equal(of(400, 100, false, 0, 0, false), ACO_OUTCOME_ITEMS_REJECTED);
	assert_int_not_equal(of(400, 100, false, 0, 0, false), ACO_OUTCOME_DELIVERED);
}

static void token_is_renewed_once(void **state)
{
	assert_int_equal(of(401, 10, false, 0, 0, false), ACO_OUTCOME_NEW_TOKEN);
	assert_int_equal(of(401, 10, false, 0, 0, true), ACO_OUTCOME_STOP);
}

/* Statuses that say nothing about the configuration. */
static bool passes(long status)
{
	return status < 200 || status == 408 || status == 413 || status == 429 || status >= 500;
}

static void every_other_status(void **state)
{
	for (long status = 0; status < 1000; status++) {
		for (int renewed = 0; renewed < 2; renewed++) {
			aco_outcome outcome = of(status, 10, false, 0, 0, renewed);

			if ((status >= 200 && status < 300) || status == 400 || status == 401) {
				continue;
			}
			/* Whatever the body says, only a success delivers. */
			assert_int_equal(of(status, 10, true, 10, 0, renewed), outcome);
			assert_int_equal(of(status, 10, true, 10, 10, renewed), outcome);
			if (passes(status)) {
				assert_int_not_equal(outcome, ACO_OUTCOME_STOP);
			} else {
				assert_int_equal(outcome, ACO_OUTCOME_STOP);
			}
			assert_int_not_equal(outcome, ACO_OUTCOME_DELIVERED);
			assert_int_not_equal(outcome, ACO_OUTCOME_ITEMS_REJECTED);
			assert_int_not_equal(outcome, ACO_OUTCOME_NEW_TOKEN);
		}
	}
}

static void no_answer_and_server_errors_are_retryable(void **state)
{
	static const long statuses[] = {0, 500, 502, 503, 504, 599};

	for (size_t i = 0; i < COUNT(statuses); i++) {
		assert_int_equal(of(statuses[i], 10, false, 0, 0, false), ACO_OUTCOME_RETRYABLE);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(success_needs_a_count),
		cmocka_unit_test(bad_request_needs_named_items),
		cmocka_unit_test(token_is_renewed_once),
		cmocka_unit_test(every_other_status),
		cmocka_unit_test(no_answer_and_server_errors_are_retryable),
	};

	return cmocka_run_group_tests_name("outcome", tests, NULL, NULL);
}
