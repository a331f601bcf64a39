/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 214029cd9ca4d7390fd25d49ab4230abd63356e1 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Aco_Experience_OrderMapper___construct, 0, 0, 1)
	ZEND_ARG_OBJ_INFO(0, settings, Aco\\Experience\\Settings, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, documentedNames, _IS_BOOL, 0, "false")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, orderAttributes, IS_ARRAY, 0, "[]")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, itemAttributes, IS_ARRAY, 0, "[]")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, trackingPath, IS_STRING, 0, "\'\'")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, normalizedIdentity, _IS_BOOL, 0, "false")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aco_Experience_OrderMapper_map, 0, 1, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, order, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, sentIds, IS_ARRAY, 0, "[]")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, firstSent, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()


ZEND_METHOD(Aco_Experience_OrderMapper, __construct);
ZEND_METHOD(Aco_Experience_OrderMapper, map);


static const zend_function_entry class_Aco_Experience_OrderMapper_methods[] = {
	ZEND_ME(Aco_Experience_OrderMapper, __construct, arginfo_class_Aco_Experience_OrderMapper___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Aco_Experience_OrderMapper, map, arginfo_class_Aco_Experience_OrderMapper_map, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Aco_Experience_OrderMapper(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aco\\Experience", "OrderMapper", class_Aco_Experience_OrderMapper_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zend_string *property_settings_class_Aco_Experience_Settings = zend_string_init("Aco\\Experience\\Settings", sizeof("Aco\\Experience\\Settings")-1, 1);
	zval property_settings_default_value;
	ZVAL_UNDEF(&property_settings_default_value);
	zend_string *property_settings_name = zend_string_init("settings", sizeof("settings") - 1, 1);
	zend_declare_typed_property(class_entry, property_settings_name, &property_settings_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_settings_class_Aco_Experience_Settings, 0, 0));
	zend_string_release(property_settings_name);

	zval property_documentedNames_default_value;
	ZVAL_UNDEF(&property_documentedNames_default_value);
	zend_string *property_documentedNames_name = zend_string_init("documentedNames", sizeof("documentedNames") - 1, 1);
	zend_declare_typed_property(class_entry, property_documentedNames_name, &property_documentedNames_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_documentedNames_name);

	zval property_orderAttributes_default_value;
	ZVAL_UNDEF(&property_orderAttributes_default_value);
	zend_string *property_orderAttributes_name = zend_string_init("orderAttributes", sizeof("orderAttributes") - 1, 1);
	zend_declare_typed_property(class_entry, property_orderAttributes_name, &property_orderAttributes_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_orderAttributes_name);

	zval property_itemAttributes_default_value;
	ZVAL_UNDEF(&property_itemAttributes_default_value);
	zend_string *property_itemAttributes_name = zend_string_init("itemAttributes", sizeof("itemAttributes") - 1, 1);
	zend_declare_typed_property(class_entry, property_itemAttributes_name, &property_itemAttributes_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_itemAttributes_name);

	zval property_trackingPath_default_value;
	ZVAL_UNDEF(&property_trackingPath_default_value);
	zend_string *property_trackingPath_name = zend_string_init("trackingPath", sizeof("trackingPath") - 1, 1);
	zend_declare_typed_property(class_entry, property_trackingPath_name, &property_trackingPath_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_trackingPath_name);

	zval property_normalizedIdentity_default_value;
	ZVAL_UNDEF(&property_normalizedIdentity_default_value);
	zend_string *property_normalizedIdentity_name = zend_string_init("normalizedIdentity", sizeof("normalizedIdentity") - 1, 1);
	zend_declare_typed_property(class_entry, property_normalizedIdentity_name, &property_normalizedIdentity_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_normalizedIdentity_name);

	return class_entry;
}
