/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 02c980147e2d52d6dda8d7e176494a20890c9ed2 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Aco_Assets_TenantRegistry___construct, 0, 0, 1)
	ZEND_ARG_OBJ_INFO(0, connection, Aco\\Assets\\RegistryConnection, 0)
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, dialect, Aco\\Assets\\Dialect, 0, "Aco\\Assets\\Dialect::Nested")
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, limits, Aco\\Limits, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Aco_Assets_TenantRegistry_register, 0, 5, Aco\\Assets\\Registration, 0)
	ZEND_ARG_TYPE_INFO(0, projectId, IS_STRING, 0)
	ZEND_ARG_OBJ_INFO(0, aem, Aco\\Assets\\AemEnvironment, 0)
	ZEND_ARG_TYPE_INFO(0, commerceBaseUrl, IS_STRING, 0)
	ZEND_ARG_OBJ_INFO(0, credentials, Aco\\Assets\\CommerceCredentials, 0)
	ZEND_ARG_OBJ_INFO(0, rule, Aco\\Assets\\MatchingRule, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, enabled, _IS_BOOL, 0, "true")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, commerceVersion, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, extensionVersion, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, threshold, IS_LONG, 1, "null")
ZEND_END_ARG_INFO()


ZEND_METHOD(Aco_Assets_TenantRegistry, __construct);
ZEND_METHOD(Aco_Assets_TenantRegistry, register);


static const zend_function_entry class_Aco_Assets_TenantRegistry_methods[] = {
	ZEND_ME(Aco_Assets_TenantRegistry, __construct, arginfo_class_Aco_Assets_TenantRegistry___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Aco_Assets_TenantRegistry, register, arginfo_class_Aco_Assets_TenantRegistry_register, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Aco_Assets_TenantRegistry(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aco\\Assets", "TenantRegistry", class_Aco_Assets_TenantRegistry_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	return class_entry;
}
