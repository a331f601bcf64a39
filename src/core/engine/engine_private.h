/* SPDX-License-Identifier: MIT */
/* Shared by the files of the engine. */
#ifndef ACO_CORE_ENGINE_ENGINE_PRIVATE_H
#define ACO_CORE_ENGINE_ENGINE_PRIVATE_H

#include "src/core/engine/engine.h"
#include "src/core/engine/pacer.h"
#include "src/core/engine/stream_queue.h"
#include "src/core/engine/token_source.h"

/* One request of a stream; the tag of its transfer. */
typedef struct aco_request {
	aco_stream *stream;
	aco_batch *batch;
	aco_http_transfer *transfer;
	aco_passage passage;
	/* Number of the request, counted per engine. */
	uint64_t serial;
	/* Half-open probe: decides whether the circuit closes. */
	bool probe;
	/* Whether the statistics count it: nothing goes out where nobody accepts the connection. */
	bool counted;
	struct aco_request *next;
} aco_request;

struct aco_engine {
	unsigned references;
	aco_http *http;
	aco_http_pool *pool;
	aco_batch_scratch scratch;
	/* NULL: nothing is shared. */
	aco_state_dir *state_dir;
	/* Says that the folder is not the default one; "": it is, or the notice was already given. */
	char state_dir_notice[ACO_NOTICE_SIZE];
	aco_pacer pacer;
	/* NULL: hosts share nothing. */
	void *store;
	/* A swap was named and has no result yet. */
	bool swapping;
	/* It is one of the token's. */
	bool token_swap;
	/* A notice about the shared store; "": none. */
	char store_notice[ACO_NOTICE_SIZE];
	/* NULL: requests need no token. */
	aco_token_source *token_source;
	/* Secrets that texts from responses must not show. */
	aco_secrets *secrets;
	char *base_url;
	aco_signer signer;
	char **headers;
	struct aco_channel_entry *channels;
	size_t concurrency;
	size_t max_request_bytes;
	unsigned max_attempts;
	int64_t retry_budget_ms;
	aco_request *in_flight;
	size_t in_flight_count;
	/* After it nothing is started. */
	int64_t deadline_us;
	uint64_t serial;
	aco_stream *streams;
	aco_engine_stats stats;
};

/* Copies the tenant's address and the header lines; false when out of memory. */
bool aco_engine_copy_addressing(aco_engine *engine, const aco_engine_settings *settings);
/* Frees these and the channels. */
void aco_engine_free_addressing(aco_engine *engine);

/* Puts a stream at the end of the list: the others have their turn first. */
void aco_engine_append_stream(aco_engine *engine, aco_stream *stream);
/* Takes it out of the list. */
void aco_engine_unlink_stream(aco_engine *engine, aco_stream *stream);
/* Ends a request, whatever its result. */
void aco_engine_forget(aco_engine *engine, aco_request *request);

/*
 * Starts every request that may go out; `delay_ms` is the time until the next may start
 * (INT64_MAX: after a response). False when there is no memory to get a token.
 */
bool aco_engine_start(aco_engine *engine, int64_t *delay_ms);
/* Whether aco_engine_next_swap() has one. */
bool aco_engine_needs_swap(aco_engine *engine);
/* Handles every response that has arrived. */
void aco_engine_handle_responses(aco_engine *engine);
/* Nothing can be sent without a token: what is due in each stream counts as a failed attempt. */
void aco_engine_fail_for_token(aco_engine *engine, const aco_error *cause, int64_t retry_after_ms);

#endif
