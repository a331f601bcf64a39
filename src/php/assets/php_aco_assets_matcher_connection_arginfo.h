/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 4cb4da953d3d7ec16bc9a66324d865efe3fa5f20 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Aco_Assets_MatcherConnection___construct, 0, 0, 6)
	ZEND_ARG_TYPE_INFO(0, assetToProductUrl, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, productToAssetUrl, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, oauthServerUrl, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, clientId, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, clientSecret, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, imsOrgId, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, scope, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, caFile, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, proxy, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, connectTimeoutMs, IS_LONG, 0, "5000")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, timeoutMs, IS_LONG, 0, "30000")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Aco_Assets_MatcherConnection_fromWorkspace, 0, 1, Aco\\Assets\\MatcherConnection, 0)
	ZEND_ARG_TYPE_INFO(0, json, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, assetToProductUrl, IS_STRING, 0, "\"/api/v1/web/app-builder-external-rule/asset-to-product\"")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, productToAssetUrl, IS_STRING, 0, "\"/api/v1/web/app-builder-external-rule/product-to-asset\"")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, oauthServerUrl, IS_STRING, 0, "\"https://ims-na1.adobelogin.com\"")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, caFile, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, proxy, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, connectTimeoutMs, IS_LONG, 0, "5000")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, timeoutMs, IS_LONG, 0, "30000")
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

	zval property_oauthServerUrl_default_value;
	ZVAL_UNDEF(&property_oauthServerUrl_default_value);
	zend_string *property_oauthServerUrl_name = zend_string_init("oauthServerUrl", sizeof("oauthServerUrl") - 1, 1);
	zend_declare_typed_property(class_entry, property_oauthServerUrl_name, &property_oauthServerUrl_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_oauthServerUrl_name);

	zval property_clientId_default_value;
	ZVAL_UNDEF(&property_clientId_default_value);
	zend_string *property_clientId_name = zend_string_init("clientId", sizeof("clientId") - 1, 1);
	zend_declare_typed_property(class_entry, property_clientId_name, &property_clientId_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_clientId_name);

	zval property_imsOrgId_default_value;
	ZVAL_UNDEF(&property_imsOrgId_default_value);
	zend_string *property_imsOrgId_name = zend_string_init("imsOrgId", sizeof("imsOrgId") - 1, 1);
	zend_declare_typed_property(class_entry, property_imsOrgId_name, &property_imsOrgId_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_imsOrgId_name);

	zval property_scope_default_value;
	ZVAL_UNDEF(&property_scope_default_value);
	zend_string *property_scope_name = zend_string_init("scope", sizeof("scope") - 1, 1);
	zend_declare_typed_property(class_entry, property_scope_name, &property_scope_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_scope_name);

	zval property_caFile_default_value;
	ZVAL_UNDEF(&property_caFile_default_value);
	zend_string *property_caFile_name = zend_string_init("caFile", sizeof("caFile") - 1, 1);
	zend_declare_typed_property(class_entry, property_caFile_name, &property_caFile_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_caFile_name);

	zval property_proxy_default_value;
	ZVAL_UNDEF(&property_proxy_default_value);
	zend_string *property_proxy_name = zend_string_init("proxy", sizeof("proxy") - 1, 1);
	zend_declare_typed_property(class_entry, property_proxy_name, &property_proxy_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_proxy_name);

	zval property_connectTimeoutMs_default_value;
	ZVAL_UNDEF(&property_connectTimeoutMs_default_value);
	zend_string *property_connectTimeoutMs_name = zend_string_init("connectTimeoutMs", sizeof("connectTimeoutMs") - 1, 1);
	zend_declare_typed_property(class_entry, property_connectTimeoutMs_name, &property_connectTimeoutMs_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_connectTimeoutMs_name);

	zval property_timeoutMs_default_value;
	ZVAL_UNDEF(&property_timeoutMs_default_value);
	zend_string *property_timeoutMs_name = zend_string_init("timeoutMs", sizeof("timeoutMs") - 1, 1);
	zend_declare_typed_property(class_entry, property_timeoutMs_name, &property_timeoutMs_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_timeoutMs_name);
#if (PHP_VERSION_ID >= 80200)


	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "__construct", sizeof("__construct") - 1), 4, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "fromworkspace", sizeof("fromworkspace") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);
#endif

	return class_entry;
}
