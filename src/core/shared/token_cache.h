/* SPDX-License-Identifier: MIT */
/*
 * The token that the host's processes share: a file encrypted with the client secret, and the right to ask for the
 * next token, which one process holds at a time.
 */
#ifndef ACO_CORE_SHARED_TOKEN_CACHE_H
#define ACO_CORE_SHARED_TOKEN_CACHE_H

#include "src/core/shared/state_dir.h"
#include "src/core/services/token.h"

typedef struct aco_token_cache aco_token_cache;

/* Borrows `dir`. One cache per address, client and scope. NULL when out of memory. */
aco_token_cache *aco_token_cache_new(aco_state_dir *dir, const char *token_url, const char *client_id,
	const char *client_secret, const char *scope);
/* Releases the right to ask and wipes the secret. NULL is allowed. */
void aco_token_cache_free(aco_token_cache *cache);

typedef enum aco_token_cache_result {
	ACO_TOKEN_CACHE_READ,
	/* There is no token, or it has expired. */
	ACO_TOKEN_CACHE_EMPTY,
	/* The content cannot be decrypted: it was tampered with, or uses another secret. */
	ACO_TOKEN_CACHE_FOREIGN
} aco_token_cache_result;

aco_token_cache_result aco_token_cache_read(aco_token_cache *cache, aco_token *token, int64_t now_ms, int64_t wall_ms);
/* Best effort: without it, every process asks for itself. */
void aco_token_cache_write(aco_token_cache *cache, const aco_token *token, int64_t now_ms, int64_t wall_ms);

/* True when this process may ask now; false while another one does. */
bool aco_token_cache_enter(aco_token_cache *cache);
void aco_token_cache_leave(aco_token_cache *cache);

#endif
