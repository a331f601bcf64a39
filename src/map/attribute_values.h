/* SPDX-License-Identifier: MIT */
/* The values of an attribute of a product or category. */
#ifndef ACO_MAP_ATTRIBUTE_VALUES_H
#define ACO_MAP_ATTRIBUTE_VALUES_H

#include "src/map/value.h"

static zend_always_inline bool aco_map_attribute_value(aco_mapping *mapping, zval *value, const aco_map_path *path)
{
	aco_text text;

	if (Z_TYPE_P(value) == IS_TRUE) {
		aco_json_append(&mapping->out, "\"true\"");
		return true;
	}

	if (Z_TYPE_P(value) == IS_FALSE) {
		aco_json_append(&mapping->out, "\"false\"");
		return true;
	}

	if (!aco_map_text(mapping, value, path, &text)) {
		return false;
	}

	if (UNEXPECTED(!aco_json_append_string(&mapping->out, "\"", text.bytes, text.length))) {
		aco_map_note_replaced(mapping, path);
	}

	return true;
}

/* Writes the member "values" after another one: all that are not null, as strings. */
static zend_always_inline bool aco_map_attribute_values(aco_mapping *mapping, HashTable *attribute,
	const aco_map_path *parent)
{
	const aco_map_path path = {parent, "value", 0};
	zval *value = aco_map_get(attribute, ACO_KEY_value), *member;
	zend_ulong index = 0;
	bool any = false;

	aco_json_next_array(&mapping->out, "values");

	if (value && Z_TYPE_P(value) == IS_ARRAY) {
		ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(value), member) {
			const aco_map_path member_path = {&path, NULL, index++};

			if (!(member = aco_map_plain(member))) {
				continue;
			}
			if (any) {
				aco_json_append(&mapping->out, ",");
			}

			any = true;

			if (!aco_map_attribute_value(mapping, member, &member_path)) {
				return false;
			}
		} ZEND_HASH_FOREACH_END();
	} else if (value && !aco_map_attribute_value(mapping, value, &path)) {
		return false;
	}

	aco_json_end_array(&mapping->out);
	return true;
}

#endif
