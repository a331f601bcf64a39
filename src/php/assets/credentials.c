/* SPDX-License-Identifier: MIT */
#include "src/php/assets/connections.h"

#include "src/php/exceptions.h"
#include "src/php/parameters.h"
#if PHP_VERSION_ID >= 80200
# include "zend_attributes.h"
#endif

#include "src/php/assets/credentials_arginfo.h"

#define MAX_DIGITS 20
#define HOST_SUFFIX ".adobeaemcloud.com"

zend_class_entry *php_aco_assets_aem_environment_ce;
zend_class_entry *php_aco_assets_commerce_credentials_ce;

static zend_object_handlers php_aco_credentials_environment_handlers;
static zend_object_handlers php_aco_credentials_credentials_handlers;

enum { PROPERTY_PROGRAM_ID, PROPERTY_ENVIRONMENT_ID };

enum { PROPERTY_CONSUMER_KEY, PROPERTY_COUNT };

enum { HIDDEN_CONSUMER_SECRET = PROPERTY_COUNT, HIDDEN_ACCESS_TOKEN, HIDDEN_ACCESS_TOKEN_SECRET, VALUE_COUNT };

static zend_object *create_environment(zend_class_entry *class_entry)
{
	return php_aco_object_create(class_entry, &php_aco_credentials_environment_handlers);
}

static zend_object *create_credentials(zend_class_entry *class_entry)
{
	return php_aco_object_create(class_entry, &php_aco_credentials_credentials_handlers);
}

/* An id without its letter; NULL with an exception pending. */
static zend_string *digits_of(const zend_string *id, char letter, const char *parameter)
{
	const char *text = ZSTR_VAL(id);
	size_t length = ZSTR_LEN(id);

	if (length > 0 && (text[0] == letter || text[0] == letter - 'a' + 'A')) {
		text++;
		length--;
	}

	if (length == 0 || length > MAX_DIGITS || strspn(text, "0123456789") != length) {
		php_aco_throw_argument("%s must be a number, with or without the letter %c before it", parameter, letter);
		return NULL;
	}

	return zend_string_init(text, length, false);
}

static bool make_environment(zend_object *object, const zend_string *program_id, const zend_string *environment_id)
{
	zend_string *program = digits_of(program_id, 'p', "$programId");
	zend_string *environment = program ? digits_of(environment_id, 'e', "$environmentId") : NULL;

	if (environment) {
		php_aco_set_new_string(object, PROPERTY_PROGRAM_ID, program);
		php_aco_set_new_string(object, PROPERTY_ENVIRONMENT_ID, environment);
		php_aco_values_publish(object);
	} else if (program) {
		zend_string_release(program);
	}
	return environment != NULL;
}

PHP_METHOD(Aco_Assets_AemEnvironment, __construct)
{
	zend_string *program_id, *environment_id;

	ZEND_PARSE_PARAMETERS_START(2, 2)
		Z_PARAM_STR(program_id)
		Z_PARAM_STR(environment_id)
	ZEND_PARSE_PARAMETERS_END();

	if (php_aco_values_check_new(Z_OBJ_P(ZEND_THIS))) {
		make_environment(Z_OBJ_P(ZEND_THIS), program_id, environment_id);
	}
}

/* The digits that follow `before` in a host; NULL when there are none. */
static zend_string *part_of(const char *host, const char *before)
{
	const char *found = strstr(host, before);
	size_t length = found ? strspn(found + strlen(before), "0123456789") : 0;

	return length > 0 ? zend_string_init(found + strlen(before), length, false) : NULL;
}

PHP_METHOD(Aco_Assets_AemEnvironment, fromHost)
{
	zend_string *host, *program = NULL, *environment = NULL;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_STR(host)
	ZEND_PARSE_PARAMETERS_END();

	if (ZSTR_LEN(host) < 256 && strstr(ZSTR_VAL(host), HOST_SUFFIX)) {
		program = part_of(ZSTR_VAL(host), "-p");
		environment = part_of(ZSTR_VAL(host), "-e");
	}

	if (program && environment) {
		object_init_ex(return_value, php_aco_assets_aem_environment_ce);
		make_environment(Z_OBJ_P(return_value), program, environment);
	} else {
		php_aco_throw_argument("$host must be a host such as author-p12345-e67890" HOST_SUFFIX);
	}

	if (program) {
		zend_string_release(program);
	}
	if (environment) {
		zend_string_release(environment);
	}
}

bool php_aco_assets_environment_get(zend_object *object, const char **program_id, const char **environment_id)
{
	if (!php_aco_values_check(object)) {
		return false;
	}
	*program_id = php_aco_value_text(object, PROPERTY_PROGRAM_ID);
	*environment_id = php_aco_value_text(object, PROPERTY_ENVIRONMENT_ID);
	return true;
}

PHP_METHOD(Aco_Assets_AemEnvironment, deliveryHost)
{
	const char *program_id, *environment_id;

	ZEND_PARSE_PARAMETERS_NONE();

	if (php_aco_assets_environment_get(Z_OBJ_P(ZEND_THIS), &program_id, &environment_id)) {
		RETVAL_STR(zend_strpprintf(0, "delivery-p%s-e%s" HOST_SUFFIX, program_id, environment_id));
	}
}

PHP_METHOD(Aco_Assets_CommerceCredentials, __construct)
{
	zend_object *object = Z_OBJ_P(ZEND_THIS);
	zend_string *consumer_key, *consumer_secret, *access_token, *access_token_secret;

	ZEND_PARSE_PARAMETERS_START(4, 4)
		Z_PARAM_STR(consumer_key)
		Z_PARAM_STR(consumer_secret)
		Z_PARAM_STR(access_token)
		Z_PARAM_STR(access_token_secret)
	ZEND_PARSE_PARAMETERS_END();

	if (!php_aco_values_check_new(object)
			|| !php_aco_check_text(consumer_key, "$consumerKey", true)
			|| !php_aco_check_text(consumer_secret, "$consumerSecret", true)
			|| !php_aco_check_text(access_token, "$accessToken", true)
			|| !php_aco_check_text(access_token_secret, "$accessTokenSecret", true)) {
		RETURN_THROWS();
	}

	php_aco_set_string(object, PROPERTY_CONSUMER_KEY, consumer_key);
	php_aco_set_secret(object, HIDDEN_CONSUMER_SECRET, consumer_secret);
	php_aco_set_secret(object, HIDDEN_ACCESS_TOKEN, access_token);
	php_aco_set_secret(object, HIDDEN_ACCESS_TOKEN_SECRET, access_token_secret);
	php_aco_values_publish(object);
}

bool php_aco_assets_credentials_get(zend_object *object, php_aco_assets_credentials *credentials)
{
	if (!php_aco_values_check(object)) {
		return false;
	}
	credentials->consumer_key = php_aco_value_text(object, PROPERTY_CONSUMER_KEY);
	credentials->consumer_secret = php_aco_value_text(object, HIDDEN_CONSUMER_SECRET);
	credentials->access_token = php_aco_value_text(object, HIDDEN_ACCESS_TOKEN);
	credentials->access_token_secret = php_aco_value_text(object, HIDDEN_ACCESS_TOKEN_SECRET);
	return true;
}

void php_aco_assets_credentials_register(void)
{
	php_aco_assets_aem_environment_ce = register_class_Aco_Assets_AemEnvironment();
	php_aco_values_register(php_aco_assets_aem_environment_ce, create_environment,
		&php_aco_credentials_environment_handlers, 0);
	php_aco_assets_commerce_credentials_ce = register_class_Aco_Assets_CommerceCredentials();
	php_aco_values_register(php_aco_assets_commerce_credentials_ce, create_credentials,
		&php_aco_credentials_credentials_handlers,
		VALUE_COUNT - PROPERTY_COUNT);
}
