#include "php_aco_assets_connections.h"

#include "src/php/php_aco_parameters.h"

enum { CA_FILE, PROXY, CONNECT_TIMEOUT_MS, TIMEOUT_MS };

bool php_aco_assets_check_transport(const php_aco_assets_transport *transport)
{
	return (!transport->ca_file || php_aco_check_ca_file(transport->ca_file))
		&& (!transport->proxy || php_aco_check_text(transport->proxy, "$proxy", false))
		&& php_aco_check_timeout(transport->connect_timeout_ms, "$connectTimeoutMs")
		&& php_aco_check_timeout(transport->timeout_ms, "$timeoutMs");
}

void php_aco_assets_set_text(zend_object *object, uint32_t property, zend_string *text)
{
	if (text) {
		ZVAL_STR_COPY(OBJ_PROP_NUM(object, property), text);
	} else {
		ZVAL_NULL(OBJ_PROP_NUM(object, property));
	}
}

void php_aco_assets_set_transport(zend_object *object, uint32_t first, const php_aco_assets_transport *transport)
{
	php_aco_assets_set_text(object, first + CA_FILE, transport->ca_file);
	php_aco_assets_set_text(object, first + PROXY, transport->proxy);
	ZVAL_LONG(OBJ_PROP_NUM(object, first + CONNECT_TIMEOUT_MS), transport->connect_timeout_ms);
	ZVAL_LONG(OBJ_PROP_NUM(object, first + TIMEOUT_MS), transport->timeout_ms);
}

static zend_string *string_of(zend_object *object, uint32_t property)
{
	zval *value = OBJ_PROP_NUM(object, property);

	return Z_TYPE_P(value) == IS_STRING ? Z_STR_P(value) : NULL;
}

const char *php_aco_assets_text(zend_object *object, uint32_t property)
{
	zend_string *text = string_of(object, property);

	return text ? ZSTR_VAL(text) : NULL;
}

void php_aco_assets_get_transport(zend_object *object, uint32_t first, aco_http_settings *settings)
{
	php_aco_set_http(settings, string_of(object, first + CA_FILE), string_of(object, first + PROXY),
		Z_LVAL_P(OBJ_PROP_NUM(object, first + CONNECT_TIMEOUT_MS)), Z_LVAL_P(OBJ_PROP_NUM(object, first + TIMEOUT_MS)));
}

zend_string *php_aco_assets_copy_secret(const zend_string *secret)
{
	return zend_string_init(ZSTR_VAL(secret), ZSTR_LEN(secret), false);
}
