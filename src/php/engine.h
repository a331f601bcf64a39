/* SPDX-License-Identifier: MIT */
/* The engine of a client of any service. */
#ifndef ACO_PHP_ENGINE_H
#define ACO_PHP_ENGINE_H

#include "src/php/limits.h"

/*
 * Completes the settings with limits (NULL: the defaults, but for the rate of the service), shared state and
 * connections. NULL with an exception pending.
 */
aco_engine *php_aco_engine_make(aco_engine_settings *settings, zend_object *limits, double requests_per_second);
/* Writes the state folder, or why it cannot be used, for phpinfo(). */
void php_aco_engine_describe_state_dir(char *text, size_t size);
/* The counters that all services share, as an array. */
void php_aco_engine_stats(zval *target, const aco_engine *engine);

#endif
