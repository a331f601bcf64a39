/* SPDX-License-Identifier: MIT */
#ifndef ACO_PHP_DOCUMENT_H
#define ACO_PHP_DOCUMENT_H

#include "src/php/classes.h"

/* A document of what `map` holds. `feed_case` is the Feed object of `feed`. */
void php_aco_document_make(zval *target, zend_object *feed_case, aco_feed_id feed, const aco_mapping *map);
/* Makes sure that $id and $hash are set. */
void php_aco_document_hash(php_aco_document *document);

#endif
