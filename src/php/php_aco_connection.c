#include "php_aco_connection.h"

#include "main/fopen_wrappers.h"
#include "php_aco_discovery.h"
#include "php_aco_exceptions.h"
#include "src/core/aco_url.h"
#if PHP_VERSION_ID >= 80200
# include "zend_attributes.h"
#endif

#include <openssl/crypto.h>

#include "php_aco_connection_arginfo.h"

/* Documented for the ingestion API. */
#define DEFAULT_SCOPE "openid,AdobeID,profile,email,commerce.aco.ingestion"
#define DEFAULT_IMS_URL "https://ims-na1.adobelogin.com/ims/token/v3"
#define DEFAULT_IMS_PATH "/ims/token/v3"
#define DEFAULT_CCM_URL "https://ccm.api.commerce.adobe.com/api/v1"
#define DEFAULT_CCM_PATH "/api/v1"

#define MAX_TEXT_BYTES 1024
#define MAX_TIMEOUT_MS 3600000

/* Room for the shortest documented answers, whatever aco.max_response_bytes says. */
#define MIN_RESPONSE_BYTES 256

/* More simultaneous connections than any client's concurrency. */
#define MAX_CONNECTIONS 64

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

static void wipe(zend_string *secret)
{
	OPENSSL_cleanse(ZSTR_VAL(secret), ZSTR_LEN(secret));
	zend_string_free(secret);
}

static void free_object(zend_object *object)
{
	php_aco_connection *connection = CONNECTION(object);

	if (connection->secret) {
		wipe(connection->secret);
	}
	zend_object_std_dtor(object);
}

static bool check_text(zend_string *text, const char *parameter, bool required)
{
	if (required && ZSTR_LEN(text) == 0) {
		php_aco_throw_argument("%s must not be empty", parameter);
		return false;
	}
	if (ZSTR_LEN(text) > MAX_TEXT_BYTES) {
		php_aco_throw_argument("%s must not be longer than %d bytes", parameter, MAX_TEXT_BYTES);
		return false;
	}
	for (size_t i = 0; i < ZSTR_LEN(text); i++) {
		unsigned char byte = (unsigned char) ZSTR_VAL(text)[i];
		if (byte < 0x20 || byte == 0x7f) {
			php_aco_throw_argument("%s must not hold control characters", parameter);
			return false;
		}
	}
	return true;
}

/* As a path segment these would leave the base address. */
static bool check_tenant_id(zend_string *tenant_id)
{
	if (!check_text(tenant_id, "$tenantId", true)) {
		return false;
	}
	if (zend_string_equals_literal(tenant_id, ".") || zend_string_equals_literal(tenant_id, "..")) {
		php_aco_throw_argument("$tenantId must be the id of a tenant");
		return false;
	}
	return true;
}

static bool check_url(zend_string *url, const char *parameter)
{
	aco_error error;

	if (!check_text(url, parameter, true)) {
		return false;
	}
	if (!aco_url_check(ZSTR_VAL(url), ACO_G(allow_http), parameter, &error)) {
		php_aco_throw_error(&error);
		return false;
	}
	return true;
}

static bool check_timeout(zend_long timeout_ms, const char *parameter)
{
	if (timeout_ms < 1 || timeout_ms > MAX_TIMEOUT_MS) {
		php_aco_throw_argument("%s must be between 1 and %d milliseconds", parameter, MAX_TIMEOUT_MS);
		return false;
	}
	return true;
}

static bool check_ca_file(zend_string *file)
{
	zend_stat_t status;

	if (!check_text(file, "$caFile", true)) {
		return false;
	}
	if (php_check_open_basedir_ex(ZSTR_VAL(file), 0)) {
		php_aco_throw_argument("$caFile \"%s\" is outside open_basedir", ZSTR_VAL(file));
		return false;
	}
	if (VCWD_STAT(ZSTR_VAL(file), &status) != 0 || !S_ISREG(status.st_mode) || VCWD_ACCESS(ZSTR_VAL(file), R_OK) != 0) {
		php_aco_throw_argument("$caFile \"%s\" is not a file that can be read", ZSTR_VAL(file));
		return false;
	}
	return true;
}

static bool check_parameters(const connection_parameters *parameters)
{
	return check_tenant_id(parameters->tenant_id)
		&& check_text(parameters->client_id, "$clientId", true)
		&& check_text(parameters->client_secret, "$clientSecret", true)
		&& check_text(parameters->org_id, "$orgId", false)
		&& check_url(parameters->ims_url, "$imsUrl")
		&& check_text(parameters->scope, "$scope", true)
		&& (!parameters->ca_file || check_ca_file(parameters->ca_file))
		&& (!parameters->proxy || check_text(parameters->proxy, "$proxy", false))
		&& check_timeout(parameters->connect_timeout_ms, "$connectTimeoutMs")
		&& check_timeout(parameters->timeout_ms, "$timeoutMs");
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

static zend_string *with_default_path(zend_string *url, const char *path)
{
	aco_buf buf = ACO_BUF_INIT;
	zend_string *completed = NULL;

	if (aco_url_with_default_path(ZSTR_VAL(url), path, &buf)) {
		completed = zend_string_init(buf.data, buf.length - 1, false);
	}
	aco_buf_free(&buf);
	return completed ? completed : zend_string_copy(url);
}

static void complete_ims_url(connection_parameters *parameters)
{
	zend_string *completed = with_default_path(parameters->ims_url, DEFAULT_IMS_PATH);

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
	if (check_parameters(&parameters) && check_url(parameters.ingestion_url, "$ingestionUrl")) {
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

static void set_http(aco_http_settings *http, zend_string *ca_file, zend_string *proxy, zend_long connect_timeout_ms, zend_long timeout_ms)
{
	const char *bundle = ACO_G(ca_bundle) && *ACO_G(ca_bundle) ? ACO_G(ca_bundle) : NULL;

	http->ca_file = ca_file ? ZSTR_VAL(ca_file) : bundle;
	http->proxy = proxy ? ZSTR_VAL(proxy) : NULL;
	http->connect_timeout_ms = (long) connect_timeout_ms;
	http->timeout_ms = (long) timeout_ms;
	http->max_response_bytes = (size_t) MAX(ACO_G(max_response_bytes), MIN_RESPONSE_BYTES);
	http->max_connections = MAX_CONNECTIONS;
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

	set_http(&discovery.http, parameters->ca_file, parameters->proxy, parameters->connect_timeout_ms, parameters->timeout_ms);
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
	if (check_text(parameters.org_id, "$orgId", true) && check_parameters(&parameters) && check_url(ccm_url, "$ccmUrl")) {
		zend_string *completed = with_default_path(ccm_url, DEFAULT_CCM_PATH);
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

bool php_aco_connection_settings(zend_object *object, aco_engine_settings *settings, aco_buf *tenant_url)
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
	set_http(&settings->http, property_text(object, PROPERTY_CA_FILE), property_text(object, PROPERTY_PROXY),
		Z_LVAL_P(OBJ_PROP_NUM(object, PROPERTY_CONNECT_TIMEOUT_MS)), Z_LVAL_P(OBJ_PROP_NUM(object, PROPERTY_TIMEOUT_MS)));
	return true;
}

#if PHP_VERSION_ID >= 80200
/* #[\SensitiveParameter] */
static void hide_from_traces(const char *method, uint32_t parameter)
{
	zend_function *function = zend_hash_str_find_ptr(&php_aco_connection_ce->function_table, method, strlen(method));

	zend_add_parameter_attribute(function, parameter, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);
}
#endif

void php_aco_connection_register(void)
{
	php_aco_connection_ce = register_class_Aco_Connection();
	php_aco_connection_ce->create_object = create;
	memcpy(&handlers, zend_get_std_object_handlers(), sizeof(handlers));
	handlers.offset = offsetof(php_aco_connection, std);
	handlers.free_obj = free_object;
	handlers.clone_obj = NULL;
#if PHP_VERSION_ID >= 80200
	hide_from_traces("__construct", 2);
	hide_from_traces("discover", 3);
#endif
}
