/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 1e0005acff9d495466267b6e3a23148c526f7239 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Aco_Assets_AemEnvironment___construct, 0, 0, 2)
	ZEND_ARG_TYPE_INFO(0, programId, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, environmentId, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Aco_Assets_AemEnvironment_fromHost, 0, 1, Aco\\Assets\\AemEnvironment, 0)
	ZEND_ARG_TYPE_INFO(0, host, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aco_Assets_AemEnvironment_deliveryHost, 0, 0, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Aco_Assets_CommerceCredentials___construct, 0, 0, 4)
	ZEND_ARG_TYPE_INFO(0, consumerKey, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, consumerSecret, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, accessToken, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, accessTokenSecret, IS_STRING, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(Aco_Assets_AemEnvironment, __construct);
ZEND_METHOD(Aco_Assets_AemEnvironment, fromHost);
ZEND_METHOD(Aco_Assets_AemEnvironment, deliveryHost);
ZEND_METHOD(Aco_Assets_CommerceCredentials, __construct);


static const zend_function_entry class_Aco_Assets_AemEnvironment_methods[] = {
	ZEND_ME(Aco_Assets_AemEnvironment, __construct, arginfo_class_Aco_Assets_AemEnvironment___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Aco_Assets_AemEnvironment, fromHost, arginfo_class_Aco_Assets_AemEnvironment_fromHost, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Aco_Assets_AemEnvironment, deliveryHost, arginfo_class_Aco_Assets_AemEnvironment_deliveryHost, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_Aco_Assets_CommerceCredentials_methods[] = {
	ZEND_ME(Aco_Assets_CommerceCredentials, __construct, arginfo_class_Aco_Assets_CommerceCredentials___construct, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Aco_Assets_AemEnvironment(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aco\\Assets", "AemEnvironment", class_Aco_Assets_AemEnvironment_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zval property_programId_default_value;
	ZVAL_UNDEF(&property_programId_default_value);
	zend_string *property_programId_name = zend_string_init("programId", sizeof("programId") - 1, 1);
	zend_declare_typed_property(class_entry, property_programId_name, &property_programId_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_programId_name);

	zval property_environmentId_default_value;
	ZVAL_UNDEF(&property_environmentId_default_value);
	zend_string *property_environmentId_name = zend_string_init("environmentId", sizeof("environmentId") - 1, 1);
	zend_declare_typed_property(class_entry, property_environmentId_name, &property_environmentId_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_environmentId_name);

	return class_entry;
}

static zend_class_entry *register_class_Aco_Assets_CommerceCredentials(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aco\\Assets", "CommerceCredentials", class_Aco_Assets_CommerceCredentials_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zval property_consumerKey_default_value;
	ZVAL_UNDEF(&property_consumerKey_default_value);
	zend_string *property_consumerKey_name = zend_string_init("consumerKey", sizeof("consumerKey") - 1, 1);
	zend_declare_typed_property(class_entry, property_consumerKey_name, &property_consumerKey_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_consumerKey_name);
#if (PHP_VERSION_ID >= 80200)


	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "__construct", sizeof("__construct") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "__construct", sizeof("__construct") - 1), 2, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "__construct", sizeof("__construct") - 1), 3, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);
#endif

	return class_entry;
}
