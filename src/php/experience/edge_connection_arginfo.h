/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: adb186872f2ea613027d5b5dfb18ed6fcbaf7935 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Aco_Experience_EdgeConnection___construct, 0, 0, 0)
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, credentials, Aco\\ImsCredentials, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, url, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, datastreamParameter, IS_STRING, 0, "\"datastreamId\"")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, gzip, _IS_BOOL, 0, "false")
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, transport, Aco\\Transport, 1, "null")
ZEND_END_ARG_INFO()


ZEND_METHOD(Aco_Experience_EdgeConnection, __construct);


static const zend_function_entry class_Aco_Experience_EdgeConnection_methods[] = {
	ZEND_ME(Aco_Experience_EdgeConnection, __construct, arginfo_class_Aco_Experience_EdgeConnection___construct, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Aco_Experience_EdgeConnection(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aco\\Experience", "EdgeConnection", class_Aco_Experience_EdgeConnection_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zend_string *property_credentials_class_Aco_ImsCredentials = zend_string_init("Aco\\ImsCredentials", sizeof("Aco\\ImsCredentials")-1, 1);
	zval property_credentials_default_value;
	ZVAL_UNDEF(&property_credentials_default_value);
	zend_string *property_credentials_name = zend_string_init("credentials", sizeof("credentials") - 1, 1);
	zend_declare_typed_property(class_entry, property_credentials_name, &property_credentials_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_credentials_class_Aco_ImsCredentials, 0, MAY_BE_NULL));
	zend_string_release(property_credentials_name);

	zval property_url_default_value;
	ZVAL_UNDEF(&property_url_default_value);
	zend_string *property_url_name = zend_string_init("url", sizeof("url") - 1, 1);
	zend_declare_typed_property(class_entry, property_url_name, &property_url_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_url_name);

	zval property_datastreamParameter_default_value;
	ZVAL_UNDEF(&property_datastreamParameter_default_value);
	zend_string *property_datastreamParameter_name = zend_string_init("datastreamParameter", sizeof("datastreamParameter") - 1, 1);
	zend_declare_typed_property(class_entry, property_datastreamParameter_name, &property_datastreamParameter_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_datastreamParameter_name);

	zval property_gzip_default_value;
	ZVAL_UNDEF(&property_gzip_default_value);
	zend_string *property_gzip_name = zend_string_init("gzip", sizeof("gzip") - 1, 1);
	zend_declare_typed_property(class_entry, property_gzip_name, &property_gzip_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_gzip_name);

	zend_string *property_transport_class_Aco_Transport = zend_string_init("Aco\\Transport", sizeof("Aco\\Transport")-1, 1);
	zval property_transport_default_value;
	ZVAL_UNDEF(&property_transport_default_value);
	zend_string *property_transport_name = zend_string_init("transport", sizeof("transport") - 1, 1);
	zend_declare_typed_property(class_entry, property_transport_name, &property_transport_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_transport_class_Aco_Transport, 0, 0));
	zend_string_release(property_transport_name);

	return class_entry;
}
