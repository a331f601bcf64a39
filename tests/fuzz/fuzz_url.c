/* The input is two lines: an address from a setting or an answer, and a tenant id. */
#include "reference_utf8.h"

#include "src/core/net/url.h"

#include <curl/curl.h>

static void check_encoding(const char *text)
{
	aco_buf encoded = ACO_BUF_INIT;
	char *decoded;
	int length;

	aco_url_encode(&encoded, text, strlen(text));
	aco_buf_append_char(&encoded, '\0');
	REQUIRE(strspn(encoded.data, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~%") == encoded.length - 1);
	decoded = curl_easy_unescape(NULL, encoded.data, (int) encoded.length - 1, &length);
	REQUIRE(decoded && (size_t) length == strlen(text) && memcmp(decoded, text, (size_t) length) == 0);
	curl_free(decoded);
	aco_buf_free(&encoded);
}

/* What is made of an accepted address is one, too, and making it again changes nothing. */
static void check_accepted(const char *url, const char *tenant)
{
	aco_buf once = ACO_BUF_INIT, twice = ACO_BUF_INIT;
	aco_error error = {0};

	REQUIRE(url[strcspn(url, " \t\r\n\x7f")] == '\0');
	REQUIRE(aco_url_with_default_path(url, "/default/path", &once));
	REQUIRE(aco_url_check(once.data, true, "it", &error));
	REQUIRE(aco_url_with_default_path(once.data, "/default/path", &twice));
	REQUIRE(strcmp(once.data, twice.data) == 0);
	if (tenant[0]) {
		REQUIRE(aco_url_of_tenant(url, tenant, &once));
		REQUIRE(aco_url_check(once.data, true, "it", &error));
		REQUIRE(aco_url_of_tenant(once.data, tenant, &twice));
		REQUIRE(strcmp(once.data, twice.data) == 0);
	}
	aco_buf_free(&once);
	aco_buf_free(&twice);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	fuzz_input input = {data, size};
	char *url = fuzz_line(&input), *tenant = fuzz_line(&input);
	aco_error error = {0};

	check_encoding(tenant);
	if (aco_url_check(url, true, "it", &error)) {
		check_accepted(url, tenant);
	} else {
		REQUIRE(error.code != ACO_OK && reference_is_readable(error.message));
		/* What is refused where plain http may go anywhere is refused elsewhere, too. */
		REQUIRE(!aco_url_check(url, false, "it", &error));
	}
	free(url);
	free(tenant);
	return 0;
}
