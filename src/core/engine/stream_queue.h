/* SPDX-License-Identifier: MIT */
/* The part of a stream that the engine uses. */
#ifndef ACO_CORE_ENGINE_STREAM_QUEUE_H
#define ACO_CORE_ENGINE_STREAM_QUEUE_H

#include "src/core/engine/breaker.h"
#include "src/core/net/http.h"
#include "src/core/engine/stream.h"

struct aco_stream {
	const aco_channel *channel;
	aco_stream_settings settings;
	/* The open batch of each route. */
	aco_batch *open[ACO_ROUTES_MAX];
	/* Closed batches; each goes out when it is due. */
	aco_batch *queue;
	/* Batches in flight. */
	aco_batch *run;
	size_t unanswered;
	/* Finished batches, kept for their memory. */
	aco_batch *spare;
	size_t spare_count;
	aco_report *reports;
	aco_report **last_report;
	aco_breaker breaker;
	bool stopped;
	bool lost_track;
	aco_error cause;
	/* In the engine's list. */
	aco_stream *next;
};

/* The batch that may go out now, or NULL with the time of the next one in `due_ms` (INT64_MAX: none). */
aco_batch *aco_stream_due_batch(aco_stream *stream, int64_t now_ms, int64_t *due_ms);
/* Moves a batch from the queue to `run`. */
void aco_stream_begin_batch(aco_stream *stream, aco_batch *batch);
/* Returns a batch to the queue: to the front to go out at once, or to the end to let others pass. */
void aco_stream_return_batch(aco_stream *stream, aco_batch *batch, bool at_once);
/* Adds a batch that was split off another, to go out at once. */
void aco_stream_add_batch(aco_stream *stream, aco_batch *batch);
/* Reports items; takes over the list. `answer` may be NULL. */
void aco_stream_report(aco_stream *stream, int status, aco_item *items, size_t count, const aco_http_response *response,
	const aco_error *cause);
/* Reports a whole batch with one status and ends it, whichever list it is in. */
void aco_stream_settle(
	aco_stream *stream, aco_batch *batch, int status, const aco_http_response *response, const aco_error *cause);
/* Stops sending: closed batches are reported as retryable. */
void aco_stream_stop(aco_stream *stream, const aco_error *cause);

#endif
