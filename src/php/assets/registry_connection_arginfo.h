/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 861700140e4cc40e5579b5efdf4d13d1bebf31d8 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Aco_Assets_RegistryConnection___construct, 0, 0, 3)
	ZEND_ARG_TYPE_INFO(0, apiKey, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, environmentId, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, privateKey, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, url, IS_STRING, 0, "\"https://commerce.adobe.io/assets-integration/graphql\"")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, extraClaims, IS_ARRAY, 0, "[]")
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, transport, Aco\\Transport, 1, "null")
ZEND_END_ARG_INFO()


ZEND_METHOD(Aco_Assets_RegistryConnection, __construct);


static const zend_function_entry class_Aco_Assets_RegistryConnection_methods[] = {
	ZEND_ME(Aco_Assets_RegistryConnection, __construct, arginfo_class_Aco_Assets_RegistryConnection___construct, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Aco_Assets_RegistryConnection(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aco\\Assets", "RegistryConnection", class_Aco_Assets_RegistryConnection_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zval property_apiKey_default_value;
	ZVAL_UNDEF(&property_apiKey_default_value);
	zend_string *property_apiKey_name = zend_string_init("apiKey", sizeof("apiKey") - 1, 1);
	zend_declare_typed_property(class_entry, property_apiKey_name, &property_apiKey_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_apiKey_name);

	zval property_environmentId_default_value;
	ZVAL_UNDEF(&property_environmentId_default_value);
	zend_string *property_environmentId_name = zend_string_init("environmentId", sizeof("environmentId") - 1, 1);
	zend_declare_typed_property(class_entry, property_environmentId_name, &property_environmentId_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_environmentId_name);

	zval property_url_default_value;
	ZVAL_UNDEF(&property_url_default_value);
	zend_string *property_url_name = zend_string_init("url", sizeof("url") - 1, 1);
	zend_declare_typed_property(class_entry, property_url_name, &property_url_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_url_name);

	zend_string *property_transport_class_Aco_Transport = zend_string_init("Aco\\Transport", sizeof("Aco\\Transport")-1, 1);
	zval property_transport_default_value;
	ZVAL_UNDEF(&property_transport_default_value);
	zend_string *property_transport_name = zend_string_init("transport", sizeof("transport") - 1, 1);
	zend_declare_typed_property(class_entry, property_transport_name, &property_transport_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_transport_class_Aco_Transport, 0, 0));
	zend_string_release(property_transport_name);
#if (PHP_VERSION_ID >= 80200)


	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "__construct", sizeof("__construct") - 1), 2, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);
#endif

	return class_entry;
}
