/* SPDX-License-Identifier: MIT */
/* The payment of an order, and its refunds. */
#include "src/map/order_parts.h"

#include "src/core/base/count.h"

/* Payment types of refunds: the schema has no others. */
static const char *const refund_types[] = {
	"cash", "credit_card", "debit_card", "gift_card", "check", "paypal", "wire_transfer", "credit_card_reference"};

/* A transaction that took money is preferred to one that reserved it, and that one to any other. */
static int rank_of_transaction(const aco_text *type)
{
	return ACO_TEXT_IS(type, "capture") ? 2 : ACO_TEXT_IS(type, "authorization");
}

static bool read_transaction(aco_mapping *mapping, HashTable *entry, const aco_map_path *path, aco_text *id,
	aco_text *type, int64_t *ms)
{
	aco_text created;

	*ms = INT64_MIN;
	return aco_map_text_member(mapping, entry, ACO_KEY_txnId, path, id)
		&& aco_map_text_member(mapping, entry, ACO_KEY_type, path, type)
		&& aco_map_text_member(mapping, entry, ACO_KEY_createdAt, path, &created)
		&& (!created.bytes || aco_map_check_date(mapping, &created, ACO_PATH(path, "createdAt"), ms));
}

/* The id of the newest of the preferred transactions; with `refunds`, that of the refund if there is only one. */
static bool find_transaction(aco_mapping *mapping, const aco_order *order, bool refunds, aco_text *found)
{
	const aco_map_path list_path = {NULL, "transactions", 0};
	int best_rank = -1;
	int64_t best_ms = 0;
	zend_ulong index = 0;
	HashTable *list;
	zval *value;

	found->bytes = NULL;
	found->length = 0;

	if (!aco_map_list_member(mapping, order->fields, ACO_KEY_transactions, NULL, &list)) {
		return false;
	}
	if (!list) {
		return true;
	}

	ZEND_HASH_FOREACH_VAL(list, value) {
		const aco_map_path path = {&list_path, NULL, index++};
		aco_text id, type;
		HashTable *entry;
		int64_t ms;
		int rank;

		if (!(value = aco_map_plain(value))) {
			continue;
		}
		if (!aco_map_entry(mapping, value, &path, &entry)
				|| !read_transaction(mapping, entry, &path, &id, &type, &ms)) {
			return false;
		}
		if (id.length == 0 || (refunds && !ACO_TEXT_IS(&type, "refund"))) {
			continue;
		}

		if (refunds && best_rank >= 0) {
			found->bytes = NULL;
			found->length = 0;
			return true;
		}

		rank = refunds ? 0 : rank_of_transaction(&type);
		if (rank > best_rank || (rank == best_rank && ms >= best_ms)) {
			best_rank = rank;
			best_ms = ms;

			/* Not by assignment: the text of a number points into its own struct. */
			found->length = id.length;
			found->bytes = id.bytes == id.number ? memcpy(found->number, id.number, id.length) : id.bytes;
		}
	} ZEND_HASH_FOREACH_END();

	return true;
}

bool aco_map_write_order_payment(aco_mapping *mapping, const aco_order_body *body)
{
	const aco_order *order = body->order;
	const aco_map_path list_path = {NULL, "invoices", 0},
		invoice_path = {&list_path, NULL, body->document ? body->document->index : 0},
		payment_path = {NULL, "payment", 0};
	const aco_sales_document *invoice = body->subject == ACO_ORDER_INVOICE ? body->document : NULL;
	aco_map_group group;
	HashTable *payment;
	aco_text text;

	if (!aco_map_list_member(mapping, order->fields, ACO_KEY_payment, NULL, &payment)) {
		return false;
	}

	ACO_MAP_OPEN(mapping, &group, "\"payments\":[{");

	if (ACO_CARRIES(body, ACO_FIELD_ORDER_TRANSACTION)) {
		if (!find_transaction(mapping, order, false, &text)) {
			return false;
		}

		if (text.length > 0) {
			aco_map_write_order_name(mapping, order->options->documented_names, ACO_NAME_PAYMENT_TRANSACTION);
			aco_map_write_text(mapping, &mapping->out, &text, ACO_PATH(NULL, "transactions"));
		}
	}

	ACO_MAP_OPTIONAL_NUMBER(mapping, invoice ? invoice->fields : order->fields, ACO_KEY_grandTotal, invoice
		? &invoice_path : NULL, "paymentAmount");

	if (payment) {
		ACO_MAP_OPTIONAL_TEXT(mapping, payment, ACO_KEY_paymentMethodCode, &payment_path, "paymentType");
	}

	if (!(payment
			? aco_map_write_currency(mapping, payment, &payment_path, order->fields)
			: aco_map_write_currency(mapping, order->fields, NULL, NULL))) {
		return false;
	}

	aco_map_close(mapping, &group, "}]");
	return true;
}

/* The documentation allows the shop's own types of payment, the schema only a few. */
static bool write_refund_type(aco_mapping *mapping, const aco_order_body *body)
{
	const aco_map_path path = {NULL, "payment", 0};
	HashTable *payment;
	aco_text code;
	bool known;

	if (!aco_map_list_member(mapping, body->order->fields, ACO_KEY_payment, NULL, &payment)) {
		return false;
	}
	if (!payment) {
		return true;
	}
	if (!aco_map_text_member(mapping, payment, ACO_KEY_paymentMethodCode, &path, &code)) {
		return false;
	}

	known = body->order->options->documented_names && code.length > 0;
	for (size_t i = 0; i < ACO_COUNT(refund_types) && !known; i++) {
		known = code.length > 0 && aco_map_text_is(&code, refund_types[i], strlen(refund_types[i]));
	}

	if (known) {
		ACO_MAP_WRITE_MEMBER(mapping, "refundPaymentType", &code, ACO_PATH(&path, "paymentMethodCode"));
	} else {
		aco_json_constant_member(&mapping->out, "refundPaymentType", "other");
	}

	return true;
}

bool aco_map_write_order_refunds(aco_mapping *mapping, const aco_order_body *body)
{
	const aco_map_path list_path = {NULL, "creditMemos", 0}, path = {&list_path, NULL, body->document->index};
	aco_text id;

	assert(body->subject == ACO_ORDER_CREDIT_MEMO);

	if (!find_transaction(mapping, body->order, true, &id)) {
		return false;
	}

	if (id.length == 0 || body->order->documents[ACO_ORDER_CREDIT_MEMO].count > 1) {
		id.bytes = body->document->key.bytes;
		id.length = body->document->key.length;
	}

	aco_json_key(&mapping->out, "refunds");
	aco_json_begin_array(&mapping->out);
	aco_json_begin_object(&mapping->out);
	ACO_MAP_WRITE_MEMBER(mapping, "transactionID", &id, &path);
	ACO_MAP_OPTIONAL_NUMBER(mapping, body->document->fields, ACO_KEY_grandTotal, &path, "refundAmount");

	if (!write_refund_type(mapping, body)
			|| !aco_map_write_currency(mapping, body->document->fields, &path, body->order->fields)) {
		return false;
	}

	aco_json_end_object(&mapping->out);
	aco_json_end_array(&mapping->out);
	return true;
}
