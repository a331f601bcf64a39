/* SPDX-License-Identifier: MIT */
/* The fields of each event. */
#include "src/map/order_parts.h"

#define PL ACO_EVENT_PLACED
#define IN ACO_EVENT_INVOICED
#define SH ACO_EVENT_ITEMS_SHIPPED
#define CO ACO_EVENT_SHIPMENT_COMPLETED
#define CA ACO_EVENT_CANCELLED
#define CM ACO_EVENT_CREDIT_MEMO

/*
 * As documented. All events have purchaseID, identity, e-mail and commerceScope; the documentation does not list the
 * last of these for CO and CM, which is taken for an omission.
 */
const unsigned char aco_map_order_carried[ACO_FIELD_COUNT] = {
	[ACO_FIELD_ORDER_TRANSACTION] = PL | SH | CO,
	[ACO_FIELD_ORDER_PAYMENT] = PL | IN | SH | CO,
	[ACO_FIELD_ORDER_PRICE_TOTAL] = IN | SH,
	[ACO_FIELD_ORDER_CURRENCY] = PL | IN | SH,
	[ACO_FIELD_ORDER_TAX] = PL | CO,
	[ACO_FIELD_ORDER_DISCOUNT] = PL,
	[ACO_FIELD_ORDER_CREATED] = PL | CO,
	[ACO_FIELD_ORDER_UPDATED] = SH | CA | CM,
	[ACO_FIELD_ORDER_CANCELLED] = CA,
	[ACO_FIELD_REFUNDS] = CM,
	[ACO_FIELD_SHIPPING] = PL | IN | SH | CO,
	[ACO_FIELD_SHIPPING_CURRENCY] = PL | SH,
	[ACO_FIELD_SHIPPING_ADDRESS] = SH | CO,
	[ACO_FIELD_SHIP_DATE] = SH | CO,
	[ACO_FIELD_TRACKING] = SH,
	[ACO_FIELD_BILLING_ADDRESS] = PL | SH | CO,
	[ACO_FIELD_ITEMS] = PL | IN | SH | CO | CM,
	[ACO_FIELD_ITEM_ID] = PL | IN,
	[ACO_FIELD_ITEM_CURRENCY] = PL | SH | CO | CM,
	[ACO_FIELD_ITEM_OPTIONS] = PL | SH | CO | CM,
	[ACO_FIELD_CUSTOM_ATTRIBUTES] = PL | IN | SH | CO | CA | CM,
};
