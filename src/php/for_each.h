/* SPDX-License-Identifier: MIT */
/* Walks over an array or a Traversable. */
#ifndef ACO_PHP_FOR_EACH_H
#define ACO_PHP_FOR_EACH_H

#include "php.h"

/* Ends at the first item for which `visit` returns false. False then, or when the iterator threw. */
bool php_aco_for_each(zval *items, bool (*visit)(void *context, zval *item), void *context);

#endif
