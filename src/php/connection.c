/* SPDX-License-Identifier: MIT */
#include "src/php/connection.h"

#include "src/php/discovery.h"
#include "src/php/engine.h"
#include "src/php/exceptions.h"
#include "src/php/ims_credentials.h"
#include "src/php/parameters.h"
#include "src/php/transport.h"
#include "src/core/net/url.h"
#if PHP_VERSION_ID >= 80200
# include "zend_attributes.h"
#endif

#include "src/php/connection_arginfo.h"

/* The scopes that the ingestion API documents. */
#define DEFAULT_SCOPE "openid,AdobeID,profile,email,commerce.aco.ingestion"
#define DEFAULT_CCM_URL "https://ccm.api.commerce.adobe.com/api/v1"
#define DEFAULT_CCM_PATH "/api/v1"

#define METADATA_HEADER "service-connector-metadata: "
#define MAX_METADATA 1024

zend_class_entry *php_aco_connection_ce;

static zend_object_handlers php_aco_connection_handlers;

enum {
	PROPERTY_TENANT_ID,
	PROPERTY_CLIENT_ID,
	PROPERTY_INGESTION_URL,
	PROPERTY_ORG_ID,
	PROPERTY_IMS_URL,
	PROPERTY_SCOPE,
	PROPERTY_TRANSPORT,
	PROPERTY_STUDIO_URL,
	PROPERTY_METADATA,
	PROPERTY_COUNT
};

enum { HIDDEN_SECRET = PROPERTY_COUNT, VALUE_COUNT };

/* The parameters that the constructor and discover() share. */
typedef struct connection_parameters {
	zend_string *tenant_id;
	zend_string *client_id;
	zend_string *client_secret;
	zend_string *ingestion_url;
	zend_string *org_id;
	zend_string *ims_url;
	zend_string *scope;
	zend_object *transport;
	zend_string *studio_url;
	/* NULL: none. */
	zend_string *metadata;
} connection_parameters;

static zend_object *php_aco_connection_create(zend_class_entry *class_entry)
{
	return php_aco_object_create(class_entry, &php_aco_connection_handlers);
}

/* As path segments these would leave the base URL. */
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

/* Of characters that a header may have. */
static bool check_metadata(zend_string *metadata)
{
	if (!metadata) {
		return true;
	}
	if (!php_aco_check_text(metadata, "$metadata", true)) {
		return false;
	}

	for (size_t i = 0; i < ZSTR_LEN(metadata); i++) {
		if ((unsigned char) ZSTR_VAL(metadata)[i] > '~') {
			php_aco_throw_argument("$metadata must be ASCII");
			return false;
		}
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
		&& check_metadata(parameters->metadata);
}

static void php_aco_connection_fill(zend_object *object, const connection_parameters *parameters)
{
	php_aco_set_string(object, PROPERTY_TENANT_ID, parameters->tenant_id);
	php_aco_set_string(object, PROPERTY_CLIENT_ID, parameters->client_id);
	php_aco_set_string(object, PROPERTY_INGESTION_URL, parameters->ingestion_url);
	php_aco_set_string(object, PROPERTY_ORG_ID, parameters->org_id);
	php_aco_set_string(object, PROPERTY_IMS_URL, parameters->ims_url);
	php_aco_set_string(object, PROPERTY_SCOPE, parameters->scope);
	php_aco_set_object(object, PROPERTY_TRANSPORT, parameters->transport);
	php_aco_set_string(object, PROPERTY_STUDIO_URL, parameters->studio_url);
	php_aco_set_string(object, PROPERTY_METADATA, parameters->metadata);
	php_aco_set_secret(object, HIDDEN_SECRET, parameters->client_secret);
	php_aco_values_publish(object);
}

/*
 * Sets defaults for what was not given; release_defaults() releases them. False with an exception pending, and
 * nothing to release.
 */
static bool apply_defaults(connection_parameters *parameters)
{
	parameters->transport = php_aco_transport_take(parameters->transport);
	if (!parameters->transport) {
		return false;
	}

	parameters->org_id = parameters->org_id ? zend_string_copy(parameters->org_id) : ZSTR_EMPTY_ALLOC();
	parameters->ims_url = parameters->ims_url
		? zend_string_copy(parameters->ims_url)
		: zend_string_init(PHP_ACO_IMS_URL, strlen(PHP_ACO_IMS_URL), false);
	parameters->scope = parameters->scope
		? zend_string_copy(parameters->scope)
		: zend_string_init(DEFAULT_SCOPE, strlen(DEFAULT_SCOPE), false);
	return true;
}

static void release_defaults(connection_parameters *parameters)
{
	OBJ_RELEASE(parameters->transport);
	zend_string_release(parameters->org_id);
	zend_string_release(parameters->ims_url);
	zend_string_release(parameters->scope);
}

static void complete_ims_url(connection_parameters *parameters)
{
	zend_string *completed = php_aco_with_default_path(parameters->ims_url, PHP_ACO_IMS_PATH);

	zend_string_release(parameters->ims_url);
	parameters->ims_url = completed;
}

PHP_METHOD(Aco_Connection, __construct)
{
	zend_object *object = Z_OBJ_P(ZEND_THIS);
	connection_parameters parameters = {0};

	ZEND_PARSE_PARAMETERS_START(4, 9)
		Z_PARAM_STR(parameters.tenant_id)
		Z_PARAM_STR(parameters.client_id)
		Z_PARAM_STR(parameters.client_secret)
		Z_PARAM_STR(parameters.ingestion_url)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR(parameters.org_id)
		Z_PARAM_STR(parameters.ims_url)
		Z_PARAM_STR_OR_NULL(parameters.scope)
		Z_PARAM_OBJ_OF_CLASS_OR_NULL(parameters.transport, php_aco_transport_ce)
		Z_PARAM_STR_OR_NULL(parameters.metadata)
	ZEND_PARSE_PARAMETERS_END();

	if (!php_aco_values_check_new(object) || !apply_defaults(&parameters)) {
		RETURN_THROWS();
	}

	if (check_parameters(&parameters) && php_aco_check_url(parameters.ingestion_url, "$ingestionUrl")) {
		complete_ims_url(&parameters);
		php_aco_connection_fill(object, &parameters);
	}

	release_defaults(&parameters);
}

PHP_METHOD(Aco_Connection, ingestionUrl)
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

	if (ZSTR_LEN(region) == 0
			|| strspn(ZSTR_VAL(region), "abcdefghijklmnopqrstuvwxyz0123456789-") != ZSTR_LEN(region)) {
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

/* On failure an exception is pending and no object is returned. */
static void php_aco_connection_discover(zval *return_value, connection_parameters *parameters, zend_string *ccm_url)
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

	php_aco_transport_http(parameters->transport, &discovery.http);
	if (!php_aco_discover(&discovery)) {
		return;
	}

	parameters->ingestion_url = discovery.ingestion_url;
	parameters->studio_url = discovery.studio_url;
	object_init_ex(return_value, php_aco_connection_ce);
	php_aco_connection_fill(Z_OBJ_P(return_value), parameters);
	zend_string_release(discovery.ingestion_url);

	if (discovery.studio_url) {
		zend_string_release(discovery.studio_url);
	}
}

PHP_METHOD(Aco_Connection, discover)
{
	connection_parameters parameters = {0};
	zend_string *ccm_url = NULL;

	ZEND_PARSE_PARAMETERS_START(4, 8)
		Z_PARAM_STR(parameters.org_id)
		Z_PARAM_STR(parameters.tenant_id)
		Z_PARAM_STR(parameters.client_id)
		Z_PARAM_STR(parameters.client_secret)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR(parameters.ims_url)
		Z_PARAM_STR(ccm_url)
		Z_PARAM_STR_OR_NULL(parameters.scope)
		Z_PARAM_OBJ_OF_CLASS_OR_NULL(parameters.transport, php_aco_transport_ce)
	ZEND_PARSE_PARAMETERS_END();

	if (!apply_defaults(&parameters)) {
		RETURN_THROWS();
	}

	ccm_url = ccm_url ? zend_string_copy(ccm_url) : zend_string_init(DEFAULT_CCM_URL, strlen(DEFAULT_CCM_URL), false);
	if (php_aco_check_text(parameters.org_id, "$orgId", true) && check_parameters(&parameters)
			&& php_aco_check_url(ccm_url, "$ccmUrl")) {
		zend_string *completed = php_aco_with_default_path(ccm_url, DEFAULT_CCM_PATH);
		complete_ims_url(&parameters);
		php_aco_connection_discover(return_value, &parameters, completed);
		zend_string_release(completed);
	}

	zend_string_release(ccm_url);
	release_defaults(&parameters);
}

/* The settings borrow from the object and from `base_url`, which gets the URL of the tenant. */
static bool read_settings(const zend_object *object, aco_engine_settings *settings, aco_buf *base_url)
{
	if (!php_aco_values_check(object)) {
		return false;
	}

	if (!aco_url_of_tenant(php_aco_value_text(object, PROPERTY_INGESTION_URL),
			php_aco_value_text(object, PROPERTY_TENANT_ID), base_url)) {
		php_aco_throw_memory();
		return false;
	}

	settings->base_url = base_url->data;
	settings->token_url = php_aco_value_text(object, PROPERTY_IMS_URL);
	settings->client_id = php_aco_value_text(object, PROPERTY_CLIENT_ID);
	settings->client_secret = php_aco_value_text(object, HIDDEN_SECRET);
	settings->scope = php_aco_value_text(object, PROPERTY_SCOPE);
	php_aco_transport_http(php_aco_value_object(object, PROPERTY_TRANSPORT), &settings->http);

	return true;
}

aco_engine *php_aco_connection_make_engine(zend_object *connection, zend_object *limits)
{
	aco_engine_settings settings = {0};
	aco_buf base_url = ACO_BUF_INIT;
	char metadata[sizeof(METADATA_HEADER) + MAX_METADATA];
	const char *const headers[] = {metadata, NULL};
	aco_engine *engine = NULL;

	if (read_settings(connection, &settings, &base_url)) {
		if (php_aco_value_text(connection, PROPERTY_METADATA)) {
			snprintf(metadata, sizeof(metadata), METADATA_HEADER "%s",
				php_aco_value_text(connection, PROPERTY_METADATA));
			settings.headers = headers;
		}
		engine = php_aco_engine_make(&settings, limits, PHP_ACO_LIMITS_REQUESTS_PER_SECOND);
	}
	aco_buf_free(&base_url);
	return engine;
}

void php_aco_connection_register(void)
{
	php_aco_connection_ce = register_class_Aco_Connection();
	php_aco_values_register(php_aco_connection_ce, php_aco_connection_create, &php_aco_connection_handlers,
		VALUE_COUNT - PROPERTY_COUNT);
}
