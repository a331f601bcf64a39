/* SPDX-License-Identifier: MIT */
/* Invoices, shipments, credit memos and returns of an order. */
#include "src/map/order_parts.h"

#include "src/core/base/count.h"

const aco_sales_document_kind aco_map_sales_document_kinds[ACO_SALES_DOCUMENT_KINDS] = {
	[ACO_ORDER_INVOICE] = {ACO_KEY_invoices, ACO_KEY_COUNT, ACO_KEY_entityId, ACO_KEY_invoiceItems,
		ACO_KEY_qtyInvoiced},
	[ACO_ORDER_SHIPMENT] = {ACO_KEY_shipments, ACO_KEY_shipmentId, ACO_KEY_commerceShipmentNumber, ACO_KEY_items,
		ACO_KEY_qtyShipped},
	[ACO_ORDER_CREDIT_MEMO] = {ACO_KEY_creditMemos, ACO_KEY_creditMemoId, ACO_KEY_entityId, ACO_KEY_refundItems,
		ACO_KEY_qtyRefunded},
	[ACO_ORDER_RETURN] = {ACO_KEY_returns, ACO_KEY_returnId, ACO_KEY_entityId, ACO_KEY_returnItems,
		ACO_KEY_qtyRequested},
};

/* States of a return after which nothing happens to it any more, as Adobe Commerce has them. */
static const char *const completed_states[] = {"closed", "processed_closed"};

/* The state of a return, and since when it is completed: it was changed last when that happened. */
static bool read_completion(aco_mapping *mapping, const aco_map_path *path, aco_sales_document *document)
{
	aco_text state;

	if (!aco_map_text_member(mapping, document->fields, ACO_KEY_status, path, &state)
			|| !aco_map_text_member(mapping, document->fields, ACO_KEY_updatedAt, path, &document->completed_at)) {
		return false;
	}

	document->completed = false;
	for (size_t i = 0; i < ACO_COUNT(completed_states); i++) {
		document->completed |= state.length == strlen(completed_states[i])
			&& memcmp(state.bytes, completed_states[i], state.length) == 0;
	}

	if (document->completed_at.length == 0) {
		document->completed_at = document->created;
	}
	return aco_map_check_date(mapping, &document->completed_at, ACO_PATH(path, "updatedAt"), &document->completed_ms);
}

static bool read_document(aco_mapping *mapping, const aco_sales_document_kind *kind, const aco_map_path *path,
	aco_sales_document *document)
{
	if (kind->uuid == ACO_KEY_COUNT) {
		document->key.length = 0;
	} else if (!aco_map_id_member(mapping, document->fields, kind->uuid, path, &document->key)) {
		return false;
	}
	return (document->key.length > 0
		|| aco_map_text_required(mapping, document->fields, kind->number, path, &document->key))
		&& aco_map_text_required(mapping, document->fields, ACO_KEY_createdAt, path, &document->created)
		&& aco_map_check_date(mapping, &document->created, ACO_PATH(path, "createdAt"), &document->created_ms)
		&& (kind->list != ACO_KEY_returns || read_completion(mapping, path, document));
}

static int compare_documents(const void *left, const void *right)
{
	const aco_sales_document *a = *(aco_sales_document *const *) left, *b = *(aco_sales_document *const *) right;
	int order;

	if (a->created_ms != b->created_ms) {
		return a->created_ms < b->created_ms ? -1 : 1;
	}
	order = memcmp(a->key.bytes, b->key.bytes, MIN(a->key.length, b->key.length));
	return order ? order : (a->key.length > b->key.length) - (a->key.length < b->key.length);
}

static void swap_documents(void *left, void *right)
{
	aco_sales_document *document = *(aco_sales_document **) left;

	*(aco_sales_document **) left = *(aco_sales_document **) right;
	*(aco_sales_document **) right = document;
}

bool aco_map_read_sales_documents(aco_mapping *mapping, HashTable *fields, aco_order_subject subject,
	aco_sales_documents *documents)
{
	const aco_sales_document_kind *kind = &aco_map_sales_document_kinds[subject];
	const aco_map_path path = {NULL, aco_map_name(kind->list), 0};
	zend_ulong index = 0;
	bool done = true;
	HashTable *list, seen;
	uint32_t count;
	zval *value;

	if (!aco_map_list_member(mapping, fields, kind->list, NULL, &list)) {
		return false;
	}
	if (!list || (count = zend_hash_num_elements(list)) == 0) {
		return true;
	}

	documents->list = safe_emalloc(count, sizeof(*documents->list), 0);
	documents->sorted = safe_emalloc(count, sizeof(*documents->sorted), 0);

	if (count > 1) {
		zend_hash_init(&seen, count, NULL, NULL, false);
	}

	ZEND_HASH_FOREACH_VAL(list, value) {
		aco_sales_document *document = &documents->list[documents->count];

		document->index = index++;

		if (!(value = aco_map_plain(value))) {
			continue;
		}

		done = aco_map_entry(mapping, value, ACO_PATH_INDEX(&path, document->index), &document->fields)
			&& read_document(mapping, kind, ACO_PATH_INDEX(&path, document->index), document);
		if (!done) {
			break;
		}

		/* The feed repeats a credit memo for each of its comments. */
		if (count == 1 || zend_hash_str_add_empty_element(&seen, document->key.bytes, document->key.length)) {
			documents->sorted[documents->count++] = document;
		}
	} ZEND_HASH_FOREACH_END();

	if (count > 1) {
		zend_hash_destroy(&seen);
	}
	if (done && documents->count > 1) {
		zend_sort(documents->sorted, documents->count, sizeof(*documents->sorted), compare_documents, swap_documents);
	}

	return done;
}

void aco_map_free_sales_documents(aco_sales_documents *documents)
{
	if (documents->list) {
		efree(documents->list);
		efree(documents->sorted);
	}
}
