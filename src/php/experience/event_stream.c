/* SPDX-License-Identifier: MIT */
#include "src/php/experience/event_stream.h"

#include "src/php/experience/event.h"
#include "src/php/exceptions.h"

#include "src/php/experience/event_stream_arginfo.h"

zend_class_entry *php_aco_experience_event_stream_ce;

typedef struct event_stream {
	php_aco_run run;
	zend_object std;
} event_stream;

PHP_ACO_ASSERT_STD_LAST(event_stream);

#define STREAM(object) PHP_ACO_FETCH(event_stream, (object))

static zend_object_handlers php_aco_event_stream_handlers;

static zend_object *php_aco_event_stream_create(zend_class_entry *class_entry)
{
	return php_aco_object_create(class_entry, &php_aco_event_stream_handlers);
}

static void php_aco_event_stream_destroy(zend_object *object)
{
	php_aco_run_log_loss(&STREAM(object)->run);
}

static void php_aco_event_stream_free(zend_object *object)
{
	php_aco_remains remains = {0};

	php_aco_run_close(&STREAM(object)->run, &remains);
	zend_object_std_dtor(object);
	php_aco_remains_release(&remains);
}

static HashTable *php_aco_event_stream_get_gc(zend_object *object, zval **table, int *count)
{
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();

	php_aco_run_add_gc(&STREAM(object)->run, buffer);
	return php_aco_gc(object, buffer, table, count);
}

bool php_aco_experience_event_stream_make(zval *target, aco_engine *engine, const aco_channel *channel, zval *on_batch,
	zval *logger)
{
	object_init_ex(target, php_aco_experience_event_stream_ce);
	if (!php_aco_run_begin(&STREAM(Z_OBJ_P(target))->run, engine, channel, on_batch, logger)) {
		zval_ptr_dtor(target);
		ZVAL_NULL(target);
		return false;
	}
	return true;
}

static bool push_event(php_aco_run *run, zend_object *event, zend_long position)
{
	zend_string *json = php_aco_experience_event_json(event), *id = php_aco_experience_event_id(event);
	aco_document document = {.position = position};
	bool pushed;

	if (!json || !id) {
		return false;
	}

	document.json = ZSTR_VAL(json);
	document.length = ZSTR_LEN(json);
	document.id = ZSTR_VAL(id);
	document.id_length = ZSTR_LEN(id);

	/* A callback that runs during a wait may drop the caller's reference. */
	GC_ADDREF(event);
	pushed = php_aco_run_push_document(run, &document);
	OBJ_RELEASE(event);

	return pushed && php_aco_run_tick(run, position);
}

bool php_aco_experience_event_stream_push(zend_object *object, zval *event)
{
	event_stream *stream = STREAM(object);
	zend_long position = stream->run.next_position++;
	bool pushed;

	ZVAL_DEREF(event);

	if (Z_TYPE_P(event) != IS_OBJECT || Z_OBJCE_P(event) != php_aco_experience_event_ce) {
		php_aco_throw_argument("item " ZEND_LONG_FMT " must be an Aco\\Experience\\Event, %s given", position,
			zend_zval_type_name(event));
		return false;
	}

	php_aco_guard_enter(&stream->run.guard);
	pushed = push_event(&stream->run, Z_OBJ_P(event), position);
	php_aco_guard_leave(&stream->run.guard);

	return pushed;
}

bool php_aco_experience_event_stream_finish(zend_object *object, zval *submission)
{
	bool finished = php_aco_run_finish(&STREAM(object)->run, submission);

	if (finished) {
		php_aco_experience_event_stream_abandon(object);
	}
	return finished;
}

void php_aco_experience_event_stream_abandon(zend_object *object)
{
	php_aco_remains remains = {0};

	php_aco_run_close(&STREAM(object)->run, &remains);
	php_aco_remains_release(&remains);
}

static bool php_aco_event_stream_usable(const event_stream *stream)
{
	return php_aco_run_check_stream(&stream->run, "Aco\\Experience\\EdgeClient::open()");
}

PHP_METHOD(Aco_Experience_EventStream, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

PHP_METHOD(Aco_Experience_EventStream, push)
{
	zval *event;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_OBJECT_OF_CLASS(event, php_aco_experience_event_ce)
	ZEND_PARSE_PARAMETERS_END();

	if (php_aco_event_stream_usable(STREAM(Z_OBJ_P(ZEND_THIS)))) {
		php_aco_experience_event_stream_push(Z_OBJ_P(ZEND_THIS), event);
	}
}

PHP_METHOD(Aco_Experience_EventStream, isStopped)
{
	event_stream *stream = STREAM(Z_OBJ_P(ZEND_THIS));

	ZEND_PARSE_PARAMETERS_NONE();

	if (php_aco_event_stream_usable(stream)) {
		RETVAL_BOOL(php_aco_run_is_stopped(&stream->run));
	}
}

PHP_METHOD(Aco_Experience_EventStream, finish)
{
	event_stream *stream = STREAM(Z_OBJ_P(ZEND_THIS));

	ZEND_PARSE_PARAMETERS_NONE();

	if (php_aco_event_stream_usable(stream)) {
		php_aco_experience_event_stream_finish(&stream->std, return_value);
	}
}

void php_aco_experience_event_stream_register(void)
{
	php_aco_experience_event_stream_ce = register_class_Aco_Experience_EventStream();
	php_aco_object_register(php_aco_experience_event_stream_ce, php_aco_event_stream_create,
		&php_aco_event_stream_handlers, offsetof(event_stream, std), php_aco_event_stream_free,
		php_aco_event_stream_get_gc);
	php_aco_event_stream_handlers.dtor_obj = php_aco_event_stream_destroy;
}
