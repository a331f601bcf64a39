/* SPDX-License-Identifier: MIT */
#include "src/php/exceptions.h"

#include "ext/spl/spl_exceptions.h"
#include "src/core/net/http.h"
#include "src/core/engine/response.h"
#include "src/core/base/utf8.h"
#include "src/map/orders.h"
#include "zend_exceptions.h"

#include "src/php/exceptions_arginfo.h"

static zend_class_entry *aco_exception_ce;
static zend_class_entry *invalid_argument_ce;
static zend_class_entry *authentication_ce;
static zend_class_entry *transport_ce;
static zend_class_entry *timeout_ce;
static zend_class_entry *api_ce;
static zend_class_entry *mapping_ce;
static zend_class_entry *read_ce;

void php_aco_exceptions_register(void)
{
	aco_exception_ce = register_class_Aco_Exception_AcoException(zend_ce_throwable);
	invalid_argument_ce = register_class_Aco_Exception_InvalidArgumentException(spl_ce_InvalidArgumentException,
		aco_exception_ce);
	mapping_ce = register_class_Aco_Exception_MappingException(spl_ce_UnexpectedValueException, aco_exception_ce);
	read_ce = register_class_Aco_Exception_ReadException(spl_ce_RuntimeException, aco_exception_ce);
	authentication_ce = register_class_Aco_Exception_AuthenticationException(spl_ce_RuntimeException, aco_exception_ce);
	transport_ce = register_class_Aco_Exception_TransportException(spl_ce_RuntimeException, aco_exception_ce);
	timeout_ce = register_class_Aco_Exception_TimeoutException(transport_ce);
	api_ce = register_class_Aco_Exception_ApiException(spl_ce_RuntimeException, aco_exception_ce);
}

zend_class_entry *php_aco_exception_ce(void)
{
	return aco_exception_ce;
}

static void throw_text(zend_class_entry *ce, const char *format, va_list arguments)
{
	zend_string *message = zend_vstrpprintf(0, format, arguments);

	/* Messages quote paths, keys and the like as the caller gave them, so they may hold invalid UTF-8. */
	aco_utf8_clean(ZSTR_VAL(message), &ZSTR_LEN(message));
	message->val[ZSTR_LEN(message)] = '\0';
	zend_throw_exception(ce, ZSTR_VAL(message), 0);
	zend_string_release(message);
}

void php_aco_throw_argument(const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	throw_text(invalid_argument_ce, format, arguments);
	va_end(arguments);
}

void php_aco_throw_read(const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	throw_text(read_ce, format, arguments);
	va_end(arguments);
}

void php_aco_throw_memory(void)
{
	zend_throw_error(NULL, "aco: not enough memory");
}

zend_string *php_aco_mapping_message(aco_feed_id feed, HashTable *item, const aco_mapping *map)
{
	char identity[ACO_MAP_FIELD_SIZE];

	aco_map_describe(feed, item, identity, sizeof(identity));
	return zend_strpprintf(0, "%s item%s%s%s: %s %s", aco_feeds[feed].name,
		identity[0] ? " (" : "", identity, identity[0] ? ")" : "", map->field, map->reason);
}

/* Takes over the reference to `message`. */
static void make_mapping(zval *target, zend_string *message, const aco_mapping *map)
{
	object_init_ex(target, mapping_ce);
	zend_update_property_string(mapping_ce, Z_OBJ_P(target), ZEND_STRL("message"), ZSTR_VAL(message));
	zend_update_property_string(mapping_ce, Z_OBJ_P(target), ZEND_STRL("field"), map->field);
	zend_update_property_string(mapping_ce, Z_OBJ_P(target), ZEND_STRL("reason"), map->reason);
	zend_string_release(message);
}

static void throw_mapping(zend_string *message, const aco_mapping *map)
{
	zval exception;

	make_mapping(&exception, message, map);
	zend_throw_exception_object(&exception);
}

void php_aco_make_mapping_exception(zval *target, aco_feed_id feed, HashTable *item, const aco_mapping *map)
{
	make_mapping(target, php_aco_mapping_message(feed, item, map), map);
}

void php_aco_throw_mapping(aco_feed_id feed, HashTable *item, const aco_mapping *map)
{
	throw_mapping(php_aco_mapping_message(feed, item, map), map);
}

void php_aco_throw_order_mapping(HashTable *order, const aco_mapping *map)
{
	char identity[ACO_MAP_FIELD_SIZE];

	aco_map_order_describe(order, identity, sizeof(identity));
	throw_mapping(zend_strpprintf(0, "orders item%s%s%s: %s %s",
		identity[0] ? " (" : "", identity, identity[0] ? ")" : "", map->field, map->reason), map);
}

void php_aco_throw_asset_mapping(const char *id, const aco_mapping *map)
{
	throw_mapping(zend_strpprintf(0, "asset%s%s%s: %s %s", id[0] ? " (" : "", id, id[0] ? ")" : "", map->field,
		map->reason), map);
}

void php_aco_throw_error(const aco_error *error)
{
	zend_object *exception;

	switch (error->code) {
		case ACO_E_MEMORY:
			php_aco_throw_memory();
			break;
		case ACO_E_AUTHENTICATION:
			zend_throw_exception(authentication_ce, error->message, error->http_status);
			break;
		case ACO_E_TIMEOUT:
			zend_throw_exception(timeout_ce, error->message, error->curl_code);
			break;
		case ACO_E_API:
			exception = zend_throw_exception(api_ce, error->message, error->http_status);
			zend_update_property_long(api_ce, exception, ZEND_STRL("status"), error->http_status);
			zend_update_property_string(api_ce, exception, ZEND_STRL("requestId"), error->request_id);
			break;
		case ACO_E_TRANSPORT:
			zend_throw_exception(transport_ce, error->message, error->curl_code);
			break;
		default:
			php_aco_throw_argument("%s", error->message);
	}
}

PHP_METHOD(Aco_Exception_InvalidArgumentException, isRetryable)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_FALSE;
}

PHP_METHOD(Aco_Exception_MappingException, isRetryable)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_FALSE;
}

PHP_METHOD(Aco_Exception_ReadException, isRetryable)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_FALSE;
}

PHP_METHOD(Aco_Exception_AuthenticationException, isRetryable)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_FALSE;
}

PHP_METHOD(Aco_Exception_TransportException, isRetryable)
{
	zval buffer, *code;

	ZEND_PARSE_PARAMETERS_NONE();
	code = zend_read_property_ex(transport_ce, Z_OBJ_P(ZEND_THIS), ZSTR_KNOWN(ZEND_STR_CODE), true, &buffer);
	RETURN_BOOL(Z_TYPE_P(code) != IS_LONG || !aco_http_is_permanent((long) Z_LVAL_P(code)));
}

PHP_METHOD(Aco_Exception_ApiException, isRetryable)
{
	zval buffer, *status;

	ZEND_PARSE_PARAMETERS_NONE();
	status = zend_read_property(api_ce, Z_OBJ_P(ZEND_THIS), ZEND_STRL("status"), true, &buffer);
	RETURN_BOOL(Z_TYPE_P(status) == IS_LONG && aco_status_is_retryable(Z_LVAL_P(status)));
}
