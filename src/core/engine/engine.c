/* SPDX-License-Identifier: MIT */
#include "src/core/engine/engine_private.h"

#include "src/core/base/clock.h"
#include "src/core/base/count.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* How long a token request may exceed its time limit before another process asks as well. */
#define TOKEN_PATIENCE_MS 5000

/* Checks at the start, rather than in the middle of a catalog, whether the shared buckets are usable. */
static bool open_shared(aco_engine *engine, const aco_engine_settings *settings, aco_error *error)
{
	aco_grant grant;

	if (!settings->state_dir && !settings->temporary_dir) {
		return true;
	}

	engine->state_dir = settings->state_dir ? aco_state_dir_open(settings->state_dir, error)
		: aco_state_dir_open_default(settings->temporary_dir, engine->state_dir_notice, error);
	if (!engine->state_dir) {
		return false;
	}

	engine->pacer.shared = aco_quota_file_open(engine->state_dir, settings->base_url, error);
	if (!engine->pacer.shared) {
		return false;
	}

	grant = aco_pacer_peek(&engine->pacer, aco_clock_us());
	if (grant.broken) {
		*error = grant.error;
	}

	return !grant.broken;
}

/* Whole requests, as far as there are any: the windows of all hosts then hold no more than one of the whole rate. */
static double share_of_rate(double per_second, unsigned hosts)
{
	double share = per_second / hosts;

	return hosts > 1 && share >= 1 ? floor(share) : share;
}

/* A count of items that is not unlimited stays limited. */
static int64_t share_of(int64_t count, unsigned hosts)
{
	return count > 0 && count < hosts ? 1 : count / hosts;
}

/* With a store, the pacer's own rates are those that hold while it is gone. */
static bool init_pacer(aco_engine *engine, const aco_engine_settings *settings)
{
	unsigned hosts = settings->store && settings->hosts > 1 ? settings->hosts : 1;
	aco_rates rates = aco_rates_of(
		settings->requests_per_second, settings->products_per_minute, settings->prices_per_minute);
	aco_rates share = aco_rates_of(share_of_rate(settings->requests_per_second, hosts),
		share_of(settings->products_per_minute, hosts), share_of(settings->prices_per_minute, hosts));

	aco_pacer_init(&engine->pacer, &share);
	if (settings->store) {
		engine->pacer.store = aco_quota_store_new(settings->base_url, &rates);
	}
	return !settings->store || engine->pacer.store;
}

static bool make_parts(aco_engine *engine, const aco_engine_settings *settings)
{
	aco_token_source_settings token = {
		.token_url = settings->token_url,
		.client_id = settings->client_id,
		.client_secret = settings->client_secret,
		.scope = settings->scope,
		.patience_ms = settings->http.timeout_ms + TOKEN_PATIENCE_MS,
		.state_dir = engine->state_dir,
		.has_store = settings->store != NULL,
		.secrets = engine->secrets,
	};

	return engine->secrets && (!settings->token_url || (engine->token_source = aco_token_source_new(&token)))
		&& aco_batch_scratch_init(&engine->scratch)
		&& (engine->http = aco_http_pool_take(engine->pool, &settings->http))
		&& aco_engine_copy_addressing(engine, settings);
}

aco_engine *aco_engine_new(const aco_engine_settings *settings, aco_error *error)
{
	aco_engine *engine = calloc(1, sizeof(*engine));

	aco_error_no_memory(error);

	if (!engine) {
		if (settings->signer.free) {
			settings->signer.free(settings->signer.keys);
		}

		return NULL;
	}

	engine->references = 1;
	engine->deadline_us = INT64_MAX;
	engine->secrets = aco_secrets_new();
	engine->signer = settings->signer;
	engine->store = settings->store;
	engine->pool = settings->pool;
	engine->concurrency = settings->concurrency;
	engine->max_request_bytes = settings->max_request_bytes;
	engine->max_attempts = settings->max_attempts;
	engine->retry_budget_ms = settings->retry_budget_ms;
	if (!init_pacer(engine, settings) || !open_shared(engine, settings, error) || !make_parts(engine, settings)) {
		aco_engine_release(engine);
		return NULL;
	}

	return engine;
}

aco_engine *aco_engine_retain(aco_engine *engine)
{
	engine->references++;
	return engine;
}

bool aco_engine_is_inherited(const aco_engine *engine)
{
	return aco_http_is_inherited(engine->http);
}

void aco_engine_release(aco_engine *engine)
{
	if (!engine || --engine->references > 0) {
		return;
	}

	while (engine->streams) {
		aco_engine_close(engine, engine->streams);
	}

	/* Freed first: transfers borrow from everything below. */
	aco_http_pool_give(engine->pool, engine->http);
	aco_token_source_free(engine->token_source);
	aco_secrets_release(engine->secrets);
	aco_quota_store_free(engine->pacer.store);
	aco_quota_file_close(engine->pacer.shared);
	aco_state_dir_close(engine->state_dir);
	aco_batch_scratch_free(&engine->scratch);
	aco_engine_free_addressing(engine);

	if (engine->signer.free) {
		engine->signer.free(engine->signer.keys);
	}

	free(engine);
}

aco_engine_stats aco_engine_get_stats(const aco_engine *engine)
{
	aco_engine_stats stats = engine->stats;

	stats.token_requests = aco_token_source_requests(engine->token_source);
	return stats;
}

bool aco_engine_take_notice(aco_engine *engine, char *notice, size_t size)
{
	char *own[] = {engine->state_dir_notice, engine->store_notice, engine->pacer.notice};
	const char *found;

	for (size_t i = 0; i < ACO_COUNT(own); i++) {
		if (own[i][0]) {
			snprintf(notice, size, "%s", own[i]);
			own[i][0] = '\0';
			return true;
		}
	}

	found = aco_token_source_take_notice(engine->token_source);
	if (found) {
		snprintf(notice, size, "%s", found);
	}

	return found != NULL;
}

/* Counts the requests that went out, and reports to the pacer what became of those that it granted. */
static void follow_requests(aco_engine *engine)
{
	int64_t now_us = aco_clock_us();

	for (aco_request *request = engine->in_flight; request; request = request->next) {
		const aco_http_response *response = aco_http_response_of(request->transfer);

		if (response->left_us && !request->counted) {
			request->counted = true;
			engine->stats.requests++;
		}

		aco_pacer_follow(&engine->pacer, &request->passage, response->left_us, response->ended_us, now_us);
	}
}

/* Starts what may go out; returns the milliseconds until the next may (INT64_MAX: after a response). */
static int64_t start(aco_engine *engine)
{
	int64_t delay_ms;
	aco_error cause;

	if (aco_engine_start(engine, &delay_ms)) {
		return delay_ms;
	}

	aco_error_no_memory(&cause);
	aco_engine_fail_for_token(engine, &cause, -1);
	return 0;
}

void aco_engine_set_deadline(aco_engine *engine, int64_t until_us)
{
	engine->deadline_us = until_us;
}

void aco_engine_step(aco_engine *engine, int wait_ms)
{
	int64_t delay_ms = start(engine), before_ms;
	bool sending_or_asking = engine->in_flight_count > 0 || aco_token_source_transfer(engine->token_source);

	if (delay_ms == INT64_MAX && !sending_or_asking) {
		return;
	}

	if (aco_engine_needs_swap(engine)) {
		delay_ms = 0;
	}

	before_ms = aco_clock_ms();
	follow_requests(engine);
	aco_http_run(engine->http, delay_ms < wait_ms ? (int) delay_ms : wait_ms);
	follow_requests(engine);

	if (!sending_or_asking) {
		engine->stats.waited_ms += aco_clock_ms() - before_ms;
	}

	aco_engine_handle_responses(engine);
	start(engine);
}
