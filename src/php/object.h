/* SPDX-License-Identifier: MIT */
/* Objects with a struct of their own. */
#ifndef ACO_PHP_OBJECT_H
#define ACO_PHP_OBJECT_H

#include "php.h"

/* The zend_object comes last, as its property table follows it in memory. */
/* clang-format off */
#define PHP_ACO_FETCH(type, object) ((type *) ((char *) (object) - offsetof(type, std)))
/* clang-format on */
#define PHP_ACO_ASSERT_STD_LAST(type) \
	_Static_assert(offsetof(type, std) + sizeof(zend_object) == sizeof(type), "zend_object must be the last member of " #type)

/* The struct of an object of any class: for what several classes have as their first member. */
static zend_always_inline void *php_aco_object_struct(const zend_object *object)
{
	return (char *) object - object->handlers->offset;
}

#define PHP_ACO_ASSERT_FIRST(type, member) \
	_Static_assert(offsetof(type, member) == 0, #member " must be the first member of " #type)

/* For create_object: an object with a zeroed struct in front of it. */
static zend_always_inline zend_object *php_aco_object_create(zend_class_entry *ce, const zend_object_handlers *handlers)
{
	char *memory = zend_object_alloc((size_t) handlers->offset + sizeof(zend_object), ce);
	zend_object *object = (zend_object *) (memory + handlers->offset);

	zend_object_std_init(object, ce);
	object_properties_init(object, ce);
	object->handlers = handlers;
	return object;
}

/*
 * Sets the handlers of a class whose objects begin `offset` bytes after their struct. They cannot be cloned, and
 * ArrayObject refuses them. `get_gc` NULL: the struct holds nothing that may be part of a cycle.
 */
void php_aco_object_register(zend_class_entry *ce, zend_object *(*create)(zend_class_entry *),
	zend_object_handlers *handlers,
	size_t offset, zend_object_free_obj_t free_object, zend_object_get_gc_t get_gc);

#endif
