#include "php_aco_client.h"

#include "php_aco_connection.h"
#include "php_aco_exceptions.h"
#include "php_aco_for_each.h"
#include "php_aco_service_client.h"

#include "php_aco_client_arginfo.h"

zend_class_entry *php_aco_client_ce;

typedef struct php_aco_client {
	php_aco_service_client service;
	/* Of submit() calls under way: kept here so that they end with the client after a bailout. */
	struct submission_frame *frames;
	php_aco_stream *streams;
	zend_object std;
} php_aco_client;

PHP_ACO_ASSERT_STD_LAST(php_aco_client);

#define CLIENT(object) PHP_ACO_FETCH(php_aco_client, (object))

typedef struct submission_frame {
	php_aco_feed_sending sending;
	struct submission_frame *next;
} submission_frame;

static zend_object_handlers handlers;

static zend_object *create(zend_class_entry *class_entry)
{
	php_aco_client *client = zend_object_alloc(sizeof(*client), class_entry);

	zend_object_std_init(&client->std, class_entry);
	object_properties_init(&client->std, class_entry);
	client->std.handlers = &handlers;
	client->service.make_engine = php_aco_connection_make_engine;
	return &client->std;
}

static submission_frame *begin_frame(php_aco_client *client)
{
	submission_frame *frame = ecalloc(1, sizeof(*frame));

	frame->next = client->frames;
	client->frames = frame;
	return frame;
}

/* In any order: calls from several fibers are not nested. */
static void end_frame(php_aco_client *client, submission_frame *frame)
{
	submission_frame **link = &client->frames;

	while (*link != frame) {
		link = &(*link)->next;
	}
	*link = frame->next;
	php_aco_feed_sending_end(&frame->sending);
	efree(frame);
}

static void free_object(zend_object *object)
{
	php_aco_client *client = CLIENT(object);

	while (client->frames) {
		end_frame(client, client->frames);
	}
	/* At shutdown streams may outlive their client. */
	for (php_aco_stream *stream = client->streams; stream; stream = stream->next) {
		stream->client = NULL;
	}
	php_aco_service_client_end(&client->service);
	zend_object_std_dtor(object);
}

static HashTable *get_gc(zend_object *object, zval **table, int *count)
{
	php_aco_client *client = CLIENT(object);
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();

	zend_get_gc_buffer_add_zval(buffer, &client->service.logger);
	for (submission_frame *frame = client->frames; frame; frame = frame->next) {
		php_aco_feed_sending_add_gc(&frame->sending, buffer);
	}
	zend_get_gc_buffer_use(buffer, table, count);
	return NULL;
}

void php_aco_client_add_stream(zend_object *client, php_aco_stream *stream)
{
	stream->next = CLIENT(client)->streams;
	CLIENT(client)->streams = stream;
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

ZEND_METHOD(Aco_Client, __construct)
{
	php_aco_client *client = CLIENT(Z_OBJ_P(ZEND_THIS));
	zend_object *connection, *limits = NULL;
	zval *logger = NULL;

	ZEND_PARSE_PARAMETERS_START(1, 3)
		Z_PARAM_OBJ_OF_CLASS(connection, php_aco_connection_ce)
		Z_PARAM_OPTIONAL
		Z_PARAM_OBJ_OF_CLASS_OR_NULL(limits, php_aco_limits_ce)
		Z_PARAM_ZVAL(logger)
	ZEND_PARSE_PARAMETERS_END();

	if (!php_aco_service_client_check_new(&client->service, &client->std, logger)
			|| !php_aco_service_client_begin(&client->service, connection, limits, logger)) {
		RETURN_THROWS();
	}
}

static bool push(void *sending, zval *item)
{
	return php_aco_feed_sending_push(sending, item);
}

static bool is_set_callable(zend_fcall_info *call)
{
	return call->size != 0;
}

ZEND_METHOD(Aco_Client, submit)
{
	php_aco_client *client = CLIENT(Z_OBJ_P(ZEND_THIS));
	zend_object *feed, *mapper = NULL;
	zend_fcall_info on_batch = empty_fcall_info;
	zend_fcall_info_cache cache = empty_fcall_info_cache;
	submission_frame *frame;
	zval *items;

	ZEND_PARSE_PARAMETERS_START(2, 4)
		Z_PARAM_OBJ_OF_CLASS(feed, php_aco_feed_ce)
		Z_PARAM_ITERABLE(items)
		Z_PARAM_OPTIONAL
		Z_PARAM_OBJ_OF_CLASS_OR_NULL(mapper, php_aco_mapper_ce)
		Z_PARAM_FUNC_OR_NULL(on_batch, cache)
	ZEND_PARSE_PARAMETERS_END();

	if (!php_aco_service_client_ready(&client->service, &client->std)) {
		RETURN_THROWS();
	}
	frame = begin_frame(client);
	if (php_aco_feed_sending_begin(&frame->sending, client->service.engine, feed, mapper,
				is_set_callable(&on_batch) ? &on_batch.function_name : NULL, &client->service.logger)
			&& php_aco_for_each(items, push, &frame->sending)
			&& php_aco_sending_drain(&frame->sending.base)) {
		php_aco_submission_make(return_value, &frame->sending.base);
	}
	end_frame(client, frame);
}

ZEND_METHOD(Aco_Client, open)
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

	if (!php_aco_service_client_ready(&client->service, &client->std)) {
		RETURN_THROWS();
	}
	object_init_ex(return_value, php_aco_stream_ce);
	stream = PHP_ACO_STREAM(Z_OBJ_P(return_value));
	if (!php_aco_feed_sending_begin(&stream->sending, client->service.engine, feed, mapper,
			is_set_callable(&on_batch) ? &on_batch.function_name : NULL, &client->service.logger)) {
		zval_ptr_dtor(return_value);
		ZVAL_NULL(return_value);
		RETURN_THROWS();
	}
	GC_ADDREF(&client->std);
	stream->client = &client->std;
	php_aco_client_add_stream(&client->std, stream);
}

/* In a forked child the parent's streams stay the parent's. */
static bool has_pending(const php_aco_stream *stream)
{
	return php_aco_sending_pending(&stream->sending.base) > 0 && !aco_engine_is_inherited(stream->sending.base.engine);
}

ZEND_METHOD(Aco_Client, drain)
{
	php_aco_client *client = CLIENT(Z_OBJ_P(ZEND_THIS));

	ZEND_PARSE_PARAMETERS_NONE();

	if (!php_aco_service_client_ready(&client->service, &client->std)) {
		RETURN_THROWS();
	}
	/* All at once, so that they go out side by side. */
	for (php_aco_stream *stream = client->streams; stream; stream = stream->next) {
		if (has_pending(stream) && !php_aco_sending_flush(&stream->sending.base)) {
			RETURN_THROWS();
		}
	}
	/* A callback may open or finish streams: start over after each one that had something to do. */
	for (php_aco_stream *stream = client->streams; stream;) {
		if (!has_pending(stream)) {
			stream = stream->next;
			continue;
		}
		GC_ADDREF(&stream->std);
		stream->calls++;
		php_aco_sending_drain(&stream->sending.base);
		stream->calls--;
		OBJ_RELEASE(&stream->std);
		if (EG(exception)) {
			RETURN_THROWS();
		}
		stream = client->streams;
	}
}

ZEND_METHOD(Aco_Client, stats)
{
	php_aco_client *client = CLIENT(Z_OBJ_P(ZEND_THIS));

	ZEND_PARSE_PARAMETERS_NONE();

	if (!php_aco_service_client_ready(&client->service, &client->std)) {
		RETURN_THROWS();
	}
	php_aco_engine_stats(return_value, client->service.engine);
}

void php_aco_client_register(void)
{
	php_aco_client_ce = register_class_Aco_Client();
	php_aco_client_ce->create_object = create;
	memcpy(&handlers, zend_get_std_object_handlers(), sizeof(handlers));
	handlers.offset = offsetof(php_aco_client, std);
	handlers.free_obj = free_object;
	handlers.get_gc = get_gc;
	handlers.clone_obj = NULL;
}
