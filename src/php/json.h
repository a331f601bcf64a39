/* SPDX-License-Identifier: MIT */
/* JSON that comes from the caller. */
#ifndef ACO_PHP_JSON_H
#define ACO_PHP_JSON_H

#include "php.h"
#include "ext/json/php_json.h"
#include "zend_smart_str.h"

/* As json_decode(), whose json_last_error() it leaves as it was. `value` is undefined after an error. */
php_json_error_code php_aco_json_parse(zval *value, const char *text, size_t length, int options, int depth);
/* Throws unless `json` is one JSON object of at most 64 levels. */
bool php_aco_json_check(zend_string *json);
/* Decodes what php_aco_json_check() has accepted, objects as arrays. */
void php_aco_json_decode(zval *target, const zend_string *json);
/*
 * An array as a value that the encoder may be given, borrowed. The encoder marks a counted array while it writes it;
 * immutable ones are shared by opcache, for reading alone.
 */
static zend_always_inline void php_aco_json_array(zval *value, HashTable *array)
{
	ZVAL_ARR(value, array);
	if (GC_FLAGS(array) & GC_IMMUTABLE) {
		Z_TYPE_INFO_P(value) = IS_ARRAY;
	}
}

/*
 * Appends a value of the caller's as JSON of at most 64 levels. False when it cannot be written, perhaps with an
 * exception of code that the value runs. json_last_error() is left as it was.
 */
bool php_aco_json_encode(smart_str *text, zval *value, int options);

#endif
