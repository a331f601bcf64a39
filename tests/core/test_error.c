#include "check.h"

#include "src/core/base/error.h"

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

static void what_is_quoted_does_nothing_to_a_terminal(void **state)
{
	char path[600];
	aco_error error;

	aco_error_set(&error, ACO_E_ARGUMENT, false, "%s is no folder", "/a\x1b[31m\xc2\x9b" "b\xe2\x80\xae" "c\xff");
	assert_string_equal(error.message, "/a [31m b?c? is no folder");
	memset(path, 'x', sizeof(path) - 1);
	path[sizeof(path) - 1] = '\0';
	memcpy(path + sizeof(error.message) - 2, "\xc3\xa9", 2);
	aco_error_set(&error, ACO_E_ARGUMENT, false, "%s", path);
	assert_string_equal(error.message + sizeof(error.message) - 3, "x?");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(is_set_whole),
		cmocka_unit_test(long_messages_are_cut),
		cmocka_unit_test(what_is_quoted_does_nothing_to_a_terminal),
	};

	return cmocka_run_group_tests_name("error", tests, NULL, NULL);
}
