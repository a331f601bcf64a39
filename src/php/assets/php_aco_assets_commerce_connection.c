#include "php_aco_assets_sinks.h"

#include "src/core/aco_oauth1.h"
#include "src/core/aco_url.h"
#include "src/php/php_aco_exceptions.h"
#include "src/php/php_aco_parameters.h"
#if PHP_VERSION_ID >= 80200
# include "zend_attributes.h"
#endif

#include "php_aco_assets_commerce_connection_arginfo.h"

#define IMS_URL "https://ims-na1.adobelogin.com/ims/token/v3"
#define IMS_PATH "/ims/token/v3"
/* commerce.accs is documented as needed. */
#define DEFAULT_SCOPE "openid,AdobeID,email,profile,additional_info.roles,additional_info.projectedProductContext,commerce.accs"

zend_class_entry *php_aco_assets_commerce_connection_ce;

typedef struct commerce_connection {
	/* One of the two. */
	zend_string *secret;
	zval credentials;
	zend_object std;
} commerce_connection;

PHP_ACO_ASSERT_STD_LAST(commerce_connection);

#define CONNECTION(object) PHP_ACO_FETCH(commerce_connection, (object))

enum {
	PROPERTY_URL,
	PROPERTY_CLIENT_ID,
	PROPERTY_STORE_VIEW_CODE,
	PROPERTY_IMS_URL,
	PROPERTY_SCOPE,
	/* And three more. */
	PROPERTY_TRANSPORT
};

static zend_object_handlers handlers;

static zend_object *create(zend_class_entry *class_entry)
{
	commerce_connection *connection = zend_object_alloc(sizeof(*connection), class_entry);

	zend_object_std_init(&connection->std, class_entry);
	object_properties_init(&connection->std, class_entry);
	connection->std.handlers = &handlers;
	return &connection->std;
}

static void free_object(zend_object *object)
{
	if (CONNECTION(object)->secret) {
		php_aco_wipe(CONNECTION(object)->secret);
	}
	zval_ptr_dtor(&CONNECTION(object)->credentials);
	zend_object_std_dtor(object);
}

/* As part of an address or of a header it must not become more than that. */
static bool check_store_view(zend_string *code)
{
	if (ZSTR_LEN(code) == 0 || ZSTR_LEN(code) > 64
			|| strspn(ZSTR_VAL(code), "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") != ZSTR_LEN(code)) {
		php_aco_throw_argument("$storeViewCode must be the code of a store view: letters, digits and \"_\"");
		return false;
	}
	return true;
}

ZEND_METHOD(Aco_Assets_CommerceConnection, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

ZEND_METHOD(Aco_Assets_CommerceConnection, paas)
{
	php_aco_assets_transport transport = PHP_ACO_ASSETS_TRANSPORT_INIT;
	php_aco_assets_credentials keys;
	zend_string *url, *store_view = NULL, *base;
	zend_object *credentials, *object;

	ZEND_PARSE_PARAMETERS_START(2, 7)
		Z_PARAM_STR(url)
		Z_PARAM_OBJ_OF_CLASS(credentials, php_aco_assets_commerce_credentials_ce)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR(store_view)
		Z_PARAM_STR_OR_NULL(transport.ca_file)
		Z_PARAM_STR_OR_NULL(transport.proxy)
		Z_PARAM_LONG(transport.connect_timeout_ms)
		Z_PARAM_LONG(transport.timeout_ms)
	ZEND_PARSE_PARAMETERS_END();

	if (!php_aco_check_url(url, "$baseUrl") || !php_aco_assets_credentials_get(credentials, &keys)
			|| (store_view && !check_store_view(store_view)) || !php_aco_assets_check_transport(&transport)) {
		RETURN_THROWS();
	}
	object_init_ex(return_value, php_aco_assets_commerce_connection_ce);
	object = Z_OBJ_P(return_value);
	base = php_aco_with_default_path(url, "");
	ZVAL_STR(OBJ_PROP_NUM(object, PROPERTY_URL),
		zend_strpprintf(0, "%s/rest/%s", ZSTR_VAL(base), store_view ? ZSTR_VAL(store_view) : "all"));
	zend_string_release(base);
	php_aco_assets_set_text(object, PROPERTY_CLIENT_ID, NULL);
	if (store_view) {
		php_aco_assets_set_text(object, PROPERTY_STORE_VIEW_CODE, store_view);
	} else {
		ZVAL_STRING(OBJ_PROP_NUM(object, PROPERTY_STORE_VIEW_CODE), "all");
	}
	php_aco_assets_set_text(object, PROPERTY_IMS_URL, NULL);
	php_aco_assets_set_text(object, PROPERTY_SCOPE, NULL);
	php_aco_assets_set_transport(object, PROPERTY_TRANSPORT, &transport);
	ZVAL_OBJ_COPY(&CONNECTION(object)->credentials, credentials);
}

ZEND_METHOD(Aco_Assets_CommerceConnection, saas)
{
	php_aco_assets_transport transport = PHP_ACO_ASSETS_TRANSPORT_INIT;
	zend_string *url, *client_id, *secret, *store_view = NULL, *ims_url = NULL, *scope = NULL;
	zend_object *object;

	ZEND_PARSE_PARAMETERS_START(3, 10)
		Z_PARAM_STR(url)
		Z_PARAM_STR(client_id)
		Z_PARAM_STR(secret)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR(store_view)
		Z_PARAM_STR(ims_url)
		Z_PARAM_STR_OR_NULL(scope)
		Z_PARAM_STR_OR_NULL(transport.ca_file)
		Z_PARAM_STR_OR_NULL(transport.proxy)
		Z_PARAM_LONG(transport.connect_timeout_ms)
		Z_PARAM_LONG(transport.timeout_ms)
	ZEND_PARSE_PARAMETERS_END();

	if (!php_aco_check_url(url, "$url") || !php_aco_check_text(client_id, "$clientId", true) || !php_aco_check_text(secret, "$clientSecret", true)
			|| (store_view && !check_store_view(store_view)) || (ims_url && !php_aco_check_url(ims_url, "$imsUrl"))
			|| (scope && !php_aco_check_text(scope, "$scope", true)) || !php_aco_assets_check_transport(&transport)) {
		RETURN_THROWS();
	}
	object_init_ex(return_value, php_aco_assets_commerce_connection_ce);
	object = Z_OBJ_P(return_value);
	ZVAL_STR(OBJ_PROP_NUM(object, PROPERTY_URL), php_aco_with_default_path(url, ""));
	php_aco_assets_set_text(object, PROPERTY_CLIENT_ID, client_id);
	if (store_view) {
		php_aco_assets_set_text(object, PROPERTY_STORE_VIEW_CODE, store_view);
	} else {
		ZVAL_STRING(OBJ_PROP_NUM(object, PROPERTY_STORE_VIEW_CODE), "default");
	}
	if (ims_url) {
		ZVAL_STR(OBJ_PROP_NUM(object, PROPERTY_IMS_URL), php_aco_with_default_path(ims_url, IMS_PATH));
	} else {
		ZVAL_STRING(OBJ_PROP_NUM(object, PROPERTY_IMS_URL), IMS_URL);
	}
	if (scope) {
		php_aco_assets_set_text(object, PROPERTY_SCOPE, scope);
	} else {
		ZVAL_STRING(OBJ_PROP_NUM(object, PROPERTY_SCOPE), DEFAULT_SCOPE);
	}
	php_aco_assets_set_transport(object, PROPERTY_TRANSPORT, &transport);
	CONNECTION(object)->secret = php_aco_assets_copy_secret(secret);
}

static bool sign(void *keys, const char *method, const char *url, aco_buf *value)
{
	return aco_oauth1_authorize(keys, method, url, value);
}

static void free_keys(void *keys)
{
	aco_oauth1_keys_free(keys);
}

bool php_aco_assets_commerce_is_signed(zend_object *connection)
{
	return !CONNECTION(connection)->secret;
}

void *php_aco_assets_commerce_keys(zend_object *object)
{
	php_aco_assets_credentials keys;
	aco_oauth1_keys *made;

	if (!php_aco_assets_credentials_get(Z_OBJ(CONNECTION(object)->credentials), &keys)) {
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
	php_aco_assets_get_transport(object, PROPERTY_TRANSPORT, http);
}

bool php_aco_assets_commerce_settings(zend_object *object, aco_engine_settings *settings, php_aco_assets_commerce_headers *headers)
{
	settings->tenant_url = php_aco_assets_text(object, PROPERTY_URL);
	php_aco_assets_commerce_http(object, &settings->http);
	if (php_aco_assets_commerce_is_signed(object)) {
		settings->signer = (aco_signer) {.sign = sign, .free = free_keys, .keys = php_aco_assets_commerce_keys(object)};
		return settings->signer.keys != NULL;
	}
	settings->token_url = php_aco_assets_text(object, PROPERTY_IMS_URL);
	settings->client_id = php_aco_assets_text(object, PROPERTY_CLIENT_ID);
	settings->client_secret = ZSTR_VAL(CONNECTION(object)->secret);
	settings->scope = php_aco_assets_text(object, PROPERTY_SCOPE);
	snprintf(headers->store, sizeof(headers->store), "Store: %s", php_aco_assets_text(object, PROPERTY_STORE_VIEW_CODE));
	headers->lines[0] = headers->store;
	headers->lines[1] = NULL;
	settings->headers = headers->lines;
	return true;
}

void php_aco_assets_commerce_connection_register(void)
{
	php_aco_assets_commerce_connection_ce = register_class_Aco_Assets_CommerceConnection();
	php_aco_assets_commerce_connection_ce->create_object = create;
	memcpy(&handlers, zend_get_std_object_handlers(), sizeof(handlers));
	handlers.offset = offsetof(commerce_connection, std);
	handlers.free_obj = free_object;
	handlers.clone_obj = NULL;
}
