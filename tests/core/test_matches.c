#include "check.h"

#include "src/core/services/matches.h"

/* "name [roles] position format | …", "skip", or the class of the error. */
static const char *read_matches(aco_match_direction direction, long status, const char *body)
{
	static char text[1024];
	aco_http_response response = {.status = status, .retry_after_ms = -1, .body = check_buf(body)};
	aco_matches matches;
	aco_error error = {0};
	size_t length = 0;
	bool read = aco_matches_read(&matches, &response, direction, TEXT("it"), &error);

	text[0] = '\0';
	if (read && matches.skip) {
		snprintf(text, sizeof(text), "skip");
	}
	for (size_t i = 0; read && i < matches.count; i++) {
		aco_match match;

		if (!aco_matches_get(&matches, i, &match, &error)) {
			read = false;
			break;
		}
		length += (size_t) snprintf(
			text + length, sizeof(text) - length, "%s%.*s [", i ? " | " : "", (int) match.name_length, match.name);
		for (size_t role = 0; role < match.role_count; role++) {
			const char *name;
			size_t size;

			if (aco_match_role(&match, role, &name, &size)) {
				length += (size_t) snprintf(text + length, sizeof(text) - length, "%.*s,", (int) size, name);
			}
		}
		length += (size_t) snprintf(
			text + length, sizeof(text) - length, "] %lld%s", (long long) match.position, match.video ? " video" : "");
	}
	if (!read) {
		assert_true(error.message[0]);
		snprintf(text, sizeof(text), "%s%s",
			error.code == ACO_E_AUTHENTICATION ? "authentication"
				: error.code == ACO_E_API      ? "api"
					: "transport",
			error.retryable ? " retryable" : "");
	}
	aco_matches_free(&matches);
	aco_buf_free(&response.body);
	return text;
}

static void answers_of_products(void **state)
{
	static const struct {
		long status;
		const char *body;
		const char *expected;
	} cases[] = {
		{200, "{\"asset_id\":\"it\",\"product_matches\":[{\"product_sku\":\"a\",\"asset_roles\":[\"image\",\" x \"],\"asset_position\":3}],\"skip\":false}", "a [image,x,] 3"},
		{200, "{\"product_matches\":[{\"product_sku\":\"a\",\"asset_roles\":\"image; ;x\",\"asset_position\":[4]},{\"product_sku\":\"b\"}]}", "a [image,x,] 4 | b [] -1"},
		{201, "{\"product_matches\":[]}", ""},
		{200, "{\"product_matches\":[{\"product_sku\":\"a\",\"asset_position\":\"1\"},{\"product_sku\":\"b\",\"asset_position\":-3},"
			"{\"product_sku\":\"c\",\"asset_position\":99999999999},{\"product_sku\":\"d\",\"asset_position\":[1,2]},{\"product_sku\":\"e\",\"asset_roles\":\"\"}]}",
			"a [] -1 | b [] -1 | c [] -1 | d [] -1 | e [] -1"},
		{200, "{\"skip\":true}", "skip"},
		{200, "{\"skip\":true,\"asset_id\":\"other\"}", "api"},
		{200, "{\"skip\":1,\"product_matches\":[]}", "api"},
		{200, "{\"skip\":null,\"product_matches\":[]}", ""},
		{200, "{\"asset_id\":\"it2\",\"product_matches\":[]}", "api"},
		{200, "{\"asset_id\":\"i\",\"product_matches\":[]}", "api"},
		{200, "{\"asset_id\":null,\"product_matches\":[]}", ""},
		{200, "{}", "api"},
		{200, "{\"asset_matches\":[]}", "api"},
		{200, "{\"product_matches\":[{}]}", "api"},
		{200, "{\"product_matches\":[null]}", "api"},
		{200, "{\"product_matches\":[{\"product_sku\":\"a\",\"asset_roles\":{}}]}", "api"},
		{200, "{\"product_matches\":[{\"product_sku\":\"a\",\"asset_roles\":[null]}]}", "api"},
		{200, "", "transport retryable"},
		{200, "[]", "transport retryable"},
		{200, "{\"statusCode\":200,\"body\":{\"product_matches\":[]}}", ""},
		{200, "{\"statusCode\":200,\"body\":\"{\\\"product_matches\\\":[{\\\"product_sku\\\":\\\"a\\\"}]}\"}", "a [] -1"},
		{200, "{\"statusCode\":200,\"body\":\"[]\"}", "api"},
		{200, "{\"statusCode\":200}", "api"},
		{200, "{\"statusCode\":500,\"body\":{\"error\":\"x\"}}", "api retryable"},
		{200, "{\"statusCode\":401}", "authentication"},
		{200, "{\"statusCode\":\"200\",\"product_matches\":[]}", ""},
		{400, "{\"product_matches\":[]}", "api"},
		{401, "", "authentication"},
		{403, "", "authentication"},
		{404, "", "api"},
		{408, "", "api retryable"},
		{429, "", "api retryable"},
		{503, "", "api retryable"},
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		const char *found = read_matches(ACO_MATCH_PRODUCTS, cases[i].status, cases[i].body);

		if (strcmp(found, cases[i].expected) != 0) {
			fail_msg("%s: %s", cases[i].body, found);
		}
	}
}

static void answers_of_assets(void **state)
{
	assert_string_equal(read_matches(ACO_MATCH_ASSETS, 200,
		"{\"product_sku\":\"it\",\"asset_matches\":[{\"asset_id\":\"x\",\"asset_format\":\"video\"},{\"asset_id\":\"y\",\"asset_format\":\"image\"},"
		"{\"asset_id\":\"z\",\"asset_format\":7}]}"), "x [] -1 video | y [] -1 | z [] -1");
	assert_string_equal(read_matches(ACO_MATCH_ASSETS, 200, "{\"product_sku\":\"it\",\"product_matches\":[]}"), "api");
	assert_string_equal(read_matches(ACO_MATCH_ASSETS, 200, "{\"product_sku\":7,\"asset_matches\":[]}"), "api");
}

static void no_answer(void **state)
{
	aco_http_response response = {.status = 0, .retry_after_ms = -1};
	aco_matches matches;
	aco_error error = {0};

	aco_error_set(&response.error, ACO_E_TIMEOUT, true, "too late");
	assert_false(aco_matches_read(&matches, &response, ACO_MATCH_PRODUCTS, TEXT("it"), &error));
	assert_int_equal(error.code, ACO_E_TIMEOUT);
	assert_true(error.retryable);
	aco_matches_free(&matches);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(answers_of_products),
		cmocka_unit_test(answers_of_assets),
		cmocka_unit_test(no_answer),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
