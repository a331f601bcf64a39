/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 785ea3616c7b4c74feb0bf523edd9c07fbddd17d */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Aco_Batch___construct, 0, 0, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(Aco_Batch, __construct);


static const zend_function_entry class_Aco_Batch_methods[] = {
	ZEND_ME(Aco_Batch, __construct, arginfo_class_Aco_Batch___construct, ZEND_ACC_PRIVATE)
	ZEND_FE_END
};

static zend_class_entry *register_class_Aco_Batch(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aco", "Batch", class_Aco_Batch_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zend_string *property_feed_class_Aco_Feed = zend_string_init("Aco\\Feed", sizeof("Aco\\Feed")-1, 1);
	zval property_feed_default_value;
	ZVAL_UNDEF(&property_feed_default_value);
	zend_string *property_feed_name = zend_string_init("feed", sizeof("feed") - 1, 1);
	zend_declare_typed_property(class_entry, property_feed_name, &property_feed_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_feed_class_Aco_Feed, 0, 0));
	zend_string_release(property_feed_name);

	zval property_status_default_value;
	ZVAL_UNDEF(&property_status_default_value);
	zend_string *property_status_name = zend_string_init("status", sizeof("status") - 1, 1);
	zend_declare_typed_property(class_entry, property_status_name, &property_status_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_status_name);

	zval property_requestId_default_value;
	ZVAL_UNDEF(&property_requestId_default_value);
	zend_string *property_requestId_name = zend_string_init("requestId", sizeof("requestId") - 1, 1);
	zend_declare_typed_property(class_entry, property_requestId_name, &property_requestId_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_requestId_name);

	zval property_results_default_value;
	ZVAL_UNDEF(&property_results_default_value);
	zend_string *property_results_name = zend_string_init("results", sizeof("results") - 1, 1);
	zend_declare_typed_property(class_entry, property_results_name, &property_results_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_results_name);

	return class_entry;
}
