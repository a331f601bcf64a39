/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 6d890a64931514904a016efe89cb523fa8fe8209 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Aco_Client___construct, 0, 0, 1)
	ZEND_ARG_OBJ_INFO(0, connection, Aco\\Connection, 0)
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, limits, Aco\\Limits, 1, "null")
	ZEND_ARG_TYPE_MASK(0, logger, MAY_BE_CALLABLE|MAY_BE_OBJECT|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Aco_Client_submit, 0, 2, Aco\\Submission, 0)
	ZEND_ARG_OBJ_INFO(0, feed, Aco\\Feed, 0)
	ZEND_ARG_OBJ_TYPE_MASK(0, items, Traversable, MAY_BE_ARRAY, NULL)
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, mapper, Aco\\Mapper, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, onBatch, IS_CALLABLE, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Aco_Client_open, 0, 1, Aco\\Stream, 0)
	ZEND_ARG_OBJ_INFO(0, feed, Aco\\Feed, 0)
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, mapper, Aco\\Mapper, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, onBatch, IS_CALLABLE, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aco_Client_drain, 0, 0, IS_VOID, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aco_Client_stats, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(Aco_Client, __construct);
ZEND_METHOD(Aco_Client, submit);
ZEND_METHOD(Aco_Client, open);
ZEND_METHOD(Aco_Client, drain);
ZEND_METHOD(Aco_Client, stats);


static const zend_function_entry class_Aco_Client_methods[] = {
	ZEND_ME(Aco_Client, __construct, arginfo_class_Aco_Client___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Aco_Client, submit, arginfo_class_Aco_Client_submit, ZEND_ACC_PUBLIC)
	ZEND_ME(Aco_Client, open, arginfo_class_Aco_Client_open, ZEND_ACC_PUBLIC)
	ZEND_ME(Aco_Client, drain, arginfo_class_Aco_Client_drain, ZEND_ACC_PUBLIC)
	ZEND_ME(Aco_Client, stats, arginfo_class_Aco_Client_stats, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Aco_Client(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aco", "Client", class_Aco_Client_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	return class_entry;
}
