/* SPDX-License-Identifier: MIT */
#include "src/core/services/oauth1.h"

#include "src/core/base/clock.h"
#include "src/core/base/count.h"
#include "src/core/net/url.h"

#include <ctype.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>
#include <stdio.h>
#include <stdlib.h>

#define METHOD "HMAC-SHA256"
#define NONCE_BYTES 16
#define DIGEST_BYTES 32
#define DIGEST_BASE64 ((DIGEST_BYTES + 2) / 3 * 4)
/* More parameters than any address here has. */
#define MAX_PARAMETERS 64
/*
 * A token is sent in the clear and is worthless without its secret; a token shorter than stores
 * generate is treated as an ordinary word.
 */
#define MIN_SECRET_TOKEN 8

struct aco_oauth1_keys {
	aco_buf consumer_key;
	aco_buf token;
	/* Both secrets, encoded and joined by `&`. */
	aco_buf secret;
	/* The plain secrets, which must not be shown. */
	aco_secrets *known;
};

/* An encoded parameter, within the shared buffer. */
typedef struct encoded {
	size_t name;
	size_t name_length;
	size_t value;
	size_t value_length;
	const aco_buf *text;
} encoded;

aco_oauth1_keys *aco_oauth1_keys_new(
	const char *consumer_key, const char *consumer_secret, const char *token, const char *token_secret)
{
	aco_oauth1_keys *keys = calloc(1, sizeof(*keys));
	bool learned;

	if (!keys) {
		return NULL;
	}

	aco_buf_append(&keys->consumer_key, consumer_key, strlen(consumer_key) + 1);
	aco_buf_append(&keys->token, token, strlen(token) + 1);

	/* Reserved in full at once: growing would leave copies behind. */
	if (aco_buf_reserve(&keys->secret, 3 * (strlen(consumer_secret) + strlen(token_secret)) + 1)) {
		aco_url_encode(&keys->secret, consumer_secret, strlen(consumer_secret));
		aco_buf_append_char(&keys->secret, '&');
		aco_url_encode(&keys->secret, token_secret, strlen(token_secret));
	}

	keys->known = aco_secrets_new();
	learned = keys->known && aco_secrets_add(keys->known, consumer_secret) && aco_secrets_add(keys->known, token_secret)
		&& (strlen(token) < MIN_SECRET_TOKEN || aco_secrets_add(keys->known, token));
	if (!learned || keys->consumer_key.failed || keys->token.failed || keys->secret.failed) {
		aco_oauth1_keys_free(keys);
		return NULL;
	}

	return keys;
}

void aco_oauth1_keys_free(aco_oauth1_keys *keys)
{
	if (keys) {
		aco_buf_free(&keys->consumer_key);
		aco_buf_wipe(&keys->token);
		aco_buf_wipe(&keys->secret);
		aco_secrets_release(keys->known);
		free(keys);
	}
}

static int hex_digit(char byte)
{
	return byte >= '0' && byte <= '9'    ? byte - '0'
		: isxdigit((unsigned char) byte) ? tolower((unsigned char) byte) - 'a' + 10
			: -1;
}

/* Decodes a form: `+` is a space; everything else that is not an escape stands for itself. */
static void decode(aco_buf *out, const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		int high = text[i] == '%' && i + 2 < length ? hex_digit(text[i + 1]) : -1;
		int low = high >= 0 ? hex_digit(text[i + 2]) : -1;

		if (low >= 0) {
			aco_buf_append_char(out, (char) (high * 16 + low));
			i += 2;
		} else {
			aco_buf_append_char(out, text[i] == '+' ? ' ' : text[i]);
		}
	}
}

static encoded add(aco_buf *text, const char *name, size_t name_length, const char *value, size_t value_length)
{
	encoded added = {.text = text, .name = text->length};

	aco_url_encode(text, name, name_length);
	added.name_length = text->length - added.name;
	added.value = text->length;
	aco_url_encode(text, value, value_length);
	added.value_length = text->length - added.value;
	return added;
}

/* Adds the parameters of a query; returns the new total. */
static size_t add_query(aco_buf *text, encoded *all, size_t count, const char *query, size_t length)
{
	size_t end;

	for (size_t start = 0; start < length && count < MAX_PARAMETERS; start = end + 1) {
		const char *pair = query + start, *equals;
		aco_buf name = ACO_BUF_INIT, value = ACO_BUF_INIT;

		for (end = start; end < length && query[end] != '&'; end++) {
			continue;
		}

		if (end == start) {
			continue;
		}

		equals = memchr(pair, '=', end - start);
		decode(&name, pair, equals ? (size_t) (equals - pair) : end - start);

		if (equals) {
			decode(&value, equals + 1, (size_t) (query + end - equals - 1));
		}

		text->failed |= name.failed || value.failed;
		if (!text->failed) {
			all[count++] = add(text, name.data, name.length, value.data, value.length);
		}

		aco_buf_free(&name);
		aco_buf_free(&value);
	}

	return count;
}

static int compare_bytes(const char *one, size_t one_length, const char *other, size_t other_length)
{
	int order = memcmp(one, other, one_length < other_length ? one_length : other_length);

	return order ? order : (one_length > other_length) - (one_length < other_length);
}

static int by_name_and_value(const void *one, const void *other)
{
	const encoded *a = one, *b = other;
	const char *x = a->text->data, *y = b->text->data;
	int order = compare_bytes(x + a->name, a->name_length, y + b->name, b->name_length);

	return order ? order : compare_bytes(x + a->value, a->value_length, y + b->value, b->value_length);
}

/* Scheme and host in lower case, no default port, no query (RFC 5849, 3.4.1.2). */
static void append_address(aco_buf *out, const char *url)
{
	const char *authority = strstr(url, "://");
	aco_buf address = ACO_BUF_INIT;
	size_t scheme, host, path;

	if (!authority) {
		return;
	}

	scheme = (size_t) (authority - url);
	host = strcspn(authority + 3, "/?#");
	path = strcspn(authority + 3 + host, "?#");

	for (size_t i = 0; i < scheme + 3 + host; i++) {
		aco_buf_append_char(&address, (char) tolower((unsigned char) url[i]));
	}

	if (!address.failed && address.data && host > 0) {
		const char *port = strncmp(address.data, "https:", 6) == 0 ? ":443" : ":80";
		size_t length = strlen(port);

		if (host > length && memcmp(address.data + address.length - length, port, length) == 0) {
			address.length -= length;
		}
	}

	if (path == 0) {
		aco_buf_append_char(&address, '/');
	} else {
		aco_buf_append(&address, url + scheme + 3 + host, path);
	}

	out->failed |= address.failed;

	if (!address.failed) {
		aco_url_encode(out, address.data, address.length);
	}

	aco_buf_free(&address);
}

static void append_parameters(aco_buf *out, const encoded *all, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const char *text = all[i].text->data;

		aco_url_encode(out, text + all[i].name, all[i].name_length);
		aco_buf_append_literal(out, "%3D");
		aco_url_encode(out, text + all[i].value, all[i].value_length);
		if (i + 1 < count) {
			aco_buf_append_literal(out, "%26");
		}
	}
}

bool aco_oauth1_base_string(
	aco_buf *out, const char *method, const char *url, const aco_oauth1_parameter *parameters, size_t count)
{
	const char *query = strchr(url, '?');
	aco_buf text = ACO_BUF_INIT;
	encoded all[MAX_PARAMETERS];
	size_t known = 0;

	for (; known < count && known < MAX_PARAMETERS; known++) {
		all[known] = add(&text, parameters[known].name, strlen(parameters[known].name), parameters[known].value,
			strlen(parameters[known].value));
	}

	if (query) {
		known = add_query(&text, all, known, query + 1, strcspn(query + 1, "#"));
	}

	out->failed |= text.failed;

	if (!text.failed) {
		qsort(all, known, sizeof(all[0]), by_name_and_value);

		for (const char *p = method; *p; p++) {
			aco_buf_append_char(out, (char) toupper((unsigned char) *p));
		}

		aco_buf_append_char(out, '&');
		append_address(out, url);
		aco_buf_append_char(out, '&');
		append_parameters(out, all, known);
	}

	aco_buf_free(&text);
	return !out->failed;
}

static void append_header(aco_buf *value, const aco_oauth1_parameter *parameters, size_t count, const char *signature)
{
	aco_buf_append_literal(value, "OAuth ");
	for (size_t i = 0; i < count; i++) {
		aco_buf_append_text(value, parameters[i].name);
		aco_buf_append_literal(value, "=\"");
		aco_url_encode(value, parameters[i].value, strlen(parameters[i].value));
		aco_buf_append_literal(value, "\", ");
	}
	aco_buf_append_literal(value, "oauth_signature=\"");
	aco_url_encode(value, signature, strlen(signature));
	aco_buf_append_char(value, '"');
}

bool aco_oauth1_authorize_at(const aco_oauth1_keys *keys, const char *method, const char *url, const char *nonce,
	int64_t timestamp_s, aco_buf *value, aco_secrets *secrets)
{
	char timestamp[24], signature[DIGEST_BASE64 + 1];
	unsigned char digest[DIGEST_BYTES];
	unsigned digest_length = 0;
	aco_buf base = ACO_BUF_INIT;
	const aco_oauth1_parameter parameters[] = {
		{"oauth_consumer_key", keys->consumer_key.data},
		{"oauth_nonce", nonce},
		{"oauth_signature_method", METHOD},
		{"oauth_timestamp", timestamp},
		{"oauth_token", keys->token.data},
		{"oauth_version", "1.0"},
	};

	size_t count = ACO_COUNT(parameters);
	bool done;

	snprintf(timestamp, sizeof(timestamp), "%lld", (long long) timestamp_s);
	done = aco_oauth1_base_string(&base, method, url, parameters, count)
		&& HMAC(EVP_sha256(), keys->secret.data, (int) keys->secret.length, (const unsigned char *) base.data,
			base.length, digest, &digest_length)
		&& digest_length == DIGEST_BYTES;
	if (done) {
		EVP_EncodeBlock((unsigned char *) signature, digest, DIGEST_BYTES);
		append_header(value, parameters, count, signature);
		done = !secrets || (aco_secrets_include(secrets, keys->known) && aco_secrets_add(secrets, signature));
	}

	aco_buf_free(&base);
	return done && !value->failed;
}

bool aco_oauth1_authorize(
	const aco_oauth1_keys *keys, const char *method, const char *url, aco_buf *value, aco_secrets *secrets)
{
	unsigned char random[NONCE_BYTES];
	char nonce[2 * NONCE_BYTES + 1];

	if (RAND_bytes(random, sizeof(random)) <= 0) {
		return false;
	}
	for (size_t i = 0; i < NONCE_BYTES; i++) {
		snprintf(nonce + 2 * i, 3, "%02x", random[i]);
	}
	return aco_oauth1_authorize_at(keys, method, url, nonce, aco_clock_wall_ms() / 1000, value, secrets);
}
