/* SPDX-License-Identifier: MIT */
/* Returns of an order, and the categories of its lines: neither is in the feed as Commerce defines it. */
#include "src/map/order_parts.h"

#include "src/core/base/count.h"

/* More categories say nothing about a line. */
#define MAX_CATEGORIES 20

static bool write_category(aco_mapping *mapping, bool documented, HashTable *category, const aco_map_path *path)
{
	static const struct {
		aco_map_key key;
		aco_order_name name;
	} members[] = {
		{ACO_KEY_id, ACO_NAME_CATEGORY_ID},
		{ACO_KEY_name, ACO_NAME_CATEGORY_NAME},
		{ACO_KEY_path, ACO_NAME_CATEGORY_PATH},
	};

	aco_json_begin_object(&mapping->out);

	for (size_t i = 0; i < ACO_COUNT(members); i++) {
		aco_text text;

		if (!aco_map_text_member(mapping, category, members[i].key, path, &text)) {
			return false;
		}
		if (text.length > 0) {
			aco_map_write_order_name(mapping, documented, members[i].name);
			aco_map_write_text(mapping, &mapping->out, &text, path);
		}
	}

	aco_json_end_object(&mapping->out);
	return true;
}

bool aco_map_write_order_categories(aco_mapping *mapping, const aco_order_body *body, HashTable *fields,
	const aco_map_path *path)
{
	const aco_map_path list_path = {path, "categories", 0};
	bool documented = body->order->options->documented_names;
	zend_ulong index = 0;
	HashTable *list;
	zval *value;

	if (!aco_map_list_member(mapping, fields, ACO_KEY_categories, path, &list)) {
		return false;
	}
	if (!list || zend_hash_num_elements(list) == 0) {
		return true;
	}

	aco_map_write_order_name(mapping, documented, ACO_NAME_CATEGORIES);
	aco_json_begin_array(&mapping->out);

	ZEND_HASH_FOREACH_VAL(list, value) {
		const aco_map_path entry_path = {&list_path, NULL, index++};
		HashTable *category;

		if (index > MAX_CATEGORIES) {
			break;
		}
		if ((value = aco_map_plain(value))
				&& (!aco_map_entry(mapping, value, &entry_path, &category)
					|| !write_category(mapping, documented, category, &entry_path))) {
			return false;
		}
	} ZEND_HASH_FOREACH_END();

	aco_json_end_array(&mapping->out);
	return true;
}

bool aco_map_write_order_return(aco_mapping *mapping, const aco_order_body *body)
{
	const aco_map_path list_path = {NULL, "returns", 0}, path = {&list_path, NULL, body->document->index};

	aco_json_key(&mapping->out, "returns");
	aco_json_begin_object(&mapping->out);
	ACO_MAP_WRITE_MEMBER(mapping, "returnID", &body->document->key, &path);
	ACO_MAP_OPTIONAL_TEXT(mapping, body->document->fields, ACO_KEY_status, &path, "returnStatus");
	aco_json_end_object(&mapping->out);
	return true;
}

static bool write_quantity(aco_mapping *mapping, HashTable *row, aco_map_key key, const aco_map_path *path,
	const char *name)
{
	double quantity;

	if (!aco_map_get(row, key)) {
		return true;
	}
	if (!aco_map_double_member(mapping, row, key, path, &quantity)) {
		return false;
	}

	quantity = aco_map_whole_quantity(quantity);
	if (!ZEND_DOUBLE_FITS_LONG(quantity)) {
		return aco_map_fail(mapping, ACO_PATH(path, aco_map_name(key)), "is a quantity beyond 64 bits");
	}

	aco_json_raw(&mapping->out, name, strlen(name));
	aco_json_int(&mapping->out, (zend_long) quantity);
	return true;
}

static bool write_row(aco_mapping *mapping, HashTable *row, const aco_map_path *path)
{
	aco_json_key(&mapping->out, "returnItem");
	aco_json_begin_object(&mapping->out);
	ACO_MAP_OPTIONAL_TEXT(mapping, row, ACO_KEY_status, path, "returnStatus");
	ACO_MAP_OPTIONAL_TEXT(mapping, row, ACO_KEY_reason, path, "returnReason");
	ACO_MAP_OPTIONAL_TEXT(mapping, row, ACO_KEY_condition, path, "returnItemCondition");
	ACO_MAP_OPTIONAL_TEXT(mapping, row, ACO_KEY_resolution, path, "returnResolution");

	if (!write_quantity(mapping, row, ACO_KEY_qtyRequested, path, "\"returnQuantityRequested\":")
			|| !write_quantity(mapping, row, ACO_KEY_qtyAuthorized, path, "\"returnQuantityAuthorized\":")
			|| !write_quantity(mapping, row, ACO_KEY_qtyReceived, path, "\"returnQuantityReceived\":")
			|| !write_quantity(mapping, row, ACO_KEY_qtyApproved, path, "\"returnQuantityApproved\":")) {
		return false;
	}

	aco_json_end_object(&mapping->out);
	return true;
}

/* Whether a row is about the line or one of its parts. */
static bool is_about(const aco_order_lines *lines, const aco_order_line *line, const aco_text *id)
{
	zval *number = id->length > 0 && lines->list ? zend_hash_str_find(&lines->by_id, id->bytes, id->length) : NULL;
	const aco_order_line *found = number ? &lines->list[Z_LVAL_P(number)] : NULL;

	return found && (found == line || (found->parent != ACO_NO_LINE && &lines->list[found->parent] == line));
}

bool aco_map_write_order_return_item(aco_mapping *mapping, const aco_order_body *body, const aco_order_line *line)
{
	const aco_map_path list_path = {NULL, "returns", 0}, document_path = {&list_path, NULL, body->document->index},
		path = {&document_path, "returnItems", 0};
	zend_ulong index = 0;
	HashTable *rows;
	zval *value;

	if (!aco_map_list_member(mapping, body->document->fields, ACO_KEY_returnItems, &document_path, &rows)) {
		return false;
	}
	if (!rows) {
		return true;
	}

	ZEND_HASH_FOREACH_VAL(rows, value) {
		const aco_map_path row_path = {&path, NULL, index++};
		HashTable *row;
		aco_text id;

		if (!(value = aco_map_plain(value))) {
			continue;
		}
		if (!aco_map_entry(mapping, value, &row_path, &row)
				|| !aco_map_id_member(mapping, row, ACO_KEY_orderItemId, &row_path, &id)) {
			return false;
		}
		if (is_about(&body->order->lines, line, &id)) {
			return write_row(mapping, row, &row_path);
		}
	} ZEND_HASH_FOREACH_END();

	return true;
}
