/* SPDX-License-Identifier: MIT */
#include "src/map/feeds.h"

void aco_map_source(aco_mapping *mapping)
{
	if (UNEXPECTED(!aco_json_append_string(&mapping->out, ",\"source\":{\"locale\":\"", mapping->store_view.bytes,
			mapping->store_view.length))) {
		aco_map_note_replaced(mapping, ACO_PATH(NULL, "storeViewCode"));
	}
	aco_json_end_object(&mapping->out);
}
