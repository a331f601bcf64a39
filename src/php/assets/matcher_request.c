/* SPDX-License-Identifier: MIT */
#include "src/php/assets/matcher_request.h"

#include "ext/json/php_json.h"
#include "src/core/base/count.h"
#include "src/php/exceptions.h"
#include "src/php/json.h"

#define JSON_OPTIONS (PHP_JSON_UNESCAPED_SLASHES | PHP_JSON_UNESCAPED_UNICODE | PHP_JSON_INVALID_UTF8_SUBSTITUTE)

/* Events have markers of their own, such as `event:created`, among the metadata of the asset. */
#define MARKER_PREFIX "event:"

/* Writes a value of the caller as a member; an empty array becomes an object. False with an exception pending. */
static bool write_value(aco_json *json, const char *name, zval *value)
{
	smart_str text = {0};
	bool written = true;

	aco_json_raw(json, name, strlen(name));

	if (Z_TYPE_P(value) == IS_ARRAY && zend_hash_num_elements(Z_ARRVAL_P(value)) == 0) {
		aco_json_literal(json, "{}");
		return true;
	}

	if (!php_aco_json_encode(&text, value, JSON_OPTIONS)) {
		if (!EG(exception)) {
			php_aco_throw_argument("what the matcher is to get cannot be written as JSON: it is too deep, or no value of JSON");
		}

		written = false;
	} else {
		aco_json_raw(json, ZSTR_VAL(text.s), ZSTR_LEN(text.s));
	}

	smart_str_free(&text);
	return written;
}

static bool is_marker(const zend_string *name)
{
	return ZSTR_LEN(name) > strlen(MARKER_PREFIX) && memcmp(ZSTR_VAL(name), MARKER_PREFIX, strlen(MARKER_PREFIX)) == 0;
}

/*
 * The metadata without the markers of an event: a copy, or the array itself when it has none. The caller
 * releases it.
 */
static HashTable *without_markers(HashTable *metadata)
{
	HashTable *copy = NULL;
	zend_string *name;

	ZEND_HASH_FOREACH_STR_KEY(metadata, name) {
		if (name && is_marker(name)) {
			copy = copy ? copy : zend_array_dup(metadata);
			zend_hash_del(copy, name);
		}
	} ZEND_HASH_FOREACH_END();

	if (!copy) {
		GC_TRY_ADDREF(metadata);
	}

	return copy ? copy : metadata;
}

static bool write_properties(aco_json *json, const char *name, HashTable *properties)
{
	zval written;
	bool done;

	php_aco_json_array(&written, without_markers(properties));
	done = write_value(json, name, &written);
	zend_array_release(Z_ARRVAL(written));
	return done;
}

static bool write_metadata(aco_json *json, HashTable *asset)
{
	static const struct {
		const char *name;
		const char *key;
	} members[] = {{"assetMetadata", "\"assetMetadata\":"}, {"repositoryMetadata", "\"repositoryMetadata\":"}};

	for (size_t i = 0; i < ACO_COUNT(members); i++) {
		zval *value = zend_hash_str_find(asset, members[i].name, strlen(members[i].name));

		if (value) {
			ZVAL_DEREF(value);
		}
		if (value && Z_TYPE_P(value) == IS_ARRAY && !write_properties(json, members[i].key, Z_ARRVAL_P(value))) {
			return false;
		}
	}

	return true;
}

bool php_aco_assets_matcher_write_asset(aco_json *json, zend_string *id, HashTable *asset)
{
	bool written;

	aco_json_begin_object(json);
	(void) aco_json_string_member(json, "assetId", ZSTR_VAL(id), ZSTR_LEN(id));
	aco_json_key(json, "eventData");
	aco_json_begin_object(json);
	written = write_metadata(json, asset);
	aco_json_end_object(json);
	aco_json_end_object(json);
	return written;
}

bool php_aco_assets_matcher_write_product(aco_json *json, zend_string *sku, zval *event_data)
{
	bool written;

	aco_json_begin_object(json);
	(void) aco_json_string_member(json, "productSku", ZSTR_VAL(sku), ZSTR_LEN(sku));
	written = write_value(json, "\"eventData\":", event_data);
	aco_json_end_object(json);
	return written;
}
