/* SPDX-License-Identifier: MIT */
#include "src/php/collect/schema.h"

#include "ext/json/php_json.h"
#include "ext/standard/base64.h"
#include "src/php/json.h"
#include "zend_exceptions.h"
#include "zend_smart_str.h"

/* Far more than Commerce has; records are read one within the other. */
#define MAX_RECORDS 1000

static zval *member(HashTable *array, const char *name)
{
	zval *value = zend_hash_str_find(array, name, strlen(name));

	if (value) {
		ZVAL_DEREF(value);
	}
	return value;
}

static HashTable *array_member(HashTable *array, const char *name)
{
	zval *value = member(array, name);

	return value && Z_TYPE_P(value) == IS_ARRAY ? Z_ARRVAL_P(value) : NULL;
}

static zend_string *string_member(HashTable *array, const char *name)
{
	zval *value = member(array, name);

	return value && Z_TYPE_P(value) == IS_STRING ? Z_STR_P(value) : NULL;
}

static bool is_true_member(HashTable *array, const char *name)
{
	zval *value = member(array, name);

	return value && zend_is_true(value);
}

/* PHP would take a number for the index of a list, which no field of a record is. */
static bool is_name(const zend_string *name)
{
	zend_ulong number;

	return name && !ZEND_HANDLE_NUMERIC_STR(ZSTR_VAL(name), ZSTR_LEN(name), number);
}

static php_aco_field_type type_of(const zend_string *name)
{
	if (zend_string_equals_literal(name, "String") || zend_string_equals_literal(name, "ID")) {
		return PHP_ACO_FIELD_STRING;
	}
	if (zend_string_equals_literal(name, "Int")) {
		return PHP_ACO_FIELD_INT;
	}
	if (zend_string_equals_literal(name, "Float")) {
		return PHP_ACO_FIELD_FLOAT;
	}
	return zend_string_equals_literal(name, "Boolean") ? PHP_ACO_FIELD_BOOLEAN : PHP_ACO_FIELD_RECORD;
}

/* As the framework's extractor names the rows of a field: by all that the schema says of it. */
static zend_string *snapshot_key(HashTable *field)
{
	smart_str json = {0};
	zend_string *key = NULL;
	zval value;

	php_aco_json_array(&value, field);
	if (php_json_encode(&json, &value, 0) == SUCCESS) {
		smart_str_0(&json);
		key = php_base64_encode((unsigned char *) ZSTR_VAL(json.s), ZSTR_LEN(json.s));
	} else if (!EG(exception)) {
		zend_value_error("A field of the export schema is not valid UTF-8");
	}
	smart_str_free(&json);
	return key;
}

static void using_free(php_aco_using *using)
{
	for (uint32_t i = 0; i < using->count; i++) {
		zend_string_release(using->names[i]);
	}
	efree(using->names);
}

static bool using_equals(const php_aco_using *a, const php_aco_using *b)
{
	if (a->count != b->count) {
		return false;
	}

	for (uint32_t i = 0; i < a->count; i++) {
		if (!zend_string_equals(a->names[i], b->names[i])) {
			return false;
		}
	}
	return true;
}

/* Adds the names to the record's unless it has them; `*number` is theirs. */
static bool read_using(php_aco_record *record, HashTable *references, const zend_string *field, uint32_t *number)
{
	uint32_t most = references ? zend_hash_num_elements(references) : 0;
	php_aco_using using = {safe_emalloc(most, sizeof(zend_string *), 1), 0};
	zval *reference;

	if (references) {
		ZEND_HASH_FOREACH_VAL(references, reference) {
			ZVAL_DEREF(reference);
			zend_string *name = Z_TYPE_P(reference) == IS_ARRAY ? string_member(Z_ARRVAL_P(reference), "field") : NULL;

			if (!is_name(name)) {
				zend_value_error("Field %s of the export schema: \"using\" names no field", ZSTR_VAL(field));
				using_free(&using);
				return false;
			}
			using.names[using.count++] = zend_string_copy(name);
		}
		ZEND_HASH_FOREACH_END();
	}

	for (*number = 0; *number < record->using_count; (*number)++) {
		if (using_equals(&record->usings[*number], &using)) {
			using_free(&using);
			return true;
		}
	}
	record->usings = safe_erealloc(record->usings, record->using_count + 1, sizeof(using), 0);
	record->usings[record->using_count++] = using;
	return true;
}

static php_aco_record *read_record(php_aco_schema *schema, zend_string *type, HashTable *records);

/* `of` is the record that has the field, or NULL. */
static bool read_field(
	php_aco_schema *schema, php_aco_field *field, HashTable *array, HashTable *records, php_aco_record *of)
{
	zend_string *name = string_member(array, "name"), *type = string_member(array, "type");

	if (!is_name(name) || !type) {
		zend_value_error("A field of the export schema has no name or no type");
		return false;
	}
	field->name = zend_string_copy(name);
	field->is_repeated = is_true_member(array, "repeated");
	field->type = type_of(type);

	/* The root's rows are in the snapshot, whether it has a provider or not. */
	if (!of || string_member(array, "provider")) {
		field->snapshot_key = snapshot_key(array);
		if (!field->snapshot_key || (of && !read_using(of, array_member(array, "using"), name, &field->using))) {
			return false;
		}
	}

	if (field->type == PHP_ACO_FIELD_RECORD) {
		field->record = read_record(schema, type, records);
		return field->record != NULL;
	}
	return true;
}

static php_aco_record *read_record(php_aco_schema *schema, zend_string *type, HashTable *records)
{
	php_aco_record *record = zend_hash_find_ptr(&schema->records, type);
	zval *array, *field;
	HashTable *fields;

	if (record) {
		return record;
	}
	array = zend_hash_find(records, type);
	if (array) {
		ZVAL_DEREF(array);
	}
	fields = array && Z_TYPE_P(array) == IS_ARRAY ? array_member(Z_ARRVAL_P(array), "field") : NULL;
	if (!fields) {
		zend_value_error("The export schema has no record %s", ZSTR_VAL(type));
		return NULL;
	}

	if (zend_hash_num_elements(&schema->records) >= MAX_RECORDS) {
		zend_value_error("The export schema has more than %d records", MAX_RECORDS);
		return NULL;
	}

	record = ecalloc(1, sizeof(*record));
	record->fields = ecalloc(zend_hash_num_elements(fields) + 1, sizeof(*record->fields));
	record->skips_null = is_true_member(Z_ARRVAL_P(array), "skipNull");
	/* Known before its fields are read, as they may be of the same type. */
	zend_hash_add_new_ptr(&schema->records, type, record);

	ZEND_HASH_FOREACH_VAL(fields, field) {
		ZVAL_DEREF(field);
		if (Z_TYPE_P(field) != IS_ARRAY) {
			zend_value_error("Record %s of the export schema has a field that is not an array", ZSTR_VAL(type));
			return NULL;
		}
		/* Counted first, so that what was read of it is freed. */
		record->count++;
		if (!read_field(schema, &record->fields[record->count - 1], Z_ARRVAL_P(field), records, record)) {
			return NULL;
		}
	}
	ZEND_HASH_FOREACH_END();
	return record;
}

static void field_free(php_aco_field *field)
{
	if (field->name) {
		zend_string_release(field->name);
	}
	if (field->snapshot_key) {
		zend_string_release(field->snapshot_key);
	}
}

static void record_free(zval *value)
{
	php_aco_record *record = Z_PTR_P(value);

	for (uint32_t i = 0; i < record->count; i++) {
		field_free(&record->fields[i]);
	}
	for (uint32_t i = 0; i < record->using_count; i++) {
		using_free(&record->usings[i]);
	}
	efree(record->fields);
	if (record->usings) {
		efree(record->usings);
	}
	efree(record);
}

bool php_aco_schema_read(php_aco_schema *schema, HashTable *root, HashTable *records)
{
	memset(&schema->root, 0, sizeof(schema->root));
	zend_hash_init(&schema->records, 8, NULL, record_free, false);
	return read_field(schema, &schema->root, root, records, NULL);
}

void php_aco_schema_free(php_aco_schema *schema)
{
	field_free(&schema->root);
	zend_hash_destroy(&schema->records);
}
