/* SPDX-License-Identifier: MIT */
/* The only place that knows which failure becomes which exception. */
#ifndef ACO_PHP_EXCEPTIONS_H
#define ACO_PHP_EXCEPTIONS_H

#include "php.h"
#include "src/core/base/error.h"
#include "src/core/services/feed.h"
#include "src/map/map.h"

void php_aco_exceptions_register(void);
/* The interface of all exceptions, for those that other files declare. */
zend_class_entry *php_aco_exception_ce(void);

/* The message is the formatted text alone, without the function name: `$parameter must …`. */
void php_aco_throw_argument(const char *format, ...) ACO_PRINTF(1, 2);
/* A source that cannot be read to its end. */
void php_aco_throw_read(const char *format, ...) ACO_PRINTF(1, 2);
void php_aco_throw_memory(void);
/* Throws a MappingException that names feed, item, field and reason. */
void php_aco_throw_mapping(aco_feed_id feed, HashTable *item, const aco_mapping *map);
/* Makes that exception without throwing it. */
void php_aco_make_mapping_exception(zval *target, aco_feed_id feed, HashTable *item, const aco_mapping *map);
/* Throws one for an order. */
void php_aco_throw_order_mapping(HashTable *order, const aco_mapping *map);
/* The same for an asset; `id` is "" when it is not known. */
void php_aco_throw_asset_mapping(const char *id, const aco_mapping *map);
/* The message of php_aco_throw_mapping(), for results. */
zend_string *php_aco_mapping_message(aco_feed_id feed, HashTable *item, const aco_mapping *map);
void php_aco_throw_error(const aco_error *error);

#endif
