/* SPDX-License-Identifier: MIT */
#include "src/php/experience/settings.h"

#include "src/php/experience/settings_scope.h"
#include "src/php/exceptions.h"

#include <ctype.h>

#include "src/php/experience/settings_arginfo.h"

#define ORGANIZATION_LENGTH 24
#define ORGANIZATION_SUFFIX "@AdobeOrg"
#define DEFAULT_CONSENT "pending"

zend_class_entry *php_aco_experience_settings_ce;

enum { PROPERTY_ORGANIZATION_ID, PROPERTY_ENVIRONMENT_ID, PROPERTY_WEB_SDK_NAME, PROPERTY_COUNT };

typedef struct php_aco_experience_settings {
	/* The values of the properties; NULL until the object is constructed. */
	zend_string *texts[PROPERTY_COUNT];
	php_aco_settings_scope fallback;
	/* Scopes by website code. */
	HashTable websites;
	zend_object std;
} php_aco_experience_settings;

PHP_ACO_ASSERT_STD_LAST(php_aco_experience_settings);

#define SETTINGS(object) PHP_ACO_FETCH(php_aco_experience_settings, (object))

static zend_object_handlers php_aco_settings_handlers;

static zend_object *php_aco_settings_create(zend_class_entry *class_entry)
{
	zend_object *object = php_aco_object_create(class_entry, &php_aco_settings_handlers);
	php_aco_experience_settings *settings = SETTINGS(object);

	zend_hash_init(&settings->websites, 0, NULL, php_aco_settings_scope_free, false);
	return object;
}

static void clear_scopes(php_aco_experience_settings *settings)
{
	if (settings->fallback.datastream) {
		zend_string_release(settings->fallback.datastream);
	}
	settings->fallback = (php_aco_settings_scope) {0};
	zend_hash_clean(&settings->websites);
}

static void php_aco_settings_free(zend_object *object)
{
	php_aco_experience_settings *settings = SETTINGS(object);

	zend_object_std_dtor(object);
	clear_scopes(settings);
	zend_hash_destroy(&settings->websites);
	for (uint32_t i = 0; i < PROPERTY_COUNT && settings->texts[i]; i++) {
		zend_string_release(settings->texts[i]);
	}
}

static zend_string *php_aco_settings_property(zend_object *settings, uint32_t number)
{
	return SETTINGS(settings)->texts[number];
}

bool php_aco_experience_settings_made(zend_object *settings)
{
	if (!SETTINGS(settings)->texts[0]) {
		zend_throw_error(NULL, "Aco\\Experience\\Settings was not constructed");
		return false;
	}
	return true;
}

zend_string *php_aco_experience_settings_environment(zend_object *settings)
{
	return php_aco_settings_property(settings, PROPERTY_ENVIRONMENT_ID);
}

static bool is_organization(const zend_string *text)
{
	if (ZSTR_LEN(text) != ORGANIZATION_LENGTH + strlen(ORGANIZATION_SUFFIX)) {
		return false;
	}
	for (size_t i = 0; i < ORGANIZATION_LENGTH; i++) {
		if (!isalnum((unsigned char) ZSTR_VAL(text)[i]) || (unsigned char) ZSTR_VAL(text)[i] > 127) {
			return false;
		}
	}
	return memcmp(ZSTR_VAL(text) + ORGANIZATION_LENGTH, ORGANIZATION_SUFFIX, strlen(ORGANIZATION_SUFFIX)) == 0;
}

/* Whether the storefront can look the name up in its global object. */
static bool is_script_name(const zend_string *text)
{
	static const char others[] = "_$";

	for (size_t i = 0; i < ZSTR_LEN(text); i++) {
		unsigned char byte = (unsigned char) ZSTR_VAL(text)[i];

		if (byte == '\0' || byte > 127 || (!(i == 0 ? isalpha(byte) : isalnum(byte)) && !strchr(others, byte))) {
			return false;
		}
	}
	return ZSTR_LEN(text) > 0 && ZSTR_LEN(text) <= PHP_ACO_SETTINGS_MAX_IDENTIFIER;
}

static bool is_uuid(const zend_string *text)
{
	if (ZSTR_LEN(text) != 36) {
		return false;
	}
	for (size_t i = 0; i < 36; i++) {
		bool is_dash = i == 8 || i == 13 || i == 18 || i == 23;

		if (is_dash ? ZSTR_VAL(text)[i] != '-' : !isxdigit((unsigned char) ZSTR_VAL(text)[i])) {
			return false;
		}
	}
	return true;
}

/* False with an exception pending. */
static bool check_texts(zend_string *const *texts)
{
	if (ZSTR_LEN(texts[PROPERTY_ORGANIZATION_ID]) > 0 && !is_organization(texts[PROPERTY_ORGANIZATION_ID])) {
		php_aco_throw_argument("$organizationId must be 24 letters or digits followed by " ORGANIZATION_SUFFIX);
		return false;
	}

	if (ZSTR_LEN(texts[PROPERTY_ENVIRONMENT_ID]) > 0
			&& !php_aco_settings_is_identifier(texts[PROPERTY_ENVIRONMENT_ID])) {
		php_aco_throw_argument("$environmentId must have at most %d visible ASCII characters and no spaces",
			PHP_ACO_SETTINGS_MAX_IDENTIFIER);
		return false;
	}

	if (ZSTR_LEN(texts[PROPERTY_WEB_SDK_NAME]) > 0 && !is_script_name(texts[PROPERTY_WEB_SDK_NAME])) {
		php_aco_throw_argument("$webSdkName must be a name of JavaScript: letters, digits, _ and $, at most %d",
			PHP_ACO_SETTINGS_MAX_IDENTIFIER);
		return false;
	}

	return true;
}

PHP_METHOD(Aco_Experience_Settings, __construct)
{
	php_aco_experience_settings *settings = SETTINGS(Z_OBJ_P(ZEND_THIS));
	zend_string *texts[PROPERTY_COUNT] = {NULL, ZSTR_EMPTY_ALLOC(), ZSTR_EMPTY_ALLOC()};
	HashTable *fallback = NULL, *websites = NULL;

	ZEND_PARSE_PARAMETERS_START(1, 5)
		Z_PARAM_STR(texts[PROPERTY_ORGANIZATION_ID])
		Z_PARAM_OPTIONAL
		Z_PARAM_STR(texts[PROPERTY_ENVIRONMENT_ID])
		Z_PARAM_STR(texts[PROPERTY_WEB_SDK_NAME])
		Z_PARAM_ARRAY_HT(fallback)
		Z_PARAM_ARRAY_HT(websites)
	ZEND_PARSE_PARAMETERS_END();

	if (settings->texts[0]) {
		zend_throw_error(NULL, "Cannot construct Aco\\Experience\\Settings twice");
		RETURN_THROWS();
	}

	if (!check_texts(texts)) {
		RETURN_THROWS();
	}

	/* A call that failed may have left scopes behind. */
	clear_scopes(settings);

	if ((fallback && !php_aco_settings_scope_read(fallback, "$default", &settings->fallback))
			|| (websites && !php_aco_settings_read_websites(&settings->websites, websites))) {
		RETURN_THROWS();
	}

	for (uint32_t i = 0; i < PROPERTY_COUNT; i++) {
		settings->texts[i] = zend_string_copy(texts[i]);
	}

	for (uint32_t i = 0; i < PROPERTY_COUNT; i++) {
		zval value;

		ZVAL_STR_COPY(&value, texts[i]);
		php_aco_set_property(&settings->std, i, &value);
	}
}

static const php_aco_settings_scope *find_scope(php_aco_experience_settings *settings, const char *code, size_t length)
{
	const php_aco_settings_scope *scope = code ? zend_hash_str_find_ptr(&settings->websites, code, length) : NULL;

	return scope ? scope : &settings->fallback;
}

/* The datastream that is set for the scope, usable or not; NULL when none is. */
static zend_string *wanted_datastream(php_aco_experience_settings *settings, const php_aco_settings_scope *scope)
{
	return scope->datastream ? scope->datastream : settings->fallback.datastream;
}

static zend_string *usable_datastream(php_aco_experience_settings *settings, const php_aco_settings_scope *scope)
{
	zend_string *datastream = wanted_datastream(settings, scope);

	return datastream && php_aco_settings_is_identifier(datastream) ? datastream : NULL;
}

static bool has_organization(zend_object *settings)
{
	return ZSTR_LEN(php_aco_settings_property(settings, PROPERTY_ORGANIZATION_ID)) > 0;
}

static bool has_own_sdk(zend_object *settings)
{
	return ZSTR_LEN(php_aco_settings_property(settings, PROPERTY_WEB_SDK_NAME)) > 0;
}

static php_aco_settings_toggle php_aco_settings_inherit(php_aco_settings_toggle own, php_aco_settings_toggle inherited)
{
	return own == PHP_ACO_SETTINGS_INHERITED ? inherited : own;
}

static bool storefront_can_work(zend_object *object, const php_aco_settings_scope *scope)
{
	return has_organization(object) && (has_own_sdk(object) || usable_datastream(SETTINGS(object), scope));
}

/* On by default as soon as it can work. */
static bool storefront_enabled(zend_object *object, const php_aco_settings_scope *scope)
{
	return php_aco_settings_inherit(scope->storefront, SETTINGS(object)->fallback.storefront) != PHP_ACO_SETTINGS_OFF
		&& storefront_can_work(object, scope);
}

static bool back_office_wanted(php_aco_experience_settings *settings, const php_aco_settings_scope *scope)
{
	return php_aco_settings_inherit(scope->back_office, settings->fallback.back_office) == PHP_ACO_SETTINGS_ON;
}

bool php_aco_experience_settings_back_office(zend_object *settings, const char *code, size_t length)
{
	return back_office_wanted(SETTINGS(settings), find_scope(SETTINGS(settings), code, length));
}

PHP_METHOD(Aco_Experience_Settings, websites)
{
	zend_string *code;

	ZEND_PARSE_PARAMETERS_NONE();
	array_init(return_value);
	ZEND_HASH_FOREACH_STR_KEY(&SETTINGS(Z_OBJ_P(ZEND_THIS))->websites, code) {
		add_next_index_str(return_value, zend_string_copy(code));
	} ZEND_HASH_FOREACH_END();
}

/* Reads the only argument of the methods below. */
static const php_aco_settings_scope *scope_argument(zval *this_value, zend_execute_data *execute_data,
	zend_string **code)
{
	*code = NULL;
	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_STR_OR_NULL(*code)
	ZEND_PARSE_PARAMETERS_END_EX(return NULL);

	if (!php_aco_experience_settings_made(Z_OBJ_P(this_value))) {
		return NULL;
	}
	return find_scope(SETTINGS(Z_OBJ_P(this_value)), *code ? ZSTR_VAL(*code) : NULL, *code ? ZSTR_LEN(*code) : 0);
}

#define SCOPE_ARGUMENT(scope, code) do { \
		if (!((scope) = scope_argument(ZEND_THIS, execute_data, &(code)))) { \
			RETURN_THROWS(); \
		} \
	} while (0)

PHP_METHOD(Aco_Experience_Settings, datastreamId)
{
	const php_aco_settings_scope *scope;
	zend_string *code, *datastream;

	SCOPE_ARGUMENT(scope, code);
	if (!(datastream = usable_datastream(SETTINGS(Z_OBJ_P(ZEND_THIS)), scope))) {
		RETURN_EMPTY_STRING();
	}
	RETURN_STR_COPY(datastream);
}

PHP_METHOD(Aco_Experience_Settings, backOfficeEvents)
{
	const php_aco_settings_scope *scope;
	zend_string *code;

	SCOPE_ARGUMENT(scope, code);
	RETURN_BOOL(back_office_wanted(SETTINGS(Z_OBJ_P(ZEND_THIS)), scope));
}

PHP_METHOD(Aco_Experience_Settings, storefrontEvents)
{
	const php_aco_settings_scope *scope;
	zend_string *code;

	SCOPE_ARGUMENT(scope, code);
	RETURN_BOOL(storefront_enabled(Z_OBJ_P(ZEND_THIS), scope));
}

PHP_METHOD(Aco_Experience_Settings, storefrontConfig)
{
	php_aco_experience_settings *settings = SETTINGS(Z_OBJ_P(ZEND_THIS));
	const char *consent = DEFAULT_CONSENT;
	const php_aco_settings_scope *scope;
	zend_string *code, *datastream;

	SCOPE_ARGUMENT(scope, code);

	if (scope->consent || settings->fallback.consent) {
		consent = scope->consent ? scope->consent : settings->fallback.consent;
	}

	/* A Web SDK of the merchant has its own datastream. */
	datastream = has_own_sdk(&settings->std) ? NULL : usable_datastream(settings, scope);
	array_init_size(return_value, 5);
	add_assoc_str(return_value, "organizationId",
		zend_string_copy(php_aco_settings_property(&settings->std, PROPERTY_ORGANIZATION_ID)));
	add_assoc_str(return_value, "datastreamId", datastream ? zend_string_copy(datastream) : ZSTR_EMPTY_ALLOC());
	add_assoc_str(return_value, "webSdkName",
		zend_string_copy(php_aco_settings_property(&settings->std, PROPERTY_WEB_SDK_NAME)));
	add_assoc_bool(return_value, "enabled", storefront_enabled(&settings->std, scope));
	add_assoc_string(return_value, "defaultConsent", consent);
}

/* The name of the scope in sentences. */
static zend_string *scope_name(const zend_string *code)
{
	return code ? zend_strpprintf(0, "website \"%.64s\"",
		ZSTR_VAL(code)) : zend_string_init(ZEND_STRL("the default scope"), false);
}

PHP_METHOD(Aco_Experience_Settings, errors)
{
	zend_object *object = Z_OBJ_P(ZEND_THIS);
	zend_string *code, *name, *wanted;
	const php_aco_settings_scope *scope;
	bool back_office, storefront;

	SCOPE_ARGUMENT(scope, code);
	array_init(return_value);
	name = scope_name(code);
	wanted = wanted_datastream(SETTINGS(object), scope);
	back_office = back_office_wanted(SETTINGS(object), scope);
	storefront = php_aco_settings_inherit(scope->storefront,
		SETTINGS(object)->fallback.storefront) == PHP_ACO_SETTINGS_ON;

	if (wanted && !php_aco_settings_is_identifier(wanted)) {
		add_next_index_str(return_value, zend_strpprintf(0,
			"The datastream ID of %s must have at most %d visible ASCII characters and no spaces.", ZSTR_VAL(name), PHP_ACO_SETTINGS_MAX_IDENTIFIER));
	}

	if ((back_office || storefront) && !has_organization(object)) {
		add_next_index_str(return_value, zend_strpprintf(0,
			"Events are on for %s, but the organization ID is not set.", ZSTR_VAL(name)));
	}

	if (back_office && !wanted) {
		add_next_index_str(return_value, zend_strpprintf(0, has_own_sdk(object)
			? "Back office events are on for %s, but it has no datastream ID: the own Web SDK's is not known here, so set one."
			: "Back office events are on for %s, but it has no datastream ID.", ZSTR_VAL(name)));
	}

	if (storefront && !wanted && !has_own_sdk(object)) {
		add_next_index_str(return_value, zend_strpprintf(0,
			"Storefront events are on for %s, but it has neither a datastream ID nor an own Web SDK.", ZSTR_VAL(name)));
	}

	zend_string_release(name);
}

PHP_METHOD(Aco_Experience_Settings, warnings)
{
	php_aco_experience_settings *settings = SETTINGS(Z_OBJ_P(ZEND_THIS));
	zend_string *code, *name, *datastream, *other_code;
	const php_aco_settings_scope *scope;
	zval *other;

	SCOPE_ARGUMENT(scope, code);
	array_init(return_value);

	if (!(datastream = usable_datastream(settings, scope))) {
		return;
	}

	name = scope_name(code);

	if (!is_uuid(datastream)) {
		add_next_index_str(return_value, zend_strpprintf(0,
			"The datastream ID of %s is no UUID, as those of Adobe are.", ZSTR_VAL(name)));
	}

	/* Websites may inherit the same datastream, but setting it for two of them is a mistake. */
	ZEND_HASH_FOREACH_STR_KEY_VAL(&settings->websites, other_code, other) {
		const php_aco_settings_scope *sibling = Z_PTR_P(other);

		if (scope != &settings->fallback && scope->datastream && sibling != scope && sibling->datastream
				&& zend_string_equals(scope->datastream, sibling->datastream)) {
			add_next_index_str(return_value, zend_strpprintf(0,
				"The datastream ID of %s is that of website \"%.64s\", too: a datastream belongs to one website.",
				ZSTR_VAL(name), ZSTR_VAL(other_code)));
		}
	} ZEND_HASH_FOREACH_END();

	zend_string_release(name);
}

void php_aco_experience_settings_register(void)
{
	php_aco_experience_settings_ce = register_class_Aco_Experience_Settings();
	php_aco_object_register(php_aco_experience_settings_ce, php_aco_settings_create, &php_aco_settings_handlers,
		offsetof(php_aco_experience_settings, std), php_aco_settings_free, NULL);
}
