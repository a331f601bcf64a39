/* SPDX-License-Identifier: MIT */
/* The body of an event, as XDM has it. */
#include "src/map/order_parts.h"

#include <assert.h>
#include <math.h>

/* The largest integer that a double holds exactly, as all those below it. */
#define MAX_EXACT "9007199254740992"

#define MEMBER(name) "\"" name "\":", sizeof("\"" name "\":") - 1

/* Writes a date of the order, unless it is absent. */
static bool write_date(aco_mapping *mapping, HashTable *fields, aco_map_key key, const char *name, size_t length)
{
	aco_text date;
	int64_t ms;

	if (!aco_map_text_member(mapping, fields, key, NULL, &date)) {
		return false;
	}
	if (!date.bytes) {
		return true;
	}
	if (!aco_map_check_date(mapping, &date, ACO_PATH(NULL, aco_map_name(key)), &ms)) {
		return false;
	}

	aco_json_raw(&mapping->out, name, length);
	aco_json_string(&mapping->out, date.bytes, date.length);
	return true;
}

/* When the order was changed last; an event that was sent before keeps the date that it had. */
static bool write_updated(aco_mapping *mapping, const aco_order_body *body, const char *name, size_t length)
{
	if (body->first_updated) {
		aco_json_raw(&mapping->out, name, length);
		aco_json_string(&mapping->out, ZSTR_VAL(body->first_updated), ZSTR_LEN(body->first_updated));
		return true;
	}
	return write_date(mapping, body->order->fields, ACO_KEY_updatedAt, name, length);
}

static bool write_order_discount(aco_mapping *mapping, HashTable *fields)
{
	bool found = false;
	zval amount;

	if (!aco_map_number_member(mapping, fields, ACO_KEY_discountAmount, NULL, &amount, &found)) {
		return false;
	}

	if (found) {
		aco_json_key(&mapping->out, "discountAmount");
		/* Orders store it as a negative number. This also turns -0.0 into 0. */
		if (zval_get_double(&amount) <= 0) {
			aco_json_double(&mapping->out, fabs(zval_get_double(&amount)));
		} else {
			aco_map_write_number(&mapping->out, &amount);
		}
	}

	return true;
}

static bool write_order_tax(aco_mapping *mapping, HashTable *fields)
{
	const aco_map_path path = {NULL, "payment", 0};
	HashTable *payment;

	if (!aco_map_list_member(mapping, fields, ACO_KEY_payment, NULL, &payment)) {
		return false;
	}
	if (payment) {
		ACO_MAP_OPTIONAL_NUMBER(mapping, payment, ACO_KEY_taxAmount, &path, "taxAmount");
	}
	return true;
}

static bool write_order(aco_mapping *mapping, const aco_order_body *body)
{
	HashTable *fields = body->order->fields;
	aco_text number;

	if (!aco_map_text_member(mapping, fields, ACO_KEY_commerceOrderNumber, NULL, &number)
			|| (number.length == 0
				&& !aco_map_text_required(mapping, fields, ACO_KEY_commerceOrderId, NULL, &number))) {
		return false;
	}

	aco_json_key(&mapping->out, "order");
	aco_json_begin_object(&mapping->out);
	ACO_MAP_WRITE_MEMBER(mapping, "purchaseID", &number, ACO_PATH(NULL, "commerceOrderNumber"));

	if (ACO_CARRIES(body, ACO_FIELD_ORDER_BUYERS_NUMBER)) {
		ACO_MAP_OPTIONAL_TEXT(mapping, fields, ACO_KEY_purchaseOrderNumber, NULL, "purchaseOrderNumber");
	}
	if (ACO_CARRIES(body, ACO_FIELD_ORDER_PRICE_TOTAL)) {
		ACO_MAP_OPTIONAL_NUMBER(mapping, fields, ACO_KEY_grandTotal, NULL, "priceTotal");
	}

	if ((ACO_CARRIES(body, ACO_FIELD_ORDER_CURRENCY) && !aco_map_write_currency(mapping, fields, NULL, NULL))
			|| (ACO_CARRIES(body, ACO_FIELD_ORDER_TAX) && !write_order_tax(mapping, fields))
			|| (ACO_CARRIES(body, ACO_FIELD_ORDER_DISCOUNT) && !write_order_discount(mapping, fields))) {
		return false;
	}

	if (ACO_CARRIES(body, ACO_FIELD_ORDER_CREATED)
			&& !write_date(mapping, fields, ACO_KEY_createdAt, MEMBER("createdDate"))) {
		return false;
	}

	if (ACO_CARRIES(body, ACO_FIELD_ORDER_UPDATED) && !write_updated(mapping, body, MEMBER("lastUpdatedDate"))) {
		return false;
	}
	if (ACO_CARRIES(body, ACO_FIELD_ORDER_CANCELLED) && !write_updated(mapping, body, MEMBER("cancelDate"))) {
		return false;
	}

	if ((ACO_CARRIES(body, ACO_FIELD_ORDER_PAYMENT) && !aco_map_write_order_payment(mapping, body))
			|| (ACO_CARRIES(body, ACO_FIELD_REFUNDS) && !body->order->options->documented_names
				&& !aco_map_write_order_refunds(mapping, body))
			|| (ACO_CARRIES(body, ACO_FIELD_RETURNS) && !aco_map_write_order_return(mapping, body))
			|| (body->size == ACO_SIZE_FULL && ACO_CARRIES(body, ACO_FIELD_CUSTOM_ATTRIBUTES)
				&& !aco_map_write_order_attributes(mapping, &body->order->options->order_attributes, fields, NULL))) {
		return false;
	}

	aco_json_end_object(&mapping->out);
	return true;
}

/* The first two lines of a street, from the list or by splitting the text. */
static bool read_streets(aco_mapping *mapping, HashTable *address, const aco_map_path *path, aco_text streets[2])
{
	const aco_map_path list_path = {path, "multiLineStreet", 0};
	zend_ulong index = 0;
	HashTable *list;
	aco_text street;
	zval *value;

	if (!aco_map_list_member(mapping, address, ACO_KEY_multiLineStreet, path, &list)) {
		return false;
	}

	if (list) {
		ZEND_HASH_FOREACH_VAL(list, value) {
			if (index == 2) {
				break;
			}
			if ((value = aco_map_plain(value))
					&& !aco_map_text(mapping, value, ACO_PATH_INDEX(&list_path, index), &streets[index])) {
				return false;
			}

			index++;
		} ZEND_HASH_FOREACH_END();

		if (index > 0) {
			return true;
		}
	}

	if (!aco_map_text_member(mapping, address, ACO_KEY_street, path, &street)) {
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

static bool write_address(aco_mapping *mapping, HashTable *fields, aco_map_key key, const aco_map_path *parent)
{
	const aco_map_path path = {parent, aco_map_name(key), 0};
	aco_text streets[2] = {{NULL, 0, ""}, {NULL, 0, ""}};
	aco_map_group group;
	HashTable *address;

	if (!aco_map_list_member(mapping, fields, key, parent, &address)) {
		return false;
	}
	if (!address) {
		return true;
	}
	if (!read_streets(mapping, address, &path, streets)) {
		return false;
	}

	ACO_MAP_OPEN(mapping, &group, "\"address\":{");

	if (streets[0].length > 0) {
		ACO_MAP_WRITE_MEMBER(mapping, "street1", &streets[0], &path);
	}
	if (streets[1].length > 0) {
		ACO_MAP_WRITE_MEMBER(mapping, "street2", &streets[1], &path);
	}

	ACO_MAP_OPTIONAL_TEXT(mapping, address, ACO_KEY_city, &path, "city");
	ACO_MAP_OPTIONAL_TEXT(mapping, address, ACO_KEY_region, &path, "state");
	ACO_MAP_OPTIONAL_TEXT(mapping, address, ACO_KEY_postcode, &path, "postalCode");
	ACO_MAP_OPTIONAL_TEXT(mapping, address, ACO_KEY_country, &path, "country");
	aco_map_close(mapping, &group, "}");

	return true;
}

/* Whether the text consists of digits that a JSON number holds exactly, without a leading zero. */
static bool is_exact_number(const aco_text *text)
{
	size_t most = strlen(MAX_EXACT);

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

/*
 * The schema requires a number, but the numbers of some carriers have letters. Those are left out, unless a path is
 * configured for them.
 */
static bool write_tracking(aco_mapping *mapping, const aco_order_body *body)
{
	const aco_map_path list_path = {NULL, "shipments", 0}, shipment_path = {&list_path, NULL, body->document->index},
		path = {&shipment_path, "trackingInfo", 0};
	HashTable *tracking;
	aco_text number;

	assert(body->subject == ACO_ORDER_SHIPMENT);

	if (!aco_map_list_member(mapping, body->document->fields, ACO_KEY_trackingInfo, &shipment_path, &tracking)) {
		return false;
	}
	if (!tracking) {
		return true;
	}
	if (!aco_map_text_member(mapping, tracking, ACO_KEY_trackingNumber, &path, &number)) {
		return false;
	}

	if (body->order->options->documented_names && number.length > 0) {
		ACO_MAP_WRITE_MEMBER(mapping, "trackingNumber", &number, ACO_PATH(&path, "trackingNumber"));
	} else if (is_exact_number(&number)) {
		aco_json_key(&mapping->out, "trackingNumber");
		aco_buf_append(&mapping->out.buf, number.bytes, number.length);
	} else {
		body->omitted->tracking = number.length > 0 && !body->order->options->tracking_path;
	}

	if (body->order->options->tracking_path && number.length > 0) {
		aco_map_write_at_path(mapping, body->order->options->tracking_path, &number, ACO_PATH(&path, "trackingNumber"));
	}

	ACO_MAP_OPTIONAL_TEXT(mapping, tracking, ACO_KEY_trackingUrl, &path, "trackingURL");
	return true;
}

static bool write_ship_date(aco_mapping *mapping, const aco_order_body *body)
{
	if (body->document) {
		ACO_MAP_WRITE_MEMBER(mapping, "shipDate", &body->document->created, NULL);
	} else {
		aco_json_string_member(&mapping->out, "shipDate", body->order->timestamp, body->order->timestamp_length);
	}
	return true;
}

static bool write_shipping(aco_mapping *mapping, const aco_order_body *body)
{
	const aco_map_path path = {NULL, "shipping", 0};
	aco_map_group group;
	HashTable *shipping;

	if (!aco_map_list_member(mapping, body->order->fields, ACO_KEY_shipping, NULL, &shipping)) {
		return false;
	}

	ACO_MAP_OPEN(mapping, &group, "\"shipping\":{");

	if (shipping) {
		if (aco_map_get(shipping, ACO_KEY_shippingMethodName)) {
			ACO_MAP_OPTIONAL_TEXT(mapping, shipping, ACO_KEY_shippingMethodName, &path, "shippingMethod");
		} else {
			ACO_MAP_OPTIONAL_TEXT(mapping, shipping, ACO_KEY_shippingMethodCode, &path, "shippingMethod");
		}

		ACO_MAP_OPTIONAL_NUMBER(mapping, shipping, ACO_KEY_shippingAmount, &path, "shippingAmount");

		if (ACO_CARRIES(body, ACO_FIELD_SHIPPING_CURRENCY) && aco_map_get(shipping, ACO_KEY_shippingAmount)
				&& !aco_map_write_currency(mapping, body->order->fields, NULL, NULL)) {
			return false;
		}
	}

	if (ACO_CARRIES(body, ACO_FIELD_SHIP_DATE) && !write_ship_date(mapping, body)) {
		return false;
	}

	if ((ACO_CARRIES(body, ACO_FIELD_TRACKING) && !write_tracking(mapping, body))
			|| (shipping && ACO_CARRIES(body, ACO_FIELD_SHIPPING_ADDRESS)
				&& !write_address(mapping, shipping, ACO_KEY_shippingAddress, &path))) {
		return false;
	}

	aco_map_close(mapping, &group, "}");
	return true;
}

static bool write_billing(aco_mapping *mapping, HashTable *fields)
{
	const aco_map_path path = {NULL, "payment", 0};
	aco_map_group group;
	HashTable *payment;

	if (!aco_map_list_member(mapping, fields, ACO_KEY_payment, NULL, &payment)) {
		return false;
	}
	if (!payment) {
		return true;
	}

	ACO_MAP_OPEN(mapping, &group, "\"billing\":{");

	if (!write_address(mapping, payment, ACO_KEY_billingAddress, &path)) {
		return false;
	}

	aco_map_close(mapping, &group, "}");
	return true;
}

static bool write_scope(aco_mapping *mapping, const aco_order *order)
{
	aco_map_group group;

	ACO_MAP_OPEN(mapping, &group, "\"commerceScope\":{");
	if (ZSTR_LEN(order->options->environment) > 0) {
		aco_json_string_member(&mapping->out, "environmentID", ZSTR_VAL(order->options->environment),
			ZSTR_LEN(order->options->environment));
	}
	ACO_MAP_OPTIONAL_TEXT(mapping, order->fields, ACO_KEY_websiteCode, NULL, "websiteCode");
	ACO_MAP_OPTIONAL_TEXT(mapping, order->fields, ACO_KEY_storeCode, NULL, "storeCode");
	ACO_MAP_OPTIONAL_TEXT(mapping, order->fields, ACO_KEY_storeViewCode, NULL, "storeViewCode");
	aco_map_close(mapping, &group, "}");
	return true;
}

static bool write_commerce(aco_mapping *mapping, const aco_order_body *body)
{
	aco_json_key(&mapping->out, "commerce");
	aco_json_begin_object(&mapping->out);
	if (!write_order(mapping, body)
			|| (ACO_CARRIES(body, ACO_FIELD_REFUNDS) && body->order->options->documented_names
				&& !aco_map_write_order_refunds(mapping, body))
			|| (ACO_CARRIES(body, ACO_FIELD_SHIPPING) && !write_shipping(mapping, body))
			|| (ACO_CARRIES(body, ACO_FIELD_BILLING_ADDRESS) && !write_billing(mapping, body->order->fields))
			|| !write_scope(mapping, body->order)) {
		return false;
	}

	aco_json_end_object(&mapping->out);
	return true;
}

/* The text without the bytes that PHP's trim() removes. */
static aco_text trimmed(const aco_text *text)
{
	static const char blanks[] = " \t\r\n\v";
	aco_text inner = {text->bytes, text->length, ""};

	while (inner.length > 0 && memchr(blanks, inner.bytes[0], sizeof(blanks))) {
		inner.bytes++;
		inner.length--;
	}
	while (inner.length > 0 && memchr(blanks, inner.bytes[inner.length - 1], sizeof(blanks))) {
		inner.length--;
	}
	return inner;
}

/* Whether a text looks like an address: what shops enter for a customer without one must not become an identity. */
static bool is_email(const aco_text *text)
{
	const char *at = memchr(text->bytes, '@', text->length), *end = text->bytes + text->length;

	for (size_t i = 0; i < text->length; i++) {
		if ((unsigned char) text->bytes[i] <= ' ' || text->bytes[i] == 0x7f) {
			return false;
		}
	}
	return at && at > text->bytes && end - at > 1 && !memchr(at + 1, '@', (size_t) (end - at - 1));
}

static void write_identity_id(aco_mapping *mapping, const aco_order *order, const aco_text *email,
	const aco_text *inner,
	const aco_map_path *path)
{
	aco_json_key(&mapping->out, "id");
	if (order->options->normalized_identity) {
		size_t start = mapping->out.buf.length;

		aco_map_write_text(mapping, &mapping->out, inner, path);
		if (!mapping->out.buf.failed) {
			zend_str_tolower(mapping->out.buf.data + start, mapping->out.buf.length - start);
		}
	} else {
		aco_map_write_text(mapping, &mapping->out, email, path);
	}
}

/* An event must have an identity, and the e-mail address is the only one in the data of the back office. */
static bool write_identity(aco_mapping *mapping, const aco_order *order)
{
	const aco_map_path path = {NULL, "customerEmail", 0};
	aco_text email, inner;

	if (!aco_map_text_member(mapping, order->fields, ACO_KEY_customerEmail, NULL, &email)) {
		return false;
	}

	inner = trimmed(&email);
	if (inner.length == 0) {
		return aco_map_fail(mapping, &path, "is missing: an event needs the identity of the shopper");
	}
	if (!is_email(&inner)) {
		return aco_map_fail(mapping, &path, "must be an e-mail address: an event needs the identity of the shopper");
	}

	aco_json_key(&mapping->out, "identityMap");
	aco_json_begin_object(&mapping->out);
	aco_json_key(&mapping->out, "email");
	aco_json_begin_array(&mapping->out);
	aco_json_begin_object(&mapping->out);

	write_identity_id(mapping, order, &email, &inner, &path);
	aco_json_key(&mapping->out, "primary");
	aco_json_bool(&mapping->out, true);
	aco_json_end_object(&mapping->out);
	aco_json_end_array(&mapping->out);
	aco_json_end_object(&mapping->out);

	aco_json_key(&mapping->out, "personalEmail");
	aco_json_begin_object(&mapping->out);
	ACO_MAP_WRITE_MEMBER(mapping, "address", &email, &path);
	aco_json_end_object(&mapping->out);

	return true;
}

bool aco_map_write_order_body(aco_mapping *mapping, const aco_order_body *body, const char *type,
	const char *id, const char *timestamp, size_t timestamp_length)
{
	aco_json_begin_object(&mapping->out);
	aco_json_key(&mapping->out, "xdm");
	aco_json_begin_object(&mapping->out);
	aco_json_string_member(&mapping->out, "_id", id, ACO_ORDER_EVENT_ID);
	aco_json_string_member(&mapping->out, "eventType", type, strlen(type));
	aco_json_string_member(&mapping->out, "timestamp", timestamp, timestamp_length);

	if (!write_identity(mapping, body->order) || !write_commerce(mapping, body)
			|| (ACO_CARRIES(body, ACO_FIELD_ITEMS) && !aco_map_write_order_items(mapping, body))) {
		return false;
	}

	aco_json_end_object(&mapping->out);
	aco_json_end_object(&mapping->out);
	return true;
}
