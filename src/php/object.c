/* SPDX-License-Identifier: MIT */
#include "src/php/object.h"

/* ArrayObject refuses objects that do not have the standard handler. */
static HashTable *php_aco_object_get_properties(zend_object *object)
{
	return zend_std_get_properties(object);
}

void php_aco_object_register(zend_class_entry *ce, zend_object *(*create)(zend_class_entry *),
	zend_object_handlers *handlers,
	size_t offset, zend_object_free_obj_t free_object, zend_object_get_gc_t get_gc)
{
	ce->create_object = create;
	memcpy(handlers, zend_get_std_object_handlers(), sizeof(*handlers));
	handlers->offset = (int) offset;
	handlers->free_obj = free_object;
	handlers->clone_obj = NULL;
	handlers->get_properties = php_aco_object_get_properties;
	if (get_gc) {
		handlers->get_gc = get_gc;
	}
}
