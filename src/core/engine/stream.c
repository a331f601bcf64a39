/* SPDX-License-Identifier: MIT */
#include "src/core/engine/stream.h"

#include "src/core/engine/stream_queue.h"

#include <assert.h>
#include <stdlib.h>

aco_stream *aco_stream_new(const aco_channel *channel, const aco_stream_settings *settings)
{
	aco_stream *stream = calloc(1, sizeof(*stream));

	if (!stream) {
		return NULL;
	}

	stream->channel = channel;
	stream->settings = *settings;
	if (channel->max_bytes > 0 && channel->max_bytes < settings->max_bytes) {
		stream->settings.max_bytes = channel->max_bytes;
	}

	stream->last_report = &stream->reports;
	stream->breaker = aco_breaker_new(settings->retry_budget_ms);
	return stream;
}

static void free_batches(aco_batch *batch)
{
	while (batch) {
		aco_batch *next = batch->next;
		aco_batch_free(batch);
		batch = next;
	}
}

void aco_stream_free(aco_stream *stream)
{
	aco_report *report;

	if (!stream) {
		return;
	}

	for (size_t route = 0; route < ACO_ROUTES_MAX; route++) {
		aco_batch_free(stream->open[route]);
	}

	free_batches(stream->queue);
	free_batches(stream->run);
	free_batches(stream->spare);

	while ((report = aco_stream_take_report(stream))) {
		aco_report_free(report);
	}

	free(stream);
}

static aco_batch *new_batch(aco_stream *stream, unsigned route)
{
	aco_batch *batch = stream->spare;

	if (!batch) {
		return aco_batch_new(stream->channel, route, stream->settings.scratch);
	}

	stream->spare = batch->next;
	stream->spare_count--;

	if (!aco_batch_reuse(batch, route, stream->settings.scratch)) {
		aco_batch_free(batch);
		return NULL;
	}

	return batch;
}

/* Keeps no more spare batches than may be in flight. */
static void keep_spare(aco_stream *stream, aco_batch *batch)
{
	if (stream->spare_count >= stream->settings.window) {
		aco_batch_free(batch);
		return;
	}
	batch->next = stream->spare;
	stream->spare = batch;
	stream->spare_count++;
}

static void append_batch(aco_batch **list, aco_batch *batch)
{
	while (*list) {
		list = &(*list)->next;
	}
	batch->next = NULL;
	*list = batch;
}

static bool remove_batch(aco_batch **list, aco_batch *batch)
{
	for (; *list; list = &(*list)->next) {
		if (*list == batch) {
			*list = batch->next;
			batch->next = NULL;
			return true;
		}
	}
	return false;
}

/* Takes a closed batch out of the list it is in. */
static void take_out(aco_stream *stream, aco_batch *batch)
{
	bool found = remove_batch(&stream->run, batch) || remove_batch(&stream->queue, batch);

	assert(found);
	(void) found;
}

static bool close_open(aco_stream *stream, unsigned route)
{
	aco_batch *batch = stream->open[route];

	if (!batch) {
		return true;
	}
	if (!aco_batch_close(batch, stream->settings.scratch)) {
		return false;
	}

	stream->open[route] = NULL;
	stream->unanswered++;
	append_batch(&stream->queue, batch);
	if (stream->stopped) {
		aco_stream_settle(stream, batch, ACO_STATUS_RETRYABLE, NULL, &stream->cause);
	}

	return true;
}

static bool lists_hold(const aco_batch *list, const aco_document *document, uint64_t id_hash)
{
	for (; list; list = list->next) {
		if (aco_batch_holds(list, document->id, document->id_length, id_hash)) {
			return true;
		}
	}
	return false;
}

aco_push_result aco_stream_may_push(const aco_stream *stream, size_t length)
{
	if (stream->stopped) {
		return ACO_PUSH_STOPPED;
	}
	return aco_channel_body_length(stream->channel, length) > stream->settings.max_bytes ? ACO_PUSH_TOO_LARGE
		: ACO_PUSH_DONE;
}

aco_push_result aco_stream_clear_id(aco_stream *stream, const aco_document *document, uint64_t id_hash)
{
	if (lists_hold(stream->queue, document, id_hash) || lists_hold(stream->run, document, id_hash)) {
		return ACO_PUSH_WAIT;
	}

	for (unsigned route = 0; route < stream->channel->route_count; route++) {
		const aco_batch *open = stream->open[route];

		if (open && aco_batch_holds(open, document->id, document->id_length, id_hash)) {
			return close_open(stream, route) ? ACO_PUSH_WAIT : ACO_PUSH_NO_MEMORY;
		}
	}

	return ACO_PUSH_DONE;
}

aco_push_result aco_stream_push(aco_stream *stream, const aco_document *document, uint64_t id_hash)
{
	bool window_full = stream->unanswered >= stream->settings.window;
	aco_batch **open = &stream->open[document->route];

	assert(document->route < stream->channel->route_count);

	if (*open && !aco_batch_has_room(*open, document->length, stream->settings.max_bytes)) {
		if (window_full) {
			return ACO_PUSH_WAIT;
		}
		if (!close_open(stream, document->route)) {
			return ACO_PUSH_NO_MEMORY;
		}

		window_full = stream->unanswered >= stream->settings.window;
	}

	if (!*open && !(*open = new_batch(stream, document->route))) {
		return ACO_PUSH_NO_MEMORY;
	}
	if (!aco_batch_add(*open, document, id_hash)) {
		return ACO_PUSH_NO_MEMORY;
	}

	/* A full batch is closed at once rather than with the next document. */
	if ((*open)->count == stream->channel->batch_limit && !window_full && !close_open(stream, document->route)) {
		return ACO_PUSH_NO_MEMORY;
	}

	return ACO_PUSH_DONE;
}

bool aco_stream_flush(aco_stream *stream)
{
	for (unsigned route = 0; route < stream->channel->route_count; route++) {
		if (!close_open(stream, route)) {
			return false;
		}
	}
	return true;
}

bool aco_stream_busy(const aco_stream *stream)
{
	return stream->unanswered > 0;
}

static size_t count_items(const aco_batch *batch)
{
	size_t count = 0;

	for (; batch; batch = batch->next) {
		count += batch->count;
	}
	return count;
}

static size_t count_reported(const aco_stream *stream)
{
	size_t count = 0;

	for (const aco_report *report = stream->reports; report; report = report->next) {
		count += report->count;
	}
	return count;
}

size_t aco_stream_pending(const aco_stream *stream)
{
	size_t count = count_reported(stream) + count_items(stream->queue) + count_items(stream->run);

	for (unsigned route = 0; route < stream->channel->route_count; route++) {
		count += count_items(stream->open[route]);
	}
	return count;
}

static void tell_unsent(const aco_batch *batch, void (*tell)(void *target, int64_t position), void *target)
{
	for (; batch; batch = batch->next) {
		for (size_t i = 0; !batch->sent && i < batch->count; i++) {
			tell(target, batch->items[i].position);
		}
	}
}

void aco_stream_unsent(const aco_stream *stream, void (*tell)(void *target, int64_t position), void *target)
{
	tell_unsent(stream->queue, tell, target);
	for (unsigned route = 0; route < stream->channel->route_count; route++) {
		tell_unsent(stream->open[route], tell, target);
	}
}

bool aco_stream_has_report(const aco_stream *stream)
{
	return stream->reports != NULL;
}

aco_report *aco_stream_take_report(aco_stream *stream)
{
	aco_report *report = stream->reports;

	if (report) {
		stream->reports = report->next;
		if (!stream->reports) {
			stream->last_report = &stream->reports;
		}
	}
	return report;
}

const char *aco_report_message(const aco_report *report, const aco_item *item)
{
	if (item->message) {
		return item->message;
	}
	return report->status == ACO_STATUS_DELIVERED ? "" : report->cause.message;
}

void aco_report_free(aco_report *report)
{
	if (report) {
		aco_items_free(report->items, report->count);
		free(report);
	}
}

bool aco_stream_lost_track(const aco_stream *stream)
{
	return stream->lost_track;
}

const aco_error *aco_stream_cause(const aco_stream *stream)
{
	return stream->stopped ? &stream->cause : NULL;
}

static int64_t due_ms_of(const aco_stream *stream, const aco_batch *batch)
{
	bool held = stream->breaker.state == ACO_BREAKER_HALF_OPEN && batch->hold_until_ms > batch->due_ms;

	return held ? batch->hold_until_ms : batch->due_ms;
}

aco_batch *aco_stream_due_batch(aco_stream *stream, int64_t now_ms, int64_t *due_ms)
{
	int64_t resume_ms = aco_breaker_resume_ms(&stream->breaker);

	*due_ms = INT64_MAX;
	for (aco_batch *batch = stream->queue; batch && resume_ms != INT64_MAX; batch = batch->next) {
		int64_t batch_due_ms = due_ms_of(stream, batch);

		if (resume_ms > batch_due_ms) {
			batch_due_ms = resume_ms;
		}
		if (batch_due_ms <= now_ms) {
			return batch;
		}
		if (batch_due_ms < *due_ms) {
			*due_ms = batch_due_ms;
		}
	}

	return NULL;
}

void aco_stream_begin_batch(aco_stream *stream, aco_batch *batch)
{
	take_out(stream, batch);
	append_batch(&stream->run, batch);
	batch->sent = true;
}

void aco_stream_return_batch(aco_stream *stream, aco_batch *batch, bool at_once)
{
	take_out(stream, batch);
	if (at_once) {
		batch->next = stream->queue;
		stream->queue = batch;
	} else {
		append_batch(&stream->queue, batch);
	}
}

void aco_stream_add_batch(aco_stream *stream, aco_batch *batch)
{
	stream->unanswered++;
	batch->next = stream->queue;
	stream->queue = batch;
}

void aco_stream_report(aco_stream *stream, int status, aco_item *items, size_t count, const aco_http_response *response,
	const aco_error *cause)
{
	aco_report *report = calloc(1, sizeof(*report));

	if (!report) {
		stream->lost_track = true;
		aco_items_free(items, count);
		return;
	}

	report->status = status;
	report->items = items;
	report->count = count;

	if (response) {
		report->http_status = response->status;
		report->seconds = response->seconds;
		memcpy(report->request_id, response->request_id, sizeof(report->request_id));
	}

	if (cause) {
		report->cause = *cause;
	}

	*stream->last_report = report;
	stream->last_report = &report->next;
}

void aco_stream_settle(
	aco_stream *stream, aco_batch *batch, int status, const aco_http_response *response, const aco_error *cause)
{
	take_out(stream, batch);

	for (size_t i = 0; i < batch->count; i++) {
		batch->items[i].status = status;
	}

	if (batch->count > 0) {
		aco_stream_report(stream, status, batch->items, batch->count, response, cause);
		batch->items = NULL;
		batch->count = 0;
	}

	assert(stream->unanswered > 0);
	stream->unanswered--;
	keep_spare(stream, batch);
}

void aco_stream_stop(aco_stream *stream, const aco_error *cause)
{
	if (!stream->stopped) {
		stream->stopped = true;
		stream->cause = *cause;
	}
	while (stream->queue) {
		aco_stream_settle(stream, stream->queue, ACO_STATUS_RETRYABLE, NULL, &stream->cause);
	}
}
