/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: e6b376abf623551e3a2c1b373551b478a6942d15 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Aco_PriceBooks___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aco_PriceBooks_items, 0, 2, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, websites, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, customerGroups, IS_ARRAY, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(Aco_PriceBooks, __construct);
ZEND_METHOD(Aco_PriceBooks, items);


static const zend_function_entry class_Aco_PriceBooks_methods[] = {
	ZEND_ME(Aco_PriceBooks, __construct, arginfo_class_Aco_PriceBooks___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(Aco_PriceBooks, items, arginfo_class_Aco_PriceBooks_items, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Aco_PriceBooks(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aco", "PriceBooks", class_Aco_PriceBooks_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL;

	return class_entry;
}
