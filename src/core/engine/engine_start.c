/* SPDX-License-Identifier: MIT */
#include "src/core/engine/engine_private.h"

#include "src/core/base/clock.h"

#include <stdlib.h>

/* How often to check whether another process has got a token. */
#define TOKEN_LOOK_MS 20

static void stop_for_memory(aco_stream *stream)
{
	aco_error cause;

	aco_error_no_memory(&cause);
	aco_stream_stop(stream, &cause);
}

/* Adds what identifies the caller: token, signature, headers. */
static aco_http_transfer *start_transfer(aco_engine *engine, aco_http_request *http, aco_request *request)
{
	const aco_token *token = aco_token_source_token(engine->token_source);
	aco_buf signature = ACO_BUF_INIT;
	aco_secrets *secrets;
	aco_http_transfer *transfer = NULL;

	http->headers = (const char *const *) engine->headers;
	http->bearer_token = token ? token->value.data : NULL;
	http->secrets = engine->secrets;

	if (!engine->signer.sign) {
		return aco_http_start(engine->http, http, request);
	}

	/* The signature is a secret of its own request only. */
	secrets = aco_secrets_new();
	if (secrets && aco_secrets_include(secrets, engine->secrets)
			&& engine->signer.sign(engine->signer.keys, "POST", http->url, &signature, secrets)) {
		aco_buf_append_char(&signature, '\0');
		if (!signature.failed) {
			http->authorization = signature.data;
			http->secrets = secrets;
			transfer = aco_http_start(engine->http, http, request);
		}
	}

	aco_buf_wipe(&signature);
	aco_secrets_release(secrets);
	return transfer;
}

/* As a C string; not to be used if it failed. */
static aco_buf url_of(const aco_engine *engine, const aco_channel *channel, unsigned route)
{
	aco_buf url = ACO_BUF_INIT;

	aco_buf_append_text(&url, engine->base_url);
	aco_buf_append(&url, channel->paths[route], strlen(channel->paths[route]) + 1);
	return url;
}

static void start_batch(aco_engine *engine, aco_stream *stream, aco_batch *batch, const aco_passage *passage)
{
	const aco_token *token = aco_token_source_token(engine->token_source);
	bool compressed = batch->compressed.length > 0;
	aco_request *request = calloc(1, sizeof(*request));
	aco_buf url = url_of(engine, stream->channel, batch->route);
	aco_http_request http = {
		.url = url.data,
		.method = stream->channel->patching >> batch->route & 1 ? "PATCH" : NULL,
		.body = compressed ? batch->compressed.data : batch->body.data,
		.body_length = compressed ? batch->compressed.length : batch->body.length,
		.content_type = "application/json",
		.content_encoding = compressed ? "gzip" : NULL,
		.reconnected = batch->reconnected,
	};

	if (request && !url.failed) {
		request->transfer = start_transfer(engine, &http, request);
	}

	aco_buf_free(&url);

	if (!request || !request->transfer) {
		free(request);
		stop_for_memory(stream);
		return;
	}

	aco_stream_begin_batch(stream, batch);
	batch->token_generation = token ? token->generation : 0;
	request->stream = stream;
	request->batch = batch;
	request->passage = *passage;
	request->serial = ++engine->serial;
	request->probe = aco_breaker_sent(&stream->breaker);
	request->next = engine->in_flight;
	engine->in_flight = request;
	engine->in_flight_count++;
	engine->stats.retries += batch->first_failure_ms > 0;
	engine->stats.bytes_uncompressed += (int64_t) batch->body_length;
}

static void at_most(int64_t *delay_ms, int64_t other_ms)
{
	if (other_ms < *delay_ms) {
		*delay_ms = other_ms;
	}
}

/* Whether anything is due and waits only for a token and its rate. */
static bool has_due(aco_engine *engine, int64_t now_ms, int64_t *delay_ms)
{
	for (aco_stream *stream = engine->streams; stream; stream = stream->next) {
		int64_t due_ms;

		if (aco_stream_due_batch(stream, now_ms, &due_ms)) {
			return true;
		}
		if (due_ms != INT64_MAX) {
			at_most(delay_ms, due_ms - now_ms);
		}
	}
	return false;
}

/* A pause longer than the retry budget ends the run; the next run finds the pause in the shared buckets. */
static void stop_for_pause(aco_stream *stream, int64_t pause_ms)
{
	aco_error cause;

	aco_error_set(&cause, ACO_E_API, true, "the API asked for a pause that lasts another %lld s", (long long) (pause_ms + 999) / 1000);
	aco_stream_stop(stream, &cause);
}

/* Asks the rate limits whether the batch may go out. */
static bool take_grant(
	aco_engine *engine, aco_stream *stream, const aco_batch *batch, aco_passage *passage, int64_t *delay_ms)
{
	aco_grant grant = aco_pacer_acquire(&engine->pacer, stream->channel->rate, batch->count, aco_clock_us(), passage);

	if (grant.broken) {
		aco_stream_stop(stream, &grant.error);
		return false;
	}

	if (grant.paused && grant.wait_ms > engine->retry_budget_ms) {
		stop_for_pause(stream, grant.wait_ms);
		return false;
	}

	if (grant.wait_ms > 0) {
		at_most(delay_ms, grant.wait_ms);
	}

	return grant.wait_ms == 0;
}

static bool start_one(aco_engine *engine, int64_t now_ms, int64_t *delay_ms)
{
	for (aco_stream *stream = engine->streams; stream; stream = stream->next) {
		int64_t due_ms;
		aco_batch *batch = aco_stream_due_batch(stream, now_ms, &due_ms);
		aco_passage passage;

		if (batch && take_grant(engine, stream, batch, &passage, delay_ms)) {
			/* Round robin. */
			aco_engine_unlink_stream(engine, stream);
			aco_engine_append_stream(engine, stream);
			start_batch(engine, stream, batch, &passage);
			return true;
		}
	}

	return false;
}

static bool is_late(const aco_engine *engine)
{
	return engine->deadline_us != INT64_MAX && aco_clock_suspended_us() > engine->deadline_us;
}

bool aco_engine_start(aco_engine *engine, int64_t *delay_ms)
{
	int64_t now_ms = aco_clock_ms();

	*delay_ms = INT64_MAX;
	if (engine->in_flight_count >= engine->concurrency || !has_due(engine, now_ms, delay_ms)) {
		return true;
	}
	if (is_late(engine)) {
		/* The caller sets another deadline before its next step. */
		*delay_ms = 0;
		return true;
	}

	switch (aco_token_source_acquire(engine->token_source, engine->http)) {
		case ACO_TOKEN_READY:
			break;
		case ACO_TOKEN_PENDING:
			*delay_ms = INT64_MAX;
			return true;
		case ACO_TOKEN_HELD_BY_OTHER_PROCESS:
			*delay_ms = TOKEN_LOOK_MS;
			return true;
		case ACO_TOKEN_FAILED:
			return false;
	}

	while (engine->in_flight_count < engine->concurrency && !is_late(engine)
		&& start_one(engine, now_ms, delay_ms)) {
		continue;
	}

	if (engine->in_flight_count >= engine->concurrency) {
		*delay_ms = INT64_MAX;
	}

	return true;
}
