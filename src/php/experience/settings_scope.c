/* SPDX-License-Identifier: MIT */
#include "src/php/experience/settings_scope.h"

#include "src/core/base/count.h"
#include "src/php/exceptions.h"

#define MAX_WEBSITES 10000

static const char *const consents[] = {"in", "out", "pending"};

void php_aco_settings_scope_free(zval *value)
{
	php_aco_settings_scope *scope = Z_PTR_P(value);

	if (scope->datastream) {
		zend_string_release(scope->datastream);
	}
	efree(scope);
}

/* Visible ASCII, which is safe in a query and in messages. */
bool php_aco_settings_is_identifier(const zend_string *text)
{
	for (size_t i = 0; i < ZSTR_LEN(text); i++) {
		if (ZSTR_VAL(text)[i] <= ' ' || (unsigned char) ZSTR_VAL(text)[i] > '~') {
			return false;
		}
	}
	return ZSTR_LEN(text) > 0 && ZSTR_LEN(text) <= PHP_ACO_SETTINGS_MAX_IDENTIFIER;
}

static bool read_toggle(zval *value, const char *where, zend_string *key, php_aco_settings_toggle *target)
{
	if (Z_TYPE_P(value) != IS_TRUE && Z_TYPE_P(value) != IS_FALSE) {
		php_aco_throw_argument("%s[\"%s\"] must be a boolean or null, %s given", where, ZSTR_VAL(key),
			zend_zval_type_name(value));
		return false;
	}
	*target = Z_TYPE_P(value) == IS_TRUE ? PHP_ACO_SETTINGS_ON : PHP_ACO_SETTINGS_OFF;
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

bool php_aco_settings_scope_read(HashTable *fields, const char *where, php_aco_settings_scope *scope)
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
				php_aco_throw_argument("%s[\"datastreamId\"] must be a string or null, %s given", where,
					zend_zval_type_name(value));
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
	php_aco_settings_scope *scope;
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
	done = php_aco_settings_scope_read(Z_ARRVAL_P(value), ZSTR_VAL(where), scope);
	zend_string_release(where);

	return done;
}

bool php_aco_settings_read_websites(HashTable *websites, HashTable *given)
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
