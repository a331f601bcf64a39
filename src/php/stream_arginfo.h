/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: a87ed7a3d513610c444bb1c23d54d23b21fa3f61 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Aco_Stream___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aco_Stream_push, 0, 1, IS_VOID, 0)
	ZEND_ARG_OBJ_TYPE_MASK(0, item, Aco\\Document, MAY_BE_ARRAY, NULL)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aco_Stream_isStopped, 0, 0, _IS_BOOL, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aco_Stream_unsent, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Aco_Stream_finish, 0, 0, Aco\\Submission, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(Aco_Stream, __construct);
ZEND_METHOD(Aco_Stream, push);
ZEND_METHOD(Aco_Stream, isStopped);
ZEND_METHOD(Aco_Stream, unsent);
ZEND_METHOD(Aco_Stream, finish);


static const zend_function_entry class_Aco_Stream_methods[] = {
	ZEND_ME(Aco_Stream, __construct, arginfo_class_Aco_Stream___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(Aco_Stream, push, arginfo_class_Aco_Stream_push, ZEND_ACC_PUBLIC)
	ZEND_ME(Aco_Stream, isStopped, arginfo_class_Aco_Stream_isStopped, ZEND_ACC_PUBLIC)
	ZEND_ME(Aco_Stream, unsent, arginfo_class_Aco_Stream_unsent, ZEND_ACC_PUBLIC)
	ZEND_ME(Aco_Stream, finish, arginfo_class_Aco_Stream_finish, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Aco_Stream(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aco", "Stream", class_Aco_Stream_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	return class_entry;
}
