#include "check.h"

#include "src/core/services/tenant.h"

/* "ingestion | studio" of an answer, "-" for what was not found; NULL when it cannot be used. */
static const char *read_tenant_with(bool allow_http, long status, const char *body, aco_error *error)
{
	static char text[1024];
	aco_http_response response = {.status = status, .body = check_buf(body)};
	aco_tenant tenant = {0};
	bool read = aco_tenant_read(&tenant, &response, allow_http, error);

	snprintf(text, sizeof(text), "%s | %s", tenant.ingestion_url.data ? tenant.ingestion_url.data : "-",
		tenant.studio_url.data ? tenant.studio_url.data : "-");
	aco_tenant_free(&tenant);
	aco_buf_free(&response.body);
	return read ? text : NULL;
}

static const char *read_tenant(long status, const char *body, aco_error *error)
{
	return read_tenant_with(false, status, body, error);
}

static void address_is_encoded(void **state)
{
	aco_buf out = ACO_BUF_INIT;

	assert_true(aco_tenant_address(&out, "https://ccm.example.com/api/v1", "T 1/x", "ORG@AdobeOrg"));
	assert_string_equal(out.data, "https://ccm.example.com/api/v1/tenants/T%201%2Fx/owner/ORG%40AdobeOrg");
	aco_buf_free(&out);
}

static void addresses_are_found_wherever_they_are(void **state)
{
	static const struct {
		const char *body;
		const char *expected;
	} cases[] = {
		{"{\"ingestionUrl\":\"https://i.example.com\",\"optimizerStudioUrl\":\"https://s.example.com\"}", "https://i.example.com | https://s.example.com"},
		{"{\"ingestion_url\":\"https://i.example.com\"}", "https://i.example.com | -"},
		{"{\"INGESTION\":\"https://i.example.com\"}", "https://i.example.com | -"},
		{"{\"tenant\":{\"endpoints\":{\"dataIngestion\":{\"url\":\"https://i.example.com\"},\"studio\":{\"href\":\"https://s.example.com\"}}}}",
			"https://i.example.com | https://s.example.com"},
		{"{\"links\":[{\"studio\":\"https://s.example.com\"},{\"ingestion\":[\"https://i.example.com\"]}]}", "https://i.example.com | https://s.example.com"},
		{"{\"ingestionUrl\":\"http://127.0.0.1:8480/T1\"}", "http://127.0.0.1:8480/T1 | -"},
		/* The first one counts; what is no address does not. */
		{"{\"ingestionUrl\":\"https://one.example.com\",\"otherIngestionUrl\":\"https://two.example.com\"}", "https://one.example.com | -"},
		{"{\"ingestionEnabled\":true,\"ingestionName\":\"main\",\"ingestionUrl\":\"https://i.example.com\"}", "https://i.example.com | -"},
		{"{\"ingestionUrl\":null,\"ingestion\":{\"status\":\"ok\",\"url\":\"https://i.example.com\"}}", "https://i.example.com | -"},
		{"{\"ingestionUrl\":\"ftp://i.example.com\",\"ingestion\":\"https://i.example.com\"}", "https://i.example.com | -"},
		{"{\"ingestionUrl\":\"https://a\\u0000b\",\"ingestion\":\"https://i.example.com\"}", "https://i.example.com | -"},
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		aco_error error = {0};
		const char *found = read_tenant(200, cases[i].body, &error);

		assert_non_null(found);
		assert_string_equal(found, cases[i].expected);
	}
}

static void answers_without_an_address(void **state)
{
	static const char *const bodies[] = {
		"{}", "{\"url\":\"https://i.example.com\"}", "{\"studioUrl\":\"https://s.example.com\"}", "{\"ingestionUrl\":\"\"}",
		"{\"ingestionUrl\":\"i.example.com\"}", "{\"ingestionUrl\":7}",
	};

	for (size_t i = 0; i < COUNT(bodies); i++) {
		aco_error error = {0};

		if (read_tenant(200, bodies[i], &error)) {
			fail_msg("accepted: %s", bodies[i]);
		}
		assert_int_equal(error.code, ACO_E_API);
		assert_true(error.message[0]);
	}
}

static void answers_that_cannot_be_read(void **state)
{
	static const char *const bodies[] = {
		"", "[]", "null", "<html>", "{\"ingestionUrl\":\"https://i.example.com\"", "[{\"ingestionUrl\":\"https://i.example.com\"}]",
	};

	for (size_t i = 0; i < COUNT(bodies); i++) {
		aco_error error = {0};

		if (read_tenant(200, bodies[i], &error)) {
			fail_msg("accepted: %s", bodies[i]);
		}
		assert_int_equal(error.code, ACO_E_TRANSPORT);
		assert_true(error.retryable);
	}
}

/* Tokens are sent to this address: it has to keep the rules of one that is set by hand. */
static void unusable_addresses_are_refused(void **state)
{
	static const char *const urls[] = {
		"http://i.example.com",
		"https://user:secret@i.example.com",
		"https://i.example.com/?x=1",
		"https://i.example.com/a b",
		"https://",
	};
	char body[256];

	for (size_t i = 0; i < COUNT(urls); i++) {
		aco_error error = {0};

		snprintf(body, sizeof(body), "{\"ingestionUrl\":\"%s\"}", urls[i]);
		if (read_tenant(200, body, &error)) {
			fail_msg("accepted: %s", urls[i]);
		}
		assert_int_equal(error.code, ACO_E_API);
		assert_false(error.retryable);
		assert_null(strstr(error.message, "secret"));
	}
}

static void plain_http_has_to_be_allowed(void **state)
{
	aco_error error = {0};
	const char *found = read_tenant_with(true, 200, "{\"ingestionUrl\":\"http://i.example.com\"}", &error);

	assert_non_null(found);
	assert_string_equal(found, "http://i.example.com | -");
}

static void unusable_studio_address_is_left_out(void **state)
{
	aco_error error = {0};
	const char *found = read_tenant(200, "{\"ingestionUrl\":\"https://i.example.com\",\"studioUrl\":\"http://s.example.com\"}", &error);

	assert_non_null(found);
	assert_string_equal(found, "https://i.example.com | -");
}

static void overlong_address_is_no_address(void **state)
{
	aco_buf body = ACO_BUF_INIT;
	aco_error error = {0};

	aco_buf_append_literal(&body, "{\"ingestionUrl\":\"https://");
	for (size_t i = 0; i < 5000; i++) {
		aco_buf_append_char(&body, 'x');
	}
	aco_buf_append(&body, "\"}", 3);
	assert_null(read_tenant(200, body.data, &error));
	aco_buf_free(&body);
}

static void refusals_say_what_to_check(void **state)
{
	static const struct {
		long status;
		bool retryable;
		const char *word;
	} cases[] = {
		{401, false, "organisation"}, {403, false, "organisation"}, {404, false, "tenant id"},
		{400, false, "HTTP 400"}, {429, true, "HTTP 429"}, {500, true, "HTTP 500"}, {503, true, "HTTP 503"},
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		aco_error error = {0};

		assert_null(read_tenant(cases[i].status, "{\"message\":\"told by the service\"}", &error));
		assert_int_equal(error.code, ACO_E_API);
		assert_int_equal(error.http_status, cases[i].status);
		assert_int_equal(error.retryable, cases[i].retryable);
		assert_non_null(strstr(error.message, cases[i].word));
		assert_non_null(strstr(error.message, "told by the service"));
	}
}

static void no_answer_keeps_the_reason(void **state)
{
	aco_http_response response = {0};
	aco_tenant tenant = {0};
	aco_error error = {0};

	aco_error_set(&response.error, ACO_E_TIMEOUT, true, "too slow");
	response.error.curl_code = 28;
	assert_false(aco_tenant_read(&tenant, &response, false, &error));
	assert_int_equal(error.code, ACO_E_TIMEOUT);
	assert_int_equal(error.curl_code, 28);
	assert_non_null(strstr(error.message, "too slow"));
	aco_tenant_free(&tenant);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(address_is_encoded),
		cmocka_unit_test(addresses_are_found_wherever_they_are),
		cmocka_unit_test(answers_without_an_address),
		cmocka_unit_test(answers_that_cannot_be_read),
		cmocka_unit_test(unusable_addresses_are_refused),
		cmocka_unit_test(plain_http_has_to_be_allowed),
		cmocka_unit_test(unusable_studio_address_is_left_out),
		cmocka_unit_test(overlong_address_is_no_address),
		cmocka_unit_test(refusals_say_what_to_check),
		cmocka_unit_test(no_answer_keeps_the_reason),
	};

	return cmocka_run_group_tests_name("tenant", tests, NULL, NULL);
}
