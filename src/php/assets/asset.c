/* SPDX-License-Identifier: MIT */
#include "src/php/assets/classes.h"

#include "src/php/assets/asset_arginfo.h"

zend_class_entry *php_aco_assets_asset_ce;

static zend_object_handlers php_aco_asset_handlers;

enum { PROPERTY_ID, PROPERTY_ELIGIBLE, PROPERTY_REASON, PROPERTY_VIDEO, PROPERTY_FORMAT, PROPERTY_ALT_TEXTS,
	PROPERTY_ASSIGNMENTS };

static zend_object *php_aco_asset_create(zend_class_entry *class_entry)
{
	return php_aco_object_create(class_entry, &php_aco_asset_handlers);
}

static void make_assignment(zval *target, const aco_asset_row *row)
{
	zval roles;

	if (row->roles) {
		ZVAL_ARR(&roles, row->roles);
	}
	php_aco_assets_assignment_make(target, row->sku, row->roles ? &roles : NULL, row->position);
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
	zval alt_texts, assignments, entry;

	array_init_size(&alt_texts, (uint32_t) asset->alt_text_count);

	for (size_t i = 0; i < asset->alt_text_count; i++) {
		make_alt_text(&entry, &asset->alt_texts[i]);
		add_next_index_zval(&alt_texts, &entry);
	}

	array_init_size(&assignments, (uint32_t) asset->row_count);

	for (size_t i = 0; i < asset->row_count; i++) {
		make_assignment(&entry, &asset->rows[i]);
		add_next_index_zval(&assignments, &entry);
	}

	object_init_ex(target, php_aco_assets_asset_ce);
	object = Z_OBJ_P(target);
	php_aco_set_string(object, PROPERTY_ID, asset->id);
	php_aco_set_bool(object, PROPERTY_ELIGIBLE, asset->reason[0] == '\0');
	php_aco_set_string_or(object, PROPERTY_REASON, NULL, asset->reason);
	php_aco_set_bool(object, PROPERTY_VIDEO, asset->video);
	php_aco_set_string(object, PROPERTY_FORMAT, asset->format ? asset->format : ZSTR_EMPTY_ALLOC());
	ZVAL_COPY_VALUE(php_aco_value(object, PROPERTY_ALT_TEXTS), &alt_texts);
	ZVAL_COPY_VALUE(php_aco_value(object, PROPERTY_ASSIGNMENTS), &assignments);
	php_aco_values_publish(object);
}

PHP_METHOD(Aco_Assets_Asset, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

PHP_METHOD(Aco_Assets_Asset, fromMatches)
{
	zend_string *id, *format = ZSTR_EMPTY_ALLOC();
	zval *assignments, *alt_texts = NULL;
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
	php_aco_set_string(object, PROPERTY_ID, id);
	php_aco_set_bool(object, PROPERTY_ELIGIBLE, eligible);
	php_aco_set_string_or(object, PROPERTY_REASON, NULL, eligible ? "" : "no_sku");
	php_aco_set_bool(object, PROPERTY_VIDEO, video);
	php_aco_set_string(object, PROPERTY_FORMAT, format);
	php_aco_set_array(object, PROPERTY_ALT_TEXTS, eligible && !video ? alt_texts : NULL);
	php_aco_set_array(object, PROPERTY_ASSIGNMENTS, assignments);
	php_aco_values_publish(object);
}

void php_aco_assets_asset_register(void)
{
	php_aco_assets_asset_ce = register_class_Aco_Assets_Asset();
	php_aco_values_register(php_aco_assets_asset_ce, php_aco_asset_create, &php_aco_asset_handlers, 0);
}
