/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: b12c49699c0a9421ee1f45d40e2c97ca5d9712a2 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Aco_Experience_EventStream___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aco_Experience_EventStream_push, 0, 1, IS_VOID, 0)
	ZEND_ARG_OBJ_INFO(0, event, Aco\\Experience\\Event, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aco_Experience_EventStream_isStopped, 0, 0, _IS_BOOL, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Aco_Experience_EventStream_finish, 0, 0, Aco\\Submission, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(Aco_Experience_EventStream, __construct);
ZEND_METHOD(Aco_Experience_EventStream, push);
ZEND_METHOD(Aco_Experience_EventStream, isStopped);
ZEND_METHOD(Aco_Experience_EventStream, finish);


static const zend_function_entry class_Aco_Experience_EventStream_methods[] = {
	ZEND_ME(Aco_Experience_EventStream, __construct, arginfo_class_Aco_Experience_EventStream___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(Aco_Experience_EventStream, push, arginfo_class_Aco_Experience_EventStream_push, ZEND_ACC_PUBLIC)
	ZEND_ME(Aco_Experience_EventStream, isStopped, arginfo_class_Aco_Experience_EventStream_isStopped, ZEND_ACC_PUBLIC)
	ZEND_ME(Aco_Experience_EventStream, finish, arginfo_class_Aco_Experience_EventStream_finish, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Aco_Experience_EventStream(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aco\\Experience", "EventStream", class_Aco_Experience_EventStream_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	return class_entry;
}
