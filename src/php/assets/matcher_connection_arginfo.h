/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: f0bf14a7f4e8c63b499d02ac1211d28508156134 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Aco_Assets_MatcherConnection___construct, 0, 0, 3)
	ZEND_ARG_TYPE_INFO(0, assetToProductUrl, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, productToAssetUrl, IS_STRING, 0)
	ZEND_ARG_OBJ_INFO(0, credentials, Aco\\ImsCredentials, 0)
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, transport, Aco\\Transport, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Aco_Assets_MatcherConnection_fromWorkspace, 0, 1, Aco\\Assets\\MatcherConnection, 0)
	ZEND_ARG_TYPE_INFO(0, json, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, assetToProductUrl, IS_STRING, 0, "\"/api/v1/web/app-builder-external-rule/asset-to-product\"")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, productToAssetUrl, IS_STRING, 0, "\"/api/v1/web/app-builder-external-rule/product-to-asset\"")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, oauthServerUrl, IS_STRING, 0, "\"https://ims-na1.adobelogin.com\"")
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, transport, Aco\\Transport, 1, "null")
ZEND_END_ARG_INFO()


ZEND_METHOD(Aco_Assets_MatcherConnection, __construct);
ZEND_METHOD(Aco_Assets_MatcherConnection, fromWorkspace);


static const zend_function_entry class_Aco_Assets_MatcherConnection_methods[] = {
	ZEND_ME(Aco_Assets_MatcherConnection, __construct, arginfo_class_Aco_Assets_MatcherConnection___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Aco_Assets_MatcherConnection, fromWorkspace, arginfo_class_Aco_Assets_MatcherConnection_fromWorkspace, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Aco_Assets_MatcherConnection(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aco\\Assets", "MatcherConnection", class_Aco_Assets_MatcherConnection_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zval property_assetToProductUrl_default_value;
	ZVAL_UNDEF(&property_assetToProductUrl_default_value);
	zend_string *property_assetToProductUrl_name = zend_string_init("assetToProductUrl", sizeof("assetToProductUrl") - 1, 1);
	zend_declare_typed_property(class_entry, property_assetToProductUrl_name, &property_assetToProductUrl_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_assetToProductUrl_name);

	zval property_productToAssetUrl_default_value;
	ZVAL_UNDEF(&property_productToAssetUrl_default_value);
	zend_string *property_productToAssetUrl_name = zend_string_init("productToAssetUrl", sizeof("productToAssetUrl") - 1, 1);
	zend_declare_typed_property(class_entry, property_productToAssetUrl_name, &property_productToAssetUrl_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_productToAssetUrl_name);

	zend_string *property_credentials_class_Aco_ImsCredentials = zend_string_init("Aco\\ImsCredentials", sizeof("Aco\\ImsCredentials")-1, 1);
	zval property_credentials_default_value;
	ZVAL_UNDEF(&property_credentials_default_value);
	zend_string *property_credentials_name = zend_string_init("credentials", sizeof("credentials") - 1, 1);
	zend_declare_typed_property(class_entry, property_credentials_name, &property_credentials_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_credentials_class_Aco_ImsCredentials, 0, 0));
	zend_string_release(property_credentials_name);

	zend_string *property_transport_class_Aco_Transport = zend_string_init("Aco\\Transport", sizeof("Aco\\Transport")-1, 1);
	zval property_transport_default_value;
	ZVAL_UNDEF(&property_transport_default_value);
	zend_string *property_transport_name = zend_string_init("transport", sizeof("transport") - 1, 1);
	zend_declare_typed_property(class_entry, property_transport_name, &property_transport_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_transport_class_Aco_Transport, 0, 0));
	zend_string_release(property_transport_name);
#if (PHP_VERSION_ID >= 80200)


	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "fromworkspace", sizeof("fromworkspace") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);
#endif

	return class_entry;
}
