/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 3fe7a48f439250972568d01998eee6a8dc750787 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Aco_MappedItem___construct, 0, 0, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(Aco_MappedItem, __construct);


static const zend_function_entry class_Aco_MappedItem_methods[] = {
	ZEND_ME(Aco_MappedItem, __construct, arginfo_class_Aco_MappedItem___construct, ZEND_ACC_PRIVATE)
	ZEND_FE_END
};

static zend_class_entry *register_class_Aco_MappedItem(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aco", "MappedItem", class_Aco_MappedItem_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zval property_line_default_value;
	ZVAL_UNDEF(&property_line_default_value);
	zend_string *property_line_name = zend_string_init("line", sizeof("line") - 1, 1);
	zend_declare_typed_property(class_entry, property_line_name, &property_line_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_line_name);

	zend_string *property_document_class_Aco_Document = zend_string_init("Aco\\Document", sizeof("Aco\\Document")-1, 1);
	zval property_document_default_value;
	ZVAL_UNDEF(&property_document_default_value);
	zend_string *property_document_name = zend_string_init("document", sizeof("document") - 1, 1);
	zend_declare_typed_property(class_entry, property_document_name, &property_document_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_document_class_Aco_Document, 0, MAY_BE_NULL));
	zend_string_release(property_document_name);

	zval property_refusedId_default_value;
	ZVAL_UNDEF(&property_refusedId_default_value);
	zend_string *property_refusedId_name = zend_string_init("refusedId", sizeof("refusedId") - 1, 1);
	zend_declare_typed_property(class_entry, property_refusedId_name, &property_refusedId_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_refusedId_name);

	zval property_sourceEntityId_default_value;
	ZVAL_UNDEF(&property_sourceEntityId_default_value);
	zend_string *property_sourceEntityId_name = zend_string_init("sourceEntityId", sizeof("sourceEntityId") - 1, 1);
	zend_declare_typed_property(class_entry, property_sourceEntityId_name, &property_sourceEntityId_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_sourceEntityId_name);

	zval property_deleteBody_default_value;
	ZVAL_UNDEF(&property_deleteBody_default_value);
	zend_string *property_deleteBody_name = zend_string_init("deleteBody", sizeof("deleteBody") - 1, 1);
	zend_declare_typed_property(class_entry, property_deleteBody_name, &property_deleteBody_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_deleteBody_name);

	zval property_isDeletion_default_value;
	ZVAL_UNDEF(&property_isDeletion_default_value);
	zend_string *property_isDeletion_name = zend_string_init("isDeletion", sizeof("isDeletion") - 1, 1);
	zend_declare_typed_property(class_entry, property_isDeletion_name, &property_isDeletion_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_isDeletion_name);

	zval property_isItem_default_value;
	ZVAL_UNDEF(&property_isItem_default_value);
	zend_string *property_isItem_name = zend_string_init("isItem", sizeof("isItem") - 1, 1);
	zend_declare_typed_property(class_entry, property_isItem_name, &property_isItem_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_isItem_name);

	zval property_field_default_value;
	ZVAL_UNDEF(&property_field_default_value);
	zend_string *property_field_name = zend_string_init("field", sizeof("field") - 1, 1);
	zend_declare_typed_property(class_entry, property_field_name, &property_field_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_field_name);

	zval property_reason_default_value;
	ZVAL_UNDEF(&property_reason_default_value);
	zend_string *property_reason_name = zend_string_init("reason", sizeof("reason") - 1, 1);
	zend_declare_typed_property(class_entry, property_reason_name, &property_reason_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_reason_name);

	zval property_isRepaired_default_value;
	ZVAL_UNDEF(&property_isRepaired_default_value);
	zend_string *property_isRepaired_name = zend_string_init("isRepaired", sizeof("isRepaired") - 1, 1);
	zend_declare_typed_property(class_entry, property_isRepaired_name, &property_isRepaired_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_isRepaired_name);

	return class_entry;
}
