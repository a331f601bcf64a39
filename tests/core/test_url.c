#include "check.h"

#include "src/core/net/url.h"

static bool accepts(const char *url, bool allow_http)
{
	aco_error error = {0};
	bool accepted = aco_url_check(url, allow_http, "$ingestionUrl", &error);

	if (!accepted) {
		assert_int_equal(error.code, ACO_E_ARGUMENT);
		assert_false(error.retryable);
		/* Names the setting, and never repeats the value: it may hold a password. */
		assert_non_null(strstr(error.message, "$ingestionUrl"));
		assert_null(strstr(error.message, "secret"));
	}
	return accepted;
}

static void https_is_taken(void **state)
{
	static const char *const urls[] = {
		"https://api.example.com",
		"https://api.example.com/",
		"https://api.example.com:8443/base/path",
		"https://192.0.2.1/x",
		"https://[2001:db8::1]:443/x",
		"https://localhost",
		"HTTPS://API.EXAMPLE.COM/x",
		"https://api.example.com/a%20b",
	};

	for (size_t i = 0; i < COUNT(urls); i++) {
		assert_true(accepts(urls[i], false));
		assert_true(accepts(urls[i], true));
	}
}

static void plain_http_is_for_loopback(void **state)
{
	static const char *const loopback[] = {"http://127.0.0.1:8480", "http://127.0.0.1/x", "http://127.1.2.3",
		"http://localhost:8480/ims/token/v3", "http://[::1]:8480/"};
	static const char *const others[] = {"http://api.example.com", "http://127.evil.example",
		"http://127.0.0.1.evil.example", "http://localhost.evil.example", "http://192.0.2.1", "http://0.0.0.0",
		"http://[2001:db8::1]", "http://10.0.0.1", "http://notlocalhost"};

	for (size_t i = 0; i < COUNT(loopback); i++) {
		assert_true(accepts(loopback[i], false));
	}
	for (size_t i = 0; i < COUNT(others); i++) {
		assert_false(accepts(others[i], false));
		assert_true(accepts(others[i], true));
	}
}

static void other_addresses_are_refused(void **state)
{
	static const char *const urls[] = {
		"",
		"/",
		"api.example.com",
		"//api.example.com",
		"/v1/catalog",
		"https://",
		"ftp://api.example.com",
		"file:///etc/passwd",
		"gopher://127.0.0.1",
		"javascript:alert(1)",
		"ws://127.0.0.1",
		"https://user@api.example.com",
		"https://user:secret@api.example.com",
		"https://:secret@api.example.com",
		"https://api.example.com?x=secret",
		"https://api.example.com/x?a=1",
		"https://api.example.com/#secret",
		"https://api.example.com/x#y",
		"https://api.exam ple.com",
		"https://api.example.com/\n",
		"https://api.example.com/\r\nX-Header: 1",
		" https://api.example.com",
		"https://api.example.com ",
		"https://api.example.com/\x7f",
		"https://api.example.com/\t",
		"https://api.example.com:99999",
		"https://api.example.com:port/",
		"https:/api.example.com",
		"https:api.example.com",
		"https:///api.example.com",
		"https://api.example.com?",
		"https://api.example.com#",
		"https://api.example.com/?#",
		"https://@api.example.com",
		"https://:@api.example.com",
		"https://api.example.com:443@evil.example",
		"https://api.example.com\\@evil.example",
		"https://[::1",
		"https://[]",
		"https://[::1]x",
		"https://::1",
	};

	for (size_t i = 0; i < COUNT(urls); i++) {
		if (accepts(urls[i], false) || accepts(urls[i], true)) {
			fail_msg("accepted: %s", urls[i]);
		}
	}
}

static void ports_are_checked(void **state)
{
	static const char *const taken[] = {"", ":1", ":443", ":8480", ":65535", ":00443"};
	static const char *const refused[] = {
		":",
		":0",
		":00000",
		":65536",
		":99999",
		":4294967739",
		":18446744073709552059",
		":abc",
		":44a",
		":-1",
		":+1",
		":0x50",
		":1:2",
		"::",
		"::443",
	};
	static const char *const hosts[] = {
		"http://127.0.0.1", "https://api.example.com", "https://[2001:db8::1]", "http://[::1]"};
	static const char *const paths[] = {"", "/", "/a:b/c:"};
	char url[128];

	for (size_t i = 0; i < COUNT(hosts) * COUNT(paths); i++) {
		const char *host = hosts[i / COUNT(paths)], *path = paths[i % COUNT(paths)];

		for (size_t j = 0; j < COUNT(taken); j++) {
			snprintf(url, sizeof(url), "%s%s%s", host, taken[j], path);
			assert_true(accepts(url, false));
		}
		for (size_t j = 0; j < COUNT(refused); j++) {
			snprintf(url, sizeof(url), "%s%s%s", host, refused[j], path);
			if (accepts(url, false) || accepts(url, true)) {
				fail_msg("accepted: %s", url);
			}
		}
	}
}

static void a_bad_port_is_told(void **state)
{
	aco_error error = {0};

	assert_false(aco_url_check("http://127.0.0.1:", false, "--ims-url", &error));
	assert_string_equal(error.message, "--ims-url must have a port from 1 to 65535 after the colon that follows its host, or no colon there");
}

static void default_path_is_for_addresses_without(void **state)
{
	static const struct {
		const char *url;
		const char *expected;
	} cases[] = {
		{"https://ims.example.com", "https://ims.example.com/ims/token/v3"},
		{"https://ims.example.com/", "https://ims.example.com/ims/token/v3"},
		{"https://ims.example.com///", "https://ims.example.com/ims/token/v3"},
		{"http://127.0.0.1:8480", "http://127.0.0.1:8480/ims/token/v3"},
		{"https://ims.example.com/other", "https://ims.example.com/other"},
		{"https://ims.example.com/other/", "https://ims.example.com/other"},
		{"https://ims.example.com/a/b//", "https://ims.example.com/a/b"},
	};
	aco_buf out = ACO_BUF_INIT;

	for (size_t i = 0; i < COUNT(cases); i++) {
		/* The buffer is used again: nothing of the last result may stay. */
		assert_true(aco_url_with_default_path(cases[i].url, "/ims/token/v3", &out));
		assert_string_equal(out.data, cases[i].expected);
		assert_int_equal(out.length, strlen(cases[i].expected) + 1);
	}
	aco_buf_free(&out);
}

static void tenant_is_the_last_segment_once(void **state)
{
	static const struct {
		const char *url;
		const char *tenant;
		const char *expected;
	} cases[] = {
		{"https://na1.example.com", "T1", "https://na1.example.com/T1"},
		{"https://na1.example.com/", "T1", "https://na1.example.com/T1"},
		{"https://na1.example.com/T1", "T1", "https://na1.example.com/T1"},
		{"https://na1.example.com/T1/", "T1", "https://na1.example.com/T1"},
		{"https://na1.example.com/base", "T1", "https://na1.example.com/base/T1"},
		{"https://na1.example.com/base/T1", "T1", "https://na1.example.com/base/T1"},
		/* As copied from an operation. */
		{"https://na1.example.com/T1/v1/catalog", "T1", "https://na1.example.com/T1"},
		{"https://na1.example.com/T1/v1/catalog/", "T1", "https://na1.example.com/T1"},
		{"https://na1.example.com/v1/catalog", "T1", "https://na1.example.com/T1"},
		{"https://na1.example.com/T1/v2/catalog", "T1", "https://na1.example.com/T1/v2/catalog/T1"},
		/* The host, not a version before a segment. */
		{"https://v1/catalog", "T1", "https://v1/catalog/T1"},
		{"https://v1/catalog/", "T1", "https://v1/catalog/T1"},
		{"https://v1/v1/catalog", "T1", "https://v1/T1"},
		/* A tenant that is called as the end of an operation's address. */
		{"https://na1.example.com/v1", "catalog", "https://na1.example.com/v1/catalog"},
		{"https://na1.example.com/v1/catalog", "catalog", "https://na1.example.com/v1/catalog"},
		/* Not the whole segment, another case, the host. */
		{"https://na1.example.com/XT1", "T1", "https://na1.example.com/XT1/T1"},
		{"https://na1.example.com/t1", "T1", "https://na1.example.com/t1/T1"},
		{"https://tenant", "tenant", "https://tenant/tenant"},
		{"https://example.com", "a/b c", "https://example.com/a%2Fb%20c"},
		{"https://example.com/a%2Fb%20c", "a/b c", "https://example.com/a%2Fb%20c"},
	};

	aco_buf out = ACO_BUF_INIT;

	for (size_t i = 0; i < COUNT(cases); i++) {
		assert_true(aco_url_of_tenant(cases[i].url, cases[i].tenant, &out));
		assert_string_equal(out.data, cases[i].expected);
	}
	aco_buf_free(&out);
}

static void all_but_unreserved_bytes_are_encoded(void **state)
{
	for (unsigned byte = 0; byte < 256; byte++) {
		aco_buf out = ACO_BUF_INIT;
		char text = (char) byte, expected[4];
		bool unreserved = byte != 0 && strchr("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~", (int) byte);

		snprintf(expected, sizeof(expected), unreserved ? "%c" : "%%%02X", byte);
		aco_url_encode(&out, &text, 1);
		check_bytes(out.data, out.length, expected, strlen(expected));
		aco_buf_free(&out);
	}
}

static void short_memory_is_told(void **state)
{
	aco_buf out = ACO_BUF_INIT;

	assert_false(aco_buf_reserve(&out, SIZE_MAX));
	assert_false(aco_url_with_default_path("https://example.com", "/x", &out));
	assert_false(aco_url_of_tenant("https://example.com", "T1", &out));
	aco_buf_free(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(https_is_taken),
		cmocka_unit_test(plain_http_is_for_loopback),
		cmocka_unit_test(other_addresses_are_refused),
		cmocka_unit_test(ports_are_checked),
		cmocka_unit_test(a_bad_port_is_told),
		cmocka_unit_test(default_path_is_for_addresses_without),
		cmocka_unit_test(tenant_is_the_last_segment_once),
		cmocka_unit_test(all_but_unreserved_bytes_are_encoded),
		cmocka_unit_test(short_memory_is_told),
	};

	return cmocka_run_group_tests_name("url", tests, NULL, NULL);
}
