/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 349dde1a0523224633f2bb35120c3d524ec1516c */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Aco_Document___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Aco_Document_fromJson, 0, 3, Aco\\Document, 0)
	ZEND_ARG_OBJ_INFO(0, feed, Aco\\Feed, 0)
	ZEND_ARG_TYPE_INFO(0, id, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, json, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, deleted, _IS_BOOL, 0, "false")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Aco_Document_patch, 0, 3, Aco\\Document, 0)
	ZEND_ARG_OBJ_INFO(0, feed, Aco\\Feed, 0)
	ZEND_ARG_TYPE_INFO(0, id, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, json, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aco_Document___toString, 0, 0, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aco_Document_jsonSerialize, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(Aco_Document, __construct);
ZEND_METHOD(Aco_Document, fromJson);
ZEND_METHOD(Aco_Document, patch);
ZEND_METHOD(Aco_Document, __toString);
ZEND_METHOD(Aco_Document, jsonSerialize);


static const zend_function_entry class_Aco_Document_methods[] = {
	ZEND_ME(Aco_Document, __construct, arginfo_class_Aco_Document___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(Aco_Document, fromJson, arginfo_class_Aco_Document_fromJson, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Aco_Document, patch, arginfo_class_Aco_Document_patch, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Aco_Document, __toString, arginfo_class_Aco_Document___toString, ZEND_ACC_PUBLIC)
	ZEND_ME(Aco_Document, jsonSerialize, arginfo_class_Aco_Document_jsonSerialize, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Aco_Document(zend_class_entry *class_entry_Stringable, zend_class_entry *class_entry_JsonSerializable)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aco", "Document", class_Aco_Document_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;
	zend_class_implements(class_entry, 2, class_entry_Stringable, class_entry_JsonSerializable);

	zend_string *property_feed_class_Aco_Feed = zend_string_init("Aco\\Feed", sizeof("Aco\\Feed")-1, 1);
	zval property_feed_default_value;
	ZVAL_UNDEF(&property_feed_default_value);
	zend_string *property_feed_name = zend_string_init("feed", sizeof("feed") - 1, 1);
	zend_declare_typed_property(class_entry, property_feed_name, &property_feed_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_feed_class_Aco_Feed, 0, 0));
	zend_string_release(property_feed_name);

	zval property_id_default_value;
	ZVAL_UNDEF(&property_id_default_value);
	zend_string *property_id_name = zend_string_init("id", sizeof("id") - 1, 1);
	zend_declare_typed_property(class_entry, property_id_name, &property_id_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_id_name);

	zval property_hash_default_value;
	ZVAL_UNDEF(&property_hash_default_value);
	zend_string *property_hash_name = zend_string_init("hash", sizeof("hash") - 1, 1);
	zend_declare_typed_property(class_entry, property_hash_name, &property_hash_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_hash_name);

	zval property_deleted_default_value;
	ZVAL_UNDEF(&property_deleted_default_value);
	zend_string *property_deleted_name = zend_string_init("deleted", sizeof("deleted") - 1, 1);
	zend_declare_typed_property(class_entry, property_deleted_name, &property_deleted_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_deleted_name);

	zval property_patch_default_value;
	ZVAL_UNDEF(&property_patch_default_value);
	zend_string *property_patch_name = zend_string_init("patch", sizeof("patch") - 1, 1);
	zend_declare_typed_property(class_entry, property_patch_name, &property_patch_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_patch_name);

	return class_entry;
}
