/* What the files that map orders share. */
#ifndef ACO_MAP_ORDER_PARTS_H
#define ACO_MAP_ORDER_PARTS_H

#include "map_orders.h"

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

extern const unsigned char aco_order_carried[ACO_FIELD_COUNT];

/* Wire names that Commerce's documentation spells differently from the XDM schemas, up to the colon. */
typedef enum aco_order_name {
	ACO_NAME_PAYMENT_TRANSACTION,
	ACO_NAME_ITEM_ID,
	ACO_NAME_COUNT
} aco_order_name;

/* A body while it is written. */
typedef struct aco_order_body {
	const aco_order *order;
	aco_order_subject subject;
	/* NULL: the event is about the whole order. */
	const aco_order_child *child;
	/* One of the columns. */
	unsigned column;
	/* Leave out what is optional in product list items: the event would be too large. */
	bool lean;
} aco_order_body;

#define ACO_CARRIES(body, field) ((aco_order_carried[field] & (body)->column) != 0)

void aco_order_write_name(aco_map *map, const aco_order_body *body, aco_order_name name);
/* The document's members `xdm`, with everything in it. */
bool aco_order_write_body(aco_map *map, const aco_order_body *body, const char *type,
	const char *id, const char *timestamp, size_t timestamp_length);

/* A member that is opened in any case and taken back when nothing came into it. */
typedef struct aco_order_group {
	size_t start;
	size_t empty;
} aco_order_group;

void aco_order_open(aco_map *map, aco_order_group *group, const char *name, size_t length);
void aco_order_close(aco_map *map, const aco_order_group *group, const char *end);

#define ACO_ORDER_OPEN(map, group, name) aco_order_open((map), (group), name, sizeof(name) - 1)

/* Where the children of a kind are and what identifies them. */
typedef struct aco_order_child_kind {
	aco_map_key list;
	/* A member with the UUID as its `id`; ACO_KEY_COUNT for a kind that has none. */
	aco_map_key uuid;
	/* What identifies a child without a UUID. */
	aco_map_key number;
	/* What it says of the order's lines. */
	aco_map_key items;
	aco_map_key quantity;
} aco_order_child_kind;

extern const aco_order_child_kind aco_order_child_kinds[ACO_ORDER_CHILDREN];

bool aco_order_read_children(aco_map *map, HashTable *fields, aco_order_subject kind, aco_order_children *children);
void aco_order_free_children(aco_order_children *children);

/* An object's member `id`; absent leaves `id->bytes` NULL. */
bool aco_order_read_id(aco_map *map, HashTable *fields, aco_map_key key, const aco_map_path *path, aco_text *id);
/* Checks the date, whose time goes to `*ms`. */
bool aco_order_check_date(aco_map *map, const aco_text *date, const aco_map_path *path, int64_t *ms);
/* Absent is 0. */
bool aco_order_read_double(aco_map *map, HashTable *fields, aco_map_key key, const aco_map_path *path, double *value);

bool aco_order_read_lines(aco_map *map, HashTable *fields, aco_order_lines *lines);
void aco_order_free_lines(aco_order_lines *lines);
/* Whether everything that has to be shipped has been. */
bool aco_order_is_shipped(const aco_order_lines *lines);
/* The member `productListItems`, left out when there is none. */
bool aco_order_write_items(aco_map *map, const aco_order_body *body);

/* An ISO code; absent is left out. */
bool aco_order_write_currency(aco_map *map, HashTable *fields, const aco_map_path *path);
/* The member `payments`: the feed has one payment for an order. */
bool aco_order_write_payment(aco_map *map, const aco_order_body *body);
/* The member `refunds`, with one refund. */
bool aco_order_write_refunds(aco_map *map, const aco_order_body *body);

/* The custom attributes of an order or a line that are on the list. */
bool aco_order_write_attributes(aco_map *map, const aco_order_attributes *allowed, HashTable *fields, const aco_map_path *path);
/* The member `selectedOptions` of a line, from what was ordered. */
bool aco_order_write_options(aco_map *map, HashTable *fields, const aco_map_path *path);

#endif
