/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 0ee991a456eb36a09cd4e0913ae1fbc413745e98 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Aco_ServiceReader___construct, 0, 0, 0)
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, credentials, Aco\\ImsCredentials, 1, "null")
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, transport, Aco\\Transport, 1, "null")
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, limits, Aco\\Limits, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aco_ServiceReader_request, 0, 1, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, url, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, headers, IS_ARRAY, 0, "[]")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, json, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()


ZEND_METHOD(Aco_ServiceReader, __construct);
ZEND_METHOD(Aco_ServiceReader, request);


static const zend_function_entry class_Aco_ServiceReader_methods[] = {
	ZEND_ME(Aco_ServiceReader, __construct, arginfo_class_Aco_ServiceReader___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Aco_ServiceReader, request, arginfo_class_Aco_ServiceReader_request, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Aco_ServiceReader(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aco", "ServiceReader", class_Aco_ServiceReader_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	return class_entry;
}
