/* SPDX-License-Identifier: MIT */
#include "src/php/assets/media.h"

#include "src/php/assets/sinks.h"

static void php_aco_media_key(aco_json *json, const char *name)
{
	aco_json_raw(json, "\"", 1);
	aco_buf_append_text(&json->buf, name);
	aco_buf_append_literal(&json->buf, "\":");
}

static void php_aco_media_string(aco_json *json, const char *text, size_t length)
{
	aco_json_string(json, text, length);
}

void php_aco_assets_media_text(aco_json *json, const char *name, const zend_string *text)
{
	php_aco_media_key(json, name);
	php_aco_media_string(json, ZSTR_VAL(text), ZSTR_LEN(text));
}

void php_aco_assets_media_url(aco_json *json, const char *name, const char *origin, const zend_string *asset_id,
	bool player)
{
	php_aco_media_key(json, name);
	/* A delivery URL has no characters that JSON escapes. */
	aco_json_raw(json, "\"", 1);
	php_aco_assets_delivery_url(&json->buf, origin, ZSTR_VAL(asset_id), ZSTR_LEN(asset_id), player);
	aco_buf_append_char(&json->buf, '"');
}

void php_aco_assets_media_roles(aco_json *json, zval *roles)
{
	zval *role;

	php_aco_media_key(json, "roles");
	aco_json_begin_array(json);
	ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(roles), role) {
		php_aco_media_string(json, Z_STRVAL_P(role), Z_STRLEN_P(role));
	} ZEND_HASH_FOREACH_END();
	aco_json_end_array(json);
}

void php_aco_assets_media_alt_texts(aco_json *json, const char *name, zval *alt_texts)
{
	zval *entry;

	php_aco_media_key(json, name);
	aco_json_begin_array(json);
	ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(alt_texts), entry) {
		aco_json_begin_object(json);
		php_aco_assets_media_text(json, "store_code", Z_STR_P(php_aco_assets_media_member(entry, "store_code")));
		php_aco_assets_media_text(json, "value", Z_STR_P(php_aco_assets_media_member(entry, "value")));
		aco_json_end_object(json);
	} ZEND_HASH_FOREACH_END();
	aco_json_end_array(json);
}

void php_aco_assets_media_position(aco_json *json, zval *position)
{
	if (Z_TYPE_P(position) == IS_LONG) {
		php_aco_media_key(json, "position");
		aco_json_int(json, Z_LVAL_P(position));
	}
}

zval *php_aco_assets_media_member(zval *entry, const char *name)
{
	return zend_hash_str_find(Z_ARRVAL_P(entry), name, strlen(name));
}
