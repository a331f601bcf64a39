/* SPDX-License-Identifier: MIT */
/* The caller's logger: PSR-3, or a callable of the same arguments. */
#ifndef ACO_PHP_LOG_H
#define ACO_PHP_LOG_H

#include "php.h"

/* Null, an object with log(), or a callable. */
bool php_aco_log_accepts(zval *logger);
/* Takes over `context` (an array). The logger's exception stays pending. */
void php_aco_log(zval *logger, const char *level, zend_string *message, zval *context);

#endif
