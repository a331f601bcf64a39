/*
 * Sends the batches of all streams over one set of connections, within the rates, with a valid
 * token. Nothing happens on its own: the caller steps it until its streams have what it needs.
 */
#ifndef ACO_CORE_ENGINE_ENGINE_H
#define ACO_CORE_ENGINE_ENGINE_H

#include "src/core/net/http_pool.h"
#include "src/core/net/notice.h"
#include "src/core/engine/stream.h"

/* Writes the Authorization header of a request. */
typedef struct aco_signer {
	/* Appends the header's value, and adds what it signs with; false when memory is short. */
	bool (*sign)(void *keys, const char *method, const char *url, aco_buf *value, aco_secrets *secrets);
	void (*free)(void *keys);
	void *keys;
} aco_signer;

typedef struct aco_engine_settings {
	/* What rates are shared by: the base address of the tenant's operations. */
	const char *base_url;
	/* NULL: requests need no token. */
	const char *token_url;
	const char *client_id;
	const char *client_secret;
	const char *scope;
	/* Lines such as "x-api-key: …" that go with every request, ended by NULL; NULL: none. */
	const char *const *headers;
	/* For requests that are signed one by one; its `sign` is NULL: they are not. Taken over, also when there will be no engine. */
	aco_signer signer;
	double requests_per_second;
	int64_t products_per_minute;
	int64_t prices_per_minute;
	size_t concurrency;
	size_t max_request_bytes;
	unsigned max_attempts;
	int64_t retry_budget_ms;
	/* Where rates and token are shared with the host's other processes; NULL: in the usual place. */
	const char *state_dir;
	/* The folder for temporary files, where that is; NULL with no state_dir either: nothing is shared. */
	const char *temporary_dir;
	/* Where connections come from and go to; NULL: they end with the engine. Must outlive it. */
	aco_http_pool *pool;
	aco_http_settings http;
} aco_engine_settings;

typedef struct aco_engine_stats {
	int64_t requests;
	int64_t token_requests;
	/* Requests after a failed attempt, because of it. */
	int64_t retries;
	int64_t connections;
	int64_t bytes_sent;
	int64_t bytes_uncompressed;
	int64_t bytes_received;
	int64_t waited_ms;
	/* Answers that tell of trouble behind the service, and warnings that something was ignored. */
	int64_t partial;
	int64_t ignored;
} aco_engine_stats;

/* Copies the settings; one reference. NULL with the reason when the state folder cannot be used or memory is short. */
aco_engine *aco_engine_new(const aco_engine_settings *settings, aco_error *error);
aco_engine *aco_engine_retain(aco_engine *engine);
/* The last one frees the streams that are left, and wipes secret and token. NULL is allowed. */
void aco_engine_release(aco_engine *engine);
/* True in a forked child: its connections are the parent's. */
bool aco_engine_is_inherited(const aco_engine *engine);

const char *aco_engine_base_url(const aco_engine *engine);
/*
 * The engine's channel of this service and these addresses; the first call makes it and copies name
 * and addresses. Its other strings are borrowed. It lasts as long as the engine. NULL when memory is short.
 */
const aco_channel *aco_engine_channel(aco_engine *engine, const aco_channel *wanted);

/* Starts what may start, moves everything on, and waits for the network or a rate up to `wait_ms`. */
void aco_engine_step(aco_engine *engine, int wait_ms);
aco_engine_stats aco_engine_get_stats(const aco_engine *engine);
/* Copies something to tell the user once; false when there is nothing. */
bool aco_engine_take_notice(aco_engine *engine, char *notice, size_t size);

#endif
