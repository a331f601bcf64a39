/* SPDX-License-Identifier: MIT */
#include "src/php/assets/registry.h"

#include "src/core/base/clock.h"
#include "src/core/net/header.h"
#include "src/php/exceptions.h"
#include "src/php/exchange.h"
#include "src/php/parameters.h"

#include "src/php/assets/tenant_registry_arginfo.h"

/* The lifetime that Adobe's own clients use. */
#define TOKEN_LIFE_S 300
#define MAX_THRESHOLD 100

typedef struct tenant_registry {
	php_aco_requester requester;
	zval connection;
	aco_registry_dialect dialect;
	php_aco_exchange_retries retries;
	/* Buffers of the request in flight. The object owns them, so that they are wiped even after a bailout. */
	aco_json body;
	aco_buf api_key;
	aco_buf environment_id;
	aco_buf signature;
	aco_secrets *secrets;
	zend_object std;
} tenant_registry;

PHP_ACO_ASSERT_STD_LAST(tenant_registry);

#define REGISTRY(object) PHP_ACO_FETCH(tenant_registry, (object))

static zend_class_entry *tenant_registry_ce;
static zend_object_handlers php_aco_tenant_registry_handlers;

/* One registration, which may take several registration. */
typedef struct registration {
	php_aco_assets_registry service;
	aco_registry_tenant tenant;
	aco_registry_dialect dialect;
	bool dialect_changed;
	bool token_renewed;
	php_aco_exchange_retries retries;
	aco_registry_outcome outcome;
	char request_id[ACO_REQUEST_ID_SIZE];
} registration;

static zend_object *php_aco_tenant_registry_create(zend_class_entry *class_entry)
{
	return php_aco_object_create(class_entry, &php_aco_tenant_registry_handlers);
}

static void php_aco_tenant_registry_forget_request(tenant_registry *registry)
{
	aco_buf_wipe(&registry->body.buf);
	aco_buf_free(&registry->api_key);
	aco_buf_free(&registry->environment_id);
	aco_buf_wipe(&registry->signature);
	aco_secrets_release(registry->secrets);
	registry->secrets = NULL;
}

static void php_aco_tenant_registry_free(zend_object *object)
{
	php_aco_remains remains = {0};

	/* First: its transfers borrow from the buffers. */
	php_aco_requester_close(&REGISTRY(object)->requester);
	php_aco_tenant_registry_forget_request(REGISTRY(object));
	php_aco_remains_take(&remains, &REGISTRY(object)->connection);
	zend_object_std_dtor(object);
	php_aco_remains_release(&remains);
}

static HashTable *php_aco_tenant_registry_get_gc(zend_object *object, zval **table, int *count)
{
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();

	zend_get_gc_buffer_add_zval(buffer, &REGISTRY(object)->connection);
	return php_aco_gc(object, buffer, table, count);
}

PHP_METHOD(Aco_Assets_TenantRegistry, __construct)
{
	tenant_registry *registry = REGISTRY(Z_OBJ_P(ZEND_THIS));
	zend_object *connection, *dialect = NULL, *limits = NULL;

	ZEND_PARSE_PARAMETERS_START(1, 3)
		Z_PARAM_OBJ_OF_CLASS(connection, php_aco_assets_registry_connection_ce)
		Z_PARAM_OPTIONAL
		Z_PARAM_OBJ_OF_CLASS(dialect, php_aco_assets_dialect_ce)
		Z_PARAM_OBJ_OF_CLASS_OR_NULL(limits, php_aco_limits_ce)
	ZEND_PARSE_PARAMETERS_END();

	if (!Z_ISUNDEF(registry->connection)) {
		zend_throw_error(NULL, "Cannot construct Aco\\Assets\\TenantRegistry twice");
		RETURN_THROWS();
	}

	if (!php_aco_exchange_retries_init(&registry->retries, limits)) {
		RETURN_THROWS();
	}

	registry->dialect = dialect ? php_aco_assets_dialect_of(dialect) : ACO_REGISTRY_NESTED;
	ZVAL_OBJ_COPY(&registry->connection, connection);
}

static void write_claims(aco_json *json, const php_aco_assets_registry *service)
{
	int64_t now_s = aco_clock_wall_ms() / 1000;

	aco_json_begin_object(json);
	aco_json_key(json, "iat");
	aco_json_int(json, now_s);
	aco_json_key(json, "exp");
	aco_json_int(json, now_s + TOKEN_LIFE_S);
	if (ZSTR_LEN(service->claims) > 0) {
		aco_json_raw(json, ZSTR_VAL(service->claims), ZSTR_LEN(service->claims));
	}
	aco_json_end_object(json);
}

/* Writes body and headers; each attempt signs a new token. False with an exception pending. */
static bool php_aco_tenant_registry_prepare(tenant_registry *registry, const registration *registration)
{
	const php_aco_assets_registry *service = &registration->service;
	aco_json claims = {.buf = ACO_BUF_INIT};
	bool prepared;

	php_aco_tenant_registry_forget_request(registry);
	write_claims(&claims, service);
	aco_header_append(&registry->api_key, "x-api-key", service->api_key);
	aco_header_append(&registry->environment_id, "magento-environment-Id", service->environment_id);
	aco_buf_append_literal(&registry->signature, "x-gw-signature: ");
	prepared = !claims.buf.failed
		&& aco_jwt_sign(service->key, claims.buf.data, claims.buf.length, &registry->signature)
		&& aco_registry_request(&registry->body, &registration->tenant, registration->dialect);
	aco_buf_append_char(&registry->signature, '\0');
	aco_buf_free(&claims.buf);

	if (!prepared || registry->api_key.failed || registry->environment_id.failed || registry->signature.failed) {
		php_aco_throw_memory();
		return false;
	}

	return true;
}

/*
 * Collects the secrets of the request, which a message about its response must not show. False with an
 * exception pending.
 */
static bool php_aco_tenant_registry_learn_secrets(tenant_registry *registry, const aco_registry_tenant *tenant)
{
	const char *token = registry->signature.data + strlen("x-gw-signature: ");

	aco_secrets_release(registry->secrets);
	registry->secrets = aco_secrets_new();
	if (!registry->secrets || !aco_secrets_add(registry->secrets, tenant->consumer_secret)
			|| !aco_secrets_add(registry->secrets, tenant->access_token)
			|| !aco_secrets_add(registry->secrets, tenant->access_token_secret)
			|| !aco_secrets_add(registry->secrets, token)
			|| (tenant->matcher && !aco_secrets_add(registry->secrets, tenant->matcher->client_secret))) {
		php_aco_throw_memory();
		return false;
	}
	return true;
}

static bool php_aco_tenant_registry_attempt(tenant_registry *registry, registration *registration)
{
	aco_http_transfer *transfer;
	const char *headers[4] = {0};
	aco_http_request request = {
		.url = registration->service.url,
		.content_type = "application/json",
		.headers = headers,
	};

	if (!php_aco_tenant_registry_prepare(registry, registration)
			|| !php_aco_tenant_registry_learn_secrets(registry, &registration->tenant)) {
		return false;
	}

	headers[0] = registry->api_key.data;
	headers[1] = registry->environment_id.data;
	headers[2] = registry->signature.data;
	request.secrets = registry->secrets;
	request.body = registry->body.buf.data;
	request.body_length = registry->body.buf.length;
	transfer = php_aco_exchange(registry->requester.http, &request, &registration->retries);
	if (!transfer) {
		return false;
	}

	aco_registry_read(&registration->outcome, aco_http_response_of(transfer));
	memcpy(registration->request_id, aco_http_response_of(transfer)->request_id, sizeof(registration->request_id));
	aco_http_release(registry->requester.http, transfer);

	return true;
}

/* Retries transient failures. False with an exception pending. */
static bool php_aco_tenant_registry_send(tenant_registry *registry, registration *registration)
{
	for (;;) {
		if (!php_aco_tenant_registry_attempt(registry, registration)) {
			return false;
		}

		if (registration->outcome.other_dialect && !registration->dialect_changed) {
			registration->dialect = registration->dialect == ACO_REGISTRY_NESTED ? ACO_REGISTRY_FLAT
				: ACO_REGISTRY_NESTED;
			registration->dialect_changed = true;
		} else if (registration->outcome.stale_token && !registration->token_renewed) {
			registration->token_renewed = true;
		} else {
			php_aco_exchange_next next = php_aco_exchange_again(registry->requester.http, &registration->retries,
				registration->outcome.transient);

			if (next != PHP_ACO_EXCHANGE_AGAIN) {
				return next == PHP_ACO_EXCHANGE_OVER;
			}
		}
	}
}

static bool php_aco_tenant_registry_check(zend_string *project_id, zend_string *base_url,
	zend_string *commerce_version, zend_string *extension_version,
	bool has_threshold, zend_long threshold)
{
	if (has_threshold && (threshold < 0 || threshold > MAX_THRESHOLD)) {
		php_aco_throw_argument("$threshold must be between 0 and %d", MAX_THRESHOLD);
		return false;
	}
	return php_aco_check_text(project_id, "$projectId", true) && php_aco_check_url(base_url, "$commerceBaseUrl")
		&& (!commerce_version || php_aco_check_text(commerce_version, "$commerceVersion", true))
		&& (!extension_version || php_aco_check_text(extension_version, "$extensionVersion", true));
}

/* Fills in what the objects hold about the tenant. False with an exception pending. */
static bool read_objects(aco_registry_tenant *tenant, php_aco_assets_matcher *matcher, zend_object *aem,
	zend_object *credentials, zend_object *rule)
{
	php_aco_assets_credentials keys;
	zend_object *connection;

	if (!php_aco_assets_environment_get(aem, &tenant->aem_program_id, &tenant->aem_environment_id)
			|| !php_aco_assets_credentials_get(credentials, &keys)
			|| !php_aco_assets_rule_get(rule, &tenant->metadata_field, &connection)
			|| (connection && !php_aco_assets_matcher_get(connection, matcher))) {
		return false;
	}

	tenant->consumer_key = keys.consumer_key;
	tenant->consumer_secret = keys.consumer_secret;
	tenant->access_token = keys.access_token;
	tenant->access_token_secret = keys.access_token_secret;
	tenant->matcher = connection ? &matcher->registry : NULL;

	return true;
}

/* Begins a call. False with an exception pending. */
static bool php_aco_tenant_registry_enter(tenant_registry *registry, php_aco_assets_registry *service)
{
	if (Z_ISUNDEF(registry->connection)) {
		zend_throw_error(NULL, "Aco\\Assets\\TenantRegistry was not constructed");
		return false;
	}
	return php_aco_assets_registry_get(Z_OBJ(registry->connection), service)
		&& php_aco_requester_enter(&registry->requester, &registry->std, &service->http);
}

PHP_METHOD(Aco_Assets_TenantRegistry, register)
{
	tenant_registry *registry = REGISTRY(Z_OBJ_P(ZEND_THIS));
	zend_string *project_id, *base_url, *commerce_version = NULL, *extension_version = NULL;
	zend_object *aem, *credentials, *rule;
	bool enabled = true, no_threshold = true;
	zend_long threshold = 0;
	php_aco_assets_matcher matcher;
	registration registration = {.dialect = registry->dialect, .retries = registry->retries};

	ZEND_PARSE_PARAMETERS_START(5, 9)
		Z_PARAM_STR(project_id)
		Z_PARAM_OBJ_OF_CLASS(aem, php_aco_assets_aem_environment_ce)
		Z_PARAM_STR(base_url)
		Z_PARAM_OBJ_OF_CLASS(credentials, php_aco_assets_commerce_credentials_ce)
		Z_PARAM_OBJ_OF_CLASS(rule, php_aco_assets_matching_rule_ce)
		Z_PARAM_OPTIONAL
		Z_PARAM_BOOL(enabled)
		Z_PARAM_STR_OR_NULL(commerce_version)
		Z_PARAM_STR_OR_NULL(extension_version)
		Z_PARAM_LONG_OR_NULL(threshold, no_threshold)
	ZEND_PARSE_PARAMETERS_END();

	if (!php_aco_tenant_registry_check(project_id, base_url, commerce_version, extension_version, !no_threshold,
				threshold)
			|| !read_objects(&registration.tenant, &matcher, aem, credentials, rule)
			|| !php_aco_tenant_registry_enter(registry, &registration.service)) {
		RETURN_THROWS();
	}

	registration.tenant.enabled = enabled;
	registration.tenant.project_id = ZSTR_VAL(project_id);
	registration.tenant.commerce_base_url = ZSTR_VAL(base_url);
	registration.tenant.commerce_version = commerce_version ? ZSTR_VAL(commerce_version) : NULL;
	registration.tenant.extension_version = extension_version ? ZSTR_VAL(extension_version) : NULL;
	registration.tenant.threshold = no_threshold ? -1 : threshold;
	if (php_aco_tenant_registry_send(registry, &registration)) {
		if (registration.outcome.verdict <= ACO_REGISTRY_EXISTS) {
			/* The next call starts with the dialect that the service understood. */
			registry->dialect = registration.dialect;
			php_aco_assets_registration_make(return_value, &registration.outcome, registration.dialect,
				registration.request_id);
		} else {
			php_aco_assets_registration_throw(&registration.outcome);
		}
	}

	php_aco_tenant_registry_forget_request(registry);
	php_aco_requester_leave(&registry->requester);
}

void php_aco_assets_tenant_registry_register(void)
{
	tenant_registry_ce = register_class_Aco_Assets_TenantRegistry();
	php_aco_object_register(tenant_registry_ce, php_aco_tenant_registry_create, &php_aco_tenant_registry_handlers,
		offsetof(tenant_registry, std), php_aco_tenant_registry_free, php_aco_tenant_registry_get_gc);
}
