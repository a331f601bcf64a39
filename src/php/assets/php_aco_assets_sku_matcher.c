#include "php_aco_assets.h"

#include "src/core/aco_utf8.h"
#include "src/php/php_aco_exceptions.h"

#include "php_aco_assets_sku_matcher_arginfo.h"

static zend_class_entry *sku_matcher_ce;

enum { PROPERTY_METADATA_FIELD, PROPERTY_LEGACY_NAMES };

ZEND_METHOD(Aco_Assets_SkuMatcher, __construct)
{
	zend_object *object = Z_OBJ_P(ZEND_THIS);
	zend_string *field = NULL;
	bool legacy_names = false;
	zval name;

	ZEND_PARSE_PARAMETERS_START(0, 2)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR(field)
		Z_PARAM_BOOL(legacy_names)
	ZEND_PARSE_PARAMETERS_END();

	if (!php_aco_assets_check_new(object) || (field && !php_aco_assets_check_name(field, "$metadataField"))) {
		RETURN_THROWS();
	}
	if (field) {
		ZVAL_STR_COPY(&name, field);
	} else {
		ZVAL_STRING(&name, "commerce:skus");
	}
	php_aco_set_property(object, PROPERTY_METADATA_FIELD, &name);
	php_aco_assets_set_bool(object, PROPERTY_LEGACY_NAMES, legacy_names);
}

ZEND_METHOD(Aco_Assets_SkuMatcher, match)
{
	zend_object *object = Z_OBJ_P(ZEND_THIS);
	aco_map *map = php_aco_scratch_map();
	aco_asset_options options;
	char id[ACO_MAP_FIELD_SIZE];
	HashTable *item;
	aco_asset asset;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_ARRAY_HT(item)
	ZEND_PARSE_PARAMETERS_END();

	if (Z_ISUNDEF_P(OBJ_PROP_NUM(object, PROPERTY_LEGACY_NAMES))) {
		zend_throw_error(NULL, "Aco\\Assets\\SkuMatcher was not constructed");
		RETURN_THROWS();
	}
	options.metadata_field = Z_STR_P(OBJ_PROP_NUM(object, PROPERTY_METADATA_FIELD));
	options.legacy_names = Z_TYPE_P(OBJ_PROP_NUM(object, PROPERTY_LEGACY_NAMES)) == IS_TRUE;
	if (aco_asset_read(map, item, &options, &asset)) {
		php_aco_assets_asset_make(return_value, &asset);
	} else {
		aco_utf8_excerpt(id, sizeof(id), asset.id ? ZSTR_VAL(asset.id) : "", asset.id ? ZSTR_LEN(asset.id) : 0);
		php_aco_throw_asset_mapping(id, map);
	}
	aco_asset_free(&asset);
}

void php_aco_assets_sku_matcher_register(void)
{
	sku_matcher_ce = register_class_Aco_Assets_SkuMatcher();
}
