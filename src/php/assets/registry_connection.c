/* SPDX-License-Identifier: MIT */
#include "src/php/assets/connections.h"

#include "ext/json/php_json.h"
#include "src/php/exceptions.h"
#include "src/php/json.h"
#include "src/php/parameters.h"
#include "src/php/transport.h"
#if PHP_VERSION_ID >= 80200
# include "zend_attributes.h"
#endif

#include "src/php/assets/registry_connection_arginfo.h"

#define DEFAULT_URL "https://commerce.adobe.io/assets-integration/graphql"
#define MAX_CLAIMS_BYTES 4096

zend_class_entry *php_aco_assets_registry_connection_ce;

static zend_object_handlers php_aco_registry_connection_handlers;

enum { PROPERTY_API_KEY, PROPERTY_ENVIRONMENT_ID, PROPERTY_URL, PROPERTY_TRANSPORT, PROPERTY_COUNT };

/* An aco_jwt_key, and JSON members without braces ("": none). */
enum { HIDDEN_KEY = PROPERTY_COUNT, HIDDEN_CLAIMS, VALUE_COUNT };

static zend_object *php_aco_registry_connection_create(zend_class_entry *class_entry)
{
	return php_aco_object_create(class_entry, &php_aco_registry_connection_handlers);
}

static aco_jwt_key *key_of(const zend_object *object)
{
	zval *key = php_aco_value(object, HIDDEN_KEY);

	return Z_TYPE_P(key) == IS_PTR ? Z_PTR_P(key) : NULL;
}

static void php_aco_registry_connection_free(zend_object *object)
{
	aco_jwt_key_free(key_of(object));
	php_aco_values_free(object);
}

static bool check_claims(HashTable *claims)
{
	zend_string *name;

	ZEND_HASH_FOREACH_STR_KEY(claims, name) {
		if (!name) {
			php_aco_throw_argument("$extraClaims must have names as keys");
			return false;
		}

		if (zend_string_equals_literal(name, "exp") || zend_string_equals_literal(name, "iat")) {
			php_aco_throw_argument("$extraClaims must not hold %s: each token gets its own", ZSTR_VAL(name));
			return false;
		}
	} ZEND_HASH_FOREACH_END();

	return true;
}

/* The claims as JSON members without braces; NULL with an exception pending. */
static zend_string *encode_claims(zval *claims)
{
	smart_str json = {0};
	zend_string *members = NULL;

	if (!claims || zend_hash_num_elements(Z_ARRVAL_P(claims)) == 0) {
		return ZSTR_EMPTY_ALLOC();
	}
	if (!check_claims(Z_ARRVAL_P(claims))) {
		return NULL;
	}

	if (!php_aco_json_encode(&json, claims, PHP_JSON_UNESCAPED_SLASHES)) {
		if (!EG(exception)) {
			php_aco_throw_argument("$extraClaims cannot be written as JSON");
		}
	} else if (ZSTR_LEN(json.s) > MAX_CLAIMS_BYTES) {
		php_aco_throw_argument("$extraClaims must not have more than %d bytes as JSON", MAX_CLAIMS_BYTES);
	} else {
		members = zend_string_init(ZSTR_VAL(json.s) + 1, ZSTR_LEN(json.s) - 2, false);
	}

	smart_str_free(&json);
	return members;
}

/* Takes over the key, and the references to claims and transport. */
static void php_aco_registry_connection_fill(zend_object *object, zend_string *api_key, zend_string *environment_id,
	zend_string *url,
	aco_jwt_key *key, zend_string *claims, zend_object *transport)
{
	php_aco_set_string(object, PROPERTY_API_KEY, api_key);
	php_aco_set_string(object, PROPERTY_ENVIRONMENT_ID, environment_id);
	php_aco_set_string_or(object, PROPERTY_URL, url, DEFAULT_URL);
	php_aco_set_object(object, PROPERTY_TRANSPORT, transport);
	ZVAL_PTR(php_aco_value(object, HIDDEN_KEY), key);
	php_aco_set_secret(object, HIDDEN_CLAIMS, claims);
	zend_string_release(claims);
	OBJ_RELEASE(transport);
	php_aco_values_publish(object);
}

PHP_METHOD(Aco_Assets_RegistryConnection, __construct)
{
	zend_object *object = Z_OBJ_P(ZEND_THIS), *transport = NULL;
	zend_string *api_key, *environment_id, *private_key, *url = NULL, *members;
	aco_error error = {0};
	zval *claims = NULL;
	aco_jwt_key *key;

	ZEND_PARSE_PARAMETERS_START(3, 6)
		Z_PARAM_STR(api_key)
		Z_PARAM_STR(environment_id)
		Z_PARAM_STR(private_key)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR(url)
		Z_PARAM_ARRAY(claims)
		Z_PARAM_OBJ_OF_CLASS_OR_NULL(transport, php_aco_transport_ce)
	ZEND_PARSE_PARAMETERS_END();

	if (!php_aco_values_check_new(object)
			|| !php_aco_check_text(api_key, "$apiKey", true)
			|| !php_aco_check_text(environment_id, "$environmentId", true)
			|| (url && !php_aco_check_url(url, "$url")) || !(transport = php_aco_transport_take(transport))) {
		RETURN_THROWS();
	}

	members = encode_claims(claims);
	/* Encoding a claim that is an object runs its code, which may have called this constructor. */
	if (!members || !php_aco_values_check_new(object)) {
		key = NULL;
	} else if (!(key = aco_jwt_key_new(ZSTR_VAL(private_key), ZSTR_LEN(private_key), "$privateKey", &error))) {
		php_aco_throw_error(&error);
	}

	if (key) {
		php_aco_registry_connection_fill(object, api_key, environment_id, url, key, members, transport);
		return;
	}

	if (members) {
		zend_string_release(members);
	}

	OBJ_RELEASE(transport);
}

bool php_aco_assets_registry_get(zend_object *object, php_aco_assets_registry *registry)
{
	if (!php_aco_values_check(object)) {
		return false;
	}
	registry->url = php_aco_value_text(object, PROPERTY_URL);
	registry->api_key = php_aco_value_text(object, PROPERTY_API_KEY);
	registry->environment_id = php_aco_value_text(object, PROPERTY_ENVIRONMENT_ID);
	registry->claims = php_aco_value_string(object, HIDDEN_CLAIMS);
	registry->key = key_of(object);
	php_aco_transport_http(php_aco_value_object(object, PROPERTY_TRANSPORT), &registry->http);
	return true;
}

void php_aco_assets_registry_connection_register(void)
{
	php_aco_assets_registry_connection_ce = register_class_Aco_Assets_RegistryConnection();
	php_aco_values_register(php_aco_assets_registry_connection_ce, php_aco_registry_connection_create,
		&php_aco_registry_connection_handlers, VALUE_COUNT - PROPERTY_COUNT);
	php_aco_registry_connection_handlers.free_obj = php_aco_registry_connection_free;
}
