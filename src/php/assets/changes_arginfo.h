/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 8954fc144c889cbba822dcc891b2a08bffcedb78 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Aco_Assets_AssetChange___construct, 0, 0, 6)
	ZEND_ARG_TYPE_INFO(0, assetId, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, video, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, altTexts, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, assignments, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, upserts, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, removals, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Aco_Assets_ProductChange___construct, 0, 0, 2)
	ZEND_ARG_TYPE_INFO(0, sku, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, media, IS_ARRAY, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(Aco_Assets_AssetChange, __construct);
ZEND_METHOD(Aco_Assets_ProductChange, __construct);


static const zend_function_entry class_Aco_Assets_AssetChange_methods[] = {
	ZEND_ME(Aco_Assets_AssetChange, __construct, arginfo_class_Aco_Assets_AssetChange___construct, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_Aco_Assets_ProductChange_methods[] = {
	ZEND_ME(Aco_Assets_ProductChange, __construct, arginfo_class_Aco_Assets_ProductChange___construct, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Aco_Assets_AssetChange(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aco\\Assets", "AssetChange", class_Aco_Assets_AssetChange_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zval property_assetId_default_value;
	ZVAL_UNDEF(&property_assetId_default_value);
	zend_string *property_assetId_name = zend_string_init("assetId", sizeof("assetId") - 1, 1);
	zend_declare_typed_property(class_entry, property_assetId_name, &property_assetId_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_assetId_name);

	zval property_video_default_value;
	ZVAL_UNDEF(&property_video_default_value);
	zend_string *property_video_name = zend_string_init("video", sizeof("video") - 1, 1);
	zend_declare_typed_property(class_entry, property_video_name, &property_video_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_video_name);

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

	zval property_upserts_default_value;
	ZVAL_UNDEF(&property_upserts_default_value);
	zend_string *property_upserts_name = zend_string_init("upserts", sizeof("upserts") - 1, 1);
	zend_declare_typed_property(class_entry, property_upserts_name, &property_upserts_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_upserts_name);

	zval property_removals_default_value;
	ZVAL_UNDEF(&property_removals_default_value);
	zend_string *property_removals_name = zend_string_init("removals", sizeof("removals") - 1, 1);
	zend_declare_typed_property(class_entry, property_removals_name, &property_removals_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_removals_name);

	return class_entry;
}

static zend_class_entry *register_class_Aco_Assets_ProductChange(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aco\\Assets", "ProductChange", class_Aco_Assets_ProductChange_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zval property_sku_default_value;
	ZVAL_UNDEF(&property_sku_default_value);
	zend_string *property_sku_name = zend_string_init("sku", sizeof("sku") - 1, 1);
	zend_declare_typed_property(class_entry, property_sku_name, &property_sku_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_sku_name);

	zval property_media_default_value;
	ZVAL_UNDEF(&property_media_default_value);
	zend_string *property_media_name = zend_string_init("media", sizeof("media") - 1, 1);
	zend_declare_typed_property(class_entry, property_media_name, &property_media_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_media_name);

	return class_entry;
}
