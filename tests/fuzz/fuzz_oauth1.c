/* The input is two lines: an address, and the value of a parameter that is no part of it. */
#include "fuzz.h"

#include "src/core/services/oauth1.h"

#include <curl/curl.h>

#define MAX_PARAMETERS 60

/* Both are encoded, as they are signed. */
typedef struct reference_parameter {
	char *name;
	char *value;
} reference_parameter;

static reference_parameter *parameters;
static size_t count;

/* What a form has as `text`, encoded as signatures want it. */
static char *encoded_again(const char *text, size_t length)
{
	char *form = malloc(length + 1), *plain, *encoded;
	int plain_length;

	REQUIRE(form);
	for (size_t i = 0; i < length; i++) {
		form[i] = text[i];
		if (form[i] == '+') {
			form[i] = ' ';
		}
	}
	form[length] = '\0';
	/* To libcurl a length of 0 is that of the text, which is empty then. */
	plain = curl_easy_unescape(NULL, form, (int) length, &plain_length);
	REQUIRE(plain);
	encoded = plain_length ? curl_easy_escape(NULL, plain, plain_length) : strdup("");
	REQUIRE(encoded);
	curl_free(plain);
	free(form);
	return encoded;
}

static void add(char *name, char *value)
{
	parameters = realloc(parameters, (count + 1) * sizeof(*parameters));
	REQUIRE(parameters);
	parameters[count++] = (reference_parameter) {name, value};
}

static int by_name_and_value(const void *one, const void *other)
{
	const reference_parameter *a = one, *b = other;
	int order = strcmp(a->name, b->name);

	return order ? order : strcmp(a->value, b->value);
}

static void read_query(const char *query, size_t length)
{
	const char *end = query + length;

	while (query < end) {
		size_t pair = strcspn(query, "&"), name;

		pair = pair < (size_t) (end - query) ? pair : (size_t) (end - query);
		name = strcspn(query, "=");
		name = name < pair ? name : pair;
		if (pair > 0) {
			add(encoded_again(query, name),
				name < pair ? encoded_again(query + name + 1, pair - name - 1) : strdup(""));
		}
		query += pair + 1;
	}
}

/* The encoded parameters of a base string, in their order. */
static void check_parameters(const char *signed_text)
{
	qsort(parameters, count, sizeof(*parameters), by_name_and_value);
	for (size_t i = 0; i < count; i++) {
		char *name = curl_easy_escape(NULL, parameters[i].name, 0),
			*value = curl_easy_escape(NULL, parameters[i].value, 0);

		REQUIRE(name && value);
		if (i > 0) {
			REQUIRE(strncmp(signed_text, "%26", 3) == 0);
			signed_text += 3;
		}
		REQUIRE(strncmp(signed_text, name, strlen(name)) == 0);
		signed_text += strlen(name);
		REQUIRE(strncmp(signed_text, "%3D", 3) == 0);
		signed_text += 3;
		REQUIRE(strncmp(signed_text, value, strlen(value)) == 0);
		signed_text += strlen(value);
		curl_free(name);
		curl_free(value);
	}
	REQUIRE(*signed_text == '\0');
}

static void forget_parameters(void)
{
	for (size_t i = 0; i < count; i++) {
		free(parameters[i].name);
		free(parameters[i].value);
	}
	free(parameters);
	parameters = NULL;
	count = 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	fuzz_input input = {data, size};
	char *url = fuzz_line(&input), *value = fuzz_line(&input);
	const char *query = strchr(url, '?');
	aco_oauth1_parameter given = {"oauth_token", value};
	aco_oauth1_keys *keys = aco_oauth1_keys_new("key", value, "token", value);
	aco_buf text = ACO_BUF_INIT, header = ACO_BUF_INIT;

	if (query) {
		read_query(query + 1, strcspn(query + 1, "#"));
	}
	add(strdup("oauth_token"), value[0] ? curl_easy_escape(NULL, value, 0) : strdup(""));
	REQUIRE(keys && aco_oauth1_authorize_at(keys, "post", url, "nonce", 1, &header, NULL));
	REQUIRE(header.length > 0 && !memchr(header.data, '\n', header.length));
	REQUIRE(aco_oauth1_base_string(&text, "post", url, &given, 1));
	aco_buf_append_char(&text, '\0');
	REQUIRE(strncmp(text.data, "POST&", 5) == 0);
	REQUIRE(strspn(text.data, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~%&") == text.length - 1);
	if (count <= MAX_PARAMETERS) {
		REQUIRE(strchr(text.data + 5, '&'));
		check_parameters(strchr(text.data + 5, '&') + 1);
	}
	forget_parameters();
	aco_oauth1_keys_free(keys);
	aco_buf_free(&text);
	aco_buf_free(&header);
	free(url);
	free(value);
	return 0;
}
