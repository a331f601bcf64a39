#include "php_aco_assets_connections.h"

#include "src/php/php_aco_exceptions.h"
#include "src/php/php_aco_parameters.h"
#if PHP_VERSION_ID >= 80200
# include "zend_attributes.h"
#endif

#include "php_aco_assets_credentials_arginfo.h"

#define MAX_DIGITS 20
#define HOST_SUFFIX ".adobeaemcloud.com"

zend_class_entry *php_aco_assets_aem_environment_ce;
zend_class_entry *php_aco_assets_commerce_credentials_ce;

typedef struct commerce_credentials {
	zend_string *consumer_secret;
	zend_string *access_token;
	zend_string *access_token_secret;
	zend_object std;
} commerce_credentials;

PHP_ACO_ASSERT_STD_LAST(commerce_credentials);

#define CREDENTIALS(object) PHP_ACO_FETCH(commerce_credentials, (object))

enum { PROPERTY_PROGRAM_ID, PROPERTY_ENVIRONMENT_ID };

enum { PROPERTY_CONSUMER_KEY };

static zend_object_handlers handlers;

/* The digits after the letter; NULL with an exception pending. */
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
		ZVAL_STR(OBJ_PROP_NUM(object, PROPERTY_PROGRAM_ID), program);
		ZVAL_STR(OBJ_PROP_NUM(object, PROPERTY_ENVIRONMENT_ID), environment);
	} else if (program) {
		zend_string_release(program);
	}
	return environment != NULL;
}

ZEND_METHOD(Aco_Assets_AemEnvironment, __construct)
{
	zend_string *program_id, *environment_id;

	ZEND_PARSE_PARAMETERS_START(2, 2)
		Z_PARAM_STR(program_id)
		Z_PARAM_STR(environment_id)
	ZEND_PARSE_PARAMETERS_END();

	if (php_aco_assets_check_new(Z_OBJ_P(ZEND_THIS))) {
		make_environment(Z_OBJ_P(ZEND_THIS), program_id, environment_id);
	}
}

/* A run of digits in a host; NULL when there is none. */
static zend_string *part_of(const char *host, const char *before)
{
	const char *found = strstr(host, before);
	size_t length = found ? strspn(found + strlen(before), "0123456789") : 0;

	return length > 0 ? zend_string_init(found + strlen(before), length, false) : NULL;
}

ZEND_METHOD(Aco_Assets_AemEnvironment, fromHost)
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
	if (Z_ISUNDEF_P(OBJ_PROP_NUM(object, PROPERTY_PROGRAM_ID))) {
		zend_throw_error(NULL, "Aco\\Assets\\AemEnvironment was not constructed");
		return false;
	}
	*program_id = Z_STRVAL_P(OBJ_PROP_NUM(object, PROPERTY_PROGRAM_ID));
	*environment_id = Z_STRVAL_P(OBJ_PROP_NUM(object, PROPERTY_ENVIRONMENT_ID));
	return true;
}

ZEND_METHOD(Aco_Assets_AemEnvironment, deliveryHost)
{
	const char *program_id, *environment_id;

	ZEND_PARSE_PARAMETERS_NONE();

	if (php_aco_assets_environment_get(Z_OBJ_P(ZEND_THIS), &program_id, &environment_id)) {
		RETVAL_STR(zend_strpprintf(0, "delivery-p%s-e%s" HOST_SUFFIX, program_id, environment_id));
	}
}

static zend_object *create(zend_class_entry *class_entry)
{
	commerce_credentials *credentials = zend_object_alloc(sizeof(*credentials), class_entry);

	zend_object_std_init(&credentials->std, class_entry);
	object_properties_init(&credentials->std, class_entry);
	credentials->std.handlers = &handlers;
	return &credentials->std;
}

static void free_object(zend_object *object)
{
	commerce_credentials *credentials = CREDENTIALS(object);

	if (credentials->consumer_secret) {
		php_aco_wipe(credentials->consumer_secret);
		php_aco_wipe(credentials->access_token);
		php_aco_wipe(credentials->access_token_secret);
	}
	zend_object_std_dtor(object);
}

ZEND_METHOD(Aco_Assets_CommerceCredentials, __construct)
{
	commerce_credentials *credentials = CREDENTIALS(Z_OBJ_P(ZEND_THIS));
	zend_string *consumer_key, *consumer_secret, *access_token, *access_token_secret;

	ZEND_PARSE_PARAMETERS_START(4, 4)
		Z_PARAM_STR(consumer_key)
		Z_PARAM_STR(consumer_secret)
		Z_PARAM_STR(access_token)
		Z_PARAM_STR(access_token_secret)
	ZEND_PARSE_PARAMETERS_END();

	if (!php_aco_assets_check_new(&credentials->std)
			|| !php_aco_check_text(consumer_key, "$consumerKey", true) || !php_aco_check_text(consumer_secret, "$consumerSecret", true)
			|| !php_aco_check_text(access_token, "$accessToken", true)
			|| !php_aco_check_text(access_token_secret, "$accessTokenSecret", true)) {
		RETURN_THROWS();
	}
	php_aco_assets_set_string(&credentials->std, PROPERTY_CONSUMER_KEY, consumer_key);
	credentials->consumer_secret = php_aco_assets_copy_secret(consumer_secret);
	credentials->access_token = php_aco_assets_copy_secret(access_token);
	credentials->access_token_secret = php_aco_assets_copy_secret(access_token_secret);
}

bool php_aco_assets_credentials_get(zend_object *object, php_aco_assets_credentials *credentials)
{
	commerce_credentials *own = CREDENTIALS(object);

	if (!own->consumer_secret) {
		zend_throw_error(NULL, "Aco\\Assets\\CommerceCredentials was not constructed");
		return false;
	}
	credentials->consumer_key = Z_STRVAL_P(OBJ_PROP_NUM(object, PROPERTY_CONSUMER_KEY));
	credentials->consumer_secret = ZSTR_VAL(own->consumer_secret);
	credentials->access_token = ZSTR_VAL(own->access_token);
	credentials->access_token_secret = ZSTR_VAL(own->access_token_secret);
	return true;
}

void php_aco_assets_credentials_register(void)
{
	php_aco_assets_aem_environment_ce = register_class_Aco_Assets_AemEnvironment();
	php_aco_assets_commerce_credentials_ce = register_class_Aco_Assets_CommerceCredentials();
	php_aco_assets_commerce_credentials_ce->create_object = create;
	memcpy(&handlers, zend_get_std_object_handlers(), sizeof(handlers));
	handlers.offset = offsetof(commerce_credentials, std);
	handlers.free_obj = free_object;
	handlers.clone_obj = NULL;
}
