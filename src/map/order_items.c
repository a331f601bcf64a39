/* SPDX-License-Identifier: MIT */
/*
 * The product list items of an event: one for each line that the shopper sees, so that quantity and price of a
 * configurable product or a bundle count once.
 */
#include "src/map/order_parts.h"

#include <math.h>

/* Commerce stores amounts with four places. */
#define AMOUNT_PLACES 1e4
#define HALF_TOLERANCE 1e-9
/* More than some operations on doubles may lose, and too little to change other amounts. */
#define HALF_ERROR 2e-15
#define MOST_TOLERANCE 0.1
/* A double from here on has no places. */
#define MOST_WITH_PLACES 1e15

/* The item that stands for all lines that do not fit, and the room for it and for the end of the event. */
#define REST_SKU "aco:more-lines"
#define REST_BYTES 256

typedef struct item_amounts {
	double quantity;
	bool has_price;
	bool has_discount;
	double price;
	double discount;
} item_amounts;

/* Rounds halves away from 0, also those whose double is a little less than a half. */
static double round_amount(double amount)
{
	double scaled = fabs(amount) * AMOUNT_PLACES, rounded;

	if (!(scaled < MOST_WITH_PLACES)) {
		return amount;
	}
	rounded = floor(scaled + 0.5 + fmin(HALF_TOLERANCE + scaled * HALF_ERROR, MOST_TOLERANCE)) / AMOUNT_PLACES;
	return rounded > 0 && amount < 0 ? -rounded : rounded;
}

/* An amount of a line, times the part of it that the event is about. */
static bool read_amount(aco_mapping *mapping, const aco_order_line *line, aco_map_key key, const aco_map_path *path,
	double part, double *amount, bool *found)
{
	zval number;

	*found = false;
	if (!aco_map_number_member(mapping, line->fields, key, path, &number, found)) {
		return false;
	}

	if (*found) {
		*amount = fabs(zval_get_double(&number));
		if (fabs(part - 1) >= ACO_ORDER_QUANTITY_TOLERANCE) {
			*amount = round_amount(*amount * part);
		}
	}

	return true;
}

static bool read_part(aco_mapping *mapping, const aco_order_line *line, const aco_map_path *path, double part,
	item_amounts *amounts)
{
	return read_amount(mapping, line, ACO_KEY_itemPrice, path, part, &amounts->price, &amounts->has_price)
		&& read_amount(mapping, line, ACO_KEY_discountAmount, path, part, &amounts->discount, &amounts->has_discount);
}

/* A line of a placed order. The feed cuts off fractions of `qty`, so that it may be 0 for goods sold by weight. */
static bool read_whole(aco_mapping *mapping, const aco_order_line *line, const aco_map_path *path,
	item_amounts *amounts)
{
	if (!aco_map_double_member(mapping, line->fields, ACO_KEY_qty, path, &amounts->quantity)) {
		return false;
	}
	if (amounts->quantity == 0) {
		amounts->quantity = line->ordered;
	}
	return read_part(mapping, line, path, 1, amounts);
}

/* A line that occurs in the sales document. */
static bool read_named(aco_mapping *mapping, const aco_order_body *body, const aco_order_line *line,
	const aco_order_share *share, const aco_map_path *path, item_amounts *amounts)
{
	amounts->quantity = share->quantity;
	if (!read_part(mapping, line, path, line->ordered > 0 ? share->quantity / line->ordered : 1, amounts)) {
		return false;
	}
	if (body->subject == ACO_ORDER_CREDIT_MEMO) {
		amounts->has_price = true;
		amounts->price = round_amount(share->refund != 0 ? share->refund : share->refund_below);
	}
	return true;
}

/* A line of which only parts occur in the sales document, such as a bundle whose parts are shipped separately. */
static bool read_folded(aco_mapping *mapping, const aco_order_body *body, const aco_order_line *line,
	const aco_order_share *share, const aco_map_path *path, item_amounts *amounts)
{
	double below = body->subject == ACO_ORDER_CREDIT_MEMO ? share->refund_below : share->price_below;

	/* An event that completes no product counts as one. */
	amounts->quantity = MAX(share->complete - share->complete_before, 1);
	if (!read_part(mapping, line, path, share->part_below, amounts)) {
		return false;
	}

	if (below != 0) {
		amounts->has_price = true;
		amounts->price = round_amount(below);
	}

	if (share->discount_below != 0) {
		amounts->has_discount = true;
		amounts->discount = round_amount(share->discount_below);
	}

	return true;
}

static bool read_amounts(aco_mapping *mapping, const aco_order_body *body, const aco_order_line *line,
	const aco_order_share *share, const aco_map_path *path, item_amounts *amounts)
{
	bool done;

	memset(amounts, 0, sizeof(*amounts));

	if (!share) {
		done = read_whole(mapping, line, path, amounts);
	} else if (aco_map_is_quantity(share->quantity)) {
		done = read_named(mapping, body, line, share, path, amounts);
	} else {
		done = read_folded(mapping, body, line, share, path, amounts);
	}

	amounts->quantity = aco_map_whole_quantity(amounts->quantity);
	if (done && !ZEND_DOUBLE_FITS_LONG(amounts->quantity)) {
		return aco_map_fail(mapping, path, "has a quantity beyond 64 bits");
	}
	if (done && !(isfinite(amounts->price) && isfinite(amounts->discount))) {
		return aco_map_fail(mapping, path, "has amounts beyond the largest number");
	}

	return done;
}

static void write_amounts(aco_mapping *mapping, const aco_order_body *body, const item_amounts *amounts)
{
	if (ACO_CARRIES(body, ACO_FIELD_ITEM_QUANTITY)) {
		aco_json_key(&mapping->out, "quantity");
		aco_json_int(&mapping->out, (zend_long) amounts->quantity);
	}
	if (!ACO_CARRIES(body, ACO_FIELD_ITEM_AMOUNTS)) {
		return;
	}
	if (amounts->has_price) {
		aco_json_key(&mapping->out, "priceTotal");
		aco_json_double(&mapping->out, amounts->price);
	}
	if (amounts->has_discount) {
		aco_json_key(&mapping->out, "discountAmount");
		aco_json_double(&mapping->out, amounts->discount);
	}
}

static bool write_item_currency(aco_mapping *mapping, const aco_order_body *body)
{
	return !ACO_CARRIES(body, ACO_FIELD_ITEM_CURRENCY)
		|| aco_map_write_currency(mapping, body->order->fields, NULL, NULL);
}

static bool write_product(aco_mapping *mapping, const aco_order_body *body, const aco_order_line *line,
	const aco_map_path *path)
{
	const aco_map_path product_path = {path, "productSku", 0}, sku_path = {path, "sku", 0},
		id_path = {path, "itemId", 0};
	const aco_map_path *text_path = &product_path;
	aco_text text;

	if (ACO_CARRIES(body, ACO_FIELD_ITEM_ID)) {
		if (!aco_map_id_member(mapping, line->fields, ACO_KEY_itemId, path, &text)) {
			return false;
		}

		if (text.length > 0) {
			aco_map_write_order_name(mapping, body->order->options->documented_names, ACO_NAME_ITEM_ID);
			aco_map_write_text(mapping, &mapping->out, &text, ACO_PATH(&id_path, "id"));
		}
	}

	if (!aco_map_text_member(mapping, line->fields, ACO_KEY_productSku, path, &text)) {
		return false;
	}

	if (text.length == 0) {
		if (!aco_map_text_required(mapping, line->fields, ACO_KEY_sku, path, &text)) {
			return false;
		}

		text_path = &sku_path;
	}

	ACO_MAP_WRITE_MEMBER(mapping, "SKU", &text, text_path);

	if (body->size == ACO_SIZE_FULL) {
		ACO_MAP_OPTIONAL_TEXT(mapping, line->fields, ACO_KEY_name, path, "name");
	}

	return true;
}

/* What a line says besides product and amounts. */
static bool write_details(aco_mapping *mapping, const aco_order_body *body, const aco_order_line *line,
	const aco_map_path *path)
{
	if (ACO_CARRIES(body, ACO_FIELD_ITEM_IMAGE)) {
		ACO_MAP_OPTIONAL_TEXT(mapping, line->fields, ACO_KEY_productImageUrl, path, "productImageUrl");
	}
	if (ACO_CARRIES(body, ACO_FIELD_ITEM_CATEGORIES)
			&& !aco_map_write_order_categories(mapping, body, line->fields, path)) {
		return false;
	}
	if (ACO_CARRIES(body, ACO_FIELD_ITEM_OPTIONS) && !aco_map_write_order_options(mapping, line->fields, path)) {
		return false;
	}
	return !ACO_CARRIES(body, ACO_FIELD_CUSTOM_ATTRIBUTES)
		|| aco_map_write_order_attributes(mapping, &body->order->options->item_attributes, line->fields, path);
}

static bool write_item(aco_mapping *mapping, const aco_order_body *body, const aco_order_line *line,
	const aco_map_path *path,
	const item_amounts *amounts)
{
	aco_json_begin_object(&mapping->out);
	if (!write_product(mapping, body, line, path)) {
		return false;
	}

	write_amounts(mapping, body, amounts);

	if (!write_item_currency(mapping, body)
			|| (ACO_CARRIES(body, ACO_FIELD_RETURNS) && !aco_map_write_order_return_item(mapping, body, line))) {
		return false;
	}

	if (body->size == ACO_SIZE_FULL && !write_details(mapping, body, line, path)) {
		return false;
	}

	aco_json_end_object(&mapping->out);
	return true;
}

static void add_amounts(item_amounts *sum, const item_amounts *amounts)
{
	sum->quantity += amounts->quantity;
	sum->has_price |= amounts->has_price;
	sum->has_discount |= amounts->has_discount;
	sum->price = round_amount(sum->price + amounts->price);
	sum->discount = round_amount(sum->discount + amounts->discount);
}

/* An item with the amounts of all lines that do not fit, so that the totals remain those of the order. */
static bool write_rest(aco_mapping *mapping, const aco_order_body *body, const item_amounts *rest)
{
	size_t lines = body->omitted->lines;
	char name[64];
	int length;

	if (lines == 0) {
		return true;
	}
	if (!ZEND_DOUBLE_FITS_LONG(rest->quantity) || !isfinite(rest->price) || !isfinite(rest->discount)) {
		return aco_map_fail(mapping, ACO_PATH(NULL, "items"), "add up to more than a number holds");
	}

	length = snprintf(name, sizeof(name), "%zu more line%s, left out for the size of the event", lines,
		lines == 1 ? "" : "s");
	aco_json_begin_object(&mapping->out);
	aco_json_string_member(&mapping->out, "SKU", REST_SKU, strlen(REST_SKU));
	aco_json_string_member(&mapping->out, "name", name, (size_t) length);
	write_amounts(mapping, body, rest);

	if (!write_item_currency(mapping, body)) {
		return false;
	}

	aco_json_end_object(&mapping->out);
	return true;
}

static bool write_lines(aco_mapping *mapping, const aco_order_body *body, const aco_order_share *shares)
{
	const aco_order_lines *lines = &body->order->lines;
	const aco_map_path list_path = {NULL, "items", 0};
	item_amounts rest = {0};
	aco_map_group group;

	ACO_MAP_OPEN(mapping, &group, "\"productListItems\":[");

	for (size_t i = 0; i < lines->count; i++) {
		const aco_order_line *line = &lines->list[i];
		const aco_map_path path = {&list_path, NULL, line->index};
		size_t start = mapping->out.buf.length;
		item_amounts amounts;

		if (line->parent != ACO_NO_LINE
				|| (shares && !aco_map_is_quantity(shares[i].quantity) && !shares[i].named_below)) {
			continue;
		}

		if (!read_amounts(mapping, body, line, shares ? &shares[i] : NULL, &path, &amounts)
				|| !write_item(mapping, body, line, &path, &amounts)) {
			return false;
		}

		if (body->size == ACO_SIZE_CUT
				&& (body->omitted->lines > 0 || mapping->out.buf.length + REST_BYTES > ACO_ORDER_EVENT_BYTES)) {
			mapping->out.buf.length = start;
			body->omitted->lines++;
			add_amounts(&rest, &amounts);
		}
	}

	if (!write_rest(mapping, body, &rest)) {
		return false;
	}

	aco_map_close(mapping, &group, "]");
	return true;
}

bool aco_map_write_order_items(aco_mapping *mapping, const aco_order_body *body)
{
	aco_order_share *shares;
	bool done;

	if (body->column == ACO_EVENT_PLACED) {
		return write_lines(mapping, body, NULL);
	}
	if (!(shares = aco_map_read_order_shares(mapping, body))) {
		return false;
	}

	done = write_lines(mapping, body, shares);
	efree(shares);
	return done;
}
