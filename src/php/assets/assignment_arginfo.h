/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 5625f352f202d19af2c09bd10120d124592fba7e */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Aco_Assets_Assignment___construct, 0, 0, 1)
	ZEND_ARG_TYPE_INFO(0, sku, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, roles, IS_ARRAY, 0, "[]")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, position, IS_LONG, 1, "null")
ZEND_END_ARG_INFO()


ZEND_METHOD(Aco_Assets_Assignment, __construct);


static const zend_function_entry class_Aco_Assets_Assignment_methods[] = {
	ZEND_ME(Aco_Assets_Assignment, __construct, arginfo_class_Aco_Assets_Assignment___construct, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Aco_Assets_Assignment(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aco\\Assets", "Assignment", class_Aco_Assets_Assignment_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zval property_sku_default_value;
	ZVAL_UNDEF(&property_sku_default_value);
	zend_string *property_sku_name = zend_string_init("sku", sizeof("sku") - 1, 1);
	zend_declare_typed_property(class_entry, property_sku_name, &property_sku_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_sku_name);

	zval property_roles_default_value;
	ZVAL_UNDEF(&property_roles_default_value);
	zend_string *property_roles_name = zend_string_init("roles", sizeof("roles") - 1, 1);
	zend_declare_typed_property(class_entry, property_roles_name, &property_roles_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_roles_name);

	zval property_position_default_value;
	ZVAL_UNDEF(&property_position_default_value);
	zend_string *property_position_name = zend_string_init("position", sizeof("position") - 1, 1);
	zend_declare_typed_property(class_entry, property_position_name, &property_position_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_NULL));
	zend_string_release(property_position_name);

	return class_entry;
}
