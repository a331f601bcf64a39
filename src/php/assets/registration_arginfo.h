/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: db6c1126efe78e8d3b8d064b4b06ee9e5df8efc4 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Aco_Assets_Registration___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aco_Assets_RegistrationException_isRetryable, 0, 0, _IS_BOOL, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(Aco_Assets_Registration, __construct);
ZEND_METHOD(Aco_Assets_RegistrationException, isRetryable);


static const zend_function_entry class_Aco_Assets_Dialect_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Aco_Assets_ErrorClass_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Aco_Assets_Registration_methods[] = {
	ZEND_ME(Aco_Assets_Registration, __construct, arginfo_class_Aco_Assets_Registration___construct, ZEND_ACC_PRIVATE)
	ZEND_FE_END
};


static const zend_function_entry class_Aco_Assets_RegistrationException_methods[] = {
	ZEND_ME(Aco_Assets_RegistrationException, isRetryable, arginfo_class_Aco_Assets_RegistrationException_isRetryable, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Aco_Assets_Dialect(void)
{
	zend_class_entry *class_entry = zend_register_internal_enum("Aco\\Assets\\Dialect", IS_STRING, class_Aco_Assets_Dialect_methods);

	zval enum_case_Nested_value;
	zend_string *enum_case_Nested_value_str = zend_string_init("nested", strlen("nested"), 1);
	ZVAL_STR(&enum_case_Nested_value, enum_case_Nested_value_str);
	zend_enum_add_case_cstr(class_entry, "Nested", &enum_case_Nested_value);

	zval enum_case_Flat_value;
	zend_string *enum_case_Flat_value_str = zend_string_init("flat", strlen("flat"), 1);
	ZVAL_STR(&enum_case_Flat_value, enum_case_Flat_value_str);
	zend_enum_add_case_cstr(class_entry, "Flat", &enum_case_Flat_value);

	return class_entry;
}

static zend_class_entry *register_class_Aco_Assets_ErrorClass(void)
{
	zend_class_entry *class_entry = zend_register_internal_enum("Aco\\Assets\\ErrorClass", IS_STRING, class_Aco_Assets_ErrorClass_methods);

	zval enum_case_Configuration_value;
	zend_string *enum_case_Configuration_value_str = zend_string_init("configuration", strlen("configuration"), 1);
	ZVAL_STR(&enum_case_Configuration_value, enum_case_Configuration_value_str);
	zend_enum_add_case_cstr(class_entry, "Configuration", &enum_case_Configuration_value);

	zval enum_case_Authentication_value;
	zend_string *enum_case_Authentication_value_str = zend_string_init("authentication", strlen("authentication"), 1);
	ZVAL_STR(&enum_case_Authentication_value, enum_case_Authentication_value_str);
	zend_enum_add_case_cstr(class_entry, "Authentication", &enum_case_Authentication_value);

	zval enum_case_State_value;
	zend_string *enum_case_State_value_str = zend_string_init("state", strlen("state"), 1);
	ZVAL_STR(&enum_case_State_value, enum_case_State_value_str);
	zend_enum_add_case_cstr(class_entry, "State", &enum_case_State_value);

	zval enum_case_CallerBug_value;
	zend_string *enum_case_CallerBug_value_str = zend_string_init("callerBug", strlen("callerBug"), 1);
	ZVAL_STR(&enum_case_CallerBug_value, enum_case_CallerBug_value_str);
	zend_enum_add_case_cstr(class_entry, "CallerBug", &enum_case_CallerBug_value);

	zval enum_case_Transport_value;
	zend_string *enum_case_Transport_value_str = zend_string_init("transport", strlen("transport"), 1);
	ZVAL_STR(&enum_case_Transport_value, enum_case_Transport_value_str);
	zend_enum_add_case_cstr(class_entry, "Transport", &enum_case_Transport_value);

	zval enum_case_Unknown_value;
	zend_string *enum_case_Unknown_value_str = zend_string_init("unknown", strlen("unknown"), 1);
	ZVAL_STR(&enum_case_Unknown_value, enum_case_Unknown_value_str);
	zend_enum_add_case_cstr(class_entry, "Unknown", &enum_case_Unknown_value);

	return class_entry;
}

static zend_class_entry *register_class_Aco_Assets_Registration(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aco\\Assets", "Registration", class_Aco_Assets_Registration_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zval property_tenantId_default_value;
	ZVAL_UNDEF(&property_tenantId_default_value);
	zend_string *property_tenantId_name = zend_string_init("tenantId", sizeof("tenantId") - 1, 1);
	zend_declare_typed_property(class_entry, property_tenantId_name, &property_tenantId_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_tenantId_name);

	zval property_alreadyRegistered_default_value;
	ZVAL_UNDEF(&property_alreadyRegistered_default_value);
	zend_string *property_alreadyRegistered_name = zend_string_init("alreadyRegistered", sizeof("alreadyRegistered") - 1, 1);
	zend_declare_typed_property(class_entry, property_alreadyRegistered_name, &property_alreadyRegistered_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_alreadyRegistered_name);

	zend_string *property_dialect_class_Aco_Assets_Dialect = zend_string_init("Aco\\Assets\\Dialect", sizeof("Aco\\Assets\\Dialect")-1, 1);
	zval property_dialect_default_value;
	ZVAL_UNDEF(&property_dialect_default_value);
	zend_string *property_dialect_name = zend_string_init("dialect", sizeof("dialect") - 1, 1);
	zend_declare_typed_property(class_entry, property_dialect_name, &property_dialect_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_dialect_class_Aco_Assets_Dialect, 0, 0));
	zend_string_release(property_dialect_name);

	zval property_requestId_default_value;
	ZVAL_UNDEF(&property_requestId_default_value);
	zend_string *property_requestId_name = zend_string_init("requestId", sizeof("requestId") - 1, 1);
	zend_declare_typed_property(class_entry, property_requestId_name, &property_requestId_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_requestId_name);

	return class_entry;
}

static zend_class_entry *register_class_Aco_Assets_RegistrationException(zend_class_entry *class_entry_RuntimeException, zend_class_entry *class_entry_Aco_Exception_AcoException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aco\\Assets", "RegistrationException", class_Aco_Assets_RegistrationException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_RuntimeException);
	class_entry->ce_flags |= ZEND_ACC_FINAL;
	zend_class_implements(class_entry, 1, class_entry_Aco_Exception_AcoException);

	zend_string *property_errorClass_class_Aco_Assets_ErrorClass = zend_string_init("Aco\\Assets\\ErrorClass", sizeof("Aco\\Assets\\ErrorClass")-1, 1);
	zval property_errorClass_default_value;
	ZVAL_UNDEF(&property_errorClass_default_value);
	zend_string *property_errorClass_name = zend_string_init("errorClass", sizeof("errorClass") - 1, 1);
	zend_declare_typed_property(class_entry, property_errorClass_name, &property_errorClass_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_errorClass_class_Aco_Assets_ErrorClass, 0, 0));
	zend_string_release(property_errorClass_name);

	zval property_status_default_value;
	ZVAL_UNDEF(&property_status_default_value);
	zend_string *property_status_name = zend_string_init("status", sizeof("status") - 1, 1);
	zend_declare_typed_property(class_entry, property_status_name, &property_status_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_status_name);

	zval property_requestId_default_value;
	ZVAL_UNDEF(&property_requestId_default_value);
	zend_string *property_requestId_name = zend_string_init("requestId", sizeof("requestId") - 1, 1);
	zend_declare_typed_property(class_entry, property_requestId_name, &property_requestId_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_requestId_name);

	zval property_errors_default_value;
	ZVAL_UNDEF(&property_errors_default_value);
	zend_string *property_errors_name = zend_string_init("errors", sizeof("errors") - 1, 1);
	zend_declare_typed_property(class_entry, property_errors_name, &property_errors_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_errors_name);

	zval property_retryable_default_value;
	ZVAL_UNDEF(&property_retryable_default_value);
	zend_string *property_retryable_name = zend_string_init("retryable", sizeof("retryable") - 1, 1);
	zend_declare_typed_property(class_entry, property_retryable_name, &property_retryable_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_retryable_name);

	return class_entry;
}
