/* SPDX-License-Identifier: MIT */
#include "src/php/ims_credentials.h"

#include "src/php/exceptions.h"
#include "src/php/parameters.h"
#if PHP_VERSION_ID >= 80200
# include "zend_attributes.h"
#endif

#include "src/php/ims_credentials_arginfo.h"

zend_class_entry *php_aco_ims_credentials_ce;

static zend_object_handlers php_aco_ims_credentials_handlers;

enum { PROPERTY_CLIENT_ID, PROPERTY_IMS_URL, PROPERTY_SCOPE, PROPERTY_ORG_ID, PROPERTY_COUNT };

enum { HIDDEN_SECRET = PROPERTY_COUNT, HIDDEN_TOKEN_URL, VALUE_COUNT };

static zend_object *php_aco_ims_credentials_create(zend_class_entry *class_entry)
{
	return php_aco_object_create(class_entry, &php_aco_ims_credentials_handlers);
}

/* The URL of the token endpoint; NULL with an exception pending. */
static zend_string *token_url_of(zend_string *ims_url, const char *parameter)
{
	zend_string *whole, *url = NULL;

	if (!php_aco_check_text(ims_url, parameter, true)) {
		return NULL;
	}

	whole = strstr(ZSTR_VAL(ims_url), "://")
		? zend_string_copy(ims_url)
		: zend_strpprintf(0, "https://%s", ZSTR_VAL(ims_url));
	if (php_aco_check_url(whole, parameter)) {
		url = php_aco_with_default_path(whole, PHP_ACO_IMS_PATH);
	}

	zend_string_release(whole);
	return url;
}

static bool php_aco_ims_credentials_fill(zend_object *object, const php_aco_ims_texts *texts)
{
	zend_string *token_url;

	if (!php_aco_check_text(texts->client_id, "$clientId", true)
			|| !php_aco_check_text(texts->client_secret, "$clientSecret", true)
			|| (texts->scope && !php_aco_check_text(texts->scope, "$scope", true))
			|| !php_aco_check_text(texts->org_id, "$orgId", false)
			|| !(token_url = token_url_of(texts->ims_url, texts->ims_url_parameter))) {
		return false;
	}

	php_aco_set_string(object, PROPERTY_CLIENT_ID, texts->client_id);
	php_aco_set_string(object, PROPERTY_IMS_URL, texts->ims_url);
	php_aco_set_string(object, PROPERTY_SCOPE, texts->scope);
	php_aco_set_string(object, PROPERTY_ORG_ID, texts->org_id);
	php_aco_set_secret(object, HIDDEN_SECRET, texts->client_secret);
	php_aco_set_secret(object, HIDDEN_TOKEN_URL, token_url);
	zend_string_release(token_url);
	php_aco_values_publish(object);

	return true;
}

bool php_aco_ims_credentials_make(zval *target, const php_aco_ims_texts *texts)
{
	object_init_ex(target, php_aco_ims_credentials_ce);
	if (!php_aco_ims_credentials_fill(Z_OBJ_P(target), texts)) {
		zval_ptr_dtor(target);
		ZVAL_NULL(target);
		return false;
	}
	return true;
}

PHP_METHOD(Aco_ImsCredentials, __construct)
{
	php_aco_ims_texts texts = {.org_id = ZSTR_EMPTY_ALLOC(), .ims_url_parameter = "$imsUrl"};

	ZEND_PARSE_PARAMETERS_START(2, 5)
		Z_PARAM_STR(texts.client_id)
		Z_PARAM_STR(texts.client_secret)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR(texts.ims_url)
		Z_PARAM_STR_OR_NULL(texts.scope)
		Z_PARAM_STR(texts.org_id)
	ZEND_PARSE_PARAMETERS_END();

	if (!php_aco_values_check_new(Z_OBJ_P(ZEND_THIS))) {
		RETURN_THROWS();
	}

	texts.ims_url = texts.ims_url
		? zend_string_copy(texts.ims_url)
		: zend_string_init(PHP_ACO_IMS_URL, strlen(PHP_ACO_IMS_URL), false);
	php_aco_ims_credentials_fill(Z_OBJ_P(ZEND_THIS), &texts);
	zend_string_release(texts.ims_url);
}

bool php_aco_ims_credentials_get(const zend_object *credentials, php_aco_ims_client *client)
{
	if (!php_aco_values_check(credentials)) {
		return false;
	}
	client->client_id = php_aco_value_text(credentials, PROPERTY_CLIENT_ID);
	client->client_secret = php_aco_value_text(credentials, HIDDEN_SECRET);
	client->ims_url = php_aco_value_text(credentials, PROPERTY_IMS_URL);
	client->token_url = php_aco_value_text(credentials, HIDDEN_TOKEN_URL);
	client->scope = php_aco_value_text(credentials, PROPERTY_SCOPE);
	client->org_id = php_aco_value_text(credentials, PROPERTY_ORG_ID);
	return true;
}

bool php_aco_ims_credentials_check_org(const zend_object *credentials)
{
	if (!php_aco_values_check(credentials)) {
		return false;
	}
	if (ZSTR_LEN(php_aco_value_string(credentials, PROPERTY_ORG_ID)) == 0) {
		php_aco_throw_argument("$credentials must name the organization: give them an $orgId");
		return false;
	}
	return true;
}

void php_aco_ims_credentials_register(void)
{
	php_aco_ims_credentials_ce = register_class_Aco_ImsCredentials();
	php_aco_values_register(php_aco_ims_credentials_ce, php_aco_ims_credentials_create,
		&php_aco_ims_credentials_handlers, VALUE_COUNT - PROPERTY_COUNT);
}
