/* SPDX-License-Identifier: MIT */
/* The caller's logger: a PSR-3 logger, or a callable with the same parameters. */
#ifndef ACO_PHP_LOG_H
#define ACO_PHP_LOG_H

#include "php.h"

/* Null, an object with log(), or a callable. */
bool php_aco_log_accepts(zval *logger);
/* Of one that is accepted; false with an exception pending, `kept` undefined. */
bool php_aco_log_keep(zval *kept, zval *logger);
/* Takes over `context`, an array. An exception of the logger stays pending. */
void php_aco_log(zval *logger, const char *level, zend_string *message, zval *context);

#endif
