/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: c5306d15749de40bed905663901f1319438a046d */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Aco_Connection___construct, 0, 0, 4)
	ZEND_ARG_TYPE_INFO(0, tenantId, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, clientId, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, clientSecret, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, ingestionUrl, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, orgId, IS_STRING, 0, "\"\"")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, imsUrl, IS_STRING, 0, "\"https://ims-na1.adobelogin.com/ims/token/v3\"")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, scope, IS_STRING, 1, "null")
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, transport, Aco\\Transport, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, metadata, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aco_Connection_ingestionUrl, 0, 3, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, tenantId, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, region, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, type, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Aco_Connection_discover, 0, 4, Aco\\Connection, 0)
	ZEND_ARG_TYPE_INFO(0, orgId, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, tenantId, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, clientId, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, clientSecret, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, imsUrl, IS_STRING, 0, "\"https://ims-na1.adobelogin.com/ims/token/v3\"")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, ccmUrl, IS_STRING, 0, "\"https://ccm.api.commerce.adobe.com/api/v1\"")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, scope, IS_STRING, 1, "null")
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, transport, Aco\\Transport, 1, "null")
ZEND_END_ARG_INFO()


ZEND_METHOD(Aco_Connection, __construct);
ZEND_METHOD(Aco_Connection, ingestionUrl);
ZEND_METHOD(Aco_Connection, discover);


static const zend_function_entry class_Aco_Connection_methods[] = {
	ZEND_ME(Aco_Connection, __construct, arginfo_class_Aco_Connection___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Aco_Connection, ingestionUrl, arginfo_class_Aco_Connection_ingestionUrl, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Aco_Connection, discover, arginfo_class_Aco_Connection_discover, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Aco_Connection(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aco", "Connection", class_Aco_Connection_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zval property_tenantId_default_value;
	ZVAL_UNDEF(&property_tenantId_default_value);
	zend_string *property_tenantId_name = zend_string_init("tenantId", sizeof("tenantId") - 1, 1);
	zend_declare_typed_property(class_entry, property_tenantId_name, &property_tenantId_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_tenantId_name);

	zval property_clientId_default_value;
	ZVAL_UNDEF(&property_clientId_default_value);
	zend_string *property_clientId_name = zend_string_init("clientId", sizeof("clientId") - 1, 1);
	zend_declare_typed_property(class_entry, property_clientId_name, &property_clientId_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_clientId_name);

	zval property_ingestionUrl_default_value;
	ZVAL_UNDEF(&property_ingestionUrl_default_value);
	zend_string *property_ingestionUrl_name = zend_string_init("ingestionUrl", sizeof("ingestionUrl") - 1, 1);
	zend_declare_typed_property(class_entry, property_ingestionUrl_name, &property_ingestionUrl_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_ingestionUrl_name);

	zval property_orgId_default_value;
	ZVAL_UNDEF(&property_orgId_default_value);
	zend_string *property_orgId_name = zend_string_init("orgId", sizeof("orgId") - 1, 1);
	zend_declare_typed_property(class_entry, property_orgId_name, &property_orgId_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_orgId_name);

	zval property_imsUrl_default_value;
	ZVAL_UNDEF(&property_imsUrl_default_value);
	zend_string *property_imsUrl_name = zend_string_init("imsUrl", sizeof("imsUrl") - 1, 1);
	zend_declare_typed_property(class_entry, property_imsUrl_name, &property_imsUrl_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_imsUrl_name);

	zval property_scope_default_value;
	ZVAL_UNDEF(&property_scope_default_value);
	zend_string *property_scope_name = zend_string_init("scope", sizeof("scope") - 1, 1);
	zend_declare_typed_property(class_entry, property_scope_name, &property_scope_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_scope_name);

	zend_string *property_transport_class_Aco_Transport = zend_string_init("Aco\\Transport", sizeof("Aco\\Transport")-1, 1);
	zval property_transport_default_value;
	ZVAL_UNDEF(&property_transport_default_value);
	zend_string *property_transport_name = zend_string_init("transport", sizeof("transport") - 1, 1);
	zend_declare_typed_property(class_entry, property_transport_name, &property_transport_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_transport_class_Aco_Transport, 0, 0));
	zend_string_release(property_transport_name);

	zval property_studioUrl_default_value;
	ZVAL_UNDEF(&property_studioUrl_default_value);
	zend_string *property_studioUrl_name = zend_string_init("studioUrl", sizeof("studioUrl") - 1, 1);
	zend_declare_typed_property(class_entry, property_studioUrl_name, &property_studioUrl_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_studioUrl_name);

	zval property_metadata_default_value;
	ZVAL_UNDEF(&property_metadata_default_value);
	zend_string *property_metadata_name = zend_string_init("metadata", sizeof("metadata") - 1, 1);
	zend_declare_typed_property(class_entry, property_metadata_name, &property_metadata_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_metadata_name);
#if (PHP_VERSION_ID >= 80200)


	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "__construct", sizeof("__construct") - 1), 2, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "discover", sizeof("discover") - 1), 3, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);
#endif

	return class_entry;
}
