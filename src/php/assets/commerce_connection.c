/* SPDX-License-Identifier: MIT */
#include "src/php/assets/sinks.h"

#include "src/core/services/oauth1.h"
#include "src/php/exceptions.h"
#include "src/php/ims_credentials.h"
#include "src/php/parameters.h"
#include "src/php/transport.h"

#include "src/php/assets/commerce_connection_arginfo.h"

/* The documentation requires commerce.accs. */
#define DEFAULT_SCOPE "openid,AdobeID,email,profile,additional_info.roles,additional_info.projectedProductContext,commerce.accs"

zend_class_entry *php_aco_assets_commerce_connection_ce;

static zend_object_handlers php_aco_commerce_connection_handlers;

enum {
	PROPERTY_URL,
	PROPERTY_STORE_VIEW_CODE,
	PROPERTY_CREDENTIALS,
	PROPERTY_TRANSPORT,
	PROPERTY_COUNT
};

/* A CommerceCredentials object, or null. */
enum { HIDDEN_KEYS = PROPERTY_COUNT, VALUE_COUNT };

static zend_object *php_aco_commerce_connection_create(zend_class_entry *class_entry)
{
	return php_aco_object_create(class_entry, &php_aco_commerce_connection_handlers);
}

/* The code is part of a URL or of a header, and must not break out of it. */
static bool check_store_view(zend_string *code)
{
	if (ZSTR_LEN(code) == 0 || ZSTR_LEN(code) > 64
			|| strspn(ZSTR_VAL(code), "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") != ZSTR_LEN(code)) {
		php_aco_throw_argument("$storeViewCode must be the code of a store view: letters, digits and \"_\"");
		return false;
	}
	return true;
}

PHP_METHOD(Aco_Assets_CommerceConnection, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

/* Takes over the references to `url` and `transport`. Of the two kinds of credentials one is NULL. */
static void php_aco_commerce_connection_make(zval *target, zend_string *url, zend_string *store_view,
	zend_object *credentials, zend_object *keys,
	zend_object *transport)
{
	zend_object *object;

	object_init_ex(target, php_aco_assets_commerce_connection_ce);
	object = Z_OBJ_P(target);
	php_aco_set_new_string(object, PROPERTY_URL, url);
	php_aco_set_string_or(object, PROPERTY_STORE_VIEW_CODE, store_view, keys ? "all" : "default");
	php_aco_set_object(object, PROPERTY_CREDENTIALS, credentials);
	php_aco_set_object(object, PROPERTY_TRANSPORT, transport);
	php_aco_set_object(object, HIDDEN_KEYS, keys);
	OBJ_RELEASE(transport);
	php_aco_values_publish(object);
}

/* The parameters of both ways to connect. */
typedef struct parameters {
	zend_string *url;
	zend_object *credentials;
	zend_string *store_view;
	zend_object *transport;
} parameters;

static bool read_parameters(zend_execute_data *execute_data, zend_class_entry *credentials_ce, parameters *given)
{
	ZEND_PARSE_PARAMETERS_START(2, 4)
		Z_PARAM_STR(given->url)
		Z_PARAM_OBJ_OF_CLASS(given->credentials, credentials_ce)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR(given->store_view)
		Z_PARAM_OBJ_OF_CLASS_OR_NULL(given->transport, php_aco_transport_ce)
	ZEND_PARSE_PARAMETERS_END_EX(return false);
	return true;
}

PHP_METHOD(Aco_Assets_CommerceConnection, paas)
{
	parameters given = {0};
	php_aco_assets_credentials keys;
	zend_string *base;

	if (!read_parameters(execute_data, php_aco_assets_commerce_credentials_ce, &given)
			|| !php_aco_check_url(given.url, "$baseUrl") || !php_aco_assets_credentials_get(given.credentials, &keys)
			|| (given.store_view && !check_store_view(given.store_view))
			|| !(given.transport = php_aco_transport_take(given.transport))) {
		RETURN_THROWS();
	}

	base = php_aco_with_default_path(given.url, "");
	php_aco_commerce_connection_make(return_value,
		zend_strpprintf(0, "%s/rest/%s", ZSTR_VAL(base), given.store_view ? ZSTR_VAL(given.store_view) : "all"),
		given.store_view, NULL, given.credentials, given.transport);
	zend_string_release(base);
}

PHP_METHOD(Aco_Assets_CommerceConnection, saas)
{
	parameters given = {0};
	php_aco_ims_client client;

	if (!read_parameters(execute_data, php_aco_ims_credentials_ce, &given)
			|| !php_aco_check_url(given.url, "$url") || !php_aco_ims_credentials_get(given.credentials, &client)
			|| (given.store_view && !check_store_view(given.store_view))
			|| !(given.transport = php_aco_transport_take(given.transport))) {
		RETURN_THROWS();
	}

	php_aco_commerce_connection_make(return_value, php_aco_with_default_path(given.url, ""), given.store_view,
		given.credentials, NULL, given.transport);
}

static bool php_aco_commerce_connection_sign(void *keys, const char *method, const char *url, aco_buf *value,
	aco_secrets *secrets)
{
	return aco_oauth1_authorize(keys, method, url, value, secrets);
}

static void free_keys(void *keys)
{
	aco_oauth1_keys_free(keys);
}

bool php_aco_assets_commerce_is_signed(zend_object *connection)
{
	return Z_TYPE_P(php_aco_value(connection, HIDDEN_KEYS)) == IS_OBJECT;
}

void *php_aco_assets_commerce_keys(zend_object *object)
{
	php_aco_assets_credentials keys;
	aco_oauth1_keys *made;

	if (!php_aco_assets_credentials_get(php_aco_value_object(object, HIDDEN_KEYS), &keys)) {
		return NULL;
	}
	made = aco_oauth1_keys_new(keys.consumer_key, keys.consumer_secret, keys.access_token, keys.access_token_secret);
	if (!made) {
		php_aco_throw_memory();
	}
	return made;
}

void php_aco_assets_commerce_http(zend_object *object, aco_http_settings *http)
{
	php_aco_transport_http(php_aco_value_object(object, PROPERTY_TRANSPORT), http);
}

bool php_aco_assets_commerce_settings(zend_object *object, aco_engine_settings *settings,
	php_aco_assets_commerce_headers *headers)
{
	php_aco_ims_client client;

	if (!php_aco_values_check(object)) {
		return false;
	}

	settings->base_url = php_aco_value_text(object, PROPERTY_URL);
	php_aco_assets_commerce_http(object, &settings->http);

	if (php_aco_assets_commerce_is_signed(object)) {
		settings->signer = (aco_signer) {.sign = php_aco_commerce_connection_sign, .free = free_keys,
			.keys = php_aco_assets_commerce_keys(object)};
		return settings->signer.keys != NULL;
	}

	if (!php_aco_ims_credentials_get(php_aco_value_object(object, PROPERTY_CREDENTIALS), &client)) {
		return false;
	}

	settings->token_url = client.token_url;
	settings->client_id = client.client_id;
	settings->client_secret = client.client_secret;
	settings->scope = client.scope ? client.scope : DEFAULT_SCOPE;
	snprintf(headers->store, sizeof(headers->store), "Store: %s", php_aco_value_text(object, PROPERTY_STORE_VIEW_CODE));
	headers->lines[0] = headers->store;
	headers->lines[1] = NULL;
	settings->headers = headers->lines;

	return true;
}

void php_aco_assets_commerce_connection_register(void)
{
	php_aco_assets_commerce_connection_ce = register_class_Aco_Assets_CommerceConnection();
	php_aco_values_register(php_aco_assets_commerce_connection_ce, php_aco_commerce_connection_create,
		&php_aco_commerce_connection_handlers, VALUE_COUNT - PROPERTY_COUNT);
}
