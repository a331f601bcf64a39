/* SPDX-License-Identifier: MIT */
#include "src/php/assets/classes.h"

#include "src/core/base/utf8.h"
#include "src/php/exceptions.h"

#include "src/php/assets/sku_matcher_arginfo.h"

static zend_class_entry *sku_matcher_ce;

static zend_object_handlers php_aco_sku_matcher_handlers;

enum { PROPERTY_METADATA_FIELD, PROPERTY_LEGACY_NAMES };

static zend_object *php_aco_sku_matcher_create(zend_class_entry *class_entry)
{
	return php_aco_object_create(class_entry, &php_aco_sku_matcher_handlers);
}

PHP_METHOD(Aco_Assets_SkuMatcher, __construct)
{
	zend_object *object = Z_OBJ_P(ZEND_THIS);
	zend_string *field = NULL;
	bool legacy_names = false;

	ZEND_PARSE_PARAMETERS_START(0, 2)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR(field)
		Z_PARAM_BOOL(legacy_names)
	ZEND_PARSE_PARAMETERS_END();

	if (!php_aco_values_check_new(object) || (field && !php_aco_assets_check_name(field, "$metadataField"))) {
		RETURN_THROWS();
	}

	php_aco_set_string_or(object, PROPERTY_METADATA_FIELD, field, "commerce:skus");
	php_aco_set_bool(object, PROPERTY_LEGACY_NAMES, legacy_names);
	php_aco_values_publish(object);
}

PHP_METHOD(Aco_Assets_SkuMatcher, match)
{
	zend_object *object = Z_OBJ_P(ZEND_THIS);
	aco_mapping *map = php_aco_scratch_mapping();
	aco_asset_options options;
	char id[ACO_MAP_FIELD_SIZE];
	HashTable *item;
	aco_asset asset;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_ARRAY_HT(item)
	ZEND_PARSE_PARAMETERS_END();

	if (!php_aco_values_check(object)) {
		RETURN_THROWS();
	}

	options.metadata_field = php_aco_value_string(object, PROPERTY_METADATA_FIELD);
	options.legacy_names = php_aco_value_is_true(object, PROPERTY_LEGACY_NAMES);
	if (aco_map_read_asset(map, item, &options, &asset)) {
		php_aco_assets_asset_make(return_value, &asset);
	} else {
		aco_utf8_excerpt(id, sizeof(id), asset.id ? ZSTR_VAL(asset.id) : "", asset.id ? ZSTR_LEN(asset.id) : 0);
		php_aco_throw_asset_mapping(id, map);
	}

	aco_map_free_asset(&asset);
}

void php_aco_assets_sku_matcher_register(void)
{
	sku_matcher_ce = register_class_Aco_Assets_SkuMatcher();
	php_aco_values_register(sku_matcher_ce, php_aco_sku_matcher_create, &php_aco_sku_matcher_handlers, 0);
}
