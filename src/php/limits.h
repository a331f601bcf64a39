/* SPDX-License-Identifier: MIT */
#ifndef ACO_PHP_LIMITS_H
#define ACO_PHP_LIMITS_H

#include "src/php/classes.h"
#include "src/core/engine/engine.h"

#define PHP_ACO_LIMITS_REQUESTS_PER_SECOND 2.0

/* NULL: the defaults. False with an exception pending. */
bool php_aco_limits_settings(zend_object *limits, aco_engine_settings *settings);
/* The SharedStore, borrowed; NULL: none. */
zend_object *php_aco_limits_store(zend_object *limits);
/* Whether rates and tokens are shared with other processes of the host. NULL: the default. */
bool php_aco_limits_are_shared(zend_object *limits);

#endif
