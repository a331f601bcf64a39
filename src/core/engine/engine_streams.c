/* SPDX-License-Identifier: MIT */
#include "src/core/engine/engine_private.h"

#include <assert.h>
#include <stdlib.h>

void aco_engine_forget(aco_engine *engine, aco_request *request)
{
	aco_request **link = &engine->in_flight;

	while (*link != request) {
		assert(*link);
		link = &(*link)->next;
	}
	*link = request->next;
	engine->in_flight_count--;
	aco_http_release(engine->http, request->transfer);
	free(request);
}

void aco_engine_append_stream(aco_engine *engine, aco_stream *stream)
{
	aco_stream **last = &engine->streams;

	while (*last) {
		last = &(*last)->next;
	}
	*last = stream;
}

void aco_engine_unlink_stream(aco_engine *engine, aco_stream *stream)
{
	aco_stream **link = &engine->streams;

	while (*link != stream) {
		assert(*link);
		link = &(*link)->next;
	}
	*link = stream->next;
	stream->next = NULL;
}

aco_stream *aco_engine_open(aco_engine *engine, const aco_channel *channel)
{
	const aco_stream_settings settings = {
		.window = engine->concurrency + 1,
		.max_bytes = engine->max_request_bytes,
		.retry_budget_ms = engine->retry_budget_ms,
		.scratch = &engine->scratch,
	};
	aco_stream *stream = aco_stream_new(channel, &settings);

	if (stream) {
		aco_engine_append_stream(engine, stream);
	}
	return stream;
}

void aco_engine_close(aco_engine *engine, aco_stream *stream)
{
	if (!stream) {
		return;
	}

	for (aco_request *request = engine->in_flight, *next; request; request = next) {
		next = request->next;

		if (request->stream == stream) {
			aco_engine_forget(engine, request);
		}
	}

	aco_engine_unlink_stream(engine, stream);
	aco_stream_free(stream);
}

aco_push_result aco_engine_push(aco_engine *engine, aco_stream *stream, const aco_document *document)
{
	uint64_t id_hash = aco_id_hash(document->id, document->id_length);
	aco_push_result result = aco_stream_may_push(stream, document->length);

	for (aco_stream *other = engine->streams; other && result == ACO_PUSH_DONE; other = other->next) {
		if (other->channel == stream->channel) {
			result = aco_stream_clear_id(other, document, id_hash);
		}
	}

	return result == ACO_PUSH_DONE ? aco_stream_push(stream, document, id_hash) : result;
}
