#include "check.h"

#include "src/core/services/registry.h"

#include <json-c/json.h>

static aco_registry_outcome read_response(long status, const char *body)
{
	aco_http_response response = {.status = status, .retry_after_ms = -1, .body = check_buf(body)};
	aco_registry_outcome outcome;

	aco_registry_read(&outcome, &response);
	aco_buf_free(&response.body);
	return outcome;
}

static const aco_registry_matcher matcher = {
	.asset_to_product_url = "https://m.example.com/a",
	.product_to_asset_url = "https://m.example.com/p",
	.oauth_server_url = "https://ims.example.com",
	.client_id = "client",
	.client_secret = "secret",
	.ims_org_id = "org@AdobeOrg",
};

static aco_registry_tenant tenant(void)
{
	return (aco_registry_tenant) {
		.enabled = true,
		.project_id = "p\"1",
		.aem_program_id = "1",
		.aem_environment_id = "2",
		.commerce_base_url = "https://shop.example.com/",
		.consumer_key = "ck",
		.consumer_secret = "cs",
		.access_token = "at",
		.access_token_secret = "as",
		.threshold = -1,
		.metadata_field = "commerce:skus",
	};
}

/* The variable tenantInput of a body, as JSON. */
static const char *input_of(const aco_registry_tenant *given, aco_registry_dialect dialect)
{
	static char text[2048];
	aco_json json = {.buf = ACO_BUF_INIT};
	struct json_object *body, *variables, *input, *value;

	assert_true(aco_registry_request(&json, given, dialect));
	aco_buf_append_char(&json.buf, '\0');
	body = json_tokener_parse(json.buf.data);
	assert_non_null(body);
	assert_true(json_object_object_get_ex(body, "operationName", &value));
	assert_string_equal(json_object_get_string(value), "registerTenant");
	assert_true(json_object_object_get_ex(body, "query", &value));
	assert_non_null(strstr(json_object_get_string(value), "mutation registerTenant($tenantInput: TenantInput!)"));
	assert_true(json_object_object_get_ex(body, "variables", &variables)
		&& json_object_object_get_ex(variables, "tenantInput", &input));
	snprintf(text, sizeof(text), "%s",
		json_object_to_json_string_ext(input, JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE));
	json_object_put(body);
	aco_buf_wipe(&json.buf);
	return text;
}

#define BEGIN "{\"enabled\":true,\"projectId\":\"p\\\"1\",\"aem\":{\"programId\":\"1\",\"environmentId\":\"2\"}," \
	"\"commerce\":{\"baseUrl\":\"https://shop.example.com/\",\"credentials\":{\"consumerKey\":\"ck\",\"consumerSecret\":\"cs\"," \
	"\"accessToken\":\"at\",\"accessTokenSecret\":\"as\"}"
#define MATCHER "\"externalMatcher\":{\"assetToProductUrl\":\"https://m.example.com/a\",\"productToAssetUrl\":\"https://m.example.com/p\"," \
	"\"credentials\":{\"oauthServerUrl\":\"https://ims.example.com\",\"clientId\":\"client\",\"clientSecret\":\"secret\",\"imsOrgId\":\"org@AdobeOrg\"}}"

static void both_dialects_of_both_rules(void **state)
{
	aco_registry_tenant by_sku = tenant(), external = tenant();

	external.metadata_field = NULL;
	external.matcher = &matcher;
	external.extension_version = "1.4.4";
	external.commerce_version = "2.4.8";
	external.threshold = 100;
	assert_string_equal(input_of(&by_sku, ACO_REGISTRY_NESTED),
		BEGIN "},\"rule\":{\"type\":\"matchBySKU\",\"matchBySkuRule\":{\"metadataField\":\"commerce:skus\"}}}");
	assert_string_equal(input_of(&by_sku, ACO_REGISTRY_FLAT),
		BEGIN "},\"ruleType\":\"matchBySKU\",\"matchBySkuRule\":{\"metadataField\":\"commerce:skus\"}}");
	assert_string_equal(input_of(&external, ACO_REGISTRY_NESTED),
		BEGIN ",\"extensionVersion\":\"1.4.4\",\"version\":\"2.4.8\"},\"threshold\":100,\"rule\":{\"type\":\"externalMatcher\"," MATCHER "}}");
	assert_string_equal(input_of(&external, ACO_REGISTRY_FLAT),
		BEGIN ",\"extensionVersion\":\"1.4.4\",\"version\":\"2.4.8\"},\"threshold\":100,\"ruleType\":\"externalMatcher\"," MATCHER "}");
}

static void success(void **state)
{
	aco_registry_outcome outcome = read_response(200, "{\"data\":{\"registerTenant\":{\"tenantId\":\"t-1\",\"userErrors\":[]}}}");

	assert_int_equal(outcome.verdict, ACO_REGISTRY_REGISTERED);
	assert_string_equal(outcome.tenant_id, "t-1");
	outcome = read_response(200, "{\"data\":{\"registerTenant\":{\"tenantId\":\"t-1\"}},\"errors\":[]}");
	assert_int_equal(outcome.verdict, ACO_REGISTRY_REGISTERED);
}

static void user_errors(void **state)
{
	aco_registry_outcome outcome = read_response(200,
		"{\"data\":{\"registerTenant\":{\"tenantId\":null,\"userErrors\":[{\"message\":\"Tenant already exists\",\"path\":null},"
		"{\"message\":\" unexpected error when connecting with Commerce (400)\",\"path\":[\"tenantInput\",0,\"x\",{}]}]}}}");

	/* One that says more than that the tenant exists decides. */
	assert_int_equal(outcome.verdict, ACO_REGISTRY_CONFIGURATION);
	assert_int_equal(outcome.count, 2);
	assert_string_equal(outcome.errors[0].path, "");
	assert_string_equal(outcome.errors[1].path, "tenantInput.0.x");
	outcome = read_response(200, "{\"data\":{\"registerTenant\":{\"tenantId\":\"t\",\"userErrors\":[{\"message\":\"Tenant already exists\",\"path\":\"a.b\"}]}}}");
	assert_int_equal(outcome.verdict, ACO_REGISTRY_EXISTS);
	assert_string_equal(outcome.errors[0].path, "a.b");
	outcome = read_response(200, "{\"data\":{\"registerTenant\":{\"tenantId\":\"t\",\"userErrors\":[7,null]}}}");
	assert_int_equal(outcome.verdict, ACO_REGISTRY_UNKNOWN);
	outcome = read_response(200, "{\"data\":{\"registerTenant\":{\"userErrors\":[{\"message\":7}]}}}");
	assert_int_equal(outcome.verdict, ACO_REGISTRY_UNKNOWN);
	assert_string_equal(outcome.errors[0].message, "an error without a message");
}

/* What servers of GraphQL say of a field they do not know, or miss. */
static void other_dialect(void **state)
{
	static const char *const messages[] = {
		"Field \\\"rule\\\" is not defined by type \\\"TenantInput\\\".",
		"Field \\\"ruleType\\\" is not defined by type \\\"TenantInput\\\". Did you mean \\\"rule\\\"?",
		"Validation error: Unknown field 'ruleType'",
		"The variables input contains a field name 'rule' that is not defined for input object type 'TenantInput'",
		"Field \\\"rule\\\" of required type \\\"RuleInput!\\\" was not provided.",
	};
	static const char *const others[] = {
		"Invalid rule. The value must be matchBySKU or externalMatcher",
		"Field \\\"rules\\\" is not defined",
		"Field \\\"projectId\\\" is not defined by type \\\"TenantInput\\\".",
		"The rule is bad",
	};
	char body[512];

	for (size_t i = 0; i < COUNT(messages) + COUNT(others); i++) {
		const char *message = i < COUNT(messages) ? messages[i] : others[i - COUNT(messages)];
		aco_registry_outcome outcome;

		for (long status = 200; status <= 400; status += 200) {
			snprintf(body, sizeof(body), "{\"errors\":[{\"message\":\"first\"},{\"message\":\"%s\",\"locations\":[{\"line\":1}]}],\"data\":null}", message);
			outcome = read_response(status, body);
			assert_true(outcome.verdict >= ACO_REGISTRY_CONFIGURATION);
			if (outcome.other_dialect != (i < COUNT(messages))) {
				fail_msg("%s", message);
			}
		}
	}
}

static void graphql_errors(void **state)
{
	assert_int_equal(read_response(200, "{\"errors\":[{\"message\":\"x\",\"extensions\":{\"code\":\"UNAUTHENTICATED\"}}]}").verdict, ACO_REGISTRY_AUTHENTICATION);
	assert_int_equal(read_response(200, "{\"errors\":[{\"message\":\"x\",\"extensions\":{\"code\":\"BAD_USER_INPUT\"}}]}").verdict, ACO_REGISTRY_CALLER_BUG);
	assert_int_equal(read_response(400, "{\"errors\":[{\"message\":\"x\"}]}").verdict, ACO_REGISTRY_CALLER_BUG);
	assert_int_equal(read_response(200, "{\"errors\":[{\"message\":\"x\"}]}").verdict, ACO_REGISTRY_UNKNOWN);
	assert_int_equal(read_response(200, "{\"errors\":[\"Tenant already exists\"]}").verdict, ACO_REGISTRY_EXISTS);
	assert_true(read_response(200, "{\"errors\":[{\"message\":\"x\",\"extensions\":{\"code\":\"INTERNAL_SERVER_ERROR\"}}]}").transient);
	assert_true(read_response(200, "{\"errors\":[{\"message\":\"JWT is invalid\"}]}").stale_token);
}

static void gateway(void **state)
{
	static const struct {
		long status;
		const char *body;
		aco_registry_verdict verdict;
		bool transient;
	} cases[] = {
		{403, "{\"error_code\":\"403053\",\"message\":\"JWT is invalid\"}", ACO_REGISTRY_AUTHENTICATION, false},
		{403, "{\"error\":{\"code\":\"Forbidden\",\"message\":\"Client ID is missing\",\"details\":{\"error_code\":\"403000\"}}}", ACO_REGISTRY_AUTHENTICATION, false},
		{403, "{\"error\":\"no object\"}", ACO_REGISTRY_AUTHENTICATION, false},
		{401, "", ACO_REGISTRY_AUTHENTICATION, false},
		{400, "{}", ACO_REGISTRY_CALLER_BUG, false},
		{404, "<html>", ACO_REGISTRY_CONFIGURATION, false},
		{301, "", ACO_REGISTRY_CONFIGURATION, false},
		{408, "", ACO_REGISTRY_TRANSPORT, true},
		{429, "{\"message\":\"slow down\"}", ACO_REGISTRY_TRANSPORT, true},
		{500, "{\"message\":\"Tenant already exists\"}", ACO_REGISTRY_TRANSPORT, true},
		{503, "{\"errors\":[{\"message\":\"x\"}]}", ACO_REGISTRY_TRANSPORT, true},
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		aco_registry_outcome outcome = read_response(cases[i].status, cases[i].body);

		assert_int_equal(outcome.verdict, cases[i].verdict);
		assert_int_equal(outcome.transient, cases[i].transient);
		assert_int_equal(outcome.error.retryable, cases[i].transient);
		assert_int_equal(outcome.error.http_status, cases[i].status);
		assert_true(outcome.error.message[0]);
	}
}

static void answers_that_cannot_be_read(void **state)
{
	static const char *const bodies[] = {
		"",
		"[]",
		"null",
		"{",
		"{}",
		"{\"data\":null}",
		"{\"data\":[]}",
		"{\"data\":{\"registerTenant\":null}}",
		"{\"data\":{\"registerTenant\":{}}}",
		"{\"data\":{\"registerTenant\":{\"tenantId\":\"\"}}}",
		"{\"data\":{\"registerTenant\":{\"tenantId\":\"  \"}}}",
		"{\"data\":{\"registerTenant\":{\"tenantId\":7,\"userErrors\":{}}}}",
	};

	for (size_t i = 0; i < COUNT(bodies); i++) {
		aco_registry_outcome outcome = read_response(200, bodies[i]);

		assert_int_equal(outcome.verdict, ACO_REGISTRY_TRANSPORT);
		assert_true(outcome.error.retryable);
	}
}

static void lists_and_texts_are_bounded(void **state)
{
	aco_buf body = ACO_BUF_INIT;
	aco_registry_outcome outcome;

	aco_buf_append_literal(&body, "{\"errors\":[");
	for (int i = 0; i < 200; i++) {
		aco_buf_append_literal(&body, "{\"message\":\"");
		for (int j = 0; j < 2000; j++) {
			aco_buf_append_literal(&body, "\xc3\xa9");
		}
		aco_buf_append_literal(&body, "\",\"path\":[\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\",\"b\",3,4,\"c\",\"d\"]},");
	}
	aco_buf_append(&body, "7]}", 4);
	outcome = read_response(200, body.data);
	assert_int_equal(outcome.count, ACO_REGISTRY_MAX_ERRORS);
	aco_buf_free(&body);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(both_dialects_of_both_rules),
		cmocka_unit_test(success),
		cmocka_unit_test(user_errors),
		cmocka_unit_test(other_dialect),
		cmocka_unit_test(graphql_errors),
		cmocka_unit_test(gateway),
		cmocka_unit_test(answers_that_cannot_be_read),
		cmocka_unit_test(lists_and_texts_are_bounded),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
