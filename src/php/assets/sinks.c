/* SPDX-License-Identifier: MIT */
#include "src/php/assets/sinks.h"

#include "src/core/base/digest.h"
#include "src/php/exceptions.h"
#include "src/php/for_each.h"

bool php_aco_assets_sink_begin(php_aco_assets_sink *sink, const zend_object *object, zend_object *connection,
	zend_object *delivery, zend_object *limits, zval *logger)
{
	if (!php_aco_assets_delivery_origin(delivery)
		|| !php_aco_service_client_begin(&sink->service, object, connection, limits, logger)) {
		return false;
	}
	ZVAL_OBJ_COPY(&sink->delivery, delivery);
	return true;
}

static void close_applying(php_aco_assets_applying *applying)
{
	php_aco_run_close(&applying->run, &applying->remains);
	php_aco_remains_take(&applying->remains, &applying->taking_away);
	aco_buf_free(&applying->json.buf);
}

static void free_applying(php_aco_assets_applying *applying)
{
	php_aco_remains_release(&applying->remains);
	efree(applying);
}

static void end_applying(php_aco_assets_sink *sink, php_aco_assets_applying *applying)
{
	php_aco_assets_applying **link = &sink->applying;

	/* In any order: calls from several fibers are not nested. */
	while (*link != applying) {
		link = &(*link)->next;
	}
	*link = applying->next;
	close_applying(applying);
	free_applying(applying);
}

void php_aco_assets_sink_free(php_aco_assets_sink *sink, zend_object *object)
{
	php_aco_assets_applying *applying = sink->applying, *next;
	php_aco_remains remains = {0};

	sink->applying = NULL;

	for (next = applying; next; next = next->next) {
		close_applying(next);
	}

	php_aco_service_client_close(&sink->service, &remains);
	php_aco_remains_take(&remains, &sink->delivery);

	zend_object_std_dtor(object);

	for (; applying; applying = next) {
		next = applying->next;
		free_applying(applying);
	}

	php_aco_remains_release(&remains);
}

void php_aco_assets_sink_add_gc(php_aco_assets_sink *sink, zend_get_gc_buffer *buffer)
{
	php_aco_service_client_add_gc(&sink->service, buffer);
	zend_get_gc_buffer_add_zval(buffer, &sink->delivery);
	for (php_aco_assets_applying *applying = sink->applying; applying; applying = applying->next) {
		php_aco_run_add_gc(&applying->run, buffer);
	}
}

static bool push_change(void *context, zval *change)
{
	php_aco_assets_applying *applying = context;
	zend_long position = applying->run.next_position++;
	zend_object *object;
	bool pushed;

	ZVAL_DEREF(change);

	if (Z_TYPE_P(change) != IS_OBJECT
		|| (Z_OBJCE_P(change) != php_aco_assets_asset_change_ce
			&& Z_OBJCE_P(change) != php_aco_assets_product_change_ce)) {
		php_aco_throw_argument("change " ZEND_LONG_FMT " must be an Aco\\Assets\\AssetChange or ProductChange, %s given",
			position, zend_zval_type_name(change));
		return false;
	}

	object = Z_OBJ_P(change);
	if (!php_aco_values_check(object)) {
		return false;
	}

	/* A callback that runs while this waits may drop the caller's reference. */
	GC_ADDREF(object);
	pushed = applying->sink->push(applying, object, position);
	OBJ_RELEASE(object);

	return pushed && php_aco_run_tick(&applying->run, position);
}

/* Requests were counted on the way; the result counts changes. */
static void count_changes(php_aco_assets_applying *applying)
{
	php_aco_run *run = &applying->run;
	zval *failure;

	run->accepted = run->deleted = run->rejected = run->retryable = 0;
	for (zend_long position = 0; position < run->next_position; position++) {
		if ((failure = zend_hash_index_find(Z_ARRVAL(run->failed_items), (zend_ulong) position))) {
			zval *status = zend_hash_str_find(Z_ARRVAL_P(failure), "status", strlen("status"));

			if (Z_LVAL_P(status) == ACO_STATUS_REJECTED) {
				run->rejected++;
			} else {
				run->retryable++;
			}
		} else if (zend_hash_index_exists(Z_ARRVAL(applying->taking_away), (zend_ulong) position)) {
			run->deleted++;
		} else {
			run->accepted++;
		}
	}
}

void php_aco_assets_sink_apply(
	php_aco_assets_sink *sink, const zend_object *object, zval *changes, zend_fcall_info *on_batch, zval *submission)
{
	php_aco_assets_applying *applying;

	if (!php_aco_service_client_ready(&sink->service, object)) {
		return;
	}

	applying = ecalloc(1, sizeof(*applying));
	applying->sink = sink;
	array_init(&applying->taking_away);
	applying->next = sink->applying;
	sink->applying = applying;
	if (php_aco_run_begin(&applying->run, sink->service.engine, aco_engine_channel(sink->service.engine, sink->channel),
			ZEND_FCI_INITIALIZED(*on_batch) ? &on_batch->function_name : NULL, &sink->service.logger)
			&& php_aco_for_each(changes, push_change, applying) && php_aco_run_drain(&applying->run)) {
		count_changes(applying);
		php_aco_submission_make(submission, &applying->run);
	}

	end_applying(sink, applying);
}

aco_json *php_aco_assets_sink_write(php_aco_assets_applying *applying)
{
	applying->json.buf.length = 0;
	applying->json.replaced = 0;
	aco_json_begin_object(&applying->json);
	return &applying->json;
}

const char *php_aco_assets_sink_origin(const php_aco_assets_applying *applying)
{
	return php_aco_assets_delivery_origin(Z_OBJ(applying->sink->delivery));
}

bool php_aco_assets_sink_push(
	php_aco_assets_applying *applying, zend_long position, unsigned route, const char *kind, zend_string *subject)
{
	aco_json *json = &applying->json;
	char id[ACO_SHA1_HEX + 2];
	zend_string *body;
	aco_document document = {.position = position, .id = id, .id_length = sizeof(id) - 1, .route = route};
	bool pushed;

	if (json->buf.failed) {
		php_aco_throw_memory();
		return false;
	}

	id[0] = kind[0];
	aco_digest_sha1_hex(ZSTR_VAL(subject), ZSTR_LEN(subject), id + 1);

	/* Callbacks that run while this waits may apply changes themselves. */
	body = zend_string_init(json->buf.data, json->buf.length, false);
	document.json = ZSTR_VAL(body);
	document.length = ZSTR_LEN(body);
	pushed = php_aco_run_push_document(&applying->run, &document);
	zend_string_release(body);

	return pushed;
}
