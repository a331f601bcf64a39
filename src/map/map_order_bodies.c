/* The XDM body of an event. */
#include "map_order_parts.h"

#include <math.h>

#define PL ACO_EVENT_PLACED
#define IN ACO_EVENT_INVOICED
#define SH ACO_EVENT_ITEMS_SHIPPED
#define CO ACO_EVENT_SHIPMENT_COMPLETED
#define CA ACO_EVENT_CANCELLED
#define CM ACO_EVENT_CREDIT_MEMO

/*
 * What the documentation lists for each event. All events have purchaseID, identity, e-mail and commerceScope; the
 * last of these is not listed for CO and CM, which looks like a gap.
 */
const unsigned char aco_order_carried[ACO_FIELD_COUNT] = {
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

/* Where the two sources of names differ. `refunds`, the tracking number and payment types differ in more than a name. */
static const struct {
	const char *xdm;
	const char *documented;
} names[ACO_NAME_COUNT] = {
	[ACO_NAME_PAYMENT_TRANSACTION] = {"\"transactionID\":", "\"paymentTransactionID\":"},
	[ACO_NAME_ITEM_ID] = {"\"_id\":", "\"id\":"},
};

/* The largest integer up to which every one has its own double. */
#define MAX_EXACT "9007199254740992"

void aco_order_write_name(aco_map *map, const aco_order_body *body, aco_order_name name)
{
	const char *text = body->order->options->documented_names ? names[name].documented : names[name].xdm;

	aco_json_raw(&map->out, text, strlen(text));
}

void aco_order_open(aco_map *map, aco_order_group *group, const char *name, size_t length)
{
	group->start = map->out.buf.length;
	aco_json_raw(&map->out, name, length);
	group->empty = map->out.buf.length;
}

void aco_order_close(aco_map *map, const aco_order_group *group, const char *end)
{
	if (map->out.buf.length == group->empty) {
		map->out.buf.length = group->start;
	} else {
		aco_buf_append(&map->out.buf, end, strlen(end));
	}
}

/* A date of the feed, checked; absent is left out. `wire` is a literal. */
#define WRITE_DATE(map, fields, key, path, wire) do { \
		aco_text date_; \
		int64_t ms_; \
		if (!aco_map_text_member((map), (fields), (key), (path), &date_)) { \
			return false; \
		} \
		if (date_.bytes) { \
			if (!aco_order_check_date((map), &date_, ACO_PATH((path), aco_map_name(key)), &ms_)) { \
				return false; \
			} \
			ACO_MAP_WRITE_MEMBER((map), wire, &date_, NULL); \
		} \
	} while (0)

static bool write_discount(aco_map *map, HashTable *fields)
{
	bool found = false;
	zval amount;

	if (!aco_map_number_member(map, fields, ACO_KEY_discountAmount, NULL, &amount, &found)) {
		return false;
	}
	if (found) {
		aco_json_key(&map->out, "discountAmount");
		/* Orders have it as a negative number; -0.0 becomes 0, too. */
		if (zval_get_double(&amount) <= 0) {
			aco_json_double(&map->out, fabs(zval_get_double(&amount)));
		} else {
			aco_map_write_number(&map->out, &amount);
		}
	}
	return true;
}

static bool write_tax(aco_map *map, HashTable *fields)
{
	const aco_map_path path = {NULL, "payment", 0};
	HashTable *payment;

	if (!aco_map_list_member(map, fields, ACO_KEY_payment, NULL, &payment)) {
		return false;
	}
	if (payment) {
		ACO_MAP_OPTIONAL_NUMBER(map, payment, ACO_KEY_taxAmount, &path, "taxAmount");
	}
	return true;
}

static bool write_order(aco_map *map, const aco_order_body *body)
{
	HashTable *fields = body->order->fields;
	aco_text number;

	if (!aco_map_text_member(map, fields, ACO_KEY_commerceOrderNumber, NULL, &number)
			|| (number.length == 0 && !aco_map_text_required(map, fields, ACO_KEY_commerceOrderId, NULL, &number))) {
		return false;
	}
	aco_json_key(&map->out, "order");
	aco_json_begin_object(&map->out);
	ACO_MAP_WRITE_MEMBER(map, "purchaseID", &number, ACO_PATH(NULL, "commerceOrderNumber"));
	if (ACO_CARRIES(body, ACO_FIELD_ORDER_PRICE_TOTAL)) {
		ACO_MAP_OPTIONAL_NUMBER(map, fields, ACO_KEY_grandTotal, NULL, "priceTotal");
	}
	if ((ACO_CARRIES(body, ACO_FIELD_ORDER_CURRENCY) && !aco_order_write_currency(map, fields, NULL))
			|| (ACO_CARRIES(body, ACO_FIELD_ORDER_TAX) && !write_tax(map, fields))
			|| (ACO_CARRIES(body, ACO_FIELD_ORDER_DISCOUNT) && !write_discount(map, fields))) {
		return false;
	}
	if (ACO_CARRIES(body, ACO_FIELD_ORDER_CREATED)) {
		WRITE_DATE(map, fields, ACO_KEY_createdAt, NULL, "createdDate");
	}
	if (ACO_CARRIES(body, ACO_FIELD_ORDER_UPDATED)) {
		WRITE_DATE(map, fields, ACO_KEY_updatedAt, NULL, "lastUpdatedDate");
	}
	if (ACO_CARRIES(body, ACO_FIELD_ORDER_CANCELLED)) {
		WRITE_DATE(map, fields, ACO_KEY_updatedAt, NULL, "cancelDate");
	}
	if ((ACO_CARRIES(body, ACO_FIELD_ORDER_PAYMENT) && !aco_order_write_payment(map, body))
			|| (ACO_CARRIES(body, ACO_FIELD_REFUNDS) && !body->order->options->documented_names && !aco_order_write_refunds(map, body))
			|| (!body->lean && ACO_CARRIES(body, ACO_FIELD_CUSTOM_ATTRIBUTES)
				&& !aco_order_write_attributes(map, &body->order->options->order_attributes, fields, NULL))) {
		return false;
	}
	aco_json_end_object(&map->out);
	return true;
}

/* The lines of a street: as a list, else split. */
static bool read_streets(aco_map *map, HashTable *address, const aco_map_path *path, aco_text streets[2])
{
	const aco_map_path list_path = {path, "multiLineStreet", 0};
	zend_ulong index = 0;
	HashTable *list;
	aco_text street;
	zval *value;

	if (!aco_map_list_member(map, address, ACO_KEY_multiLineStreet, path, &list)) {
		return false;
	}
	if (list) {
		ZEND_HASH_FOREACH_VAL(list, value) {
			if (index == 2) {
				break;
			}
			if ((value = aco_map_plain(value)) && !aco_map_text(map, value, ACO_PATH_INDEX(&list_path, index), &streets[index])) {
				return false;
			}
			index++;
		} ZEND_HASH_FOREACH_END();
		if (index > 0) {
			return true;
		}
	}
	if (!aco_map_text_member(map, address, ACO_KEY_street, path, &street)) {
		return false;
	}
	if (!street.bytes) {
		return true;
	}
	for (const char *at = street.bytes, *end = at + street.length; at < end && index < 2; index++) {
		const char *line_end = memchr(at, '\n', (size_t) (end - at));

		streets[index].bytes = street.bytes == street.number ? memcpy(streets[index].number, at, street.length) : at;
		streets[index].length = (size_t) ((line_end ? line_end : end) - at);
		at = line_end ? line_end + 1 : end;
	}
	return true;
}

static bool write_address(aco_map *map, HashTable *fields, aco_map_key key, const aco_map_path *parent)
{
	const aco_map_path path = {parent, aco_map_name(key), 0};
	aco_text streets[2] = {{NULL, 0, ""}, {NULL, 0, ""}};
	aco_order_group group;
	HashTable *address;

	if (!aco_map_list_member(map, fields, key, parent, &address)) {
		return false;
	}
	if (!address) {
		return true;
	}
	if (!read_streets(map, address, &path, streets)) {
		return false;
	}
	ACO_ORDER_OPEN(map, &group, "\"address\":{");
	if (streets[0].length > 0) {
		ACO_MAP_WRITE_MEMBER(map, "street1", &streets[0], &path);
	}
	if (streets[1].length > 0) {
		ACO_MAP_WRITE_MEMBER(map, "street2", &streets[1], &path);
	}
	ACO_MAP_OPTIONAL_TEXT(map, address, ACO_KEY_city, &path, "city");
	ACO_MAP_OPTIONAL_TEXT(map, address, ACO_KEY_region, &path, "state");
	ACO_MAP_OPTIONAL_TEXT(map, address, ACO_KEY_postcode, &path, "postalCode");
	ACO_MAP_OPTIONAL_TEXT(map, address, ACO_KEY_country, &path, "country");
	aco_order_close(map, &group, "}");
	return true;
}

/* Digits that a JSON number holds exactly, without a zero in front. */
static bool is_exact_number(const aco_text *text)
{
	size_t most = sizeof(MAX_EXACT) - 1;

	if (text->length == 0 || text->length > most || text->bytes[0] == '0') {
		return false;
	}
	for (size_t i = 0; i < text->length; i++) {
		if (text->bytes[i] < '0' || text->bytes[i] > '9') {
			return false;
		}
	}
	return text->length < most || memcmp(text->bytes, MAX_EXACT, most) <= 0;
}

/* The schema has a number where carriers use letters, too: what is none is left out there. */
static bool write_tracking(aco_map *map, const aco_order_body *body)
{
	const aco_map_path list_path = {NULL, "shipments", 0}, shipment_path = {&list_path, NULL, body->child->index},
		path = {&shipment_path, "trackingInfo", 0};
	HashTable *tracking;
	aco_text number;

	if (!aco_map_list_member(map, body->child->fields, ACO_KEY_trackingInfo, &shipment_path, &tracking)) {
		return false;
	}
	if (!tracking) {
		return true;
	}
	if (!aco_map_text_member(map, tracking, ACO_KEY_trackingNumber, &path, &number)) {
		return false;
	}
	if (body->order->options->documented_names && number.length > 0) {
		ACO_MAP_WRITE_MEMBER(map, "trackingNumber", &number, ACO_PATH(&path, "trackingNumber"));
	} else if (is_exact_number(&number)) {
		aco_json_key(&map->out, "trackingNumber");
		aco_buf_append(&map->out.buf, number.bytes, number.length);
	}
	ACO_MAP_OPTIONAL_TEXT(map, tracking, ACO_KEY_trackingUrl, &path, "trackingURL");
	return true;
}

static bool write_ship_date(aco_map *map, const aco_order_body *body)
{
	const aco_order_children *shipments = &body->order->children[ACO_ORDER_SHIPMENT];
	const aco_order_child *shipment = body->child ? body->child : shipments->sorted[shipments->count - 1];

	ACO_MAP_WRITE_MEMBER(map, "shipDate", &shipment->created, NULL);
	return true;
}

static bool write_shipping(aco_map *map, const aco_order_body *body)
{
	const aco_map_path path = {NULL, "shipping", 0};
	aco_order_group group;
	HashTable *shipping;

	if (!aco_map_list_member(map, body->order->fields, ACO_KEY_shipping, NULL, &shipping)) {
		return false;
	}
	ACO_ORDER_OPEN(map, &group, "\"shipping\":{");
	if (shipping) {
		if (aco_map_get(shipping, ACO_KEY_shippingMethodName)) {
			ACO_MAP_OPTIONAL_TEXT(map, shipping, ACO_KEY_shippingMethodName, &path, "shippingMethod");
		} else {
			ACO_MAP_OPTIONAL_TEXT(map, shipping, ACO_KEY_shippingMethodCode, &path, "shippingMethod");
		}
		ACO_MAP_OPTIONAL_NUMBER(map, shipping, ACO_KEY_shippingAmount, &path, "shippingAmount");
		if (ACO_CARRIES(body, ACO_FIELD_SHIPPING_CURRENCY) && aco_map_get(shipping, ACO_KEY_shippingAmount)
				&& !aco_order_write_currency(map, body->order->fields, NULL)) {
			return false;
		}
	}
	if (ACO_CARRIES(body, ACO_FIELD_SHIP_DATE) && !write_ship_date(map, body)) {
		return false;
	}
	if ((ACO_CARRIES(body, ACO_FIELD_TRACKING) && !write_tracking(map, body))
			|| (shipping && ACO_CARRIES(body, ACO_FIELD_SHIPPING_ADDRESS)
				&& !write_address(map, shipping, ACO_KEY_shippingAddress, &path))) {
		return false;
	}
	aco_order_close(map, &group, "}");
	return true;
}

static bool write_billing(aco_map *map, HashTable *fields)
{
	const aco_map_path path = {NULL, "payment", 0};
	aco_order_group group;
	HashTable *payment;

	if (!aco_map_list_member(map, fields, ACO_KEY_payment, NULL, &payment)) {
		return false;
	}
	if (!payment) {
		return true;
	}
	ACO_ORDER_OPEN(map, &group, "\"billing\":{");
	if (!write_address(map, payment, ACO_KEY_billingAddress, &path)) {
		return false;
	}
	aco_order_close(map, &group, "}");
	return true;
}

static bool write_scope(aco_map *map, const aco_order *order)
{
	aco_order_group group;

	ACO_ORDER_OPEN(map, &group, "\"commerceScope\":{");
	if (ZSTR_LEN(order->options->environment) > 0) {
		aco_json_string_member(&map->out, "environmentID", ZSTR_VAL(order->options->environment), ZSTR_LEN(order->options->environment));
	}
	ACO_MAP_OPTIONAL_TEXT(map, order->fields, ACO_KEY_websiteCode, NULL, "websiteCode");
	ACO_MAP_OPTIONAL_TEXT(map, order->fields, ACO_KEY_storeCode, NULL, "storeCode");
	ACO_MAP_OPTIONAL_TEXT(map, order->fields, ACO_KEY_storeViewCode, NULL, "storeViewCode");
	aco_order_close(map, &group, "}");
	return true;
}

static bool write_commerce(aco_map *map, const aco_order_body *body)
{
	aco_json_key(&map->out, "commerce");
	aco_json_begin_object(&map->out);
	if (!write_order(map, body)
			|| (ACO_CARRIES(body, ACO_FIELD_REFUNDS) && body->order->options->documented_names && !aco_order_write_refunds(map, body))
			|| (ACO_CARRIES(body, ACO_FIELD_SHIPPING) && !write_shipping(map, body))
			|| (ACO_CARRIES(body, ACO_FIELD_BILLING_ADDRESS) && !write_billing(map, body->order->fields))
			|| !write_scope(map, body->order)) {
		return false;
	}
	aco_json_end_object(&map->out);
	return true;
}

static bool is_blank(const aco_text *text)
{
	for (size_t i = 0; i < text->length; i++) {
		if (text->bytes[i] != ' ' && text->bytes[i] != '\t') {
			return false;
		}
	}
	return true;
}

/* The shopper's e-mail is the only identity that back office data has, and an event must have one. */
static bool write_identity(aco_map *map, HashTable *fields)
{
	const aco_map_path path = {NULL, "customerEmail", 0};
	aco_text email;

	if (!aco_map_text_member(map, fields, ACO_KEY_customerEmail, NULL, &email)) {
		return false;
	}
	if (is_blank(&email)) {
		return aco_map_fail(map, &path, "is missing: an event needs the identity of the shopper");
	}
	aco_json_key(&map->out, "identityMap");
	aco_json_begin_object(&map->out);
	aco_json_key(&map->out, "email");
	aco_json_begin_array(&map->out);
	aco_json_begin_object(&map->out);
	ACO_MAP_WRITE_MEMBER(map, "id", &email, &path);
	aco_json_key(&map->out, "primary");
	aco_json_bool(&map->out, true);
	aco_json_end_object(&map->out);
	aco_json_end_array(&map->out);
	aco_json_end_object(&map->out);
	aco_json_key(&map->out, "personalEmail");
	aco_json_begin_object(&map->out);
	ACO_MAP_WRITE_MEMBER(map, "address", &email, &path);
	aco_json_end_object(&map->out);
	return true;
}

bool aco_order_write_body(aco_map *map, const aco_order_body *body, const char *type,
	const char *id, const char *timestamp, size_t timestamp_length)
{
	aco_json_begin_object(&map->out);
	aco_json_key(&map->out, "xdm");
	aco_json_begin_object(&map->out);
	aco_json_string_member(&map->out, "_id", id, ACO_ORDER_EVENT_ID);
	aco_json_string_member(&map->out, "eventType", type, strlen(type));
	aco_json_string_member(&map->out, "timestamp", timestamp, timestamp_length);
	if (!write_identity(map, body->order->fields) || !write_commerce(map, body)
			|| (ACO_CARRIES(body, ACO_FIELD_ITEMS) && !aco_order_write_items(map, body))) {
		return false;
	}
	aco_json_end_object(&map->out);
	aco_json_end_object(&map->out);
	return true;
}
