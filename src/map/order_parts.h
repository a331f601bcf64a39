/* SPDX-License-Identifier: MIT */
/* What the files that map orders share. */
#ifndef ACO_MAP_ORDER_PARTS_H
#define ACO_MAP_ORDER_PARTS_H

#include "src/map/order_values.h"
#include "src/map/orders.h"

/* The events, as the columns of the table of fields. */
enum {
	ACO_EVENT_PLACED = 1,
	ACO_EVENT_INVOICED = 2,
	ACO_EVENT_ITEMS_SHIPPED = 4,
	ACO_EVENT_SHIPMENT_COMPLETED = 8,
	ACO_EVENT_CANCELLED = 16,
	ACO_EVENT_CREDIT_MEMO = 32,
	ACO_EVENT_RETURN_INITIATED = 64,
	ACO_EVENT_RETURN_COMPLETED = 128
};

/* The fields that not all events have, after the section "fields" of the documentation of back office events. */
typedef enum aco_order_field {
	ACO_FIELD_ORDER_BUYERS_NUMBER,
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
	ACO_FIELD_RETURNS,
	ACO_FIELD_SHIPPING,
	ACO_FIELD_SHIPPING_CURRENCY,
	ACO_FIELD_SHIPPING_ADDRESS,
	ACO_FIELD_SHIP_DATE,
	ACO_FIELD_TRACKING,
	ACO_FIELD_BILLING_ADDRESS,
	ACO_FIELD_ITEMS,
	ACO_FIELD_ITEM_ID,
	ACO_FIELD_ITEM_QUANTITY,
	ACO_FIELD_ITEM_AMOUNTS,
	ACO_FIELD_ITEM_CATEGORIES,
	ACO_FIELD_ITEM_IMAGE,
	ACO_FIELD_ITEM_CURRENCY,
	ACO_FIELD_ITEM_OPTIONS,
	ACO_FIELD_CUSTOM_ATTRIBUTES,
	ACO_FIELD_COUNT
} aco_order_field;

/* The Edge Network accepts 64 KiB in a request; the difference is for what surrounds the event. */
#define ACO_ORDER_EVENT_BYTES (65536 - 256)

/* The columns of the events that have the field. */
extern const unsigned char aco_map_order_carried[ACO_FIELD_COUNT];

/* What remains of the product list items when an event would be too large. */
typedef enum aco_order_size {
	ACO_SIZE_FULL,
	/* Without names, options and custom attributes. */
	ACO_SIZE_LEAN,
	/* And without the lines that do not fit. */
	ACO_SIZE_CUT
} aco_order_size;

/* What the body of an event is written from. */
typedef struct aco_order_body {
	const aco_order *order;
	aco_order_subject subject;
	/* The sales document that the event is about; NULL if it is about the order. */
	const aco_sales_document *document;
	/* The event, as one of the columns. */
	unsigned column;
	/* The `updatedAt` that the order had when the event was first sent; NULL: it has not been sent. */
	const zend_string *first_updated;
	/* How much is left out so that the event fits into a request. */
	aco_order_size size;
	/* Receives what was left out, for the report. */
	aco_order_omitted *omitted;
} aco_order_body;

#define ACO_CARRIES(body, field) ((aco_map_order_carried[field] & (body)->column) != 0)

/* Writes the whole event: an object with the member `xdm`. */
bool aco_map_write_order_body(aco_mapping *mapping, const aco_order_body *body, const char *type,
	const char *id, const char *timestamp, size_t timestamp_length);

/* Where the feed has sales documents of a kind, and what identifies them. */
typedef struct aco_sales_document_kind {
	aco_map_key list;
	/* The member whose `id` is the UUID; ACO_KEY_COUNT for a kind without UUIDs. */
	aco_map_key uuid;
	/* What identifies a document without a UUID. */
	aco_map_key number;
	/* Its rows, and the member of each with the quantity. */
	aco_map_key items;
	aco_map_key quantity;
} aco_sales_document_kind;

extern const aco_sales_document_kind aco_map_sales_document_kinds[ACO_SALES_DOCUMENT_KINDS];

/* The caller frees the documents, whatever is returned; the same goes for the lines. */
bool aco_map_read_sales_documents(aco_mapping *mapping, HashTable *fields, aco_order_subject kind,
	aco_sales_documents *documents);
void aco_map_free_sales_documents(aco_sales_documents *documents);

bool aco_map_read_order_lines(aco_mapping *mapping, HashTable *fields, aco_order_lines *lines);
void aco_map_free_order_lines(aco_order_lines *lines);
/* Whether the line is shipped itself: of a product in parts, either the parent or the parts are. */
bool aco_map_order_line_ships(const aco_order_lines *lines, const aco_order_line *line);
/* Whether there is something to ship, and all of it has been shipped. */
bool aco_map_order_is_shipped(const aco_order_lines *lines);

/* What an event says about one line. */
typedef struct aco_order_share {
	/* In the sales document, or in all shipments; 0 if the line does not occur. */
	double quantity;
	/* What a credit memo refunds, before discounts. */
	double refund;
	/* Of the parts: their shares of price and discount, their refunds, and how much of all the parts occurs. */
	double price_below;
	double discount_below;
	double refund_below;
	double part_below;
	bool named_below;
	/* How many of the product are complete after this event, and how many were before it. */
	double complete;
	double complete_before;
} aco_order_share;

/* One for each line, which the caller frees with efree(). NULL when a value has the wrong type. */
aco_order_share *aco_map_read_order_shares(aco_mapping *mapping, const aco_order_body *body);

/* Writes the member `productListItems`, unless it is empty. */
bool aco_map_write_order_items(aco_mapping *mapping, const aco_order_body *body);

/* Writes the member `payments`; the feed has one payment for each order. */
bool aco_map_write_order_payment(aco_mapping *mapping, const aco_order_body *body);
/* Writes the member `refunds`, with one refund. */
bool aco_map_write_order_refunds(aco_mapping *mapping, const aco_order_body *body);

/* Writes a text at the end of a path of names. */
void aco_map_write_at_path(aco_mapping *mapping, const zend_string *path, const aco_text *text,
	const aco_map_path *source);
/* Writes the custom attributes of an order or a line that are on the list. */
bool aco_map_write_order_attributes(aco_mapping *mapping, const aco_order_attributes *allowed, HashTable *fields,
	const aco_map_path *path);
/* Writes the member with the categories of a line, unless it is empty. */
bool aco_map_write_order_categories(aco_mapping *mapping, const aco_order_body *body, HashTable *fields,
	const aco_map_path *path);
/* Writes the member `returns` of the order. */
bool aco_map_write_order_return(aco_mapping *mapping, const aco_order_body *body);
/* Writes the member `returnItem` of a line: what the return says of it, or else of the first of its parts. */
bool aco_map_write_order_return_item(aco_mapping *mapping, const aco_order_body *body, const aco_order_line *line);
/* Writes the member `selectedOptions` of a line, unless it is empty. */
bool aco_map_write_order_options(aco_mapping *mapping, HashTable *fields, const aco_map_path *path);

#endif
