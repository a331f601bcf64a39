/* SPDX-License-Identifier: MIT */
#include "src/php/transport.h"

#include "src/php/exceptions.h"
#include "src/php/parameters.h"
#if PHP_VERSION_ID >= 80200
# include "zend_attributes.h"
#endif

#include "src/php/transport_arginfo.h"

#define CONNECT_TIMEOUT_MS 5000
#define TIMEOUT_MS 30000
#define MAX_TIMEOUT_MS 3600000

/* aco.max_response_bytes cannot go below the shortest documented responses. */
#define MIN_RESPONSE_BYTES 256

/* At least the highest concurrency that Limits allows. */
#define MAX_CONNECTIONS 64

zend_class_entry *php_aco_transport_ce;

static zend_object_handlers php_aco_transport_handlers;

enum { PROPERTY_CA_FILE, PROPERTY_PROXY, PROPERTY_CONNECT_TIMEOUT_MS, PROPERTY_TIMEOUT_MS, PROPERTY_COUNT };

/* The proxy with user and password. */
enum { HIDDEN_PROXY = PROPERTY_COUNT, VALUE_COUNT };

static zend_object *php_aco_transport_create(zend_class_entry *class_entry)
{
	return php_aco_object_create(class_entry, &php_aco_transport_handlers);
}

static bool check_timeout(zend_long timeout_ms, const char *parameter)
{
	if (timeout_ms < 1 || timeout_ms > MAX_TIMEOUT_MS) {
		php_aco_throw_argument("%s must be between 1 and %d milliseconds", parameter, MAX_TIMEOUT_MS);
		return false;
	}
	return true;
}

/* Without user and password. A password may hold any character, so they end at the last "@". */
static zend_string *without_password(const zend_string *proxy)
{
	const char *address = ZSTR_VAL(proxy), *at = strrchr(address, '@');
	size_t scheme = strspn(address, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");

	if (!at) {
		return zend_string_init(address, ZSTR_LEN(proxy), false);
	}
	scheme = strncmp(address + scheme, "://", strlen("://")) == 0 ? scheme + strlen("://") : 0;
	return zend_strpprintf(0, "%.*s%s", (int) scheme, address, at + 1);
}

static void php_aco_transport_fill(zend_object *object, zend_string *ca_file, zend_string *proxy,
	zend_long connect_timeout_ms,
	zend_long timeout_ms)
{
	php_aco_set_string(object, PROPERTY_CA_FILE, ca_file);
	if (proxy) {
		php_aco_set_new_string(object, PROPERTY_PROXY, without_password(proxy));
		php_aco_set_secret(object, HIDDEN_PROXY, proxy);
	} else {
		php_aco_set_string(object, PROPERTY_PROXY, NULL);
	}
	php_aco_set_long(object, PROPERTY_CONNECT_TIMEOUT_MS, connect_timeout_ms);
	php_aco_set_long(object, PROPERTY_TIMEOUT_MS, timeout_ms);
	php_aco_values_publish(object);
}

PHP_METHOD(Aco_Transport, __construct)
{
	zend_object *object = Z_OBJ_P(ZEND_THIS);
	zend_string *ca_file = NULL, *proxy = NULL;
	zend_long connect_timeout_ms = CONNECT_TIMEOUT_MS, timeout_ms = TIMEOUT_MS;

	ZEND_PARSE_PARAMETERS_START(0, 4)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR_OR_NULL(ca_file)
		Z_PARAM_STR_OR_NULL(proxy)
		Z_PARAM_LONG(connect_timeout_ms)
		Z_PARAM_LONG(timeout_ms)
	ZEND_PARSE_PARAMETERS_END();

	if (php_aco_values_check_new(object)
			&& (!ca_file || php_aco_check_ca_file(ca_file))
			&& (!proxy || php_aco_check_text(proxy, "$proxy", false))
			&& check_timeout(connect_timeout_ms, "$connectTimeoutMs") && check_timeout(timeout_ms, "$timeoutMs")) {
		php_aco_transport_fill(object, ca_file, proxy, connect_timeout_ms, timeout_ms);
	}
}

zend_object *php_aco_transport_take(zend_object *transport)
{
	zval made;

	if (transport) {
		if (!php_aco_values_check(transport)) {
			return NULL;
		}

		GC_ADDREF(transport);
		return transport;
	}

	object_init_ex(&made, php_aco_transport_ce);
	php_aco_transport_fill(Z_OBJ(made), NULL, NULL, CONNECT_TIMEOUT_MS, TIMEOUT_MS);
	return Z_OBJ(made);
}

void php_aco_transport_http(const zend_object *transport, aco_http_settings *http)
{
	const char *bundle = ACO_G(ca_bundle) && *ACO_G(ca_bundle) ? ACO_G(ca_bundle) : NULL;
	const char *ca_file = php_aco_value_text(transport, PROPERTY_CA_FILE);

	http->ca_file = ca_file ? ca_file : bundle;
	http->proxy = php_aco_value_text(transport, HIDDEN_PROXY);
	http->connect_timeout_ms = (long) php_aco_value_long(transport, PROPERTY_CONNECT_TIMEOUT_MS);
	http->timeout_ms = (long) php_aco_value_long(transport, PROPERTY_TIMEOUT_MS);
	http->max_response_bytes = (size_t) MAX(ACO_G(max_response_bytes), MIN_RESPONSE_BYTES);
	http->max_connections = MAX_CONNECTIONS;
}

void php_aco_transport_register(void)
{
	php_aco_transport_ce = register_class_Aco_Transport();
	php_aco_values_register(php_aco_transport_ce, php_aco_transport_create, &php_aco_transport_handlers,
		VALUE_COUNT - PROPERTY_COUNT);
}
