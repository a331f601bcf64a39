/* SPDX-License-Identifier: MIT */
/*
 * One submission to a channel. The documents of each route fill batches of their own. Two documents with the same id
 * are never in flight together: the later one waits for the response to the earlier one.
 */
#ifndef ACO_CORE_ENGINE_STREAM_H
#define ACO_CORE_ENGINE_STREAM_H

#include "src/core/engine/batch.h"

typedef struct aco_stream aco_stream;

/* What a stream borrows from its engine. */
typedef struct aco_stream_settings {
	/* Unanswered batches it may have: those in flight and one that is ready. */
	size_t window;
	/* Maximum size of a body before compression; the channel's own limit may be lower. */
	size_t max_bytes;
	int64_t retry_budget_ms;
	/* Shared by the streams of an engine; must outlive them. */
	aco_batch_scratch *scratch;
} aco_stream_settings;

/* The items decided by one response or, with status 0 and no items, an attempt that will be repeated. */
typedef struct aco_report {
	int status;
	/* 0: there was no response. */
	long http_status;
	double seconds;
	char request_id[ACO_REQUEST_ID_SIZE];
	/* The reason for ACO_STATUS_RETRYABLE and 0. */
	aco_error cause;
	aco_item *items;
	size_t count;
	struct aco_report *next;
} aco_report;

typedef enum aco_push_result {
	ACO_PUSH_DONE,
	/* The window is full, or the id is in flight: drive the engine and try again. */
	ACO_PUSH_WAIT,
	/* Exceeds the maximum size of a request. */
	ACO_PUSH_TOO_LARGE,
	/* The stream stopped: see aco_stream_cause(). */
	ACO_PUSH_STOPPED,
	ACO_PUSH_NO_MEMORY
} aco_push_result;

/*
 * Streams are opened, fed and closed by their engine, which knows the others: aco_engine_open(), aco_engine_push(),
 * aco_engine_close(). The channel must outlive the stream. NULL when out of memory.
 */
aco_stream *aco_stream_new(const aco_channel *channel, const aco_stream_settings *settings);
/* None of its requests may be in flight. NULL is allowed. */
void aco_stream_free(aco_stream *stream);

/* Whether a document of this length may be pushed: DONE, STOPPED or TOO_LARGE. */
aco_push_result aco_stream_may_push(const aco_stream *stream, size_t length);
/*
 * DONE when the stream has no unanswered document with this id; WAIT when it has: an open batch that
 * holds it is closed, so that its response can come.
 */
aco_push_result aco_stream_clear_id(aco_stream *stream, const aco_document *document, uint64_t id_hash);
/* After aco_stream_may_push(). */
aco_push_result aco_stream_push(aco_stream *stream, const aco_document *document, uint64_t id_hash);
/* Closes partial batches, so that they are sent; false when out of memory. */
bool aco_stream_flush(aco_stream *stream);
/* Whether responses are still expected. */
bool aco_stream_busy(const aco_stream *stream);
/* Items that were pushed and whose report has not been taken. */
size_t aco_stream_pending(const aco_stream *stream);
/* Tells the positions of the items that no request has carried. */
void aco_stream_unsent(const aco_stream *stream, void (*tell)(void *target, int64_t position), void *target);
bool aco_stream_has_report(const aco_stream *stream);
/* The next report, or NULL; the caller frees it. */
aco_report *aco_stream_take_report(aco_stream *stream);
/* Why an item was not delivered; "" if it was. */
const char *aco_report_message(const aco_report *report, const aco_item *item);
void aco_report_free(aco_report *report);
/* True when memory ran out and the fate of some items could not be reported. */
bool aco_stream_lost_track(const aco_stream *stream);
/* Why the stream stopped; NULL while it has not. */
const aco_error *aco_stream_cause(const aco_stream *stream);

#endif
