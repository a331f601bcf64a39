/*
 * Reading typed values out of items and writing them as JSON members. Everything returns false
 * when the value has a wrong type, with the field and the reason in the map.
 */
#ifndef ACO_MAP_VALUE_H
#define ACO_MAP_VALUE_H

#include "map.h"
#include "src/core/aco_number.h"
#include "src/core/aco_words.h"

/* A string value, or a number written into `number`. */
typedef struct aco_text {
	const char *bytes;
	size_t length;
	char number[ACO_NUMBER_SIZE];
} aco_text;

#define ACO_PATH(parent, name) (&(aco_map_path) {(parent), (name), 0})
#define ACO_PATH_INDEX(parent, index) (&(aco_map_path) {(parent), NULL, (index)})

/* Always false, so that callers can return it. `path` NULL: the item itself. */
bool aco_map_fail(aco_map *map, const aco_map_path *path, const char *reason);
bool aco_map_fail_type(aco_map *map, const aco_map_path *path, const char *expected, const zval *value);

static zend_always_inline zval *aco_map_plain(zval *value)
{
	if (UNEXPECTED(Z_TYPE_P(value) == IS_INDIRECT)) {
		value = Z_INDIRECT_P(value);
	}
	ZVAL_DEREF(value);
	return Z_TYPE_P(value) > IS_NULL ? value : NULL;
}

/* memcmp() == 0 of short texts, by words that overlap: without a call. */
static zend_always_inline bool aco_same_bytes(const char *a, const char *b, size_t length)
{
	if (length >= 8) {
		for (size_t at = 0; at + 8 <= length; at += 8) {
			if (aco_load_8(a + at) != aco_load_8(b + at)) {
				return false;
			}
		}
		return aco_load_8(a + length - 8) == aco_load_8(b + length - 8);
	}
	if (length >= 4) {
		return aco_load_4(a) == aco_load_4(b) && aco_load_4(a + length - 4) == aco_load_4(b + length - 4);
	}
	for (size_t at = 0; at < length; at++) {
		if (a[at] != b[at]) {
			return false;
		}
	}
	return true;
}

static zend_always_inline bool aco_map_same_name(const zend_string *a, const zend_string *b)
{
	return ZSTR_LEN(a) == ZSTR_LEN(b) && aco_same_bytes(ZSTR_VAL(a), ZSTR_VAL(b), ZSTR_LEN(a));
}

/*
 * The value of a member; NULL when it is absent or null. As zend_hash_find_known_hash(), inlined:
 * an item takes about a hundred of these.
 */
static zend_always_inline zval *aco_map_get(const HashTable *fields, aco_map_key key)
{
	const zend_string *name = aco_map_key_strings[key];
	zend_ulong hash = ZSTR_H(name);
	/* A packed array has an empty index. */
	uint32_t index = HT_HASH_EX(fields->arData, (uint32_t) hash | fields->nTableMask);

	while (index != HT_INVALID_IDX) {
		Bucket *bucket = HT_HASH_TO_BUCKET_EX(fields->arData, index);

		if (bucket->h == hash && bucket->key && (bucket->key == name || aco_map_same_name(bucket->key, name))) {
			return aco_map_plain(&bucket->val);
		}
		index = Z_NEXT(bucket->val);
	}
	return NULL;
}

static zend_always_inline const char *aco_map_name(aco_map_key key)
{
	return ZSTR_VAL(aco_map_key_strings[key]);
}

static zend_always_inline bool aco_text_is(const aco_text *text, const char *literal, size_t length)
{
	return text->length == length && aco_same_bytes(text->bytes, literal, length);
}

#define ACO_TEXT_IS(text, literal) aco_text_is((text), (literal), sizeof(literal) - 1)

/* A string, or a number in its shortest form. */
bool aco_map_text(aco_map *map, zval *value, const aco_map_path *path, aco_text *text);

/* Optional member: absent leaves text->bytes NULL. */
static zend_always_inline bool aco_map_text_member(aco_map *map, HashTable *fields, aco_map_key key, const aco_map_path *path, aco_text *text)
{
	zval *value = aco_map_get(fields, key);

	if (EXPECTED(value && Z_TYPE_P(value) == IS_STRING)) {
		text->bytes = Z_STRVAL_P(value);
		text->length = Z_STRLEN_P(value);
		return true;
	}
	text->bytes = NULL;
	text->length = 0;
	return !value || aco_map_text(map, value, ACO_PATH(path, aco_map_name(key)), text);
}

/* Required member: absent, null and "" are errors. */
bool aco_map_text_required(aco_map *map, HashTable *fields, aco_map_key key, const aco_map_path *path, aco_text *text);
/* true/false, 0/1, "0"/"1". Absent leaves `*flag` as it is. */
bool aco_map_flag_member(aco_map *map, HashTable *fields, aco_map_key key, const aco_map_path *path, bool *flag);
/* Integers, integral floats and their decimal strings. Absent leaves `*number` as it is. */
bool aco_map_int_member(aco_map *map, HashTable *fields, aco_map_key key, const aco_map_path *path, zend_long *number);
/* Finite numbers and numeric strings. Absent leaves `*found` false. */
bool aco_map_number_member(aco_map *map, HashTable *fields, aco_map_key key, const aco_map_path *path, zval *number, bool *found);
/* A list entry that has to be an array. */
bool aco_map_entry(aco_map *map, zval *value, const aco_map_path *path, HashTable **entry);

/* An array member; absent leaves `*list` NULL. */
static zend_always_inline bool aco_map_list_member(aco_map *map, HashTable *fields, aco_map_key key, const aco_map_path *path, HashTable **list)
{
	zval *value = aco_map_get(fields, key);

	*list = NULL;
	return !value || aco_map_entry(map, value, ACO_PATH(path, aco_map_name(key)), list);
}

/* Writes a string value and notes the field when its UTF-8 was mended. */
void aco_map_write_text(aco_map *map, aco_json *json, const aco_text *text, const aco_map_path *path);
void aco_map_write_number(aco_json *json, const zval *number);
/* `keywords` text, one a line, each trimmed: writes the member "keywords" unless nothing is left. */
void aco_map_write_keywords(aco_map *map, aco_json *json, const aco_text *text, const aco_map_path *path, bool *any);
/* The member "metaTags" with title, description and keywords, unless all are absent. */
bool aco_map_meta_tags(aco_map *map, HashTable *item, aco_map_key keywords);

/*
 * A source field that is copied under a wire name, left out when absent. `wire` is a literal.
 * The macros return false from the calling function when the type is wrong.
 */
#define ACO_MAP_OPTIONAL_TEXT(map, fields, key, parent, wire) do { \
		aco_text text_; \
		const aco_map_path path_ = {(parent), aco_map_name(key), 0}; \
		if (UNEXPECTED(!aco_map_text_member((map), (fields), (key), (parent), &text_))) { \
			return false; \
		} \
		if (text_.bytes) { \
			aco_json_key(&(map)->out, wire); \
			aco_map_write_text((map), &(map)->out, &text_, &path_); \
		} \
	} while (0)

#define ACO_MAP_OPTIONAL_NUMBER(map, fields, key, parent, wire) do { \
		zval number_; \
		bool found_ = false; \
		if (UNEXPECTED(!aco_map_number_member((map), (fields), (key), (parent), &number_, &found_))) { \
			return false; \
		} \
		if (found_) { \
			aco_json_key(&(map)->out, wire); \
			aco_map_write_number(&(map)->out, &number_); \
		} \
	} while (0)

#define ACO_MAP_OPTIONAL_FLAG(map, fields, key, parent, wire) do { \
		if (aco_map_get((fields), (key))) { \
			bool flag_; \
			if (UNEXPECTED(!aco_map_flag_member((map), (fields), (key), (parent), &flag_))) { \
				return false; \
			} \
			aco_json_key(&(map)->out, wire); \
			aco_json_bool(&(map)->out, flag_); \
		} \
	} while (0)

#endif
