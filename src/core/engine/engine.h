/* SPDX-License-Identifier: MIT */
/*
 * Sends the batches of all streams over one set of connections, within the rates, with a valid token. It has no
 * thread: the caller drives it until the streams have what they need.
 */
#ifndef ACO_CORE_ENGINE_ENGINE_H
#define ACO_CORE_ENGINE_ENGINE_H

#include "src/core/net/http_pool.h"
#include "src/core/net/notice.h"
#include "src/core/shared/swap.h"
#include "src/core/engine/stream.h"

typedef struct aco_engine aco_engine;

/* Writes the Authorization header of a request. */
typedef struct aco_signer {
	/* Appends the header's value, and adds the secrets it used; false when out of memory. */
	bool (*sign)(void *keys, const char *method, const char *url, aco_buf *value, aco_secrets *secrets);
	void (*free)(void *keys);
	void *keys;
} aco_signer;

typedef struct aco_engine_settings {
	/* The key for shared rates: the base address of the tenant's operations. */
	const char *base_url;
	/* NULL: requests need no token. */
	const char *token_url;
	const char *client_id;
	const char *client_secret;
	const char *scope;
	/* Header lines such as "x-api-key: …" sent with every request, NULL-terminated; NULL: none. */
	const char *const *headers;
	/*
	 * For requests that carry a signature; `sign` is NULL if they do not. The engine takes
	 * ownership, even when its creation fails.
	 */
	aco_signer signer;
	double requests_per_second;
	int64_t products_per_minute;
	int64_t prices_per_minute;
	size_t concurrency;
	size_t max_request_bytes;
	unsigned max_attempts;
	int64_t retry_budget_ms;
	/* Where rates and token are shared with the host's other processes; NULL: the default folder. */
	const char *state_dir;
	/* The folder for temporary files, which holds the default folder; if both are NULL, nothing is shared. */
	const char *temporary_dir;
	/*
	 * Stands for the store in which hosts share rates and token, and is only returned by aco_engine_store(); NULL:
	 * hosts share nothing. See aco_engine_next_swap().
	 */
	void *store;
	/* How many; each keeps to its share of the rates while the store is gone. 0 counts as 1. */
	unsigned hosts;
	/* Where connections are taken from and returned to; NULL: they end with the engine. Must outlive the engine. */
	aco_http_pool *pool;
	aco_http_settings http;
} aco_engine_settings;

typedef struct aco_engine_stats {
	/* Those that went out: a connection that nobody accepted carried none. */
	int64_t requests;
	int64_t token_requests;
	/* Requests repeated because an attempt failed. */
	int64_t retries;
	int64_t connections;
	int64_t bytes_sent;
	int64_t bytes_uncompressed;
	int64_t bytes_received;
	int64_t waited_ms;
	/* Responses that report a failure behind the service, and warnings that something was ignored. */
	int64_t partial;
	int64_t ignored;
} aco_engine_stats;

/*
 * Copies the settings and returns one reference. NULL with the reason when the
 * state folder is unusable or memory runs out.
 */
aco_engine *aco_engine_new(const aco_engine_settings *settings, aco_error *error);
aco_engine *aco_engine_retain(aco_engine *engine);
/* Releasing the last reference closes the remaining streams and wipes secret and token. NULL is allowed. */
void aco_engine_release(aco_engine *engine);
/* True in a forked child: the connections belong to the parent. */
bool aco_engine_is_inherited(const aco_engine *engine);

const char *aco_engine_base_url(const aco_engine *engine);
/*
 * The engine's own channel for this service and these paths. The first call creates it and copies name and
 * paths; other strings are borrowed. It lasts as long as the engine. NULL when out of memory.
 */
const aco_channel *aco_engine_channel(aco_engine *engine, const aco_channel *wanted);

/*
 * Opens a stream on a channel of the engine; NULL when out of memory. Close it before releasing the engine's last
 * reference, which closes the streams that remain.
 */
aco_stream *aco_engine_open(aco_engine *engine, const aco_channel *channel);
/* Drops its requests in flight and frees it. NULL is allowed. */
void aco_engine_close(aco_engine *engine, aco_stream *stream);
/* Adds a document to a stream, unless one with the same id is unanswered in any stream of the channel. */
aco_push_result aco_engine_push(aco_engine *engine, aco_stream *stream, const aco_document *document);

/*
 * No request is started after this moment of aco_clock_suspended_us(): whoever was frozen for longer may have been
 * replaced by another process. INT64_MAX, as in the beginning: there is no such moment.
 */
void aco_engine_set_deadline(aco_engine *engine, int64_t until_us);
/* Starts what may start, advances everything, and waits up to `wait_ms` for the network or a rate. */
void aco_engine_step(aco_engine *engine, int wait_ms);
/* What the settings named. */
void *aco_engine_store(const aco_engine *engine);
/*
 * The swap that the engine needs from the store that hosts share; false: none for now. Make it, pass its result or
 * failure on, and ask again. Each step may need others. Meanwhile the engine is swapping, and must not be stepped.
 */
bool aco_engine_next_swap(aco_engine *engine, aco_swap *swap);
bool aco_engine_is_swapping(const aco_engine *engine);
void aco_engine_swapped(aco_engine *engine, const aco_swap *swap, const aco_swap_result *result);
/* The store cannot be used, for this reason, which contains no secret. */
void aco_engine_swap_failed(aco_engine *engine, const char *reason);
aco_engine_stats aco_engine_get_stats(const aco_engine *engine);
/* Copies a notice, once; false when there is none. */
bool aco_engine_take_notice(aco_engine *engine, char *notice, size_t size);

#endif
