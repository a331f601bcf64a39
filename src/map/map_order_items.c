/*
 * The product list items of an event: one for each line that the shopper sees, so that neither quantity nor
 * price of a configurable or a bundle counts twice.
 */
#include "map_order_parts.h"

#include <math.h>

/* Commerce keeps amounts with four places. */
#define AMOUNT_PLACES 1e4

/* What an event says of one line. */
typedef struct line_share {
	/* Of the invoice, shipment or credit memo; 0: it does not name the line. */
	double quantity;
	/* The refund of a credit memo. */
	double refund;
	/* Of the lines below: share of the price and of the discount, and their refunds. */
	double price_below;
	double discount_below;
	double refund_below;
	bool named_below;
	/* Products that are complete with this event and with those before it. */
	double complete;
	double complete_before;
} line_share;

static double round_amount(double amount)
{
	double rounded = round(amount * AMOUNT_PLACES) / AMOUNT_PLACES;

	return isfinite(rounded) ? rounded : amount;
}

/* Adds up what a child says of each line, in `shares` or in `before`; the other one is NULL. */
static bool add_named(aco_map *map, const aco_order_body *body, const aco_order_child *child, line_share *shares, double *before)
{
	const aco_order_child_kind *kind = &aco_order_child_kinds[body->subject];
	const aco_map_path list_path = {NULL, aco_map_name(kind->list), 0}, child_path = {&list_path, NULL, child->index},
		path = {&child_path, aco_map_name(kind->items), 0};
	zend_ulong index = 0;
	HashTable *items;
	zval *value;

	if (!aco_map_list_member(map, child->fields, kind->items, &child_path, &items)) {
		return false;
	}
	if (!items) {
		return true;
	}
	ZEND_HASH_FOREACH_VAL(items, value) {
		const aco_map_path entry_path = {&path, NULL, index++};
		double quantity, refund = 0;
		HashTable *entry;
		zval *line;
		aco_text id;

		if (!(value = aco_map_plain(value))) {
			continue;
		}
		if (!aco_map_entry(map, value, &entry_path, &entry)
				|| !aco_order_read_id(map, entry, ACO_KEY_orderItemId, &entry_path, &id)
				|| !aco_order_read_double(map, entry, kind->quantity, &entry_path, &quantity)
				|| !aco_order_read_double(map, entry, ACO_KEY_baseRowTotal, &entry_path, &refund)) {
			return false;
		}
		line = id.length > 0 && body->order->lines.list ? zend_hash_str_find(&body->order->lines.by_id, id.bytes, id.length) : NULL;
		if (!line || quantity <= 0) {
			continue;
		}
		if (before) {
			before[Z_LVAL_P(line)] += quantity;
		} else if (shares) {
			shares[Z_LVAL_P(line)].quantity += quantity;
			shares[Z_LVAL_P(line)].refund += refund;
		}
	} ZEND_HASH_FOREACH_END();
	return true;
}

/* The number of products on top that `quantity` of a line makes. */
static double products_of(const aco_order_line *top, const aco_order_line *line, double quantity)
{
	return line->ordered > 0 ? floor(quantity * top->ordered / line->ordered + 1e-9) : 0;
}

/* Carries what is said of lines below to their lines on top. */
static bool fold(aco_map *map, const aco_order_body *body, line_share *shares, const double *before)
{
	const aco_order_lines *lines = &body->order->lines;
	const aco_map_path path = {NULL, "items", 0};

	for (size_t i = 0; i < lines->count; i++) {
		shares[i].complete = shares[i].complete_before = HUGE_VAL;
	}
	for (size_t i = 0; i < lines->count; i++) {
		const aco_order_line *line = &lines->list[i], *top;
		const aco_map_path line_path = {&path, NULL, line->index};
		double price, discount, part;
		line_share *share;

		if (line->parent == ACO_NO_LINE) {
			continue;
		}
		top = &lines->list[line->parent];
		share = &shares[line->parent];
		share->complete = MIN(share->complete, products_of(top, line, before[i] + shares[i].quantity));
		share->complete_before = MIN(share->complete_before, products_of(top, line, before[i]));
		if (shares[i].quantity == 0) {
			continue;
		}
		if (!aco_order_read_double(map, line->fields, ACO_KEY_itemPrice, &line_path, &price)
				|| !aco_order_read_double(map, line->fields, ACO_KEY_discountAmount, &line_path, &discount)) {
			return false;
		}
		part = line->ordered > 0 ? shares[i].quantity / line->ordered : 1;
		share->price_below += price * part;
		share->discount_below += fabs(discount) * part;
		share->refund_below += shares[i].refund;
		share->named_below = true;
	}
	return true;
}

/* The whole quantity: receivers have an integer, and so has the feed in `qty`, which is cut off, too. */
static bool write_quantity(aco_map *map, double quantity, const aco_map_path *path)
{
	if (!ZEND_DOUBLE_FITS_LONG(quantity)) {
		return aco_map_fail(map, path, "has a quantity beyond 64 bits");
	}
	aco_json_key(&map->out, "quantity");
	aco_json_int(&map->out, (zend_long) quantity);
	return true;
}

/* An amount of a line, or the share that an event has of it; absent is left out. */
static bool write_share(aco_map *map, const aco_order_line *line, aco_map_key key, const aco_map_path *path, double part,
	const char *name, size_t length)
{
	bool found = false;
	zval amount;

	if (!aco_map_number_member(map, line->fields, key, path, &amount, &found)) {
		return false;
	}
	if (found) {
		aco_json_raw(&map->out, name, length);
		if (part == 1 && zval_get_double(&amount) >= 0) {
			aco_map_write_number(&map->out, &amount);
		} else {
			aco_json_double(&map->out, round_amount(fabs(zval_get_double(&amount)) * part));
		}
	}
	return true;
}

#define MEMBER(name) "\"" name "\":", sizeof("\"" name "\":") - 1

static void write_amount(aco_map *map, const char *name, size_t length, double amount)
{
	aco_json_raw(&map->out, name, length);
	aco_json_double(&map->out, round_amount(amount));
}

/* Quantity, price and discount of a line in an event about the whole order. */
static bool write_whole(aco_map *map, const aco_order_line *line, const aco_map_path *path)
{
	double quantity;

	return aco_order_read_double(map, line->fields, aco_map_get(line->fields, ACO_KEY_qty) ? ACO_KEY_qty : ACO_KEY_qtyOrdered, path, &quantity)
		&& write_quantity(map, quantity, path)
		&& write_share(map, line, ACO_KEY_itemPrice, path, 1, MEMBER("priceTotal"))
		&& write_share(map, line, ACO_KEY_discountAmount, path, 1, MEMBER("discountAmount"));
}

/* The same of a line that an invoice, shipment or credit memo names itself. */
static bool write_named(aco_map *map, const aco_order_body *body, const aco_order_line *line, const line_share *share, const aco_map_path *path)
{
	double part = line->ordered > 0 ? share->quantity / line->ordered : 1;

	if (!write_quantity(map, share->quantity, path)) {
		return false;
	}
	if (body->subject == ACO_ORDER_CREDIT_MEMO) {
		write_amount(map, MEMBER("priceTotal"), share->refund != 0 ? share->refund : share->refund_below);
	} else if (!write_share(map, line, ACO_KEY_itemPrice, path, part, MEMBER("priceTotal"))) {
		return false;
	}
	return write_share(map, line, ACO_KEY_discountAmount, path, part, MEMBER("discountAmount"));
}

/* The same of a line of which only lines below are named, such as a bundle that is shipped in parts. */
static bool write_folded(aco_map *map, const aco_order_body *body, const aco_order_line *line, const line_share *share, const aco_map_path *path)
{
	double whole = share->complete - share->complete_before;

	if (!write_quantity(map, whole, path)) {
		return false;
	}
	if (body->subject == ACO_ORDER_CREDIT_MEMO) {
		write_amount(map, MEMBER("priceTotal"), share->refund_below);
	} else if (share->price_below != 0) {
		write_amount(map, MEMBER("priceTotal"), share->price_below);
	} else if (!write_share(map, line, ACO_KEY_itemPrice, path, line->ordered > 0 ? whole / line->ordered : 1, MEMBER("priceTotal"))) {
		return false;
	}
	if (share->discount_below != 0) {
		write_amount(map, MEMBER("discountAmount"), share->discount_below);
		return true;
	}
	return write_share(map, line, ACO_KEY_discountAmount, path, line->ordered > 0 ? whole / line->ordered : 1, MEMBER("discountAmount"));
}

static bool write_identity(aco_map *map, const aco_order_body *body, const aco_order_line *line, const aco_map_path *path)
{
	const aco_map_path product_path = {path, "productSku", 0}, sku_path = {path, "sku", 0}, id_path = {path, "itemId", 0};
	const aco_map_path *text_path = &product_path;
	aco_text text;

	if (ACO_CARRIES(body, ACO_FIELD_ITEM_ID)) {
		if (!aco_order_read_id(map, line->fields, ACO_KEY_itemId, path, &text)) {
			return false;
		}
		if (text.length > 0) {
			aco_order_write_name(map, body, ACO_NAME_ITEM_ID);
			aco_map_write_text(map, &map->out, &text, ACO_PATH(&id_path, "id"));
		}
	}
	if (!aco_map_text_member(map, line->fields, ACO_KEY_productSku, path, &text)) {
		return false;
	}
	if (text.length == 0) {
		if (!aco_map_text_required(map, line->fields, ACO_KEY_sku, path, &text)) {
			return false;
		}
		text_path = &sku_path;
	}
	ACO_MAP_WRITE_MEMBER(map, "SKU", &text, text_path);
	if (!body->lean) {
		ACO_MAP_OPTIONAL_TEXT(map, line->fields, ACO_KEY_name, path, "name");
	}
	return true;
}

static bool write_item(aco_map *map, const aco_order_body *body, const aco_order_line *line, const line_share *share)
{
	const aco_map_path list_path = {NULL, "items", 0}, path = {&list_path, NULL, line->index};
	bool amounts;

	aco_json_begin_object(&map->out);
	if (!write_identity(map, body, line, &path)) {
		return false;
	}
	if (!share) {
		amounts = write_whole(map, line, &path);
	} else if (share->quantity > 0) {
		amounts = write_named(map, body, line, share, &path);
	} else {
		amounts = write_folded(map, body, line, share, &path);
	}
	if (!amounts) {
		return false;
	}
	if (ACO_CARRIES(body, ACO_FIELD_ITEM_CURRENCY)) {
		ACO_MAP_OPTIONAL_TEXT(map, body->order->fields, ACO_KEY_currency, NULL, "currencyCode");
	}
	if (!body->lean && ((ACO_CARRIES(body, ACO_FIELD_ITEM_OPTIONS) && !aco_order_write_options(map, line->fields, &path))
			|| (ACO_CARRIES(body, ACO_FIELD_CUSTOM_ATTRIBUTES)
				&& !aco_order_write_attributes(map, &body->order->options->item_attributes, line->fields, &path)))) {
		return false;
	}
	aco_json_end_object(&map->out);
	return true;
}

static bool write_lines(aco_map *map, const aco_order_body *body, const line_share *shares)
{
	const aco_order_lines *lines = &body->order->lines;
	aco_order_group group;

	ACO_ORDER_OPEN(map, &group, "\"productListItems\":[");
	for (size_t i = 0; i < lines->count; i++) {
		if (lines->list[i].parent == ACO_NO_LINE && (!shares || shares[i].quantity > 0 || shares[i].named_below)
				&& !write_item(map, body, &lines->list[i], shares ? &shares[i] : NULL)) {
			return false;
		}
	}
	aco_order_close(map, &group, "]");
	return true;
}

/* What the children that came before this one have named. */
static bool add_before(aco_map *map, const aco_order_body *body, double *before)
{
	const aco_order_children *children = &body->order->children[body->subject];

	for (size_t i = 0; i < children->count && children->sorted[i] != body->child; i++) {
		if (!add_named(map, body, children->sorted[i], NULL, before)) {
			return false;
		}
	}
	return true;
}

bool aco_order_write_items(aco_map *map, const aco_order_body *body)
{
	line_share *shares;
	double *before;
	bool done;

	if (!body->child) {
		return write_lines(map, body, NULL);
	}
	shares = ecalloc(body->order->lines.count + 1, sizeof(*shares));
	before = ecalloc(body->order->lines.count + 1, sizeof(*before));
	done = add_named(map, body, body->child, shares, NULL) && add_before(map, body, before)
		&& fold(map, body, shares, before) && write_lines(map, body, shares);
	efree(shares);
	efree(before);
	return done;
}
