#include "check.h"

#include "aco_error.h"

static void is_set_whole(void **state)
{
	aco_error error;

	memset(&error, 0xff, sizeof(error));
	aco_error_set(&error, ACO_E_API, true, "HTTP %d: %s", 503, "busy");
	assert_int_equal(error.code, ACO_E_API);
	assert_true(error.retryable);
	assert_int_equal(error.curl_code, 0);
	assert_int_equal(error.http_status, 0);
	assert_string_equal(error.request_id, "");
	assert_string_equal(error.message, "HTTP 503: busy");
}

static void long_messages_are_cut(void **state)
{
	char text[2000];
	aco_error error;

	memset(text, 'x', sizeof(text) - 1);
	text[sizeof(text) - 1] = '\0';
	aco_error_set(&error, ACO_E_ARGUMENT, false, "%s", text);
	assert_int_equal(strlen(error.message), sizeof(error.message) - 1);
	assert_false(error.retryable);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(is_set_whole),
		cmocka_unit_test(long_messages_are_cut),
	};

	return cmocka_run_group_tests_name("error", tests, NULL, NULL);
}
