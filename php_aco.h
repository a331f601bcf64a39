/* SPDX-License-Identifier: MIT */
#ifndef PHP_ACO_H
#define PHP_ACO_H

#include "php.h"
#include "src/core/base/gzip.h"
#include "src/core/net/http_pool.h"
#include "src/core/base/version.h"
#include "src/map/map.h"

#define PHP_ACO_VERSION ACO_VERSION

extern zend_module_entry aco_module_entry;
#define phpext_aco_ptr &aco_module_entry

ZEND_BEGIN_MODULE_GLOBALS(aco)
	char *ca_bundle;
	zend_long max_response_bytes;
	bool allow_http;
	char *state_dir;
	bool persistent;
	/* Connections between clients and between requests. */
	aco_http_pool pool;
	/* Scratch memory of all mappers: no PHP code runs while an item is mapped. */
	aco_mapping mapping;
	/* Of all readers: no PHP code runs while its items are used. Made with the first one. */
	struct php_aco_item_parser *item_parser;
	/* Made with the first call of Aco\gzip(). */
	aco_gzip *gzip;
	/* Documents whose id and hash nobody asked for yet, oldest first. */
	struct php_aco_document *first_unhashed;
	struct php_aco_document *last_unhashed;
	/* What Aco\sendWhile() was given: a callable or undefined, and for how long its word counts. */
	zval permit;
	int64_t permit_us;
	/* Until when requests may start, by aco_clock_suspended_us(). */
	int64_t permitted_until_us;
	/* How often in a row its word was too old when it came. */
	unsigned late_permits;
	bool asks_for_permit;
ZEND_END_MODULE_GLOBALS(aco)

ZEND_EXTERN_MODULE_GLOBALS(aco)

#define ACO_G(field) ZEND_MODULE_GLOBALS_ACCESSOR(aco, field)

#if defined(ZTS) && defined(COMPILE_DL_ACO)
ZEND_TSRMLS_CACHE_EXTERN()
#endif

#endif
