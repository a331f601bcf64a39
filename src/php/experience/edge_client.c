/* SPDX-License-Identifier: MIT */
#include "src/php/experience/edge_client.h"

#include "src/php/experience/edge_connection.h"
#include "src/php/experience/event_stream.h"
#include "src/php/exceptions.h"
#include "src/php/for_each.h"
#include "src/php/service_client.h"

#include "src/php/experience/edge_client_arginfo.h"

/* Well below the documented quota of an organization: 6000 units (8 KB and one upstream service each) a second. */
#define REQUESTS_PER_SECOND 100.0
#define MAX_DATASTREAM_BYTES 64
#define MAX_DATASET_BYTES 64

static zend_class_entry *edge_client_ce;

typedef struct edge_client {
	php_aco_service_client service;
	zend_object std;
} edge_client;

PHP_ACO_ASSERT_FIRST(edge_client, service);
PHP_ACO_ASSERT_STD_LAST(edge_client);

#define CLIENT(object) PHP_ACO_FETCH(edge_client, (object))

static zend_object_handlers php_aco_edge_client_handlers;

/* NULL with an exception pending. */
static aco_engine *php_aco_edge_client_make_engine(zend_object *connection, zend_object *limits)
{
	php_aco_experience_edge_headers headers = {0};
	aco_engine_settings settings = {0};
	aco_engine *engine = NULL;

	if (php_aco_experience_edge_connection_settings(connection, &settings, &headers)) {
		engine = php_aco_engine_make(&settings, limits, REQUESTS_PER_SECOND);
	}
	php_aco_experience_edge_headers_free(&headers);
	return engine;
}

static zend_object *php_aco_edge_client_create(zend_class_entry *class_entry)
{
	zend_object *object = php_aco_object_create(class_entry, &php_aco_edge_client_handlers);

	CLIENT(object)->service.make_engine = php_aco_edge_client_make_engine;
	return object;
}

static void php_aco_edge_client_free(zend_object *object)
{
	php_aco_remains remains = {0};

	php_aco_service_client_close(&CLIENT(object)->service, &remains);
	zend_object_std_dtor(object);
	php_aco_remains_release(&remains);
}

PHP_METHOD(Aco_Experience_EdgeClient, __construct)
{
	edge_client *client = CLIENT(Z_OBJ_P(ZEND_THIS));

	php_aco_service_client_construct(&client->service, &client->std,
		php_aco_experience_edge_connection_ce, execute_data);
}

static bool check_datastream(zend_string *id)
{
	static const char allowed[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_:.";
	size_t length = strspn(ZSTR_VAL(id), allowed);

	if (length == 0 || length != ZSTR_LEN(id) || length > MAX_DATASTREAM_BYTES) {
		php_aco_throw_argument("$datastreamId must be the id of a datastream: up to %d letters, digits, \"-\", \"_\", \":\" and \".\"", MAX_DATASTREAM_BYTES);
		return false;
	}
	return true;
}

/* Its id goes into JSON as it is. */
static bool check_dataset(zend_string *id)
{
	static const char allowed[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";

	if (strspn(ZSTR_VAL(id), allowed) != ZSTR_LEN(id) || ZSTR_LEN(id) > MAX_DATASET_BYTES) {
		php_aco_throw_argument("$datasetId must be the id of a dataset: up to %d letters, digits, \"-\" and \"_\"", MAX_DATASET_BYTES);
		return false;
	}
	return true;
}

/* NULL when out of memory. */
static const aco_channel *channel_of(aco_engine *engine, const aco_edge_datastream *datastream)
{
	aco_buf path = ACO_BUF_INIT, prefix = ACO_BUF_INIT;
	const aco_channel *channel = NULL;

	aco_edge_append_path(&path, datastream);
	aco_buf_append_char(&path, '\0');
	aco_edge_append_prefix(&prefix, datastream);
	aco_buf_append_char(&prefix, '\0');
	if (!path.failed && !prefix.failed) {
		const aco_channel wanted = aco_edge_channel(datastream, path.data, prefix.data);

		channel = aco_engine_channel(engine, &wanted);
	}

	aco_buf_free(&path);
	aco_buf_free(&prefix);
	return channel;
}

/* A stream in `target`; false with an exception pending. */
static bool php_aco_edge_client_open_stream(edge_client *client, zend_string *datastream_id, zend_string *dataset_id,
	zend_fcall_info *on_batch, zval *target)
{
	aco_edge_datastream datastream = {.id = ZSTR_VAL(datastream_id), .dataset = dataset_id ? ZSTR_VAL(dataset_id) : ""};

	if (!php_aco_service_client_ready(&client->service, &client->std) || !check_datastream(datastream_id)
			|| (dataset_id && !check_dataset(dataset_id))) {
		return false;
	}
	php_aco_experience_edge_connection_datastream(Z_OBJ(client->service.connection), &datastream);
	return php_aco_experience_event_stream_make(target, client->service.engine,
		channel_of(client->service.engine, &datastream),
		ZEND_FCI_INITIALIZED(*on_batch) ? &on_batch->function_name : NULL, &client->service.logger);
}

static bool php_aco_edge_client_push(void *stream, zval *event)
{
	return php_aco_experience_event_stream_push(stream, event);
}

PHP_METHOD(Aco_Experience_EdgeClient, submit)
{
	zend_string *datastream_id, *dataset_id = NULL;
	zend_fcall_info on_batch = empty_fcall_info;
	zend_fcall_info_cache cache = empty_fcall_info_cache;
	zval *events, stream;

	ZEND_PARSE_PARAMETERS_START(2, 4)
		Z_PARAM_STR(datastream_id)
		Z_PARAM_ITERABLE(events)
		Z_PARAM_OPTIONAL
		Z_PARAM_FUNC_OR_NULL(on_batch, cache)
		Z_PARAM_STR(dataset_id)
	ZEND_PARSE_PARAMETERS_END();

	if (!php_aco_edge_client_open_stream(CLIENT(Z_OBJ_P(ZEND_THIS)), datastream_id, dataset_id, &on_batch, &stream)) {
		RETURN_THROWS();
	}
	if (!php_aco_for_each(events, php_aco_edge_client_push, Z_OBJ(stream))
			|| !php_aco_experience_event_stream_finish(Z_OBJ(stream), return_value)) {
		php_aco_experience_event_stream_abandon(Z_OBJ(stream));
	}

	zval_ptr_dtor(&stream);
}

PHP_METHOD(Aco_Experience_EdgeClient, open)
{
	zend_string *datastream_id, *dataset_id = NULL;
	zend_fcall_info on_batch = empty_fcall_info;
	zend_fcall_info_cache cache = empty_fcall_info_cache;

	ZEND_PARSE_PARAMETERS_START(1, 3)
		Z_PARAM_STR(datastream_id)
		Z_PARAM_OPTIONAL
		Z_PARAM_FUNC_OR_NULL(on_batch, cache)
		Z_PARAM_STR(dataset_id)
	ZEND_PARSE_PARAMETERS_END();

	php_aco_edge_client_open_stream(CLIENT(Z_OBJ_P(ZEND_THIS)), datastream_id, dataset_id, &on_batch, return_value);
}

PHP_METHOD(Aco_Experience_EdgeClient, stats)
{
	edge_client *client = CLIENT(Z_OBJ_P(ZEND_THIS));
	aco_engine_stats stats;

	ZEND_PARSE_PARAMETERS_NONE();

	if (!php_aco_service_client_stats(&client->service, &client->std, return_value)) {
		RETURN_THROWS();
	}
	stats = aco_engine_get_stats(client->service.engine);
	add_assoc_long(return_value, "partial", (zend_long) stats.partial);
	add_assoc_long(return_value, "withoutConsent", (zend_long) stats.ignored);
}

void php_aco_experience_edge_client_register(void)
{
	edge_client_ce = register_class_Aco_Experience_EdgeClient();
	php_aco_object_register(edge_client_ce, php_aco_edge_client_create, &php_aco_edge_client_handlers,
		offsetof(edge_client, std), php_aco_edge_client_free, php_aco_service_client_get_gc);
}
