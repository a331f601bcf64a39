/* SPDX-License-Identifier: MIT */
#include "src/php/assets/classes.h"

#include "src/php/assets/changes_arginfo.h"

zend_class_entry *php_aco_assets_asset_change_ce;
zend_class_entry *php_aco_assets_product_change_ce;

static zend_object_handlers php_aco_changes_asset_change_handlers;
static zend_object_handlers php_aco_changes_product_change_handlers;

static zend_object *create_asset_change(zend_class_entry *class_entry)
{
	return php_aco_object_create(class_entry, &php_aco_changes_asset_change_handlers);
}

static zend_object *create_product_change(zend_class_entry *class_entry)
{
	return php_aco_object_create(class_entry, &php_aco_changes_product_change_handlers);
}

PHP_METHOD(Aco_Assets_AssetChange, __construct)
{
	zend_object *object = Z_OBJ_P(ZEND_THIS);
	zval *alt_texts, *assignments, *upserts, *removals;
	zend_string *asset_id;
	bool video;

	ZEND_PARSE_PARAMETERS_START(6, 6)
		Z_PARAM_STR(asset_id)
		Z_PARAM_BOOL(video)
		Z_PARAM_ARRAY(alt_texts)
		Z_PARAM_ARRAY(assignments)
		Z_PARAM_ARRAY(upserts)
		Z_PARAM_ARRAY(removals)
	ZEND_PARSE_PARAMETERS_END();

	if (!php_aco_values_check_new(object) || !php_aco_assets_check_name(asset_id, "$assetId")
			|| !php_aco_assets_check_alt_texts(alt_texts, "$altTexts")
			|| !php_aco_assets_check_assignments(assignments, "$assignments")
			|| !php_aco_assets_check_assignments(upserts, "$upserts")
			|| !php_aco_assets_check_skus(removals, "$removals")) {
		RETURN_THROWS();
	}

	php_aco_set_string(object, PHP_ACO_ASSET_CHANGE_ASSET_ID, asset_id);
	php_aco_set_bool(object, PHP_ACO_ASSET_CHANGE_VIDEO, video);
	php_aco_set_array(object, PHP_ACO_ASSET_CHANGE_ALT_TEXTS, alt_texts);
	php_aco_set_array(object, PHP_ACO_ASSET_CHANGE_ASSIGNMENTS, assignments);
	php_aco_set_array(object, PHP_ACO_ASSET_CHANGE_UPSERTS, upserts);
	php_aco_set_array(object, PHP_ACO_ASSET_CHANGE_REMOVALS, removals);
	php_aco_values_publish(object);
}

PHP_METHOD(Aco_Assets_ProductChange, __construct)
{
	zend_object *object = Z_OBJ_P(ZEND_THIS);
	zend_string *sku;
	zval *media;

	ZEND_PARSE_PARAMETERS_START(2, 2)
		Z_PARAM_STR(sku)
		Z_PARAM_ARRAY(media)
	ZEND_PARSE_PARAMETERS_END();

	if (!php_aco_values_check_new(object) || !php_aco_assets_check_name(sku, "$sku")
			|| !php_aco_assets_check_media(media, "$media")) {
		RETURN_THROWS();
	}

	php_aco_set_string(object, PHP_ACO_PRODUCT_CHANGE_SKU, sku);
	php_aco_set_array(object, PHP_ACO_PRODUCT_CHANGE_MEDIA, media);
	php_aco_values_publish(object);
}

void php_aco_assets_changes_register(void)
{
	php_aco_assets_asset_change_ce = register_class_Aco_Assets_AssetChange();
	php_aco_values_register(php_aco_assets_asset_change_ce, create_asset_change,
		&php_aco_changes_asset_change_handlers, 0);
	php_aco_assets_product_change_ce = register_class_Aco_Assets_ProductChange();
	php_aco_values_register(php_aco_assets_product_change_ce, create_product_change,
		&php_aco_changes_product_change_handlers, 0);
}
