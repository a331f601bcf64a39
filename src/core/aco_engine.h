/*
 * Sends the batches of all streams over one set of connections, within the rates, with a valid
 * token. Nothing happens on its own: the caller steps it until its streams have what it needs.
 */
#ifndef ACO_ENGINE_H
#define ACO_ENGINE_H

#include "aco_http_pool.h"
#include "aco_notice.h"
#include "aco_stream.h"

typedef struct aco_engine_settings {
	/* Base address of the tenant's operations. */
	const char *tenant_url;
	const char *token_url;
	const char *client_id;
	const char *client_secret;
	const char *scope;
	double requests_per_second;
	int64_t products_per_minute;
	int64_t prices_per_minute;
	size_t concurrency;
	size_t max_request_bytes;
	unsigned max_attempts;
	int64_t retry_budget_ms;
	/* Where rates and token are shared with the host's other processes; NULL: they are not. */
	const char *state_dir;
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
} aco_engine_stats;

/* Copies the settings; one reference. NULL with the reason when the state folder cannot be used or memory is short. */
aco_engine *aco_engine_new(const aco_engine_settings *settings, aco_error *error);
aco_engine *aco_engine_retain(aco_engine *engine);
/* The last one frees the streams that are left, and wipes secret and token. NULL is allowed. */
void aco_engine_release(aco_engine *engine);
/* True in a forked child: its connections are the parent's. */
bool aco_engine_is_inherited(const aco_engine *engine);

/* Starts what may start, moves everything on, and waits for the network or a rate up to `wait_ms`. */
void aco_engine_step(aco_engine *engine, int wait_ms);
aco_engine_stats aco_engine_get_stats(const aco_engine *engine);
/* Copies something to tell the user once; false when there is nothing. */
bool aco_engine_take_notice(aco_engine *engine, char *notice, size_t size);

#endif
