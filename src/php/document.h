/* SPDX-License-Identifier: MIT */
#ifndef ACO_PHP_DOCUMENT_H
#define ACO_PHP_DOCUMENT_H

#include "src/php/classes.h"

/* Makes a document of the mapped item in `map`. `feed_case` is the case of `feed`. */
void php_aco_document_make(zval *target, zend_object *feed_case, aco_feed_id feed, const aco_mapping *map);
/* Computes $id and $hash unless they are set. */
void php_aco_document_hash(php_aco_document *document);

#endif
