/* SPDX-License-Identifier: MIT */
#include "src/php/collect/assemble.h"

#include "ext/json/php_json.h"
#include "ext/standard/base64.h"
#include "zend_smart_str.h"

/* Types that contain themselves could be nested without end. */
#define MAX_DEPTH 64

static bool cast_to_int(const zval *value, zval *result)
{
	zend_long number;
	double real;

	switch (Z_TYPE_P(value)) {
		case IS_STRING:
			switch (is_numeric_string(Z_STRVAL_P(value), Z_STRLEN_P(value), &number, &real, true)) {
				case IS_LONG:
					ZVAL_LONG(result, number);
					return true;
				case IS_DOUBLE:
					break;
				default:
					ZVAL_LONG(result, 0);
					return true;
			}
			break;
		case IS_DOUBLE:
			real = Z_DVAL_P(value);
			break;
		default:
			ZVAL_LONG(result, zval_get_long((zval *) value));
			return true;
	}

	/* PHP 8.5 warns of others. */
	if (!zend_finite(real) || !ZEND_DOUBLE_FITS_LONG(real)) {
		return false;
	}
	ZVAL_LONG(result, zend_dval_to_lval(real));
	return true;
}

static bool cast_to_scalar(php_aco_field_type type, zval *value, zval *result)
{
	/* Arrays and objects are converted with warnings, or by code of their own. */
	if (Z_TYPE_P(value) > IS_STRING) {
		return false;
	}

	switch (type) {
		case PHP_ACO_FIELD_STRING:
			ZVAL_STR(result, zval_get_string(value));
			return true;
		case PHP_ACO_FIELD_INT:
			return cast_to_int(value, result);
		case PHP_ACO_FIELD_FLOAT:
			ZVAL_DOUBLE(result, zval_get_double(value));
			return true;
		default:
			ZVAL_BOOL(result, zend_is_true(value));
			return true;
	}
}

/* The member of an array that isset() finds. */
static zval *find_member(HashTable *array, zend_string *name)
{
	zval *value = zend_hash_find(array, name);

	if (!value) {
		return NULL;
	}
	ZVAL_DEREF(value);
	return Z_TYPE_P(value) == IS_NULL ? NULL : value;
}

static bool cast_field(const php_aco_field *field, zval *value, zval *result, int depth);

/* The members of a record that lies within a row; null without any. */
static bool cast_record(const php_aco_record *record, zval *value, zval *result, int depth)
{
	HashTable *members = NULL, *array;

	ZVAL_NULL(result);
	if (Z_TYPE_P(value) != IS_ARRAY || depth > MAX_DEPTH) {
		return false;
	}
	array = Z_ARRVAL_P(value);

	for (uint32_t i = 0; i < record->count; i++) {
		const php_aco_field *field = &record->fields[i];
		zval *found = find_member(array, field->name), member;

		if (!found && record->skips_null) {
			continue;
		}
		ZVAL_NULL(&member);
		if (found && !cast_field(field, found, &member, depth)) {
			if (members) {
				zend_array_destroy(members);
			}
			return false;
		}
		if (!members) {
			members = zend_new_array(record->count);
		}
		zend_hash_update(members, field->name, &member);
	}

	if (members) {
		ZVAL_ARR(result, members);
	}
	return true;
}

static bool cast_one(const php_aco_field *field, zval *value, zval *result, int depth)
{
	return field->type == PHP_ACO_FIELD_RECORD ? cast_record(field->record, value, result, depth + 1)
		: cast_to_scalar(field->type, value, result);
}

/*
 * A list in the types of the schema; null where there is none. Its records without members leave a gap, as in the
 * framework.
 */
static bool cast_list(const php_aco_field *field, HashTable *list, zval *result, int depth)
{
	uint32_t count = zend_hash_num_elements(list);
	HashTable *values = NULL;

	ZVAL_NULL(result);
	for (uint32_t i = 0; i < count; i++) {
		zval *value = zend_hash_index_find(list, i), one;

		if (value) {
			ZVAL_DEREF(value);
		}
		if (!value || !cast_one(field, value, &one, depth)) {
			if (values) {
				zend_array_destroy(values);
			}
			return false;
		}
		if (field->type == PHP_ACO_FIELD_RECORD && Z_TYPE(one) == IS_NULL) {
			continue;
		}
		if (!values) {
			values = zend_new_array(count);
		}
		zend_hash_index_add_new(values, i, &one);
	}

	if (values) {
		ZVAL_ARR(result, values);
	}
	return true;
}

/* A value in the types of the schema. */
static bool cast_field(const php_aco_field *field, zval *value, zval *result, int depth)
{
	if (!field->is_repeated) {
		return cast_one(field, value, result, depth);
	}
	if (Z_TYPE_P(value) != IS_ARRAY) {
		ZVAL_NULL(result);
		return Z_TYPE_P(value) != IS_OBJECT;
	}
	return cast_list(field, Z_ARRVAL_P(value), result, depth);
}

/* Appends a text as JSON; false for what is not valid UTF-8. */
static bool append_json(smart_str *json, zend_string *text)
{
	zval value;

	ZVAL_STR(&value, text);
	return php_json_encode(json, &value, 0) == SUCCESS;
}

/* The framework's key of the record that a row belongs to; NULL where it would complain of the row. */
static zend_string *lookup_key(const php_aco_using *using, HashTable *row)
{
	smart_str json = {0};
	zend_string *key = NULL;
	uint32_t i;

	smart_str_appendc(&json, '[');
	for (i = 0; i < using->count; i++) {
		zval *value = find_member(row, using->names[i]);
		zend_string *text;
		bool appended;

		if (!value || Z_TYPE_P(value) > IS_STRING) {
			break;
		}
		smart_str_appends(&json, i ? ",{" : "{");
		text = zval_get_string(value);
		appended = append_json(&json, using->names[i]);
		smart_str_appendc(&json, ':');
		appended = appended && append_json(&json, text);
		smart_str_appendc(&json, '}');
		zend_string_release(text);
		if (!appended) {
			break;
		}
	}

	if (i == using->count) {
		smart_str_appendc(&json, ']');
		smart_str_0(&json);
		key = php_base64_encode((unsigned char *) ZSTR_VAL(json.s), ZSTR_LEN(json.s));
	}
	smart_str_free(&json);
	return key;
}

typedef struct assembling {
	HashTable *snapshot;
	int depth;
} assembling;

static bool assemble_data(assembling *state, const php_aco_field *field, zval *data, zval *result);

/* The value of a field from the rows of its provider; nothing where the snapshot has none. */
static bool assemble_provided(
	assembling *state, const php_aco_field *field, zend_string *lookup, zval *rows, zval *result)
{
	zval *data;

	ZVAL_NULL(result);
	if (Z_TYPE_P(rows) != IS_ARRAY) {
		return false;
	}
	data = find_member(Z_ARRVAL_P(rows), lookup);
	return !data || assemble_data(state, field, data, result);
}

static bool assemble_field(assembling *state, const php_aco_record *record, const php_aco_field *field, HashTable *row,
	zend_string **lookups, HashTable *item)
{
	zval *value, result;
	bool done;

	if (!field->snapshot_key) {
		value = find_member(row, field->name);
		if (!value) {
			return true;
		}
		done = cast_field(field, value, &result, 0);
	} else {
		value = find_member(state->snapshot, field->snapshot_key);
		if (!value) {
			return true;
		}
		if (!lookups[field->using]) {
			lookups[field->using] = lookup_key(&record->usings[field->using], row);
		}
		done = lookups[field->using] && assemble_provided(state, field, lookups[field->using], value, &result);
	}

	if (done) {
		zend_hash_update(item, field->name, &result);
	}
	return done;
}

static bool assemble_row(assembling *state, const php_aco_record *record, zval *data, zval *result)
{
	zend_string **lookups;
	bool done = true;

	ZVAL_NULL(result);
	if (Z_TYPE_P(data) != IS_ARRAY || state->depth >= MAX_DEPTH) {
		return false;
	}
	lookups = ecalloc(record->using_count + 1, sizeof(*lookups));
	ZVAL_ARR(result, zend_new_array(record->count));

	state->depth++;
	for (uint32_t i = 0; i < record->count && done; i++) {
		done = assemble_field(state, record, &record->fields[i], Z_ARRVAL_P(data), lookups, Z_ARRVAL_P(result));
	}
	state->depth--;

	for (uint32_t i = 0; i < record->using_count; i++) {
		if (lookups[i]) {
			zend_string_release(lookups[i]);
		}
	}
	efree(lookups);
	if (!done) {
		zval_ptr_dtor(result);
		ZVAL_NULL(result);
	}
	return done;
}

static bool assemble_rows(assembling *state, const php_aco_record *record, zval *data, zval *result)
{
	uint32_t count;

	ZVAL_NULL(result);
	if (Z_TYPE_P(data) != IS_ARRAY) {
		return false;
	}
	count = zend_hash_num_elements(Z_ARRVAL_P(data));

	for (uint32_t i = 0; i < count; i++) {
		zval *row = zend_hash_index_find(Z_ARRVAL_P(data), i), item;

		if (row) {
			ZVAL_DEREF(row);
		}
		if (!row || !assemble_row(state, record, row, &item)) {
			zval_ptr_dtor(result);
			ZVAL_NULL(result);
			return false;
		}
		if (i == 0) {
			ZVAL_ARR(result, zend_new_array(count));
		}
		zend_hash_next_index_insert_new(Z_ARRVAL_P(result), &item);
	}
	return true;
}

static bool assemble_data(assembling *state, const php_aco_field *field, zval *data, zval *result)
{
	if (field->type != PHP_ACO_FIELD_RECORD) {
		return cast_field(field, data, result, 0);
	}
	return field->is_repeated ? assemble_rows(state, field->record, data, result)
		: assemble_row(state, field->record, data, result);
}

bool php_aco_assemble(const php_aco_schema *schema, HashTable *snapshot, zval *items)
{
	assembling state = {snapshot, 0};
	zval *data = find_member(snapshot, schema->root.snapshot_key);

	if (!data) {
		ZVAL_EMPTY_ARRAY(items);
		return true;
	}
	if (!assemble_data(&state, &schema->root, data, items)) {
		return false;
	}
	if (Z_TYPE_P(items) != IS_ARRAY) {
		/* What the framework makes of nothing; a scalar it refuses. */
		bool is_nothing = !zend_is_true(items);

		zval_ptr_dtor(items);
		ZVAL_EMPTY_ARRAY(items);
		return is_nothing;
	}
	return true;
}
