/* SPDX-License-Identifier: MIT */
/*
 * The export schema of Commerce's SaaS Data Export (et_schema.xml), read once: which fields an item and the records in
 * it have, their types, and where a snapshot of the providers' rows holds the values of fields that have a provider of
 * their own.
 */
#ifndef ACO_PHP_COLLECT_SCHEMA_H
#define ACO_PHP_COLLECT_SCHEMA_H

#include "php.h"

typedef enum php_aco_field_type {
	PHP_ACO_FIELD_RECORD,
	PHP_ACO_FIELD_STRING,
	PHP_ACO_FIELD_INT,
	PHP_ACO_FIELD_FLOAT,
	PHP_ACO_FIELD_BOOLEAN
} php_aco_field_type;

struct php_aco_record;

/* Names of the fields by which a provider's rows belong to a record. Fields of a record often share them. */
typedef struct php_aco_using {
	zend_string **names;
	uint32_t count;
} php_aco_using;

typedef struct php_aco_field {
	zend_string *name;
	/* The key of the provider's rows in a snapshot; NULL: the value lies in the row of the record. */
	zend_string *snapshot_key;
	struct php_aco_record *record;
	/* Number of one of the record's usings; that of a root field is not looked at. */
	uint32_t using;
	php_aco_field_type type;
	bool is_repeated;
} php_aco_field;

typedef struct php_aco_record {
	php_aco_field *fields;
	uint32_t count;
	php_aco_using *usings;
	uint32_t using_count;
	/* Members without a value are left out instead of null. */
	bool skips_null;
} php_aco_record;

typedef struct php_aco_schema {
	php_aco_field root;
	/* Records by the names of their types, which may contain themselves. */
	HashTable records;
} php_aco_schema;

/* False with an exception pending that names the field; the schema is to be freed in either case. */
bool php_aco_schema_read(php_aco_schema *schema, HashTable *root, HashTable *records);
void php_aco_schema_free(php_aco_schema *schema);

#endif
