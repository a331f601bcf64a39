/* SPDX-License-Identifier: MIT */
#include "src/map/prefetch.h"

#if defined(__GNUC__) || defined(__clang__)
# define PREFETCH(address) __builtin_prefetch(address)
#else
# define PREFETCH(address) ((void) (address))
#endif

/* More tables than that would not stay in the caches until they are read. */
#define MAX_TABLES 128

typedef struct tables {
	HashTable *list[MAX_TABLES];
	size_t count;
} tables;

static zend_always_inline void add_table(tables *found, zval *value)
{
	if (Z_TYPE_P(value) == IS_ARRAY && found->count < MAX_TABLES) {
		PREFETCH(Z_ARRVAL_P(value));
		found->list[found->count++] = Z_ARRVAL_P(value);
	}
}

/* The index of each table and its first elements: those of a small table lie in the cache lines around `arData`. */
static void prefetch_elements(const tables *found)
{
	for (size_t i = 0; i < found->count; i++) {
		const char *elements = (const char *) found->list[i]->arData;

		PREFETCH(elements - 1);
		PREFETCH(elements);
		PREFETCH(elements + 64);
	}
}

/* What the elements of a table point to; the tables among them are added to `found`. */
static zend_always_inline void prefetch_values(HashTable *table, tables *found)
{
	zend_string *key;
	zval *value;

	ZEND_HASH_FOREACH_STR_KEY_VAL(table, key, value) {
		if (key) {
			PREFETCH(key);
		}

		if (Z_TYPE_P(value) == IS_ARRAY) {
			add_table(found, value);
		} else if (Z_TYPE_P(value) == IS_STRING) {
			PREFETCH(Z_STR_P(value));
		}
	} ZEND_HASH_FOREACH_END();
}

void aco_map_prefetch(zval *const *lists, size_t count)
{
	tables wanted, entries, nested, leaves;
	zval *value;

	wanted.count = entries.count = nested.count = leaves.count = 0;

	for (size_t i = 0; i < count; i++) {
		if (lists[i]) {
			add_table(&wanted, lists[i]);
		}
	}

	prefetch_elements(&wanted);
	for (size_t i = 0; i < wanted.count; i++) {
		ZEND_HASH_FOREACH_VAL(wanted.list[i], value) {
			add_table(&entries, value);
		} ZEND_HASH_FOREACH_END();
	}

	prefetch_elements(&entries);
	for (size_t i = 0; i < entries.count; i++) {
		prefetch_values(entries.list[i], &nested);
	}

	prefetch_elements(&nested);
	for (size_t i = 0; i < nested.count; i++) {
		prefetch_values(nested.list[i], &leaves);
	}
}
