#include "php_aco_experience_edge_client.h"

#include "php_aco_experience_edge_connection.h"
#include "php_aco_experience_event.h"
#include "php_aco_experience_event_stream.h"
#include "src/php/php_aco_engine.h"
#include "src/php/php_aco_exceptions.h"
#include "src/php/php_aco_for_each.h"
#include "src/php/php_aco_log.h"

#include "php_aco_experience_edge_client_arginfo.h"

/* Well below the documented quota of an organisation: 6000 units of 8 KB and upstream service a second. */
#define REQUESTS_PER_SECOND 100.0
#define MAX_DATASTREAM_BYTES 64

static zend_class_entry *edge_client_ce;

typedef struct edge_client {
	aco_engine *engine;
	zval connection;
	zval limits;
	zval logger;
	zend_object std;
} edge_client;

PHP_ACO_ASSERT_STD_LAST(edge_client);

#define CLIENT(object) PHP_ACO_FETCH(edge_client, (object))

static zend_object_handlers handlers;

static zend_object *create(zend_class_entry *class_entry)
{
	edge_client *client = zend_object_alloc(sizeof(*client), class_entry);

	zend_object_std_init(&client->std, class_entry);
	object_properties_init(&client->std, class_entry);
	client->std.handlers = &handlers;
	return &client->std;
}

static void free_object(zend_object *object)
{
	edge_client *client = CLIENT(object);

	aco_engine_release(client->engine);
	zval_ptr_dtor(&client->connection);
	zval_ptr_dtor(&client->limits);
	zval_ptr_dtor(&client->logger);
	zend_object_std_dtor(object);
}

static HashTable *get_gc(zend_object *object, zval **table, int *count)
{
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();

	zend_get_gc_buffer_add_zval(buffer, &CLIENT(object)->logger);
	zend_get_gc_buffer_use(buffer, table, count);
	return NULL;
}

/* NULL with an exception pending. */
static aco_engine *make_engine(zend_object *connection, zend_object *limits)
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

ZEND_METHOD(Aco_Experience_EdgeClient, __construct)
{
	edge_client *client = CLIENT(Z_OBJ_P(ZEND_THIS));
	zend_object *connection, *limits = NULL;
	zval *logger = NULL;

	ZEND_PARSE_PARAMETERS_START(1, 3)
		Z_PARAM_OBJ_OF_CLASS(connection, php_aco_experience_edge_connection_ce)
		Z_PARAM_OPTIONAL
		Z_PARAM_OBJ_OF_CLASS_OR_NULL(limits, php_aco_limits_ce)
		Z_PARAM_ZVAL(logger)
	ZEND_PARSE_PARAMETERS_END();

	if (client->engine) {
		zend_throw_error(NULL, "Cannot construct Aco\\Experience\\EdgeClient twice");
		RETURN_THROWS();
	}
	if (logger && !php_aco_log_accepts(logger)) {
		php_aco_throw_argument("$logger must be a PSR-3 logger, a callable or null");
		RETURN_THROWS();
	}
	client->engine = make_engine(connection, limits);
	if (!client->engine) {
		RETURN_THROWS();
	}
	ZVAL_OBJ_COPY(&client->connection, connection);
	if (limits) {
		ZVAL_OBJ_COPY(&client->limits, limits);
	}
	if (logger) {
		ZVAL_COPY(&client->logger, logger);
	} else {
		ZVAL_NULL(&client->logger);
	}
}

/* A forked child gets connections of its own. */
static bool ready(edge_client *client)
{
	aco_engine *engine;

	if (!client->engine) {
		zend_throw_error(NULL, "Aco\\Experience\\EdgeClient was not constructed");
		return false;
	}
	if (!aco_engine_is_inherited(client->engine)) {
		return true;
	}
	engine = make_engine(Z_OBJ(client->connection), Z_TYPE(client->limits) == IS_OBJECT ? Z_OBJ(client->limits) : NULL);
	if (engine) {
		aco_engine_release(client->engine);
		client->engine = engine;
	}
	return engine != NULL;
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

/* A stream in `target`; false with an exception pending. */
static bool open_stream(edge_client *client, zend_string *datastream_id, zend_fcall_info *on_batch, zval *target)
{
	aco_edge_datastream datastream = {.id = ZSTR_VAL(datastream_id)};

	if (!ready(client) || !check_datastream(datastream_id)) {
		return false;
	}
	php_aco_experience_edge_connection_datastream(Z_OBJ(client->connection), &datastream);
	return php_aco_experience_event_stream_make(target, client->engine, aco_edge_channel(client->engine, &datastream),
		on_batch->size != 0 ? &on_batch->function_name : NULL, &client->logger);
}

static bool push(void *stream, zval *event)
{
	return php_aco_experience_event_stream_push(stream, event);
}

ZEND_METHOD(Aco_Experience_EdgeClient, submit)
{
	zend_string *datastream_id;
	zend_fcall_info on_batch = empty_fcall_info;
	zend_fcall_info_cache cache = empty_fcall_info_cache;
	zval *events, stream;

	ZEND_PARSE_PARAMETERS_START(2, 3)
		Z_PARAM_STR(datastream_id)
		Z_PARAM_ITERABLE(events)
		Z_PARAM_OPTIONAL
		Z_PARAM_FUNC_OR_NULL(on_batch, cache)
	ZEND_PARSE_PARAMETERS_END();

	if (!open_stream(CLIENT(Z_OBJ_P(ZEND_THIS)), datastream_id, &on_batch, &stream)) {
		RETURN_THROWS();
	}
	if (php_aco_for_each(events, push, Z_OBJ(stream))) {
		php_aco_experience_event_stream_finish(Z_OBJ(stream), return_value);
	}
	zval_ptr_dtor(&stream);
}

ZEND_METHOD(Aco_Experience_EdgeClient, open)
{
	zend_string *datastream_id;
	zend_fcall_info on_batch = empty_fcall_info;
	zend_fcall_info_cache cache = empty_fcall_info_cache;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_STR(datastream_id)
		Z_PARAM_OPTIONAL
		Z_PARAM_FUNC_OR_NULL(on_batch, cache)
	ZEND_PARSE_PARAMETERS_END();

	open_stream(CLIENT(Z_OBJ_P(ZEND_THIS)), datastream_id, &on_batch, return_value);
}

ZEND_METHOD(Aco_Experience_EdgeClient, stats)
{
	edge_client *client = CLIENT(Z_OBJ_P(ZEND_THIS));
	aco_engine_stats stats;

	ZEND_PARSE_PARAMETERS_NONE();

	if (!ready(client)) {
		RETURN_THROWS();
	}
	stats = aco_engine_get_stats(client->engine);
	php_aco_engine_stats(return_value, client->engine);
	add_assoc_long(return_value, "partial", (zend_long) stats.partial);
	add_assoc_long(return_value, "withoutConsent", (zend_long) stats.ignored);
}

void php_aco_experience_edge_client_register(void)
{
	edge_client_ce = register_class_Aco_Experience_EdgeClient();
	edge_client_ce->create_object = create;
	memcpy(&handlers, zend_get_std_object_handlers(), sizeof(handlers));
	handlers.offset = offsetof(edge_client, std);
	handlers.free_obj = free_object;
	handlers.get_gc = get_gc;
	handlers.clone_obj = NULL;
}
