#include "check.h"

#include "src/core/services/oauth1.h"

static void check_base_string(
	const char *method, const char *url, const aco_oauth1_parameter *parameters, size_t count, const char *expected)
{
	char *copy = check_copy(url, strlen(url) + 1);
	aco_buf out = ACO_BUF_INIT;

	assert_true(aco_oauth1_base_string(&out, method, copy, parameters, count));
	check_bytes(out.data, out.length, expected, strlen(expected));
	aco_buf_free(&out);
	free(copy);
}

/* RFC 5849, 3.4.1.1; the parameters of its form stand in the list, as they are decoded. */
static void rfc5849_base_string(void **state)
{
	static const aco_oauth1_parameter parameters[] = {
		{"oauth_consumer_key", "9djdj82h48djs9d2"},
		{"oauth_token", "kkk9d7dh3k39sjv7"},
		{"oauth_signature_method", "HMAC-SHA1"},
		{"oauth_timestamp", "137131201"},
		{"oauth_nonce", "7d8f3e4a"},
		{"c2", ""},
		{"a3", "2 q"},
	};

	check_base_string("post", "http://example.com/request?b5=%3D%253D&a3=a&c%40=&a2=r%20b", parameters, COUNT(parameters),
		"POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q%26a3%3Da%26b5%3D%253D%25253D%26c%2540%3D%26c2%3D%26"
		"oauth_consumer_key%3D9djdj82h48djs9d2%26oauth_nonce%3D7d8f3e4a%26oauth_signature_method%3DHMAC-SHA1%26"
		"oauth_timestamp%3D137131201%26oauth_token%3Dkkk9d7dh3k39sjv7");
}

/* RFC 5849, 3.4.1.2. */
static void address_is_normalised(void **state)
{
	static const struct {
		const char *url;
		const char *expected;
	} cases[] = {
		{"http://EXAMPLE.COM:80/r%20v/X?id=123", "GET&http%3A%2F%2Fexample.com%2Fr%2520v%2FX&id%3D123"},
		{"https://www.example.net:8080/?q=1", "GET&https%3A%2F%2Fwww.example.net%3A8080%2F&q%3D1"},
		{"HTTPS://example.com:443/rest/V1", "GET&https%3A%2F%2Fexample.com%2Frest%2FV1&"},
		{"https://example.com:80/a", "GET&https%3A%2F%2Fexample.com%3A80%2Fa&"},
		{"http://example.com:443/a", "GET&http%3A%2F%2Fexample.com%3A443%2Fa&"},
		{"http://example.com:8080", "GET&http%3A%2F%2Fexample.com%3A8080%2F&"},
		{"http://[::1]:80/a#b?c=d", "GET&http%3A%2F%2F%5B%3A%3A1%5D%2Fa&c%3Dd"},
		{"https://example.com?a=1", "GET&https%3A%2F%2Fexample.com%2F&a%3D1"},
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		check_base_string("GET", cases[i].url, NULL, 0, cases[i].expected);
	}
}

static void parameters_are_sorted_as_bytes(void **state)
{
	check_base_string("GET", "https://h/p?b=2&a=z&b=10&B=1&a-b=1&&=x&b&%ZZ=%4", NULL, 0,
		"GET&https%3A%2F%2Fh%2Fp&%3Dx%26%2525ZZ%3D%25254%26B%3D1%26a%3Dz%26a-b%3D1%26b%3D%26b%3D10%26b%3D2");
}

/* Made with another implementation: Python's hmac and urllib. */
static void known_header(void **state)
{
	aco_oauth1_keys *keys = aco_oauth1_keys_new("key&1", "s3cret/+", "token=1", "t0ken secret");
	aco_secrets *secrets = aco_secrets_new();
	aco_buf value = ACO_BUF_INIT;
	char shown[512];
	static const char expected[] = "OAuth oauth_consumer_key=\"key%261\", oauth_nonce=\"n0nce\", oauth_signature_method=\"HMAC-SHA256\", "
		"oauth_timestamp=\"1700000000\", oauth_token=\"token%3D1\", oauth_version=\"1.0\", oauth_signature=\"bjYLkC1FE0imAlKw0sVAM8tudluCICicukFyv%2BFgfe0%3D\"";

	assert_non_null(keys);
	assert_true(aco_oauth1_authorize_at(keys, "POST", "https://shop.example.com/rest/all/V1/products/external-media/image", "n0nce", 1700000000, &value, secrets));
	check_bytes(value.data, value.length, expected, sizeof(expected) - 1);
	/* What must not be shown is known now: signature, and the secrets that are not in it. The token is a mere word. */
	aco_secrets_excerpt(secrets, shown, sizeof(shown), value.data, value.length);
	assert_non_null(strstr(shown, "oauth_token=\"token%3D1\""));
	assert_non_null(strstr(shown, "oauth_signature=\"***\""));
	assert_true(aco_secrets_occur(secrets, TEXT("t0ken secret")) && aco_secrets_occur(secrets, TEXT("s3cret%2F%2B")));
	aco_secrets_release(secrets);
	aco_buf_free(&value);
	aco_oauth1_keys_free(keys);
}

static void nonce_is_new_each_time(void **state)
{
	aco_oauth1_keys *keys = aco_oauth1_keys_new("k", "s", "t", "u");
	aco_buf one = ACO_BUF_INIT, other = ACO_BUF_INIT;
	const char *nonce;

	assert_true(aco_oauth1_authorize(keys, "GET", "https://example.com/", &one, NULL));
	assert_true(aco_oauth1_authorize(keys, "GET", "https://example.com/", &other, NULL));
	aco_buf_append_char(&one, '\0');
	aco_buf_append_char(&other, '\0');
	nonce = strstr(one.data, "oauth_nonce=\"");
	assert_non_null(nonce);
	assert_int_equal(strcspn(nonce + 13, "\""), 32);
	assert_null(strstr(other.data, nonce));
	assert_true(strncmp(one.data, "OAuth oauth_consumer_key=\"k\", ", 30) == 0);
	aco_buf_free(&one);
	aco_buf_free(&other);
	aco_oauth1_keys_free(keys);
	aco_oauth1_keys_free(NULL);
}

static void any_address_is_taken(void **state)
{
	static const char bytes[] = "htps:/?&=%#+@[]aZ0 \x80.";
	uint64_t random = 7;

	for (int round = 0; round < 2000; round++) {
		char url[64];
		size_t length = check_random(&random) % 60;
		aco_buf out = ACO_BUF_INIT;
		char *copy;

		for (size_t i = 0; i < length; i++) {
			url[i] = bytes[check_random(&random) % (sizeof(bytes) - 1)];
		}
		url[length] = '\0';
		copy = check_copy(url, length + 1);
		assert_true(aco_oauth1_base_string(&out, "GET", copy, NULL, 0));
		aco_buf_free(&out);
		free(copy);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rfc5849_base_string),
		cmocka_unit_test(address_is_normalised),
		cmocka_unit_test(parameters_are_sorted_as_bytes),
		cmocka_unit_test(known_header),
		cmocka_unit_test(nonce_is_new_each_time),
		cmocka_unit_test(any_address_is_taken),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
