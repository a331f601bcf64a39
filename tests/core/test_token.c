#include "check.h"

#include "src/core/services/token.h"

#define NOW 5000000

static bool read_response(aco_token *token, long status, const char *body, aco_error *error)
{
	aco_http_response response = {.status = status, .body = check_buf(body)};
	bool read = aco_token_read(token, &response, NOW, error);

	aco_buf_free(&response.body);
	return read;
}

static void form_is_encoded(void **state)
{
	aco_buf form = ACO_BUF_INIT;

	assert_true(aco_token_request_form(&form, "id&x=1", "p+s/ %\xc3\xa9~", "openid,AdobeID"));
	assert_string_equal(form.data,
		"grant_type=client_credentials&client_id=id%26x%3D1&client_secret=p%2Bs%2F%20%25%C3%A9~&scope=openid%2CAdobeID");
	assert_int_equal(form.length, strlen(form.data) + 1);
	aco_buf_wipe(&form);
}

static void form_never_grows_while_it_is_written(void **state)
{
	char secret[2000];
	aco_buf form = ACO_BUF_INIT;

	/* Growing would leave a copy of the secret in freed memory. */
	memset(secret, '&', sizeof(secret) - 1);
	secret[sizeof(secret) - 1] = '\0';
	assert_true(aco_buf_reserve(&form, 128 + 3 * (sizeof(secret) - 1) + 3 * 6));
	const char *data = form.data;
	assert_true(aco_token_request_form(&form, "id", secret, "scop"));
	assert_ptr_equal(form.data, data);
	aco_buf_wipe(&form);
}

static void good_answer_gives_a_token(void **state)
{
	aco_token token = {0};
	aco_error error = {0};
	unsigned generation = token.generation;

	assert_false(aco_token_usable(&token, NOW));
	assert_true(read_response(&token, 200, "{\"access_token\":\"abc.def\",\"token_type\":\"bearer\",\"expires_in\":86399}", &error));
	assert_string_equal(token.value.data, "abc.def");
	assert_int_not_equal(token.generation, generation);
	generation = token.generation;
	assert_true(read_response(&token, 200, "{\"expires_in\":86399,\"access_token\":\"another\"}", &error));
	assert_string_equal(token.value.data, "another");
	assert_int_not_equal(token.generation, generation);
	aco_token_drop(&token);
	assert_false(aco_token_usable(&token, NOW));
	assert_null(token.value.data);
}

static void is_usable_until_a_margin_before_it_expires(void **state)
{
	static const struct {
		int64_t life_s;
		int64_t usable_ms;
	} cases[] = {
		{86399, 86399000 - 60000}, {600, 540000}, {601, 541000}, {300, 270000}, {60, 54000}, {10, 9000}, {1, 900},
		/* Longer than any real one. */
		{INT64_C(9000000000000000000), INT64_C(366) * 24 * 3600 * 1000 - 60000},
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		aco_token token = {0};
		aco_error error = {0};
		char body[128];

		snprintf(body, sizeof(body), "{\"access_token\":\"t\",\"expires_in\":%lld}", (long long) cases[i].life_s);
		assert_true(read_response(&token, 200, body, &error));
		assert_true(aco_token_usable(&token, NOW));
		assert_true(aco_token_usable(&token, NOW + cases[i].usable_ms - 1));
		assert_false(aco_token_usable(&token, NOW + cases[i].usable_ms));
		aco_token_drop(&token);
	}
}

/* Not all who stand in for IMS write a whole number. */
static void lives_of_any_kind_of_number_are_taken(void **state)
{
	static const char *const lives[] = {"\"3600\"", "3600.0", "3.6e3", "\"3.6e3\"", "1e9", "\"1e9\"", "1e300"};

	for (size_t i = 0; i < COUNT(lives); i++) {
		aco_token token = {0};
		aco_error error = {0};
		char body[128];

		snprintf(body, sizeof(body), "{\"access_token\":\"t\",\"expires_in\":%s}", lives[i]);
		assert_true(read_response(&token, 200, body, &error));
		assert_true(aco_token_usable(&token, NOW + 3000000));
		assert_false(aco_token_usable(&token, NOW + INT64_C(367) * 24 * 3600 * 1000));
		aco_token_drop(&token);
	}
}

static void answers_without_a_token(void **state)
{
	static const char *const bodies[] = {
		"",
		"{}",
		"[]",
		"null",
		"\"abc\"",
		"<html>",
		"{\"access_token\":\"abc\"",
		"{\"access_token\":\"abc\"}",
		"{\"expires_in\":3600}",
		"{\"access_token\":\"\",\"expires_in\":3600}",
		"{\"access_token\":null,\"expires_in\":3600}",
		"{\"access_token\":1,\"expires_in\":3600}",
		"{\"access_token\":\"abc\",\"expires_in\":0}",
		"{\"access_token\":\"abc\",\"expires_in\":-5}",
		"{\"access_token\":\"abc\",\"expires_in\":\"soon\"}",
		"{\"access_token\":\"abc\",\"expires_in\":null}",
		/* What could end a header line or smuggle another. */
		"{\"access_token\":\"a b\",\"expires_in\":3600}",
		"{\"access_token\":\"a\\r\\nX: y\",\"expires_in\":3600}",
		"{\"access_token\":\"a\\u0000b\",\"expires_in\":3600}",
		"{\"access_token\":\"a\xc3\xa9\",\"expires_in\":3600}",
		"{\"access_token\":\"a\\u007f\",\"expires_in\":3600}",
		"{\"access_token\":\"abc\",\"expires_in\":3600} and more",
	};

	for (size_t i = 0; i < COUNT(bodies); i++) {
		aco_token token = {0};
		aco_error error = {0};

		if (read_response(&token, 200, bodies[i], &error)) {
			fail_msg("accepted: %s", bodies[i]);
		}
		assert_int_equal(error.code, ACO_E_TRANSPORT);
		assert_true(error.retryable);
		assert_null(strstr(error.message, "abc"));
		assert_false(aco_token_usable(&token, NOW));
		aco_token_drop(&token);
	}
}

static void overlong_token_is_refused(void **state)
{
	aco_http_response response = {.status = 200};
	aco_token token = {0};
	aco_error error = {0};

	aco_buf_append_literal(&response.body, "{\"expires_in\":3600,\"access_token\":\"");
	for (size_t i = 0; i < 100000; i++) {
		aco_buf_append_char(&response.body, 'x');
	}
	aco_buf_append_literal(&response.body, "\"}");
	assert_false(aco_token_read(&token, &response, NOW, &error));
	assert_int_equal(error.code, ACO_E_TRANSPORT);
	assert_non_null(strstr(error.message, "has 100000 bytes"));
	aco_buf_free(&response.body);
	aco_token_drop(&token);
}

static void what_is_no_token_is_not_kept(void **state)
{
	static char overlong[ACO_TOKEN_MAX_BYTES + 2];
	aco_token token = {0};

	memset(overlong, 'x', sizeof(overlong) - 1);
	assert_true(aco_token_keep(&token, TEXT("good"), 1000, NOW));
	assert_false(aco_token_keep(&token, TEXT(""), 1000, NOW));
	assert_false(aco_token_keep(&token, TEXT("a b"), 1000, NOW));
	assert_false(aco_token_keep(&token, TEXT("a\nb"), 1000, NOW));
	assert_false(aco_token_keep(&token, TEXT("a\0b"), 1000, NOW));
	assert_false(aco_token_keep(&token, TEXT("a\x7f"), 1000, NOW));
	assert_false(aco_token_keep(&token, TEXT("\xc3\xa9"), 1000, NOW));
	assert_false(aco_token_keep(&token, overlong, ACO_TOKEN_MAX_BYTES + 1, 1000, NOW));
	assert_false(aco_token_keep(&token, TEXT("late"), 0, NOW));
	assert_false(aco_token_keep(&token, TEXT("late"), -1, NOW));
	assert_false(aco_token_keep(&token, TEXT("late"), INT64_MIN, NOW));
	/* The one before is still there. */
	assert_string_equal(token.value.data, "good");
	assert_int_equal(token.generation, 1);
	assert_true(aco_token_usable(&token, NOW + 999));
	assert_true(aco_token_keep(&token, overlong, ACO_TOKEN_MAX_BYTES, 1000, NOW));
	assert_int_equal(strlen(token.value.data), ACO_TOKEN_MAX_BYTES);
	aco_token_drop(&token);
}

static void token_is_kept_for_its_life(void **state)
{
	aco_token token = {0};
	unsigned generation;

	assert_true(aco_token_keep(&token, TEXT("!~0"), 1000, NOW));
	assert_string_equal(token.value.data, "!~0");
	assert_int_equal(token.value.length, 4);
	assert_true(aco_token_usable(&token, NOW + 999));
	assert_false(aco_token_usable(&token, NOW + 1000));
	generation = token.generation;
	/* Only so many of the bytes; and not for ever. */
	assert_true(aco_token_keep(&token, "second one", 6, INT64_MAX, NOW));
	assert_string_equal(token.value.data, "second");
	assert_int_not_equal(token.generation, generation);
	assert_int_equal(token.usable_until_ms, NOW + INT64_C(366) * 24 * 3600 * 1000);
	aco_token_drop(&token);
}

static void refusals_tell_credentials_from_trouble(void **state)
{
	static const struct {
		long status;
		aco_error_code code;
		bool retryable;
	} cases[] = {
		{301, ACO_E_API, false},
		{404, ACO_E_API, false},
		{405, ACO_E_API, false},
		{408, ACO_E_API, true},
		{400, ACO_E_AUTHENTICATION, false},
		{401, ACO_E_AUTHENTICATION, false},
		{403, ACO_E_AUTHENTICATION, false},
		{429, ACO_E_API, true},
		{500, ACO_E_API, true},
		{502, ACO_E_API, true},
		{503, ACO_E_API, true},
		{504, ACO_E_API, true},
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		aco_token token = {0};
		aco_error error = {0};

		assert_false(read_response(&token, cases[i].status, "{\"error\":\"invalid_client\",\"error_description\":\"invalid client_id parameter\"}", &error));
		assert_int_equal(error.code, cases[i].code);
		assert_int_equal(error.retryable, cases[i].retryable);
		assert_int_equal(error.http_status, cases[i].status);
		assert_non_null(strstr(error.message, "invalid client_id parameter"));
		assert_false(read_response(&token, cases[i].status, "<html>no JSON</html>", &error));
		assert_int_equal(error.code, cases[i].code);
		aco_token_drop(&token);
	}
}

static void no_answer_keeps_the_reason(void **state)
{
	static const aco_error_code codes[] = {ACO_E_TRANSPORT, ACO_E_TIMEOUT};

	for (size_t i = 0; i < COUNT(codes); i++) {
		aco_http_response response = {0};
		aco_token token = {0};
		aco_error error = {0};

		aco_error_set(&response.error, codes[i], true, "could not connect");
		response.error.curl_code = 7;
		assert_false(aco_token_read(&token, &response, NOW, &error));
		assert_int_equal(error.code, codes[i]);
		assert_int_equal(error.curl_code, 7);
		assert_true(error.retryable);
		assert_non_null(strstr(error.message, "could not connect"));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(form_is_encoded),
		cmocka_unit_test(form_never_grows_while_it_is_written),
		cmocka_unit_test(good_answer_gives_a_token),
		cmocka_unit_test(is_usable_until_a_margin_before_it_expires),
		cmocka_unit_test(lives_of_any_kind_of_number_are_taken),
		cmocka_unit_test(answers_without_a_token),
		cmocka_unit_test(overlong_token_is_refused),
		cmocka_unit_test(what_is_no_token_is_not_kept),
		cmocka_unit_test(token_is_kept_for_its_life),
		cmocka_unit_test(refusals_tell_credentials_from_trouble),
		cmocka_unit_test(no_answer_keeps_the_reason),
	};

	return cmocka_run_group_tests_name("token", tests, NULL, NULL);
}
