/*
 * OAuth 1.0a signatures (RFC 5849) with HMAC-SHA256, for requests whose body is no form. The secrets
 * are wiped with the keys.
 */
#ifndef ACO_CORE_SERVICES_OAUTH1_H
#define ACO_CORE_SERVICES_OAUTH1_H

#include "src/core/base/buf.h"
#include "src/core/base/secrets.h"

#include <stdint.h>

typedef struct aco_oauth1_keys aco_oauth1_keys;

/* A parameter as it is before it is encoded. */
typedef struct aco_oauth1_parameter {
	const char *name;
	const char *value;
} aco_oauth1_parameter;

/* Copies all. NULL when memory is short. */
aco_oauth1_keys *aco_oauth1_keys_new(const char *consumer_key, const char *consumer_secret, const char *token, const char *token_secret);
/* NULL is allowed. */
void aco_oauth1_keys_free(aco_oauth1_keys *keys);

/*
 * Appends the value of the Authorization header, with a nonce and the time of now, and adds its signature and the keys'
 * secrets to `secrets` (NULL: to nothing); false when memory is short.
 */
bool aco_oauth1_authorize(const aco_oauth1_keys *keys, const char *method, const char *url, aco_buf *value, aco_secrets *secrets);
/* The same with nonce and time given. */
bool aco_oauth1_authorize_at(const aco_oauth1_keys *keys, const char *method, const char *url, const char *nonce, int64_t timestamp_s, aco_buf *value,
	aco_secrets *secrets);

/* Appends the text that is signed: method, address, and the parameters of the query and those given (RFC 5849, 3.4.1). */
bool aco_oauth1_base_string(aco_buf *out, const char *method, const char *url, const aco_oauth1_parameter *parameters, size_t count);

#endif
