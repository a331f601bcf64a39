#include "src/php/sending.h"

#include "src/php/exceptions.h"
#include "src/php/log.h"
#include "src/php/wait.h"
#include "src/core/engine/service.h"

/* Between batches the network is looked after once in so many items. */
#define ITEMS_PER_STEP 32

bool php_aco_sending_begin(php_aco_sending *sending, aco_engine *engine, const aco_channel *channel, zval *on_batch, zval *logger)
{
	sending->channel = channel;
	sending->stream = channel ? aco_stream_new(engine, channel) : NULL;
	if (!sending->stream) {
		php_aco_throw_memory();
		return false;
	}
	sending->engine = aco_engine_retain(engine);
	sending->make_report = php_aco_report_make;
	if (on_batch) {
		ZVAL_COPY(&sending->on_batch, on_batch);
	} else {
		ZVAL_NULL(&sending->on_batch);
	}
	ZVAL_COPY(&sending->logger, logger);
	array_init(&sending->failed_items);
	array_init(&sending->superseded);
	array_init(&sending->request_ids);
	return true;
}

void php_aco_sending_close(php_aco_sending *sending, php_aco_remains *remains)
{
	if (!sending->engine) {
		return;
	}
	aco_stream_free(sending->stream);
	aco_engine_release(sending->engine);

	php_aco_remains_take(remains, &sending->on_batch);
	php_aco_remains_take(remains, &sending->logger);

	/* Lists of numbers and texts. */
	zval_ptr_dtor(&sending->failed_items);
	zval_ptr_dtor(&sending->superseded);
	zval_ptr_dtor(&sending->request_ids);
	if (sending->reason) {
		zend_string_release(sending->reason);
	}
	memset(sending, 0, sizeof(*sending));
	sending->closed = true;
}

void php_aco_sending_add_gc(php_aco_sending *sending, zend_get_gc_buffer *buffer)
{
	if (sending->engine) {
		zend_get_gc_buffer_add_zval(buffer, &sending->on_batch);
		zend_get_gc_buffer_add_zval(buffer, &sending->logger);
	}
}

size_t php_aco_sending_pending(const php_aco_sending *sending)
{
	return sending->engine ? aco_stream_pending(sending->stream) : 0;
}

bool php_aco_sending_check_stream(const php_aco_sending *sending, const char *origin)
{
	if (!sending->engine) {
		if (sending->closed) {
			php_aco_throw_argument("the stream is finished; open another one");
		} else {
			php_aco_throw_argument("a stream comes from %s", origin);
		}
		return false;
	}
	if (aco_engine_is_inherited(sending->engine)) {
		php_aco_throw_argument("the stream belongs to the parent process; open one of your own");
		return false;
	}
	return true;
}

void php_aco_sending_tell_loss(php_aco_sending *sending)
{
	size_t pending = php_aco_sending_pending(sending);
	php_aco_pending_exception pending_exception;
	zend_string *message;
	zval context;

	if (pending == 0 || Z_TYPE(sending->logger) == IS_NULL || aco_engine_is_inherited(sending->engine)) {
		return;
	}
	php_aco_exception_put_aside(&pending_exception);
	array_init(&context);
	add_assoc_string(&context, sending->channel->service->channel_label, sending->channel->name);
	add_assoc_long(&context, "items", (zend_long) pending);
	message = zend_strpprintf(0, "%s: stream destroyed before finish(), %zu items without an answer", sending->channel->name, pending);
	/* The logger may have found the stream by a weak reference. */
	php_aco_guard_enter(&sending->guard);
	php_aco_log(&sending->logger, "warning", message, &context);
	php_aco_guard_leave(&sending->guard);
	zend_string_release(message);
	php_aco_exception_put_back(&pending_exception);
}

static void add_failed(php_aco_sending *sending, zend_long position, int status, zend_string *message, const char *field)
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
	zend_hash_index_update(Z_ARRVAL(sending->failed_items), (zend_ulong) position, &entry);
	if (status == ACO_STATUS_REJECTED) {
		sending->rejected++;
	} else {
		sending->retryable++;
	}
}

static void note_reason(php_aco_sending *sending, const char *reason)
{
	if (!sending->reason) {
		sending->reason = zend_string_init(reason, strlen(reason), false);
	}
}

static bool log_report(php_aco_sending *sending, const aco_report *report)
{
	const char *level = "warning";
	zend_string *message;
	zval context;

	if (Z_TYPE(sending->logger) == IS_NULL) {
		return true;
	}
	array_init(&context);
	add_assoc_string(&context, sending->channel->service->channel_label, sending->channel->name);
	add_assoc_long(&context, "items", (zend_long) report->count);
	add_assoc_long(&context, "status", report->status);
	add_assoc_long(&context, "httpStatus", report->http_status);
	add_assoc_string(&context, "requestId", report->request_id);
	add_assoc_double(&context, "seconds", report->seconds);
	if (report->status == ACO_STATUS_DELIVERED) {
		level = "debug";
		message = zend_strpprintf(0, "%s: %zu items delivered", sending->channel->name, report->count);
	} else if (report->status == 0) {
		level = "notice";
		message = zend_strpprintf(0, "%s: %s", sending->channel->name, report->cause.message);
	} else if (report->status == ACO_STATUS_REJECTED) {
		message = zend_strpprintf(0, "%s: %zu items rejected", sending->channel->name, report->count);
	} else {
		message = zend_strpprintf(0, "%s: %zu items to be sent again: %s", sending->channel->name, report->count, report->cause.message);
	}
	php_aco_log(&sending->logger, level, message, &context);
	zend_string_release(message);
	return !EG(exception);
}

static bool is_deleting(const php_aco_sending *sending, const aco_item *item)
{
	return sending->channel->deleting >> item->route & 1;
}

static void count_delivered(php_aco_sending *sending, const aco_report *report)
{
	for (size_t i = 0; i < report->count; i++) {
		if (is_deleting(sending, &report->items[i])) {
			sending->deleted++;
		} else {
			sending->accepted++;
		}
	}
}

static void remember_retryable(php_aco_sending *sending, const aco_item *item)
{
	zval *positions = zend_hash_str_find(Z_ARRVAL(sending->superseded), item->id, strlen(item->id)), list;

	if (!positions) {
		array_init_size(&list, 1);
		positions = zend_hash_str_update(Z_ARRVAL(sending->superseded), item->id, strlen(item->id), &list);
	}
	add_next_index_long(positions, (zend_long) item->position);
}

/* Earlier documents of the item's id that are to be sent again: sent after it, they would put back what it replaced. */
static void settle_superseded(php_aco_sending *sending, const aco_report *report, const aco_item *item)
{
	zval *positions = zend_hash_str_find(Z_ARRVAL(sending->superseded), item->id, strlen(item->id)), *position;
	zend_string *message;

	if (!positions) {
		return;
	}
	message = zend_string_init(aco_report_message(report, item), strlen(aco_report_message(report, item)), false);
	ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(positions), position) {
		sending->retryable--;
		if (report->status == ACO_STATUS_REJECTED) {
			add_failed(sending, Z_LVAL_P(position), report->status, message, item->field);
			continue;
		}
		zend_hash_index_del(Z_ARRVAL(sending->failed_items), (zend_ulong) Z_LVAL_P(position));
		if (is_deleting(sending, item)) {
			sending->deleted++;
		} else {
			sending->accepted++;
		}
	} ZEND_HASH_FOREACH_END();
	zend_string_release(message);
	zend_hash_str_del(Z_ARRVAL(sending->superseded), item->id, strlen(item->id));
	if (sending->retryable == 0 && sending->reason) {
		zend_string_release(sending->reason);
		sending->reason = NULL;
	}
}

static void note_superseded(php_aco_sending *sending, const aco_report *report)
{
	for (size_t i = 0; i < report->count; i++) {
		if (report->status == ACO_STATUS_RETRYABLE) {
			remember_retryable(sending, &report->items[i]);
		} else if (zend_hash_num_elements(Z_ARRVAL(sending->superseded)) > 0) {
			settle_superseded(sending, report, &report->items[i]);
		}
	}
}

static void record_failures(php_aco_sending *sending, const aco_report *report)
{
	zend_string *cause = zend_string_init(report->cause.message, strlen(report->cause.message), false);

	for (size_t i = 0; i < report->count; i++) {
		const aco_item *item = &report->items[i];

		if (item->message) {
			zend_string *message = zend_string_init(item->message, strlen(item->message), false);
			add_failed(sending, (zend_long) item->position, report->status, message, item->field);
			zend_string_release(message);
		} else {
			add_failed(sending, (zend_long) item->position, report->status, cause, NULL);
		}
	}
	if (report->status == ACO_STATUS_RETRYABLE) {
		note_reason(sending, report->cause.message);
	}
	zend_string_release(cause);
}

static bool call_on_batch(php_aco_sending *sending, const aco_report *report)
{
	zval on_batch, batch, result;

	if (Z_TYPE(sending->on_batch) == IS_NULL) {
		return true;
	}
	sending->make_report(&batch, sending, report);
	ZVAL_COPY(&on_batch, &sending->on_batch);
	ZVAL_UNDEF(&result);
	call_user_function(NULL, NULL, &on_batch, &result, 1, &batch);
	zval_ptr_dtor(&result);
	zval_ptr_dtor(&batch);
	zval_ptr_dtor(&on_batch);
	return !EG(exception);
}

static bool deliver(php_aco_sending *sending, const aco_report *report)
{
	if (report->status == ACO_STATUS_DELIVERED) {
		count_delivered(sending, report);
	} else if (report->status != 0) {
		record_failures(sending, report);
	}
	note_superseded(sending, report);
	if (report->request_id[0]) {
		add_next_index_string(&sending->request_ids, report->request_id);
	}
	return log_report(sending, report) && (report->status == 0 || call_on_batch(sending, report));
}

/* Hands the answers that are in to PHP. */
static bool deliver_reports(php_aco_sending *sending)
{
	aco_report *report;
	volatile bool delivered = true;

	while (delivered && (report = aco_stream_take_report(sending->stream))) {
		aco_report *volatile taken = report;

		/* exit() in a callback must not leak the report. */
		zend_try {
			delivered = deliver(sending, taken);
		} zend_catch {
			aco_report_free(taken);
			zend_bailout();
		} zend_end_try();
		aco_report_free(taken);
	}
	return delivered;
}

/* What the engine has to say beside its answers. */
static bool log_notice(php_aco_sending *sending)
{
	char notice[ACO_NOTICE_SIZE];
	zend_string *message;
	zval context;

	if (!aco_engine_take_notice(sending->engine, notice, sizeof(notice)) || Z_TYPE(sending->logger) == IS_NULL) {
		return true;
	}
	array_init(&context);
	message = zend_string_init(notice, strlen(notice), false);
	php_aco_log(&sending->logger, "warning", message, &context);
	zend_string_release(message);
	return !EG(exception);
}

static bool step(php_aco_sending *sending, int wait_ms)
{
	if (aco_engine_is_inherited(sending->engine)) {
		php_aco_throw_argument("the submission belongs to the parent process: a forked child starts its own");
		return false;
	}
	aco_engine_step(sending->engine, wait_ms);
	return log_notice(sending) && deliver_reports(sending) && php_aco_handle_interrupt();
}

/* Answers that a step for another stream brought are delivered instead of waiting. */
static bool wait(php_aco_sending *sending)
{
	return aco_stream_has_report(sending->stream) ? deliver_reports(sending) : step(sending, PHP_ACO_WAIT_SLICE_MS);
}

void php_aco_sending_refuse(php_aco_sending *sending, zend_long position, int status, zend_string *message, const char *field)
{
	add_failed(sending, position, status, message, field);
	zend_string_release(message);
}

static zend_string *too_large(const php_aco_sending *sending, const aco_document *document)
{
	size_t limit = sending->channel->max_bytes;

	return limit > 0 && aco_channel_body_length(sending->channel, document->length) > limit
		? zend_strpprintf(0, "the body has %zu bytes, more than %s takes in one request (%zu)", document->length, sending->channel->service->name, limit)
		: zend_strpprintf(0, "the body has %zu bytes, more than a request may have (maxRequestBytes)", document->length);
}

bool php_aco_sending_push_document(php_aco_sending *sending, const aco_document *document)
{
	const char *cause;

	for (;;) {
		switch (aco_stream_push(sending->stream, document)) {
			case ACO_PUSH_DONE:
				return true;
			case ACO_PUSH_WAIT:
				if (!wait(sending)) {
					return false;
				}
				break;
			case ACO_PUSH_TOO_LARGE:
				php_aco_sending_refuse(sending, document->position, ACO_STATUS_REJECTED, too_large(sending, document), NULL);
				return true;
			case ACO_PUSH_STOPPED:
				cause = aco_stream_cause(sending->stream)->message;
				note_reason(sending, cause);
				php_aco_sending_refuse(sending, document->position, ACO_STATUS_RETRYABLE, zend_string_init(cause, strlen(cause), false), NULL);
				return true;
			default:
				php_aco_throw_memory();
				return false;
		}
	}
}

bool php_aco_sending_tick(php_aco_sending *sending, zend_long position)
{
	return position % ITEMS_PER_STEP != 0 || step(sending, 0);
}

bool php_aco_sending_flush(php_aco_sending *sending)
{
	if (!aco_stream_flush(sending->stream)) {
		php_aco_throw_memory();
		return false;
	}
	return true;
}

bool php_aco_sending_drain(php_aco_sending *sending)
{
	if (!php_aco_sending_flush(sending)) {
		return false;
	}
	while (aco_stream_busy(sending->stream)) {
		if (!wait(sending)) {
			return false;
		}
	}
	if (!deliver_reports(sending)) {
		return false;
	}
	if (aco_stream_lost_track(sending->stream)) {
		php_aco_throw_memory();
		return false;
	}
	return true;
}

/* A call that waits may be one of another fiber, which would go on with a stream that is closed. */
static bool check_alone(const php_aco_sending *sending)
{
	if (php_aco_guard_is_taken(&sending->guard)) {
		php_aco_throw_argument("a stream cannot be finished by its own callback, nor while another call to it waits");
		return false;
	}
	return true;
}

bool php_aco_sending_finish(php_aco_sending *sending, zval *submission)
{
	bool drained;

	if (!check_alone(sending)) {
		return false;
	}
	php_aco_guard_enter(&sending->guard);
	drained = php_aco_sending_drain(sending);
	php_aco_guard_leave(&sending->guard);
	if (!drained || !check_alone(sending)) {
		return false;
	}
	php_aco_submission_make(submission, sending);
	return true;
}
