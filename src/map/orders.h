/* SPDX-License-Identifier: MIT */
/*
 * Maps orders to events of the Experience Platform. An item of the orders feed is a snapshot of an order: it yields an
 * event for all that has happened to the order so far. Those that were sent before are left out by their ids.
 */
#ifndef ACO_MAP_ORDERS_H
#define ACO_MAP_ORDERS_H

#include "src/map/value.h"
#include "src/core/base/rfc3339.h"

#define ACO_ORDER_EVENT_ID 36

/* A custom attribute that may be sent, and where it goes. */
typedef struct aco_order_attribute {
	zend_string *name;
	/* The names of nested members, joined by dots. The first is that of a tenant and begins with an underscore. */
	zend_string *path;
} aco_order_attribute;

typedef struct aco_order_attributes {
	/* Sorted by path, so that members of one object are neighbours; no path is the start of another. */
	aco_order_attribute *list;
	size_t count;
} aco_order_attributes;

typedef struct aco_order_options {
	zend_string *environment;
	/* Use the names of Commerce's documentation instead of those of the XDM schemas. */
	bool documented_names;
	/* Identify shoppers by their address in lower case, without surrounding blanks. */
	bool normalized_identity;
	/*
	 * Where tracking numbers go, below `commerce.shipping`; NULL: into the member of the schema, if they are numbers.
	 */
	zend_string *tracking_path;
	aco_order_attributes order_attributes;
	aco_order_attributes item_attributes;
} aco_order_options;

/* What an event is about: a sales document of the order, or the order itself. */
typedef enum aco_order_subject {
	ACO_ORDER_INVOICE,
	ACO_ORDER_SHIPMENT,
	ACO_ORDER_CREDIT_MEMO,
	ACO_ORDER_RETURN,
	ACO_ORDER_ITSELF
} aco_order_subject;

/* All subjects before the order itself. */
#define ACO_SALES_DOCUMENT_KINDS ACO_ORDER_ITSELF

/* An invoice, a shipment, a credit memo or a return. */
typedef struct aco_sales_document {
	HashTable *fields;
	/* The position in its list, for messages. */
	zend_ulong index;
	aco_text key;
	aco_text created;
	int64_t created_ms;
	/* Of a return: whether it is completed, and since when. */
	bool completed;
	aco_text completed_at;
	int64_t completed_ms;
} aco_sales_document;

typedef struct aco_sales_documents {
	aco_sales_document *list;
	/* Sorted by date, then by key; each key occurs once. */
	aco_sales_document **sorted;
	size_t count;
} aco_sales_documents;

/* What was left out of an event. */
typedef struct aco_order_omitted {
	/* A tracking number, which is not a number as the schema demands. */
	bool tracking;
	/* Names, options and custom attributes: the event would have been too large. */
	bool details;
	/* So many lines, for the same reason; one item stands for them all. */
	size_t lines;
} aco_order_omitted;

#define ACO_NO_LINE SIZE_MAX

/* An ordered item. Parts of a configurable product or a bundle are lines of their own. */
typedef struct aco_order_line {
	HashTable *fields;
	zend_ulong index;
	/* The line that the shopper sees, which this one is a part of; ACO_NO_LINE for that line itself. */
	size_t parent;
	bool has_parts;
	bool is_virtual;
	/* All parts are shipped as one. */
	bool together;
	double ordered;
	double shipped;
	double cancelled;
	double refunded;
} aco_order_line;

typedef struct aco_order_lines {
	aco_order_line *list;
	size_t count;
	/* The index of a line by the UUID of its order item. */
	HashTable by_id;
} aco_order_lines;

/* One snapshot while its events are made. Must not be moved: texts may point into it. */
typedef struct aco_order {
	HashTable *fields;
	const aco_order_options *options;
	/*
	 * The timestamp and the updatedAt that each event had when it was first sent, by event id, so that an event that
	 * is made again keeps them. NULL: nothing was sent.
	 */
	HashTable *first_sent;
	aco_text id;
	aco_text website;
	aco_sales_documents documents[ACO_SALES_DOCUMENT_KINDS];
	/* Read when an event needs them. */
	aco_order_lines lines;
	bool has_lines;
	/* Where the next event is looked for: a row of the table of events, and the index of a sales document. */
	size_t event;
	size_t document;
	char event_id[ACO_ORDER_EVENT_ID];
	const char *event_type;
	char timestamp[ACO_RFC3339_SIZE];
	size_t timestamp_length;
	aco_order_omitted omitted;
} aco_order;

/* Reads what determines the events; SKIPPED for a deleted order. The caller frees the order, whatever is returned. */
aco_map_result aco_map_order_begin(aco_mapping *mapping, const aco_order_options *options, HashTable *fields,
	aco_order *order);
/*
 * Makes the next event whose id is not a key of `sent`, which may be NULL. Its JSON is in `mapping->out`, all else in
 * the order. SKIPPED when there is none left.
 */
aco_map_result aco_map_order_next(aco_mapping *mapping, aco_order *order, HashTable *sent);
void aco_map_order_free(aco_order *order);

/* The website, by which callers decide whether and where to send the order; `website->bytes` is NULL without one. */
bool aco_map_order_website(aco_mapping *mapping, HashTable *fields, aco_text *website);
/* Names the order in a message. */
void aco_map_order_describe(HashTable *fields, char *text, size_t size);

#endif
