/* SPDX-License-Identifier: MIT */
#include "src/map/product_options.h"

#include <assert.h>

static const aco_map_path options_path = {NULL, "optionsV2", 0};

/* The members of an option that decide whether it is used. */
typedef struct option_view {
	HashTable *values;
	aco_text type;
	bool required;
} option_view;

static bool has_values(const option_view *option)
{
	return option->values && zend_hash_num_elements(option->values) > 0;
}

static bool view_option(aco_mapping *mapping, HashTable *fields, const aco_map_path *path, option_view *option)
{
	option->required = false;
	return aco_map_text_member(mapping, fields, ACO_KEY_type, path, &option->type)
		&& aco_map_list_member(mapping, fields, ACO_KEY_values, path, &option->values)
		&& aco_map_flag_member(mapping, fields, ACO_KEY_required, path, &option->required);
}

/* The type of options that make up a composite product, and the member that identifies their values. */
typedef struct composite_kind {
	const char *option_type;
	aco_map_key identifying;
	/* An option without an id does not count. */
	bool needs_id;
	/* A required option without a value makes the product impossible to buy. */
	bool needs_required;
} composite_kind;

static bool find_composite_kind(const aco_text *type, composite_kind *kind)
{
	if (ACO_TEXT_IS(type, "configurable")) {
		*kind = (composite_kind) {"configurable", ACO_KEY_id, true, false};
		return true;
	}

	if (ACO_TEXT_IS(type, "bundle") || ACO_TEXT_IS(type, "bundle_fixed")) {
		*kind = (composite_kind) {"bundle", ACO_KEY_sku, false, true};
		return true;
	}

	if (ACO_TEXT_IS(type, "grouped")) {
		*kind = (composite_kind) {"grouped", ACO_KEY_sku, false, false};
		return true;
	}

	return false;
}

/* Whether one of the values is identified, so that it can be chosen. */
static bool find_identified(aco_mapping *mapping, const option_view *option, aco_map_key identifying,
	const aco_map_path *path, bool *identified)
{
	const aco_map_path values_path = {path, "values", 0};
	zend_ulong index = 0;
	zval *value;

	*identified = false;
	if (!has_values(option)) {
		return true;
	}

	ZEND_HASH_FOREACH_VAL(option->values, value) {
		const aco_map_path value_path = {&values_path, NULL, index++};
		HashTable *entry;
		aco_text text;

		if (!(value = aco_map_plain(value))) {
			continue;
		}

		if (!aco_map_entry(mapping, value, &value_path, &entry)
				|| !aco_map_text_member(mapping, entry, identifying, &value_path, &text)) {
			return false;
		}

		if (text.length > 0) {
			*identified = true;
			return true;
		}
	} ZEND_HASH_FOREACH_END();

	return true;
}

/* Whether something can be chosen from the option. */
static bool find_usable(aco_mapping *mapping, HashTable *fields, const option_view *option, const composite_kind *kind,
	const aco_map_path *path, bool *usable)
{
	aco_text id;

	if (!find_identified(mapping, option, kind->identifying, path, usable)) {
		return false;
	}

	if (*usable && kind->needs_id) {
		if (!aco_map_text_member(mapping, fields, ACO_KEY_id, path, &id)) {
			return false;
		}

		*usable = id.length > 0;
	}

	return true;
}

bool aco_map_composite_disabled(aco_mapping *mapping, HashTable *item, const aco_text *type, bool *disabled)
{
	bool filled = false, required_empty = false;
	composite_kind kind;
	zend_ulong index = 0;
	HashTable *options;
	zval *value;

	*disabled = false;
	if (!find_composite_kind(type, &kind)) {
		return true;
	}
	if (!aco_map_list_member(mapping, item, ACO_KEY_optionsV2, NULL, &options)) {
		return false;
	}

	if (options) {
		ZEND_HASH_FOREACH_VAL(options, value) {
			const aco_map_path path = {&options_path, NULL, index++};
			HashTable *fields;
			option_view option;
			bool usable;

			if (!(value = aco_map_plain(value))) {
				continue;
			}
			if (!aco_map_entry(mapping, value, &path, &fields) || !view_option(mapping, fields, &path, &option)) {
				return false;
			}
			if (!aco_map_text_is(&option.type, kind.option_type, strlen(kind.option_type))) {
				continue;
			}
			if (!find_usable(mapping, fields, &option, &kind, &path, &usable)) {
				return false;
			}

			filled |= usable;
			required_empty |= kind.needs_required && option.required && !usable;
		} ZEND_HASH_FOREACH_END();
	}

	*disabled = !filled || required_empty;
	return true;
}

/* A value that nothing identifies is left out. */
static zend_always_inline bool collect_value(aco_mapping *mapping, HashTable *entry, aco_map_key identifying,
	const aco_map_path *path, aco_map_rows *rows)
{
	aco_map_row *row = aco_map_rows_add(rows, entry, path->index);

	if (!aco_map_text_member(mapping, entry, identifying, path, &row->text)) {
		return false;
	}
	if (row->text.length == 0) {
		aco_map_rows_drop(rows);
		return true;
	}
	return aco_map_row_set_sort_order(mapping, row, path);
}

static bool collect_configuration_value(aco_mapping *mapping, HashTable *entry, const aco_map_path *path,
	aco_map_rows *rows)
{
	return collect_value(mapping, entry, ACO_KEY_id, path, rows);
}

static bool write_configuration_value(aco_mapping *mapping, aco_map_row *row, const aco_map_path *path)
{
	ACO_MAP_WRITE_FIRST(mapping, "variantReferenceId", &row->text, ACO_PATH(path, "id"));
	ACO_MAP_NEXT_TEXT(mapping, row->entry, ACO_KEY_label, path, "label");
	ACO_MAP_NEXT_TEXT(mapping, row->entry, ACO_KEY_colorHex, path, "colorHex");
	ACO_MAP_NEXT_TEXT(mapping, row->entry, ACO_KEY_imageUrl, path, "imageUrl");
	return true;
}

static bool collect_bundle_item(aco_mapping *mapping, HashTable *entry, const aco_map_path *path, aco_map_rows *rows)
{
	return collect_value(mapping, entry, ACO_KEY_sku, path, rows);
}

static bool write_bundle_item(aco_mapping *mapping, aco_map_row *row, const aco_map_path *path)
{
	ACO_MAP_WRITE_FIRST(mapping, "sku", &row->text, ACO_PATH(path, "sku"));
	ACO_MAP_OPTIONAL_NUMBER(mapping, row->entry, ACO_KEY_qty, path, "qty");
	ACO_MAP_OPTIONAL_FLAG(mapping, row->entry, ACO_KEY_qtyMutability, path, "userDefinedQty");
	return true;
}

static const aco_map_list configuration_values = {
	ACO_KEY_values, ",\"values\":[{", collect_configuration_value, write_configuration_value};
static const aco_map_list bundle_items = {
	ACO_KEY_values, ",\"items\":[{", collect_bundle_item, write_bundle_item};

/* Moves `*at` on to the next value that is a default, or to the end. */
static bool find_default(aco_mapping *mapping, const aco_map_rows *rows, const aco_map_path *option_path, size_t *at)
{
	const aco_map_path path = {option_path, "values", 0};

	for (; *at < rows->count; (*at)++) {
		const aco_map_path value_path = {&path, NULL, rows->sorted[*at]->index};
		bool is_default = false;

		if (!aco_map_flag_member(mapping, rows->sorted[*at]->entry, ACO_KEY_isDefault, &value_path, &is_default)) {
			return false;
		}
		if (is_default) {
			break;
		}
	}

	return true;
}

static bool write_configuration_body(aco_mapping *mapping, aco_map_row *row, const aco_map_rows *values,
	const aco_map_path *path)
{
	bool opened = false;
	size_t found = 0;
	aco_text swatch;

	if (!aco_map_text_member(mapping, row->entry, ACO_KEY_swatchType, path, &swatch)) {
		return false;
	}

	ACO_MAP_WRITE_FIRST(mapping, "attributeCode", &row->text, ACO_PATH(path, "id"));
	ACO_MAP_NEXT_TEXT(mapping, row->entry, ACO_KEY_label, path, "label");

	if (swatch.length > 0) {
		aco_json_constant_member(&mapping->out, "type", "SWATCH");
	} else {
		aco_json_constant_member(&mapping->out, "type", "CONFIGURABLE");
	}

	if (!find_default(mapping, values, path, &found)) {
		return false;
	}
	if (found < values->count) {
		ACO_MAP_WRITE_NEXT(mapping, "defaultVariantReferenceId", &values->sorted[found]->text,
			ACO_PATH(path, "values"));
	}
	if (!aco_map_rows_write(mapping, path, &configuration_values, values, &opened)) {
		return false;
	}

	aco_json_end_array(&mapping->out);
	return true;
}

static bool write_default_skus(aco_mapping *mapping, const aco_map_rows *items, const aco_map_path *path)
{
	bool opened = false;

	for (size_t at = 0;; at++) {
		if (!find_default(mapping, items, path, &at)) {
			return false;
		}
		if (at >= items->count) {
			break;
		}

		if (!opened) {
			aco_json_key(&mapping->out, "defaultItemSkus");
			aco_json_begin_array(&mapping->out);
			opened = true;
		}

		aco_map_write_text(mapping, &mapping->out, &items->sorted[at]->text, ACO_PATH(path, "values"));
	}

	if (opened) {
		aco_json_end_array(&mapping->out);
	}

	return true;
}

static bool write_bundle_body(aco_mapping *mapping, aco_map_row *row, const aco_map_rows *items,
	const aco_map_path *path)
{
	aco_text group, render_type;
	bool opened = false;

	if (!aco_map_text_member(mapping, row->entry, ACO_KEY_label, path, &group)
			|| (group.length == 0 && !aco_map_text_member(mapping, row->entry, ACO_KEY_id, path, &group))
			|| !aco_map_text_member(mapping, row->entry, ACO_KEY_renderType, path, &render_type)) {
		return false;
	}

	if (group.length == 0) {
		return aco_map_fail(mapping, ACO_PATH(path, "label"), "is missing, and so is the id that could stand in");
	}

	ACO_MAP_WRITE_FIRST(mapping, "group", &group, ACO_PATH(path, "label"));
	ACO_MAP_OPTIONAL_FLAG(mapping, row->entry, ACO_KEY_required, path, "required");

	if (render_type.bytes) {
		aco_json_key(&mapping->out, "multiSelect");
		aco_json_bool(&mapping->out, ACO_TEXT_IS(&render_type, "checkbox") || ACO_TEXT_IS(&render_type, "multi"));
	}

	if (!write_default_skus(mapping, items, path)
			|| !aco_map_rows_write(mapping, path, &bundle_items, items, &opened)) {
		return false;
	}

	aco_json_end_array(&mapping->out);
	return true;
}

/* Writes an option of one type, whose values have been read. */
typedef bool (*write_option_body)(aco_mapping *mapping, aco_map_row *row, const aco_map_rows *values,
	const aco_map_path *path);

static bool write_option(aco_mapping *mapping, aco_map_row *row, const aco_map_list *list, write_option_body write,
	const aco_map_path *path)
{
	zval *entries = aco_map_get(row->entry, ACO_KEY_values);
	aco_map_rows values;
	bool done;

	/* collect_option() makes rows only of options with values. */
	assert(entries && Z_TYPE_P(entries) == IS_ARRAY);
	done = aco_map_rows_collect(mapping, Z_ARRVAL_P(entries), path, list, &values)
		&& write(mapping, row, &values, path);

	aco_map_rows_free(&values);
	return done;
}

static bool write_configuration(aco_mapping *mapping, aco_map_row *row, const aco_map_path *path)
{
	return write_option(mapping, row, &configuration_values, write_configuration_body, path);
}

static bool write_bundle(aco_mapping *mapping, aco_map_row *row, const aco_map_path *path)
{
	return write_option(mapping, row, &bundle_items, write_bundle_body, path);
}

/* Adds a row for an option of this type with at least one value to choose; the id is in `row->text`. */
static bool collect_option(aco_mapping *mapping, HashTable *entry, const char *type, const aco_map_list *list,
	const aco_map_path *path, aco_map_rows *rows, aco_map_row **row)
{
	option_view option;
	aco_map_rows values;
	bool done, usable;

	*row = NULL;
	if (!view_option(mapping, entry, path, &option)) {
		return false;
	}
	if (!aco_map_text_is(&option.type, type, strlen(type)) || !has_values(&option)) {
		return true;
	}

	done = aco_map_rows_collect(mapping, option.values, path, list, &values);
	usable = values.count > 0;
	aco_map_rows_free(&values);

	if (!done || !usable) {
		return done;
	}

	*row = aco_map_rows_add(rows, entry, path->index);
	return aco_map_text_member(mapping, entry, ACO_KEY_id, path, &(*row)->text)
		&& aco_map_row_set_sort_order(mapping, *row, path);
}

static bool collect_configuration(aco_mapping *mapping, HashTable *entry, const aco_map_path *path, aco_map_rows *rows)
{
	aco_map_row *row;

	if (!collect_option(mapping, entry, "configurable", &configuration_values, path, rows, &row)) {
		return false;
	}
	/* The id is the code of the attribute: without it the variants could not be told apart. */
	if (row && row->text.length == 0) {
		aco_map_rows_drop(rows);
	}
	return true;
}

static bool collect_bundle(aco_mapping *mapping, HashTable *entry, const aco_map_path *path, aco_map_rows *rows)
{
	aco_map_row *row;

	return collect_option(mapping, entry, "bundle", &bundle_items, path, rows, &row);
}

static const aco_map_list configurations = {
	ACO_KEY_optionsV2, ",\"configurations\":[{", collect_configuration, write_configuration};
static const aco_map_list bundles = {
	ACO_KEY_optionsV2, ",\"bundles\":[{", collect_bundle, write_bundle};

bool aco_map_configurations(aco_mapping *mapping, HashTable *item)
{
	return aco_map_write_list(mapping, item, NULL, &configurations);
}

bool aco_map_bundles(aco_mapping *mapping, HashTable *item)
{
	return aco_map_write_list(mapping, item, NULL, &bundles);
}
