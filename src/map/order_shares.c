/* SPDX-License-Identifier: MIT */
/*
 * What an event says about each line of its order. What a sales document says about the parts of a product is added to
 * the line of the product, the one that the shopper sees.
 */
#include "src/map/order_parts.h"

#include <assert.h>
#include <math.h>

static bool read_refund(aco_mapping *mapping, const aco_order_body *body, HashTable *entry, const aco_map_path *path,
	const aco_order_line *line, double quantity, double *refund)
{
	const aco_map_path list_path = {NULL, "items", 0}, line_path = {&list_path, NULL, line->index};
	double price;

	if (body->subject != ACO_ORDER_CREDIT_MEMO) {
		*refund = 0;
		return true;
	}

	if (aco_map_get(entry, ACO_KEY_basePrice)) {
		if (!aco_map_double_member(mapping, entry, ACO_KEY_basePrice, path, &price)) {
			return false;
		}

		*refund = price * quantity;
		return true;
	}

	if (!aco_map_double_member(mapping, line->fields, ACO_KEY_itemPrice, &line_path, &price)) {
		return false;
	}

	*refund = line->ordered > 0 ? price * quantity / line->ordered : price;
	return true;
}

/* A row of a sales document: a line and its quantity; `*line` is ACO_NO_LINE if the order has no such line. */
static bool read_row(aco_mapping *mapping, const aco_order_body *body, HashTable *row, const aco_map_path *path,
	size_t *line, double *quantity)
{
	const aco_order_lines *lines = &body->order->lines;
	zval *number = NULL;
	aco_text id;

	if (!aco_map_id_member(mapping, row, ACO_KEY_orderItemId, path, &id)
			|| !aco_map_double_member(mapping, row, aco_map_sales_document_kinds[body->subject].quantity, path,
				quantity)) {
		return false;
	}

	if (id.length > 0 && lines->list && aco_map_is_quantity(*quantity)) {
		number = zend_hash_str_find(&lines->by_id, id.bytes, id.length);
	}

	*line = number ? (size_t) Z_LVAL_P(number) : ACO_NO_LINE;
	return true;
}

/* Adds what a sales document says about each line to `shares` or to `before`; the other one is NULL. */
static bool add_named(aco_mapping *mapping, const aco_order_body *body, const aco_sales_document *document,
	aco_order_share *shares, double *before)
{
	const aco_sales_document_kind *kind = &aco_map_sales_document_kinds[body->subject];
	const aco_map_path list_path = {NULL, aco_map_name(kind->list), 0},
		document_path = {&list_path, NULL, document->index},
		path = {&document_path, aco_map_name(kind->items), 0};
	zend_ulong index = 0;
	HashTable *rows;
	zval *value;

	assert(!shares != !before);

	if (!aco_map_list_member(mapping, document->fields, kind->items, &document_path, &rows)) {
		return false;
	}
	if (!rows) {
		return true;
	}

	ZEND_HASH_FOREACH_VAL(rows, value) {
		const aco_map_path row_path = {&path, NULL, index++};
		double quantity, refund;
		HashTable *row;
		size_t line;

		if (!(value = aco_map_plain(value))) {
			continue;
		}
		if (!aco_map_entry(mapping, value, &row_path, &row)
				|| !read_row(mapping, body, row, &row_path, &line, &quantity)) {
			return false;
		}
		if (line == ACO_NO_LINE) {
			continue;
		}

		if (before) {
			before[line] += quantity;
			continue;
		}

		if (!read_refund(mapping, body, row, &row_path, &body->order->lines.list[line], quantity, &refund)) {
			return false;
		}

		shares[line].quantity += quantity;
		shares[line].refund += refund;
	} ZEND_HASH_FOREACH_END();

	return true;
}

/* Adds what earlier documents of the kind say. */
static bool add_before(aco_mapping *mapping, const aco_order_body *body, double *before)
{
	const aco_sales_documents *documents = &body->order->documents[body->subject];

	for (size_t i = 0; i < documents->count && documents->sorted[i] != body->document; i++) {
		if (!add_named(mapping, body, documents->sorted[i], NULL, before)) {
			return false;
		}
	}
	return true;
}

/* Takes the quantities shipped from the lines that are shipped themselves. */
static void add_shipped(const aco_order_body *body, aco_order_share *shares)
{
	const aco_order_lines *lines = &body->order->lines;

	for (size_t i = 0; i < lines->count; i++) {
		if (aco_map_order_line_ships(lines, &lines->list[i]) && aco_map_is_quantity(lines->list[i].shipped)) {
			shares[i].quantity = lines->list[i].shipped;
		}
	}
}

/* Whether a product is incomplete without the part: not if that is virtual, and so not shipped, or was cancelled. */
static bool is_expected(const aco_order_body *body, const aco_order_line *line, double named)
{
	bool ships = body->column == ACO_EVENT_ITEMS_SHIPPED || body->column == ACO_EVENT_SHIPMENT_COMPLETED;
	double left = line->ordered - line->cancelled - (ships ? line->refunded : 0);

	return aco_map_is_quantity(named) || (aco_map_is_quantity(left) && !(ships && line->is_virtual));
}

/* The number of products for which this quantity of a part suffices. */
static double products_of(const aco_order_line *top, const aco_order_line *line, double quantity)
{
	return line->ordered > 0 ? floor(quantity * top->ordered / line->ordered + ACO_ORDER_QUANTITY_TOLERANCE) : 0;
}

/* Adds what the event says about a part. */
static bool add_below(aco_mapping *mapping, const aco_order_line *line, const aco_order_share *own,
	aco_order_share *share)
{
	const aco_map_path path = {NULL, "items", 0}, line_path = {&path, NULL, line->index};
	double price, discount, part;

	if (!aco_map_double_member(mapping, line->fields, ACO_KEY_itemPrice, &line_path, &price)
			|| !aco_map_double_member(mapping, line->fields, ACO_KEY_discountAmount, &line_path, &discount)) {
		return false;
	}

	part = line->ordered > 0 ? own->quantity / line->ordered : 1;
	share->price_below += price * part;
	share->discount_below += fabs(discount) * part;
	share->refund_below += own->refund;
	share->part_below += part;
	share->named_below = true;

	return true;
}

/* Adds up the parts of each product. `expected` counts those that it is incomplete without. */
static bool fold_shares(aco_mapping *mapping, const aco_order_body *body, aco_order_share *shares, const double *before,
	size_t *expected)
{
	const aco_order_lines *lines = &body->order->lines;

	for (size_t i = 0; i < lines->count; i++) {
		shares[i].complete = shares[i].complete_before = HUGE_VAL;
	}

	for (size_t i = 0; i < lines->count; i++) {
		const aco_order_line *line = &lines->list[i], *top;
		aco_order_share *share;

		if (line->parent == ACO_NO_LINE || !is_expected(body, line, before[i] + shares[i].quantity)) {
			continue;
		}

		top = &lines->list[line->parent];
		share = &shares[line->parent];
		share->complete = MIN(share->complete, products_of(top, line, before[i] + shares[i].quantity));
		share->complete_before = MIN(share->complete_before, products_of(top, line, before[i]));
		expected[line->parent]++;

		if (aco_map_is_quantity(shares[i].quantity) && !add_below(mapping, line, &shares[i], share)) {
			return false;
		}
	}

	for (size_t i = 0; i < lines->count; i++) {
		shares[i].part_below /= MAX(expected[i], 1);
	}

	return true;
}

aco_order_share *aco_map_read_order_shares(aco_mapping *mapping, const aco_order_body *body)
{
	size_t count = body->order->lines.count + 1;
	aco_order_share *shares = ecalloc(count, sizeof(*shares));
	double *before = ecalloc(count, sizeof(*before));
	size_t *expected = ecalloc(count, sizeof(*expected));
	bool done = true;

	if (!body->document) {
		add_shipped(body, shares);
	} else {
		done = add_named(mapping, body, body->document, shares, NULL) && add_before(mapping, body, before);
	}

	done = done && fold_shares(mapping, body, shares, before, expected);

	efree(before);
	efree(expected);

	if (!done) {
		efree(shares);
		return NULL;
	}

	return shares;
}
