#include "check.h"

#include "src/core/engine/response.h"

#include "src/core/base/json_document.h"

#define SENT 4

/* Item errors of an answer, as one line: `0 field: message | 2 : message`. */
static const char *item_errors(const char *body, size_t length)
{
	static char text[8192];
	aco_item_error errors[SENT] = {{0}};
	aco_buf buf = ACO_BUF_INIT;
	size_t count, named = 0, at = 0;

	/* Exactly as large as the body: an answer has no NUL at its end. */
	buf.data = check_copy(body, length);
	buf.length = buf.capacity = length;
	count = aco_response_item_errors(&buf, NULL, errors, SENT);
	text[0] = '\0';
	for (size_t i = 0; i < SENT; i++) {
		if (errors[i].message) {
			at += (size_t) snprintf(text + at, sizeof(text) - at, "%s%zu %s: %s", named ? " | " : "", i,
				errors[i].field ? errors[i].field : "", errors[i].message);
			named++;
		} else {
			assert_null(errors[i].field);
		}
		free(errors[i].message);
		free(errors[i].field);
	}
	assert_int_equal(count, named);
	aco_buf_free(&buf);
	return text;
}

static bool accepted(const char *body, int64_t *count)
{
	aco_buf buf = check_buf(body);
	bool read;

	*count = -1;
	read = aco_response_accepted(&buf, count);
	aco_buf_free(&buf);
	return read;
}

static const char *reason(const char *body, size_t size)
{
	static char text[1024];
	aco_buf buf = check_buf(body);
	char *exact = malloc(size);

	assert_non_null(exact);
	aco_response_reason(&buf, NULL, exact, size);
	assert_in_range(strlen(exact), 0, size - 1);
	strcpy(text, exact);
	free(exact);
	aco_buf_free(&buf);
	return text;
}

static void counts_of_accepted_items(void **state)
{
	static const char *const unreadable[] = {
		"",
		"{}",
		"[]",
		"[{\"acceptedCount\":3}]",
		"{\"acceptedCount\":\"3\"}",
		"{\"acceptedCount\":3.5}",
		"{\"acceptedCount\":null}",
		"{\"acceptedCount\":-1}",
		"{\"acceptedCount\":true}",
		"{\"status\":\"ACCEPTED\"}",
		"{\"acceptedCount\":3",
		"{\"acceptedCount\":3}}",
		"{\"acceptedCount\":3}{\"acceptedCount\":3}",
		"<html>ok</html>",
		"ACCEPTED",
		"{\"data\":{\"acceptedCount\":3}}",
		"{\"status\":\"FAILED\",\"acceptedCount\":3}",
		"{\"acceptedCount\":3,\"status\":\"failed\"}",
	};
	int64_t count;

	assert_true(accepted("{\"status\":\"ACCEPTED\",\"acceptedCount\":3}", &count));
	assert_int_equal(count, 3);
	assert_true(accepted(" \r\n{\"acceptedCount\" : 0 }\n\t ", &count));
	assert_int_equal(count, 0);
	for (size_t i = 0; i < COUNT(unreadable); i++) {
		if (accepted(unreadable[i], &count)) {
			fail_msg("accepted: %s", unreadable[i]);
		}
	}
}

static void documented_item_errors(void **state)
{
	assert_string_equal(item_errors(TEXT("{\"status\":\"FAILED\",\"message\":\"Items validation failed for 2 items\",\"errors\":["
		"{\"itemIndex\":0,\"code\":\"sku\",\"message\":\"sku is required\",\"value\":\"\"},"
		"{\"itemIndex\":2,\"code\":\"discounts.0.price\",\"message\":\"must not be negative\",\"value\":\"-1\"}]}")),
		"0 sku: sku is required | 2 discounts.0.price: must not be negative");
	/* The name in the documentation of price books. */
	assert_string_equal(item_errors(TEXT("{\"invalidFeedItems\":[{\"itemIndex\":1,\"code\":\"name\",\"message\":\"is required\"}]}")),
		"1 name: is required");
	assert_string_equal(item_errors(TEXT("{\"errors\":[{\"itemIndex\":0,\"message\":\"a\"}],\"invalidFeedItems\":[{\"itemIndex\":3,\"message\":\"b\"}]}")),
		"0 : a | 3 : b");
}

static void errors_of_one_item_are_joined(void **state)
{
	assert_string_equal(item_errors(TEXT("{\"errors\":[{\"itemIndex\":1,\"code\":\"sku\",\"message\":\"first\"},"
		"{\"itemIndex\":3,\"message\":\"other\"},{\"itemIndex\":1,\"code\":\"name\",\"message\":\"second\"}]}")),
		"1 sku: first; second | 3 : other");
}

static void impossible_entries_are_ignored(void **state)
{
	static const char *const entries[] = {
		"{\"itemIndex\":-1,\"message\":\"x\"}",
		"{\"itemIndex\":4,\"message\":\"x\"}",
		"{\"itemIndex\":2147483648,\"message\":\"x\"}",
		"{\"itemIndex\":9223372036854775807,\"message\":\"x\"}",
		"{\"itemIndex\":18446744073709551616,\"message\":\"x\"}",
		"{\"itemIndex\":-9223372036854775808,\"message\":\"x\"}",
		"{\"itemIndex\":\"0\",\"message\":\"x\"}",
		"{\"itemIndex\":1.5,\"message\":\"x\"}",
		"{\"itemIndex\":null,\"message\":\"x\"}",
		"{\"itemIndex\":true,\"message\":\"x\"}",
		"{\"itemIndex\":[0],\"message\":\"x\"}",
		"{\"message\":\"x\"}",
		"{}",
		"[]",
		"null",
		"0",
		"\"0\"",
	};
	char body[512];

	for (size_t i = 0; i < COUNT(entries); i++) {
		snprintf(body, sizeof(body), "{\"errors\":[%s,{\"itemIndex\":2,\"message\":\"good\"},%s]}", entries[i], entries[i]);
		assert_string_equal(item_errors(body, strlen(body)), "2 : good");
	}
}

static void answers_without_item_errors(void **state)
{
	static const char *const bodies[] = {
		"",
		" ",
		"{}",
		"[]",
		"null",
		"1",
		"\"text\"",
		"{\"errors\":null}",
		"{\"errors\":{}}",
		"{\"errors\":\"x\"}",
		"{\"errors\":[]}",
		"{\"status\":\"FAILED\",\"message\":\"Malformed body\"}",
		"{\"errors\":[{\"itemIndex\":0,\"message\":\"x\"}]",
		"<html><body>400</body></html>",
		"{\"errors\":[{\"itemIndex\":0,\"message\":\"x\"}]} trailing",
		"{\"errors\":[{\"itemIndex\":0,\"message\":\"x}]}",
		"\x1f\x8b\x08garbage",
		"\xff\xfe",
	};

	for (size_t i = 0; i < COUNT(bodies); i++) {
		assert_string_equal(item_errors(bodies[i], strlen(bodies[i])), "");
	}
	assert_string_equal(item_errors(TEXT("{\"errors\":[{\"itemIndex\":0,\"message\":\"x\"}]}\0")), "");
}

static void items_without_a_message_get_one(void **state)
{
	static const char *const entries[] = {"{\"itemIndex\":0}", "{\"itemIndex\":0,\"message\":\"\"}",
		"{\"itemIndex\":0,\"message\":null}", "{\"itemIndex\":0,\"message\":7}"};
	char body[128];

	for (size_t i = 0; i < COUNT(entries); i++) {
		const char *text;

		snprintf(body, sizeof(body), "{\"errors\":[%s]}", entries[i]);
		text = item_errors(body, strlen(body));
		assert_int_equal(strncmp(text, "0 : ", 4), 0);
		assert_true(strlen(text) > 10);
	}
}

static void messages_are_cut_and_cleaned(void **state)
{
	aco_buf body = ACO_BUF_INIT;
	const char *text;

	assert_string_equal(item_errors(TEXT("{\"errors\":[{\"itemIndex\":0,\"code\":\"a\\u0000b\",\"message\":\"line\\nbreak \xff \\u001b[31m\"}]}")),
		"0 a b: line break ?  [31m");
	/* A field name and messages without end. */
	aco_buf_append_literal(&body, "{\"errors\":[");
	for (size_t i = 0; i < 2000; i++) {
		aco_buf_append_literal(&body, "{\"itemIndex\":1,\"code\":\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
			"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
			"\",\"message\":\"\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\"},");
	}
	body.data[body.length - 1] = ']';
	aco_buf_append_char(&body, '}');
	text = item_errors(body.data, body.length);
	assert_in_range(strlen(text), 100, 1500);
	aco_buf_free(&body);
}

static void deep_nesting_is_no_document(void **state)
{
	static const size_t depths[] = {33, 100, 10000, 1000000};

	for (size_t i = 0; i < COUNT(depths); i++) {
		aco_buf body = ACO_BUF_INIT;
		aco_json_document *document;

		aco_buf_append_literal(&body, "{\"errors\":");
		for (size_t level = 0; level < depths[i]; level++) {
			aco_buf_append_char(&body, '[');
		}
		/* Cut as well as closed. */
		document = aco_json_document_parse(&body);
		assert_null(document);
		for (size_t level = 0; level < depths[i]; level++) {
			aco_buf_append_char(&body, ']');
		}
		aco_buf_append_char(&body, '}');
		document = aco_json_document_parse(&body);
		assert_null(document);
		aco_buf_free(&body);
	}
}

static void shallow_nesting_is_read(void **state)
{
	aco_buf body = check_buf("{\"a\":[[[[[[[[{\"b\":{\"c\":[1,2,{}]}}]]]]]]]],\"n\":5,\"s\":\"a\\u0000b\"}");
	aco_json_document *document = aco_json_document_parse(&body);
	const char *text;
	size_t length;
	int64_t number;

	assert_non_null(document);
	assert_true(aco_json_document_int(document, "n", &number));
	assert_int_equal(number, 5);
	assert_true(aco_json_document_string(document, "s", &text, &length));
	check_bytes(text, length, TEXT("a\0b"));
	assert_false(aco_json_document_int(document, "s", &number));
	assert_false(aco_json_document_string(document, "n", &text, &length));
	assert_false(aco_json_document_string(document, "missing", &text, &length));
	aco_json_document_free(document);
	aco_json_document_free(NULL);
	aco_buf_free(&body);
}

static void random_garbage_does_no_harm(void **state)
{
	static const char seed_text[] = "{\"status\":\"FAILED\",\"message\":\"no\",\"errors\":[{\"itemIndex\":0,\"code\":\"sku\",\"message\":\"\\u00e9\",\"value\":\"\"}],\"acceptedCount\":3}";
	uint64_t seed = 13;

	for (size_t i = 0; i < 20000; i++) {
		size_t length = check_random(&seed) % sizeof(seed_text);
		char body[sizeof(seed_text)], text[16];
		aco_buf buf = ACO_BUF_INIT;
		int64_t count;

		memcpy(body, seed_text, length);
		for (size_t changes = check_random(&seed) % 4; changes > 0 && length > 0; changes--) {
			body[check_random(&seed) % length] = (char) (check_random(&seed) >> 56);
		}
		item_errors(body, length);
		aco_buf_append(&buf, body, length);
		aco_response_accepted(&buf, &count);
		aco_response_reason(&buf, NULL, text, sizeof(text));
		aco_buf_free(&buf);
	}
}

static void reasons_of_all_services(void **state)
{
	assert_string_equal(reason("{\"error\":\"invalid_client\",\"error_description\":\"invalid client_id parameter\"}", 256), "invalid client_id parameter");
	assert_string_equal(reason("{\"error\":\"invalid_scope\"}", 256), "invalid_scope");
	assert_string_equal(reason("{\"status\":\"FAILED\",\"message\":\"Items validation failed\",\"errors\":[]}", 256), "Items validation failed");
	assert_string_equal(reason("{\"title\":\"ErrInvalidOauthToken\",\"status\":\"401\",\"error_code\":\"401013\",\"message\":\"Oauth token is not valid\"}", 256),
		"Oauth token is not valid");
	assert_string_equal(reason("{\"error_code\":\"429050\",\"message\":\"Too many requests\"}", 256), "Too many requests");
	assert_string_equal(reason("{\"title\":\"Unauthorized\"}", 256), "Unauthorized");
	assert_string_equal(reason("{\"message\":\"\",\"title\":\"Unauthorized\"}", 256), "Unauthorized");
	assert_string_equal(reason("{\"error\":{\"message\":\"inner\"},\"title\":\"outer\"}", 256), "outer");
	assert_string_equal(reason("{\"message\":\"two\\nlines\"}", 256), "two lines");
	assert_string_equal(reason("{\"message\":\"caf\xc3\xa9\"}", 5), "caf");
	assert_string_equal(reason("{\"message\":\"anything\"}", 1), "");
	assert_string_equal(reason("<html>Too many requests</html>", 256), "");
	assert_string_equal(reason("[]", 256), "");
	assert_string_equal(reason("", 256), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(counts_of_accepted_items),
		cmocka_unit_test(documented_item_errors),
		cmocka_unit_test(errors_of_one_item_are_joined),
		cmocka_unit_test(impossible_entries_are_ignored),
		cmocka_unit_test(answers_without_item_errors),
		cmocka_unit_test(items_without_a_message_get_one),
		cmocka_unit_test(messages_are_cut_and_cleaned),
		cmocka_unit_test(deep_nesting_is_no_document),
		cmocka_unit_test(shallow_nesting_is_read),
		cmocka_unit_test(random_garbage_does_no_harm),
		cmocka_unit_test(reasons_of_all_services),
	};

	return cmocka_run_group_tests_name("response", tests, NULL, NULL);
}
