/* SPDX-License-Identifier: MIT */
/* Values as the order feed has them: identifiers, dates, quantities, currencies, and names that depend on a switch. */
#ifndef ACO_MAP_ORDER_VALUES_H
#define ACO_MAP_ORDER_VALUES_H

#include "src/map/value.h"
#include "src/core/base/rfc3339.h"

/* An object's member `id`; absent leaves `id->bytes` NULL. */
bool aco_map_id_member(aco_mapping *mapping, HashTable *fields, aco_map_key key, const aco_map_path *path,
	aco_text *id);
/* Checks the date, whose time goes to `*ms`. */
bool aco_map_check_date(aco_mapping *mapping, const aco_text *date, const aco_map_path *path, int64_t *ms);
/* Absent is 0. */
bool aco_map_double_member(aco_mapping *mapping, HashTable *fields, aco_map_key key, const aco_map_path *path,
	double *value);

/*
 * Commerce rounds a difference of quantities to eight places before it compares it with 0, because decimals have no
 * exact double: 1.1 - 0.8 is more than 0.3.
 */
#define ACO_ORDER_QUANTITY_TOLERANCE 5e-9

static inline bool aco_map_is_quantity(double quantity)
{
	return quantity >= ACO_ORDER_QUANTITY_TOLERANCE;
}

/* Receivers have integers: the fraction is cut off, but what is sold by weight or in parts is never nothing. */
double aco_map_whole_quantity(double quantity);

/* An ISO code in capitals, of `fallback` (which may be NULL) where `fields` has none; none at all is left out. */
bool aco_map_write_currency(aco_mapping *mapping, HashTable *fields, const aco_map_path *path, HashTable *fallback);

/* Wire names that Commerce's documentation spells differently from the XDM schemas, up to the colon. */
typedef enum aco_order_name {
	ACO_NAME_PAYMENT_TRANSACTION,
	ACO_NAME_ITEM_ID,
	ACO_NAME_COUNT
} aco_order_name;

void aco_map_write_order_name(aco_mapping *mapping, bool documented, aco_order_name name);

#endif
