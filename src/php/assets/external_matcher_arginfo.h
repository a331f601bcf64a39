/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 64b0c3318d9f0380265e28662020fd6165f3939d */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Aco_Assets_ExternalMatcher___construct, 0, 0, 1)
	ZEND_ARG_OBJ_INFO(0, connection, Aco\\Assets\\MatcherConnection, 0)
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, limits, Aco\\Limits, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Aco_Assets_ExternalMatcher_withoutAsking, 0, 1, Aco\\Assets\\Asset, 1)
	ZEND_ARG_TYPE_INFO(0, asset, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aco_Assets_ExternalMatcher_ask, 0, 1, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, questions, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, concurrency, IS_LONG, 0, "8")
ZEND_END_ARG_INFO()

#define arginfo_class_Aco_Assets_ExternalMatcher_assetToProduct arginfo_class_Aco_Assets_ExternalMatcher_withoutAsking

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aco_Assets_ExternalMatcher_productToAssets, 0, 1, IS_ARRAY, 1)
	ZEND_ARG_TYPE_INFO(0, sku, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, eventData, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()


ZEND_METHOD(Aco_Assets_ExternalMatcher, __construct);
ZEND_METHOD(Aco_Assets_ExternalMatcher, withoutAsking);
ZEND_METHOD(Aco_Assets_ExternalMatcher, ask);
ZEND_METHOD(Aco_Assets_ExternalMatcher, assetToProduct);
ZEND_METHOD(Aco_Assets_ExternalMatcher, productToAssets);


static const zend_function_entry class_Aco_Assets_ExternalMatcher_methods[] = {
	ZEND_ME(Aco_Assets_ExternalMatcher, __construct, arginfo_class_Aco_Assets_ExternalMatcher___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Aco_Assets_ExternalMatcher, withoutAsking, arginfo_class_Aco_Assets_ExternalMatcher_withoutAsking, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Aco_Assets_ExternalMatcher, ask, arginfo_class_Aco_Assets_ExternalMatcher_ask, ZEND_ACC_PUBLIC)
	ZEND_ME(Aco_Assets_ExternalMatcher, assetToProduct, arginfo_class_Aco_Assets_ExternalMatcher_assetToProduct, ZEND_ACC_PUBLIC)
	ZEND_ME(Aco_Assets_ExternalMatcher, productToAssets, arginfo_class_Aco_Assets_ExternalMatcher_productToAssets, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Aco_Assets_ExternalMatcher(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aco\\Assets", "ExternalMatcher", class_Aco_Assets_ExternalMatcher_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	return class_entry;
}
