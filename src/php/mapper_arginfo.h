/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 19492def287ff3b034fa643a21965f41267cb66e */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Aco_Mapper___construct, 0, 0, 1)
	ZEND_ARG_OBJ_INFO(0, feed, Aco\\Feed, 0)
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, scopes, Aco\\Scopes, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Aco_Mapper_map, 0, 1, Aco\\Document, 1)
	ZEND_ARG_TYPE_INFO(0, item, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aco_Mapper_mapAll, 0, 1, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, items, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Aco_Mapper_deletion arginfo_class_Aco_Mapper_map


ZEND_METHOD(Aco_Mapper, __construct);
ZEND_METHOD(Aco_Mapper, map);
ZEND_METHOD(Aco_Mapper, mapAll);
ZEND_METHOD(Aco_Mapper, deletion);


static const zend_function_entry class_Aco_Mapper_methods[] = {
	ZEND_ME(Aco_Mapper, __construct, arginfo_class_Aco_Mapper___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Aco_Mapper, map, arginfo_class_Aco_Mapper_map, ZEND_ACC_PUBLIC)
	ZEND_ME(Aco_Mapper, mapAll, arginfo_class_Aco_Mapper_mapAll, ZEND_ACC_PUBLIC)
	ZEND_ME(Aco_Mapper, deletion, arginfo_class_Aco_Mapper_deletion, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Aco_Mapper(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aco", "Mapper", class_Aco_Mapper_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zend_string *property_feed_class_Aco_Feed = zend_string_init("Aco\\Feed", sizeof("Aco\\Feed")-1, 1);
	zval property_feed_default_value;
	ZVAL_UNDEF(&property_feed_default_value);
	zend_string *property_feed_name = zend_string_init("feed", sizeof("feed") - 1, 1);
	zend_declare_typed_property(class_entry, property_feed_name, &property_feed_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_feed_class_Aco_Feed, 0, 0));
	zend_string_release(property_feed_name);

	return class_entry;
}
