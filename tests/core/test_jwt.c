#include "check.h"
#include "check_keys.h"

#include "src/core/services/jwt.h"

#include <openssl/err.h>

static aco_jwt_key *read_key(const char *pem)
{
	aco_error error = {0};
	aco_jwt_key *key = aco_jwt_key_new(pem, strlen(pem), "$key", &error);

	if (!key) {
		fail_msg("refused: %s", error.message);
	}
	return key;
}

static void rfc7515_appendix_a2(void **state)
{
	static const char claims[] = "{\"iss\":\"joe\",\r\n \"exp\":1300819380,\r\n \"http://example.com/is_root\":true}";
	static const char expected[] = "eyJhbGciOiJSUzI1NiJ9."
		"eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ."
		"cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4"
		"BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqv"
		"hJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw";
	aco_jwt_key *key = read_key(rfc7515_key);
	aco_buf token = ACO_BUF_INIT;

	assert_true(aco_jwt_sign_with_header(key, TEXT("{\"alg\":\"RS256\"}"), claims, sizeof(claims) - 1, &token));
	check_bytes(token.data, token.length, expected, sizeof(expected) - 1);
	aco_buf_free(&token);
	aco_jwt_key_free(key);
}

/* The header of every token here: {"typ":"JWT","alg":"RS256"}. */
static void header_is_that_of_the_connector(void **state)
{
	static const char expected[] = "eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.e30.";
	aco_jwt_key *key = read_key(rfc7515_key);
	aco_buf token = ACO_BUF_INIT;

	assert_true(aco_jwt_sign(key, TEXT("{}"), &token));
	assert_memory_equal(token.data, expected, sizeof(expected) - 1);
	/* 256 bytes of signature. */
	assert_int_equal(token.length, sizeof(expected) - 1 + 342);
	assert_null(memchr(token.data, '=', token.length));
	aco_buf_free(&token);
	aco_jwt_key_free(key);
}

static void token_is_appended(void **state)
{
	aco_jwt_key *key = read_key(rfc7515_key);
	aco_buf one = check_buf("x-gw-signature: "), other = ACO_BUF_INIT;

	assert_true(aco_jwt_sign(key, TEXT("{\"exp\":1}"), &one));
	assert_true(aco_jwt_sign(key, TEXT("{\"exp\":1}"), &other));
	check_bytes(one.data + 16, one.length - 16, other.data, other.length);
	aco_buf_free(&one);
	aco_buf_free(&other);
	aco_jwt_key_free(key);
}

/* What openssl wrote before it wrote PKCS#8, and what editors of Windows make of a key. */
static void other_spellings_of_a_key(void **state)
{
	aco_buf windows = ACO_BUF_INIT;

	aco_jwt_key_free(read_key(traditional_key));
	aco_buf_append_literal(&windows, "Bag Attributes\r\n    friendlyName: key\r\n");
	for (const char *p = rfc7515_key; *p; p++) {
		if (*p == '\n') {
			aco_buf_append_char(&windows, '\r');
		}
		aco_buf_append_char(&windows, *p);
	}
	aco_buf_append_char(&windows, '\0');
	aco_jwt_key_free(read_key(windows.data));
	aco_buf_free(&windows);
}

static void unusable_keys_say_why(void **state)
{
	static const struct {
		const char *pem;
		const char *reason;
	} cases[] = {
		{"", "$key must not be empty"},
		{"no key", "$key must be a private key in PEM"},
		{encrypted_key, "$key is encrypted with a password"},
		{traditional_encrypted_key, "$key is encrypted with a password"},
		{elliptic_key, "$key must be an RSA key"},
		{short_key, "$key must have from 2048 to 16384 bits, it has 1024"},
		{public_key, "$key is a public key or certificate"},
		{"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", "$key is a public key or certificate"},
		{"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n", "$key cannot be read as a private key"},
		{"-----BEGIN PRIVATE KEY-----\n", "$key cannot be read as a private key"},
		{"-----BEGIN PRIVATE KEY-----\n\n-----END PRIVATE KEY-----\n", "$key cannot be read as a private key"},
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		char *copy = check_copy(cases[i].pem, strlen(cases[i].pem));
		aco_error error = {0};

		assert_null(aco_jwt_key_new(copy, strlen(cases[i].pem), "$key", &error));
		assert_int_equal(error.code, ACO_E_ARGUMENT);
		if (strncmp(error.message, cases[i].reason, strlen(cases[i].reason)) != 0) {
			fail_msg("case %zu: %s", i, error.message);
		}
		free(copy);
	}
	assert_int_equal(ERR_peek_error(), 0);
}

static void damaged_keys_are_refused(void **state)
{
	size_t length = strlen(rfc7515_key);
	uint64_t random = 1;

	for (int round = 0; round < 300; round++) {
		char *copy = check_copy(rfc7515_key, length);
		size_t cut = check_random(&random) % length;
		aco_error error = {0};
		aco_jwt_key *key;

		for (int i = 0; i < 4; i++) {
			copy[30 + check_random(&random) % (length - 30)] = (char) check_random(&random);
		}
		/* Some bytes are of no matter to the reader: then there is a key, and it can be freed. */
		key = aco_jwt_key_new(copy, round % 2 ? cut : length, "$key", &error);
		assert_true(key || error.message[0]);
		aco_jwt_key_free(key);
		free(copy);
	}
	aco_jwt_key_free(NULL);
	assert_int_equal(ERR_peek_error(), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rfc7515_appendix_a2),
		cmocka_unit_test(header_is_that_of_the_connector),
		cmocka_unit_test(token_is_appended),
		cmocka_unit_test(other_spellings_of_a_key),
		cmocka_unit_test(unusable_keys_say_why),
		cmocka_unit_test(damaged_keys_are_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
