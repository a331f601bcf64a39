/* SPDX-License-Identifier: MIT */
/* Values of the orders feed: identifiers, dates, quantities and currencies; and names that depend on an option. */
#ifndef ACO_MAP_ORDER_VALUES_H
#define ACO_MAP_ORDER_VALUES_H

#include "src/map/value.h"
#include "src/core/base/rfc3339.h"

/* The member `id` of an object; when absent, `id->bytes` is NULL. */
bool aco_map_id_member(aco_mapping *mapping, HashTable *fields, aco_map_key key, const aco_map_path *path,
	aco_text *id);
/* Fails for a text that is not a date; its time goes to `*ms`. */
bool aco_map_check_date(aco_mapping *mapping, const aco_text *date, const aco_map_path *path, int64_t *ms);
/* 0 when absent. */
bool aco_map_double_member(aco_mapping *mapping, HashTable *fields, aco_map_key key, const aco_map_path *path,
	double *value);

/*
 * Most decimals have no exact double: 1.1 - 0.8 is more than 0.3. Commerce rounds a difference of quantities to eight
 * places before it compares it with 0.
 */
#define ACO_ORDER_QUANTITY_TOLERANCE 5e-9

static inline bool aco_map_is_quantity(double quantity)
{
	return quantity >= ACO_ORDER_QUANTITY_TOLERANCE;
}

/* The schemas want integers: fractions are cut off, except that less than one becomes one. */
double aco_map_whole_quantity(double quantity);

/* Writes the ISO code of `fields`, otherwise that of `fallback`, which may be NULL; nothing if neither has one. */
bool aco_map_write_currency(aco_mapping *mapping, HashTable *fields, const aco_map_path *path, HashTable *fallback);

/* Names that differ between Commerce's documentation and the XDM schemas. */
typedef enum aco_order_name {
	ACO_NAME_PAYMENT_TRANSACTION,
	ACO_NAME_ITEM_ID,
	ACO_NAME_CATEGORIES,
	ACO_NAME_CATEGORY_ID,
	ACO_NAME_CATEGORY_NAME,
	ACO_NAME_CATEGORY_PATH,
	ACO_NAME_COUNT
} aco_order_name;

void aco_map_write_order_name(aco_mapping *mapping, bool documented, aco_order_name name);

#endif
