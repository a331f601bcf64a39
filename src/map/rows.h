/* SPDX-License-Identifier: MIT */
/*
 * Source lists to wire lists. Their order is made canonical, so that an unchanged item always gives
 * the same bytes: sorted by a key, ties in given order. A row holds what sorting and writing need
 * of one entry.
 */
#ifndef ACO_MAP_ROWS_H
#define ACO_MAP_ROWS_H

#include "src/map/value.h"

typedef struct aco_map_row {
	/* Order-preserving image of the key: an integer, a double or the first 8 bytes of `key`. */
	uint64_t rank;
	aco_text key;
	/* Compared after `key`. */
	aco_text second;
	/* What identifies the entry on the wire where that is no sort key. */
	aco_text text;
	HashTable *entry;
	zend_ulong index;
} aco_map_row;

#define ACO_MAP_ROWS_INLINE 32

/* Every rows_collect is followed by a rows_free. */
typedef struct aco_map_rows {
	/* In given order until sorted. Rows stay in place: a key may point into its own row. */
	aco_map_row **sorted;
	aco_map_row *list;
	size_t count;
	aco_map_row *inline_sorted[ACO_MAP_ROWS_INLINE];
	aco_map_row inline_list[ACO_MAP_ROWS_INLINE];
} aco_map_rows;

/* How the entries of one source list are read, and written as entries of a wire list. */
typedef struct aco_map_list {
	aco_map_key source;
	/* Start of the wire member, up to the bracket. */
	const char *wire;
	/* Adds one row, or none for an entry that is dropped. */
	bool (*collect)(aco_mapping *mapping, HashTable *entry, const aco_map_path *path, aco_map_rows *rows);
	bool (*write)(aco_mapping *mapping, aco_map_row *row, const aco_map_path *path);
} aco_map_list;

/* Adds a row; aco_map_rows_drop() takes the last one back. */
aco_map_row *aco_map_rows_add(aco_map_rows *rows, HashTable *entry, zend_ulong index);
void aco_map_rows_drop(aco_map_rows *rows);

void aco_map_row_set_integer(aco_map_row *row, zend_long key);
void aco_map_row_set_double(aco_map_row *row, double key);
/* Ranks the row by row->key. */
void aco_map_row_set_text(aco_map_row *row);
/* Ranks the row by the entry's sortOrder, 0 when absent. */
bool aco_map_row_set_sort_order(aco_mapping *mapping, aco_map_row *row, const aco_map_path *path);

/* Reads and sorts the entries of a list. Free the rows whatever it returns. */
bool aco_map_rows_collect(aco_mapping *mapping, HashTable *entries, const aco_map_path *parent,
	const aco_map_list *list, aco_map_rows *rows);
void aco_map_rows_free(aco_map_rows *rows);
/* Writes the rows; the wire list is opened before the first when it is not yet. One that is has entries. */
bool aco_map_rows_write(aco_mapping *mapping, const aco_map_path *parent, const aco_map_list *list,
	const aco_map_rows *rows, bool *opened);

/* All of it for one list: reads, sorts and writes the entries. */
bool aco_map_write_rows(aco_mapping *mapping, HashTable *entries, const aco_map_path *parent, const aco_map_list *list,
	bool *opened);

/* As aco_map_write_list() for several source lists that share a wire list; the caller closes it when `*opened`. */
static zend_always_inline bool aco_map_write_entries(aco_mapping *mapping, HashTable *fields,
	const aco_map_path *parent, const aco_map_list *list, bool *opened)
{
	HashTable *entries;

	return aco_map_list_member(mapping, fields, list->source, parent, &entries)
		&& (!entries || aco_map_write_rows(mapping, entries, parent, list, opened));
}

/* One source list, left out when empty. */
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
