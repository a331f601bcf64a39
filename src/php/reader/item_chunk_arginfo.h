/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 132bc0d22214cd634e18a285a7210fc543eb3d07 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Aco_ItemChunk___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aco_ItemChunk_fingerprint, 0, 1, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, position, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aco_ItemChunk_find, 0, 1, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, noted, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aco_ItemChunk_map, 0, 0, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, positions, IS_ARRAY, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aco_ItemChunk_item, 0, 1, IS_ARRAY, 1)
	ZEND_ARG_TYPE_INFO(0, position, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Aco_ItemChunk_mapItem, 0, 2, Aco\\MappedItem, 0)
	ZEND_ARG_TYPE_INFO(0, position, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, item, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aco_ItemChunk_line, 0, 1, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, position, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aco_ItemChunk_bytes, 0, 0, IS_LONG, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Aco_ItemChunk_count arginfo_class_Aco_ItemChunk_bytes


ZEND_METHOD(Aco_ItemChunk, __construct);
ZEND_METHOD(Aco_ItemChunk, fingerprint);
ZEND_METHOD(Aco_ItemChunk, find);
ZEND_METHOD(Aco_ItemChunk, map);
ZEND_METHOD(Aco_ItemChunk, item);
ZEND_METHOD(Aco_ItemChunk, mapItem);
ZEND_METHOD(Aco_ItemChunk, line);
ZEND_METHOD(Aco_ItemChunk, bytes);
ZEND_METHOD(Aco_ItemChunk, count);


static const zend_function_entry class_Aco_ItemChunk_methods[] = {
	ZEND_ME(Aco_ItemChunk, __construct, arginfo_class_Aco_ItemChunk___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(Aco_ItemChunk, fingerprint, arginfo_class_Aco_ItemChunk_fingerprint, ZEND_ACC_PUBLIC)
	ZEND_ME(Aco_ItemChunk, find, arginfo_class_Aco_ItemChunk_find, ZEND_ACC_PUBLIC)
	ZEND_ME(Aco_ItemChunk, map, arginfo_class_Aco_ItemChunk_map, ZEND_ACC_PUBLIC)
	ZEND_ME(Aco_ItemChunk, item, arginfo_class_Aco_ItemChunk_item, ZEND_ACC_PUBLIC)
	ZEND_ME(Aco_ItemChunk, mapItem, arginfo_class_Aco_ItemChunk_mapItem, ZEND_ACC_PUBLIC)
	ZEND_ME(Aco_ItemChunk, line, arginfo_class_Aco_ItemChunk_line, ZEND_ACC_PUBLIC)
	ZEND_ME(Aco_ItemChunk, bytes, arginfo_class_Aco_ItemChunk_bytes, ZEND_ACC_PUBLIC)
	ZEND_ME(Aco_ItemChunk, count, arginfo_class_Aco_ItemChunk_count, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Aco_ItemChunk(zend_class_entry *class_entry_Countable)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aco", "ItemChunk", class_Aco_ItemChunk_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;
	zend_class_implements(class_entry, 1, class_entry_Countable);

	return class_entry;
}
