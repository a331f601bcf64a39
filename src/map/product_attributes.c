/* SPDX-License-Identifier: MIT */
/* The feed productAttributes: one item per product attribute and store view. */
#include "src/map/feeds.h"

static const char *data_type(const aco_text *type, const aco_text *input)
{
	if (ACO_TEXT_IS(type, "int")) {
		return ACO_TEXT_IS(input, "boolean") ? "BOOLEAN"
			: ACO_TEXT_IS(input, "text") || ACO_TEXT_IS(input, "select") ? "TEXT" : "INTEGER";
	}
	return ACO_TEXT_IS(type, "decimal") ? "DECIMAL" : ACO_TEXT_IS(type, "OBJECT") ? "OBJECT" : "TEXT";
}

static zend_always_inline bool write_place(aco_mapping *mapping, HashTable *item, aco_map_key key, const char *place)
{
	bool visible = false;

	if (!aco_map_flag_member(mapping, item, key, NULL, &visible)) {
		return false;
	}
	if (visible) {
		aco_json_string(&mapping->out, place, strlen(place));
	}
	return true;
}

static bool write_places(aco_mapping *mapping, HashTable *item)
{
	aco_json_key(&mapping->out, "visibleIn");
	aco_json_begin_array(&mapping->out);
	if (!write_place(mapping, item, ACO_KEY_visible, "PRODUCT_DETAIL")
			|| !write_place(mapping, item, ACO_KEY_visibleInSearch, "SEARCH_RESULTS")
			|| !write_place(mapping, item, ACO_KEY_visibleInListing, "PRODUCT_LISTING")
			|| !write_place(mapping, item, ACO_KEY_visibleInCompareList, "PRODUCT_COMPARE")) {
		return false;
	}
	aco_json_end_array(&mapping->out);
	return true;
}

static bool write_search_types(aco_mapping *mapping, HashTable *item)
{
	const aco_map_path path = {NULL, "searchTypes", 0};
	zend_ulong index = 0;
	bool opened = false;
	HashTable *list;
	zval *value;

	if (!aco_map_list_member(mapping, item, ACO_KEY_searchTypes, NULL, &list)) {
		return false;
	}
	if (!list) {
		return true;
	}

	ZEND_HASH_FOREACH_VAL(list, value) {
		const aco_map_path entry_path = {&path, NULL, index++};
		aco_text type;

		if (!(value = aco_map_plain(value))) {
			continue;
		}
		if (!aco_map_text(mapping, value, &entry_path, &type)) {
			return false;
		}

		if (!opened) {
			aco_json_key(&mapping->out, "searchTypes");
			aco_json_begin_array(&mapping->out);
			opened = true;
		}

		aco_map_write_text(mapping, &mapping->out, &type, &entry_path);
	} ZEND_HASH_FOREACH_END();

	if (opened) {
		aco_json_end_array(&mapping->out);
	}

	return true;
}

bool aco_map_product_attribute(aco_mapping *mapping, HashTable *item)
{
	aco_text label, type, input;
	const char *wire_type;

	if (!aco_map_text_member(mapping, item, ACO_KEY_label, NULL, &label)
			|| !aco_map_text_member(mapping, item, ACO_KEY_dataType, NULL, &type)
			|| !aco_map_text_member(mapping, item, ACO_KEY_frontendInput, NULL, &input)) {
		return false;
	}

	ACO_MAP_BEGIN(mapping, "code", &mapping->name, ACO_PATH(NULL, "attributeCode"));
	aco_map_source(mapping);
	ACO_MAP_WRITE_NEXT(mapping, "label", label.length > 0 ? &label : &mapping->name, ACO_PATH(NULL, "label"));
	wire_type = data_type(&type, &input);
	aco_json_key(&mapping->out, "dataType");
	aco_json_string(&mapping->out, wire_type, strlen(wire_type));

	if (!write_places(mapping, item)) {
		return false;
	}

	ACO_MAP_OPTIONAL_FLAG(mapping, item, ACO_KEY_filterable, NULL, "filterable");
	ACO_MAP_OPTIONAL_FLAG(mapping, item, ACO_KEY_sortable, NULL, "sortable");
	ACO_MAP_OPTIONAL_FLAG(mapping, item, ACO_KEY_searchable, NULL, "searchable");
	ACO_MAP_OPTIONAL_NUMBER(mapping, item, ACO_KEY_searchWeight, NULL, "searchWeight");

	if (!write_search_types(mapping, item)) {
		return false;
	}

	aco_json_end_object(&mapping->out);
	return true;
}
