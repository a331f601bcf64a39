/* SPDX-License-Identifier: MIT */
#include "src/php/client.h"

#include "src/php/connection.h"
#include "src/php/for_each.h"
#include "src/php/service_client.h"

#include "src/php/client_arginfo.h"

zend_class_entry *php_aco_client_ce;

typedef struct php_aco_client {
	php_aco_service_client service;
	php_aco_stream *streams;
	zend_object std;
} php_aco_client;

PHP_ACO_ASSERT_FIRST(php_aco_client, service);
PHP_ACO_ASSERT_STD_LAST(php_aco_client);

#define CLIENT(object) PHP_ACO_FETCH(php_aco_client, (object))

static zend_object_handlers php_aco_client_handlers;

static zend_object *php_aco_client_create(zend_class_entry *class_entry)
{
	zend_object *object = php_aco_object_create(class_entry, &php_aco_client_handlers);

	CLIENT(object)->service.make_engine = php_aco_connection_make_engine;
	return object;
}

static void php_aco_client_free(zend_object *object)
{
	php_aco_client *client = CLIENT(object);
	php_aco_remains remains = {0};

	/* A stream keeps its client, but at shutdown and in cycles objects are freed in any order. */
	for (php_aco_stream *stream = client->streams; stream; stream = stream->next) {
		stream->client = NULL;
	}
	client->streams = NULL;
	php_aco_service_client_close(&client->service, &remains);
	zend_object_std_dtor(object);
	php_aco_remains_release(&remains);
}

void php_aco_client_remove_stream(zend_object *client, php_aco_stream *stream)
{
	php_aco_stream **link = &CLIENT(client)->streams;

	while (*link && *link != stream) {
		link = &(*link)->next;
	}
	if (*link) {
		*link = stream->next;
	}
}

PHP_METHOD(Aco_Client, __construct)
{
	php_aco_client *client = CLIENT(Z_OBJ_P(ZEND_THIS));

	php_aco_service_client_construct(&client->service, &client->std, php_aco_connection_ce, execute_data);
}

/* NULL with an exception pending. */
static php_aco_stream *php_aco_client_open_stream(php_aco_client *client, zend_object *feed, zend_object *mapper,
	zend_fcall_info *on_batch, zval *target)
{
	if (!php_aco_service_client_ready(&client->service, &client->std)) {
		return NULL;
	}
	return php_aco_stream_make(target, client->service.engine, feed, mapper,
		ZEND_FCI_INITIALIZED(*on_batch) ? &on_batch->function_name : NULL, &client->service.logger);
}

static bool php_aco_client_push(void *stream, zval *item)
{
	return php_aco_stream_push(stream, item);
}

PHP_METHOD(Aco_Client, submit)
{
	zend_object *feed, *mapper = NULL;
	zend_fcall_info on_batch = empty_fcall_info;
	zend_fcall_info_cache cache = empty_fcall_info_cache;
	zval *items, object;
	php_aco_stream *stream;

	ZEND_PARSE_PARAMETERS_START(2, 4)
		Z_PARAM_OBJ_OF_CLASS(feed, php_aco_feed_ce)
		Z_PARAM_ITERABLE(items)
		Z_PARAM_OPTIONAL
		Z_PARAM_OBJ_OF_CLASS_OR_NULL(mapper, php_aco_mapper_ce)
		Z_PARAM_FUNC_OR_NULL(on_batch, cache)
	ZEND_PARSE_PARAMETERS_END();

	stream = php_aco_client_open_stream(CLIENT(Z_OBJ_P(ZEND_THIS)), feed, mapper, &on_batch, &object);
	if (!stream) {
		RETURN_THROWS();
	}
	if (!php_aco_for_each(items, php_aco_client_push, stream) || !php_aco_stream_finish(stream, return_value)) {
		php_aco_stream_abandon(stream);
	}

	zval_ptr_dtor(&object);
}

PHP_METHOD(Aco_Client, open)
{
	php_aco_client *client = CLIENT(Z_OBJ_P(ZEND_THIS));
	zend_object *feed, *mapper = NULL;
	zend_fcall_info on_batch = empty_fcall_info;
	zend_fcall_info_cache cache = empty_fcall_info_cache;
	php_aco_stream *stream;

	ZEND_PARSE_PARAMETERS_START(1, 3)
		Z_PARAM_OBJ_OF_CLASS(feed, php_aco_feed_ce)
		Z_PARAM_OPTIONAL
		Z_PARAM_OBJ_OF_CLASS_OR_NULL(mapper, php_aco_mapper_ce)
		Z_PARAM_FUNC_OR_NULL(on_batch, cache)
	ZEND_PARSE_PARAMETERS_END();

	stream = php_aco_client_open_stream(client, feed, mapper, &on_batch, return_value);
	if (!stream) {
		RETURN_THROWS();
	}

	GC_ADDREF(&client->std);
	stream->client = &client->std;
	stream->next = client->streams;
	client->streams = stream;
}

/* In a forked child, streams of the parent have nothing that the child may send. */
static bool has_pending(const php_aco_stream *stream)
{
	return php_aco_run_pending(&stream->run.base) > 0 && !aco_engine_is_inherited(stream->run.base.engine);
}

PHP_METHOD(Aco_Client, drain)
{
	php_aco_client *client = CLIENT(Z_OBJ_P(ZEND_THIS));

	ZEND_PARSE_PARAMETERS_NONE();

	if (!php_aco_service_client_ready(&client->service, &client->std)) {
		RETURN_THROWS();
	}

	/* First all of them, so that their requests go out in parallel. */
	for (php_aco_stream *stream = client->streams; stream; stream = stream->next) {
		if (has_pending(stream) && !php_aco_run_flush(&stream->run.base)) {
			RETURN_THROWS();
		}
	}

	/* Callbacks may open and finish streams, so the list is walked anew after each stream that was drained. */
	for (php_aco_stream *stream = client->streams; stream;) {
		if (!has_pending(stream)) {
			stream = stream->next;
			continue;
		}

		GC_ADDREF(&stream->std);
		php_aco_guard_enter(&stream->run.base.guard);
		php_aco_run_drain(&stream->run.base);
		php_aco_guard_leave(&stream->run.base.guard);
		OBJ_RELEASE(&stream->std);

		if (EG(exception)) {
			RETURN_THROWS();
		}

		stream = client->streams;
	}
}

PHP_METHOD(Aco_Client, stats)
{
	php_aco_client *client = CLIENT(Z_OBJ_P(ZEND_THIS));

	ZEND_PARSE_PARAMETERS_NONE();

	php_aco_service_client_stats(&client->service, &client->std, return_value);
}

void php_aco_client_register(void)
{
	php_aco_client_ce = register_class_Aco_Client();
	php_aco_object_register(php_aco_client_ce, php_aco_client_create, &php_aco_client_handlers,
		offsetof(php_aco_client, std), php_aco_client_free, php_aco_service_client_get_gc);
}
