/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 9224ce7756c6f8a95674f4659dd3cdc5cdffd854 */

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aco_SharedStore_swap, 0, 4, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, expected, IS_STRING, 1)
	ZEND_ARG_TYPE_INFO(0, value, IS_STRING, 1)
	ZEND_ARG_TYPE_INFO(0, seconds, IS_LONG, 0)
ZEND_END_ARG_INFO()




static const zend_function_entry class_Aco_SharedStore_methods[] = {
	ZEND_ABSTRACT_ME_WITH_FLAGS(Aco_SharedStore, swap, arginfo_class_Aco_SharedStore_swap, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_FE_END
};

static zend_class_entry *register_class_Aco_SharedStore(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aco", "SharedStore", class_Aco_SharedStore_methods);
	class_entry = zend_register_internal_interface(&ce);

	return class_entry;
}
