/* SPDX-License-Identifier: MIT */
#include "src/php/values.h"

#include "src/php/parameters.h"

static zend_object_handlers php_aco_values_result_handlers;

static uint32_t value_count(const zend_object *object)
{
	return (uint32_t) ((size_t) object->handlers->offset / sizeof(zval));
}

void php_aco_values_free(zend_object *object)
{
	uint32_t properties = (uint32_t) object->ce->default_properties_count;

	/* First, because it clears weak references: no destructor that follows can reach the object. */
	zend_object_std_dtor(object);

	for (uint32_t i = 0; i < value_count(object); i++) {
		zval *value = php_aco_value(object, i);

		if (i >= properties && Z_TYPE_P(value) == IS_STRING) {
			php_aco_wipe(Z_STR_P(value));
		} else {
			zval_ptr_dtor(value);
		}
	}
}

static zend_object *clone_object(zend_object *old)
{
	zend_object *object = old->ce->create_object(old->ce);

	for (uint32_t i = 0; i < value_count(old); i++) {
		ZVAL_COPY(php_aco_value(object, i), php_aco_value(old, i));
	}
	zend_objects_clone_members(object, old);
	return object;
}

/* The standard handler would build a property table, because get_properties is not the standard one. */
static HashTable *php_aco_values_get_gc(zend_object *object, zval **table, int *count)
{
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();

	for (uint32_t i = 0; i < value_count(object); i++) {
		zend_get_gc_buffer_add_zval(buffer, php_aco_value(object, i));
	}
	for (int i = 0; i < object->ce->default_properties_count; i++) {
		zend_get_gc_buffer_add_zval(buffer, OBJ_PROP_NUM(object, i));
	}
	zend_get_gc_buffer_use(buffer, table, count);
	return NULL;
}

bool php_aco_values_check(const zend_object *object)
{
	if (UNEXPECTED(Z_ISUNDEF_P(php_aco_value(object, 0)))) {
		zend_throw_error(NULL, "%s was not constructed", ZSTR_VAL(object->ce->name));
		return false;
	}
	return true;
}

bool php_aco_values_check_new(const zend_object *object)
{
	if (UNEXPECTED(!Z_ISUNDEF_P(php_aco_value(object, 0)))) {
		zend_throw_error(NULL, "Cannot construct %s twice", ZSTR_VAL(object->ce->name));
		return false;
	}
	return true;
}

void php_aco_values_publish(zend_object *object)
{
	for (int i = 0; i < object->ce->default_properties_count; i++) {
		zval *property = OBJ_PROP_NUM(object, i), before;

		/* PDO may have set the property before it called the constructor. */
		ZVAL_COPY_VALUE(&before, property);
		ZVAL_COPY(property, php_aco_value(object, (uint32_t) i));
		zval_ptr_dtor(&before);
	}
}

void php_aco_values_register(zend_class_entry *ce, zend_object *(*create)(zend_class_entry *),
	zend_object_handlers *handlers, uint32_t hidden)
{
	size_t count = (size_t) ce->default_properties_count + hidden;

	/* Properties that a subclass declares would have no twins. */
	ZEND_ASSERT(ce->ce_flags & ZEND_ACC_FINAL);

	php_aco_object_register(ce, create, handlers, count * sizeof(zval), php_aco_values_free, php_aco_values_get_gc);
	if (hidden == 0) {
		handlers->clone_obj = clone_object;
	}
}

/* ReflectionClass::newInstanceWithoutConstructor() refuses final classes that have a create_object of their own. */
static zend_object *create_result(zend_class_entry *ce)
{
	return php_aco_object_create(ce, &php_aco_values_result_handlers);
}

void php_aco_results_register(zend_class_entry *ce)
{
	php_aco_object_register(ce, create_result, &php_aco_values_result_handlers, 0, php_aco_values_free,
		php_aco_values_get_gc);
	php_aco_values_result_handlers.clone_obj = clone_object;
}
