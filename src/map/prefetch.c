/* SPDX-License-Identifier: MIT */
#include "src/map/prefetch.h"

#if defined(__GNUC__) || defined(__clang__)
# define PREFETCH(address) __builtin_prefetch(address)
#else
# define PREFETCH(address) ((void) (address))
#endif

/* More than any item of Commerce has; the packed list of someone's mistake may be longer. */
#define MAX_MEMBERS 64
#define MAX_ENTRIES 96
#define CACHE_LINE 64
/* Fewer items are still in the processor's second cache when they have just been made. */
#define WORTHWHILE 64

/* The item at a place of the list, NULL where there is none or where it is no array. */
static zend_always_inline HashTable *item_at(const HashTable *items, uint32_t place)
{
	zval *value;

	if (place >= items->nNumUsed) {
		return NULL;
	}

#if PHP_VERSION_ID >= 80200
	value = HT_IS_PACKED(items) ? &items->arPacked[place] : &items->arData[place].val;
#else
	value = &items->arData[place].val;
#endif
	ZVAL_DEREF(value);

	return Z_TYPE_P(value) == IS_ARRAY ? Z_ARRVAL_P(value) : NULL;
}

/* The index of a table and its members. */
static void prefetch_members(const HashTable *table)
{
	const char *at = (const char *) HT_GET_DATA_ADDR(table);
	const char *end = (const char *) (table->arData + MIN(table->nNumUsed, MAX_MEMBERS));

	for (; at < end; at += CACHE_LINE) {
		PREFETCH(at);
	}
}

/* The names of the members, and their values. */
static void prefetch_names_and_values(HashTable *table)
{
	uint32_t left = MAX_MEMBERS;
	zend_string *name;
	zval *value;

	ZEND_HASH_FOREACH_STR_KEY_VAL(table, name, value) {
		if (name) {
			PREFETCH(name);
		}

		if (Z_TYPE_P(value) >= IS_STRING) {
			PREFETCH(Z_COUNTED_P(value));
		}

		if (--left == 0) {
			break;
		}
	} ZEND_HASH_FOREACH_END();
}

/* The elements of the lists among the members. */
static void prefetch_lists(HashTable *table)
{
	uint32_t left = MAX_MEMBERS;
	zval *value;

	ZEND_HASH_FOREACH_VAL(table, value) {
		if (Z_TYPE_P(value) == IS_ARRAY) {
			prefetch_members(Z_ARRVAL_P(value));
		}

		if (--left == 0) {
			break;
		}
	} ZEND_HASH_FOREACH_END();
}

/* The entries of the lists among the members: their tables, what these hold, or the names and values in there. */
static zend_always_inline void prefetch_entries(HashTable *table, void (*prefetch)(HashTable *entry))
{
	uint32_t left = MAX_ENTRIES;
	zval *list, *value;

	ZEND_HASH_FOREACH_VAL(table, list) {
		if (Z_TYPE_P(list) != IS_ARRAY) {
			continue;
		}

		ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(list), value) {
			if (Z_TYPE_P(value) == IS_ARRAY) {
				prefetch(Z_ARRVAL_P(value));
			}

			if (--left == 0) {
				return;
			}
		} ZEND_HASH_FOREACH_END();
	} ZEND_HASH_FOREACH_END();
}

static void prefetch_table(HashTable *table)
{
	PREFETCH(table);
}

static void prefetch_few_members(HashTable *table)
{
	const char *elements = (const char *) table->arData;

	PREFETCH(elements - 1);
	PREFETCH(elements);
	PREFETCH(elements + CACHE_LINE);
}

void aco_map_prefetch_next(const HashTable *items, uint32_t place)
{
	HashTable *item;

	if (items->nNumOfElements < WORTHWHILE) {
		return;
	}

	if ((item = item_at(items, place + 6))) {
		PREFETCH(item);
	}
	if ((item = item_at(items, place + 5))) {
		prefetch_members(item);
	}
	if ((item = item_at(items, place + 4))) {
		prefetch_names_and_values(item);
	}
	if ((item = item_at(items, place + 3))) {
		prefetch_lists(item);
	}
	if ((item = item_at(items, place + 2))) {
		prefetch_entries(item, prefetch_table);
	}
	if ((item = item_at(items, place + 1))) {
		prefetch_entries(item, prefetch_few_members);
	}
	if ((item = item_at(items, place))) {
		prefetch_entries(item, prefetch_names_and_values);
	}
}
