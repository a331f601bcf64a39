/* SPDX-License-Identifier: MIT */
/* The feed prices: one item per product, website and customer group. */
#include "src/map/feeds.h"
#include "src/map/price_books.h"
#include "src/map/rows.h"

/* A percentage takes precedence over a price, as in Commerce. */
static bool write_reduction(aco_mapping *mapping, HashTable *entry, const aco_map_path *path)
{
	zval number;
	bool found = false;

	if (!aco_map_number_member(mapping, entry, ACO_KEY_percentage, path, &number, &found)) {
		return false;
	}

	if (found) {
		aco_json_append(&mapping->out, ",\"percentage\":");
		aco_map_write_number(&mapping->out, &number);
		return true;
	}

	if (!aco_map_number_member(mapping, entry, ACO_KEY_price, path, &number, &found)) {
		return false;
	}
	if (!found) {
		return aco_map_fail(mapping, ACO_PATH(path, "price"), "is missing, and so is percentage");
	}

	aco_json_append(&mapping->out, ",\"price\":");
	aco_map_write_number(&mapping->out, &number);
	return true;
}

static bool collect_discount(aco_mapping *mapping, HashTable *entry, const aco_map_path *path, aco_map_rows *rows)
{
	aco_map_row *row = aco_map_rows_add(rows, entry, path->index);

	if (!aco_map_text_required(mapping, entry, ACO_KEY_code, path, &row->key)) {
		return false;
	}
	aco_map_row_set_text(row);
	return true;
}

static bool write_discount(aco_mapping *mapping, aco_map_row *row, const aco_map_path *path)
{
	ACO_MAP_WRITE_FIRST(mapping, "code", &row->key, ACO_PATH(path, "code"));
	return write_reduction(mapping, row->entry, path);
}

static bool tier_quantity(aco_mapping *mapping, HashTable *entry, const aco_map_path *path, zval *quantity)
{
	bool found = false;

	if (!aco_map_number_member(mapping, entry, ACO_KEY_qty, path, quantity, &found)) {
		return false;
	}
	if (!found) {
		aco_map_fail(mapping, ACO_PATH(path, "qty"), "is missing");
	}
	return found;
}

static bool collect_tier(aco_mapping *mapping, HashTable *entry, const aco_map_path *path, aco_map_rows *rows)
{
	zval quantity;

	if (!tier_quantity(mapping, entry, path, &quantity)) {
		return false;
	}
	aco_map_row_set_double(aco_map_rows_add(rows, entry, path->index), zval_get_double(&quantity));
	return true;
}

static bool write_tier(aco_mapping *mapping, aco_map_row *row, const aco_map_path *path)
{
	zval quantity;

	if (!tier_quantity(mapping, row->entry, path, &quantity)) {
		return false;
	}
	aco_json_append(&mapping->out, "\"qty\":");
	aco_map_write_number(&mapping->out, &quantity);
	return write_reduction(mapping, row->entry, path);
}

static const aco_map_list discounts = {ACO_KEY_discounts, ",\"discounts\":[{", collect_discount, write_discount};
static const aco_map_list tiers = {ACO_KEY_tierPrices, ",\"tierPrices\":[{", collect_tier, write_tier};

bool aco_map_price(aco_mapping *mapping, HashTable *item)
{
	zval regular;
	bool found = false;

	if (!aco_map_number_member(mapping, item, ACO_KEY_regular, NULL, &regular, &found)) {
		return false;
	}

	if (!found) {
		return aco_map_fail(mapping, ACO_PATH(NULL, "regular"), "is missing");
	}

	ACO_MAP_BEGIN(mapping, "sku", &mapping->name, ACO_PATH(NULL, "sku"));
	ACO_MAP_WRITE_PRICE_BOOK_ID(mapping, ",\"priceBookId\":\"");
	aco_json_append(&mapping->out, ",\"regular\":");
	aco_map_write_number(&mapping->out, &regular);

	if (!aco_map_write_list(mapping, item, NULL, &discounts) || !aco_map_write_list(mapping, item, NULL, &tiers)) {
		return false;
	}

	aco_json_end_object(&mapping->out);
	return true;
}
