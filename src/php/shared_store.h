/* SPDX-License-Identifier: MIT */
/* Makes the swaps that an engine needs, between two of its steps, with a store written in PHP. */
#ifndef ACO_PHP_SHARED_STORE_H
#define ACO_PHP_SHARED_STORE_H

#include "php.h"
#include "src/core/engine/engine.h"

/* False with an exception pending: an Error of the store, exit(), or a store that uses its own client. */
bool php_aco_shared_store_serve(zval *store, aco_engine *engine);

#endif
