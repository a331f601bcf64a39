/* SPDX-License-Identifier: MIT */
#include "src/map/rows.h"

#include <assert.h>

static void init_rows(aco_map_rows *rows, size_t capacity)
{
	rows->count = 0;
	rows->capacity = capacity;

	if (capacity <= ACO_MAP_ROWS_INLINE) {
		rows->list = rows->inline_list;
		rows->sorted = rows->inline_sorted;
	} else {
		rows->list = safe_emalloc(capacity, sizeof(*rows->list), 0);
		rows->sorted = safe_emalloc(capacity, sizeof(*rows->sorted), 0);
	}
}

void aco_map_rows_free(aco_map_rows *rows)
{
	if (rows->list != rows->inline_list) {
		efree(rows->list);
		efree(rows->sorted);
	}
}

aco_map_row *aco_map_rows_add(aco_map_rows *rows, HashTable *entry, zend_ulong index)
{
	aco_map_row *row = &rows->list[rows->count];

	assert(rows->count < rows->capacity);
	rows->sorted[rows->count++] = row;
	row->rank = 0;
	row->key.bytes = row->second.bytes = row->text.bytes = "";
	row->key.length = row->second.length = row->text.length = 0;
	row->entry = entry;
	row->index = index;
	return row;
}

void aco_map_rows_drop(aco_map_rows *rows)
{
	assert(rows->count > 0);
	rows->count--;
}

void aco_map_row_set_integer(aco_map_row *row, zend_long key)
{
	row->rank = (uint64_t) key ^ (UINT64_C(1) << 63);
}

void aco_map_row_set_double(aco_map_row *row, double key)
{
	uint64_t bits;

	/* Makes 0.0 of -0.0, which is equal to it. */
	key += 0.0;
	memcpy(&bits, &key, sizeof(bits));
	row->rank = bits >> 63 ? ~bits : bits | (UINT64_C(1) << 63);
}

void aco_map_row_set_text(aco_map_row *row)
{
	uint64_t rank = 0;

	if (EXPECTED(row->key.length >= sizeof(rank))) {
		rank = aco_load_8(row->key.bytes);
#ifndef WORDS_BIGENDIAN
		rank = __builtin_bswap64(rank);
#endif
	} else {
		for (size_t i = 0; i < row->key.length; i++) {
			rank |= (uint64_t) (unsigned char) row->key.bytes[i] << (56 - 8 * i);
		}
	}

	row->rank = rank;
}

bool aco_map_row_set_sort_order(aco_mapping *mapping, aco_map_row *row, const aco_map_path *path)
{
	zend_long order = 0;

	if (!aco_map_int_member(mapping, row->entry, ACO_KEY_sortOrder, path, &order)) {
		return false;
	}
	aco_map_row_set_integer(row, order);
	return true;
}

static int compare_text(const aco_text *a, const aco_text *b)
{
	int order = memcmp(a->bytes, b->bytes, MIN(a->length, b->length));

	return order ? order : (a->length > b->length) - (a->length < b->length);
}

/* No two rows are equal, so that any algorithm sorts them stably. */
static zend_always_inline int order_of(const aco_map_row *a, const aco_map_row *b)
{
	int order;

	if (EXPECTED(a->rank != b->rank)) {
		return a->rank < b->rank ? -1 : 1;
	}
	if ((order = compare_text(&a->key, &b->key)) != 0 || (order = compare_text(&a->second, &b->second)) != 0) {
		return order;
	}
	return a->index < b->index ? -1 : 1;
}

static int compare_rows(const void *left, const void *right)
{
	return order_of(*(aco_map_row *const *) left, *(aco_map_row *const *) right);
}

static void swap_rows(void *left, void *right)
{
	aco_map_row *row = *(aco_map_row **) left;

	*(aco_map_row **) left = *(aco_map_row **) right;
	*(aco_map_row **) right = row;
}

/* For short lists, which are often sorted already. */
static void insertion_sort(aco_map_row **rows, size_t count)
{
	for (size_t i = 1; i < count; i++) {
		aco_map_row *row = rows[i];
		size_t at = i;

		while (at > 0 && order_of(rows[at - 1], row) > 0) {
			rows[at] = rows[at - 1];
			at--;
		}
		rows[at] = row;
	}
}

static void sort_rows(aco_map_rows *rows)
{
	if (rows->count <= ACO_MAP_ROWS_INLINE) {
		insertion_sort(rows->sorted, rows->count);
	} else {
		zend_sort(rows->sorted, rows->count, sizeof(*rows->sorted), compare_rows, swap_rows);
	}
}

bool aco_map_rows_collect(aco_mapping *mapping, HashTable *entries, const aco_map_path *parent,
	const aco_map_list *list, aco_map_rows *rows)
{
	const aco_map_path path = {parent, aco_map_name(list->source), 0};
	zend_ulong index = 0;
	zval *value;

	init_rows(rows, zend_hash_num_elements(entries));

	ZEND_HASH_FOREACH_VAL(entries, value) {
		const aco_map_path entry_path = {&path, NULL, index++};
		HashTable *entry;

		if (!(value = aco_map_plain(value))) {
			continue;
		}
		if (!aco_map_entry(mapping, value, &entry_path, &entry) || !list->collect(mapping, entry, &entry_path, rows)) {
			return false;
		}
	} ZEND_HASH_FOREACH_END();

	sort_rows(rows);
	return true;
}

bool aco_map_rows_write(aco_mapping *mapping, const aco_map_path *parent, const aco_map_list *list,
	const aco_map_rows *rows, bool *opened)
{
	const aco_map_path path = {parent, aco_map_name(list->source), 0};

	for (size_t i = 0; i < rows->count; i++) {
		const aco_map_path entry_path = {&path, NULL, rows->sorted[i]->index};

		if (*opened) {
			aco_json_append(&mapping->out, ",{");
		} else {
			aco_json_raw(&mapping->out, list->wire, strlen(list->wire));
			aco_json_append(&mapping->out, "{");
			*opened = true;
		}

		if (!list->write(mapping, rows->sorted[i], &entry_path)) {
			return false;
		}

		aco_json_end_object(&mapping->out);
	}

	return true;
}

bool aco_map_write_rows(aco_mapping *mapping, HashTable *entries, const aco_map_path *parent, const aco_map_list *list,
	bool *opened)
{
	aco_map_rows rows;
	bool done = aco_map_rows_collect(mapping, entries, parent, list, &rows)
		&& aco_map_rows_write(mapping, parent, list, &rows, opened);

	aco_map_rows_free(&rows);
	return done;
}
