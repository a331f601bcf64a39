/* SPDX-License-Identifier: MIT */
/* JSON that was given by the caller. */
#ifndef ACO_PHP_JSON_H
#define ACO_PHP_JSON_H

#include "php.h"
#include "zend_smart_str.h"

/* One JSON object of at most 64 levels; throws what is wrong with `$json` otherwise. */
bool php_aco_json_check(zend_string *json);
/* What was checked before, as arrays. */
void php_aco_json_decode(zval *target, const zend_string *json);
/*
 * Appends a value of the caller's as JSON of at most 64 levels. False when it cannot be written, perhaps with an
 * exception of code that the value runs. json_last_error() is left as it was.
 */
bool php_aco_json_encode(smart_str *text, zval *value, int options);

#endif
