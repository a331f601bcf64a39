/* SPDX-License-Identifier: MIT */
/* A token as other processes may keep it: encrypted with the client secret, with its expiry on a clock they share. */
#ifndef ACO_CORE_SHARED_TOKEN_SEAL_H
#define ACO_CORE_SHARED_TOKEN_SEAL_H

#include "src/core/services/token.h"

/* A token, its expiry, and the overhead of encryption. */
#define ACO_TOKEN_SEAL_MAX_BYTES (ACO_TOKEN_MAX_BYTES + 128)

typedef enum aco_token_seal_result {
	ACO_TOKEN_SEAL_OPENED,
	/* The token has expired. */
	ACO_TOKEN_SEAL_EXPIRED,
	/* It cannot be decrypted: it was tampered with, or uses another secret. */
	ACO_TOKEN_SEAL_FOREIGN
} aco_token_seal_result;

/* The key of a token, one per address, client and scope: text with NULs, whose digest names it. */
void aco_token_seal_name(aco_buf *name, const char *token_url, const char *client_id, const char *scope);
/* `shared_ms` is the time of the shared clock at `now_ms`. False when out of memory. */
bool aco_token_seal(aco_buf *out, const char *secret, const aco_token *token, int64_t now_ms, int64_t shared_ms);
aco_token_seal_result aco_token_unseal(aco_token *token, const char *secret, const char *bytes, size_t length,
	int64_t now_ms, int64_t shared_ms);

#endif
