/* SPDX-License-Identifier: MIT */
/* The feed categories: one item per category and store view. The slug holds the hierarchy. */
#include "src/map/attribute_values.h"
#include "src/map/feeds.h"
#include "src/map/rows.h"

static bool collect_attribute(aco_mapping *mapping, HashTable *entry, const aco_map_path *path, aco_map_rows *rows)
{
	return aco_map_rows_add_by_text(mapping, entry, ACO_KEY_attributeCode, path, rows);
}

static bool write_attribute(aco_mapping *mapping, aco_map_row *row, const aco_map_path *path)
{
	ACO_MAP_WRITE_FIRST(mapping, "code", &row->key, ACO_PATH(path, "attributeCode"));
	return aco_map_attribute_values(mapping, row->entry, path);
}

static const aco_map_list attributes = {ACO_KEY_attributes, ",\"attributes\":[{", collect_attribute, write_attribute};

bool aco_map_category(aco_mapping *mapping, HashTable *item)
{
	bool active = false, in_menu = false;
	aco_text name, image;
	zend_long position = 0;

	if (!aco_map_text_required(mapping, item, ACO_KEY_name, NULL, &name)
			|| !aco_map_flag_member(mapping, item, ACO_KEY_isActive, NULL, &active)
			|| !aco_map_flag_member(mapping, item, ACO_KEY_includeInMenu, NULL, &in_menu)
			|| !aco_map_text_member(mapping, item, ACO_KEY_image, NULL, &image)) {
		return false;
	}

	ACO_MAP_BEGIN(mapping, "slug", &mapping->name, ACO_PATH(NULL, "urlPath"));
	aco_map_source(mapping);
	ACO_MAP_WRITE_NEXT(mapping, "name", &name, ACO_PATH(NULL, "name"));
	ACO_MAP_OPTIONAL_TEXT(mapping, item, ACO_KEY_description, NULL, "description");
	aco_json_key(&mapping->out, "families");
	aco_json_begin_array(&mapping->out);

	if (active && in_menu) {
		aco_json_literal(&mapping->out, "\"top_menu\"");
	}

	aco_json_end_array(&mapping->out);

	if (!aco_map_meta_tags(mapping, item, ACO_KEY_metaKeywords)) {
		return false;
	}

	if (image.length > 0) {
		aco_json_key(&mapping->out, "images");
		aco_json_begin_array(&mapping->out);
		aco_json_begin_object(&mapping->out);
		ACO_MAP_WRITE_MEMBER(mapping, "url", &image, ACO_PATH(NULL, "image"));
		aco_json_key(&mapping->out, "roles");
		aco_json_literal(&mapping->out, "[\"BASE\"]");
		aco_json_end_object(&mapping->out);
		aco_json_end_array(&mapping->out);
	}

	if (aco_map_get(item, ACO_KEY_position)) {
		if (!aco_map_int_member(mapping, item, ACO_KEY_position, NULL, &position)) {
			return false;
		}

		aco_json_key(&mapping->out, "position");
		aco_json_int(&mapping->out, position);
	}

	if (!aco_map_write_list(mapping, item, NULL, &attributes)) {
		return false;
	}

	aco_json_end_object(&mapping->out);
	return true;
}
