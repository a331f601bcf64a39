/* SPDX-License-Identifier: MIT */
/*
 * Where a client's token comes from: the one it holds, the one that the host's processes or several hosts share, or a
 * request to IMS; only one process of those asks at a time. A NULL source stands for a service
 * that needs no token: it is always ready.
 */
#ifndef ACO_CORE_ENGINE_TOKEN_SOURCE_H
#define ACO_CORE_ENGINE_TOKEN_SOURCE_H

#include "src/core/net/http.h"
#include "src/core/shared/state_dir.h"
#include "src/core/shared/swap.h"
#include "src/core/services/token.h"

typedef struct aco_token_source_settings {
	const char *token_url;
	const char *client_id;
	const char *client_secret;
	const char *scope;
	/* How long to wait for another process to get a token before asking as well. */
	int64_t patience_ms;
	/* Borrowed; NULL: not shared. */
	aco_state_dir *state_dir;
	/* Hosts share it, see aco_token_source_next(). */
	bool has_store;
	/* Receives the client secret and every token. */
	aco_secrets *secrets;
} aco_token_source_settings;

typedef struct aco_token_source aco_token_source;

typedef enum aco_token_state {
	ACO_TOKEN_READY,
	/* A request to IMS is in flight. */
	ACO_TOKEN_PENDING,
	/* Another process is asking: check again soon. */
	ACO_TOKEN_HELD_BY_OTHER_PROCESS,
	/* Out of memory. */
	ACO_TOKEN_FAILED
} aco_token_state;

/* Copies the settings except the folder. NULL when out of memory. */
aco_token_source *aco_token_source_new(const aco_token_source_settings *settings);
/* Release a request in flight first, see aco_token_source_transfer(). NULL is allowed. */
void aco_token_source_free(aco_token_source *source);

/* Takes the next step towards a token. */
aco_token_state aco_token_source_acquire(aco_token_source *source, aco_http *http);
/* The token when ready; NULL without a source. */
const aco_token *aco_token_source_token(const aco_token_source *source);
/* The request to IMS in flight, or NULL. */
aco_http_transfer *aco_token_source_transfer(const aco_token_source *source);
/* Reads the response of the finished request and releases it; false with the reason when it contains no token. */
bool aco_token_source_finish(aco_token_source *source, aco_http *http, aco_error *error);
/* The API refused the token of this generation. Another process may have a newer one. */
void aco_token_source_refuse(aco_token_source *source, unsigned generation);
int64_t aco_token_source_requests(const aco_token_source *source);
/* The swap that is needed now, and its result or failure: see swap.h. */
bool aco_token_source_next(aco_token_source *source, aco_swap *swap);
void aco_token_source_swapped(aco_token_source *source, const aco_swap *swap, const aco_swap_result *result);
void aco_token_source_swap_failed(aco_token_source *source);
/* A notice for the user, given once, or NULL. */
const char *aco_token_source_take_notice(aco_token_source *source);

#endif
