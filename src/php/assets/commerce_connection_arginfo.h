/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 01812e9e8a51c7a202b1424efb0bf8ced0fc5160 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Aco_Assets_CommerceConnection___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Aco_Assets_CommerceConnection_paas, 0, 2, Aco\\Assets\\CommerceConnection, 0)
	ZEND_ARG_TYPE_INFO(0, baseUrl, IS_STRING, 0)
	ZEND_ARG_OBJ_INFO(0, credentials, Aco\\Assets\\CommerceCredentials, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, storeViewCode, IS_STRING, 0, "\"all\"")
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, transport, Aco\\Transport, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Aco_Assets_CommerceConnection_saas, 0, 2, Aco\\Assets\\CommerceConnection, 0)
	ZEND_ARG_TYPE_INFO(0, url, IS_STRING, 0)
	ZEND_ARG_OBJ_INFO(0, credentials, Aco\\ImsCredentials, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, storeViewCode, IS_STRING, 0, "\"default\"")
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, transport, Aco\\Transport, 1, "null")
ZEND_END_ARG_INFO()


ZEND_METHOD(Aco_Assets_CommerceConnection, __construct);
ZEND_METHOD(Aco_Assets_CommerceConnection, paas);
ZEND_METHOD(Aco_Assets_CommerceConnection, saas);


static const zend_function_entry class_Aco_Assets_CommerceConnection_methods[] = {
	ZEND_ME(Aco_Assets_CommerceConnection, __construct, arginfo_class_Aco_Assets_CommerceConnection___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(Aco_Assets_CommerceConnection, paas, arginfo_class_Aco_Assets_CommerceConnection_paas, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Aco_Assets_CommerceConnection, saas, arginfo_class_Aco_Assets_CommerceConnection_saas, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Aco_Assets_CommerceConnection(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aco\\Assets", "CommerceConnection", class_Aco_Assets_CommerceConnection_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zval property_url_default_value;
	ZVAL_UNDEF(&property_url_default_value);
	zend_string *property_url_name = zend_string_init("url", sizeof("url") - 1, 1);
	zend_declare_typed_property(class_entry, property_url_name, &property_url_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_url_name);

	zval property_storeViewCode_default_value;
	ZVAL_UNDEF(&property_storeViewCode_default_value);
	zend_string *property_storeViewCode_name = zend_string_init("storeViewCode", sizeof("storeViewCode") - 1, 1);
	zend_declare_typed_property(class_entry, property_storeViewCode_name, &property_storeViewCode_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_storeViewCode_name);

	zend_string *property_credentials_class_Aco_ImsCredentials = zend_string_init("Aco\\ImsCredentials", sizeof("Aco\\ImsCredentials")-1, 1);
	zval property_credentials_default_value;
	ZVAL_UNDEF(&property_credentials_default_value);
	zend_string *property_credentials_name = zend_string_init("credentials", sizeof("credentials") - 1, 1);
	zend_declare_typed_property(class_entry, property_credentials_name, &property_credentials_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_credentials_class_Aco_ImsCredentials, 0, MAY_BE_NULL));
	zend_string_release(property_credentials_name);

	zend_string *property_transport_class_Aco_Transport = zend_string_init("Aco\\Transport", sizeof("Aco\\Transport")-1, 1);
	zval property_transport_default_value;
	ZVAL_UNDEF(&property_transport_default_value);
	zend_string *property_transport_name = zend_string_init("transport", sizeof("transport") - 1, 1);
	zend_declare_typed_property(class_entry, property_transport_name, &property_transport_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_transport_class_Aco_Transport, 0, 0));
	zend_string_release(property_transport_name);

	return class_entry;
}
