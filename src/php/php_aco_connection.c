#include "php_aco_connection.h"

#include "php_aco_discovery.h"
#include "php_aco_engine.h"
#include "php_aco_exceptions.h"
#include "php_aco_parameters.h"
#include "src/core/aco_url.h"
#if PHP_VERSION_ID >= 80200
# include "zend_attributes.h"
#endif

#include "php_aco_connection_arginfo.h"

/* Documented for the ingestion API. */
#define DEFAULT_SCOPE "openid,AdobeID,profile,email,commerce.aco.ingestion"
#define DEFAULT_IMS_URL "https://ims-na1.adobelogin.com/ims/token/v3"
#define DEFAULT_IMS_PATH "/ims/token/v3"
#define DEFAULT_CCM_URL "https://ccm.api.commerce.adobe.com/api/v1"
#define DEFAULT_CCM_PATH "/api/v1"

zend_class_entry *php_aco_connection_ce;

typedef struct php_aco_connection {
	zend_string *secret;
	zend_object std;
} php_aco_connection;

PHP_ACO_ASSERT_STD_LAST(php_aco_connection);

#define CONNECTION(object) PHP_ACO_FETCH(php_aco_connection, (object))

enum {
	PROPERTY_TENANT_ID,
	PROPERTY_CLIENT_ID,
	PROPERTY_INGESTION_URL,
	PROPERTY_ORG_ID,
	PROPERTY_IMS_URL,
	PROPERTY_SCOPE,
	PROPERTY_CA_FILE,
	PROPERTY_PROXY,
	PROPERTY_CONNECT_TIMEOUT_MS,
	PROPERTY_TIMEOUT_MS,
	PROPERTY_STUDIO_URL
};

/* What constructor and discover() have in common. */
typedef struct connection_parameters {
	zend_string *tenant_id;
	zend_string *client_id;
	zend_string *client_secret;
	zend_string *ingestion_url;
	zend_string *org_id;
	zend_string *ims_url;
	zend_string *scope;
	zend_string *ca_file;
	zend_string *proxy;
	zend_long connect_timeout_ms;
	zend_long timeout_ms;
	zend_string *studio_url;
} connection_parameters;

static zend_object_handlers handlers;

static zend_object *create(zend_class_entry *class_entry)
{
	php_aco_connection *connection = zend_object_alloc(sizeof(*connection), class_entry);

	zend_object_std_init(&connection->std, class_entry);
	object_properties_init(&connection->std, class_entry);
	connection->std.handlers = &handlers;
	return &connection->std;
}

static void free_object(zend_object *object)
{
	php_aco_connection *connection = CONNECTION(object);

	if (connection->secret) {
		php_aco_wipe(connection->secret);
	}
	zend_object_std_dtor(object);
}

/* As a path segment these would leave the base address. */
static bool check_tenant_id(zend_string *tenant_id)
{
	if (!php_aco_check_text(tenant_id, "$tenantId", true)) {
		return false;
	}
	if (zend_string_equals_literal(tenant_id, ".") || zend_string_equals_literal(tenant_id, "..")) {
		php_aco_throw_argument("$tenantId must be the id of a tenant");
		return false;
	}
	return true;
}

static bool check_parameters(const connection_parameters *parameters)
{
	return check_tenant_id(parameters->tenant_id)
		&& php_aco_check_text(parameters->client_id, "$clientId", true)
		&& php_aco_check_text(parameters->client_secret, "$clientSecret", true)
		&& php_aco_check_text(parameters->org_id, "$orgId", false)
		&& php_aco_check_url(parameters->ims_url, "$imsUrl")
		&& php_aco_check_text(parameters->scope, "$scope", true)
		&& (!parameters->ca_file || php_aco_check_ca_file(parameters->ca_file))
		&& (!parameters->proxy || php_aco_check_text(parameters->proxy, "$proxy", false))
		&& php_aco_check_timeout(parameters->connect_timeout_ms, "$connectTimeoutMs")
		&& php_aco_check_timeout(parameters->timeout_ms, "$timeoutMs");
}

static void set_text(zend_object *object, uint32_t property, zend_string *text)
{
	if (text) {
		ZVAL_STR_COPY(OBJ_PROP_NUM(object, property), text);
	} else {
		ZVAL_NULL(OBJ_PROP_NUM(object, property));
	}
}

static void set_number(zend_object *object, uint32_t property, zend_long number)
{
	ZVAL_LONG(OBJ_PROP_NUM(object, property), number);
}

static void fill(zend_object *object, const connection_parameters *parameters)
{
	/* A copy of its own, so that wiping it touches nobody else's string. */
	CONNECTION(object)->secret = zend_string_init(ZSTR_VAL(parameters->client_secret), ZSTR_LEN(parameters->client_secret), false);
	set_text(object, PROPERTY_TENANT_ID, parameters->tenant_id);
	set_text(object, PROPERTY_CLIENT_ID, parameters->client_id);
	set_text(object, PROPERTY_INGESTION_URL, parameters->ingestion_url);
	set_text(object, PROPERTY_ORG_ID, parameters->org_id);
	set_text(object, PROPERTY_IMS_URL, parameters->ims_url);
	set_text(object, PROPERTY_SCOPE, parameters->scope);
	set_text(object, PROPERTY_CA_FILE, parameters->ca_file);
	set_text(object, PROPERTY_PROXY, parameters->proxy);
	set_number(object, PROPERTY_CONNECT_TIMEOUT_MS, parameters->connect_timeout_ms);
	set_number(object, PROPERTY_TIMEOUT_MS, parameters->timeout_ms);
	set_text(object, PROPERTY_STUDIO_URL, parameters->studio_url);
}

/* Defaults for what was not given; release with release_defaults(). */
static void apply_defaults(connection_parameters *parameters)
{
	parameters->org_id = parameters->org_id ? zend_string_copy(parameters->org_id) : ZSTR_EMPTY_ALLOC();
	parameters->ims_url = parameters->ims_url
		? zend_string_copy(parameters->ims_url)
		: zend_string_init(DEFAULT_IMS_URL, sizeof(DEFAULT_IMS_URL) - 1, false);
	parameters->scope = parameters->scope
		? zend_string_copy(parameters->scope)
		: zend_string_init(DEFAULT_SCOPE, sizeof(DEFAULT_SCOPE) - 1, false);
}

static void release_defaults(connection_parameters *parameters)
{
	zend_string_release(parameters->org_id);
	zend_string_release(parameters->ims_url);
	zend_string_release(parameters->scope);
}

static void complete_ims_url(connection_parameters *parameters)
{
	zend_string *completed = php_aco_with_default_path(parameters->ims_url, DEFAULT_IMS_PATH);

	zend_string_release(parameters->ims_url);
	parameters->ims_url = completed;
}

ZEND_METHOD(Aco_Connection, __construct)
{
	zend_object *object = Z_OBJ_P(ZEND_THIS);
	connection_parameters parameters = {.connect_timeout_ms = 5000, .timeout_ms = 30000};

	ZEND_PARSE_PARAMETERS_START(4, 11)
		Z_PARAM_STR(parameters.tenant_id)
		Z_PARAM_STR(parameters.client_id)
		Z_PARAM_STR(parameters.client_secret)
		Z_PARAM_STR(parameters.ingestion_url)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR(parameters.org_id)
		Z_PARAM_STR(parameters.ims_url)
		Z_PARAM_STR_OR_NULL(parameters.scope)
		Z_PARAM_STR_OR_NULL(parameters.ca_file)
		Z_PARAM_STR_OR_NULL(parameters.proxy)
		Z_PARAM_LONG(parameters.connect_timeout_ms)
		Z_PARAM_LONG(parameters.timeout_ms)
	ZEND_PARSE_PARAMETERS_END();

	if (CONNECTION(object)->secret) {
		zend_throw_error(NULL, "Cannot construct Aco\\Connection twice");
		RETURN_THROWS();
	}
	apply_defaults(&parameters);
	if (check_parameters(&parameters) && php_aco_check_url(parameters.ingestion_url, "$ingestionUrl")) {
		complete_ims_url(&parameters);
		fill(object, &parameters);
	}
	release_defaults(&parameters);
}

ZEND_METHOD(Aco_Connection, ingestionUrl)
{
	zend_string *tenant_id, *region, *type;
	aco_buf url = ACO_BUF_INIT;
	bool sandbox;

	ZEND_PARSE_PARAMETERS_START(3, 3)
		Z_PARAM_STR(tenant_id)
		Z_PARAM_STR(region)
		Z_PARAM_STR(type)
	ZEND_PARSE_PARAMETERS_END();

	if (!check_tenant_id(tenant_id)) {
		RETURN_THROWS();
	}
	if (ZSTR_LEN(region) == 0 || strspn(ZSTR_VAL(region), "abcdefghijklmnopqrstuvwxyz0123456789-") != ZSTR_LEN(region)) {
		php_aco_throw_argument("$region must be a region such as na1 or eu1");
		RETURN_THROWS();
	}
	sandbox = zend_string_equals_literal(type, "sandbox");
	if (!sandbox && !zend_string_equals_literal(type, "production")) {
		php_aco_throw_argument("$type must be sandbox or production");
		RETURN_THROWS();
	}
	aco_url_encode(&url, ZSTR_VAL(tenant_id), ZSTR_LEN(tenant_id));
	RETVAL_STR(zend_strpprintf(0, "https://%s%s.api.commerce.adobe.com/%.*s",
		ZSTR_VAL(region), sandbox ? "-sandbox" : "", (int) url.length, url.data));
	aco_buf_free(&url);
}

/* An exception is pending when it returns without an object. */
static void discover(zval *return_value, connection_parameters *parameters, zend_string *ccm_url)
{
	php_aco_discovery discovery = {
		.org_id = ZSTR_VAL(parameters->org_id),
		.tenant_id = ZSTR_VAL(parameters->tenant_id),
		.client_id = ZSTR_VAL(parameters->client_id),
		.client_secret = ZSTR_VAL(parameters->client_secret),
		.scope = ZSTR_VAL(parameters->scope),
		.ims_url = ZSTR_VAL(parameters->ims_url),
		.ccm_url = ZSTR_VAL(ccm_url),
	};

	php_aco_set_http(&discovery.http, parameters->ca_file, parameters->proxy, parameters->connect_timeout_ms, parameters->timeout_ms);
	if (!php_aco_discover(&discovery)) {
		return;
	}
	parameters->ingestion_url = discovery.ingestion_url;
	parameters->studio_url = discovery.studio_url;
	object_init_ex(return_value, php_aco_connection_ce);
	fill(Z_OBJ_P(return_value), parameters);
	zend_string_release(discovery.ingestion_url);
	if (discovery.studio_url) {
		zend_string_release(discovery.studio_url);
	}
}

ZEND_METHOD(Aco_Connection, discover)
{
	connection_parameters parameters = {.connect_timeout_ms = 5000, .timeout_ms = 30000};
	zend_string *ccm_url = NULL;

	ZEND_PARSE_PARAMETERS_START(4, 11)
		Z_PARAM_STR(parameters.org_id)
		Z_PARAM_STR(parameters.tenant_id)
		Z_PARAM_STR(parameters.client_id)
		Z_PARAM_STR(parameters.client_secret)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR(parameters.ims_url)
		Z_PARAM_STR(ccm_url)
		Z_PARAM_STR_OR_NULL(parameters.scope)
		Z_PARAM_STR_OR_NULL(parameters.ca_file)
		Z_PARAM_STR_OR_NULL(parameters.proxy)
		Z_PARAM_LONG(parameters.connect_timeout_ms)
		Z_PARAM_LONG(parameters.timeout_ms)
	ZEND_PARSE_PARAMETERS_END();

	apply_defaults(&parameters);
	ccm_url = ccm_url ? zend_string_copy(ccm_url) : zend_string_init(DEFAULT_CCM_URL, sizeof(DEFAULT_CCM_URL) - 1, false);
	if (php_aco_check_text(parameters.org_id, "$orgId", true) && check_parameters(&parameters) && php_aco_check_url(ccm_url, "$ccmUrl")) {
		zend_string *completed = php_aco_with_default_path(ccm_url, DEFAULT_CCM_PATH);
		complete_ims_url(&parameters);
		discover(return_value, &parameters, completed);
		zend_string_release(completed);
	}
	zend_string_release(ccm_url);
	release_defaults(&parameters);
}

static zend_string *property_text(zend_object *object, uint32_t property)
{
	zval *value = OBJ_PROP_NUM(object, property);

	return Z_TYPE_P(value) == IS_STRING ? Z_STR_P(value) : NULL;
}

/* Strings are borrowed from the object, but for the tenant's address, which is written to `tenant_url`. */
static bool read_settings(zend_object *object, aco_engine_settings *settings, aco_buf *tenant_url)
{
	php_aco_connection *connection = CONNECTION(object);

	if (!connection->secret) {
		zend_throw_error(NULL, "Aco\\Connection was not constructed");
		return false;
	}
	if (!aco_url_of_tenant(Z_STRVAL_P(OBJ_PROP_NUM(object, PROPERTY_INGESTION_URL)),
			Z_STRVAL_P(OBJ_PROP_NUM(object, PROPERTY_TENANT_ID)), tenant_url)) {
		php_aco_throw_memory();
		return false;
	}
	settings->tenant_url = tenant_url->data;
	settings->token_url = Z_STRVAL_P(OBJ_PROP_NUM(object, PROPERTY_IMS_URL));
	settings->client_id = Z_STRVAL_P(OBJ_PROP_NUM(object, PROPERTY_CLIENT_ID));
	settings->client_secret = ZSTR_VAL(connection->secret);
	settings->scope = Z_STRVAL_P(OBJ_PROP_NUM(object, PROPERTY_SCOPE));
	php_aco_set_http(&settings->http, property_text(object, PROPERTY_CA_FILE), property_text(object, PROPERTY_PROXY),
		Z_LVAL_P(OBJ_PROP_NUM(object, PROPERTY_CONNECT_TIMEOUT_MS)), Z_LVAL_P(OBJ_PROP_NUM(object, PROPERTY_TIMEOUT_MS)));
	return true;
}

aco_engine *php_aco_connection_make_engine(zend_object *connection, zend_object *limits)
{
	aco_engine_settings settings = {0};
	aco_buf tenant_url = ACO_BUF_INIT;
	aco_engine *engine = NULL;

	if (read_settings(connection, &settings, &tenant_url)) {
		engine = php_aco_engine_make(&settings, limits, PHP_ACO_LIMITS_REQUESTS_PER_SECOND);
	}
	aco_buf_free(&tenant_url);
	return engine;
}

void php_aco_connection_register(void)
{
	php_aco_connection_ce = register_class_Aco_Connection();
	php_aco_connection_ce->create_object = create;
	memcpy(&handlers, zend_get_std_object_handlers(), sizeof(handlers));
	handlers.offset = offsetof(php_aco_connection, std);
	handlers.free_obj = free_object;
	handlers.clone_obj = NULL;
}
