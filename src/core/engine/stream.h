/*
 * One submission to a channel. Documents of each route fill batches of their own. Two documents of
 * one id are never under way together: the later waits until the earlier is answered.
 */
#ifndef ACO_CORE_ENGINE_STREAM_H
#define ACO_CORE_ENGINE_STREAM_H

#include "src/core/engine/batch.h"

typedef struct aco_engine aco_engine;
typedef struct aco_stream aco_stream;

/* Items whose fate one answer decided, or, with status 0 and no items, an attempt that is followed by another. */
typedef struct aco_report {
	int status;
	/* 0 when no answer came. */
	long http_status;
	double seconds;
	char request_id[ACO_REQUEST_ID_SIZE];
	/* Why, for ACO_STATUS_RETRYABLE and 0. */
	aco_error cause;
	aco_item *items;
	size_t count;
	struct aco_report *next;
} aco_report;

typedef enum aco_push_result {
	ACO_PUSH_DONE,
	/* The window is full, or the id is under way: step the engine and try again. */
	ACO_PUSH_WAIT,
	/* Larger than a request may be. */
	ACO_PUSH_TOO_LARGE,
	/* The stream stopped: see aco_stream_cause(). */
	ACO_PUSH_STOPPED,
	ACO_PUSH_NO_MEMORY
} aco_push_result;

/* For a channel of the engine. To be freed before the engine's last reference is; what is left then is freed with it. NULL when memory is short. */
aco_stream *aco_stream_new(aco_engine *engine, const aco_channel *channel);
/* Requests under way are dropped. */
void aco_stream_free(aco_stream *stream);

aco_push_result aco_stream_push(aco_stream *stream, const aco_document *document);
/* Sends what is not yet a full batch; false when memory is short. */
bool aco_stream_flush(aco_stream *stream);
/* Whether answers are still to come. */
bool aco_stream_busy(const aco_stream *stream);
/* Items that were pushed and whose report was not taken. */
size_t aco_stream_pending(const aco_stream *stream);
bool aco_stream_has_report(const aco_stream *stream);
/* The next report, or NULL; the caller frees it. */
aco_report *aco_stream_take_report(aco_stream *stream);
/* Why an item was not delivered; "" when it was. */
const char *aco_report_message(const aco_report *report, const aco_item *item);
void aco_report_free(aco_report *report);
/* True when memory was too short to report what became of items. */
bool aco_stream_lost_track(const aco_stream *stream);
/* Why nothing is sent any more; NULL while it is. */
const aco_error *aco_stream_cause(const aco_stream *stream);

#endif
