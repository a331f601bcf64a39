/* SPDX-License-Identifier: MIT */
/* Callables that are kept for later. */
#ifndef ACO_PHP_CALLBACK_H
#define ACO_PHP_CALLBACK_H

#include "php.h"

/*
 * Makes a closure of what the calling code may call, because it will be called from elsewhere, where a private method
 * is out of reach. False with an exception pending, `kept` undefined.
 */
bool php_aco_callback_keep(zval *kept, zval *callable);

#endif
