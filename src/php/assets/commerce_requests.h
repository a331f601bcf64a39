/* SPDX-License-Identifier: MIT */
/* The requests to a store that one change becomes. */
#ifndef ACO_PHP_ASSETS_COMMERCE_REQUESTS_H
#define ACO_PHP_ASSETS_COMMERCE_REQUESTS_H

#include "src/php/assets/sinks.h"

/*
 * `sync_asset`: the store knows the request that replaces all assignments of an asset at once. False with an exception
 * pending.
 */
bool php_aco_assets_commerce_push_change(php_aco_assets_sink_run *run, zend_object *change, zend_long position,
	bool sync_asset);

#endif
