/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 314eef34d6e7956da47a12535d690cf8025d94b8 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Aco_Assets_Asset___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Aco_Assets_Asset_fromMatches, 0, 2, Aco\\Assets\\Asset, 0)
	ZEND_ARG_TYPE_INFO(0, id, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, assignments, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, video, _IS_BOOL, 0, "false")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, altTexts, IS_ARRAY, 0, "[]")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, format, IS_STRING, 0, "\"\"")
ZEND_END_ARG_INFO()


ZEND_METHOD(Aco_Assets_Asset, __construct);
ZEND_METHOD(Aco_Assets_Asset, fromMatches);


static const zend_function_entry class_Aco_Assets_Asset_methods[] = {
	ZEND_ME(Aco_Assets_Asset, __construct, arginfo_class_Aco_Assets_Asset___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(Aco_Assets_Asset, fromMatches, arginfo_class_Aco_Assets_Asset_fromMatches, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Aco_Assets_Asset(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aco\\Assets", "Asset", class_Aco_Assets_Asset_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zval property_id_default_value;
	ZVAL_UNDEF(&property_id_default_value);
	zend_string *property_id_name = zend_string_init("id", sizeof("id") - 1, 1);
	zend_declare_typed_property(class_entry, property_id_name, &property_id_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_id_name);

	zval property_eligible_default_value;
	ZVAL_UNDEF(&property_eligible_default_value);
	zend_string *property_eligible_name = zend_string_init("eligible", sizeof("eligible") - 1, 1);
	zend_declare_typed_property(class_entry, property_eligible_name, &property_eligible_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_eligible_name);

	zval property_reason_default_value;
	ZVAL_UNDEF(&property_reason_default_value);
	zend_string *property_reason_name = zend_string_init("reason", sizeof("reason") - 1, 1);
	zend_declare_typed_property(class_entry, property_reason_name, &property_reason_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_reason_name);

	zval property_video_default_value;
	ZVAL_UNDEF(&property_video_default_value);
	zend_string *property_video_name = zend_string_init("video", sizeof("video") - 1, 1);
	zend_declare_typed_property(class_entry, property_video_name, &property_video_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_video_name);

	zval property_format_default_value;
	ZVAL_UNDEF(&property_format_default_value);
	zend_string *property_format_name = zend_string_init("format", sizeof("format") - 1, 1);
	zend_declare_typed_property(class_entry, property_format_name, &property_format_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_format_name);

	zval property_altTexts_default_value;
	ZVAL_UNDEF(&property_altTexts_default_value);
	zend_string *property_altTexts_name = zend_string_init("altTexts", sizeof("altTexts") - 1, 1);
	zend_declare_typed_property(class_entry, property_altTexts_name, &property_altTexts_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_altTexts_name);

	zval property_assignments_default_value;
	ZVAL_UNDEF(&property_assignments_default_value);
	zend_string *property_assignments_name = zend_string_init("assignments", sizeof("assignments") - 1, 1);
	zend_declare_typed_property(class_entry, property_assignments_name, &property_assignments_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_assignments_name);

	return class_entry;
}
