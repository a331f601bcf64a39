/* SPDX-License-Identifier: MIT */
#ifndef ACO_PHP_DOCUMENT_H
#define ACO_PHP_DOCUMENT_H

#include "src/php/classes.h"

/* Makes a document of the mapped item in `map`. `feed_case` is the case of `feed`. */
void php_aco_document_make(zval *target, zend_object *feed_case, aco_feed_id feed, const aco_mapping *map);
/* The SHA-1 of a text in hexadecimal digits. */
zend_string *php_aco_sha1_hex(const char *bytes, size_t length);
/* Computes $id and $hash unless they are set. */
void php_aco_document_hash(php_aco_document *document);

#endif
