/* SPDX-License-Identifier: MIT */
#include "src/php/document.h"

#include "ext/json/php_json.h"
#include "src/php/exceptions.h"
#include "src/php/json.h"
#include "zend_interfaces.h"

#include "src/php/document_arginfo.h"

#define MAX_ID_LENGTH 64

/* Two texts each: enough to keep all lanes of the digest busy. */
#define HASHED_AT_ONCE 64

zend_class_entry *php_aco_document_ce;

PHP_ACO_ASSERT_STD_LAST(php_aco_document);

static zend_object_handlers php_aco_document_handlers;

static zend_object *php_aco_document_create(zend_class_entry *class_entry)
{
	return php_aco_object_create(class_entry, &php_aco_document_handlers);
}

static void link_unhashed(php_aco_document *document)
{
	document->previous_unhashed = ACO_G(last_unhashed);
	if (ACO_G(last_unhashed)) {
		ACO_G(last_unhashed)->next_unhashed = document;
	} else {
		ACO_G(first_unhashed) = document;
	}
	ACO_G(last_unhashed) = document;
}

static void unlink_unhashed(php_aco_document *document)
{
	ZEND_ASSERT(document->identity);

	if (document->previous_unhashed) {
		document->previous_unhashed->next_unhashed = document->next_unhashed;
	} else {
		ACO_G(first_unhashed) = document->next_unhashed;
	}

	if (document->next_unhashed) {
		document->next_unhashed->previous_unhashed = document->previous_unhashed;
	} else {
		ACO_G(last_unhashed) = document->previous_unhashed;
	}

	zend_string_release(document->identity);
	document->identity = NULL;
}

static void php_aco_document_free(zend_object *object)
{
	php_aco_document *document = PHP_ACO_DOCUMENT(object);

	if (document->identity) {
		unlink_unhashed(document);
	}
	if (document->json) {
		zend_string_release(document->json);
	}

	if (document->id) {
		zend_string_release(document->id);
		zend_string_release(document->hash);
	}

	zend_object_std_dtor(object);
}

static zend_string *new_hex(void)
{
	zend_string *hex = zend_string_alloc(ACO_SHA1_HEX, false);

	hex->val[ACO_SHA1_HEX] = '\0';
	return hex;
}

zend_string *php_aco_sha1_hex(const char *bytes, size_t length)
{
	zend_string *hex = new_hex();

	aco_digest_sha1_hex(bytes, length, ZSTR_VAL(hex));
	return hex;
}

static zend_string *add_job(aco_digest_job *job, const zend_string *source)
{
	zend_string *hex = new_hex();

	*job = (aco_digest_job) {ZSTR_VAL(source), ZSTR_LEN(source), ZSTR_VAL(hex)};
	return hex;
}

/* Takes over the references. C reads the struct, never the properties. */
static void set_id_and_hash(php_aco_document *document, zend_string *id, zend_string *hash)
{
	document->id = id;
	document->hash = hash;
	ZVAL_STR_COPY(OBJ_PROP_NUM(&document->std, PHP_ACO_DOCUMENT_ID), id);
	ZVAL_STR_COPY(OBJ_PROP_NUM(&document->std, PHP_ACO_DOCUMENT_HASH), hash);
}

/* Hashes the document and those made after it, which are usually read next. */
static void hash_from(php_aco_document *document)
{
	zend_string *ids[HASHED_AT_ONCE], *hashes[HASHED_AT_ONCE];
	php_aco_document *documents[HASHED_AT_ONCE];
	aco_digest_job jobs[2 * HASHED_AT_ONCE];
	size_t count = 0;

	do {
		documents[count] = document;
		hashes[count] = add_job(&jobs[count], document->json);
		count++;
		document = document->next_unhashed;
	} while (document && count < HASHED_AT_ONCE);

	/* The short identities last, so that they fill the lanes that end early. */
	for (size_t i = 0; i < count; i++) {
		ids[i] = add_job(&jobs[count + i], documents[i]->identity);
	}

	aco_digest_sha1_hex_many(jobs, 2 * count);

	for (size_t i = 0; i < count; i++) {
		unlink_unhashed(documents[i]);
		set_id_and_hash(documents[i], ids[i], hashes[i]);
	}
}

void php_aco_document_hash(php_aco_document *document)
{
	if (document->identity) {
		hash_from(document);
	}
}

/*
 * Every access to properties computes id and hash first. PHP reads properties that are set without calling
 * these handlers.
 */
static zval *read_property(zend_object *object, zend_string *name, int type, void **cache_slot, zval *buffer)
{
	php_aco_document_hash(PHP_ACO_DOCUMENT(object));
	return zend_std_read_property(object, name, type, cache_slot, buffer);
}

static zval *write_property(zend_object *object, zend_string *name, zval *value, void **cache_slot)
{
	php_aco_document_hash(PHP_ACO_DOCUMENT(object));
	return zend_std_write_property(object, name, value, cache_slot);
}

static int has_property(zend_object *object, zend_string *name, int check_empty, void **cache_slot)
{
	php_aco_document_hash(PHP_ACO_DOCUMENT(object));
	return zend_std_has_property(object, name, check_empty, cache_slot);
}

static zval *get_property_ptr_ptr(zend_object *object, zend_string *name, int type, void **cache_slot)
{
	php_aco_document_hash(PHP_ACO_DOCUMENT(object));
	return zend_std_get_property_ptr_ptr(object, name, type, cache_slot);
}

static void unset_property(zend_object *object, zend_string *name, void **cache_slot)
{
	php_aco_document_hash(PHP_ACO_DOCUMENT(object));
	zend_std_unset_property(object, name, cache_slot);
}

static HashTable *php_aco_document_get_properties(zend_object *object)
{
	php_aco_document_hash(PHP_ACO_DOCUMENT(object));
	return zend_std_get_properties(object);
}

static int php_aco_document_compare(zval *left, zval *right)
{
	ZEND_COMPARE_OBJECTS_FALLBACK(left, right);
	php_aco_document_hash(PHP_ACO_DOCUMENT(Z_OBJ_P(left)));
	php_aco_document_hash(PHP_ACO_DOCUMENT(Z_OBJ_P(right)));
	return zend_std_compare_objects(left, right);
}

#if PHP_VERSION_ID >= 80200
typedef zend_result cast_result;
#else
typedef int cast_result;
#endif

/* Without a call of __toString(), for implode() and the like. */
static cast_result php_aco_document_cast(zend_object *object, zval *target, int type)
{
	const php_aco_document *document = PHP_ACO_DOCUMENT(object);

	if (type != IS_STRING || !document->json) {
		return zend_std_cast_object_tostring(object, target, type);
	}
	ZVAL_STR_COPY(target, document->json);
	return SUCCESS;
}

/* Takes over the reference to `json`. The caller sets $id and $hash. */
static php_aco_document *php_aco_document_new(zval *target, zend_object *feed_case, aco_feed_id feed,
	zend_string *json, bool deleted)
{
	zend_object *object = php_aco_document_create(php_aco_document_ce);
	php_aco_document *document = PHP_ACO_DOCUMENT(object);

	ZVAL_OBJ(target, object);
	document->feed = feed;
	document->json = json;
	document->deleted = deleted;
	ZVAL_OBJ_COPY(OBJ_PROP_NUM(&document->std, PHP_ACO_DOCUMENT_FEED), feed_case);
	ZVAL_BOOL(OBJ_PROP_NUM(&document->std, PHP_ACO_DOCUMENT_DELETED), deleted);
	ZVAL_FALSE(OBJ_PROP_NUM(&document->std, PHP_ACO_DOCUMENT_PATCH));
	return document;
}

void php_aco_document_make(zval *target, zend_object *feed_case, aco_feed_id feed, const aco_mapping *map)
{
	php_aco_document *document = php_aco_document_new(target, feed_case, feed,
		zend_string_init(map->out.buf.data, map->out.buf.length, false), map->deleted);

	document->identity = zend_string_init(map->identity.data, map->identity.length, false);
	link_unhashed(document);
}

PHP_METHOD(Aco_Document, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

/* Takes over neither string; NULL with an exception pending. */
static php_aco_document *from_json(zval *target, zend_object *feed, zend_string *id, zend_string *json, bool deleted)
{
	php_aco_document *document;

	if (ZSTR_LEN(id) == 0 || ZSTR_LEN(id) > MAX_ID_LENGTH || strlen(ZSTR_VAL(id)) != ZSTR_LEN(id)) {
		php_aco_throw_argument("$id must have 1 to %d bytes, none of them NUL", MAX_ID_LENGTH);
		return NULL;
	}

	if (!php_aco_json_check(json)) {
		return NULL;
	}

	document = php_aco_document_new(target, feed, php_aco_feed_id(feed), zend_string_copy(json), deleted);
	set_id_and_hash(document, zend_string_copy(id), php_aco_sha1_hex(ZSTR_VAL(json), ZSTR_LEN(json)));
	return document;
}

PHP_METHOD(Aco_Document, fromJson)
{
	zend_string *id, *json;
	bool deleted = false;
	zend_object *feed;

	ZEND_PARSE_PARAMETERS_START(3, 4)
		Z_PARAM_OBJ_OF_CLASS(feed, php_aco_feed_ce)
		Z_PARAM_STR(id)
		Z_PARAM_STR(json)
		Z_PARAM_OPTIONAL
		Z_PARAM_BOOL(deleted)
	ZEND_PARSE_PARAMETERS_END();

	if (!from_json(return_value, feed, id, json, deleted)) {
		RETURN_THROWS();
	}
}

PHP_METHOD(Aco_Document, patch)
{
	php_aco_document *document;
	zend_string *id, *json;
	zend_object *feed;

	ZEND_PARSE_PARAMETERS_START(3, 3)
		Z_PARAM_OBJ_OF_CLASS(feed, php_aco_feed_ce)
		Z_PARAM_STR(id)
		Z_PARAM_STR(json)
	ZEND_PARSE_PARAMETERS_END();

	if (!aco_feeds[php_aco_feed_id(feed)].patchable) {
		php_aco_throw_argument("the API has no PATCH for %s: send the whole document",
			aco_feeds[php_aco_feed_id(feed)].name);
		RETURN_THROWS();
	}

	if (!(document = from_json(return_value, feed, id, json, false))) {
		RETURN_THROWS();
	}

	document->patch = true;
	ZVAL_TRUE(OBJ_PROP_NUM(&document->std, PHP_ACO_DOCUMENT_PATCH));
}

/* PDO, for example, makes objects that have no body. */
static zend_string *php_aco_document_body(zval *this_value)
{
	php_aco_document *document = PHP_ACO_DOCUMENT(Z_OBJ_P(this_value));

	if (!document->json) {
		zend_throw_error(NULL, "Aco\\Document was not made by a Mapper or fromJson()");
	}
	return document->json;
}

PHP_METHOD(Aco_Document, __toString)
{
	zend_string *json;

	ZEND_PARSE_PARAMETERS_NONE();
	if (!(json = php_aco_document_body(ZEND_THIS))) {
		RETURN_THROWS();
	}
	RETURN_STR_COPY(json);
}

PHP_METHOD(Aco_Document, jsonSerialize)
{
	zend_string *json;

	ZEND_PARSE_PARAMETERS_NONE();
	if (!(json = php_aco_document_body(ZEND_THIS))) {
		RETURN_THROWS();
	}
	php_aco_json_decode(return_value, json);
}

void php_aco_document_register(void)
{
	php_aco_document_ce = register_class_Aco_Document(zend_ce_stringable, php_json_serializable_ce);
	php_aco_object_register(php_aco_document_ce, php_aco_document_create, &php_aco_document_handlers,
		offsetof(php_aco_document, std), php_aco_document_free, NULL);
	php_aco_document_handlers.read_property = read_property;
	php_aco_document_handlers.write_property = write_property;
	php_aco_document_handlers.has_property = has_property;
	php_aco_document_handlers.get_property_ptr_ptr = get_property_ptr_ptr;
	php_aco_document_handlers.unset_property = unset_property;
	php_aco_document_handlers.get_properties = php_aco_document_get_properties;
	php_aco_document_handlers.cast_object = php_aco_document_cast;
	php_aco_document_handlers.compare = php_aco_document_compare;
}
