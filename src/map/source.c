/* SPDX-License-Identifier: MIT */
#include "src/map/feeds.h"

bool aco_map_source(aco_mapping *mapping, HashTable *item)
{
	aco_text store_view;

	if (!aco_map_text_required(mapping, item, ACO_KEY_storeViewCode, NULL, &store_view)) {
		return false;
	}
	aco_json_append(&mapping->out, ",\"source\":{");
	ACO_MAP_WRITE_FIRST(mapping, "locale", &store_view, ACO_PATH(NULL, "storeViewCode"));
	aco_json_end_object(&mapping->out);
	return true;
}
