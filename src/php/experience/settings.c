/* SPDX-License-Identifier: MIT */
#include "src/php/experience/settings.h"

#include "src/core/base/count.h"
#include "src/php/exceptions.h"

#include <ctype.h>

#include "src/php/experience/settings_arginfo.h"

#define ORGANIZATION_LENGTH 24
#define ORGANIZATION_SUFFIX "@AdobeOrg"
/* Lengths that nothing documents: far above what is in use. */
#define MAX_IDENTIFIER 64
#define MAX_WEBSITES 10000

zend_class_entry *php_aco_experience_settings_ce;

typedef enum toggle { INHERITED, OFF, ON } toggle;

typedef struct settings_scope {
	/* NULL: inherited. */
	zend_string *datastream;
	toggle storefront;
	toggle back_office;
	/* One of `consents`, NULL: inherited. */
	const char *consent;
} settings_scope;

enum { PROPERTY_ORGANIZATION_ID, PROPERTY_ENVIRONMENT_ID, PROPERTY_WEB_SDK_NAME, PROPERTY_COUNT };

typedef struct php_aco_experience_settings {
	/* What the properties show; NULL until the object is constructed. */
	zend_string *texts[PROPERTY_COUNT];
	settings_scope fallback;
	/* Scopes by website code. */
	HashTable websites;
	zend_object std;
} php_aco_experience_settings;

PHP_ACO_ASSERT_STD_LAST(php_aco_experience_settings);

#define SETTINGS(object) PHP_ACO_FETCH(php_aco_experience_settings, (object))

static zend_object_handlers handlers;

static const char *const consents[] = {"in", "out", "pending"};
#define DEFAULT_CONSENT consents[2]

static void free_scope(zval *value)
{
	settings_scope *scope = Z_PTR_P(value);

	if (scope->datastream) {
		zend_string_release(scope->datastream);
	}
	efree(scope);
}

static zend_object *create(zend_class_entry *class_entry)
{
	php_aco_experience_settings *settings = zend_object_alloc(sizeof(*settings), class_entry);

	zend_object_std_init(&settings->std, class_entry);
	object_properties_init(&settings->std, class_entry);
	settings->std.handlers = &handlers;
	zend_hash_init(&settings->websites, 0, NULL, free_scope, false);
	return &settings->std;
}

static void clear_scopes(php_aco_experience_settings *settings)
{
	if (settings->fallback.datastream) {
		zend_string_release(settings->fallback.datastream);
	}
	settings->fallback = (settings_scope) {0};
	zend_hash_clean(&settings->websites);
}

static void free_object(zend_object *object)
{
	php_aco_experience_settings *settings = SETTINGS(object);

	zend_object_std_dtor(object);
	clear_scopes(settings);
	zend_hash_destroy(&settings->websites);
	for (uint32_t i = 0; i < PROPERTY_COUNT && settings->texts[i]; i++) {
		zend_string_release(settings->texts[i]);
	}
}

static zend_string *property(zend_object *settings, uint32_t number)
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
	return property(settings, PROPERTY_ENVIRONMENT_ID);
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

/* Visible ASCII, so that it fits into a query and a message. */
static bool is_identifier(const zend_string *text)
{
	for (size_t i = 0; i < ZSTR_LEN(text); i++) {
		if (ZSTR_VAL(text)[i] <= ' ' || (unsigned char) ZSTR_VAL(text)[i] > '~') {
			return false;
		}
	}
	return ZSTR_LEN(text) > 0 && ZSTR_LEN(text) <= MAX_IDENTIFIER;
}

/* A name that the storefront can look up in its global object. */
static bool is_script_name(const zend_string *text)
{
	static const char others[] = "_$";

	for (size_t i = 0; i < ZSTR_LEN(text); i++) {
		unsigned char byte = (unsigned char) ZSTR_VAL(text)[i];

		if (byte == '\0' || byte > 127 || (!(i == 0 ? isalpha(byte) : isalnum(byte)) && !strchr(others, byte))) {
			return false;
		}
	}
	return ZSTR_LEN(text) > 0 && ZSTR_LEN(text) <= MAX_IDENTIFIER;
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

static bool read_toggle(zval *value, const char *where, zend_string *key, toggle *target)
{
	if (Z_TYPE_P(value) != IS_TRUE && Z_TYPE_P(value) != IS_FALSE) {
		php_aco_throw_argument("%s[\"%s\"] must be a boolean or null, %s given", where, ZSTR_VAL(key), zend_zval_type_name(value));
		return false;
	}
	*target = Z_TYPE_P(value) == IS_TRUE ? ON : OFF;
	return true;
}

static bool read_consent(zval *value, const char *where, const char **target)
{
	for (size_t i = 0; Z_TYPE_P(value) == IS_STRING && i < ACO_COUNT(consents); i++) {
		if (strlen(consents[i]) == Z_STRLEN_P(value) && strcmp(consents[i], Z_STRVAL_P(value)) == 0) {
			*target = consents[i];
			return true;
		}
	}
	php_aco_throw_argument("%s[\"defaultConsent\"] must be \"in\", \"out\", \"pending\" or null", where);
	return false;
}

static bool read_scope(HashTable *fields, const char *where, settings_scope *scope)
{
	zend_string *key;
	zval *value;

	ZEND_HASH_FOREACH_STR_KEY_VAL(fields, key, value) {
		ZVAL_DEREF(value);

		if (!key) {
			php_aco_throw_argument("%s must have names of settings as keys", where);
			return false;
		}

		if (zend_string_equals_literal(key, "datastreamId")) {
			if (Z_TYPE_P(value) == IS_STRING) {
				scope->datastream = Z_STRLEN_P(value) > 0 ? zend_string_copy(Z_STR_P(value)) : NULL;
			} else if (Z_TYPE_P(value) != IS_NULL) {
				php_aco_throw_argument("%s[\"datastreamId\"] must be a string or null, %s given", where, zend_zval_type_name(value));
				return false;
			}
		} else if (zend_string_equals_literal(key, "storefrontEvents")) {
			if (Z_TYPE_P(value) != IS_NULL && !read_toggle(value, where, key, &scope->storefront)) {
				return false;
			}
		} else if (zend_string_equals_literal(key, "backOfficeEvents")) {
			if (Z_TYPE_P(value) != IS_NULL && !read_toggle(value, where, key, &scope->back_office)) {
				return false;
			}
		} else if (zend_string_equals_literal(key, "defaultConsent")) {
			if (Z_TYPE_P(value) != IS_NULL && !read_consent(value, where, &scope->consent)) {
				return false;
			}
		} else {
			php_aco_throw_argument("%s has no setting \"%.64s\": it has datastreamId, storefrontEvents, backOfficeEvents and defaultConsent",
				where, ZSTR_VAL(key));
			return false;
		}
	} ZEND_HASH_FOREACH_END();

	return true;
}

static bool read_website(HashTable *websites, zend_string *code, zval *value)
{
	settings_scope *scope;
	zend_string *where;
	zval pointer;
	bool done;

	if (ZSTR_LEN(code) == 0 || Z_TYPE_P(value) != IS_ARRAY) {
		php_aco_throw_argument("$websites must hold arrays by website code");
		return false;
	}

	scope = ecalloc(1, sizeof(*scope));
	ZVAL_PTR(&pointer, scope);
	zend_hash_update(websites, code, &pointer);
	where = zend_strpprintf(0, "$websites[\"%.64s\"]", ZSTR_VAL(code));
	done = read_scope(Z_ARRVAL_P(value), ZSTR_VAL(where), scope);
	zend_string_release(where);

	return done;
}

static bool read_websites(HashTable *websites, HashTable *given)
{
	zend_ulong number;
	zend_string *key;
	zval *value;

	if (zend_hash_num_elements(given) > MAX_WEBSITES) {
		php_aco_throw_argument("$websites must not hold more than %d websites", MAX_WEBSITES);
		return false;
	}

	ZEND_HASH_FOREACH_KEY_VAL(given, number, key, value) {
		zend_string *code = key ? zend_string_copy(key) : zend_long_to_str((zend_long) number);
		bool done;

		ZVAL_DEREF(value);
		done = read_website(websites, code, value);
		zend_string_release(code);

		if (!done) {
			return false;
		}
	} ZEND_HASH_FOREACH_END();

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

	if (ZSTR_LEN(texts[PROPERTY_ORGANIZATION_ID]) > 0 && !is_organization(texts[PROPERTY_ORGANIZATION_ID])) {
		php_aco_throw_argument("$organizationId must be 24 letters or digits followed by " ORGANIZATION_SUFFIX);
		RETURN_THROWS();
	}

	if (ZSTR_LEN(texts[PROPERTY_ENVIRONMENT_ID]) > 0 && !is_identifier(texts[PROPERTY_ENVIRONMENT_ID])) {
		php_aco_throw_argument("$environmentId must have at most %d visible ASCII characters and no spaces", MAX_IDENTIFIER);
		RETURN_THROWS();
	}

	if (ZSTR_LEN(texts[PROPERTY_WEB_SDK_NAME]) > 0 && !is_script_name(texts[PROPERTY_WEB_SDK_NAME])) {
		php_aco_throw_argument("$webSdkName must be a name of JavaScript: letters, digits, _ and $, at most %d", MAX_IDENTIFIER);
		RETURN_THROWS();
	}

	/* Of a call that failed. */
	clear_scopes(settings);

	if ((fallback && !read_scope(fallback, "$default", &settings->fallback))
			|| (websites && !read_websites(&settings->websites, websites))) {
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

static const settings_scope *find_scope(php_aco_experience_settings *settings, const char *code, size_t length)
{
	const settings_scope *scope = code ? zend_hash_str_find_ptr(&settings->websites, code, length) : NULL;

	return scope ? scope : &settings->fallback;
}

/* What is set for the scope, whether it can be used or not; NULL when nothing is. */
static zend_string *wanted_datastream(php_aco_experience_settings *settings, const settings_scope *scope)
{
	return scope->datastream ? scope->datastream : settings->fallback.datastream;
}

static zend_string *usable_datastream(php_aco_experience_settings *settings, const settings_scope *scope)
{
	zend_string *datastream = wanted_datastream(settings, scope);

	return datastream && is_identifier(datastream) ? datastream : NULL;
}

static bool has_organization(zend_object *settings)
{
	return ZSTR_LEN(property(settings, PROPERTY_ORGANIZATION_ID)) > 0;
}

static bool has_own_sdk(zend_object *settings)
{
	return ZSTR_LEN(property(settings, PROPERTY_WEB_SDK_NAME)) > 0;
}

static toggle inherit(toggle own, toggle inherited)
{
	return own == INHERITED ? inherited : own;
}

static bool storefront_can_work(zend_object *object, const settings_scope *scope)
{
	return has_organization(object) && (has_own_sdk(object) || usable_datastream(SETTINGS(object), scope));
}

/* On by itself as soon as it can work. */
static bool storefront_enabled(zend_object *object, const settings_scope *scope)
{
	return inherit(scope->storefront, SETTINGS(object)->fallback.storefront) != OFF
		&& storefront_can_work(object, scope);
}

static bool back_office_wanted(php_aco_experience_settings *settings, const settings_scope *scope)
{
	return inherit(scope->back_office, settings->fallback.back_office) == ON;
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
static const settings_scope *scope_argument(zval *this_value, zend_execute_data *execute_data, zend_string **code)
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
	const settings_scope *scope;
	zend_string *code, *datastream;

	SCOPE_ARGUMENT(scope, code);
	if (!(datastream = usable_datastream(SETTINGS(Z_OBJ_P(ZEND_THIS)), scope))) {
		RETURN_EMPTY_STRING();
	}
	RETURN_STR_COPY(datastream);
}

PHP_METHOD(Aco_Experience_Settings, backOfficeEvents)
{
	const settings_scope *scope;
	zend_string *code;

	SCOPE_ARGUMENT(scope, code);
	RETURN_BOOL(back_office_wanted(SETTINGS(Z_OBJ_P(ZEND_THIS)), scope));
}

PHP_METHOD(Aco_Experience_Settings, storefrontEvents)
{
	const settings_scope *scope;
	zend_string *code;

	SCOPE_ARGUMENT(scope, code);
	RETURN_BOOL(storefront_enabled(Z_OBJ_P(ZEND_THIS), scope));
}

PHP_METHOD(Aco_Experience_Settings, storefrontConfig)
{
	php_aco_experience_settings *settings = SETTINGS(Z_OBJ_P(ZEND_THIS));
	const char *consent = DEFAULT_CONSENT;
	const settings_scope *scope;
	zend_string *code, *datastream;

	SCOPE_ARGUMENT(scope, code);

	if (scope->consent || settings->fallback.consent) {
		consent = scope->consent ? scope->consent : settings->fallback.consent;
	}

	/* An own Web SDK has its own datastream. */
	datastream = has_own_sdk(&settings->std) ? NULL : usable_datastream(settings, scope);
	array_init_size(return_value, 5);
	add_assoc_str(return_value, "organizationId", zend_string_copy(property(&settings->std, PROPERTY_ORGANIZATION_ID)));
	add_assoc_str(return_value, "datastreamId", datastream ? zend_string_copy(datastream) : ZSTR_EMPTY_ALLOC());
	add_assoc_str(return_value, "webSdkName", zend_string_copy(property(&settings->std, PROPERTY_WEB_SDK_NAME)));
	add_assoc_bool(return_value, "enabled", storefront_enabled(&settings->std, scope));
	add_assoc_string(return_value, "defaultConsent", consent);
}

/* How the scope is called in sentences. */
static zend_string *scope_name(const zend_string *code)
{
	return code ? zend_strpprintf(0, "website \"%.64s\"", ZSTR_VAL(code))
				: zend_string_init(ZEND_STRL("the default scope"), false);
}

PHP_METHOD(Aco_Experience_Settings, errors)
{
	zend_object *object = Z_OBJ_P(ZEND_THIS);
	zend_string *code, *name, *wanted;
	const settings_scope *scope;
	bool back_office, storefront;

	SCOPE_ARGUMENT(scope, code);
	array_init(return_value);
	name = scope_name(code);
	wanted = wanted_datastream(SETTINGS(object), scope);
	back_office = back_office_wanted(SETTINGS(object), scope);
	storefront = inherit(scope->storefront, SETTINGS(object)->fallback.storefront) == ON;

	if (wanted && !is_identifier(wanted)) {
		add_next_index_str(return_value, zend_strpprintf(0,
			"The datastream ID of %s must have at most %d visible ASCII characters and no spaces.", ZSTR_VAL(name), MAX_IDENTIFIER));
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
	const settings_scope *scope;
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

	/* Several websites may inherit one; setting it twice is a slip. */
	ZEND_HASH_FOREACH_STR_KEY_VAL(&settings->websites, other_code, other) {
		const settings_scope *sibling = Z_PTR_P(other);

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
	php_aco_experience_settings_ce->create_object = create;
	memcpy(&handlers, zend_get_std_object_handlers(), sizeof(handlers));
	handlers.offset = offsetof(php_aco_experience_settings, std);
	handlers.free_obj = free_object;
	handlers.clone_obj = NULL;
	handlers.get_properties = php_aco_get_properties;
}
