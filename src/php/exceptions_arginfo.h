/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 045b8efa46054fbec214d44f042bb8d7161f52eb */

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aco_Exception_AcoException_isRetryable, 0, 0, _IS_BOOL, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Aco_Exception_InvalidArgumentException_isRetryable arginfo_class_Aco_Exception_AcoException_isRetryable

#define arginfo_class_Aco_Exception_MappingException_isRetryable arginfo_class_Aco_Exception_AcoException_isRetryable

#define arginfo_class_Aco_Exception_ReadException_isRetryable arginfo_class_Aco_Exception_AcoException_isRetryable

#define arginfo_class_Aco_Exception_AuthenticationException_isRetryable arginfo_class_Aco_Exception_AcoException_isRetryable

#define arginfo_class_Aco_Exception_TransportException_isRetryable arginfo_class_Aco_Exception_AcoException_isRetryable

#define arginfo_class_Aco_Exception_ApiException_isRetryable arginfo_class_Aco_Exception_AcoException_isRetryable


ZEND_METHOD(Aco_Exception_InvalidArgumentException, isRetryable);
ZEND_METHOD(Aco_Exception_MappingException, isRetryable);
ZEND_METHOD(Aco_Exception_ReadException, isRetryable);
ZEND_METHOD(Aco_Exception_AuthenticationException, isRetryable);
ZEND_METHOD(Aco_Exception_TransportException, isRetryable);
ZEND_METHOD(Aco_Exception_ApiException, isRetryable);


static const zend_function_entry class_Aco_Exception_AcoException_methods[] = {
	ZEND_ABSTRACT_ME_WITH_FLAGS(Aco_Exception_AcoException, isRetryable, arginfo_class_Aco_Exception_AcoException_isRetryable, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_FE_END
};


static const zend_function_entry class_Aco_Exception_InvalidArgumentException_methods[] = {
	ZEND_ME(Aco_Exception_InvalidArgumentException, isRetryable, arginfo_class_Aco_Exception_InvalidArgumentException_isRetryable, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_Aco_Exception_MappingException_methods[] = {
	ZEND_ME(Aco_Exception_MappingException, isRetryable, arginfo_class_Aco_Exception_MappingException_isRetryable, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_Aco_Exception_ReadException_methods[] = {
	ZEND_ME(Aco_Exception_ReadException, isRetryable, arginfo_class_Aco_Exception_ReadException_isRetryable, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_Aco_Exception_AuthenticationException_methods[] = {
	ZEND_ME(Aco_Exception_AuthenticationException, isRetryable, arginfo_class_Aco_Exception_AuthenticationException_isRetryable, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_Aco_Exception_TransportException_methods[] = {
	ZEND_ME(Aco_Exception_TransportException, isRetryable, arginfo_class_Aco_Exception_TransportException_isRetryable, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_Aco_Exception_TimeoutException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Aco_Exception_ApiException_methods[] = {
	ZEND_ME(Aco_Exception_ApiException, isRetryable, arginfo_class_Aco_Exception_ApiException_isRetryable, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Aco_Exception_AcoException(zend_class_entry *class_entry_Throwable)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aco\\Exception", "AcoException", class_Aco_Exception_AcoException_methods);
	class_entry = zend_register_internal_interface(&ce);
	zend_class_implements(class_entry, 1, class_entry_Throwable);

	return class_entry;
}

static zend_class_entry *register_class_Aco_Exception_InvalidArgumentException(zend_class_entry *class_entry_InvalidArgumentException, zend_class_entry *class_entry_Aco_Exception_AcoException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aco\\Exception", "InvalidArgumentException", class_Aco_Exception_InvalidArgumentException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_InvalidArgumentException);
	class_entry->ce_flags |= ZEND_ACC_FINAL;
	zend_class_implements(class_entry, 1, class_entry_Aco_Exception_AcoException);

	return class_entry;
}

static zend_class_entry *register_class_Aco_Exception_MappingException(zend_class_entry *class_entry_UnexpectedValueException, zend_class_entry *class_entry_Aco_Exception_AcoException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aco\\Exception", "MappingException", class_Aco_Exception_MappingException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_UnexpectedValueException);
	class_entry->ce_flags |= ZEND_ACC_FINAL;
	zend_class_implements(class_entry, 1, class_entry_Aco_Exception_AcoException);

	zval property_field_default_value;
	ZVAL_UNDEF(&property_field_default_value);
	zend_string *property_field_name = zend_string_init("field", sizeof("field") - 1, 1);
	zend_declare_typed_property(class_entry, property_field_name, &property_field_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_field_name);

	zval property_reason_default_value;
	ZVAL_UNDEF(&property_reason_default_value);
	zend_string *property_reason_name = zend_string_init("reason", sizeof("reason") - 1, 1);
	zend_declare_typed_property(class_entry, property_reason_name, &property_reason_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_reason_name);

	return class_entry;
}

static zend_class_entry *register_class_Aco_Exception_ReadException(zend_class_entry *class_entry_RuntimeException, zend_class_entry *class_entry_Aco_Exception_AcoException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aco\\Exception", "ReadException", class_Aco_Exception_ReadException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_RuntimeException);
	class_entry->ce_flags |= ZEND_ACC_FINAL;
	zend_class_implements(class_entry, 1, class_entry_Aco_Exception_AcoException);

	return class_entry;
}

static zend_class_entry *register_class_Aco_Exception_AuthenticationException(zend_class_entry *class_entry_RuntimeException, zend_class_entry *class_entry_Aco_Exception_AcoException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aco\\Exception", "AuthenticationException", class_Aco_Exception_AuthenticationException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_RuntimeException);
	class_entry->ce_flags |= ZEND_ACC_FINAL;
	zend_class_implements(class_entry, 1, class_entry_Aco_Exception_AcoException);

	return class_entry;
}

static zend_class_entry *register_class_Aco_Exception_TransportException(zend_class_entry *class_entry_RuntimeException, zend_class_entry *class_entry_Aco_Exception_AcoException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aco\\Exception", "TransportException", class_Aco_Exception_TransportException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_RuntimeException);
	zend_class_implements(class_entry, 1, class_entry_Aco_Exception_AcoException);

	return class_entry;
}

static zend_class_entry *register_class_Aco_Exception_TimeoutException(zend_class_entry *class_entry_Aco_Exception_TransportException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aco\\Exception", "TimeoutException", class_Aco_Exception_TimeoutException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Aco_Exception_TransportException);
	class_entry->ce_flags |= ZEND_ACC_FINAL;

	return class_entry;
}

static zend_class_entry *register_class_Aco_Exception_ApiException(zend_class_entry *class_entry_RuntimeException, zend_class_entry *class_entry_Aco_Exception_AcoException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aco\\Exception", "ApiException", class_Aco_Exception_ApiException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_RuntimeException);
	class_entry->ce_flags |= ZEND_ACC_FINAL;
	zend_class_implements(class_entry, 1, class_entry_Aco_Exception_AcoException);

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

	return class_entry;
}
