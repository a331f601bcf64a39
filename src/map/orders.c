/* SPDX-License-Identifier: MIT */
#include "src/map/orders.h"

#include "src/core/base/count.h"
#include "src/map/order_parts.h"
#include "src/core/base/clock.h"

#include <assert.h>

#define STATE_CANCELLED 6

/* Indexes of the dates that an event had when it was first sent. */
enum { FIRST_TIMESTAMP, FIRST_UPDATED };

typedef enum event_date {
	DATE_CREATED,
	DATE_UPDATED,
	DATE_OF_DOCUMENT,
	DATE_OF_COMPLETION,
	DATE_OF_LAST_SHIPMENT
} event_date;

/*
 * The events that a snapshot yields, in the order in which they happen. These rules are not documented anywhere; they
 * are inferred from what the feed holds.
 */
static const struct order_event {
	const char *type;
	/* There is one event for each of these. */
	aco_order_subject subject;
	/* The state that the order has to be in; 0 for any. */
	zend_long state;
	/* The order has something to ship, and all of it has been shipped. */
	bool shipped;
	event_date date;
	unsigned column;
} events[] = {
	{"commerce.backofficeOrderPlaced", ACO_ORDER_ITSELF, 0, false, DATE_CREATED, ACO_EVENT_PLACED},
	{"commerce.backofficeOrderInvoiced", ACO_ORDER_INVOICE, 0, false, DATE_OF_DOCUMENT, ACO_EVENT_INVOICED},
	{"commerce.backofficeOrderItemsShipped", ACO_ORDER_SHIPMENT, 0, false, DATE_OF_DOCUMENT, ACO_EVENT_ITEMS_SHIPPED},
	/* The schemas name `commerce.backofficeShipmentCompleted`, but allow any type, and receivers look for this one. */
	{"commerce.backofficeOrderShipmentCompleted", ACO_ORDER_ITSELF, 0, true, DATE_OF_LAST_SHIPMENT,
		ACO_EVENT_SHIPMENT_COMPLETED},
	{"commerce.backofficeOrderItemsReturnInitiated", ACO_ORDER_RETURN, 0, false, DATE_OF_DOCUMENT,
		ACO_EVENT_RETURN_INITIATED},
	{"commerce.backofficeOrderItemsReturnCompleted", ACO_ORDER_RETURN, 0, false, DATE_OF_COMPLETION,
		ACO_EVENT_RETURN_COMPLETED},
	{"commerce.backofficeCreditMemoIssued", ACO_ORDER_CREDIT_MEMO, 0, false, DATE_OF_DOCUMENT, ACO_EVENT_CREDIT_MEMO},
	{"commerce.backofficeOrderCancelled", ACO_ORDER_ITSELF, STATE_CANCELLED, false, DATE_UPDATED, ACO_EVENT_CANCELLED},
};

#define EVENT_COUNT ACO_COUNT(events)

bool aco_map_order_website(aco_mapping *mapping, HashTable *fields, aco_text *website)
{
	return aco_map_text_member(mapping, fields, ACO_KEY_websiteCode, NULL, website);
}

/* The UUID, or the number in the database of an order without one. */
static bool read_order_id(aco_mapping *mapping, HashTable *fields, aco_text *id)
{
	return aco_map_id_member(mapping, fields, ACO_KEY_orderId, NULL, id)
		&& (id->length > 0 || aco_map_text_required(mapping, fields, ACO_KEY_commerceOrderId, NULL, id));
}

aco_map_result aco_map_order_begin(aco_mapping *mapping, const aco_order_options *options, HashTable *fields,
	aco_order *order)
{
	bool deleted = false;

	memset(order, 0, sizeof(*order));
	order->fields = fields;
	order->options = options;
	aco_mapping_start(mapping);

	if (!aco_map_flag_member(mapping, fields, ACO_KEY_deleted, NULL, &deleted)
			|| !read_order_id(mapping, fields, &order->id)
			|| !aco_map_order_website(mapping, fields, &order->website)) {
		return ACO_MAP_FAILED;
	}

	if (deleted) {
		return ACO_MAP_SKIPPED;
	}

	for (int kind = 0; kind < ACO_SALES_DOCUMENT_KINDS; kind++) {
		if (!aco_map_read_sales_documents(mapping, fields, (aco_order_subject) kind, &order->documents[kind])) {
			return ACO_MAP_FAILED;
		}
	}

	return ACO_MAP_DONE;
}

void aco_map_order_free(aco_order *order)
{
	for (int kind = 0; kind < ACO_SALES_DOCUMENT_KINDS; kind++) {
		aco_map_free_sales_documents(&order->documents[kind]);
	}
	aco_map_free_order_lines(&order->lines);
}

/* Whether the event may have happened, as far as that shows without the lines. */
static bool may_happen(aco_mapping *mapping, const aco_order *order, const struct order_event *event, bool *yes)
{
	bool is_virtual = false;
	zend_long state = 0;

	if (!aco_map_int_member(mapping, order->fields, ACO_KEY_state, NULL, &state)
			|| !aco_map_flag_member(mapping, order->fields, ACO_KEY_isVirtual, NULL, &is_virtual)) {
		return false;
	}
	*yes = (event->state == 0 || state == event->state)
		&& (!event->shipped || (!is_virtual && order->documents[ACO_ORDER_SHIPMENT].count > 0));
	return true;
}

/* Read only when an event needs them: of most snapshots, all events were sent before. */
static bool read_lines_once(aco_mapping *mapping, aco_order *order)
{
	if (!order->has_lines) {
		order->has_lines = true;
		return aco_map_read_order_lines(mapping, order->fields, &order->lines);
	}
	return true;
}

/*
 * A name-based UUID (version 5) of environment, order, type and sales document: an event has the same id whenever and
 * wherever it is made.
 */
static void make_event_id(aco_mapping *mapping, aco_order *order, const struct order_event *event,
	const aco_sales_document *document)
{
	static const unsigned char name_space[] = {
		0x6f, 0x0b, 0x5c, 0x1e, 0x93, 0x4d, 0x4e, 0x27, 0xa8, 0x71, 0x52, 0xc9, 0x3a, 0xd4, 0x0e, 0xb6};
	static const char variants[] = "89ab";
	char hex[ACO_SHA1_HEX];
	aco_buf *name = &mapping->identity;
	size_t length = 0;

	name->length = 0;
	aco_buf_append(name, (const char *) name_space, sizeof(name_space));
	aco_buf_append(name, ZSTR_VAL(order->options->environment), ZSTR_LEN(order->options->environment));
	aco_buf_append_char(name, '\0');
	aco_buf_append(name, order->id.bytes, order->id.length);
	aco_buf_append_char(name, '\0');
	aco_buf_append_text(name, event->type);
	aco_buf_append_char(name, '\0');

	if (document) {
		aco_buf_append(name, document->key.bytes, document->key.length);
	}
	if (name->failed) {
		return;
	}

	aco_digest_sha1_hex(name->data, name->length, hex);
	hex[12] = '5';
	hex[16] = variants[(hex[16] <= '9' ? hex[16] - '0' : hex[16] - 'a' + 10) & 3];

	for (size_t i = 0; i < 32; i++) {
		if (i == 8 || i == 12 || i == 16 || i == 20) {
			order->event_id[length++] = '-';
		}

		order->event_id[length++] = hex[i];
	}

	assert(length == ACO_ORDER_EVENT_ID);
}

static bool read_date(aco_mapping *mapping, const aco_order *order, aco_map_key key, aco_text *date, int64_t *ms)
{
	return aco_map_text_required(mapping, order->fields, key, NULL, date)
		&& aco_map_check_date(mapping, date, ACO_PATH(NULL, aco_map_name(key)), ms);
}

/* A date that the event had when it was first sent; NULL if it was not sent, or had none. */
static zend_string *first_sent(const aco_order *order, zend_ulong index)
{
	zval *dates = order->first_sent ? zend_hash_str_find(order->first_sent, order->event_id, ACO_ORDER_EVENT_ID) : NULL;
	zval *date;
	int64_t ms;

	if (!dates || !(dates = aco_map_plain(dates)) || Z_TYPE_P(dates) != IS_ARRAY
			|| !(date = zend_hash_index_find(Z_ARRVAL_P(dates), index)) || !(date = aco_map_plain(date))
			|| Z_TYPE_P(date) != IS_STRING || !aco_rfc3339_parse(Z_STRVAL_P(date), Z_STRLEN_P(date), &ms)) {
		return NULL;
	}
	return Z_STR_P(date);
}

/*
 * The time of the event, which must not be in the future, as it may be when clocks differ. Some dates in the feed
 * change with the order; an event that was sent before keeps its time.
 */
static bool make_timestamp(aco_mapping *mapping, aco_order *order, const struct order_event *event,
	const aco_sales_document *document)
{
	const aco_sales_documents *shipments = &order->documents[ACO_ORDER_SHIPMENT];
	int64_t ms = 0, now = aco_clock_wall_ms();
	zend_string *first = first_sent(order, FIRST_TIMESTAMP);
	const aco_text *date;
	aco_text given;

	if (first) {
		assert(ZSTR_LEN(first) <= sizeof(order->timestamp));
		memcpy(order->timestamp, ZSTR_VAL(first), ZSTR_LEN(first));
		order->timestamp_length = ZSTR_LEN(first);
		return true;
	}

	if (event->date == DATE_OF_LAST_SHIPMENT) {
		assert(shipments->count > 0);
		document = shipments->sorted[shipments->count - 1];
	}

	if (document && event->date == DATE_OF_COMPLETION) {
		date = &document->completed_at;
		ms = document->completed_ms;
	} else if (document) {
		date = &document->created;
		ms = document->created_ms;
	} else if (!read_date(mapping, order, event->date == DATE_CREATED ? ACO_KEY_createdAt : ACO_KEY_updatedAt, &given,
			&ms)) {
		return false;
	} else {
		date = &given;
	}

	if (ms > now) {
		order->timestamp_length = aco_rfc3339_format(order->timestamp, now);
	} else {
		assert(date->length <= sizeof(order->timestamp));
		memcpy(order->timestamp, date->bytes, date->length);
		order->timestamp_length = date->length;
	}

	return true;
}

static aco_map_result make_event(aco_mapping *mapping, aco_order *order, const struct order_event *event,
	const aco_sales_document *document)
{
	zend_string *updated = first_sent(order, FIRST_UPDATED);
	aco_order_body body = {order, event->subject, document, event->column, updated, ACO_SIZE_FULL, &order->omitted};

	order->event_type = event->type;
	if (!make_timestamp(mapping, order, event, document)) {
		return ACO_MAP_FAILED;
	}

	for (;; body.size++) {
		aco_mapping_start(mapping);
		memset(&order->omitted, 0, sizeof(order->omitted));
		order->omitted.details = body.size != ACO_SIZE_FULL;

		if (!aco_map_write_order_body(mapping, &body, event->type, order->event_id, order->timestamp,
				order->timestamp_length)) {
			return ACO_MAP_FAILED;
		}
		if (mapping->out.buf.failed || mapping->identity.failed) {
			return ACO_MAP_NO_MEMORY;
		}
		if (body.size == ACO_SIZE_CUT || mapping->out.buf.length <= ACO_ORDER_EVENT_BYTES) {
			return ACO_MAP_DONE;
		}
	}
}

static size_t count_subjects(const aco_order *order, const struct order_event *event)
{
	return event->subject == ACO_ORDER_ITSELF ? 1 : order->documents[event->subject].count;
}

aco_map_result aco_map_order_next(aco_mapping *mapping, aco_order *order, HashTable *sent)
{
	for (; order->event < EVENT_COUNT; order->event++, order->document = 0) {
		const struct order_event *event = &events[order->event];
		bool yes = false;

		if (!may_happen(mapping, order, event, &yes)) {
			return ACO_MAP_FAILED;
		}

		while (yes && order->document < count_subjects(order, event)) {
			const aco_sales_document *document = event->subject == ACO_ORDER_ITSELF
				? NULL
				: order->documents[event->subject].sorted[order->document];

			order->document++;
			if (event->date == DATE_OF_COMPLETION && !(document && document->completed)) {
				continue;
			}
			make_event_id(mapping, order, event, document);

			if (mapping->identity.failed) {
				return ACO_MAP_NO_MEMORY;
			}
			if (sent && zend_hash_str_exists(sent, order->event_id, ACO_ORDER_EVENT_ID)) {
				continue;
			}
			if (!read_lines_once(mapping, order)) {
				return ACO_MAP_FAILED;
			}
			if (!event->shipped || aco_map_order_is_shipped(&order->lines)) {
				return make_event(mapping, order, event, document);
			}
		}
	}

	return ACO_MAP_SKIPPED;
}

void aco_map_order_describe(HashTable *fields, char *text, size_t size)
{
	text[0] = '\0';
	aco_map_describe_value(fields, ACO_KEY_commerceOrderNumber, text, size,
		aco_map_describe_value(fields, ACO_KEY_commerceOrderId, text, size, 0));
}
