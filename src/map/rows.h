/* SPDX-License-Identifier: MIT */
/*
 * Maps the lists of an item to lists of the document, in a canonical order, so that an unchanged item always yields the
 * same bytes: sorted by a key, and entries with the same key in the order of the item. A row holds what sorting and
 * writing need of one entry.
 */
#ifndef ACO_MAP_ROWS_H
#define ACO_MAP_ROWS_H

#include "src/map/value.h"

typedef struct aco_map_row {
	/* Sorts as the key does, which is an integer, a double or the first 8 bytes of `key`. */
	uint64_t rank;
	aco_text key;
	/* Decides where `key` is the same. */
	aco_text second;
	/* What identifies the entry in the document, where that is not a key to sort by. */
	aco_text text;
	HashTable *entry;
	zend_ulong index;
} aco_map_row;

#define ACO_MAP_ROWS_INLINE 32

/* Filled by aco_map_rows_collect(). Not to be copied: the lists and the keys may point into it. */
typedef struct aco_map_rows {
	/* Points to the rows, which stay where they are: a key may point into its own row. */
	aco_map_row **sorted;
	aco_map_row *list;
	size_t count;
	size_t capacity;
	aco_map_row *inline_sorted[ACO_MAP_ROWS_INLINE];
	aco_map_row inline_list[ACO_MAP_ROWS_INLINE];
} aco_map_rows;

/* How the entries of a list of the item are read, and written as entries of a list of the document. */
typedef struct aco_map_list {
	aco_map_key source;
	/* What opens the list in the document: the comma, the quoted name, the colon, the bracket and the first brace. */
	const char *wire;
	/* Adds one row, or none to leave the entry out. */
	bool (*collect)(aco_mapping *mapping, HashTable *entry, const aco_map_path *path, aco_map_rows *rows);
	bool (*write)(aco_mapping *mapping, aco_map_row *row, const aco_map_path *path);
} aco_map_list;

/* Adds a row, which aco_map_rows_drop() may remove again. Its texts are empty. */
static zend_always_inline aco_map_row *aco_map_rows_add(aco_map_rows *rows, HashTable *entry, zend_ulong index)
{
	aco_map_row *row = &rows->list[rows->count];

	ZEND_ASSERT(rows->count < rows->capacity);
	rows->sorted[rows->count++] = row;
	row->rank = 0;
	row->key.length = row->second.length = row->text.length = 0;
	row->entry = entry;
	row->index = index;
	return row;
}

static zend_always_inline void aco_map_rows_drop(aco_map_rows *rows)
{
	ZEND_ASSERT(rows->count > 0);
	rows->count--;
}

/* What the row is sorted by. */
static zend_always_inline void aco_map_row_set_integer(aco_map_row *row, zend_long key)
{
	row->rank = (uint64_t) key ^ (UINT64_C(1) << 63);
}

void aco_map_row_set_double(aco_map_row *row, double key);

/* By `row->key`. */
static zend_always_inline void aco_map_row_set_text(aco_map_row *row)
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

/* Adds a row that is sorted by the text of a member; none where that is empty. */
static zend_always_inline bool aco_map_rows_add_by_text(aco_mapping *mapping, HashTable *entry, aco_map_key member,
	const aco_map_path *path, aco_map_rows *rows)
{
	aco_map_row *row = aco_map_rows_add(rows, entry, path->index);

	if (!aco_map_text_member(mapping, entry, member, path, &row->key)) {
		return false;
	}
	if (row->key.length == 0) {
		aco_map_rows_drop(rows);
		return true;
	}

	aco_map_row_set_text(row);
	return true;
}

/* By the member sortOrder of the entry, 0 when absent. */
static zend_always_inline bool aco_map_row_set_sort_order(aco_mapping *mapping, aco_map_row *row,
	const aco_map_path *path)
{
	zend_long order = 0;

	if (!aco_map_int_member(mapping, row->entry, ACO_KEY_sortOrder, path, &order)) {
		return false;
	}
	aco_map_row_set_integer(row, order);
	return true;
}

/* For aco_map_rows_collect(): makes room for rows, and sorts them. */
void aco_map_rows_allocate(aco_map_rows *rows, size_t capacity);
void aco_map_rows_sort(aco_map_rows *rows);

static zend_always_inline void aco_map_rows_free(aco_map_rows *rows)
{
	if (UNEXPECTED(rows->list != rows->inline_list)) {
		efree(rows->list);
		efree(rows->sorted);
	}
}

/*
 * Reads and sorts the entries of a list. The caller frees the rows, whatever is returned. Inlined, like what follows,
 * so that each list has code of its own, and calls no function for an entry.
 */
static zend_always_inline bool aco_map_rows_collect(aco_mapping *mapping, HashTable *entries,
	const aco_map_path *parent, const aco_map_list *list, aco_map_rows *rows)
{
	const aco_map_path path = {parent, aco_map_name(list->source), 0};
	zend_ulong index = 0;
	zval *value;

	rows->count = 0;
	rows->capacity = ACO_MAP_ROWS_INLINE;
	rows->list = rows->inline_list;
	rows->sorted = rows->inline_sorted;
	if (UNEXPECTED(zend_hash_num_elements(entries) > ACO_MAP_ROWS_INLINE)) {
		aco_map_rows_allocate(rows, zend_hash_num_elements(entries));
	}

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

	if (rows->count > 1) {
		aco_map_rows_sort(rows);
	}

	return true;
}

/* Writes the rows, and opens the list before the first one unless `*opened` says that it has entries already. */
static zend_always_inline bool aco_map_rows_write(aco_mapping *mapping, const aco_map_path *parent,
	const aco_map_list *list, const aco_map_rows *rows, bool *opened)
{
	const aco_map_path path = {parent, aco_map_name(list->source), 0};

	for (size_t i = 0; i < rows->count; i++) {
		const aco_map_path entry_path = {&path, NULL, rows->sorted[i]->index};

		if (*opened) {
			aco_json_append(&mapping->out, ",{");
		} else {
			aco_buf_append(&mapping->out.buf, list->wire, strlen(list->wire));
			*opened = true;
		}

		if (!list->write(mapping, rows->sorted[i], &entry_path)) {
			return false;
		}

		aco_json_end_object(&mapping->out);
	}

	return true;
}

/* One of several lists of an item that become one list of the document. The caller closes it if `*opened`. */
static zend_always_inline bool aco_map_write_entries(aco_mapping *mapping, HashTable *fields,
	const aco_map_path *parent, const aco_map_list *list, bool *opened)
{
	HashTable *entries;
	aco_map_rows rows;
	bool done;

	if (!aco_map_list_member(mapping, fields, list->source, parent, &entries)) {
		return false;
	}
	if (!entries || zend_hash_num_elements(entries) == 0) {
		return true;
	}

	done = aco_map_rows_collect(mapping, entries, parent, list, &rows)
		&& aco_map_rows_write(mapping, parent, list, &rows, opened);

	aco_map_rows_free(&rows);
	return done;
}

/* A list of the item as a member of the document, left out when empty. */
static zend_always_inline bool aco_map_write_list(aco_mapping *mapping, HashTable *fields, const aco_map_path *parent,
	const aco_map_list *list)
{
	bool opened = false;

	if (!aco_map_write_entries(mapping, fields, parent, list, &opened)) {
		return false;
	}
	if (opened) {
		aco_json_end_array(&mapping->out);
	}
	return true;
}

#endif
