#include "php_aco_assets.h"

#include "php_aco_assets_assignment_arginfo.h"

zend_class_entry *php_aco_assets_assignment_ce;

ZEND_METHOD(Aco_Assets_Assignment, __construct)
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

	if (!php_aco_assets_check_new(object)) {
		RETURN_THROWS();
	}
	if (!php_aco_assets_check_name(sku, "$sku") || (roles && !php_aco_assets_check_roles(roles, "$roles"))
			|| (!unset && !php_aco_assets_check_position(position, "$position"))) {
		RETURN_THROWS();
	}
	php_aco_assets_set_string(object, PHP_ACO_ASSIGNMENT_SKU, sku);
	php_aco_assets_set_array(object, PHP_ACO_ASSIGNMENT_ROLES, roles);
	php_aco_assets_set_position(object, PHP_ACO_ASSIGNMENT_POSITION, unset ? ACO_ASSET_NO_POSITION : position);
}

void php_aco_assets_assignment_register(void)
{
	php_aco_assets_assignment_ce = register_class_Aco_Assets_Assignment();
}
