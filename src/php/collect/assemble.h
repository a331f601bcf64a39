/* SPDX-License-Identifier: MIT */
#ifndef ACO_PHP_COLLECT_ASSEMBLE_H
#define ACO_PHP_COLLECT_ASSEMBLE_H

#include "src/php/collect/schema.h"

/*
 * The items that the framework's transformer makes of a snapshot: what the extractor collected, by field. False where
 * it holds a value that only the framework's own can judge, by a warning, an exception or a conversion of an object;
 * no PHP code has run then.
 */
bool php_aco_assemble(const php_aco_schema *schema, HashTable *snapshot, zval *items);

#endif
