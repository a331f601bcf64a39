/* SPDX-License-Identifier: MIT */
/*
 * Maps orders (snapshots from the orders feed) to events of the Experience Platform. An order yields every event
 * that its snapshot shows; events sent before are left out by id.
 */
#ifndef ACO_MAP_ORDERS_H
#define ACO_MAP_ORDERS_H

#include "src/map/value.h"
#include "src/core/base/rfc3339.h"

#define ACO_ORDER_EVENT_ID 36

/* A custom attribute that may be sent, and the members that it is nested in. */
typedef struct aco_order_attribute {
	zend_string *name;
	/* Names joined by dots, the first of them a tenant's: it starts with an underscore. */
	zend_string *path;
} aco_order_attribute;

typedef struct aco_order_attributes {
	/* Sorted by path, so that paths with a common start are neighbours; no path is the start of another. */
	aco_order_attribute *list;
	size_t count;
} aco_order_attributes;

typedef struct aco_order_options {
	zend_string *environment;
	/* The names of Commerce's documentation instead of those of the XDM schemas. */
	bool documented_names;
	/* The identity is the address without blanks around it, in lower case. */
	bool normalized_identity;
	/* Below `commerce.shipping`; NULL: tracking numbers go where the schema has a number, if they are one. */
	zend_string *tracking_path;
	aco_order_attributes order_attributes;
	aco_order_attributes item_attributes;
} aco_order_options;

/* What an event is about: a sales document of the order, or the order itself. */
typedef enum aco_order_subject {
	ACO_ORDER_INVOICE,
	ACO_ORDER_SHIPMENT,
	ACO_ORDER_CREDIT_MEMO,
	ACO_ORDER_ITSELF
} aco_order_subject;

/* All subjects before the order itself. */
#define ACO_SALES_DOCUMENT_KINDS ACO_ORDER_ITSELF

/* An invoice, a shipment or a credit memo. */
typedef struct aco_sales_document {
	HashTable *fields;
	/* Position in its list, for messages. */
	zend_ulong index;
	aco_text key;
	aco_text created;
	int64_t created_ms;
} aco_sales_document;

typedef struct aco_sales_documents {
	aco_sales_document *list;
	/* By date, then by key; each key once. */
	aco_sales_document **sorted;
	size_t count;
} aco_sales_documents;

/* What was left out of an event. */
typedef struct aco_order_omitted {
	/* A tracking number that the schema cannot hold. */
	bool tracking;
	/* Names, options and custom attributes, for the size of the event. */
	bool details;
	/* Product list items, for the same reason: the remaining ones are followed by one that sums up the others. */
	size_t lines;
} aco_order_omitted;

#define ACO_NO_LINE SIZE_MAX

typedef struct aco_order_line {
	HashTable *fields;
	zend_ulong index;
	/* ACO_NO_LINE for a line that the shopper sees. */
	size_t parent;
	bool has_children;
	bool is_virtual;
	bool together;
	double ordered;
	double shipped;
	double cancelled;
	double refunded;
} aco_order_line;

typedef struct aco_order_lines {
	aco_order_line *list;
	size_t count;
	/* Numbers of lines by the UUID of the order item. */
	HashTable by_id;
} aco_order_lines;

/* One snapshot while its events are made; not to be moved. */
typedef struct aco_order {
	HashTable *fields;
	const aco_order_options *options;
	/*
	 * The timestamp and updatedAt with which each event was first sent, by event id, so that its dates do not
	 * change when it is made again. NULL: none.
	 */
	HashTable *first_sent;
	aco_text id;
	aco_text website;
	aco_sales_documents documents[ACO_SALES_DOCUMENT_KINDS];
	/* Read when the first event needs them. */
	aco_order_lines lines;
	bool has_lines;
	/* The event that was made last: a row of the table of events, and the document it is about. */
	size_t event;
	size_t document;
	char event_id[ACO_ORDER_EVENT_ID];
	const char *event_type;
	char timestamp[ACO_RFC3339_SIZE];
	size_t timestamp_length;
	aco_order_omitted omitted;
} aco_order;

/* Reads what determines the events. Free the order whatever it returns; SKIPPED: a deleted order. */
aco_map_result aco_map_order_begin(aco_mapping *mapping, const aco_order_options *options, HashTable *fields,
	aco_order *order);
/*
 * Makes the next event whose id is not a key of `sent` (NULL: any id): its JSON is in `mapping->out`, the rest
 * in the order. SKIPPED: there is none left.
 */
aco_map_result aco_map_order_next(aco_mapping *mapping, aco_order *order, HashTable *sent);
void aco_map_order_free(aco_order *order);

/* The scope that decides whether and where the order is sent; `website->bytes` NULL: none. */
bool aco_map_order_website(aco_mapping *mapping, HashTable *fields, aco_text *website);
/* Names the order for a message. */
void aco_map_order_describe(HashTable *fields, char *text, size_t size);

#endif
