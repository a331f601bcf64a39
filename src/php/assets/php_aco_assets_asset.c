#include "php_aco_assets.h"

#include "php_aco_assets_asset_arginfo.h"

zend_class_entry *php_aco_assets_asset_ce;

enum { PROPERTY_ID, PROPERTY_ELIGIBLE, PROPERTY_REASON, PROPERTY_VIDEO, PROPERTY_FORMAT, PROPERTY_ALT_TEXTS, PROPERTY_ASSIGNMENTS };

static void make_assignment(zval *target, const aco_asset_row *row)
{
	zend_object *object;
	zval value;

	object_init_ex(target, php_aco_assets_assignment_ce);
	object = Z_OBJ_P(target);
	php_aco_assets_set_string(object, PHP_ACO_ASSIGNMENT_SKU, row->sku);
	if (row->roles) {
		GC_ADDREF(row->roles);
		ZVAL_ARR(&value, row->roles);
	} else {
		ZVAL_EMPTY_ARRAY(&value);
	}
	php_aco_set_property(object, PHP_ACO_ASSIGNMENT_ROLES, &value);
	php_aco_assets_set_position(object, PHP_ACO_ASSIGNMENT_POSITION, row->position);
}

static void make_alt_text(zval *target, const aco_asset_alt_text *text)
{
	array_init_size(target, 2);
	add_assoc_str(target, "store_code", zend_string_copy(text->store_code));
	add_assoc_str(target, "value", zend_string_copy(text->value));
}

void php_aco_assets_asset_make(zval *target, const aco_asset *asset)
{
	zend_object *object;
	zval value, entry;

	object_init_ex(target, php_aco_assets_asset_ce);
	object = Z_OBJ_P(target);
	php_aco_assets_set_string(object, PROPERTY_ID, asset->id);
	php_aco_assets_set_bool(object, PROPERTY_ELIGIBLE, asset->reason[0] == '\0');
	ZVAL_STRING(&value, asset->reason);
	php_aco_set_property(object, PROPERTY_REASON, &value);
	php_aco_assets_set_bool(object, PROPERTY_VIDEO, asset->video);
	php_aco_assets_set_string(object, PROPERTY_FORMAT, asset->format ? asset->format : ZSTR_EMPTY_ALLOC());
	array_init_size(&value, (uint32_t) asset->alt_text_count);
	for (size_t i = 0; i < asset->alt_text_count; i++) {
		make_alt_text(&entry, &asset->alt_texts[i]);
		add_next_index_zval(&value, &entry);
	}
	php_aco_set_property(object, PROPERTY_ALT_TEXTS, &value);
	array_init_size(&value, (uint32_t) asset->row_count);
	for (size_t i = 0; i < asset->row_count; i++) {
		make_assignment(&entry, &asset->rows[i]);
		add_next_index_zval(&value, &entry);
	}
	php_aco_set_property(object, PROPERTY_ASSIGNMENTS, &value);
}

ZEND_METHOD(Aco_Assets_Asset, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

ZEND_METHOD(Aco_Assets_Asset, fromMatches)
{
	zend_string *id, *format = ZSTR_EMPTY_ALLOC();
	zval *assignments, *alt_texts = NULL, reason;
	zend_object *object;
	bool video = false, eligible;

	ZEND_PARSE_PARAMETERS_START(2, 5)
		Z_PARAM_STR(id)
		Z_PARAM_ARRAY(assignments)
		Z_PARAM_OPTIONAL
		Z_PARAM_BOOL(video)
		Z_PARAM_ARRAY(alt_texts)
		Z_PARAM_STR(format)
	ZEND_PARSE_PARAMETERS_END();

	if (!php_aco_assets_check_name(id, "$id") || !php_aco_assets_check_assignments(assignments, "$assignments")
			|| (alt_texts && !php_aco_assets_check_alt_texts(alt_texts, "$altTexts"))
			|| (ZSTR_LEN(format) > 0 && !php_aco_assets_check_name(format, "$format"))) {
		RETURN_THROWS();
	}
	eligible = zend_hash_num_elements(Z_ARRVAL_P(assignments)) > 0;
	object_init_ex(return_value, php_aco_assets_asset_ce);
	object = Z_OBJ_P(return_value);
	php_aco_assets_set_string(object, PROPERTY_ID, id);
	php_aco_assets_set_bool(object, PROPERTY_ELIGIBLE, eligible);
	ZVAL_STRING(&reason, eligible ? "" : "no_sku");
	php_aco_set_property(object, PROPERTY_REASON, &reason);
	php_aco_assets_set_bool(object, PROPERTY_VIDEO, video);
	php_aco_assets_set_string(object, PROPERTY_FORMAT, format);
	php_aco_assets_set_array(object, PROPERTY_ALT_TEXTS, eligible && !video ? alt_texts : NULL);
	php_aco_assets_set_array(object, PROPERTY_ASSIGNMENTS, assignments);
}

void php_aco_assets_asset_register(void)
{
	php_aco_assets_asset_ce = register_class_Aco_Assets_Asset();
}
