#include "php_aco_client.h"

#include "php_aco_exceptions.h"

#include "php_aco_stream_arginfo.h"

zend_class_entry *php_aco_stream_ce;

PHP_ACO_ASSERT_STD_LAST(php_aco_stream);

static zend_object_handlers handlers;

static zend_object *create(zend_class_entry *class_entry)
{
	php_aco_stream *stream = zend_object_alloc(sizeof(*stream), class_entry);

	zend_object_std_init(&stream->std, class_entry);
	object_properties_init(&stream->std, class_entry);
	stream->std.handlers = &handlers;
	return &stream->std;
}

static void destroy_object(zend_object *object)
{
	php_aco_sending_tell_loss(&PHP_ACO_STREAM(object)->sending.base);
}

static void end_stream(php_aco_stream *stream)
{
	php_aco_feed_sending_end(&stream->sending);
	if (stream->client) {
		zend_object *client = stream->client;

		stream->client = NULL;
		php_aco_client_remove_stream(client, stream);
		OBJ_RELEASE(client);
	}
}

static void free_object(zend_object *object)
{
	end_stream(PHP_ACO_STREAM(object));
	zend_object_std_dtor(object);
}

static HashTable *get_gc(zend_object *object, zval **table, int *count)
{
	php_aco_stream *stream = PHP_ACO_STREAM(object);
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();

	php_aco_feed_sending_add_gc(&stream->sending, buffer);
	if (stream->client) {
		zend_get_gc_buffer_add_obj(buffer, stream->client);
	}
	zend_get_gc_buffer_use(buffer, table, count);
	return NULL;
}

static bool usable(const php_aco_stream *stream)
{
	return php_aco_sending_check_stream(&stream->sending.base, stream->finished, "Aco\\Client::open()");
}

ZEND_METHOD(Aco_Stream, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

ZEND_METHOD(Aco_Stream, push)
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
	if (usable(stream)) {
		stream->calls++;
		php_aco_feed_sending_push(&stream->sending, item);
		stream->calls--;
	}
}

ZEND_METHOD(Aco_Stream, finish)
{
	php_aco_stream *stream = PHP_ACO_STREAM(Z_OBJ_P(ZEND_THIS));
	bool drained;

	ZEND_PARSE_PARAMETERS_NONE();

	if (!usable(stream)) {
		RETURN_THROWS();
	}
	if (stream->calls > 0) {
		php_aco_throw_argument("a stream cannot be finished by its own callback");
		RETURN_THROWS();
	}
	stream->calls++;
	drained = php_aco_sending_drain(&stream->sending.base);
	stream->calls--;
	if (!drained) {
		RETURN_THROWS();
	}
	php_aco_submission_make(return_value, &stream->sending.base);
	stream->finished = true;
	end_stream(stream);
}

void php_aco_stream_register(void)
{
	php_aco_stream_ce = register_class_Aco_Stream();
	php_aco_stream_ce->create_object = create;
	memcpy(&handlers, zend_get_std_object_handlers(), sizeof(handlers));
	handlers.offset = offsetof(php_aco_stream, std);
	handlers.dtor_obj = destroy_object;
	handlers.free_obj = free_object;
	handlers.get_gc = get_gc;
	handlers.clone_obj = NULL;
}
