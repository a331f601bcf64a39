/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: d831b9a05bd5d8c570f52482da99a73503809cb5 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Aco_ItemReader___construct, 0, 0, 2)
	ZEND_ARG_OBJ_INFO(0, mapper, Aco\\Mapper, 0)
	ZEND_ARG_TYPE_INFO(0, source, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, chunkItems, IS_LONG, 0, "500")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, name, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Aco_ItemReader_next, 0, 0, Aco\\ItemChunk, 1)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aco_ItemReader_consumed, 0, 0, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aco_ItemReader_size, 0, 0, IS_LONG, 1)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Aco_ItemReader_reopen, 0, 0, Aco\\ItemReader, 1)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aco_ItemReader_unit, 0, 0, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Aco_ItemReader_getIterator, 0, 0, Iterator, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(Aco_ItemReader, __construct);
ZEND_METHOD(Aco_ItemReader, next);
ZEND_METHOD(Aco_ItemReader, consumed);
ZEND_METHOD(Aco_ItemReader, size);
ZEND_METHOD(Aco_ItemReader, reopen);
ZEND_METHOD(Aco_ItemReader, unit);
ZEND_METHOD(Aco_ItemReader, getIterator);


static const zend_function_entry class_Aco_ItemReader_methods[] = {
	ZEND_ME(Aco_ItemReader, __construct, arginfo_class_Aco_ItemReader___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Aco_ItemReader, next, arginfo_class_Aco_ItemReader_next, ZEND_ACC_PUBLIC)
	ZEND_ME(Aco_ItemReader, consumed, arginfo_class_Aco_ItemReader_consumed, ZEND_ACC_PUBLIC)
	ZEND_ME(Aco_ItemReader, size, arginfo_class_Aco_ItemReader_size, ZEND_ACC_PUBLIC)
	ZEND_ME(Aco_ItemReader, reopen, arginfo_class_Aco_ItemReader_reopen, ZEND_ACC_PUBLIC)
	ZEND_ME(Aco_ItemReader, unit, arginfo_class_Aco_ItemReader_unit, ZEND_ACC_PUBLIC)
	ZEND_ME(Aco_ItemReader, getIterator, arginfo_class_Aco_ItemReader_getIterator, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Aco_ItemReader(zend_class_entry *class_entry_IteratorAggregate)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aco", "ItemReader", class_Aco_ItemReader_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;
	zend_class_implements(class_entry, 1, class_entry_IteratorAggregate);

	return class_entry;
}
