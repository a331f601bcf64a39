/* SPDX-License-Identifier: MIT */
#include "src/php/assets/classes.h"

#include "src/php/exceptions.h"

bool php_aco_assets_check_name(const zend_string *name, const char *parameter)
{
	if (aco_map_is_asset_name(ZSTR_VAL(name), ZSTR_LEN(name))) {
		return true;
	}
	php_aco_throw_argument("%s must have 1 to %d bytes of UTF-8 without control characters", parameter,
		ACO_ASSET_NAME_MAX);
	return false;
}

/* A list by PHP's definition, and within the length that the service takes. */
static bool check_list(const zval *list, const char *parameter, uint32_t most)
{
	if (Z_TYPE_P(list) != IS_ARRAY || !zend_array_is_list(Z_ARRVAL_P(list))) {
		php_aco_throw_argument("%s must be a list", parameter);
		return false;
	}
	if (zend_hash_num_elements(Z_ARRVAL_P(list)) > most) {
		php_aco_throw_argument("%s has %u values, at most %u are taken", parameter,
			zend_hash_num_elements(Z_ARRVAL_P(list)), most);
		return false;
	}
	return true;
}

static bool check_names(const zval *names, const char *parameter, uint32_t most)
{
	zval *name;

	if (!check_list(names, parameter, most)) {
		return false;
	}

	ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(names), name) {
		if (Z_TYPE_P(name) != IS_STRING) {
			php_aco_throw_argument("%s must be a list of strings", parameter);
			return false;
		}

		if (!php_aco_assets_check_name(Z_STR_P(name), parameter)) {
			return false;
		}
	} ZEND_HASH_FOREACH_END();

	return true;
}

bool php_aco_assets_check_roles(const zval *roles, const char *parameter)
{
	return check_names(roles, parameter, ACO_ASSET_ROLES_MAX);
}

bool php_aco_assets_check_skus(const zval *skus, const char *parameter)
{
	return check_names(skus, parameter, HT_MAX_SIZE);
}

bool php_aco_assets_check_position(zend_long position, const char *parameter)
{
	if (position < 0 || position > ACO_ASSET_POSITION_MAX) {
		php_aco_throw_argument("%s must be null or from 0 to %d", parameter, ACO_ASSET_POSITION_MAX);
		return false;
	}
	return true;
}

/* NULL when the member is missing or has another type. */
static zval *php_aco_assets_values_member(HashTable *fields, const char *name, size_t length, zend_uchar type)
{
	zval *value = zend_hash_str_find(fields, name, length);

	return value && Z_TYPE_P(value) == type ? value : NULL;
}

#define MEMBER(fields, name, type) php_aco_assets_values_member((fields), name, sizeof(name) - 1, (type))

bool php_aco_assets_check_alt_texts(const zval *alt_texts, const char *parameter)
{
	zval *entry;

	if (!check_list(alt_texts, parameter, ACO_ASSET_ALT_TEXTS_MAX)) {
		return false;
	}

	ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(alt_texts), entry) {
		zval *code = Z_TYPE_P(entry) == IS_ARRAY ? MEMBER(Z_ARRVAL_P(entry), "store_code", IS_STRING) : NULL;

		if (!code || !MEMBER(Z_ARRVAL_P(entry), "value", IS_STRING)) {
			php_aco_throw_argument("%s must be a list of array{store_code: string, value: string}", parameter);
			return false;
		}

		if (!php_aco_assets_check_name(Z_STR_P(code), parameter)) {
			return false;
		}
	} ZEND_HASH_FOREACH_END();

	return true;
}

bool php_aco_assets_check_assignments(const zval *assignments, const char *parameter)
{
	zval *entry;

	if (!check_list(assignments, parameter, HT_MAX_SIZE)) {
		return false;
	}

	ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(assignments), entry) {
		if (Z_TYPE_P(entry) != IS_OBJECT || Z_OBJCE_P(entry) != php_aco_assets_assignment_ce) {
			php_aco_throw_argument("%s must be a list of Aco\\Assets\\Assignment", parameter);
			return false;
		}

		if (!php_aco_values_check(Z_OBJ_P(entry))) {
			return false;
		}
	} ZEND_HASH_FOREACH_END();

	return true;
}

bool php_aco_assets_check_media(const zval *media, const char *parameter)
{
	zval *entry;

	if (!check_list(media, parameter, HT_MAX_SIZE)) {
		return false;
	}

	ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(media), entry) {
		HashTable *fields = Z_TYPE_P(entry) == IS_ARRAY ? Z_ARRVAL_P(entry) : NULL;
		zval *id = fields ? MEMBER(fields, "assetId", IS_STRING) : NULL;
		zval *roles = fields ? MEMBER(fields, "roles", IS_ARRAY) : NULL;
		zval *alt_texts = fields ? MEMBER(fields, "altTexts", IS_ARRAY) : NULL;
		zval *position = fields ? zend_hash_str_find(fields, ZEND_STRL("position")) : NULL;

		if (!id || !roles || !alt_texts || !position || (Z_TYPE_P(position) != IS_LONG && Z_TYPE_P(position) != IS_NULL)
				|| (!MEMBER(fields, "video", IS_TRUE) && !MEMBER(fields, "video", IS_FALSE))) {
			php_aco_throw_argument("%s must be a list of array{assetId: string, video: bool, altTexts: array, roles: array, position: ?int}",
				parameter);
			return false;
		}

		if (!php_aco_assets_check_name(Z_STR_P(id), parameter) || !php_aco_assets_check_roles(roles, parameter)
				|| !php_aco_assets_check_alt_texts(alt_texts, parameter)
				|| (Z_TYPE_P(position) == IS_LONG && !php_aco_assets_check_position(Z_LVAL_P(position), parameter))) {
			return false;
		}
	} ZEND_HASH_FOREACH_END();

	return true;
}
