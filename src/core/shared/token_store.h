/* SPDX-License-Identifier: MIT */
/*
 * The token in a store that several hosts share, encrypted with the client secret, and the right to ask for the next
 * one: a lease that one process holds for a few seconds.
 */
#ifndef ACO_CORE_SHARED_TOKEN_STORE_H
#define ACO_CORE_SHARED_TOKEN_STORE_H

#include "src/core/services/token.h"
#include "src/core/shared/swap.h"

typedef struct aco_token_store aco_token_store;

/* One token per address, client and scope. NULL when out of memory. */
aco_token_store *aco_token_store_new(const char *token_url, const char *client_id, const char *client_secret,
	const char *scope);
/* Wipes the secret. NULL is allowed. */
void aco_token_store_free(aco_token_store *store);

typedef enum aco_token_store_state {
	ACO_TOKEN_STORE_READY,
	/* The store has to answer first, or another process is asking. */
	ACO_TOKEN_STORE_WAITING,
	/* This process has the right to ask: see aco_token_store_asked(). */
	ACO_TOKEN_STORE_MAY_ASK,
	/* The store cannot be reached. */
	ACO_TOKEN_STORE_GONE
} aco_token_store_state;

/* Takes the next step towards a token. That of the value `refused` (NULL: none) does not count. */
aco_token_store_state aco_token_store_acquire(
	aco_token_store *store, aco_token *token, const char *refused, int64_t now_ms);
/* The request has ended: `token` is to be stored, or NULL, and the right to ask given back. */
void aco_token_store_asked(aco_token_store *store, const aco_token *token, int64_t now_ms);
/* Whether the stored token did not open with this client secret, told once. */
bool aco_token_store_take_foreign(aco_token_store *store);

/* The swap that is needed now; false: none. */
bool aco_token_store_next(aco_token_store *store, aco_swap *swap);
void aco_token_store_swapped(aco_token_store *store, const aco_swap *swap, const aco_swap_result *result);
void aco_token_store_failed(aco_token_store *store, int64_t now_ms);

#endif
