#include "php_aco_client.h"

#include "php_aco_exceptions.h"
#include "php_aco_log.h"
#include "zend_exceptions.h"

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

/* Items that were never answered are dropped, not sent from a destructor that could block; the logger is told. */
static void destroy_object(zend_object *object)
{
	php_aco_stream *stream = PHP_ACO_STREAM(object);
	size_t pending = php_aco_sending_pending(&stream->sending.base);
	zend_object *exception;
	zend_string *message;
	zval context;

	if (pending == 0 || Z_TYPE(stream->sending.base.logger) == IS_NULL || aco_engine_is_inherited(stream->sending.base.engine)) {
		return;
	}
	exception = EG(exception);
	EG(exception) = NULL;
	array_init(&context);
	add_assoc_string(&context, "feed", stream->sending.feed->name);
	add_assoc_long(&context, "items", (zend_long) pending);
	message = zend_strpprintf(0, "%s: stream destroyed before finish(), %zu items without an answer", stream->sending.feed->name, pending);
	php_aco_log(&stream->sending.base.logger, "warning", message, &context);
	zend_string_release(message);
	if (exception && EG(exception)) {
		zend_exception_set_previous(EG(exception), exception);
	} else if (exception) {
		EG(exception) = exception;
	}
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

static bool usable(php_aco_stream *stream)
{
	if (!stream->sending.base.engine) {
		php_aco_throw_argument(stream->finished
			? "the stream is finished; open another one"
			: "a stream comes from Aco\\Client::open()");
		return false;
	}
	if (aco_engine_is_inherited(stream->sending.base.engine)) {
		php_aco_throw_argument("the stream belongs to the parent process; open one of your own");
		return false;
	}
	return true;
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
