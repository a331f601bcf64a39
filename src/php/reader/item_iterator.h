/* SPDX-License-Identifier: MIT */
/* foreach over an ItemReader. */
#ifndef ACO_PHP_READER_ITEM_ITERATOR_H
#define ACO_PHP_READER_ITEM_ITERATOR_H

#include "php.h"

zend_object_iterator *php_aco_item_iterator(zend_class_entry *ce, zval *reader, int by_reference);

/* The next chunk of a reader, null at the end. False with an exception pending. */
bool php_aco_item_reader_next(zend_object *reader, zval *chunk);

#endif
