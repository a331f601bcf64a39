/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: cf7863362641c889a629a43290cec357b871a3da */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Aco_Scopes___construct, 0, 0, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, disabledWebsites, IS_ARRAY, 0, "[]")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, disabledStoreViews, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()


ZEND_METHOD(Aco_Scopes, __construct);


static const zend_function_entry class_Aco_Scopes_methods[] = {
	ZEND_ME(Aco_Scopes, __construct, arginfo_class_Aco_Scopes___construct, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Aco_Scopes(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aco", "Scopes", class_Aco_Scopes_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zval property_disabledWebsites_default_value;
	ZVAL_UNDEF(&property_disabledWebsites_default_value);
	zend_string *property_disabledWebsites_name = zend_string_init("disabledWebsites", sizeof("disabledWebsites") - 1, 1);
	zend_declare_typed_property(class_entry, property_disabledWebsites_name, &property_disabledWebsites_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_disabledWebsites_name);

	zval property_disabledStoreViews_default_value;
	ZVAL_UNDEF(&property_disabledStoreViews_default_value);
	zend_string *property_disabledStoreViews_name = zend_string_init("disabledStoreViews", sizeof("disabledStoreViews") - 1, 1);
	zend_declare_typed_property(class_entry, property_disabledStoreViews_name, &property_disabledStoreViews_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_disabledStoreViews_name);

	return class_entry;
}
