/* What the engine sees of a stream. */
#ifndef ACO_STREAM_QUEUE_H
#define ACO_STREAM_QUEUE_H

#include "aco_http.h"
#include "aco_stream.h"

struct aco_stream {
	aco_engine *engine;
	const aco_feed *feed;
	/* Being filled: live, deleted. */
	aco_batch *open[2];
	/* Sealed, in order. */
	aco_batch *queue;
	/* Batches that are being sent. */
	aco_batch *sending;
	size_t unanswered;
	aco_report *reports;
	aco_report **last_report;
	unsigned failures;
	bool stopped;
	bool lost_track;
	aco_error cause;
	aco_stream *next;
};

/* Moves the first sealed batch to `sending`; NULL when there is none. */
aco_batch *aco_stream_next_batch(aco_stream *stream);
/* Back from `sending` to the front of the queue, to go out again. */
void aco_stream_return_batch(aco_stream *stream, aco_batch *batch);
/* Reports items; takes over the list. `answer` may be NULL. */
void aco_stream_report(aco_stream *stream, int status, aco_item *items, size_t count, const aco_http_response *answer, const aco_error *cause);
/* Reports a whole batch with one status and ends it, wherever it is. */
void aco_stream_settle(aco_stream *stream, aco_batch *batch, int status, const aco_http_response *answer, const aco_error *cause);
/* Nothing is sent any more: what is sealed is reported retryable. */
void aco_stream_stop(aco_stream *stream, const aco_error *cause);
/* Counts a failed attempt; true when it was the last one the stream may have. */
bool aco_stream_count_failure(aco_stream *stream);

#endif
