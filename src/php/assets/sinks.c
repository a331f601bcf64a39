/* SPDX-License-Identifier: MIT */
#include "src/php/assets/sinks.h"

#include "src/core/base/digest.h"
#include "src/php/exceptions.h"
#include "src/php/for_each.h"

zend_object *php_aco_assets_sink_create(zend_class_entry *ce, const zend_object_handlers *handlers,
	const php_aco_assets_sink_kind *kind)
{
	zend_object *object = php_aco_object_create(ce, handlers);
	php_aco_assets_sink *sink = php_aco_object_struct(object);

	sink->kind = kind;
	sink->service.make_engine = kind->make_engine;
	return object;
}

bool php_aco_assets_sink_begin(php_aco_assets_sink *sink, const zend_object *object, zend_object *connection,
	zend_object *delivery,
	zend_object *limits, zval *logger)
{
	if (!php_aco_assets_delivery_origin(delivery)
			|| !php_aco_service_client_begin(&sink->service, object, connection, limits, logger)) {
		return false;
	}
	ZVAL_OBJ_COPY(&sink->delivery, delivery);
	return true;
}

static void close_run(php_aco_assets_sink_run *run)
{
	php_aco_run_close(&run->base, &run->remains);
	php_aco_remains_take(&run->remains, &run->removed);
	aco_buf_free(&run->json.buf);
}

static void free_run(php_aco_assets_sink_run *run)
{
	php_aco_remains_release(&run->remains);
	efree(run);
}

static void end_run(php_aco_assets_sink *sink, php_aco_assets_sink_run *run)
{
	php_aco_assets_sink_run **link = &sink->runs;

	/* Not necessarily the first one: calls from several fibers end in any order. */
	while (*link != run) {
		ZEND_ASSERT(*link);
		link = &(*link)->next;
	}
	*link = run->next;
	close_run(run);
	free_run(run);
}

void php_aco_assets_sink_free(php_aco_assets_sink *sink, zend_object *object)
{
	php_aco_assets_sink_run *run = sink->runs, *next;
	php_aco_remains remains = {0};

	sink->runs = NULL;

	for (next = run; next; next = next->next) {
		close_run(next);
	}

	php_aco_service_client_close(&sink->service, &remains);
	php_aco_remains_take(&remains, &sink->delivery);

	zend_object_std_dtor(object);

	for (; run; run = next) {
		next = run->next;
		free_run(run);
	}

	php_aco_remains_release(&remains);
}

static HashTable *php_aco_sinks_get_gc(zend_object *object, zval **table, int *count)
{
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();
	php_aco_assets_sink *sink = php_aco_object_struct(object);

	php_aco_service_client_add_gc(&sink->service, buffer);
	zend_get_gc_buffer_add_zval(buffer, &sink->delivery);
	for (php_aco_assets_sink_run *run = sink->runs; run; run = run->next) {
		php_aco_run_add_gc(&run->base, buffer);
	}
	return php_aco_gc(object, buffer, table, count);
}

void php_aco_assets_sink_register_class(zend_class_entry *ce, zend_object *(*create)(zend_class_entry *),
	zend_object_handlers *handlers,
	size_t offset, zend_object_free_obj_t free_object)
{
	php_aco_object_register(ce, create, handlers, offset, free_object, php_aco_sinks_get_gc);
}

static bool push_change(void *context, zval *change)
{
	php_aco_assets_sink_run *run = context;
	zend_long position = run->base.next_position++;
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

	/* A callback that runs during a wait may drop the caller's reference. */
	GC_ADDREF(object);
	pushed = run->sink->kind->push(run, object, position);
	OBJ_RELEASE(object);

	return pushed && php_aco_run_tick(&run->base, position);
}

/* The run counted requests, while the submission counts changes. */
static void count_changes(php_aco_assets_sink_run *run)
{
	php_aco_run *counts = &run->base;
	zval *failure;

	counts->accepted = counts->deleted = counts->rejected = counts->retryable = 0;

	for (zend_long position = 0; position < counts->next_position; position++) {
		if ((failure = zend_hash_index_find(Z_ARRVAL(counts->failed_items), (zend_ulong) position))) {
			zval *status = zend_hash_str_find(Z_ARRVAL_P(failure), "status", strlen("status"));

			if (Z_LVAL_P(status) == ACO_STATUS_REJECTED) {
				counts->rejected++;
			} else {
				counts->retryable++;
			}
		} else if (zend_hash_index_exists(Z_ARRVAL(run->removed), (zend_ulong) position)) {
			counts->deleted++;
		} else {
			counts->accepted++;
		}
	}
}

static void php_aco_sinks_apply(php_aco_assets_sink *sink, zval *changes, zend_fcall_info *on_batch, zval *submission)
{
	php_aco_assets_sink_run *run = ecalloc(1, sizeof(*run));

	run->sink = sink;
	array_init(&run->removed);
	run->next = sink->runs;
	sink->runs = run;

	if (php_aco_run_begin(&run->base, sink->service.engine,
			aco_engine_channel(sink->service.engine, sink->kind->channel),
			ZEND_FCI_INITIALIZED(*on_batch) ? &on_batch->function_name : NULL, &sink->service.logger)
			&& php_aco_for_each(changes, push_change, run) && php_aco_run_drain(&run->base)) {
		count_changes(run);
		php_aco_submission_make(submission, &run->base);
	}

	end_run(sink, run);
}

PHP_METHOD(Aco_Assets_Sink, apply)
{
	php_aco_assets_sink *sink = php_aco_object_struct(Z_OBJ_P(ZEND_THIS));
	zend_fcall_info on_batch = empty_fcall_info;
	zend_fcall_info_cache cache = empty_fcall_info_cache;
	zval *changes;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_ITERABLE(changes)
		Z_PARAM_OPTIONAL
		Z_PARAM_FUNC_OR_NULL(on_batch, cache)
	ZEND_PARSE_PARAMETERS_END();

	/* Again afterwards: a signal handler that ran meanwhile may have forked, and a child needs an engine of its own. */
	if (!php_aco_service_client_ready(&sink->service, Z_OBJ_P(ZEND_THIS))
			|| (sink->kind->prepare && !sink->kind->prepare(sink))
			|| !php_aco_service_client_ready(&sink->service, Z_OBJ_P(ZEND_THIS))) {
		RETURN_THROWS();
	}

	php_aco_sinks_apply(sink, changes, &on_batch, return_value);
}

PHP_METHOD(Aco_Assets_Sink, stats)
{
	php_aco_assets_sink *sink = php_aco_object_struct(Z_OBJ_P(ZEND_THIS));

	ZEND_PARSE_PARAMETERS_NONE();

	php_aco_service_client_stats(&sink->service, Z_OBJ_P(ZEND_THIS), return_value);
}

aco_json *php_aco_assets_sink_write(php_aco_assets_sink_run *run)
{
	run->json.buf.length = 0;
	run->json.replaced = 0;
	aco_json_begin_object(&run->json);
	return &run->json;
}

const char *php_aco_assets_sink_origin(const php_aco_assets_sink_run *run)
{
	return php_aco_assets_delivery_origin(Z_OBJ(run->sink->delivery));
}

bool php_aco_assets_sink_push(php_aco_assets_sink_run *run, zend_long position, unsigned route, const char *kind,
	zend_string *subject)
{
	const aco_buf *body = &run->json.buf;
	char id[ACO_SHA1_HEX + 1];
	aco_document document = {.position = position, .id = id, .id_length = sizeof(id), .route = route};

	if (body->failed) {
		php_aco_throw_memory();
		return false;
	}

	id[0] = kind[0];
	aco_digest_sha1_hex(ZSTR_VAL(subject), ZSTR_LEN(subject), id + 1);
	document.json = body->data;
	document.length = body->length;

	return php_aco_run_push_document(&run->base, &document);
}
