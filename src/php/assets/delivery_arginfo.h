/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: f8dcefacf3aa6c1a94f7f7344c2fb3bded891533 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Aco_Assets_Delivery___construct, 0, 0, 1)
	ZEND_ARG_OBJ_INFO(0, environment, Aco\\Assets\\AemEnvironment, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, customDomain, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aco_Assets_Delivery_imageUrl, 0, 1, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, assetId, IS_STRING, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Aco_Assets_Delivery_videoUrl arginfo_class_Aco_Assets_Delivery_imageUrl

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aco_Assets_Delivery_rewrite, 0, 1, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, url, IS_STRING, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(Aco_Assets_Delivery, __construct);
ZEND_METHOD(Aco_Assets_Delivery, imageUrl);
ZEND_METHOD(Aco_Assets_Delivery, videoUrl);
ZEND_METHOD(Aco_Assets_Delivery, rewrite);


static const zend_function_entry class_Aco_Assets_Delivery_methods[] = {
	ZEND_ME(Aco_Assets_Delivery, __construct, arginfo_class_Aco_Assets_Delivery___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Aco_Assets_Delivery, imageUrl, arginfo_class_Aco_Assets_Delivery_imageUrl, ZEND_ACC_PUBLIC)
	ZEND_ME(Aco_Assets_Delivery, videoUrl, arginfo_class_Aco_Assets_Delivery_videoUrl, ZEND_ACC_PUBLIC)
	ZEND_ME(Aco_Assets_Delivery, rewrite, arginfo_class_Aco_Assets_Delivery_rewrite, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Aco_Assets_Delivery(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aco\\Assets", "Delivery", class_Aco_Assets_Delivery_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zval property_origin_default_value;
	ZVAL_UNDEF(&property_origin_default_value);
	zend_string *property_origin_name = zend_string_init("origin", sizeof("origin") - 1, 1);
	zend_declare_typed_property(class_entry, property_origin_name, &property_origin_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_origin_name);

	return class_entry;
}
