/* SPDX-License-Identifier: MIT */
/* Invoices, shipments and credit memos of an order. */
#include "src/map/order_parts.h"

const aco_sales_document_kind aco_sales_document_kinds[ACO_ORDER_CHILDREN] = {
	[ACO_ORDER_INVOICE] = {ACO_KEY_invoices, ACO_KEY_COUNT, ACO_KEY_entityId, ACO_KEY_invoiceItems, ACO_KEY_qtyInvoiced},
	[ACO_ORDER_SHIPMENT] = {ACO_KEY_shipments, ACO_KEY_shipmentId, ACO_KEY_commerceShipmentNumber, ACO_KEY_items, ACO_KEY_qtyShipped},
	[ACO_ORDER_CREDIT_MEMO] = {ACO_KEY_creditMemos, ACO_KEY_creditMemoId, ACO_KEY_entityId, ACO_KEY_refundItems, ACO_KEY_qtyRefunded},
};

static bool read_child(aco_map *map, const aco_sales_document_kind *kind, const aco_map_path *path, aco_sales_document *child)
{
	if (kind->uuid == ACO_KEY_COUNT) {
		child->key.length = 0;
	} else if (!aco_order_read_id(map, child->fields, kind->uuid, path, &child->key)) {
		return false;
	}
	return (child->key.length > 0 || aco_map_text_required(map, child->fields, kind->number, path, &child->key))
		&& aco_map_text_required(map, child->fields, ACO_KEY_createdAt, path, &child->created)
		&& aco_order_check_date(map, &child->created, ACO_PATH(path, "createdAt"), &child->created_ms);
}

static int compare_children(const void *left, const void *right)
{
	const aco_sales_document *a = *(aco_sales_document *const *) left, *b = *(aco_sales_document *const *) right;
	int order;

	if (a->created_ms != b->created_ms) {
		return a->created_ms < b->created_ms ? -1 : 1;
	}
	order = memcmp(a->key.bytes, b->key.bytes, MIN(a->key.length, b->key.length));
	return order ? order : (a->key.length > b->key.length) - (a->key.length < b->key.length);
}

static void swap_children(void *left, void *right)
{
	aco_sales_document *child = *(aco_sales_document **) left;

	*(aco_sales_document **) left = *(aco_sales_document **) right;
	*(aco_sales_document **) right = child;
}

bool aco_order_read_children(aco_map *map, HashTable *fields, aco_order_subject subject, aco_sales_documents *children)
{
	const aco_sales_document_kind *kind = &aco_sales_document_kinds[subject];
	const aco_map_path path = {NULL, aco_map_name(kind->list), 0};
	zend_ulong index = 0;
	bool done = true;
	HashTable *list, seen;
	uint32_t count;
	zval *value;

	if (!aco_map_list_member(map, fields, kind->list, NULL, &list)) {
		return false;
	}
	if (!list || (count = zend_hash_num_elements(list)) == 0) {
		return true;
	}

	children->list = safe_emalloc(count, sizeof(*children->list), 0);
	children->sorted = safe_emalloc(count, sizeof(*children->sorted), 0);

	if (count > 1) {
		zend_hash_init(&seen, count, NULL, NULL, false);
	}

	ZEND_HASH_FOREACH_VAL(list, value) {
		aco_sales_document *child = &children->list[children->count];

		child->index = index++;

		if (!(value = aco_map_plain(value))) {
			continue;
		}

		done = aco_map_entry(map, value, ACO_PATH_INDEX(&path, child->index), &child->fields)
			&& read_child(map, kind, ACO_PATH_INDEX(&path, child->index), child);
		if (!done) {
			break;
		}

		/* A credit memo comes once for each of its comments. */
		if (count == 1 || zend_hash_str_add_empty_element(&seen, child->key.bytes, child->key.length)) {
			children->sorted[children->count++] = child;
		}
	} ZEND_HASH_FOREACH_END();

	if (count > 1) {
		zend_hash_destroy(&seen);
	}
	if (done && children->count > 1) {
		zend_sort(children->sorted, children->count, sizeof(*children->sorted), compare_children, swap_children);
	}

	return done;
}

void aco_order_free_children(aco_sales_documents *children)
{
	if (children->list) {
		efree(children->list);
		efree(children->sorted);
	}
}
