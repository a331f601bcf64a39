/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 2c49873d5dc2d854c00ad4ce5f6c7cb4788c5571 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Aco_Assets_MatchingRule___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Aco_Assets_MatchingRule_bySku, 0, 0, Aco\\Assets\\MatchingRule, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, metadataField, IS_STRING, 0, "\"commerce:skus\"")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Aco_Assets_MatchingRule_external, 0, 1, Aco\\Assets\\MatchingRule, 0)
	ZEND_ARG_OBJ_INFO(0, matcher, Aco\\Assets\\MatcherConnection, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Aco_Assets_MatchingRule_named, 0, 1, Aco\\Assets\\MatchingRule, 0)
	ZEND_ARG_TYPE_INFO(0, type, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, metadataField, IS_STRING, 1, "null")
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, matcher, Aco\\Assets\\MatcherConnection, 1, "null")
ZEND_END_ARG_INFO()


ZEND_METHOD(Aco_Assets_MatchingRule, __construct);
ZEND_METHOD(Aco_Assets_MatchingRule, bySku);
ZEND_METHOD(Aco_Assets_MatchingRule, external);
ZEND_METHOD(Aco_Assets_MatchingRule, named);


static const zend_function_entry class_Aco_Assets_RuleType_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Aco_Assets_MatchingRule_methods[] = {
	ZEND_ME(Aco_Assets_MatchingRule, __construct, arginfo_class_Aco_Assets_MatchingRule___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(Aco_Assets_MatchingRule, bySku, arginfo_class_Aco_Assets_MatchingRule_bySku, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Aco_Assets_MatchingRule, external, arginfo_class_Aco_Assets_MatchingRule_external, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Aco_Assets_MatchingRule, named, arginfo_class_Aco_Assets_MatchingRule_named, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Aco_Assets_RuleType(void)
{
	zend_class_entry *class_entry = zend_register_internal_enum("Aco\\Assets\\RuleType", IS_STRING, class_Aco_Assets_RuleType_methods);

	zval enum_case_MatchBySku_value;
	zend_string *enum_case_MatchBySku_value_str = zend_string_init("matchBySKU", strlen("matchBySKU"), 1);
	ZVAL_STR(&enum_case_MatchBySku_value, enum_case_MatchBySku_value_str);
	zend_enum_add_case_cstr(class_entry, "MatchBySku", &enum_case_MatchBySku_value);

	zval enum_case_ExternalMatcher_value;
	zend_string *enum_case_ExternalMatcher_value_str = zend_string_init("externalMatcher", strlen("externalMatcher"), 1);
	ZVAL_STR(&enum_case_ExternalMatcher_value, enum_case_ExternalMatcher_value_str);
	zend_enum_add_case_cstr(class_entry, "ExternalMatcher", &enum_case_ExternalMatcher_value);

	return class_entry;
}

static zend_class_entry *register_class_Aco_Assets_MatchingRule(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aco\\Assets", "MatchingRule", class_Aco_Assets_MatchingRule_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zend_string *property_type_class_Aco_Assets_RuleType = zend_string_init("Aco\\Assets\\RuleType", sizeof("Aco\\Assets\\RuleType")-1, 1);
	zval property_type_default_value;
	ZVAL_UNDEF(&property_type_default_value);
	zend_string *property_type_name = zend_string_init("type", sizeof("type") - 1, 1);
	zend_declare_typed_property(class_entry, property_type_name, &property_type_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_type_class_Aco_Assets_RuleType, 0, 0));
	zend_string_release(property_type_name);

	zval property_metadataField_default_value;
	ZVAL_UNDEF(&property_metadataField_default_value);
	zend_string *property_metadataField_name = zend_string_init("metadataField", sizeof("metadataField") - 1, 1);
	zend_declare_typed_property(class_entry, property_metadataField_name, &property_metadataField_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_metadataField_name);

	zend_string *property_matcher_class_Aco_Assets_MatcherConnection = zend_string_init("Aco\\Assets\\MatcherConnection", sizeof("Aco\\Assets\\MatcherConnection")-1, 1);
	zval property_matcher_default_value;
	ZVAL_UNDEF(&property_matcher_default_value);
	zend_string *property_matcher_name = zend_string_init("matcher", sizeof("matcher") - 1, 1);
	zend_declare_typed_property(class_entry, property_matcher_name, &property_matcher_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_matcher_class_Aco_Assets_MatcherConnection, 0, MAY_BE_NULL));
	zend_string_release(property_matcher_name);

	return class_entry;
}
