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
	/* What opens the list in the document: the quoted name, the colon and the bracket. */
	const char *wire;
	/* Adds one row, or none to leave the entry out. */
	bool (*collect)(aco_mapping *mapping, HashTable *entry, const aco_map_path *path, aco_map_rows *rows);
	bool (*write)(aco_mapping *mapping, aco_map_row *row, const aco_map_path *path);
} aco_map_list;

/* Adds a row, which aco_map_rows_drop() may remove again. */
aco_map_row *aco_map_rows_add(aco_map_rows *rows, HashTable *entry, zend_ulong index);
void aco_map_rows_drop(aco_map_rows *rows);

/* What the row is sorted by. */
void aco_map_row_set_integer(aco_map_row *row, zend_long key);
void aco_map_row_set_double(aco_map_row *row, double key);
/* By `row->key`. */
void aco_map_row_set_text(aco_map_row *row);
/* By the member sortOrder of the entry, 0 when absent. */
bool aco_map_row_set_sort_order(aco_mapping *mapping, aco_map_row *row, const aco_map_path *path);

/* Reads and sorts the entries of a list. The caller frees the rows, whatever is returned. */
bool aco_map_rows_collect(aco_mapping *mapping, HashTable *entries, const aco_map_path *parent,
	const aco_map_list *list, aco_map_rows *rows);
void aco_map_rows_free(aco_map_rows *rows);
/* Writes the rows, and opens the list before the first one unless `*opened` says that it has entries already. */
bool aco_map_rows_write(aco_mapping *mapping, const aco_map_path *parent, const aco_map_list *list,
	const aco_map_rows *rows, bool *opened);

/* Reads, sorts and writes the entries of a list. */
bool aco_map_write_rows(aco_mapping *mapping, HashTable *entries, const aco_map_path *parent, const aco_map_list *list,
	bool *opened);

/* One of several lists of an item that become one list of the document. The caller closes it if `*opened`. */
static zend_always_inline bool aco_map_write_entries(aco_mapping *mapping, HashTable *fields,
	const aco_map_path *parent, const aco_map_list *list, bool *opened)
{
	HashTable *entries;

	return aco_map_list_member(mapping, fields, list->source, parent, &entries)
		&& (!entries || aco_map_write_rows(mapping, entries, parent, list, opened));
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
