/* SPDX-License-Identifier: MIT */
#include "src/php/run.h"

#include "src/php/callback.h"
#include "src/php/exceptions.h"
#include "src/php/log.h"
#include "src/php/permit.h"
#include "src/php/shared_store.h"
#include "src/php/wait.h"
#include "src/core/engine/service.h"

/* Between batches, the network is serviced once per this many items. */
#define ITEMS_PER_STEP 32

bool php_aco_run_begin(php_aco_run *run, aco_engine *engine, const aco_channel *channel, zval *on_batch, zval *logger)
{
	zval kept = {0};

	ZVAL_NULL(&kept);
	if (on_batch && !php_aco_callback_keep(&kept, on_batch)) {
		return false;
	}

	run->channel = channel;
	run->stream = channel ? aco_engine_open(engine, channel) : NULL;
	if (!run->stream) {
		zval_ptr_dtor(&kept);
		php_aco_throw_memory();
		return false;
	}

	run->engine = aco_engine_retain(engine);
	run->make_report = php_aco_report_make;
	ZVAL_COPY_VALUE(&run->on_batch, &kept);
	ZVAL_COPY(&run->logger, logger);

	if (aco_engine_store(engine)) {
		ZVAL_OBJ_COPY(&run->store, aco_engine_store(engine));
	} else {
		ZVAL_NULL(&run->store);
	}

	array_init(&run->failed_items);
	array_init(&run->superseded);
	array_init(&run->request_ids);

	return true;
}

void php_aco_run_close(php_aco_run *run, php_aco_remains *remains)
{
	if (!run->engine) {
		return;
	}

	aco_engine_close(run->engine, run->stream);
	aco_engine_release(run->engine);

	php_aco_remains_take(remains, &run->on_batch);
	php_aco_remains_take(remains, &run->logger);
	php_aco_remains_take(remains, &run->store);

	/* Lists of numbers and strings. */
	zval_ptr_dtor(&run->failed_items);
	zval_ptr_dtor(&run->superseded);
	zval_ptr_dtor(&run->request_ids);
	if (run->reason) {
		zend_string_release(run->reason);
	}

	memset(run, 0, sizeof(*run));
	run->closed = true;
}

void php_aco_run_add_gc(php_aco_run *run, zend_get_gc_buffer *buffer)
{
	if (run->engine) {
		zend_get_gc_buffer_add_zval(buffer, &run->on_batch);
		zend_get_gc_buffer_add_zval(buffer, &run->logger);
		zend_get_gc_buffer_add_zval(buffer, &run->store);
	}
}

bool php_aco_run_is_stopped(const php_aco_run *run)
{
	return run->stream && aco_stream_cause(run->stream);
}

size_t php_aco_run_pending(const php_aco_run *run)
{
	return run->engine ? aco_stream_pending(run->stream) : 0;
}

bool php_aco_run_check_stream(const php_aco_run *run, const char *origin)
{
	if (!run->engine) {
		if (run->closed) {
			php_aco_throw_argument("the stream is finished; open another one");
		} else {
			php_aco_throw_argument("a stream comes from %s", origin);
		}

		return false;
	}

	if (aco_engine_is_inherited(run->engine)) {
		php_aco_throw_argument("the stream belongs to the parent process; open one of your own");
		return false;
	}

	return true;
}

void php_aco_run_log_loss(php_aco_run *run)
{
	size_t pending = php_aco_run_pending(run);
	php_aco_pending_exception pending_exception;
	zend_string *message;
	zval context;

	if (pending == 0 || Z_TYPE(run->logger) == IS_NULL || aco_engine_is_inherited(run->engine)) {
		return;
	}

	php_aco_exception_put_aside(&pending_exception);
	array_init(&context);
	add_assoc_string(&context, run->channel->service->channel_label, run->channel->name);
	add_assoc_long(&context, "items", (zend_long) pending);
	message = zend_strpprintf(0, "%s: stream destroyed before finish(), %zu items without a response",
		run->channel->name, pending);

	/* The logger may have found the stream through a weak reference. */
	php_aco_guard_enter(&run->guard);
	php_aco_log(&run->logger, "warning", message, &context);
	php_aco_guard_leave(&run->guard);
	zend_string_release(message);
	php_aco_exception_put_back(&pending_exception);
}

static void add_failed(php_aco_run *run, zend_long position, int status, zend_string *message, const char *field)
{
	zval entry;

	array_init_size(&entry, 3);
	add_assoc_str(&entry, "message", zend_string_copy(message));
	add_assoc_long(&entry, "status", status);

	if (field && *field) {
		add_assoc_string(&entry, "field", field);
	} else {
		add_assoc_null(&entry, "field");
	}

	zend_hash_index_update(Z_ARRVAL(run->failed_items), (zend_ulong) position, &entry);

	if (status == ACO_STATUS_REJECTED) {
		run->rejected++;
	} else {
		run->retryable++;
	}
}

static void note_reason(php_aco_run *run, const char *reason)
{
	if (!run->reason) {
		run->reason = zend_string_init(reason, strlen(reason), false);
	}
}

static bool log_report(php_aco_run *run, const aco_report *report)
{
	const char *level = "warning";
	zend_string *message;
	zval context;

	if (Z_TYPE(run->logger) == IS_NULL) {
		return true;
	}

	array_init(&context);
	add_assoc_string(&context, run->channel->service->channel_label, run->channel->name);
	add_assoc_long(&context, "items", (zend_long) report->count);
	add_assoc_long(&context, "status", report->status);
	add_assoc_long(&context, "httpStatus", report->http_status);
	add_assoc_string(&context, "requestId", report->request_id);
	add_assoc_double(&context, "seconds", report->seconds);

	if (report->status == ACO_STATUS_DELIVERED) {
		level = "debug";
		message = zend_strpprintf(0, "%s: %zu items delivered", run->channel->name, report->count);
	} else if (report->status == 0) {
		level = "notice";
		message = zend_strpprintf(0, "%s: %s", run->channel->name, report->cause.message);
	} else if (report->status == ACO_STATUS_REJECTED) {
		message = zend_strpprintf(0, "%s: %zu items rejected", run->channel->name, report->count);
	} else {
		message = zend_strpprintf(0, "%s: %zu items to be sent again: %s", run->channel->name, report->count,
			report->cause.message);
	}

	php_aco_log(&run->logger, level, message, &context);
	zend_string_release(message);
	return !EG(exception);
}

static bool is_deleting(const php_aco_run *run, const aco_item *item)
{
	return run->channel->deleting >> item->route & 1;
}

static void count_delivered(php_aco_run *run, const aco_report *report)
{
	for (size_t i = 0; i < report->count; i++) {
		if (is_deleting(run, &report->items[i])) {
			run->deleted++;
		} else {
			run->accepted++;
		}
	}
}

static void remember_retryable(php_aco_run *run, const aco_item *item)
{
	zval *positions = zend_hash_str_find(Z_ARRVAL(run->superseded), item->id, strlen(item->id)), list;

	if (!positions) {
		array_init_size(&list, 1);
		positions = zend_hash_str_update(Z_ARRVAL(run->superseded), item->id, strlen(item->id), &list);
	}
	add_next_index_long(positions, (zend_long) item->position);
}

/*
 * Earlier documents of the item's id that are retryable: if they were sent
 * after it, they would undo the later change.
 */
static void settle_superseded(php_aco_run *run, const aco_report *report, const aco_item *item)
{
	zval *positions = zend_hash_str_find(Z_ARRVAL(run->superseded), item->id, strlen(item->id)), *position;
	zend_string *message;

	/* A part does not make up for a whole document that was not delivered, nor for another part. */
	if (!positions || run->channel->patching >> item->route & 1) {
		return;
	}

	message = zend_string_init(aco_report_message(report, item), strlen(aco_report_message(report, item)), false);

	ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(positions), position) {
		run->retryable--;

		if (report->status == ACO_STATUS_REJECTED) {
			add_failed(run, Z_LVAL_P(position), report->status, message, item->field);
			continue;
		}

		zend_hash_index_del(Z_ARRVAL(run->failed_items), (zend_ulong) Z_LVAL_P(position));

		if (is_deleting(run, item)) {
			run->deleted++;
		} else {
			run->accepted++;
		}
	} ZEND_HASH_FOREACH_END();

	zend_string_release(message);
	zend_hash_str_del(Z_ARRVAL(run->superseded), item->id, strlen(item->id));

	if (run->retryable == 0 && run->reason) {
		zend_string_release(run->reason);
		run->reason = NULL;
	}
}

static void note_superseded(php_aco_run *run, const aco_report *report)
{
	for (size_t i = 0; i < report->count; i++) {
		if (report->status == ACO_STATUS_RETRYABLE) {
			remember_retryable(run, &report->items[i]);
		} else if (zend_hash_num_elements(Z_ARRVAL(run->superseded)) > 0) {
			settle_superseded(run, report, &report->items[i]);
		}
	}
}

static void record_failures(php_aco_run *run, const aco_report *report)
{
	zend_string *cause = zend_string_init(report->cause.message, strlen(report->cause.message), false);

	for (size_t i = 0; i < report->count; i++) {
		const aco_item *item = &report->items[i];

		if (item->message) {
			zend_string *message = zend_string_init(item->message, strlen(item->message), false);
			add_failed(run, (zend_long) item->position, report->status, message, item->field);
			zend_string_release(message);
		} else {
			add_failed(run, (zend_long) item->position, report->status, cause, NULL);
		}
	}

	if (report->status == ACO_STATUS_RETRYABLE) {
		note_reason(run, report->cause.message);
	}

	zend_string_release(cause);
}

static bool call_on_batch(php_aco_run *run, const aco_report *report)
{
	zval on_batch, batch, result;

	if (Z_TYPE(run->on_batch) == IS_NULL) {
		return true;
	}

	run->make_report(&batch, run, report);
	ZVAL_COPY(&on_batch, &run->on_batch);
	ZVAL_UNDEF(&result);
	call_user_function(NULL, NULL, &on_batch, &result, 1, &batch);
	zval_ptr_dtor(&result);
	zval_ptr_dtor(&batch);
	zval_ptr_dtor(&on_batch);

	return !EG(exception);
}

static bool php_aco_run_deliver(php_aco_run *run, const aco_report *report)
{
	if (report->status == ACO_STATUS_DELIVERED) {
		count_delivered(run, report);
	} else if (report->status != 0) {
		record_failures(run, report);
	}
	note_superseded(run, report);
	if (report->request_id[0]) {
		add_next_index_string(&run->request_ids, report->request_id);
	}
	return log_report(run, report) && (report->status == 0 || call_on_batch(run, report));
}

/* Hands the responses that have arrived to PHP. */
static bool deliver_reports(php_aco_run *run)
{
	aco_report *report;
	volatile bool delivered = true;

	while (delivered && (report = aco_stream_take_report(run->stream))) {
		aco_report *volatile taken = report;

		/* exit() in a callback must not leak the report. */
		zend_try {
			delivered = php_aco_run_deliver(run, taken);
		} zend_catch {
			aco_report_free(taken);
			zend_bailout();
		} zend_end_try();

		aco_report_free(taken);
	}

	return delivered;
}

/* Logs the engine's notices. */
static bool log_notice(php_aco_run *run)
{
	char notice[ACO_NOTICE_SIZE];
	zend_string *message;
	zval context;

	if (!aco_engine_take_notice(run->engine, notice, sizeof(notice)) || Z_TYPE(run->logger) == IS_NULL) {
		return true;
	}

	array_init(&context);
	message = zend_string_init(notice, strlen(notice), false);
	php_aco_log(&run->logger, "warning", message, &context);
	zend_string_release(message);

	return !EG(exception);
}

/* What the engine needs from the store that hosts share, if there is one. */
static bool serve_store(php_aco_run *run)
{
	return Z_TYPE(run->store) != IS_OBJECT || php_aco_shared_store_serve(&run->store, run->engine);
}

static bool php_aco_run_step(php_aco_run *run, int wait_ms)
{
	if (aco_engine_is_inherited(run->engine)) {
		php_aco_throw_argument("the submission belongs to the parent process: a forked child starts its own");
		return false;
	}
	if (aco_engine_is_swapping(run->engine)) {
		php_aco_throw_argument("a client cannot be used while its shared store is being asked");
		return false;
	}

	if (!php_aco_permit_renew(run->engine)) {
		return false;
	}

	aco_engine_step(run->engine, wait_ms);
	return serve_store(run) && log_notice(run) && deliver_reports(run) && php_aco_handle_interrupt();
}

/* Responses that a step for another stream brought are delivered instead of waiting. */
static bool php_aco_run_wait(php_aco_run *run)
{
	return aco_stream_has_report(run->stream) ? deliver_reports(run) : php_aco_run_step(run, PHP_ACO_WAIT_SLICE_MS);
}

void php_aco_run_refuse(php_aco_run *run, zend_long position, int status, zend_string *message, const char *field)
{
	add_failed(run, position, status, message, field);
	zend_string_release(message);
}

static zend_string *too_large(const php_aco_run *run, const aco_document *document)
{
	size_t limit = run->channel->max_bytes;

	return limit > 0 && aco_channel_body_length(run->channel, document->length) > limit
		? zend_strpprintf(0, "the body has %zu bytes, more than %s takes in one request (%zu)", document->length, run->channel->service->name, limit)
		: zend_strpprintf(0, "the body has %zu bytes, more than a request may have (maxRequestBytes)",
			document->length);
}

bool php_aco_run_push_document(php_aco_run *run, const aco_document *document)
{
	const char *cause;

	for (;;) {
		switch (aco_engine_push(run->engine, run->stream, document)) {
			case ACO_PUSH_DONE:
				return true;
			case ACO_PUSH_WAIT:
				if (!php_aco_run_wait(run)) {
					return false;
				}
				break;
			case ACO_PUSH_TOO_LARGE:
				php_aco_run_refuse(run, document->position, ACO_STATUS_REJECTED, too_large(run, document), NULL);

				return true;
			case ACO_PUSH_STOPPED:
				cause = aco_stream_cause(run->stream)->message;
				note_reason(run, cause);
				php_aco_run_refuse(run, document->position, ACO_STATUS_RETRYABLE,
					zend_string_init(cause, strlen(cause), false), NULL);

				return true;
			default:
				php_aco_throw_memory();

				return false;
		}
	}
}

bool php_aco_run_tick(php_aco_run *run, zend_long position)
{
	return position % ITEMS_PER_STEP != 0 || php_aco_run_step(run, 0);
}

bool php_aco_run_flush(php_aco_run *run)
{
	if (!aco_stream_flush(run->stream)) {
		php_aco_throw_memory();
		return false;
	}
	return true;
}

bool php_aco_run_drain(php_aco_run *run)
{
	if (!php_aco_run_flush(run)) {
		return false;
	}

	while (aco_stream_busy(run->stream)) {
		if (!php_aco_run_wait(run)) {
			return false;
		}
	}

	if (!deliver_reports(run)) {
		return false;
	}

	if (aco_stream_lost_track(run->stream)) {
		php_aco_throw_memory();
		return false;
	}

	return true;
}

/* A waiting call may belong to another fiber, which would continue with a closed stream. */
static bool check_alone(const php_aco_run *run)
{
	if (php_aco_guard_is_taken(&run->guard)) {
		php_aco_throw_argument("a stream cannot be finished by its own callback, nor while another call to it waits");
		return false;
	}
	return true;
}

bool php_aco_run_finish(php_aco_run *run, zval *submission)
{
	bool drained;

	if (!check_alone(run)) {
		return false;
	}

	php_aco_guard_enter(&run->guard);
	drained = php_aco_run_drain(run);
	php_aco_guard_leave(&run->guard);
	if (!drained || !check_alone(run)) {
		return false;
	}

	php_aco_submission_make(submission, run);
	return true;
}
