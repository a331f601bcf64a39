/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 253146c9780c247338be1e7cf9dc18985bc458ca */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Aco_Assets_CommerceSink___construct, 0, 0, 2)
	ZEND_ARG_OBJ_INFO(0, connection, Aco\\Assets\\CommerceConnection, 0)
	ZEND_ARG_OBJ_INFO(0, delivery, Aco\\Assets\\Delivery, 0)
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, limits, Aco\\Limits, 1, "null")
	ZEND_ARG_TYPE_MASK(0, logger, MAY_BE_CALLABLE|MAY_BE_OBJECT|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, syncAsset, _IS_BOOL, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Aco_Assets_CommerceSink_apply, 0, 1, Aco\\Submission, 0)
	ZEND_ARG_OBJ_TYPE_MASK(0, changes, Traversable, MAY_BE_ARRAY, NULL)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, onBatch, IS_CALLABLE, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aco_Assets_CommerceSink_version, 0, 0, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aco_Assets_CommerceSink_stats, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(Aco_Assets_CommerceSink, __construct);
ZEND_METHOD(Aco_Assets_Sink, apply);
ZEND_METHOD(Aco_Assets_CommerceSink, version);
ZEND_METHOD(Aco_Assets_Sink, stats);


static const zend_function_entry class_Aco_Assets_CommerceSink_methods[] = {
	ZEND_ME(Aco_Assets_CommerceSink, __construct, arginfo_class_Aco_Assets_CommerceSink___construct, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Aco_Assets_Sink, apply, apply, arginfo_class_Aco_Assets_CommerceSink_apply, ZEND_ACC_PUBLIC)
	ZEND_ME(Aco_Assets_CommerceSink, version, arginfo_class_Aco_Assets_CommerceSink_version, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Aco_Assets_Sink, stats, stats, arginfo_class_Aco_Assets_CommerceSink_stats, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Aco_Assets_CommerceSink(zend_class_entry *class_entry_Aco_Assets_Sink)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aco\\Assets", "CommerceSink", class_Aco_Assets_CommerceSink_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;
	zend_class_implements(class_entry, 1, class_entry_Aco_Assets_Sink);

	return class_entry;
}
