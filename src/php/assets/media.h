/* SPDX-License-Identifier: MIT */
/* Parts of the bodies of both sinks. The constructors of the changes have checked all values. */
#ifndef ACO_PHP_ASSETS_MEDIA_H
#define ACO_PHP_ASSETS_MEDIA_H

#include "php.h"
#include "src/core/base/json_writer.h"

/* "name":"text" */
void php_aco_assets_media_text(aco_json *json, const char *name, const zend_string *text);
/* "name":"URL of the asset, or of its player" */
void php_aco_assets_media_url(aco_json *json, const char *name, const char *origin, const zend_string *asset_id,
	bool player);
/* "roles":[…] */
void php_aco_assets_media_roles(aco_json *json, zval *roles);
/* "name":[{store_code, value}] */
void php_aco_assets_media_alt_texts(aco_json *json, const char *name, zval *alt_texts);
/* "position":n, or nothing for null */
void php_aco_assets_media_position(aco_json *json, zval *position);
/* A member of an entry of ProductChange::$media. */
zval *php_aco_assets_media_member(zval *entry, const char *name);

#endif
