/* SPDX-License-Identifier: MIT */
#include "src/core/base/secrets.h"

#include "src/core/base/buf.h"
#include "src/core/base/secret_escapes.h"
#include "src/core/base/secret_search.h"
#include "src/core/base/utf8.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <stdlib.h>
#include <string.h>

#define MARK "***"
#define MAX_INCLUDED 4
/* Tokens are short-lived; no more than this are in use at a time. */
#define MAX_TOKENS 16

/* Positions that a byte of the secret may have within a Base64 group. */
#define ALIGNMENTS 3

typedef struct secret {
	aco_buf text;
	/* The inner part of its Base64 for each alignment, computed on the first search. */
	aco_buf base64[ALIGNMENTS];
	bool encoded;
	bool token;
	struct secret *next;
} secret;

struct aco_secrets {
	unsigned references;
	/* Newest first. */
	secret *first;
	aco_secrets *included[MAX_INCLUDED];
	size_t included_count;
};

aco_secrets *aco_secrets_new(void)
{
	aco_secrets *secrets = calloc(1, sizeof(*secrets));

	if (secrets) {
		secrets->references = 1;
	}
	return secrets;
}

aco_secrets *aco_secrets_retain(aco_secrets *secrets)
{
	if (secrets) {
		secrets->references++;
	}
	return secrets;
}

static void free_secret(secret *one)
{
	aco_buf_wipe(&one->text);
	for (size_t i = 0; i < ALIGNMENTS; i++) {
		aco_buf_wipe(&one->base64[i]);
	}
	free(one);
}

void aco_secrets_release(aco_secrets *secrets)
{
	if (!secrets || --secrets->references > 0) {
		return;
	}

	while (secrets->first) {
		secret *one = secrets->first;

		secrets->first = one->next;
		free_secret(one);
	}

	for (size_t i = 0; i < secrets->included_count; i++) {
		aco_secrets_release(secrets->included[i]);
	}

	free(secrets);
}

static bool knows(const aco_secrets *secrets, const char *text, size_t length)
{
	for (const secret *one = secrets->first; one; one = one->next) {
		if (one->text.length == length && memcmp(one->text.data, text, length) == 0) {
			return true;
		}
	}

	for (size_t i = 0; i < secrets->included_count; i++) {
		if (knows(secrets->included[i], text, length)) {
			return true;
		}
	}

	return false;
}

static bool add(aco_secrets *secrets, const char *text, size_t length, bool token)
{
	secret *one;

	if (!secrets || !text || length < ACO_SECRET_FROM || knows(secrets, text, length)) {
		return true;
	}

	one = calloc(1, sizeof(*one));
	if (!one) {
		return false;
	}

	aco_buf_append(&one->text, text, length);
	if (one->text.failed) {
		free(one);
		return false;
	}

	one->token = token;
	one->next = secrets->first;
	secrets->first = one;

	return true;
}

bool aco_secrets_add_bytes(aco_secrets *secrets, const char *text, size_t length)
{
	return add(secrets, text, length, false);
}

bool aco_secrets_add(aco_secrets *secrets, const char *text)
{
	return add(secrets, text, text ? strlen(text) : 0, false);
}

static void drop_oldest_token(aco_secrets *secrets)
{
	secret **oldest = NULL;
	size_t count = 0;

	for (secret **link = &secrets->first; *link; link = &(*link)->next) {
		if ((*link)->token) {
			oldest = link;
			count++;
		}
	}

	if (count > MAX_TOKENS) {
		secret *one = *oldest;

		*oldest = one->next;
		free_secret(one);
	}
}

bool aco_secrets_add_token(aco_secrets *secrets, const char *token)
{
	if (!add(secrets, token, token ? strlen(token) : 0, true)) {
		return false;
	}
	if (secrets) {
		drop_oldest_token(secrets);
	}
	return true;
}

bool aco_secrets_include(aco_secrets *secrets, aco_secrets *other)
{
	if (!secrets || !other) {
		return true;
	}
	if (secrets->included_count == MAX_INCLUDED) {
		return false;
	}
	secrets->included[secrets->included_count++] = aco_secrets_retain(other);
	return true;
}

/* Appends the Base64 of the bytes. */
static bool append_base64(aco_buf *out, const char *bytes, size_t length)
{
	if (!aco_buf_reserve(out, (length + 2) / 3 * 4 + 1)) {
		return false;
	}
	out->length += (size_t) EVP_EncodeBlock((unsigned char *) out->data + out->length, (const unsigned char *) bytes,
		(int) length);
	return true;
}

/* Decodes %XX in place; returns the remaining length. */
static size_t decode_percent(char *text, size_t length)
{
	size_t written = 0;

	for (size_t i = 0; i < length; written++) {
		int high = i + 2 < length && text[i] == '%' ? aco_hex_digit(text[i + 1]) : -1, low = high < 0 ? -1
			: aco_hex_digit(text[i + 2]);

		text[written] = low < 0 ? text[i] : (char) (high << 4 | low);
		i += low < 0 ? 1 : 3;
	}
	return written;
}

/* Basic authentication sends user:password after decoding. */
static bool add_credentials(aco_secrets *secrets, char *text, size_t length)
{
	char *colon = memchr(text, ':', length);
	size_t user, password;
	aco_buf basic = ACO_BUF_INIT;
	bool added;

	if (!colon) {
		return true;
	}

	user = (size_t) (colon - text);
	password = length - user - 1;
	added = aco_secrets_add_bytes(secrets, colon + 1, password);
	user = decode_percent(text, user);
	password = decode_percent(colon + 1, password);
	text[user] = ':';
	memmove(text + user + 1, colon + 1, password);
	added = added && aco_secrets_add_bytes(secrets, text + user + 1, password)
		&& append_base64(&basic, text, user + 1 + password) && aco_secrets_add_bytes(secrets, basic.data, basic.length);
	aco_buf_wipe(&basic);

	return added;
}

bool aco_secrets_add_proxy(aco_secrets *secrets, const char *address)
{
	const char *scheme = address ? strstr(address, "://") : NULL, *start = scheme ? scheme + 3 : address, *end;
	char *copy;
	bool added;

	/* A password may contain a slash, so the last @ in the address ends it. */
	if (!address || !(end = strrchr(start, '@'))) {
		return true;
	}

	copy = malloc((size_t) (end - start) + 1);
	if (!copy) {
		return false;
	}

	memcpy(copy, start, (size_t) (end - start));
	copy[end - start] = '\0';
	added = add_credentials(secrets, copy, (size_t) (end - start));
	OPENSSL_cleanse(copy, (size_t) (end - start));
	free(copy);

	return added;
}

/*
 * The Base64 of the secret behind that many other bytes, reduced to the characters that encode nothing but the
 * secret. This finds it in user:secret and in a body that was encoded as a whole.
 */
static bool encode_aligned(aco_buf *out, const aco_buf *text, size_t alignment)
{
	size_t length = alignment + text->length, first = (8 * alignment + 5) / 6, last = 8 * length / 6;
	aco_buf padded = ACO_BUF_INIT, all = ACO_BUF_INIT;
	bool done = aco_buf_reserve(&padded, length) && aco_buf_reserve(out, last - first);

	if (done) {
		memset(padded.data, 0, alignment);
		memcpy(padded.data + alignment, text->data, text->length);
		padded.length = length;
		done = append_base64(&all, padded.data, length);
	}

	if (done) {
		aco_buf_append(out, all.data + first, last - first);
	}

	aco_buf_wipe(&padded);
	aco_buf_wipe(&all);
	return done;
}

static bool encode(secret *one)
{
	for (size_t i = 0; !one->encoded && i < ALIGNMENTS; i++) {
		one->base64[i].length = 0;
		if (!encode_aligned(&one->base64[i], &one->text, i)) {
			return false;
		}
	}
	one->encoded = true;
	return true;
}

/* Marks all occurrences; false when the search is not possible. */
static bool search_all(aco_secrets *secrets, aco_secret_search *search)
{
	for (secret *one = secrets->first; one; one = one->next) {
		if (!encode(one) || !aco_secret_search_plain(search, one->text.data, one->text.length)) {
			return false;
		}

		for (size_t i = 0; i < ALIGNMENTS; i++) {
			if (!aco_secret_search_base64(search, one->base64[i].data, one->base64[i].length, i != 0)) {
				return false;
			}
		}
	}

	for (size_t i = 0; i < secrets->included_count; i++) {
		if (!search_all(secrets->included[i], search)) {
			return false;
		}
	}

	return true;
}

/* Writes the text with marks in place of secrets; false when it cannot be searched. */
static bool hide(aco_secrets *secrets, aco_buf *out, const char *text, size_t length, bool cut, bool *found)
{
	aco_secret_search search;
	bool searched = aco_secret_search_begin(&search, text, length, cut) && search_all(secrets, &search);

	*found = searched && search.found;
	for (size_t i = 0; searched && i < length; i++) {
		if (!search.hidden[i]) {
			aco_buf_append_char(out, text[i]);
		} else if (i == 0 || !search.hidden[i - 1]) {
			aco_buf_append_literal(out, MARK);
		}
	}

	aco_secret_search_end(&search);
	return searched && !out->failed;
}

bool aco_secrets_occur(aco_secrets *secrets, const char *text, size_t length)
{
	aco_secret_search search;
	bool occur;

	if (!secrets) {
		return false;
	}
	occur = !aco_secret_search_begin(&search, text, length, false) || !search_all(secrets, &search) || search.found;
	aco_secret_search_end(&search);
	return occur;
}

/* Masking and filtering may join pieces to a new secret: repeat once, and drop the text if that does not help. */
static bool clean(aco_secrets *secrets, aco_buf *out, const char *text, size_t length, bool cut)
{
	aco_buf hidden = ACO_BUF_INIT;
	bool found, done = hide(secrets, &hidden, text, length, cut, &found) && aco_buf_reserve(&hidden, 1);

	if (done) {
		aco_utf8_clean(hidden.data, &hidden.length);
		done = hide(secrets, out, hidden.data, hidden.length, false, &found);
	}

	if (done && found) {
		done = !aco_secrets_occur(secrets, out->data, out->length);
	}

	aco_buf_wipe(&hidden);
	return done;
}

void aco_secrets_excerpt(aco_secrets *secrets, char *target, size_t size, const char *text, size_t length)
{
	aco_buf cleaned = ACO_BUF_INIT;
	bool cut = length > ACO_SECRETS_WINDOW;

	if (!secrets || length == 0) {
		aco_utf8_excerpt(target, size, text, length);
		return;
	}

	if (clean(secrets, &cleaned, text, cut ? ACO_SECRETS_WINDOW : length, cut)) {
		aco_utf8_excerpt(target, size, cleaned.data, cleaned.length);
	} else {
		aco_utf8_excerpt(target, size, MARK, strlen(MARK));
	}

	aco_buf_wipe(&cleaned);
}
