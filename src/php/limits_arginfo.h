/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: b529ed16658c141dff8bdf1c6cbbc9bd27a3b7e4 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Aco_Limits___construct, 0, 0, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, requestsPerSecond, IS_DOUBLE, 0, "2.0")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, productsPerMinute, IS_LONG, 0, "1000")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, pricesPerMinute, IS_LONG, 0, "50000")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, concurrency, IS_LONG, 0, "4")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, maxAttempts, IS_LONG, 0, "4")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, maxRequestBytes, IS_LONG, 0, "8388608")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, retryBudgetMs, IS_LONG, 0, "60000")
	ZEND_ARG_OBJ_TYPE_MASK(0, shared, Aco\\SharedStore, MAY_BE_BOOL, "true")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, hosts, IS_LONG, 0, "1")
ZEND_END_ARG_INFO()


ZEND_METHOD(Aco_Limits, __construct);


static const zend_function_entry class_Aco_Limits_methods[] = {
	ZEND_ME(Aco_Limits, __construct, arginfo_class_Aco_Limits___construct, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Aco_Limits(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aco", "Limits", class_Aco_Limits_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zval property_requestsPerSecond_default_value;
	ZVAL_UNDEF(&property_requestsPerSecond_default_value);
	zend_string *property_requestsPerSecond_name = zend_string_init("requestsPerSecond", sizeof("requestsPerSecond") - 1, 1);
	zend_declare_typed_property(class_entry, property_requestsPerSecond_name, &property_requestsPerSecond_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_DOUBLE));
	zend_string_release(property_requestsPerSecond_name);

	zval property_productsPerMinute_default_value;
	ZVAL_UNDEF(&property_productsPerMinute_default_value);
	zend_string *property_productsPerMinute_name = zend_string_init("productsPerMinute", sizeof("productsPerMinute") - 1, 1);
	zend_declare_typed_property(class_entry, property_productsPerMinute_name, &property_productsPerMinute_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_productsPerMinute_name);

	zval property_pricesPerMinute_default_value;
	ZVAL_UNDEF(&property_pricesPerMinute_default_value);
	zend_string *property_pricesPerMinute_name = zend_string_init("pricesPerMinute", sizeof("pricesPerMinute") - 1, 1);
	zend_declare_typed_property(class_entry, property_pricesPerMinute_name, &property_pricesPerMinute_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_pricesPerMinute_name);

	zval property_concurrency_default_value;
	ZVAL_UNDEF(&property_concurrency_default_value);
	zend_string *property_concurrency_name = zend_string_init("concurrency", sizeof("concurrency") - 1, 1);
	zend_declare_typed_property(class_entry, property_concurrency_name, &property_concurrency_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_concurrency_name);

	zval property_maxAttempts_default_value;
	ZVAL_UNDEF(&property_maxAttempts_default_value);
	zend_string *property_maxAttempts_name = zend_string_init("maxAttempts", sizeof("maxAttempts") - 1, 1);
	zend_declare_typed_property(class_entry, property_maxAttempts_name, &property_maxAttempts_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_maxAttempts_name);

	zval property_maxRequestBytes_default_value;
	ZVAL_UNDEF(&property_maxRequestBytes_default_value);
	zend_string *property_maxRequestBytes_name = zend_string_init("maxRequestBytes", sizeof("maxRequestBytes") - 1, 1);
	zend_declare_typed_property(class_entry, property_maxRequestBytes_name, &property_maxRequestBytes_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_maxRequestBytes_name);

	zval property_retryBudgetMs_default_value;
	ZVAL_UNDEF(&property_retryBudgetMs_default_value);
	zend_string *property_retryBudgetMs_name = zend_string_init("retryBudgetMs", sizeof("retryBudgetMs") - 1, 1);
	zend_declare_typed_property(class_entry, property_retryBudgetMs_name, &property_retryBudgetMs_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_retryBudgetMs_name);

	zend_string *property_shared_class_Aco_SharedStore = zend_string_init("Aco\\SharedStore", sizeof("Aco\\SharedStore")-1, 1);
	zval property_shared_default_value;
	ZVAL_UNDEF(&property_shared_default_value);
	zend_string *property_shared_name = zend_string_init("shared", sizeof("shared") - 1, 1);
	zend_declare_typed_property(class_entry, property_shared_name, &property_shared_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_shared_class_Aco_SharedStore, 0, MAY_BE_BOOL));
	zend_string_release(property_shared_name);

	zval property_hosts_default_value;
	ZVAL_UNDEF(&property_hosts_default_value);
	zend_string *property_hosts_name = zend_string_init("hosts", sizeof("hosts") - 1, 1);
	zend_declare_typed_property(class_entry, property_hosts_name, &property_hosts_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_hosts_name);

	return class_entry;
}
