/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 7023fb617249e7c45f560d7002f36b4f27549d20 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Aco_Experience_EdgeClient___construct, 0, 0, 1)
	ZEND_ARG_OBJ_INFO(0, connection, Aco\\Experience\\EdgeConnection, 0)
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, limits, Aco\\Limits, 1, "null")
	ZEND_ARG_TYPE_MASK(0, logger, MAY_BE_CALLABLE|MAY_BE_OBJECT|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Aco_Experience_EdgeClient_submit, 0, 2, Aco\\Submission, 0)
	ZEND_ARG_TYPE_INFO(0, datastreamId, IS_STRING, 0)
	ZEND_ARG_OBJ_TYPE_MASK(0, events, Traversable, MAY_BE_ARRAY, NULL)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, onBatch, IS_CALLABLE, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, datasetId, IS_STRING, 0, "\"\"")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Aco_Experience_EdgeClient_open, 0, 1, Aco\\Experience\\EventStream, 0)
	ZEND_ARG_TYPE_INFO(0, datastreamId, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, onBatch, IS_CALLABLE, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, datasetId, IS_STRING, 0, "\"\"")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aco_Experience_EdgeClient_stats, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(Aco_Experience_EdgeClient, __construct);
ZEND_METHOD(Aco_Experience_EdgeClient, submit);
ZEND_METHOD(Aco_Experience_EdgeClient, open);
ZEND_METHOD(Aco_Experience_EdgeClient, stats);


static const zend_function_entry class_Aco_Experience_EdgeClient_methods[] = {
	ZEND_ME(Aco_Experience_EdgeClient, __construct, arginfo_class_Aco_Experience_EdgeClient___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Aco_Experience_EdgeClient, submit, arginfo_class_Aco_Experience_EdgeClient_submit, ZEND_ACC_PUBLIC)
	ZEND_ME(Aco_Experience_EdgeClient, open, arginfo_class_Aco_Experience_EdgeClient_open, ZEND_ACC_PUBLIC)
	ZEND_ME(Aco_Experience_EdgeClient, stats, arginfo_class_Aco_Experience_EdgeClient_stats, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Aco_Experience_EdgeClient(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aco\\Experience", "EdgeClient", class_Aco_Experience_EdgeClient_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	return class_entry;
}
