/* SPDX-License-Identifier: MIT */
/*
 * OAuth 1.0a signatures (RFC 5849) with HMAC-SHA256, for requests whose body is not a
 * form. The secrets are wiped with the keys.
 */
#ifndef ACO_CORE_SERVICES_OAUTH1_H
#define ACO_CORE_SERVICES_OAUTH1_H

#include "src/core/base/buf.h"
#include "src/core/base/secrets.h"

#include <stdint.h>

typedef struct aco_oauth1_keys aco_oauth1_keys;

/* A parameter before encoding. */
typedef struct aco_oauth1_parameter {
	const char *name;
	const char *value;
} aco_oauth1_parameter;

/* Copies everything. NULL when out of memory. */
aco_oauth1_keys *aco_oauth1_keys_new(
	const char *consumer_key, const char *consumer_secret, const char *token, const char *token_secret);
/* NULL is allowed. */
void aco_oauth1_keys_free(aco_oauth1_keys *keys);

/*
 * Appends the value of the Authorization header, with a nonce and the current time, and adds its signature and the
 * keys' secrets to `secrets` (NULL: ignored); false when out of memory.
 */
bool aco_oauth1_authorize(
	const aco_oauth1_keys *keys, const char *method, const char *url, aco_buf *value, aco_secrets *secrets);
/* The same with a given nonce and time. */
bool aco_oauth1_authorize_at(const aco_oauth1_keys *keys, const char *method, const char *url, const char *nonce,
	int64_t timestamp_s, aco_buf *value, aco_secrets *secrets);

/* Appends the text to sign: method, address, and the given parameters with those of the query (RFC 5849, 3.4.1). */
bool aco_oauth1_base_string(
	aco_buf *out, const char *method, const char *url, const aco_oauth1_parameter *parameters, size_t count);

#endif
