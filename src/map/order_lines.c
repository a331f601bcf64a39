/* SPDX-License-Identifier: MIT */
/* The lines of an order: products and their parts, and whether they are shipped. */
#include "src/map/order_parts.h"

/* No type of product nests as deep. */
#define MAX_NESTING 8

static bool read_line(aco_mapping *mapping, const aco_map_path *path, aco_order_line *line)
{
	line->parent = ACO_NO_LINE;
	line->has_parts = line->is_virtual = line->together = false;
	return aco_map_flag_member(mapping, line->fields, ACO_KEY_isVirtual, path, &line->is_virtual)
		&& aco_map_flag_member(mapping, line->fields, ACO_KEY_itemsShippedTogether, path, &line->together)
		&& aco_map_double_member(mapping, line->fields, ACO_KEY_qtyOrdered, path, &line->ordered)
		&& aco_map_double_member(mapping, line->fields, ACO_KEY_qtyShipped, path, &line->shipped)
		&& aco_map_double_member(mapping, line->fields, ACO_KEY_qtyCanceled, path, &line->cancelled)
		&& aco_map_double_member(mapping, line->fields, ACO_KEY_qtyRefunded, path, &line->refunded);
}

static void index_line(HashTable *index, const aco_text *text, size_t line)
{
	zval number;

	if (text->length > 0) {
		ZVAL_LONG(&number, (zend_long) line);
		zend_hash_str_add(index, text->bytes, text->length, &number);
	}
}

/* Each part belongs to the topmost line above it. A line whose parent is missing stands for itself. */
static bool link_lines(aco_mapping *mapping, aco_order_lines *lines, const aco_map_path *path, HashTable *by_entity)
{
	for (size_t i = 0; i < lines->count; i++) {
		aco_order_line *line = &lines->list[i];
		aco_text parent;
		zval *number;

		if (!aco_map_text_member(mapping, line->fields, ACO_KEY_parentEntityId, ACO_PATH_INDEX(path, line->index),
				&parent)) {
			return false;
		}
		if (parent.length > 0 && (number = zend_hash_str_find(by_entity, parent.bytes, parent.length))
				&& (size_t) Z_LVAL_P(number) != i) {
			line->parent = (size_t) Z_LVAL_P(number);
		}
	}

	for (size_t i = 0; i < lines->count; i++) {
		size_t top = i;

		for (int depth = 0; lines->list[top].parent != ACO_NO_LINE; depth++) {
			if (depth == MAX_NESTING) {
				return aco_map_fail(mapping, ACO_PATH(ACO_PATH_INDEX(path, lines->list[i].index), "parentEntityId"),
					"leads from line to line without an end");
			}

			top = lines->list[top].parent;
		}

		if (top != i) {
			lines->list[i].parent = top;
			lines->list[top].has_parts = true;
		}
	}

	return true;
}

static bool read_lines(aco_mapping *mapping, HashTable *items, const aco_map_path *path, aco_order_lines *lines,
	HashTable *by_entity)
{
	zend_ulong index = 0;
	zval *value;

	ZEND_HASH_FOREACH_VAL(items, value) {
		aco_order_line *line = &lines->list[lines->count];
		const aco_map_path entry = {path, NULL, index};
		aco_text id, entity;

		line->index = index++;

		if (!(value = aco_map_plain(value))) {
			continue;
		}

		if (!aco_map_entry(mapping, value, &entry, &line->fields) || !read_line(mapping, &entry, line)
				|| !aco_map_id_member(mapping, line->fields, ACO_KEY_itemId, &entry, &id)
				|| !aco_map_text_member(mapping, line->fields, ACO_KEY_entityId, &entry, &entity)) {
			return false;
		}

		index_line(&lines->by_id, &id, lines->count);
		index_line(by_entity, &entity, lines->count);
		lines->count++;
	} ZEND_HASH_FOREACH_END();

	return true;
}

bool aco_map_read_order_lines(aco_mapping *mapping, HashTable *fields, aco_order_lines *lines)
{
	const aco_map_path path = {NULL, "items", 0};
	HashTable *items, by_entity;
	bool done;

	if (!aco_map_list_member(mapping, fields, ACO_KEY_items, NULL, &items)) {
		return false;
	}
	if (!items || zend_hash_num_elements(items) == 0) {
		return true;
	}

	lines->list = safe_emalloc(zend_hash_num_elements(items), sizeof(*lines->list), 0);
	zend_hash_init(&lines->by_id, zend_hash_num_elements(items), NULL, NULL, false);
	zend_hash_init(&by_entity, zend_hash_num_elements(items), NULL, NULL, false);
	done = read_lines(mapping, items, &path, lines, &by_entity) && link_lines(mapping, lines, &path, &by_entity);
	zend_hash_destroy(&by_entity);

	return done;
}

void aco_map_free_order_lines(aco_order_lines *lines)
{
	if (lines->list) {
		efree(lines->list);
		zend_hash_destroy(&lines->by_id);
	}
}

bool aco_map_order_line_ships(const aco_order_lines *lines, const aco_order_line *line)
{
	if (line->is_virtual) {
		return false;
	}
	return line->parent == ACO_NO_LINE ? line->together || !line->has_parts : !lines->list[line->parent].together;
}

bool aco_map_order_is_shipped(const aco_order_lines *lines)
{
	bool any = false;

	for (size_t i = 0; i < lines->count; i++) {
		const aco_order_line *line = &lines->list[i];

		if (aco_map_order_line_ships(lines, line)) {
			any = true;

			if (aco_map_is_quantity(line->ordered - line->cancelled - line->refunded - line->shipped)) {
				return false;
			}
		}
	}

	return any;
}
