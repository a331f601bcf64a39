/* SPDX-License-Identifier: MIT */
#include "src/core/engine/engine_private.h"

#include "src/core/base/clock.h"
#include "src/core/base/random.h"
#include "src/core/engine/outcome.h"
#include "src/core/engine/service.h"

#include <stdio.h>
#include <stdlib.h>

static const char *advice_on(const aco_service *service, const aco_attempt *attempt)
{
	const char *advice = service->advise ? service->advise(attempt) : NULL;

	if (advice) {
		return advice;
	}

	switch (attempt->status) {
		case 401:
			advice = attempt->token_renewed ? service->advice.unauthorized_again : service->advice.unauthorized;
			break;
		case 403:
			advice = service->advice.forbidden;
			break;
		case 404:
			advice = service->advice.not_found;
			break;
	}

	return advice ? advice : "";
}

/* Writes the sentence for a response that is neither a success nor about single items. */
static void explain(const aco_service *service, const aco_attempt *attempt,
	const aco_http_response *response, aco_error *cause)
{
	long status = attempt->status;
	char reason[256];

	if (status == 0) {
		*cause = response->error;
		return;
	}

	if (!aco_response_is_success(status)) {
		service->reason(response, reason, sizeof(reason));
		aco_error_set(cause, ACO_E_API, aco_status_is_retryable(status), "%s answers HTTP %ld%s%s%s", service->name,
			status, reason[0] ? ": " : "", reason, advice_on(service, attempt));
	} else if (attempt->readable) {
		aco_error_set(cause, ACO_E_API, true, "%s accepted %lld of %zu items without saying which",
			service->name, (long long) attempt->accepted, attempt->sent);
	} else {
		service->reason(response, reason, sizeof(reason));
		aco_error_set(cause, ACO_E_API, true, "%s answers HTTP %ld with a body that cannot be read%s%s", service->name, status,
			reason[0] ? ": " : "", reason);
	}

	cause->http_status = status;
	memcpy(cause->request_id, response->request_id, sizeof(cause->request_id));
}

/* Adds what the engine knows about an attempt besides its response. */
static void add_history(const aco_engine *engine, const aco_batch *batch, aco_attempt *attempt, int64_t now_ms)
{
	attempt->sent = batch->count;
	/* A signature, like a token, is renewed once. */
	attempt->token_renewed = batch->token_renewed || !(engine->token_source || engine->signer.sign);
	attempt->failures = batch->failures;
	attempt->max_attempts = engine->max_attempts;
	attempt->elapsed_ms = batch->first_failure_ms > 0 ? now_ms - batch->first_failure_ms : 0;
	attempt->retry_budget_ms = engine->retry_budget_ms;
	attempt->throttles = batch->throttles;
	attempt->random = aco_random_fraction();
}

/* Adds the delay before the next attempt to the message. */
static void add_delay(aco_error *cause, const aco_outcome *outcome)
{
	int64_t delay_ms = outcome->hold_ms > outcome->delay_ms ? outcome->hold_ms : outcome->delay_ms;
	size_t length = strlen(cause->message);

	if (outcome->action == ACO_ACTION_REPEAT) {
		snprintf(cause->message + length, sizeof(cause->message) - length, "; next attempt in %.1f s",
			(double) delay_ms / 1000);
	}
}

/*
 * Reports an attempt to the stream's circuit breaker, and sets what that means for the
 * attempt. `serial` as in aco_breaker_failure.
 */
static void tell_breaker(const aco_engine *engine, aco_breaker *breaker, uint64_t serial, aco_verdict verdict,
	aco_attempt *attempt, int64_t now_ms)
{
	const aco_breaker_failure failure = {
		.serial = serial,
		.last_serial = engine->serial,
		.now_ms = now_ms,
		.told_ms = aco_told_wait_ms(attempt),
		.random = attempt->random,
	};

	switch (aco_sign_of(verdict, attempt)) {
		case ACO_SIGN_WORKS:
			aco_breaker_succeeded(breaker);
			break;
		case ACO_SIGN_FAILS:
			aco_breaker_failed(breaker, &failure);
			break;
		case ACO_SIGN_THROTTLES:
			aco_breaker_throttled(breaker, &failure);
			break;
		case ACO_SIGN_NONE:
			break;
	}

	attempt->streak = breaker->streak;
	attempt->circuit_open = breaker->state == ACO_BREAKER_OPEN;
}

/* Updates the counters, and makes batches wait as the outcome requires. */
static void apply_counts(aco_engine *engine, aco_batch *batch, const aco_outcome *outcome, int64_t now_ms)
{
	batch->failures = outcome->failures;
	batch->throttles = outcome->throttles;

	if (!outcome->failed && outcome->action != ACO_ACTION_NEW_TOKEN) {
		batch->first_failure_ms = 0;
	}

	if (outcome->action == ACO_ACTION_REPEAT) {
		batch->due_ms = now_ms + outcome->delay_ms;
		batch->hold_until_ms = now_ms + outcome->hold_ms;
		if (batch->first_failure_ms == 0) {
			batch->first_failure_ms = now_ms;
		}
	}

	if (outcome->pause_ms > 0) {
		aco_pacer_pause(&engine->pacer, outcome->pause_ms, aco_clock_us());
	}
}

/* Queues a batch again, unless the stream has stopped meanwhile. */
static void send_again(aco_stream *stream, aco_batch *batch, bool at_once, const aco_http_response *response)
{
	if (stream->stopped) {
		aco_stream_settle(stream, batch, ACO_STATUS_RETRYABLE, response, &stream->cause);
	} else {
		aco_stream_return_batch(stream, batch, at_once);
	}
}

static void give_up_for_memory(aco_stream *stream, aco_batch *batch, const aco_http_response *response)
{
	aco_error cause;

	aco_error_no_memory(&cause);
	aco_stream_settle(stream, batch, ACO_STATUS_RETRYABLE, response, &cause);
}

/* Reports the rejected items and sends the others again. */
static void reject_named(
	aco_engine *engine, aco_stream *stream, aco_batch *batch, aco_item_error *errors, const aco_http_response *response)
{
	aco_item *rejected;
	size_t count;

	for (size_t i = 0; i < batch->count; i++) {
		if (errors[i].message) {
			batch->items[i].status = ACO_STATUS_REJECTED;
			batch->items[i].message = errors[i].message;
			batch->items[i].field = errors[i].field;
			errors[i].message = errors[i].field = NULL;
		}
	}

	rejected = aco_batch_take_decided(batch, &count);
	if (rejected) {
		aco_stream_report(stream, ACO_STATUS_REJECTED, rejected, count, response, NULL);
	}

	if (rejected && batch->count > 0 && aco_batch_close(batch, &engine->scratch)) {
		send_again(stream, batch, true, response);
	} else {
		/* The batch is empty, or there was no memory to continue with it. */
		give_up_for_memory(stream, batch, response);
	}
}

/* Sends both parts of a batch again; NULL: there was no memory to split it. */
static void send_parts(aco_engine *engine, aco_stream *stream, aco_batch *batch, aco_batch *second,
	const aco_http_response *response, const aco_error *cause)
{
	bool closed = second && aco_batch_close(batch, &engine->scratch);

	if (second) {
		aco_stream_add_batch(stream, second);

		if (!aco_batch_close(second, &engine->scratch)) {
			give_up_for_memory(stream, second, response);
		} else if (stream->stopped) {
			aco_stream_settle(stream, second, ACO_STATUS_RETRYABLE, response, &stream->cause);
		}
	}

	if (!closed) {
		give_up_for_memory(stream, batch, response);
		return;
	}

	aco_stream_report(stream, 0, NULL, 0, response, cause);
	send_again(stream, batch, true, response);
}

/* Applies the action of the outcome to the batch. */
static void apply_action(aco_engine *engine, aco_stream *stream, aco_batch *batch, const aco_attempt *attempt,
	aco_action action, aco_item_error *errors, const aco_http_response *response, const aco_error *cause)
{
	switch (action) {
		case ACO_ACTION_DELIVERED:
			aco_stream_settle(stream, batch, ACO_STATUS_DELIVERED, response, NULL);
			break;
		case ACO_ACTION_REJECT_NAMED:
			reject_named(engine, stream, batch, errors, response);
			break;
		case ACO_ACTION_REJECT:
			aco_stream_settle(stream, batch, ACO_STATUS_REJECTED, response, cause);
			break;
		case ACO_ACTION_HALVE:
			send_parts(engine, stream, batch, aco_batch_halve(batch), response, cause);
			break;
		case ACO_ACTION_SET_APART:
			send_parts(
				engine, stream, batch, aco_batch_split(batch, attempt->suspect, attempt->suspects), response, cause);
			break;
		case ACO_ACTION_NEW_TOKEN:
		case ACO_ACTION_REPEAT:
			aco_stream_report(stream, 0, NULL, 0, response, cause);
			send_again(stream, batch, action == ACO_ACTION_NEW_TOKEN, response);
			break;
		case ACO_ACTION_GIVE_UP:
			aco_stream_settle(stream, batch, ACO_STATUS_RETRYABLE, response, cause);
			break;
		case ACO_ACTION_STOP:
			aco_stream_settle(stream, batch, ACO_STATUS_RETRYABLE, response, cause);
			aco_stream_stop(stream, cause);
			break;
	}
}

static void free_item_errors(aco_item_error *errors, size_t count)
{
	for (size_t i = 0; errors && i < count; i++) {
		free(errors[i].message);
		free(errors[i].field);
	}
	free(errors);
}

static void on_response(aco_engine *engine, aco_request *request)
{
	const aco_http_response *response = aco_http_response_of(request->transfer);
	aco_stream *stream = request->stream;
	const aco_service *service = stream->channel->service;
	aco_batch *batch = request->batch;
	int64_t now_ms = aco_clock_ms();
	size_t sent = batch->count;
	aco_attempt attempt = {0};
	aco_item_error *errors = NULL;
	aco_verdict verdict;
	aco_outcome outcome;
	aco_error cause;

	engine->stats.connections += response->new_connections;
	engine->stats.bytes_sent += response->bytes_sent;
	engine->stats.bytes_received += response->bytes_received;
	batch->reconnected |= response->reconnected;
	add_history(engine, batch, &attempt, now_ms);
	attempt.status = response->status;
	attempt.permanent = response->status == 0 && !response->error.retryable;
	attempt.retry_after_ms = response->retry_after_ms;
	service->read(response, &attempt, &errors);
	engine->stats.partial += attempt.partial;
	engine->stats.ignored += (int64_t) attempt.ignored;
	verdict = service->judge(&attempt);

	if (request->probe) {
		aco_breaker_probe_ended(&stream->breaker);
	}

	tell_breaker(engine, &stream->breaker, request->serial, verdict, &attempt, now_ms);
	outcome = aco_outcome_of(verdict, &attempt);
	if (outcome.action != ACO_ACTION_DELIVERED) {
		explain(service, &attempt, response, &cause);
		add_delay(&cause, &outcome);
	}

	if (attempt.status == 401) {
		aco_token_source_refuse(engine->token_source, batch->token_generation);
	}

	/* Any other response proves that the token is valid. */
	batch->token_renewed = attempt.status == 401;
	apply_counts(engine, batch, &outcome, now_ms);
	apply_action(engine, stream, batch, &attempt, outcome.action, errors, response, &cause);
	free_item_errors(errors, sent);
	aco_engine_forget(engine, request);
}

void aco_engine_fail_for_token(aco_engine *engine, const aco_error *cause, int64_t retry_after_ms)
{
	int64_t now_ms = aco_clock_ms(), due_ms;

	for (aco_stream *stream = engine->streams; stream; stream = stream->next) {
		aco_batch *batch = aco_stream_due_batch(stream, now_ms, &due_ms);
		aco_attempt attempt = {.permanent = !cause->retryable, .retry_after_ms = retry_after_ms};
		aco_error explained = *cause;
		aco_verdict verdict;
		aco_outcome outcome;

		if (batch) {
			add_history(engine, batch, &attempt, now_ms);
			verdict = aco_verdict_of_status(&attempt);
			tell_breaker(engine, &stream->breaker, UINT64_MAX, verdict, &attempt, now_ms);
			outcome = aco_outcome_of(verdict, &attempt);
			add_delay(&explained, &outcome);
			apply_counts(engine, batch, &outcome, now_ms);
			apply_action(engine, stream, batch, &attempt, outcome.action, NULL, NULL, &explained);
		}
	}
}

static void on_token(aco_engine *engine)
{
	const aco_http_response *response = aco_http_response_of(aco_token_source_transfer(engine->token_source));
	int64_t retry_after_ms = response->retry_after_ms;
	aco_error cause;

	engine->stats.connections += response->new_connections;
	if (!aco_token_source_finish(engine->token_source, engine->http, &cause)) {
		aco_engine_fail_for_token(engine, &cause, retry_after_ms);
	}
}

void aco_engine_handle_responses(aco_engine *engine)
{
	aco_http_transfer *transfer;

	while ((transfer = aco_http_finished(engine->http))) {
		if (transfer == aco_token_source_transfer(engine->token_source)) {
			on_token(engine);
		} else {
			on_response(engine, aco_http_tag(transfer));
		}
	}
}
