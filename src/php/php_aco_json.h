/* JSON that was given by the caller. */
#ifndef PHP_ACO_JSON_H
#define PHP_ACO_JSON_H

#include "php.h"

/* One JSON object of at most 64 levels; throws what is wrong with `$json` otherwise. */
bool php_aco_json_check(zend_string *json);
/* What was checked before, as arrays. */
void php_aco_json_decode(zval *target, const zend_string *json);

#endif
