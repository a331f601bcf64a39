/* SPDX-License-Identifier: MIT */
#include "src/php/classes.h"

#include "src/php/document.h"
#include "src/php/exceptions.h"
#include "src/map/prefetch.h"
#include "src/php/mapper_arginfo.h"

zend_class_entry *php_aco_mapper_ce;

PHP_ACO_ASSERT_STD_LAST(php_aco_mapper);

static zend_object_handlers php_aco_mapper_handlers;

enum { PROPERTY_FEED };

static zend_object *php_aco_mapper_create(zend_class_entry *class_entry)
{
	return php_aco_object_create(class_entry, &php_aco_mapper_handlers);
}

static void php_aco_mapper_free(zend_object *object)
{
	php_aco_mapper *mapper = PHP_ACO_MAPPER(object);

	zend_object_std_dtor(object);
	if (mapper->feed_case) {
		OBJ_RELEASE(mapper->feed_case);
	}
	if (mapper->scopes) {
		OBJ_RELEASE(mapper->scopes);
	}
}

aco_mapping *php_aco_scratch_mapping(void)
{
	return &ACO_G(mapping);
}

bool php_aco_mapper_run(php_aco_mapper *mapper, HashTable *item, aco_map_result *result)
{
	*result = aco_map_item(php_aco_scratch_mapping(), mapper->feed, item,
		mapper->scopes ? php_aco_scopes_websites(mapper->scopes) : NULL,
		mapper->scopes ? php_aco_scopes_store_views(mapper->scopes) : NULL);
	if (UNEXPECTED(*result == ACO_MAP_NO_MEMORY)) {
		php_aco_throw_memory();
		return false;
	}
	return true;
}

void php_aco_mapper_construct(zend_object *object, zend_object *feed_case, zend_object *scopes)
{
	php_aco_mapper *mapper = PHP_ACO_MAPPER(object);
	zval value;

	mapper->feed = php_aco_feed_id(feed_case);
	GC_ADDREF(feed_case);
	mapper->feed_case = feed_case;

	if (scopes) {
		GC_ADDREF(scopes);
		mapper->scopes = scopes;
	}

	ZVAL_OBJ_COPY(&value, feed_case);
	php_aco_set_property(object, PROPERTY_FEED, &value);
}

bool php_aco_mapper_check(zend_object *object)
{
	if (UNEXPECTED(!PHP_ACO_MAPPER(object)->feed_case)) {
		zend_throw_error(NULL, "Aco\\Mapper was not constructed");
		return false;
	}
	return true;
}

PHP_METHOD(Aco_Mapper, __construct)
{
	zend_object *object = Z_OBJ_P(ZEND_THIS), *feed, *scopes = NULL;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_OBJ_OF_CLASS(feed, php_aco_feed_ce)
		Z_PARAM_OPTIONAL
		Z_PARAM_OBJ_OF_CLASS_OR_NULL(scopes, php_aco_scopes_ce)
	ZEND_PARSE_PARAMETERS_END();

	if (PHP_ACO_MAPPER(object)->feed_case) {
		zend_throw_error(NULL, "Cannot construct Aco\\Mapper twice");
		RETURN_THROWS();
	}

	if (scopes && !php_aco_scopes_check(scopes)) {
		RETURN_THROWS();
	}

	php_aco_mapper_construct(object, feed, scopes);
}

static bool run_deletion(php_aco_mapper *mapper, HashTable *item, aco_map_result *result)
{
	*result = aco_map_deletion(php_aco_scratch_mapping(), mapper->feed, item);
	if (UNEXPECTED(*result == ACO_MAP_NO_MEMORY)) {
		php_aco_throw_memory();
		return false;
	}
	return true;
}

static void map_one(INTERNAL_FUNCTION_PARAMETERS, bool (*run)(php_aco_mapper *, HashTable *, aco_map_result *))
{
	php_aco_mapper *mapper = PHP_ACO_MAPPER(Z_OBJ_P(ZEND_THIS));
	aco_map_result result;
	HashTable *item;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_ARRAY_HT(item)
	ZEND_PARSE_PARAMETERS_END();

	if (!php_aco_mapper_check(&mapper->std)) {
		RETURN_THROWS();
	}
	if (!run(mapper, item, &result)) {
		RETURN_THROWS();
	}

	switch (result) {
		case ACO_MAP_DONE:
			php_aco_document_make(return_value, mapper->feed_case, mapper->feed, php_aco_scratch_mapping());
			break;
		case ACO_MAP_FAILED:
			php_aco_throw_mapping(mapper->feed, item, php_aco_scratch_mapping());
			RETURN_THROWS();
		default:
			RETURN_NULL();
	}
}

PHP_METHOD(Aco_Mapper, map)
{
	map_one(INTERNAL_FUNCTION_PARAM_PASSTHRU, php_aco_mapper_run);
}

/* Maps an item of a list to a document, null or the exception of its failure; false with an exception pending. */
static bool map_entry(php_aco_mapper *mapper, zval *item, uint32_t place, zval *target)
{
	aco_map_result result;

	ZVAL_NULL(target);
	ZVAL_DEREF(item);
	if (Z_TYPE_P(item) != IS_ARRAY) {
		php_aco_throw_argument("item %u of $items must be an array, %s given", place, zend_zval_type_name(item));
		return false;
	}
	if (!php_aco_mapper_run(mapper, Z_ARRVAL_P(item), &result)) {
		return false;
	}

	if (result == ACO_MAP_DONE) {
		php_aco_document_make(target, mapper->feed_case, mapper->feed, php_aco_scratch_mapping());
	} else if (result == ACO_MAP_FAILED) {
		php_aco_make_mapping_exception(target, mapper->feed, Z_ARRVAL_P(item), php_aco_scratch_mapping());
	}

	return true;
}

PHP_METHOD(Aco_Mapper, mapAll)
{
	php_aco_mapper *mapper = PHP_ACO_MAPPER(Z_OBJ_P(ZEND_THIS));
	zval *item, mapped;
	uint32_t place = 0;
	zend_string *key;
	HashTable *items;
	zend_ulong index;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_ARRAY_HT(items)
	ZEND_PARSE_PARAMETERS_END();

	if (!php_aco_mapper_check(&mapper->std)) {
		RETURN_THROWS();
	}

	array_init_size(return_value, zend_hash_num_elements(items));

	ZEND_HASH_FOREACH_KEY_VAL(items, index, key, item) {
		aco_map_prefetch_next(items, place);

		if (!map_entry(mapper, item, place++, &mapped)) {
			RETURN_THROWS();
		}

		if (key) {
			zend_hash_add_new(Z_ARRVAL_P(return_value), key, &mapped);
		} else {
			zend_hash_index_add_new(Z_ARRVAL_P(return_value), index, &mapped);
		}
	} ZEND_HASH_FOREACH_END();
}

PHP_METHOD(Aco_Mapper, deletion)
{
	map_one(INTERNAL_FUNCTION_PARAM_PASSTHRU, run_deletion);
}

void php_aco_mapper_register(void)
{
	php_aco_mapper_ce = register_class_Aco_Mapper();
	php_aco_object_register(php_aco_mapper_ce, php_aco_mapper_create, &php_aco_mapper_handlers,
		offsetof(php_aco_mapper, std), php_aco_mapper_free, NULL);
}
