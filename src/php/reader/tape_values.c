/* SPDX-License-Identifier: MIT */
#include "src/php/reader/tape_values.h"

#include "src/core/base/words.h"
#include "src/map/known_keys.h"

#include <math.h>

#define PAYLOAD ((UINT64_C(1) << 56) - 1)
/* Of a word that opens an object or a list. */
#define COUNT_SHIFT 32
#define COUNT_MASK 0xffffff

/* Between them, a float of up to 15 digits has an exponent of at most two digits, and so is exact. */
#define LARGE 1e84
#define SMALL 1e-84

typedef struct text {
	const char *bytes;
	uint32_t length;
} text;

static zend_always_inline char type_of(uint64_t word)
{
	return (char) (word >> 56);
}

static zend_always_inline uint32_t count_of(uint64_t word)
{
	return (uint32_t) (word >> COUNT_SHIFT) & COUNT_MASK;
}

static zend_always_inline text text_of(const php_aco_tape_reader *reader, uint64_t word)
{
	const char *at = (const char *) reader->tape.strings + (word & PAYLOAD);

	return (text) {at + sizeof(uint32_t), aco_load_4(at)};
}

/* Interned, so that nobody counts references. */
static zend_string *make_string(php_aco_tape_reader *reader, const text *source)
{
	zend_string *string = php_aco_arena_take(reader->arena, _ZSTR_STRUCT_SIZE(source->length));

	if (EXPECTED(string)) {
		GC_SET_REFCOUNT(string, 1);
		GC_TYPE_INFO(string) = GC_STRING | ((IS_STR_INTERNED | IS_STR_PERMANENT) << GC_FLAGS_SHIFT);
		ZSTR_H(string) = 0;
		ZSTR_LEN(string) = source->length;
		memcpy(ZSTR_VAL(string), source->bytes, source->length);
		string->val[source->length] = '\0';
	}

	return string;
}

static bool set_string(php_aco_tape_reader *reader, zval *target, const text *source)
{
	zend_string *string = make_string(reader, source);

	if (UNEXPECTED(!string)) {
		return false;
	}
	ZVAL_INTERNED_STR(target, string);
	return true;
}

/* Immutable, without elements. */
static HashTable *make_table(php_aco_tape_reader *reader, uint32_t flags, uint32_t size, uint32_t mask,
	size_t data_size)
{
	HashTable *table = php_aco_arena_take(reader->arena, sizeof(*table));
	void *data = php_aco_arena_take(reader->arena, data_size);

	if (UNEXPECTED(!table || !data)) {
		return NULL;
	}

	GC_SET_REFCOUNT(table, 2);
	GC_TYPE_INFO(table) = GC_ARRAY | (GC_IMMUTABLE << GC_FLAGS_SHIFT);
	HT_FLAGS(table) = flags;
	table->nTableMask = mask;
	HT_SET_DATA_ADDR(table, data);
	table->nNumUsed = table->nNumOfElements = 0;
	table->nTableSize = size;
	table->nInternalPointer = 0;
	table->nNextFreeElement = ZEND_LONG_MIN;
	table->pDestructor = NULL;
	return table;
}

static bool read_value(php_aco_tape_reader *reader, size_t *at, zval *target);

/* Where PHP 8.1 has buckets in lists as well, later ones have the values alone. */
#if PHP_VERSION_ID >= 80200
# define LIST_SIZE(count) HT_PACKED_SIZE_EX((count), HT_MIN_MASK)

static zval *list_value(HashTable *list, uint32_t index)
{
	return &list->arPacked[index];
}
#else
# define LIST_SIZE(count) HT_SIZE_EX((count), HT_MIN_MASK)

static zval *list_value(HashTable *list, uint32_t index)
{
	list->arData[index].h = index;
	list->arData[index].key = NULL;
	return &list->arData[index].val;
}
#endif

static HashTable *read_list(php_aco_tape_reader *reader, size_t *at)
{
	uint32_t count = count_of(reader->tape.words[(*at)++]);
	HashTable *table = make_table(reader, HASH_FLAG_PACKED | HASH_FLAG_STATIC_KEYS, count, HT_MIN_MASK,
		LIST_SIZE(count));

	if (UNEXPECTED(!table)) {
		return NULL;
	}

	HT_HASH_RESET_PACKED(table);

	for (uint32_t i = 0; i < count; i++) {
		if (!read_value(reader, at, list_value(table, i))) {
			return NULL;
		}
	}

	table->nNumUsed = table->nNumOfElements = count;
	table->nNextFreeElement = count;
	(*at)++;
	return table;
}

/* The bucket of a new key, with it. False when the table has the key already. */
static zend_always_inline bool add_key(HashTable *table, zend_string *key, zend_ulong hash)
{
	Bucket *bucket = table->arData + table->nNumUsed;
	uint32_t slot = (uint32_t) hash | table->nTableMask;
	uint32_t other = HT_HASH(table, slot);

	for (; other != HT_INVALID_IDX; other = Z_NEXT(HT_HASH_TO_BUCKET(table, other)->val)) {
		const Bucket *present = HT_HASH_TO_BUCKET(table, other);

		if (UNEXPECTED(present->h == hash) && (present->key == key
				|| (present->key && key && zend_string_equal_content(present->key, key)))) {
			return false;
		}
	}

	bucket->h = hash;
	bucket->key = key;
	Z_NEXT(bucket->val) = HT_HASH(table, slot);
	HT_HASH(table, slot) = HT_IDX_TO_HASH(table->nNumUsed);
	table->nNumUsed++;
	table->nNumOfElements++;
	return true;
}

/* As a key of an array: decimal digits become an integer. False when it is there already, or memory is short. */
static bool add_text_key(php_aco_tape_reader *reader, HashTable *table, const text *name)
{
	zend_string *key;
	zend_ulong number;

	if (ZEND_HANDLE_NUMERIC_STR(name->bytes, name->length, number)) {
		return add_key(table, NULL, number);
	}
	key = make_string(reader, name);
	return key && add_key(table, key, zend_string_hash_val(key));
}

static size_t pass_value(const php_aco_tape_reader *reader, size_t at)
{
	uint64_t word = reader->tape.words[at];

	switch (type_of(word)) {
		case '{':
		case '[':
			return (size_t) (uint32_t) word;
		case 'l':
		case 'u':
		case 'd':
			return at + 2;
		default:
			return at + 1;
	}
}

/* `only_known`: no other members are made. */
static HashTable *read_object(php_aco_tape_reader *reader, size_t *at, bool only_known)
{
	uint32_t count = count_of(reader->tape.words[(*at)++]), size = HT_MIN_SIZE;
	HashTable *table;

	while (size < count) {
		size *= 2;
	}

	table = make_table(reader, HASH_FLAG_STATIC_KEYS, size, HT_SIZE_TO_MASK(size),
		HT_HASH_SIZE(HT_SIZE_TO_MASK(size)) + count * sizeof(Bucket));
	if (UNEXPECTED(!table)) {
		return NULL;
	}

	HT_HASH_RESET(table);

	for (uint32_t i = 0; i < count; i++) {
		text name = text_of(reader, reader->tape.words[(*at)++]);
		zend_string *known = aco_map_known_key(name.bytes, name.length);
		zval *value = &table->arData[table->nNumUsed].val;

		if (!known && only_known) {
			*at = pass_value(reader, *at);
			continue;
		}

		if (!(known ? add_key(table, known, ZSTR_H(known)) : add_text_key(reader, table, &name))) {
			return NULL;
		}

		/* Leaves the link to the next bucket alone. */
		if (!read_value(reader, at, value)) {
			return NULL;
		}
	}

	(*at)++;
	return table;
}

static bool set_table(zval *target, HashTable *table)
{
	if (UNEXPECTED(!table)) {
		return false;
	}
	Z_ARR_P(target) = table;
	Z_TYPE_INFO_P(target) = IS_ARRAY;
	return true;
}

static void set_float(php_aco_tape_reader *reader, zval *target, uint64_t bits)
{
	double value;

	memcpy(&value, &bits, sizeof(value));
	reader->has_extreme = reader->has_extreme || !(fabs(value) >= SMALL && fabs(value) < LARGE);
	ZVAL_DOUBLE(target, value);
}

/* False where the text has to be decoded in another way, or memory is short. */
static bool read_value(php_aco_tape_reader *reader, size_t *at, zval *target)
{
	const uint64_t *words = reader->tape.words + *at;
	text string;

	switch (type_of(*words)) {
		case '"':
			string = text_of(reader, *words);
			(*at)++;
			return set_string(reader, target, &string);
		case '{':
			return set_table(target, read_object(reader, at, false));
		case '[':
			return set_table(target, read_list(reader, at));
		case 'l':
			ZVAL_LONG(target, (zend_long) (int64_t) words[1]);
			*at += 2;
			return true;
		case 'd':
			set_float(reader, target, words[1]);
			*at += 2;
			return true;
		case 't':
			ZVAL_TRUE(target);
			break;
		case 'f':
			ZVAL_FALSE(target);
			break;
		case 'n':
			ZVAL_NULL(target);
			break;
		default:
			/* An integer beyond 63 bits, which becomes a string. */
			return false;
	}

	(*at)++;
	return true;
}

HashTable *php_aco_tape_item(php_aco_tape_reader *reader)
{
	/* Behind the word of the root. */
	size_t at = 1;

	return read_object(reader, &at, true);
}
