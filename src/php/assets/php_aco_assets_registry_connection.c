#include "php_aco_assets_connections.h"

#include "ext/json/php_json.h"
#include "src/php/php_aco_exceptions.h"
#include "src/php/php_aco_json.h"
#include "src/php/php_aco_parameters.h"
#if PHP_VERSION_ID >= 80200
# include "zend_attributes.h"
#endif

#include "php_aco_assets_registry_connection_arginfo.h"

#define DEFAULT_URL "https://commerce.adobe.io/assets-integration/graphql"
#define MAX_CLAIMS_BYTES 4096

zend_class_entry *php_aco_assets_registry_connection_ce;

typedef struct registry_connection {
	aco_jwt_key *key;
	/* Members of JSON; "" for none. */
	zend_string *claims;
	zend_object std;
} registry_connection;

PHP_ACO_ASSERT_STD_LAST(registry_connection);

#define CONNECTION(object) PHP_ACO_FETCH(registry_connection, (object))

enum { PROPERTY_API_KEY, PROPERTY_ENVIRONMENT_ID, PROPERTY_URL, PROPERTY_TRANSPORT };

static zend_object_handlers handlers;

static zend_object *create(zend_class_entry *class_entry)
{
	registry_connection *connection = zend_object_alloc(sizeof(*connection), class_entry);

	zend_object_std_init(&connection->std, class_entry);
	object_properties_init(&connection->std, class_entry);
	connection->std.handlers = &handlers;
	return &connection->std;
}

static void free_object(zend_object *object)
{
	aco_jwt_key_free(CONNECTION(object)->key);
	if (CONNECTION(object)->claims) {
		zend_string_release(CONNECTION(object)->claims);
	}
	zend_object_std_dtor(object);
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

/* The members of the object, without its braces; NULL with an exception pending. */
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

ZEND_METHOD(Aco_Assets_RegistryConnection, __construct)
{
	registry_connection *connection = CONNECTION(Z_OBJ_P(ZEND_THIS));
	php_aco_assets_transport transport = PHP_ACO_ASSETS_TRANSPORT_INIT;
	zend_string *api_key, *environment_id, *private_key, *url = NULL, *members;
	zval *claims = NULL;
	aco_error error = {0};

	ZEND_PARSE_PARAMETERS_START(3, 9)
		Z_PARAM_STR(api_key)
		Z_PARAM_STR(environment_id)
		Z_PARAM_STR(private_key)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR(url)
		Z_PARAM_ARRAY(claims)
		Z_PARAM_STR_OR_NULL(transport.ca_file)
		Z_PARAM_STR_OR_NULL(transport.proxy)
		Z_PARAM_LONG(transport.connect_timeout_ms)
		Z_PARAM_LONG(transport.timeout_ms)
	ZEND_PARSE_PARAMETERS_END();

	if (!php_aco_assets_check_new(&connection->std)
			|| !php_aco_check_text(api_key, "$apiKey", true) || !php_aco_check_text(environment_id, "$environmentId", true)
			|| (url && !php_aco_check_url(url, "$url")) || !php_aco_assets_check_transport(&transport)
			|| !(members = encode_claims(claims))) {
		RETURN_THROWS();
	}
	/* A claim that is an object runs code, which may have come here. */
	if (connection->claims || !(connection->key = aco_jwt_key_new(ZSTR_VAL(private_key), ZSTR_LEN(private_key), "$privateKey", &error))) {
		zend_string_release(members);
		if (error.code == ACO_OK) {
			php_aco_assets_check_new(&connection->std);
		} else {
			php_aco_throw_error(&error);
		}
		RETURN_THROWS();
	}
	connection->claims = members;
	php_aco_assets_set_string(&connection->std, PROPERTY_API_KEY, api_key);
	php_aco_assets_set_string(&connection->std, PROPERTY_ENVIRONMENT_ID, environment_id);
	if (url) {
		php_aco_assets_set_string(&connection->std, PROPERTY_URL, url);
	} else {
		ZVAL_STRING(OBJ_PROP_NUM(&connection->std, PROPERTY_URL), DEFAULT_URL);
	}
	php_aco_assets_set_transport(&connection->std, PROPERTY_TRANSPORT, &transport);
}

bool php_aco_assets_registry_get(zend_object *object, php_aco_assets_registry *registry)
{
	registry_connection *connection = CONNECTION(object);

	if (!connection->key) {
		zend_throw_error(NULL, "Aco\\Assets\\RegistryConnection was not constructed");
		return false;
	}
	registry->url = php_aco_assets_text(object, PROPERTY_URL);
	registry->api_key = php_aco_assets_text(object, PROPERTY_API_KEY);
	registry->environment_id = php_aco_assets_text(object, PROPERTY_ENVIRONMENT_ID);
	registry->claims = connection->claims;
	registry->key = connection->key;
	php_aco_assets_get_transport(object, PROPERTY_TRANSPORT, &registry->http);
	return true;
}

void php_aco_assets_registry_connection_register(void)
{
	php_aco_assets_registry_connection_ce = register_class_Aco_Assets_RegistryConnection();
	php_aco_assets_registry_connection_ce->create_object = create;
	memcpy(&handlers, zend_get_std_object_handlers(), sizeof(handlers));
	handlers.offset = offsetof(registry_connection, std);
	handlers.free_obj = free_object;
	handlers.clone_obj = NULL;
}
