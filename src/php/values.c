/* SPDX-License-Identifier: MIT */
#include "src/php/values.h"

#include "src/php/parameters.h"

static zend_object_handlers result_handlers;

static uint32_t value_count(const zend_object *object)
{
	return (uint32_t) ((size_t) object->handlers->offset / sizeof(zval));
}

zend_object *php_aco_values_create(zend_class_entry *ce, zend_object_handlers *handlers)
{
	/* The values are zeroed, which is undefined. */
	char *memory = zend_object_alloc((size_t) handlers->offset + sizeof(zend_object), ce);
	zend_object *object = (zend_object *) (memory + handlers->offset);

	zend_object_std_init(object, ce);
	object_properties_init(object, ce);
	object->handlers = handlers;
	return object;
}

void php_aco_values_free(zend_object *object)
{
	uint32_t properties = (uint32_t) object->ce->default_properties_count;

	/* First: it clears weak references, so that no destructor that follows sees the object. */
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

HashTable *php_aco_get_properties(zend_object *object)
{
	return zend_std_get_properties(object);
}

/* The standard one would build the table of properties, as get_properties is another. */
static HashTable *get_gc(zend_object *object, zval **table, int *count)
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

		/* PDO sets properties before it calls the constructor. */
		ZVAL_COPY_VALUE(&before, property);
		ZVAL_COPY(property, php_aco_value(object, (uint32_t) i));
		zval_ptr_dtor(&before);
	}
}

static void set_handlers(zend_object_handlers *handlers, uint32_t values, bool cloneable)
{
	memcpy(handlers, zend_get_std_object_handlers(), sizeof(*handlers));
	handlers->offset = (int) (values * sizeof(zval));
	handlers->free_obj = php_aco_values_free;
	handlers->clone_obj = cloneable ? clone_object : NULL;
	handlers->get_properties = php_aco_get_properties;
	handlers->get_gc = get_gc;
}

void php_aco_values_register(zend_class_entry *ce, zend_object *(*create)(zend_class_entry *),
	zend_object_handlers *handlers, uint32_t hidden)
{
	ce->create_object = create;
	set_handlers(handlers, (uint32_t) ce->default_properties_count + hidden, hidden == 0);
}

/* With a handler of its own a final class cannot be made by ReflectionClass::newInstanceWithoutConstructor(). */
static zend_object *create_result(zend_class_entry *ce)
{
	return php_aco_values_create(ce, &result_handlers);
}

void php_aco_results_register(zend_class_entry *ce)
{
	ce->create_object = create_result;
	set_handlers(&result_handlers, 0, true);
}
