/* SPDX-License-Identifier: MIT */
#include "src/map/rows.h"

void aco_map_rows_allocate(aco_map_rows *rows, size_t capacity)
{
	rows->capacity = capacity;
	rows->list = safe_emalloc(capacity, sizeof(*rows->list), 0);
	rows->sorted = safe_emalloc(capacity, sizeof(*rows->sorted), 0);
}

void aco_map_row_set_double(aco_map_row *row, double key)
{
	uint64_t bits;

	/* Makes 0.0 of -0.0, which is equal to it. */
	key += 0.0;
	memcpy(&bits, &key, sizeof(bits));
	row->rank = bits >> 63 ? ~bits : bits | (UINT64_C(1) << 63);
}

static int compare_text(const aco_text *a, const aco_text *b)
{
	size_t shared = MIN(a->length, b->length);
	int order = shared > 0 ? memcmp(a->bytes, b->bytes, shared) : 0;

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

void aco_map_rows_sort(aco_map_rows *rows)
{
	if (rows->count <= ACO_MAP_ROWS_INLINE) {
		insertion_sort(rows->sorted, rows->count);
	} else {
		zend_sort(rows->sorted, rows->count, sizeof(*rows->sorted), compare_rows, swap_rows);
	}
}
