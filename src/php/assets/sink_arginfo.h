/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 2ab3dee45436ad328090c6d8f8a0eab4b11a6460 */

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Aco_Assets_Sink_apply, 0, 1, Aco\\Submission, 0)
	ZEND_ARG_OBJ_TYPE_MASK(0, changes, Traversable, MAY_BE_ARRAY, NULL)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, onBatch, IS_CALLABLE, 1, "null")
ZEND_END_ARG_INFO()




static const zend_function_entry class_Aco_Assets_Sink_methods[] = {
	ZEND_ABSTRACT_ME_WITH_FLAGS(Aco_Assets_Sink, apply, arginfo_class_Aco_Assets_Sink_apply, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_FE_END
};

static zend_class_entry *register_class_Aco_Assets_Sink(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aco\\Assets", "Sink", class_Aco_Assets_Sink_methods);
	class_entry = zend_register_internal_interface(&ce);

	return class_entry;
}
