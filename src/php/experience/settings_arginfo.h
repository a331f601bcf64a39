/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: b046d96297b0e18305a33fb1b2e240555348e13c */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Aco_Experience_Settings___construct, 0, 0, 1)
	ZEND_ARG_TYPE_INFO(0, organizationId, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, environmentId, IS_STRING, 0, "\'\'")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, webSdkName, IS_STRING, 0, "\'\'")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, default, IS_ARRAY, 0, "[]")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, websites, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aco_Experience_Settings_websites, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aco_Experience_Settings_datastreamId, 0, 1, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, websiteCode, IS_STRING, 1)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aco_Experience_Settings_backOfficeEvents, 0, 1, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, websiteCode, IS_STRING, 1)
ZEND_END_ARG_INFO()

#define arginfo_class_Aco_Experience_Settings_storefrontEvents arginfo_class_Aco_Experience_Settings_backOfficeEvents

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aco_Experience_Settings_storefrontConfig, 0, 1, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, websiteCode, IS_STRING, 1)
ZEND_END_ARG_INFO()

#define arginfo_class_Aco_Experience_Settings_errors arginfo_class_Aco_Experience_Settings_storefrontConfig

#define arginfo_class_Aco_Experience_Settings_warnings arginfo_class_Aco_Experience_Settings_storefrontConfig


ZEND_METHOD(Aco_Experience_Settings, __construct);
ZEND_METHOD(Aco_Experience_Settings, websites);
ZEND_METHOD(Aco_Experience_Settings, datastreamId);
ZEND_METHOD(Aco_Experience_Settings, backOfficeEvents);
ZEND_METHOD(Aco_Experience_Settings, storefrontEvents);
ZEND_METHOD(Aco_Experience_Settings, storefrontConfig);
ZEND_METHOD(Aco_Experience_Settings, errors);
ZEND_METHOD(Aco_Experience_Settings, warnings);


static const zend_function_entry class_Aco_Experience_Settings_methods[] = {
	ZEND_ME(Aco_Experience_Settings, __construct, arginfo_class_Aco_Experience_Settings___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Aco_Experience_Settings, websites, arginfo_class_Aco_Experience_Settings_websites, ZEND_ACC_PUBLIC)
	ZEND_ME(Aco_Experience_Settings, datastreamId, arginfo_class_Aco_Experience_Settings_datastreamId, ZEND_ACC_PUBLIC)
	ZEND_ME(Aco_Experience_Settings, backOfficeEvents, arginfo_class_Aco_Experience_Settings_backOfficeEvents, ZEND_ACC_PUBLIC)
	ZEND_ME(Aco_Experience_Settings, storefrontEvents, arginfo_class_Aco_Experience_Settings_storefrontEvents, ZEND_ACC_PUBLIC)
	ZEND_ME(Aco_Experience_Settings, storefrontConfig, arginfo_class_Aco_Experience_Settings_storefrontConfig, ZEND_ACC_PUBLIC)
	ZEND_ME(Aco_Experience_Settings, errors, arginfo_class_Aco_Experience_Settings_errors, ZEND_ACC_PUBLIC)
	ZEND_ME(Aco_Experience_Settings, warnings, arginfo_class_Aco_Experience_Settings_warnings, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Aco_Experience_Settings(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aco\\Experience", "Settings", class_Aco_Experience_Settings_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zval property_organizationId_default_value;
	ZVAL_UNDEF(&property_organizationId_default_value);
	zend_string *property_organizationId_name = zend_string_init("organizationId", sizeof("organizationId") - 1, 1);
	zend_declare_typed_property(class_entry, property_organizationId_name, &property_organizationId_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_organizationId_name);

	zval property_environmentId_default_value;
	ZVAL_UNDEF(&property_environmentId_default_value);
	zend_string *property_environmentId_name = zend_string_init("environmentId", sizeof("environmentId") - 1, 1);
	zend_declare_typed_property(class_entry, property_environmentId_name, &property_environmentId_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_environmentId_name);

	zval property_webSdkName_default_value;
	ZVAL_UNDEF(&property_webSdkName_default_value);
	zend_string *property_webSdkName_name = zend_string_init("webSdkName", sizeof("webSdkName") - 1, 1);
	zend_declare_typed_property(class_entry, property_webSdkName_name, &property_webSdkName_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_webSdkName_name);

	return class_entry;
}
