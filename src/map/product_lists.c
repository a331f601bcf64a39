/* SPDX-License-Identifier: MIT */
#include "src/map/product_lists.h"

#include "src/map/roles.h"

#include <assert.h>

/* Writes the roles that the catalog knows as "roles", or all others as "customRoles"; `*left` counts the rest. */
static bool write_roles(aco_mapping *mapping, HashTable *roles, const aco_map_path *path, bool known, size_t *left)
{
	zend_ulong index = 0;
	bool any = false;
	zval *value;

	*left = 0;
	ZEND_HASH_FOREACH_VAL(roles, value) {
		const aco_map_path role_path = {path, NULL, index++};
		const char *name;
		aco_text role;

		if (!(value = aco_map_plain(value))) {
			continue;
		}
		if (!aco_map_text(mapping, value, &role_path, &role)) {
			return false;
		}

		name = aco_map_catalog_role(role.bytes, role.length);
		if ((name != NULL) != known) {
			(*left)++;
			continue;
		}

		if (!any) {
			if (known) {
				aco_json_next_array(&mapping->out, "roles");
			} else {
				aco_json_next_array(&mapping->out, "customRoles");
			}

			any = true;
		}

		if (name) {
			aco_json_raw(&mapping->out, name, strlen(name));
		} else {
			aco_map_write_text(mapping, &mapping->out, &role, &role_path);
		}
	} ZEND_HASH_FOREACH_END();

	if (any) {
		aco_json_end_array(&mapping->out);
	}

	return true;
}

static bool write_image(aco_mapping *mapping, aco_map_row *row, const aco_map_path *path)
{
	const aco_map_path resource_path = {path, "resource", 0};
	zval *resource = aco_map_get(row->entry, ACO_KEY_resource);
	HashTable *roles;
	size_t custom, known;

	/* collect_image() has dropped all others. */
	assert(resource && Z_TYPE_P(resource) == IS_ARRAY);

	ACO_MAP_WRITE_FIRST(mapping, "url", &row->text, ACO_PATH(&resource_path, "url"));
	ACO_MAP_NEXT_TEXT(mapping, Z_ARRVAL_P(resource), ACO_KEY_label, &resource_path, "label");
	if (!aco_map_list_member(mapping, Z_ARRVAL_P(resource), ACO_KEY_roles, &resource_path, &roles)) {
		return false;
	}

	return !roles || (write_roles(mapping, roles, ACO_PATH(&resource_path, "roles"), true, &custom)
		&& (custom == 0 || write_roles(mapping, roles, ACO_PATH(&resource_path, "roles"), false, &known)));
}

/* An entry without a resource or an address is left out. */
static bool collect_image(aco_mapping *mapping, HashTable *entry, const aco_map_path *path, aco_map_rows *rows)
{
	const aco_map_path resource_path = {path, "resource", 0};
	aco_map_row *row = aco_map_rows_add(rows, entry, path->index);
	HashTable *resource;

	if (!aco_map_list_member(mapping, entry, ACO_KEY_resource, path, &resource)
			|| (resource && !aco_map_text_member(mapping, resource, ACO_KEY_url, &resource_path, &row->text))) {
		return false;
	}

	if (row->text.length == 0) {
		aco_map_rows_drop(rows);
		return true;
	}

	return aco_map_row_set_sort_order(mapping, row, path);
}

static bool collect_route(aco_mapping *mapping, HashTable *entry, const aco_map_path *path, aco_map_rows *rows)
{
	return aco_map_rows_add_by_text(mapping, entry, ACO_KEY_categoryPath, path, rows);
}

static bool write_route(aco_mapping *mapping, aco_map_row *row, const aco_map_path *path)
{
	zend_long position = 0;
	zval *value;

	ACO_MAP_WRITE_FIRST(mapping, "path", &row->key, ACO_PATH(path, "categoryPath"));
	if ((value = aco_map_get(row->entry, ACO_KEY_productPosition))) {
		if (!aco_map_int(mapping, value, ACO_PATH(path, "productPosition"), &position)) {
			return false;
		}

		aco_json_append(&mapping->out, ",\"position\":");
		aco_json_int(&mapping->out, position);
	}

	return true;
}

/* Links and parents are sorted by type, then by SKU: older exporters change their order from run to run. */
static zend_always_inline bool collect_typed_sku(aco_mapping *mapping, HashTable *entry, aco_map_key type_key,
	const aco_map_path *path, aco_map_rows *rows)
{
	aco_map_row *row = aco_map_rows_add(rows, entry, path->index);

	if (!aco_map_text_member(mapping, entry, type_key, path, &row->key)
			|| !aco_map_text_member(mapping, entry, ACO_KEY_sku, path, &row->second)) {
		return false;
	}

	if (row->key.length == 0 || row->second.length == 0) {
		aco_map_rows_drop(rows);
		return true;
	}

	/* Sorted by the type as it is written; one that does not fit, longer than any known type, is sorted as it is. */
	if (row->key.length < sizeof(row->key.number)) {
		aco_map_copy_upper(row->key.number, row->key.bytes, row->key.length);
		row->key.bytes = row->key.number;
	}

	aco_map_row_set_text(row);
	return true;
}

static bool collect_link(aco_mapping *mapping, HashTable *entry, const aco_map_path *path, aco_map_rows *rows)
{
	return collect_typed_sku(mapping, entry, ACO_KEY_type, path, rows);
}

static bool write_link(aco_mapping *mapping, aco_map_row *row, const aco_map_path *path)
{
	if (row->key.bytes == row->key.number) {
		ACO_MAP_WRITE_FIRST(mapping, "type", &row->key, ACO_PATH(path, "type"));
	} else {
		aco_map_write_upper(mapping, "\"type\":\"", &row->key, ACO_PATH(path, "type"));
	}
	ACO_MAP_WRITE_NEXT(mapping, "sku", &row->second, ACO_PATH(path, "sku"));
	return true;
}

static bool collect_parent(aco_mapping *mapping, HashTable *entry, const aco_map_path *path, aco_map_rows *rows)
{
	size_t count = rows->count;
	const aco_text *type = &rows->list[count].key;

	if (!collect_typed_sku(mapping, entry, ACO_KEY_productType, path, rows)) {
		return false;
	}
	/* There is no type of link to a grouped product. */
	if (rows->count > count && !ACO_TEXT_IS(type, "CONFIGURABLE") && !ACO_TEXT_IS(type, "BUNDLE")
			&& !ACO_TEXT_IS(type, "BUNDLE_FIXED")) {
		aco_map_rows_drop(rows);
	}
	return true;
}

static bool write_parent(aco_mapping *mapping, aco_map_row *row, const aco_map_path *path)
{
	if (ACO_TEXT_IS(&row->key, "CONFIGURABLE")) {
		aco_json_append(&mapping->out, "\"type\":\"VARIANT_OF\"");
	} else {
		aco_json_append(&mapping->out, "\"type\":\"IN_BUNDLE\"");
	}
	ACO_MAP_WRITE_NEXT(mapping, "sku", &row->second, ACO_PATH(path, "sku"));
	return true;
}

static const aco_map_list images = {ACO_KEY_images, ",\"images\":[{", collect_image, write_image};
static const aco_map_list links = {ACO_KEY_links, ",\"links\":[{", collect_link, write_link};
static const aco_map_list parents = {ACO_KEY_parents, ",\"links\":[{", collect_parent, write_parent};
static const aco_map_list routes = {ACO_KEY_categoryData, ",\"routes\":[{", collect_route, write_route};

bool aco_map_images(aco_mapping *mapping, HashTable *item)
{
	return aco_map_write_list(mapping, item, NULL, &images);
}

bool aco_map_links(aco_mapping *mapping, HashTable *item)
{
	bool opened = false;

	if (!aco_map_write_entries(mapping, item, NULL, &links, &opened)
			|| !aco_map_write_entries(mapping, item, NULL, &parents, &opened)) {
		return false;
	}
	if (opened) {
		aco_json_end_array(&mapping->out);
	}
	return true;
}

bool aco_map_routes(aco_mapping *mapping, HashTable *item)
{
	return aco_map_write_list(mapping, item, NULL, &routes);
}
