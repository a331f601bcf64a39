/* SPDX-License-Identifier: MIT */
#include "src/php/collect/item_assembler.h"

#include "src/php/classes.h"
#include "src/php/collect/assemble.h"
#include "src/php/collect/item_assembler_arginfo.h"

typedef struct php_aco_item_assembler {
	php_aco_schema schema;
	bool is_constructed;
	zend_object std;
} php_aco_item_assembler;

#define PHP_ACO_ITEM_ASSEMBLER(object) PHP_ACO_FETCH(php_aco_item_assembler, (object))

PHP_ACO_ASSERT_STD_LAST(php_aco_item_assembler);

static zend_object_handlers php_aco_item_assembler_handlers;

static zend_object *php_aco_item_assembler_create(zend_class_entry *class_entry)
{
	return php_aco_object_create(class_entry, &php_aco_item_assembler_handlers);
}

static void php_aco_item_assembler_free(zend_object *object)
{
	php_aco_item_assembler *assembler = PHP_ACO_ITEM_ASSEMBLER(object);

	if (assembler->is_constructed) {
		php_aco_schema_free(&assembler->schema);
	}
	zend_object_std_dtor(object);
}

PHP_METHOD(Aco_ItemAssembler, __construct)
{
	php_aco_item_assembler *assembler = PHP_ACO_ITEM_ASSEMBLER(Z_OBJ_P(ZEND_THIS));
	HashTable *field, *records;
	php_aco_schema schema;

	ZEND_PARSE_PARAMETERS_START(2, 2)
		Z_PARAM_ARRAY_HT(field)
		Z_PARAM_ARRAY_HT(records)
	ZEND_PARSE_PARAMETERS_END();

	if (assembler->is_constructed) {
		zend_throw_error(NULL, "Cannot construct Aco\\ItemAssembler twice");
		RETURN_THROWS();
	}

	if (!php_aco_schema_read(&schema, field, records)) {
		php_aco_schema_free(&schema);
		RETURN_THROWS();
	}
	assembler->schema = schema;
	assembler->is_constructed = true;
}

PHP_METHOD(Aco_ItemAssembler, assemble)
{
	php_aco_item_assembler *assembler = PHP_ACO_ITEM_ASSEMBLER(Z_OBJ_P(ZEND_THIS));
	HashTable *snapshot;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_ARRAY_HT(snapshot)
	ZEND_PARSE_PARAMETERS_END();

	if (!assembler->is_constructed) {
		zend_throw_error(NULL, "Aco\\ItemAssembler was not constructed");
		RETURN_THROWS();
	}

	if (!php_aco_assemble(&assembler->schema, snapshot, return_value)) {
		RETURN_NULL();
	}
}

void php_aco_collect_item_assembler_register(void)
{
	php_aco_object_register(register_class_Aco_ItemAssembler(), php_aco_item_assembler_create,
		&php_aco_item_assembler_handlers, offsetof(php_aco_item_assembler, std), php_aco_item_assembler_free, NULL);
}
