/* SPDX-License-Identifier: MIT */
/* Walking over what a caller gives as a list: an array or a Traversable. */
#ifndef ACO_PHP_FOR_EACH_H
#define ACO_PHP_FOR_EACH_H

#include "php.h"

/* Ends at the first item for which `visit` is false; false then, or with an exception of the iterator pending. */
bool php_aco_for_each(zval *items, bool (*visit)(void *context, zval *item), void *context);

#endif
