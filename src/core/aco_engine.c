#include "aco_engine.h"

#include "aco_clock.h"
#include "aco_engine_streams.h"
#include "aco_outcome.h"
#include "aco_quota.h"
#include "aco_response.h"
#include "aco_stream_queue.h"
#include "aco_token.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

/* One request of a stream; the tag of its transfer. */
typedef struct sending {
	aco_stream *stream;
	aco_batch *batch;
	aco_http_transfer *transfer;
	struct sending *next;
} sending;

struct aco_engine {
	unsigned references;
	aco_http *http;
	aco_gzip *gzip;
	aco_quota quota;
	aco_token token;
	/* Being asked for; NULL: not. */
	aco_http_transfer *token_transfer;
	aco_buf token_form;
	char *token_url;
	char *client_id;
	char *client_secret;
	char *scope;
	/* Live and delete address of each feed. */
	char *urls[ACO_FEED_COUNT][2];
	size_t concurrency;
	size_t max_request_bytes;
	sending *in_flight;
	size_t in_flight_count;
	aco_stream *streams;
	aco_engine_stats stats;
};

static char *join(const char *base, const char *path)
{
	size_t base_length = strlen(base), size = base_length + strlen(path) + 1;
	char *url = malloc(size);

	if (url) {
		memcpy(url, base, base_length);
		memcpy(url + base_length, path, size - base_length);
	}
	return url;
}

static bool copy_settings(aco_engine *engine, const aco_engine_settings *settings)
{
	engine->concurrency = settings->concurrency;
	engine->max_request_bytes = settings->max_request_bytes;
	for (size_t feed = 0; feed < ACO_FEED_COUNT; feed++) {
		if (!(engine->urls[feed][0] = join(settings->tenant_url, aco_feeds[feed].path))
				|| !(engine->urls[feed][1] = join(settings->tenant_url, aco_feeds[feed].delete_path))) {
			return false;
		}
	}
	return (engine->token_url = strdup(settings->token_url)) && (engine->client_id = strdup(settings->client_id))
		&& (engine->client_secret = strdup(settings->client_secret)) && (engine->scope = strdup(settings->scope));
}

aco_engine *aco_engine_new(const aco_engine_settings *settings)
{
	aco_engine *engine = calloc(1, sizeof(*engine));

	if (!engine) {
		return NULL;
	}
	engine->references = 1;
	aco_quota_init(&engine->quota, settings->requests_per_second, settings->products_per_minute,
		settings->prices_per_minute, aco_clock_ms());
	engine->http = aco_http_new(&settings->http);
	engine->gzip = aco_gzip_new();
	if (!engine->http || !engine->gzip || !copy_settings(engine, settings)) {
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
	aco_buf secret = ACO_BUF_INIT;

	if (!engine || --engine->references > 0) {
		return;
	}
	while (engine->streams) {
		aco_stream_free(engine->streams);
	}
	aco_http_free(engine->http);
	aco_gzip_free(engine->gzip);
	aco_token_drop(&engine->token);
	aco_buf_wipe(&engine->token_form);
	for (size_t feed = 0; feed < ACO_FEED_COUNT; feed++) {
		free(engine->urls[feed][0]);
		free(engine->urls[feed][1]);
	}
	if (engine->client_secret) {
		secret.data = engine->client_secret;
		secret.capacity = strlen(engine->client_secret);
		aco_buf_wipe(&secret);
	}
	free(engine->token_url);
	free(engine->client_id);
	free(engine->scope);
	free(engine);
}

void aco_engine_add_stream(aco_engine *engine, aco_stream *stream)
{
	aco_stream **last = &engine->streams;

	while (*last) {
		last = &(*last)->next;
	}
	*last = stream;
}

static void forget_sending(aco_engine *engine, sending *request)
{
	sending **link = &engine->in_flight;

	while (*link != request) {
		link = &(*link)->next;
	}
	*link = request->next;
	engine->in_flight_count--;
	aco_http_release(engine->http, request->transfer);
	free(request);
}

void aco_engine_remove_stream(aco_engine *engine, aco_stream *stream)
{
	aco_stream **link = &engine->streams;

	for (sending *request = engine->in_flight, *next; request; request = next) {
		next = request->next;
		if (request->stream == stream) {
			forget_sending(engine, request);
		}
	}
	while (*link && *link != stream) {
		link = &(*link)->next;
	}
	if (*link) {
		*link = stream->next;
	}
}

aco_gzip *aco_engine_gzip(aco_engine *engine)
{
	return engine->gzip;
}

size_t aco_engine_max_request_bytes(const aco_engine *engine)
{
	return engine->max_request_bytes;
}

size_t aco_engine_window(const aco_engine *engine)
{
	return engine->concurrency + 1;
}

const aco_engine_stats *aco_engine_get_stats(const aco_engine *engine)
{
	return &engine->stats;
}

/* A failure that is not about the items. */
static void fail_batch(aco_stream *stream, aco_batch *batch, bool stop, const aco_http_response *answer, const aco_error *cause)
{
	bool last = aco_stream_count_failure(stream);

	aco_stream_settle(stream, batch, ACO_STATUS_RETRYABLE, answer, cause);
	if (stop || last) {
		aco_stream_stop(stream, cause);
	}
}

static void no_memory(aco_error *error)
{
	aco_error_set(error, ACO_E_MEMORY, true, "not enough memory");
}

/* Without a token nothing can be sent: the first batch of every stream fails, all of them when IMS refuses. */
static void fail_for_token(aco_engine *engine, const aco_error *cause)
{
	for (aco_stream *stream = engine->streams; stream; stream = stream->next) {
		if (stream->queue) {
			fail_batch(stream, stream->queue, !cause->retryable, NULL, cause);
		}
	}
}

static void request_token(aco_engine *engine)
{
	aco_http_request request = {0};
	aco_error cause;

	aco_buf_wipe(&engine->token_form);
	if (aco_token_request_form(&engine->token_form, engine->client_id, engine->client_secret, engine->scope)) {
		request.url = engine->token_url;
		request.body = engine->token_form.data;
		request.body_length = engine->token_form.length - 1;
		request.content_type = "application/x-www-form-urlencoded";
		engine->token_transfer = aco_http_start(engine->http, &request, NULL);
	}
	engine->stats.token_requests++;
	if (!engine->token_transfer) {
		no_memory(&cause);
		fail_for_token(engine, &cause);
	}
}

static bool start_batch(aco_engine *engine, aco_stream *stream)
{
	aco_batch *batch = aco_stream_next_batch(stream);
	bool compressed = batch->compressed.length > 0;
	sending *request = calloc(1, sizeof(*request));
	aco_http_request http = {
		.url = engine->urls[stream->feed->id][batch->deleted],
		.body = compressed ? batch->compressed.data : batch->body.data,
		.body_length = compressed ? batch->compressed.length : batch->body.length,
		.content_type = "application/json",
		.content_encoding = compressed ? "gzip" : NULL,
		.bearer_token = engine->token.value.data,
	};
	aco_error cause;

	if (!request || !(request->transfer = aco_http_start(engine->http, &http, request))) {
		free(request);
		no_memory(&cause);
		fail_batch(stream, batch, true, NULL, &cause);
		return false;
	}
	batch->token_generation = engine->token.generation;
	request->stream = stream;
	request->batch = batch;
	request->next = engine->in_flight;
	engine->in_flight = request;
	engine->in_flight_count++;
	engine->stats.requests++;
	engine->stats.bytes_uncompressed += (int64_t) batch->body.length;
	return true;
}

/* Streams take turns: the one that sent goes to the end of the list. */
static void rotate(aco_engine *engine, aco_stream *stream)
{
	aco_stream **link = &engine->streams;

	while (*link != stream) {
		link = &(*link)->next;
	}
	*link = stream->next;
	stream->next = NULL;
	aco_engine_add_stream(engine, stream);
}

static aco_stream *find_ready(aco_engine *engine, int64_t now_ms, int64_t *delay_ms)
{
	for (aco_stream *stream = engine->streams; stream; stream = stream->next) {
		int64_t wait_ms;

		if (!stream->queue) {
			continue;
		}
		wait_ms = aco_quota_take(&engine->quota, stream->feed->rate, stream->queue->count, now_ms);
		if (wait_ms == 0) {
			return stream;
		}
		*delay_ms = wait_ms < *delay_ms ? wait_ms : *delay_ms;
	}
	return NULL;
}

static bool has_queued(const aco_engine *engine)
{
	for (const aco_stream *stream = engine->streams; stream; stream = stream->next) {
		if (stream->queue) {
			return true;
		}
	}
	return false;
}

/* Returns the milliseconds until a rate lets more out; INT64_MAX when no rate is in the way. */
static int64_t start_ready(aco_engine *engine)
{
	int64_t delay_ms = INT64_MAX, now_ms = aco_clock_ms();
	aco_stream *stream;

	if (!has_queued(engine)) {
		return delay_ms;
	}
	if (!aco_token_usable(&engine->token, now_ms)) {
		if (!engine->token_transfer) {
			request_token(engine);
		}
		return delay_ms;
	}
	while (engine->in_flight_count < engine->concurrency && (stream = find_ready(engine, now_ms, &delay_ms))) {
		rotate(engine, stream);
		start_batch(engine, stream);
	}
	return engine->in_flight_count < engine->concurrency ? delay_ms : INT64_MAX;
}

/* What services write is passed on, but not with secrets they echo. */
static void redact(const aco_engine *engine, char *message)
{
	aco_redact(message, engine->client_secret);
	aco_redact(message, engine->token.value.data);
}

static void on_token(aco_engine *engine)
{
	aco_error cause;
	bool read = aco_token_read(&engine->token, aco_http_answer(engine->token_transfer), aco_clock_ms(), &cause);

	engine->stats.connections += aco_http_answer(engine->token_transfer)->new_connections;
	aco_http_release(engine->http, engine->token_transfer);
	engine->token_transfer = NULL;
	aco_buf_wipe(&engine->token_form);
	if (!read) {
		redact(engine, cause.message);
		fail_for_token(engine, &cause);
	}
}

/* The sentence for an answer that is neither success nor about single items. */
static void explain(const aco_engine *engine, const aco_answer *answer, const aco_http_response *response, aco_error *cause)
{
	char reason[256];

	if (answer->status == 0) {
		*cause = response->error;
		redact(engine, cause->message);
		return;
	}
	if (answer->status >= 200 && answer->status < 300) {
		if (answer->readable) {
			aco_error_set(cause, ACO_E_API, true, "the API accepted %lld of %zu items without saying which",
				(long long) answer->accepted, answer->sent);
		} else {
			aco_error_set(cause, ACO_E_API, true, "the API answers HTTP %ld with a body that cannot be read", answer->status);
		}
	} else {
		aco_response_reason(&response->body, reason, sizeof(reason));
		aco_error_set(cause, ACO_E_API, answer->status == 429 || answer->status >= 500,
			"the API answers HTTP %ld%s%s%s", answer->status, reason[0] ? ": " : "", reason,
			answer->status == 401 ? "; the token was renewed, check that the client may use this tenant"
				: answer->status == 403 ? "; check that client and scope may use this tenant"
				: answer->status == 404 ? "; check ingestion address and tenant id" : "");
	}
	redact(engine, cause->message);
	cause->http_status = answer->status;
	memcpy(cause->request_id, response->request_id, sizeof(cause->request_id));
}

/* Another answer may have brought a new one already. */
static void drop_refused_token(aco_engine *engine, const aco_batch *batch)
{
	if (batch->token_generation == engine->token.generation) {
		aco_token_drop(&engine->token);
	}
}

/* What is to go out once more, unless the stream stopped meanwhile. */
static void send_again(aco_stream *stream, aco_batch *batch, const aco_http_response *answer)
{
	if (stream->stopped) {
		aco_stream_settle(stream, batch, ACO_STATUS_RETRYABLE, answer, &stream->cause);
	} else {
		aco_stream_return_batch(stream, batch);
	}
}

/* Rejected items are reported, the others go out again. */
static void split_rejected(aco_engine *engine, aco_stream *stream, aco_batch *batch, aco_item_error *errors, const aco_http_response *answer)
{
	aco_error cause;
	aco_item *rejected;
	size_t count;

	for (size_t i = 0; i < batch->count; i++) {
		if (errors[i].message) {
			redact(engine, errors[i].message);
			batch->items[i].status = ACO_STATUS_REJECTED;
			batch->items[i].message = errors[i].message;
			batch->items[i].field = errors[i].field;
			errors[i].message = errors[i].field = NULL;
		}
	}
	rejected = aco_batch_take_decided(batch, &count);
	if (rejected) {
		aco_stream_report(stream, ACO_STATUS_REJECTED, rejected, count, answer, NULL);
	}
	if (rejected && batch->count > 0 && aco_batch_seal(batch, engine->gzip)) {
		send_again(stream, batch, answer);
	} else {
		/* Nothing is left of the batch, or there was no memory to go on with it. */
		no_memory(&cause);
		aco_stream_settle(stream, batch, ACO_STATUS_RETRYABLE, answer, &cause);
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

static void on_answer(aco_engine *engine, sending *request)
{
	const aco_http_response *response = aco_http_answer(request->transfer);
	aco_stream *stream = request->stream;
	aco_batch *batch = request->batch;
	aco_answer answer = {.status = response->status, .sent = batch->count, .token_renewed = batch->token_renewed};
	size_t sent = batch->count;
	aco_item_error *errors = NULL;
	aco_error cause;

	engine->stats.connections += response->new_connections;
	engine->stats.bytes_sent += response->bytes_sent;
	engine->stats.bytes_received += response->bytes_received;
	if (answer.status >= 200 && answer.status < 300) {
		answer.readable = aco_response_accepted(&response->body, &answer.accepted);
	} else if (answer.status == 400 && (errors = calloc(sent, sizeof(*errors)))) {
		answer.item_errors = aco_response_item_errors(&response->body, errors, sent);
	}
	switch (aco_outcome_of(&answer)) {
		case ACO_OUTCOME_DELIVERED:
			stream->failures = 0;
			aco_stream_settle(stream, batch, ACO_STATUS_DELIVERED, response, NULL);
			break;
		case ACO_OUTCOME_ITEMS_REJECTED:
			stream->failures = 0;
			split_rejected(engine, stream, batch, errors, response);
			break;
		case ACO_OUTCOME_NEW_TOKEN:
			drop_refused_token(engine, batch);
			batch->token_renewed = true;
			send_again(stream, batch, response);
			break;
		case ACO_OUTCOME_RETRYABLE:
			explain(engine, &answer, response, &cause);
			fail_batch(stream, batch, false, response, &cause);
			break;
		case ACO_OUTCOME_STOP:
			explain(engine, &answer, response, &cause);
			if (answer.status == 401) {
				drop_refused_token(engine, batch);
			}
			fail_batch(stream, batch, true, response, &cause);
			break;
	}
	free_item_errors(errors, sent);
	forget_sending(engine, request);
}

static void handle_finished(aco_engine *engine)
{
	aco_http_transfer *transfer;

	while ((transfer = aco_http_finished(engine->http))) {
		if (transfer == engine->token_transfer) {
			on_token(engine);
		} else {
			on_answer(engine, aco_http_tag(transfer));
		}
	}
}

void aco_engine_step(aco_engine *engine, int wait_ms)
{
	int64_t delay_ms = start_ready(engine), before_ms;
	bool sending_or_asking = engine->in_flight_count > 0 || engine->token_transfer;

	if (delay_ms == INT64_MAX && !sending_or_asking) {
		return;
	}
	before_ms = aco_clock_ms();
	aco_http_run(engine->http, delay_ms < wait_ms ? (int) delay_ms : wait_ms);
	if (!sending_or_asking) {
		engine->stats.waited_ms += aco_clock_ms() - before_ms;
	}
	handle_finished(engine);
	start_ready(engine);
}
