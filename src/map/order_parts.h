/* SPDX-License-Identifier: MIT */
/* What the files that mapping orders share. */
#ifndef ACO_MAP_ORDER_PARTS_H
#define ACO_MAP_ORDER_PARTS_H

#include "src/map/order_values.h"
#include "src/map/orders.h"

/* Columns of the table of fields: which events carry a field. */
enum {
	ACO_EVENT_PLACED = 1,
	ACO_EVENT_INVOICED = 2,
	ACO_EVENT_ITEMS_SHIPPED = 4,
	ACO_EVENT_SHIPMENT_COMPLETED = 8,
	ACO_EVENT_CANCELLED = 16,
	ACO_EVENT_CREDIT_MEMO = 32
};

/* Which event carries which field (section "fields" of the documentation of back office events). */
typedef enum aco_order_field {
	ACO_FIELD_ORDER_TRANSACTION,
	ACO_FIELD_ORDER_PAYMENT,
	ACO_FIELD_ORDER_PRICE_TOTAL,
	ACO_FIELD_ORDER_CURRENCY,
	ACO_FIELD_ORDER_TAX,
	ACO_FIELD_ORDER_DISCOUNT,
	ACO_FIELD_ORDER_CREATED,
	ACO_FIELD_ORDER_UPDATED,
	ACO_FIELD_ORDER_CANCELLED,
	ACO_FIELD_REFUNDS,
	ACO_FIELD_SHIPPING,
	ACO_FIELD_SHIPPING_CURRENCY,
	ACO_FIELD_SHIPPING_ADDRESS,
	ACO_FIELD_SHIP_DATE,
	ACO_FIELD_TRACKING,
	ACO_FIELD_BILLING_ADDRESS,
	ACO_FIELD_ITEMS,
	ACO_FIELD_ITEM_ID,
	ACO_FIELD_ITEM_CURRENCY,
	ACO_FIELD_ITEM_OPTIONS,
	ACO_FIELD_CUSTOM_ATTRIBUTES,
	ACO_FIELD_COUNT
} aco_order_field;

/* What the Edge Network takes in one request, with its frame around the event. */
#define ACO_ORDER_EVENT_BYTES (65536 - 64)

extern const unsigned char aco_map_order_carried[ACO_FIELD_COUNT];

/* What goes into the product list items of an event that would be too large. */
typedef enum aco_order_size {
	ACO_SIZE_FULL,
	/* Without names, options and custom attributes. */
	ACO_SIZE_LEAN,
	/* And only as many lines as fit. */
	ACO_SIZE_CUT
} aco_order_size;

/* A body while it is written. */
typedef struct aco_order_body {
	const aco_order *order;
	aco_order_subject subject;
	/* NULL: the event is about the whole order. */
	const aco_sales_document *document;
	/* One of the columns. */
	unsigned column;
	/* The order's `updatedAt` when the event was sent first; NULL: it is that of now. */
	const zend_string *first_updated;
	/* How much has to be left out for the event to fit into a request. */
	aco_order_size size;
	/* What is left out, for the report; written while the body is. */
	aco_order_omitted *omitted;
} aco_order_body;

#define ACO_CARRIES(body, field) ((aco_map_order_carried[field] & (body)->column) != 0)

/* The document's members `xdm`, with everything in it. */
bool aco_map_write_order_body(aco_mapping *mapping, const aco_order_body *body, const char *type,
	const char *id, const char *timestamp, size_t timestamp_length);

/* Where the documents of a kind are and what identifies them. */
typedef struct aco_sales_document_kind {
	aco_map_key list;
	/* A member with the UUID as its `id`; ACO_KEY_COUNT for a kind that has none. */
	aco_map_key uuid;
	/* What identifies a document without a UUID. */
	aco_map_key number;
	/* What it says of the order's lines. */
	aco_map_key items;
	aco_map_key quantity;
} aco_sales_document_kind;

extern const aco_sales_document_kind aco_map_sales_document_kinds[ACO_SALES_DOCUMENT_KINDS];

bool aco_map_read_sales_documents(aco_mapping *mapping, HashTable *fields, aco_order_subject kind,
	aco_sales_documents *documents);
void aco_map_free_sales_documents(aco_sales_documents *documents);

bool aco_map_read_order_lines(aco_mapping *mapping, HashTable *fields, aco_order_lines *lines);
void aco_map_free_order_lines(aco_order_lines *lines);
/* Whether the line says itself what of it is shipped: of a product in parts either the whole or the parts do. */
bool aco_map_order_line_ships(const aco_order_lines *lines, const aco_order_line *line);
/* Whether everything that has to be shipped has been. */
bool aco_map_order_is_shipped(const aco_order_lines *lines);

/* What an event says of one line. */
typedef struct aco_order_share {
	/* Of the invoice, shipment or credit memo, or of all shipments; 0: the line is not named. */
	double quantity;
	/* The refund of a credit memo, before discounts. */
	double refund;
	/* Of the lines below: share of the price and of the discount, their refunds, and how much of them all it is. */
	double price_below;
	double discount_below;
	double refund_below;
	double part_below;
	bool named_below;
	/* Products that are complete with this event and with those before it. */
	double complete;
	double complete_before;
} aco_order_share;

/* One for each line; the caller frees them. NULL when a value has a wrong type. */
aco_order_share *aco_map_read_order_shares(aco_mapping *mapping, const aco_order_body *body);

/* The member `productListItems`, left out when there is none. */
bool aco_map_write_order_items(aco_mapping *mapping, const aco_order_body *body);

/* The member `payments`: the feed has one payment for an order. */
bool aco_map_write_order_payment(aco_mapping *mapping, const aco_order_body *body);
/* The member `refunds`, with one refund. */
bool aco_map_write_order_refunds(aco_mapping *mapping, const aco_order_body *body);

/* A member at the end of a path of names. */
void aco_map_write_at_path(aco_mapping *mapping, const zend_string *path, const aco_text *text,
	const aco_map_path *source);
/* The custom attributes of an order or a line that are on the list. */
bool aco_map_write_order_attributes(aco_mapping *mapping, const aco_order_attributes *allowed, HashTable *fields,
	const aco_map_path *path);
/* The member `selectedOptions` of a line, from what was ordered. */
bool aco_map_write_order_options(aco_mapping *mapping, HashTable *fields, const aco_map_path *path);

#endif
