/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: ed89f9046833bb7b804dd9d7338a9201040c03fa */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Aco_ItemAssembler___construct, 0, 0, 2)
	ZEND_ARG_TYPE_INFO(0, field, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, records, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aco_ItemAssembler_assemble, 0, 1, IS_ARRAY, 1)
	ZEND_ARG_TYPE_INFO(0, snapshot, IS_ARRAY, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(Aco_ItemAssembler, __construct);
ZEND_METHOD(Aco_ItemAssembler, assemble);


static const zend_function_entry class_Aco_ItemAssembler_methods[] = {
	ZEND_ME(Aco_ItemAssembler, __construct, arginfo_class_Aco_ItemAssembler___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Aco_ItemAssembler, assemble, arginfo_class_Aco_ItemAssembler_assemble, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Aco_ItemAssembler(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aco", "ItemAssembler", class_Aco_ItemAssembler_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	return class_entry;
}
