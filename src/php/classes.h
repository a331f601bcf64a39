/* SPDX-License-Identifier: MIT */
/* The class entries, and what each class file offers to the others. */
#ifndef ACO_PHP_CLASSES_H
#define ACO_PHP_CLASSES_H

#include "php_aco.h"
#include "src/php/object.h"
#include "src/php/values.h"
#include "src/core/services/feed.h"

extern zend_class_entry *php_aco_feed_ce;
extern zend_class_entry *php_aco_scopes_ce;
extern zend_class_entry *php_aco_document_ce;
extern zend_class_entry *php_aco_mapper_ce;
extern zend_class_entry *php_aco_connection_ce;
extern zend_class_entry *php_aco_limits_ce;
extern zend_class_entry *php_aco_shared_store_ce;
extern zend_class_entry *php_aco_batch_ce;
extern zend_class_entry *php_aco_report_ce;
extern zend_class_entry *php_aco_submission_ce;
extern zend_class_entry *php_aco_stream_ce;
extern zend_class_entry *php_aco_client_ce;

void php_aco_feed_register(void);
void php_aco_scopes_register(void);
void php_aco_document_register(void);
void php_aco_mapper_register(void);
void php_aco_price_books_register(void);
void php_aco_connection_register(void);
void php_aco_limits_register(void);
void php_aco_shared_store_register(void);
void php_aco_batch_register(void);
void php_aco_report_register(void);
void php_aco_submission_register(void);
void php_aco_stream_register(void);
void php_aco_client_register(void);

/*
 * Sets a declared property during construction, and takes over the value's reference. PDO may have set the
 * property before.
 */
static zend_always_inline void php_aco_set_property(zend_object *object, uint32_t number, zval *value)
{
	zval before;

	ZEND_ASSERT(number < (uint32_t) object->ce->default_properties_count);
	ZVAL_COPY_VALUE(&before, OBJ_PROP_NUM(object, number));
	ZVAL_COPY_VALUE(OBJ_PROP_NUM(object, number), value);
	zval_ptr_dtor(&before);
}

/* The id that a case of the Feed enum stands for. */
aco_feed_id php_aco_feed_id(zend_object *feed);

/* False with an Error pending when the object was not constructed. */
bool php_aco_scopes_check(zend_object *scopes);
/* Sets keyed by code, borrowed from the object; either may be empty. */
HashTable *php_aco_scopes_websites(zend_object *scopes);
HashTable *php_aco_scopes_store_views(zend_object *scopes);

/* $id and $hash are computed on first use, for many documents at once. */
typedef struct php_aco_document {
	zend_string *json;
	/* What the id is the digest of; NULL once id and hash are set. */
	zend_string *identity;
	zend_string *id;
	zend_string *hash;
	struct php_aco_document *previous_unhashed;
	struct php_aco_document *next_unhashed;
	aco_feed_id feed;
	bool deleted;
	bool patch;
	zend_object std;
} php_aco_document;

#define PHP_ACO_DOCUMENT(object) PHP_ACO_FETCH(php_aco_document, (object))

typedef struct php_aco_mapper {
	aco_feed_id feed;
	/* The case of the enum; NULL until the object is constructed. */
	zend_object *feed_case;
	zend_object *scopes;
	zend_object std;
} php_aco_mapper;

#define PHP_ACO_MAPPER(object) PHP_ACO_FETCH(php_aco_mapper, (object))

/* Properties of a document in the order of declaration. */
enum {
	PHP_ACO_DOCUMENT_FEED,
	PHP_ACO_DOCUMENT_ID,
	PHP_ACO_DOCUMENT_HASH,
	PHP_ACO_DOCUMENT_DELETED,
	PHP_ACO_DOCUMENT_PATCH
};

/* The scratch memory of the thread. */
aco_mapping *php_aco_scratch_mapping(void);
void php_aco_mapper_construct(zend_object *mapper, zend_object *feed_case, zend_object *scopes);
/* False with an Error pending when the object was not constructed. */
bool php_aco_mapper_check(zend_object *mapper);
/* Maps into the scratch; the result is DONE, SKIPPED or FAILED. False with an exception pending. */
bool php_aco_mapper_run(php_aco_mapper *mapper, HashTable *item, aco_map_result *result);

#endif
