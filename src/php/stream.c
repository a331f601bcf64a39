/* SPDX-License-Identifier: MIT */
#include "src/php/client.h"

#include "src/php/stream_arginfo.h"

zend_class_entry *php_aco_stream_ce;

PHP_ACO_ASSERT_STD_LAST(php_aco_stream);

static zend_object_handlers php_aco_stream_handlers;

static zend_object *php_aco_stream_create(zend_class_entry *class_entry)
{
	return php_aco_object_create(class_entry, &php_aco_stream_handlers);
}

static void php_aco_stream_destroy(zend_object *object)
{
	php_aco_run_log_loss(&PHP_ACO_STREAM(object)->run.base);
}

static void close_stream(php_aco_stream *stream, php_aco_remains *remains)
{
	if (stream->client) {
		php_aco_client_remove_stream(stream->client, stream);
		php_aco_remains_take_object(remains, &stream->client);
	}
	php_aco_feed_run_close(&stream->run, remains);
}

static void php_aco_stream_free(zend_object *object)
{
	php_aco_remains remains = {0};

	close_stream(PHP_ACO_STREAM(object), &remains);
	zend_object_std_dtor(object);
	php_aco_remains_release(&remains);
}

static HashTable *php_aco_stream_get_gc(zend_object *object, zval **table, int *count)
{
	php_aco_stream *stream = PHP_ACO_STREAM(object);
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();

	php_aco_feed_run_add_gc(&stream->run, buffer);
	if (stream->client) {
		zend_get_gc_buffer_add_obj(buffer, stream->client);
	}
	return php_aco_gc(object, buffer, table, count);
}

php_aco_stream *php_aco_stream_make(zval *target, aco_engine *engine, zend_object *feed, zend_object *mapper,
	zval *on_batch, zval *logger)
{
	php_aco_stream *stream;

	object_init_ex(target, php_aco_stream_ce);
	stream = PHP_ACO_STREAM(Z_OBJ_P(target));
	if (!php_aco_feed_run_begin(&stream->run, engine, feed, mapper, on_batch, logger)) {
		zval_ptr_dtor(target);
		ZVAL_NULL(target);
		return NULL;
	}
	return stream;
}

bool php_aco_stream_push(php_aco_stream *stream, zval *item)
{
	bool pushed;

	php_aco_guard_enter(&stream->run.base.guard);
	pushed = php_aco_feed_run_push(&stream->run, item);
	php_aco_guard_leave(&stream->run.base.guard);
	return pushed;
}

bool php_aco_stream_finish(php_aco_stream *stream, zval *submission)
{
	bool finished = php_aco_run_finish(&stream->run.base, submission);

	if (finished) {
		php_aco_stream_abandon(stream);
	}
	return finished;
}

void php_aco_stream_abandon(php_aco_stream *stream)
{
	php_aco_remains remains = {0};

	close_stream(stream, &remains);
	php_aco_remains_release(&remains);
}

static bool php_aco_stream_usable(const php_aco_stream *stream)
{
	return php_aco_run_check_stream(&stream->run.base, "Aco\\Client::open()");
}

PHP_METHOD(Aco_Stream, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

PHP_METHOD(Aco_Stream, push)
{
	php_aco_stream *stream = PHP_ACO_STREAM(Z_OBJ_P(ZEND_THIS));
	zval *item;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_ZVAL(item)
	ZEND_PARSE_PARAMETERS_END();

	if (Z_TYPE_P(item) != IS_ARRAY && (Z_TYPE_P(item) != IS_OBJECT || Z_OBJCE_P(item) != php_aco_document_ce)) {
		zend_argument_type_error(1, "must be of type Aco\\Document|array, %s given", zend_zval_type_name(item));
		RETURN_THROWS();
	}

	if (php_aco_stream_usable(stream)) {
		php_aco_stream_push(stream, item);
	}
}

PHP_METHOD(Aco_Stream, isStopped)
{
	php_aco_stream *stream = PHP_ACO_STREAM(Z_OBJ_P(ZEND_THIS));

	ZEND_PARSE_PARAMETERS_NONE();

	if (php_aco_stream_usable(stream)) {
		RETVAL_BOOL(php_aco_run_is_stopped(&stream->run.base));
	}
}

static void add_position(void *positions, int64_t position)
{
	add_next_index_long(positions, (zend_long) position);
}

PHP_METHOD(Aco_Stream, unsent)
{
	php_aco_stream *stream = PHP_ACO_STREAM(Z_OBJ_P(ZEND_THIS));

	ZEND_PARSE_PARAMETERS_NONE();

	if (php_aco_stream_usable(stream)) {
		array_init(return_value);
		aco_stream_unsent(stream->run.base.stream, add_position, return_value);
	}
}

PHP_METHOD(Aco_Stream, finish)
{
	php_aco_stream *stream = PHP_ACO_STREAM(Z_OBJ_P(ZEND_THIS));

	ZEND_PARSE_PARAMETERS_NONE();

	if (php_aco_stream_usable(stream)) {
		php_aco_stream_finish(stream, return_value);
	}
}

void php_aco_stream_register(void)
{
	php_aco_stream_ce = register_class_Aco_Stream();
	php_aco_object_register(php_aco_stream_ce, php_aco_stream_create, &php_aco_stream_handlers,
		offsetof(php_aco_stream, std), php_aco_stream_free, php_aco_stream_get_gc);
	php_aco_stream_handlers.dtor_obj = php_aco_stream_destroy;
}
