/* SPDX-License-Identifier: MIT */
/*
 * Objects whose values C reads. PDO, SoapClient, array_walk() and, before PHP 8.3, ArrayObject write past readonly,
 * and an error handler can catch an object before it is constructed. So C never reads a property: each one has a twin
 * in front of the object, out of reach of PHP code. Hidden values, such as secrets, follow the twins.
 */
#ifndef ACO_PHP_VALUES_H
#define ACO_PHP_VALUES_H

#include "src/php/object.h"

/*
 * Sets the handlers of a class whose objects have `hidden` values beside their properties. Hidden strings are wiped;
 * objects that have any cannot be cloned.
 */
void php_aco_values_register(zend_class_entry *ce, zend_object *(*create)(zend_class_entry *),
	zend_object_handlers *handlers, uint32_t hidden);
/* For classes whose objects C fills but never reads, such as results: they need no twins. */
void php_aco_results_register(zend_class_entry *ce);
/* The free_obj handler, for classes with one of their own. */
void php_aco_values_free(zend_object *object);

/* False with an Error pending when the constructor has not succeeded. */
bool php_aco_values_check(const zend_object *object);
/* False with an Error pending when it has. */
bool php_aco_values_check_new(const zend_object *object);

/* Numbered in the order of declaration: the twins of the properties, then the hidden values. */
static zend_always_inline zval *php_aco_value(const zend_object *object, uint32_t number)
{
	ZEND_ASSERT(number < (uint32_t) object->handlers->offset / sizeof(zval));
	return (zval *) php_aco_object_struct(object) + number;
}

/* NULL stands for null. */
static zend_always_inline zend_string *php_aco_value_string(const zend_object *object, uint32_t number)
{
	zval *value = php_aco_value(object, number);

	return Z_TYPE_P(value) == IS_STRING ? Z_STR_P(value) : NULL;
}

static zend_always_inline const char *php_aco_value_text(const zend_object *object, uint32_t number)
{
	zend_string *string = php_aco_value_string(object, number);

	return string ? ZSTR_VAL(string) : NULL;
}

static zend_always_inline zend_long php_aco_value_long(const zend_object *object, uint32_t number)
{
	return Z_LVAL_P(php_aco_value(object, number));
}

static zend_always_inline bool php_aco_value_is_true(const zend_object *object, uint32_t number)
{
	return Z_TYPE_P(php_aco_value(object, number)) == IS_TRUE;
}

static zend_always_inline HashTable *php_aco_value_array(const zend_object *object, uint32_t number)
{
	return Z_ARRVAL_P(php_aco_value(object, number));
}

static zend_always_inline zend_object *php_aco_value_object(const zend_object *object, uint32_t number)
{
	return Z_OBJ_P(php_aco_value(object, number));
}

/*
 * The setters are for an object that passed php_aco_values_check_new(), once all arguments are checked. The first value
 * makes the object count as constructed; php_aco_values_publish() follows the last one.
 */
static zend_always_inline void php_aco_set_long(zend_object *object, uint32_t number, zend_long value)
{
	ZVAL_LONG(php_aco_value(object, number), value);
}

static zend_always_inline void php_aco_set_bool(zend_object *object, uint32_t number, bool value)
{
	ZVAL_BOOL(php_aco_value(object, number), value);
}

/* Takes over the reference. */
static zend_always_inline void php_aco_set_new_string(zend_object *object, uint32_t number, zend_string *value)
{
	ZVAL_STR(php_aco_value(object, number), value);
}

/* NULL becomes null. */
static zend_always_inline void php_aco_set_string(zend_object *object, uint32_t number, zend_string *value)
{
	if (value) {
		ZVAL_STR_COPY(php_aco_value(object, number), value);
	} else {
		ZVAL_NULL(php_aco_value(object, number));
	}
}

static zend_always_inline void php_aco_set_string_or(zend_object *object, uint32_t number, zend_string *value,
	const char *otherwise)
{
	if (value) {
		ZVAL_STR_COPY(php_aco_value(object, number), value);
	} else {
		ZVAL_STRING(php_aco_value(object, number), otherwise);
	}
}

/* Makes a copy, so that wiping it leaves the caller's string alone. */
static zend_always_inline void php_aco_set_secret(zend_object *object, uint32_t number, const zend_string *secret)
{
	ZVAL_NEW_STR(php_aco_value(object, number), zend_string_init(ZSTR_VAL(secret), ZSTR_LEN(secret), false));
}

/* NULL becomes an empty array. */
static zend_always_inline void php_aco_set_array(zend_object *object, uint32_t number, zval *array)
{
	if (array) {
		ZVAL_COPY(php_aco_value(object, number), array);
	} else {
		ZVAL_EMPTY_ARRAY(php_aco_value(object, number));
	}
}

/* NULL becomes null. */
static zend_always_inline void php_aco_set_object(zend_object *object, uint32_t number, zend_object *value)
{
	if (value) {
		ZVAL_OBJ_COPY(php_aco_value(object, number), value);
	} else {
		ZVAL_NULL(php_aco_value(object, number));
	}
}

/* Sets the properties to their twins. */
void php_aco_values_publish(zend_object *object);

#endif
