/* SPDX-License-Identifier: MIT */
#include "src/php/reader/classes.h"

#include "src/map/entity.h"
#include "src/php/document.h"
#include "src/php/exceptions.h"

#include "src/php/reader/mapped_item_arginfo.h"

/* The client rejects larger ones. */
#define MAX_BODY (8 << 20)

static zend_class_entry *php_aco_mapped_item_ce;

/* In the order of declaration. */
enum {
	PROPERTY_LINE,
	PROPERTY_DOCUMENT,
	PROPERTY_REFUSED_ID,
	PROPERTY_SOURCE_ENTITY_ID,
	PROPERTY_DELETE_BODY,
	PROPERTY_IS_DELETION,
	PROPERTY_IS_ITEM,
	PROPERTY_FIELD,
	PROPERTY_REASON,
	PROPERTY_IS_REPAIRED
};

static void set_text(zend_object *object, uint32_t property, const char *text, size_t length)
{
	ZVAL_STR(OBJ_PROP_NUM(object, property), length == 0 ? ZSTR_EMPTY_ALLOC() : zend_string_init(text, length, false));
}

/* All that does not depend on how the item is mapped. */
static void set_place(zend_object *object, aco_feed_id feed, const php_aco_read_item *item)
{
	ZVAL_LONG(OBJ_PROP_NUM(object, PROPERTY_LINE), item->line);
	ZVAL_NULL(OBJ_PROP_NUM(object, PROPERTY_DOCUMENT));
	ZVAL_NULL(OBJ_PROP_NUM(object, PROPERTY_REFUSED_ID));
	ZVAL_LONG(OBJ_PROP_NUM(object, PROPERTY_SOURCE_ENTITY_ID),
		item->fields ? aco_map_source_entity_id(feed, item->fields) : 0);
	ZVAL_EMPTY_STRING(OBJ_PROP_NUM(object, PROPERTY_DELETE_BODY));
	ZVAL_BOOL(OBJ_PROP_NUM(object, PROPERTY_IS_DELETION), item->fields && aco_map_says_deleted(item->fields));
	ZVAL_BOOL(OBJ_PROP_NUM(object, PROPERTY_IS_ITEM), item->fields != NULL);
	ZVAL_EMPTY_STRING(OBJ_PROP_NUM(object, PROPERTY_FIELD));
	ZVAL_EMPTY_STRING(OBJ_PROP_NUM(object, PROPERTY_REASON));
	ZVAL_BOOL(OBJ_PROP_NUM(object, PROPERTY_IS_REPAIRED), item->is_repaired);
}

static void set_refusal(zend_object *object, const char *field, const char *reason)
{
	set_text(object, PROPERTY_FIELD, field, strlen(field));
	set_text(object, PROPERTY_REASON, reason, strlen(reason));
}

/* The deletion of the same item: its body, and its id when the item is refused. False with an exception pending. */
static bool set_deletion(zend_object *object, const php_aco_mapper *mapper, HashTable *fields, bool is_refused)
{
	aco_mapping *mapping = php_aco_scratch_mapping();
	aco_map_result result = aco_map_deletion(mapping, mapper->feed, fields);

	if (result == ACO_MAP_NO_MEMORY) {
		php_aco_throw_memory();
		return false;
	}
	if (result != ACO_MAP_DONE) {
		return true;
	}

	set_text(object, PROPERTY_DELETE_BODY, mapping->out.buf.data, mapping->out.buf.length);

	if (is_refused) {
		ZVAL_STR(OBJ_PROP_NUM(object, PROPERTY_REFUSED_ID),
			php_aco_sha1_hex(mapping->identity.data, mapping->identity.length));
	}

	return true;
}

static void set_document(zend_object *object, const php_aco_mapper *mapper)
{
	const aco_mapping *mapping = php_aco_scratch_mapping();
	zval *document = OBJ_PROP_NUM(object, PROPERTY_DOCUMENT);

	php_aco_document_make(document, mapper->feed_case, mapper->feed, mapping);
	if (mapping->deleted) {
		/* The document is the deletion. */
		ZVAL_STR_COPY(OBJ_PROP_NUM(object, PROPERTY_DELETE_BODY), PHP_ACO_DOCUMENT(Z_OBJ_P(document))->json);
	}
}

static bool map_fields(zend_object *object, php_aco_mapper *mapper, HashTable *fields)
{
	aco_mapping *mapping = php_aco_scratch_mapping();
	bool is_refused = true;
	aco_map_result result;

	if (!php_aco_mapper_run(mapper, fields, &result)) {
		return false;
	}

	if (result == ACO_MAP_FAILED) {
		set_refusal(object, mapping->field, mapping->reason);
	} else if (result == ACO_MAP_DONE && mapping->out.buf.length > MAX_BODY) {
		set_refusal(object, "", "the body is larger than 8 MiB");
	} else if (result == ACO_MAP_DONE) {
		set_document(object, mapper);
		is_refused = false;
		if (mapping->deleted) {
			return true;
		}
	} else {
		return true;
	}

	return set_deletion(object, mapper, fields, is_refused);
}

bool php_aco_mapped_item_make(zval *target, php_aco_mapper *mapper, const php_aco_read_item *item)
{
	zend_object *object;

	object_init_ex(target, php_aco_mapped_item_ce);
	object = Z_OBJ_P(target);
	set_place(object, mapper->feed, item);

	if (!item->fields) {
		set_refusal(object, "", item->reason);
		return true;
	}

	if (!map_fields(object, mapper, item->fields)) {
		zval_ptr_dtor(target);
		ZVAL_UNDEF(target);
		return false;
	}

	return true;
}

PHP_METHOD(Aco_MappedItem, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

void php_aco_mapped_item_register(void)
{
	php_aco_mapped_item_ce = register_class_Aco_MappedItem();
	php_aco_results_register(php_aco_mapped_item_ce);
}
