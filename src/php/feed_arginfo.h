/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: d5a6805b66f4aa27f537776ac38d70695d1ea878 */

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aco_Feed_path, 0, 0, IS_STRING, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Aco_Feed_deletePath arginfo_class_Aco_Feed_path

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aco_Feed_takesPatch, 0, 0, _IS_BOOL, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aco_Feed_batchLimit, 0, 0, IS_LONG, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Aco_Feed_indexer arginfo_class_Aco_Feed_path

#define arginfo_class_Aco_Feed_table arginfo_class_Aco_Feed_path


ZEND_METHOD(Aco_Feed, path);
ZEND_METHOD(Aco_Feed, deletePath);
ZEND_METHOD(Aco_Feed, takesPatch);
ZEND_METHOD(Aco_Feed, batchLimit);
ZEND_METHOD(Aco_Feed, indexer);
ZEND_METHOD(Aco_Feed, table);


static const zend_function_entry class_Aco_Feed_methods[] = {
	ZEND_ME(Aco_Feed, path, arginfo_class_Aco_Feed_path, ZEND_ACC_PUBLIC)
	ZEND_ME(Aco_Feed, deletePath, arginfo_class_Aco_Feed_deletePath, ZEND_ACC_PUBLIC)
	ZEND_ME(Aco_Feed, takesPatch, arginfo_class_Aco_Feed_takesPatch, ZEND_ACC_PUBLIC)
	ZEND_ME(Aco_Feed, batchLimit, arginfo_class_Aco_Feed_batchLimit, ZEND_ACC_PUBLIC)
	ZEND_ME(Aco_Feed, indexer, arginfo_class_Aco_Feed_indexer, ZEND_ACC_PUBLIC)
	ZEND_ME(Aco_Feed, table, arginfo_class_Aco_Feed_table, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Aco_Feed(void)
{
	zend_class_entry *class_entry = zend_register_internal_enum("Aco\\Feed", IS_STRING, class_Aco_Feed_methods);

	zval enum_case_Products_value;
	zend_string *enum_case_Products_value_str = zend_string_init("products", strlen("products"), 1);
	ZVAL_STR(&enum_case_Products_value, enum_case_Products_value_str);
	zend_enum_add_case_cstr(class_entry, "Products", &enum_case_Products_value);

	zval enum_case_ProductAttributes_value;
	zend_string *enum_case_ProductAttributes_value_str = zend_string_init("productAttributes", strlen("productAttributes"), 1);
	ZVAL_STR(&enum_case_ProductAttributes_value, enum_case_ProductAttributes_value_str);
	zend_enum_add_case_cstr(class_entry, "ProductAttributes", &enum_case_ProductAttributes_value);

	zval enum_case_Categories_value;
	zend_string *enum_case_Categories_value_str = zend_string_init("categories", strlen("categories"), 1);
	ZVAL_STR(&enum_case_Categories_value, enum_case_Categories_value_str);
	zend_enum_add_case_cstr(class_entry, "Categories", &enum_case_Categories_value);

	zval enum_case_Prices_value;
	zend_string *enum_case_Prices_value_str = zend_string_init("prices", strlen("prices"), 1);
	ZVAL_STR(&enum_case_Prices_value, enum_case_Prices_value_str);
	zend_enum_add_case_cstr(class_entry, "Prices", &enum_case_Prices_value);

	zval enum_case_PriceBooks_value;
	zend_string *enum_case_PriceBooks_value_str = zend_string_init("priceBooks", strlen("priceBooks"), 1);
	ZVAL_STR(&enum_case_PriceBooks_value, enum_case_PriceBooks_value_str);
	zend_enum_add_case_cstr(class_entry, "PriceBooks", &enum_case_PriceBooks_value);

	zval enum_case_CategoryAttributes_value;
	zend_string *enum_case_CategoryAttributes_value_str = zend_string_init("categoryAttributes", strlen("categoryAttributes"), 1);
	ZVAL_STR(&enum_case_CategoryAttributes_value, enum_case_CategoryAttributes_value_str);
	zend_enum_add_case_cstr(class_entry, "CategoryAttributes", &enum_case_CategoryAttributes_value);

	zval enum_case_ProductLayers_value;
	zend_string *enum_case_ProductLayers_value_str = zend_string_init("productLayers", strlen("productLayers"), 1);
	ZVAL_STR(&enum_case_ProductLayers_value, enum_case_ProductLayers_value_str);
	zend_enum_add_case_cstr(class_entry, "ProductLayers", &enum_case_ProductLayers_value);

	return class_entry;
}
