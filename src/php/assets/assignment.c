/* SPDX-License-Identifier: MIT */
#include "src/php/assets/classes.h"

#include "src/php/assets/assignment_arginfo.h"

zend_class_entry *php_aco_assets_assignment_ce;

static zend_object_handlers php_aco_assignment_handlers;

static zend_object *php_aco_assignment_create(zend_class_entry *class_entry)
{
	return php_aco_object_create(class_entry, &php_aco_assignment_handlers);
}

/* `roles` may be NULL: no roles. */
static void php_aco_assignment_fill(zend_object *object, zend_string *sku, zval *roles, zend_long position)
{
	php_aco_set_string(object, PHP_ACO_ASSIGNMENT_SKU, sku);
	php_aco_set_array(object, PHP_ACO_ASSIGNMENT_ROLES, roles);
	if (position == ACO_ASSET_NO_POSITION) {
		ZVAL_NULL(php_aco_value(object, PHP_ACO_ASSIGNMENT_POSITION));
	} else {
		php_aco_set_long(object, PHP_ACO_ASSIGNMENT_POSITION, position);
	}
	php_aco_values_publish(object);
}

void php_aco_assets_assignment_make(zval *target, zend_string *sku, zval *roles, zend_long position)
{
	object_init_ex(target, php_aco_assets_assignment_ce);
	php_aco_assignment_fill(Z_OBJ_P(target), sku, roles, position);
}

PHP_METHOD(Aco_Assets_Assignment, __construct)
{
	zend_object *object = Z_OBJ_P(ZEND_THIS);
	zend_string *sku;
	zval *roles = NULL;
	zend_long position = 0;
	bool unset = true;

	ZEND_PARSE_PARAMETERS_START(1, 3)
		Z_PARAM_STR(sku)
		Z_PARAM_OPTIONAL
		Z_PARAM_ARRAY(roles)
		Z_PARAM_LONG_OR_NULL(position, unset)
	ZEND_PARSE_PARAMETERS_END();

	if (!php_aco_values_check_new(object)) {
		RETURN_THROWS();
	}

	if (!php_aco_assets_check_name(sku, "$sku") || (roles && !php_aco_assets_check_roles(roles, "$roles"))
			|| (!unset && !php_aco_assets_check_position(position, "$position"))) {
		RETURN_THROWS();
	}

	php_aco_assignment_fill(object, sku, roles, unset ? ACO_ASSET_NO_POSITION : position);
}

void php_aco_assets_assignment_register(void)
{
	php_aco_assets_assignment_ce = register_class_Aco_Assets_Assignment();
	php_aco_values_register(php_aco_assets_assignment_ce, php_aco_assignment_create, &php_aco_assignment_handlers, 0);
}
