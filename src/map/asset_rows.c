/* SPDX-License-Identifier: MIT */
/* The products of an asset, with roles and positions. */
#include "src/map/asset_parts.h"

#include <assert.h>

/* Up to so many rows are compared one by one; more are looked up in a table. */
#define ROWS_COMPARED 8

/* Replaces the names of roles that the metadata package wrote before July 2024. */
static void rename_legacy_role(aco_text *role)
{
	if (ACO_TEXT_IS(role, "base")) {
		role->bytes = "image";
		role->length = strlen("image");
	} else if (ACO_TEXT_IS(role, "swatch")) {
		role->bytes = "swatch_image";
		role->length = strlen("swatch_image");
	}
}

static bool has_role(HashTable *roles, const aco_text *role)
{
	zval *known;

	ZEND_HASH_FOREACH_VAL(roles, known) {
		if (aco_map_text_is(role, Z_STRVAL_P(known), Z_STRLEN_P(known))) {
			return true;
		}
	} ZEND_HASH_FOREACH_END();
	return false;
}

static bool add_role(aco_mapping *mapping, const aco_map_path *path, const aco_text *role, const zval *source,
	aco_asset_row *row)
{
	zval value;

	if (!row->roles) {
		row->roles = zend_new_array(0);
	} else if (has_role(row->roles, role)) {
		return true;
	}

	if (!aco_map_check_asset_count(mapping, path, zend_hash_num_elements(row->roles) + 1, ACO_ASSET_ROLES_MAX)) {
		return false;
	}

	ZVAL_STR(&value, aco_map_text_string(role, source));
	zend_hash_next_index_insert_new(row->roles, &value);
	return true;
}

/* Roles are joined by ";". Any name is accepted: Commerce knows which of them exist. */
static bool read_roles(aco_mapping *mapping, zval *value, const aco_map_path *path, bool legacy_names,
	aco_asset_row *row)
{
	const char *at, *end;

	if (!value) {
		return true;
	}
	if (Z_TYPE_P(value) != IS_STRING) {
		return aco_map_fail_type(mapping, path, "a string", value);
	}

	at = Z_STRVAL_P(value);
	end = at + Z_STRLEN_P(value);
	while (at < end) {
		const char *stop = memchr(at, ';', (size_t) (end - at));
		aco_text role;

		role.bytes = at;
		role.length = (size_t) ((stop ? stop : end) - at);
		at = stop ? stop + 1 : end;
		aco_map_trim_text(&role);
		if (role.length == 0) {
			continue;
		}
		if (legacy_names) {
			rename_legacy_role(&role);
		}
		if (!aco_map_check_asset_name(mapping, path, &role) || !add_role(mapping, path, &role, value, row)) {
			return false;
		}
	}

	return true;
}

/* No position for anything but a whole number in the range, NAN included. */
static zend_long whole_position(double number)
{
	return number >= 0 && number <= ACO_ASSET_POSITION_MAX && (double) (zend_long) number == number
		? (zend_long) number : ACO_ASSET_NO_POSITION;
}

/* An invalid or blank position means none; AEM stores a blank one as -1. */
static zend_long read_position(zval *value)
{
	zend_long position;
	double number;

	if (!value) {
		return ACO_ASSET_NO_POSITION;
	}

	switch (Z_TYPE_P(value) == IS_STRING
			? is_numeric_string(Z_STRVAL_P(value), Z_STRLEN_P(value), &position, &number, false) : Z_TYPE_P(value)) {
		case IS_LONG:
			if (Z_TYPE_P(value) == IS_LONG) {
				position = Z_LVAL_P(value);
			}

			return position >= 0 && position <= ACO_ASSET_POSITION_MAX ? position : ACO_ASSET_NO_POSITION;
		case IS_DOUBLE:
			return whole_position(Z_TYPE_P(value) == IS_DOUBLE ? Z_DVAL_P(value) : number);
		default:
			return ACO_ASSET_NO_POSITION;
	}
}

/* `known` holds the index of each row by SKU, once there are more than ROWS_COMPARED. */
static aco_asset_row *find_row(aco_asset *asset, HashTable *known, zend_string *sku)
{
	zval *number;

	if (asset->row_count > ROWS_COMPARED) {
		number = zend_hash_find(known, sku);
		return number ? &asset->rows[Z_LVAL_P(number)] : NULL;
	}

	for (size_t i = 0; i < asset->row_count; i++) {
		if (zend_string_equals(asset->rows[i].sku, sku)) {
			return &asset->rows[i];
		}
	}

	return NULL;
}

static void note_rows(const aco_asset *asset, HashTable *known, size_t first)
{
	for (size_t i = first; i < asset->row_count; i++) {
		zval number;

		ZVAL_LONG(&number, (zend_long) i);
		zend_hash_add_new(known, asset->rows[i].sku, &number);
	}
}

/* The row of a SKU, which may occur more than once. Takes over the reference to `sku`. */
static aco_asset_row *take_row(aco_asset *asset, HashTable *known, zend_string *sku, zend_long position)
{
	aco_asset_row *row = find_row(asset, known, sku);

	if (row) {
		zend_string_release(sku);
		return row;
	}

	row = &asset->rows[asset->row_count++];
	row->sku = sku;
	row->roles = NULL;
	row->position = position;

	if (asset->row_count == ROWS_COMPARED + 1) {
		note_rows(asset, known, 0);
	} else if (asset->row_count > ROWS_COMPARED) {
		note_rows(asset, known, asset->row_count - 1);
	}

	return row;
}

static bool is_blank_text(aco_text text)
{
	aco_map_trim_text(&text);
	return text.length == 0;
}

bool aco_map_read_asset_rows(aco_mapping *mapping, HashTable *metadata, const aco_map_path *path,
	const aco_asset_options *options, aco_asset *asset)
{
	const aco_map_path skus_path = {path, ZSTR_VAL(options->metadata_field), 0};
	const aco_map_path roles_path = {path, aco_map_name(ACO_KEY_assetRoles), 0};
	zval *field = zend_symtable_find(metadata, options->metadata_field);
	zval *position_values = aco_map_get(metadata, ACO_KEY_assetPositions);
	aco_asset_values skus, roles, positions;
	HashTable known;
	size_t count;
	bool read = true;

	aco_map_asset_values_start(&skus, field ? aco_map_plain(field) : NULL);
	count = aco_map_asset_values_count(&skus);
	if (!aco_map_check_asset_count(mapping, &skus_path, count, ACO_ASSET_SKUS_MAX)) {
		return false;
	}
	if (!position_values && options->legacy_names) {
		position_values = aco_map_get(metadata, ACO_KEY_assetPosition);
	}

	aco_map_asset_values_start(&roles, aco_map_get(metadata, ACO_KEY_assetRoles));
	aco_map_asset_values_start(&positions, position_values);
	asset->rows = count ? safe_emalloc(count, sizeof(*asset->rows), 0) : NULL;
	zend_hash_init(&known, 0, NULL, NULL, false);

	for (size_t i = 0; i < count && read; i++) {
		const aco_map_path sku_path = {&skus_path, NULL, i};
		zval *sku = aco_map_asset_values_next(&skus), *role = aco_map_asset_values_next(&roles),
			*position = aco_map_asset_values_next(&positions);
		aco_text text;

		if (!sku) {
			continue;
		}
		if (!(read = aco_map_text(mapping, sku, &sku_path, &text)) || is_blank_text(text)) {
			continue;
		}

		/* There is room for one row of each value. */
		assert(asset->row_count <= i);

		if ((read = aco_map_check_asset_name(mapping, &sku_path, &text))) {
			aco_asset_row *row = take_row(asset, &known, aco_map_text_string(&text, sku), read_position(position));

			read = read_roles(mapping, role, ACO_PATH_INDEX(&roles_path, i), options->legacy_names, row);
		}
	}

	zend_hash_destroy(&known);
	return read;
}
