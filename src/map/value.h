/* SPDX-License-Identifier: MIT */
/*
 * Reads typed values out of items and writes them as JSON members. Functions return false when a value has the wrong
 * type; the mapping then holds field and reason.
 */
#ifndef ACO_MAP_VALUE_H
#define ACO_MAP_VALUE_H

#include "src/map/map.h"
#include "src/core/base/words.h"

#define ACO_PATH(parent, name) (&(aco_map_path) {(parent), (name), 0})
#define ACO_PATH_INDEX(parent, index) (&(aco_map_path) {(parent), NULL, (index)})

/* Always false, so that callers can return it. `path` NULL: the item itself. */
bool aco_map_fail(aco_mapping *mapping, const aco_map_path *path, const char *reason);
bool aco_map_fail_type(aco_mapping *mapping, const aco_map_path *path, const char *expected, const zval *value);

/* The value itself, behind references and slots of properties; NULL for null. */
static zend_always_inline zval *aco_map_plain(zval *value)
{
	/* Most values are scalars or arrays: one comparison tells. */
	if (EXPECTED((unsigned) Z_TYPE_P(value) - IS_FALSE <= IS_ARRAY - IS_FALSE)) {
		return value;
	}

	if (UNEXPECTED(Z_TYPE_P(value) == IS_INDIRECT)) {
		value = Z_INDIRECT_P(value);
	}
	ZVAL_DEREF(value);
	return Z_TYPE_P(value) > IS_NULL ? value : NULL;
}

/* The name of a member, which is not an integer. memcmp() of more bytes than that would be a call. */
static zend_always_inline bool aco_map_is_key(const zend_string *name, aco_map_key key)
{
	const size_t length = aco_map_key_names[key].length, word = sizeof(uint64_t);
	const char *text = aco_map_key_names[key].text;
	size_t at = 0;

	if (ZSTR_LEN(name) != length) {
		return false;
	}
	if (length <= 2 * word) {
		return memcmp(ZSTR_VAL(name), text, length) == 0;
	}

	for (; at + word < length; at += word) {
		if (aco_load_8(ZSTR_VAL(name) + at) != aco_load_8(text + at)) {
			return false;
		}
	}

	return aco_load_8(ZSTR_VAL(name) + length - word) == aco_load_8(text + length - word);
}

/*
 * The slot of a member; NULL when it is absent. zend_hash_find_known_hash() inlined: an item needs about a hundred
 * lookups, and with a constant key each is a handful of instructions.
 */
static zend_always_inline zval *aco_map_find(const HashTable *fields, aco_map_key key)
{
	zend_ulong hash = aco_map_key_hashes[key];
	/* The index of a packed array is empty: it has no members. */
	uint32_t index = HT_HASH_EX(fields->arData, (uint32_t) hash | fields->nTableMask);

	while (index != HT_INVALID_IDX) {
		Bucket *bucket = HT_HASH_TO_BUCKET_EX(fields->arData, index);

		if (bucket->h == hash && bucket->key && aco_map_is_key(bucket->key, key)) {
			return &bucket->val;
		}
		index = Z_NEXT(bucket->val);
	}
	return NULL;
}

/* The value of a member; NULL when it is absent or null. */
static zend_always_inline zval *aco_map_get(const HashTable *fields, aco_map_key key)
{
	zval *value = aco_map_find(fields, key);

	return value ? aco_map_plain(value) : NULL;
}

static zend_always_inline const char *aco_map_name(aco_map_key key)
{
	return aco_map_key_names[key].text;
}

static zend_always_inline bool aco_map_text_is(const aco_text *text, const char *literal, size_t length)
{
	return text->length == length && memcmp(text->bytes, literal, length) == 0;
}

#define ACO_TEXT_IS(text, literal) aco_map_text_is((text), (literal), sizeof(literal) - 1)

/* For values that are no strings: a number in its shortest form, an error for other types. */
bool aco_map_number_text(aco_mapping *mapping, zval *value, const aco_map_path *path, aco_text *text);

/* A string, or a number as text. */
static zend_always_inline bool aco_map_text(aco_mapping *mapping, zval *value, const aco_map_path *path, aco_text *text)
{
	if (EXPECTED(Z_TYPE_P(value) == IS_STRING)) {
		text->bytes = Z_STRVAL_P(value);
		text->length = Z_STRLEN_P(value);
		return true;
	}
	return aco_map_number_text(mapping, value, path, text);
}

/* An optional member: when absent, `text->bytes` is NULL. */
static zend_always_inline bool aco_map_text_member(aco_mapping *mapping, HashTable *fields, aco_map_key key,
	const aco_map_path *path, aco_text *text)
{
	zval *value = aco_map_find(fields, key);

	/* The usual type first: only others need the path, and it costs more than the test. */
	if (EXPECTED(value && Z_TYPE_P(value) == IS_STRING)) {
		text->bytes = Z_STRVAL_P(value);
		text->length = Z_STRLEN_P(value);
		return true;
	}

	if (!value || !(value = aco_map_plain(value))) {
		text->bytes = NULL;
		text->length = 0;
		return true;
	}

	return aco_map_text(mapping, value, ACO_PATH(path, aco_map_name(key)), text);
}

/* Fails for a text that is absent or empty. */
bool aco_map_check_filled(aco_mapping *mapping, const aco_map_path *path, const aco_text *text);

/* A required member: absent, null and "" are errors. */
static zend_always_inline bool aco_map_text_required(aco_mapping *mapping, HashTable *fields, aco_map_key key,
	const aco_map_path *path, aco_text *text)
{
	return aco_map_text_member(mapping, fields, key, path, text)
		&& (EXPECTED(text->length > 0) || aco_map_check_filled(mapping, ACO_PATH(path, aco_map_name(key)), text));
}

/* A boolean, a number, "0" or "1". */
bool aco_map_flag(aco_mapping *mapping, zval *value, const aco_map_path *path, bool *flag);

/* Absent leaves `*flag` as it is. */
static zend_always_inline bool aco_map_flag_member(aco_mapping *mapping, HashTable *fields, aco_map_key key,
	const aco_map_path *path, bool *flag)
{
	zval *value = aco_map_get(fields, key);

	if (EXPECTED(value && (Z_TYPE_P(value) == IS_TRUE || Z_TYPE_P(value) == IS_FALSE))) {
		*flag = Z_TYPE_P(value) == IS_TRUE;
		return true;
	}

	return !value || aco_map_flag(mapping, value, ACO_PATH(path, aco_map_name(key)), flag);
}

/* Integers, integral floats and their decimal strings. */
bool aco_map_int(aco_mapping *mapping, zval *value, const aco_map_path *path, zend_long *number);

/* Absent leaves `*number` as it is. */
static zend_always_inline bool aco_map_int_member(aco_mapping *mapping, HashTable *fields, aco_map_key key,
	const aco_map_path *path, zend_long *number)
{
	zval *value = aco_map_get(fields, key);

	if (EXPECTED(value && Z_TYPE_P(value) == IS_LONG)) {
		*number = Z_LVAL_P(value);
		return true;
	}

	return !value || aco_map_int(mapping, value, ACO_PATH(path, aco_map_name(key)), number);
}

/* Finite numbers and numeric strings. */
bool aco_map_number(aco_mapping *mapping, zval *value, const aco_map_path *path, zval *number);

/* Absent leaves `*found` false. */
static zend_always_inline bool aco_map_number_member(aco_mapping *mapping, HashTable *fields, aco_map_key key,
	const aco_map_path *path, zval *number, bool *found)
{
	zval *value = aco_map_get(fields, key);

	if (!value) {
		return true;
	}

	*found = true;
	if (EXPECTED(Z_TYPE_P(value) == IS_LONG || (Z_TYPE_P(value) == IS_DOUBLE && zend_finite(Z_DVAL_P(value))))) {
		ZVAL_COPY_VALUE(number, value);
		return true;
	}

	return aco_map_number(mapping, value, ACO_PATH(path, aco_map_name(key)), number);
}

/* A list entry that has to be an array. */
static zend_always_inline bool aco_map_entry(aco_mapping *mapping, zval *value, const aco_map_path *path,
	HashTable **entry)
{
	if (UNEXPECTED(Z_TYPE_P(value) != IS_ARRAY)) {
		aco_map_fail_type(mapping, path, "an array", value);
		return false;
	}
	*entry = Z_ARRVAL_P(value);
	return true;
}

/* An array member; absent leaves `*list` NULL. */
static zend_always_inline bool aco_map_list_member(aco_mapping *mapping, HashTable *fields, aco_map_key key,
	const aco_map_path *path, HashTable **list)
{
	zval *value = aco_map_get(fields, key);

	*list = NULL;
	return !value || aco_map_entry(mapping, value, ACO_PATH(path, aco_map_name(key)), list);
}

/* Records the first field in which invalid UTF-8 was replaced. */
void aco_map_note_replaced(aco_mapping *mapping, const aco_map_path *path);

static zend_always_inline void aco_map_write_text(aco_mapping *mapping, aco_json *json, const aco_text *text,
	const aco_map_path *path)
{
	if (UNEXPECTED(!aco_json_string(json, text->bytes, text->length))) {
		aco_map_note_replaced(mapping, path);
	}
}

/* Writes a text as a member, with a comma where it needs one. `wire`, its name, is a literal. */
#define ACO_MAP_WRITE_MEMBER(mapping, wire, text, path) \
	ACO_MAP_WRITE_BY(aco_json_string_member, (mapping), wire, (text), (path))
/* Begins the object of a document with its first member. */
#define ACO_MAP_BEGIN(mapping, wire, text, path) \
	ACO_MAP_WRITE_BY(aco_json_begin_string, (mapping), wire, (text), (path))
/* For texts read from the item, where it is known that the member is the first of its object or follows another. */
#define ACO_MAP_WRITE_FIRST(mapping, wire, text, path) \
	ACO_MAP_WRITE_BY(aco_json_first_string, (mapping), wire, (text), (path))
#define ACO_MAP_WRITE_NEXT(mapping, wire, text, path) \
	ACO_MAP_WRITE_BY(aco_json_next_string, (mapping), wire, (text), (path))
#define ACO_MAP_WRITE_BY(writer, mapping, wire, text, path) do { \
		if (UNEXPECTED(!writer(&(mapping)->out, wire, (text)->bytes, (text)->length))) { \
			aco_map_note_replaced((mapping), (path)); \
		} \
	} while (0)

static zend_always_inline char aco_map_upper(char byte)
{
	return byte >= 'a' && byte <= 'z' ? (char) (byte - 'a' + 'A') : byte;
}

/* Eight bytes with their ASCII letters in upper case: the sums have bit 7 of a byte set from 'a' on, and above 'z'. */
static zend_always_inline uint64_t aco_map_upper_8(uint64_t word)
{
	const uint64_t each = UINT64_C(0x0101010101010101);
	uint64_t low_bits = word & each * 0x7f;
	uint64_t from_a = low_bits + each * (0x80 - 'a');
	uint64_t above_z = low_bits + each * (0x80 - 'z' - 1);

	return word - ((from_a & ~above_z & ~word & each * 0x80) >> 2);
}

/* Copies a text read from the item, with its NUL, in words: `target` has room for 8 bytes more than the text. */
static zend_always_inline void aco_map_copy_upper(char *target, const char *text, size_t length)
{
	for (size_t at = 0; at <= length; at += sizeof(uint64_t)) {
		aco_store_8(target + at, aco_map_upper_8(aco_load_8(text + at)));
	}
}

/* Writes a text read from the item with its ASCII letters in upper case, as the string that `opening` opens. */
void aco_map_write_upper(aco_mapping *mapping, const char *opening, const aco_text *text, const aco_map_path *path);
void aco_map_write_number(aco_json *json, const zval *number);

/* A member that is opened before its content is known, and removed again if it stays empty. */
typedef struct aco_map_group {
	size_t start;
	size_t empty;
} aco_map_group;

void aco_map_open(aco_mapping *mapping, aco_map_group *group, const char *name, size_t length);
void aco_map_close(aco_mapping *mapping, const aco_map_group *group, const char *end);

/* `name` is a literal: the quoted name, the colon and the brackets that begin the value. */
#define ACO_MAP_OPEN(mapping, group, name) aco_map_open((mapping), (group), name, sizeof(name) - 1)

/* Writes the member "keywords" from a text with one keyword a line, trimmed; `*any` says whether there was one. */
void aco_map_write_keywords(aco_mapping *mapping, aco_json *json, const aco_text *text, const aco_map_path *path,
	bool *any);
/* Writes the member "metaTags" with title, description and keywords, unless all are absent. */
bool aco_map_meta_tags(aco_mapping *mapping, HashTable *item, aco_map_key keywords);

/*
 * Copies a member of the item under another name, unless it is absent. `wire`, that name, is a literal. The macros make
 * the calling function return false when the type is wrong.
 */
#define ACO_MAP_OPTIONAL_TEXT(mapping, fields, key, parent, wire) do { \
		aco_text text_; \
		const aco_map_path path_ = {(parent), aco_map_name(key), 0}; \
		if (UNEXPECTED(!aco_map_text_member((mapping), (fields), (key), (parent), &text_))) { \
			return false; \
		} \
		if (text_.bytes) { \
			ACO_MAP_WRITE_MEMBER((mapping), wire, &text_, &path_); \
		} \
	} while (0)

/* The same where the member follows another one. */
#define ACO_MAP_NEXT_TEXT(mapping, fields, key, parent, wire) do { \
		aco_text text_; \
		if (UNEXPECTED(!aco_map_text_member((mapping), (fields), (key), (parent), &text_))) { \
			return false; \
		} \
		if (text_.bytes) { \
			ACO_MAP_WRITE_NEXT((mapping), wire, &text_, ACO_PATH((parent), aco_map_name(key))); \
		} \
	} while (0)

#define ACO_MAP_OPTIONAL_NUMBER(mapping, fields, key, parent, wire) do { \
		zval number_; \
		bool found_ = false; \
		if (UNEXPECTED(!aco_map_number_member((mapping), (fields), (key), (parent), &number_, &found_))) { \
			return false; \
		} \
		if (found_) { \
			aco_json_key(&(mapping)->out, wire); \
			aco_map_write_number(&(mapping)->out, &number_); \
		} \
	} while (0)

#define ACO_MAP_OPTIONAL_FLAG(mapping, fields, key, parent, wire) do { \
		zval *value_ = aco_map_get((fields), (key)); \
		if (value_) { \
			bool flag_; \
			if (UNEXPECTED(!aco_map_flag((mapping), value_, ACO_PATH((parent), aco_map_name(key)), &flag_))) { \
				return false; \
			} \
			aco_json_key(&(mapping)->out, wire); \
			aco_json_bool(&(mapping)->out, flag_); \
		} \
	} while (0)

#endif
