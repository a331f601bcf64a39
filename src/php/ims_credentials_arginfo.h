/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 4b8ba6cc9c196465ceda33a2b1470efe0402e79e */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Aco_ImsCredentials___construct, 0, 0, 2)
	ZEND_ARG_TYPE_INFO(0, clientId, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, clientSecret, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, imsUrl, IS_STRING, 0, "\"https://ims-na1.adobelogin.com/ims/token/v3\"")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, scope, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, orgId, IS_STRING, 0, "\"\"")
ZEND_END_ARG_INFO()


ZEND_METHOD(Aco_ImsCredentials, __construct);


static const zend_function_entry class_Aco_ImsCredentials_methods[] = {
	ZEND_ME(Aco_ImsCredentials, __construct, arginfo_class_Aco_ImsCredentials___construct, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Aco_ImsCredentials(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aco", "ImsCredentials", class_Aco_ImsCredentials_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zval property_clientId_default_value;
	ZVAL_UNDEF(&property_clientId_default_value);
	zend_string *property_clientId_name = zend_string_init("clientId", sizeof("clientId") - 1, 1);
	zend_declare_typed_property(class_entry, property_clientId_name, &property_clientId_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_clientId_name);

	zval property_imsUrl_default_value;
	ZVAL_UNDEF(&property_imsUrl_default_value);
	zend_string *property_imsUrl_name = zend_string_init("imsUrl", sizeof("imsUrl") - 1, 1);
	zend_declare_typed_property(class_entry, property_imsUrl_name, &property_imsUrl_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_imsUrl_name);

	zval property_scope_default_value;
	ZVAL_UNDEF(&property_scope_default_value);
	zend_string *property_scope_name = zend_string_init("scope", sizeof("scope") - 1, 1);
	zend_declare_typed_property(class_entry, property_scope_name, &property_scope_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_scope_name);

	zval property_orgId_default_value;
	ZVAL_UNDEF(&property_orgId_default_value);
	zend_string *property_orgId_name = zend_string_init("orgId", sizeof("orgId") - 1, 1);
	zend_declare_typed_property(class_entry, property_orgId_name, &property_orgId_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_orgId_name);
#if (PHP_VERSION_ID >= 80200)


	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "__construct", sizeof("__construct") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);
#endif

	return class_entry;
}
