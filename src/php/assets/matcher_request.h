/* SPDX-License-Identifier: MIT */
/* The bodies of requests to an external matcher. */
#ifndef ACO_PHP_ASSETS_MATCHER_REQUEST_H
#define ACO_PHP_ASSETS_MATCHER_REQUEST_H

#include "php.h"
#include "src/core/base/json_writer.h"

/* Both return false with an exception pending. The caller checks whether the buffer ran out of memory. */
bool php_aco_assets_matcher_write_asset(aco_json *json, zend_string *id, HashTable *asset);
/* `event_data` is an array. */
bool php_aco_assets_matcher_write_product(aco_json *json, zend_string *sku, zval *event_data);

#endif
