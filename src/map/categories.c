/* SPDX-License-Identifier: MIT */
/* Feed categories: one item per category and store view. The hierarchy is in the slug. */
#include "src/map/feeds.h"

bool aco_map_category(aco_map *map, HashTable *item)
{
	bool active = false, in_menu = false;
	aco_text slug, name, image;
	zend_long position = 0;

	if (!aco_map_text_required(map, item, ACO_KEY_urlPath, NULL, &slug)
			|| !aco_map_text_required(map, item, ACO_KEY_name, NULL, &name)
			|| !aco_map_flag_member(map, item, ACO_KEY_isActive, NULL, &active)
			|| !aco_map_flag_member(map, item, ACO_KEY_includeInMenu, NULL, &in_menu)
			|| !aco_map_text_member(map, item, ACO_KEY_image, NULL, &image)) {
		return false;
	}

	aco_json_begin_object(&map->out);
	ACO_MAP_WRITE_MEMBER(map, "slug", &slug, ACO_PATH(NULL, "urlPath"));

	if (!aco_map_source(map, item)) {
		return false;
	}

	ACO_MAP_WRITE_MEMBER(map, "name", &name, ACO_PATH(NULL, "name"));
	ACO_MAP_OPTIONAL_TEXT(map, item, ACO_KEY_description, NULL, "description");
	aco_json_key(&map->out, "families");
	aco_json_begin_array(&map->out);

	if (active && in_menu) {
		aco_json_literal(&map->out, "\"top_menu\"");
	}

	aco_json_end_array(&map->out);
	if (!aco_map_meta_tags(map, item, ACO_KEY_metaKeywords)) {
		return false;
	}

	if (image.length > 0) {
		aco_json_key(&map->out, "images");
		aco_json_begin_array(&map->out);
		aco_json_begin_object(&map->out);
		ACO_MAP_WRITE_MEMBER(map, "url", &image, ACO_PATH(NULL, "image"));
		aco_json_key(&map->out, "roles");
		aco_json_literal(&map->out, "[\"BASE\"]");
		aco_json_end_object(&map->out);
		aco_json_end_array(&map->out);
	}

	if (aco_map_get(item, ACO_KEY_position)) {
		if (!aco_map_int_member(map, item, ACO_KEY_position, NULL, &position)) {
			return false;
		}

		aco_json_key(&map->out, "position");
		aco_json_int(&map->out, position);
	}

	aco_json_end_object(&map->out);
	return true;
}
