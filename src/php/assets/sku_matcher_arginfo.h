/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 67d215d4f6500ad978ab98448876210640090a3d */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Aco_Assets_SkuMatcher___construct, 0, 0, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, metadataField, IS_STRING, 0, "\"commerce:skus\"")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, legacyNames, _IS_BOOL, 0, "false")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Aco_Assets_SkuMatcher_match, 0, 1, Aco\\Assets\\Asset, 0)
	ZEND_ARG_TYPE_INFO(0, asset, IS_ARRAY, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(Aco_Assets_SkuMatcher, __construct);
ZEND_METHOD(Aco_Assets_SkuMatcher, match);


static const zend_function_entry class_Aco_Assets_SkuMatcher_methods[] = {
	ZEND_ME(Aco_Assets_SkuMatcher, __construct, arginfo_class_Aco_Assets_SkuMatcher___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Aco_Assets_SkuMatcher, match, arginfo_class_Aco_Assets_SkuMatcher_match, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Aco_Assets_SkuMatcher(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aco\\Assets", "SkuMatcher", class_Aco_Assets_SkuMatcher_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zval property_metadataField_default_value;
	ZVAL_UNDEF(&property_metadataField_default_value);
	zend_string *property_metadataField_name = zend_string_init("metadataField", sizeof("metadataField") - 1, 1);
	zend_declare_typed_property(class_entry, property_metadataField_name, &property_metadataField_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_metadataField_name);

	zval property_legacyNames_default_value;
	ZVAL_UNDEF(&property_legacyNames_default_value);
	zend_string *property_legacyNames_name = zend_string_init("legacyNames", sizeof("legacyNames") - 1, 1);
	zend_declare_typed_property(class_entry, property_legacyNames_name, &property_legacyNames_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_legacyNames_name);

	return class_entry;
}
