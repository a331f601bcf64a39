/* SPDX-License-Identifier: MIT */
#ifndef ACO_PHP_CONNECTION_H
#define ACO_PHP_CONNECTION_H

#include "src/php/classes.h"
#include "src/core/engine/engine.h"

/* An engine that sends to the tenant. `limits` NULL: the defaults. NULL with an exception pending. */
aco_engine *php_aco_connection_make_engine(zend_object *connection, zend_object *limits);

#endif
