/* SPDX-License-Identifier: MIT */
#include "src/php/reader/classes.h"

#include "src/core/source/fingerprint_list.h"
#include "src/php/exceptions.h"
#include "src/php/reader/decode.h"
#include "src/php/reader/quick_item.h"
#include "zend_interfaces.h"

#include "src/php/reader/item_chunk_arginfo.h"

/* Digests at once. */
#define HASHED_AT_ONCE 64

static zend_class_entry *php_aco_item_chunk_ce;

typedef struct php_aco_item_chunk {
	/* NULL for an object that no reader has made. */
	zend_object *mapper;
	php_aco_texts texts;
	/* Where the texts return to. */
	php_aco_texts_pool *pool;
	zend_object std;
} php_aco_item_chunk;

#define PHP_ACO_ITEM_CHUNK(object) PHP_ACO_FETCH(php_aco_item_chunk, (object))

PHP_ACO_ASSERT_STD_LAST(php_aco_item_chunk);

static zend_object_handlers php_aco_item_chunk_handlers;

static zend_object *php_aco_item_chunk_create(zend_class_entry *class_entry)
{
	return php_aco_object_create(class_entry, &php_aco_item_chunk_handlers);
}

static void php_aco_item_chunk_free(zend_object *object)
{
	php_aco_item_chunk *chunk = PHP_ACO_ITEM_CHUNK(object);

	zend_object_std_dtor(object);
	php_aco_texts_pool_return(chunk->pool, &chunk->texts);
	if (chunk->mapper) {
		OBJ_RELEASE(chunk->mapper);
	}
}

/* Those of texts that were too long are the same, which does no harm: they are no items. */
static void make_fingerprints(const php_aco_texts *texts, const aco_fingerprint_context *context)
{
	char digests[HASHED_AT_ONCE][ACO_SHA1_RAW];
	aco_digest_job jobs[HASHED_AT_ONCE];

	for (uint32_t first = 0; first < texts->count; first += HASHED_AT_ONCE) {
		uint32_t count = MIN(texts->count - first, HASHED_AT_ONCE);

		for (uint32_t i = 0; i < count; i++) {
			jobs[i] = (aco_digest_job) {php_aco_text(texts, first + i), texts->places[first + i].length, digests[i]};
		}

		aco_digest_sha1_many(jobs, count);

		for (uint32_t i = 0; i < count; i++) {
			aco_fingerprint_write(context, digests[i], texts->places[first + i].fingerprint);
		}
	}
}

void php_aco_item_chunk_make(zval *target, zend_object *mapper, php_aco_texts *texts,
	php_aco_texts_pool *pool, const aco_fingerprint_context *context)
{
	php_aco_item_chunk *chunk;

	object_init_ex(target, php_aco_item_chunk_ce);
	chunk = PHP_ACO_ITEM_CHUNK(Z_OBJ_P(target));
	chunk->texts = *texts;
	*texts = (php_aco_texts) {0};
	php_aco_texts_pool_lend(pool, &chunk->pool);
	GC_ADDREF(mapper);
	chunk->mapper = mapper;
	make_fingerprints(&chunk->texts, context);
}

/* False with an exception pending. */
static bool check_position(const php_aco_item_chunk *chunk, zend_long position, const char *parameter)
{
	if (position >= 0 && position < (zend_long) chunk->texts.count) {
		return true;
	}

	if (chunk->texts.count == 0) {
		zend_throw_error(NULL, "Aco\\ItemChunk was not made by an ItemReader");
	} else {
		php_aco_throw_argument("%s must be 0 to %u, " ZEND_LONG_FMT " given", parameter, chunk->texts.count - 1,
			position);
	}

	return false;
}

static void decode(const php_aco_item_chunk *chunk, uint32_t position, php_aco_decoded *decoded)
{
	const php_aco_text_place *place = &chunk->texts.places[position];

	if (place->is_too_long) {
		*decoded = (php_aco_decoded) {.reason = "longer than 32 MiB"};
		ZVAL_UNDEF(&decoded->item);
	} else {
		php_aco_decode(php_aco_text(&chunk->texts, position), place->length, decoded);
	}
}

static HashTable *quick_item(const php_aco_item_chunk *chunk, uint32_t position)
{
	if (UNEXPECTED(!ACO_G(item_parser)) && !(ACO_G(item_parser) = php_aco_item_parser_new())) {
		return NULL;
	}
	return php_aco_quick_item(ACO_G(item_parser), php_aco_text(&chunk->texts, position),
		chunk->texts.places[position].length);
}

/* Adds the mapped item to the list. False with an exception pending. */
static bool map_position(const php_aco_item_chunk *chunk, uint32_t position, zval *list)
{
	php_aco_read_item item = {.line = chunk->texts.places[position].number, .fields = quick_item(chunk, position)};
	php_aco_decoded decoded;
	zval mapped;
	bool is_made;

	ZVAL_UNDEF(&decoded.item);
	if (!item.fields) {
		decode(chunk, position, &decoded);
		item.fields = decoded.reason ? NULL : Z_ARRVAL(decoded.item);
		item.reason = decoded.reason;
		item.is_repaired = decoded.is_repaired;
	}

	is_made = php_aco_mapped_item_make(&mapped, PHP_ACO_MAPPER(chunk->mapper), &item);
	zval_ptr_dtor(&decoded.item);
	if (is_made) {
		zend_hash_index_update(Z_ARRVAL_P(list), position, &mapped);
	}

	return is_made;
}

static bool map_positions(const php_aco_item_chunk *chunk, HashTable *positions, zval *list)
{
	zval *position;

	ZEND_HASH_FOREACH_VAL(positions, position) {
		ZVAL_DEREF(position);

		if (Z_TYPE_P(position) != IS_LONG) {
			php_aco_throw_argument("$positions must hold integers, %s given", zend_zval_type_name(position));
			return false;
		}
		if (!check_position(chunk, Z_LVAL_P(position), "$positions")
				|| !map_position(chunk, (uint32_t) Z_LVAL_P(position), list)) {
			return false;
		}
	} ZEND_HASH_FOREACH_END();

	return true;
}

static bool map_all(const php_aco_item_chunk *chunk, zval *list)
{
	for (uint32_t i = 0; i < chunk->texts.count; i++) {
		if (!map_position(chunk, i, list)) {
			return false;
		}
	}
	return true;
}

PHP_METHOD(Aco_ItemChunk, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

PHP_METHOD(Aco_ItemChunk, fingerprint)
{
	php_aco_item_chunk *chunk = PHP_ACO_ITEM_CHUNK(Z_OBJ_P(ZEND_THIS));
	zend_long position;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_LONG(position)
	ZEND_PARSE_PARAMETERS_END();

	if (!check_position(chunk, position, "$position")) {
		RETURN_THROWS();
	}
	RETURN_STRINGL(chunk->texts.places[position].fingerprint, ACO_FINGERPRINT_LENGTH);
}

/* Adds the entries of the list that the items are, by position. */
static void add_found(const php_aco_item_chunk *chunk, aco_fingerprint_list *list, HashTable *found)
{
	for (uint32_t i = 0; i < chunk->texts.count; i++) {
		uint32_t entry = aco_fingerprint_list_find(list, chunk->texts.places[i].fingerprint);
		zval number;

		if (entry != ACO_FINGERPRINT_UNKNOWN) {
			ZVAL_LONG(&number, entry);
			zend_hash_index_add_new(found, i, &number);
		}
	}
}

PHP_METHOD(Aco_ItemChunk, find)
{
	php_aco_item_chunk *chunk = PHP_ACO_ITEM_CHUNK(Z_OBJ_P(ZEND_THIS));
	aco_fingerprint_list list;
	char *noted;
	size_t length;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_STRING(noted, length)
	ZEND_PARSE_PARAMETERS_END();

	/* Before the list, whose memory PHP would not free if it ended here. */
	array_init_size(return_value, chunk->texts.count);
	zend_hash_real_init_packed(Z_ARRVAL_P(return_value));

	if (aco_fingerprint_list_init(&list, noted, length)) {
		add_found(chunk, &list, Z_ARRVAL_P(return_value));
	}
	aco_fingerprint_list_free(&list);
}

PHP_METHOD(Aco_ItemChunk, map)
{
	php_aco_item_chunk *chunk = PHP_ACO_ITEM_CHUNK(Z_OBJ_P(ZEND_THIS));
	HashTable *positions = NULL;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_ARRAY_HT_OR_NULL(positions)
	ZEND_PARSE_PARAMETERS_END();

	array_init_size(return_value, positions ? zend_hash_num_elements(positions) : chunk->texts.count);
	if (!(positions ? map_positions(chunk, positions, return_value) : map_all(chunk, return_value))) {
		RETURN_THROWS();
	}
}

PHP_METHOD(Aco_ItemChunk, item)
{
	php_aco_item_chunk *chunk = PHP_ACO_ITEM_CHUNK(Z_OBJ_P(ZEND_THIS));
	php_aco_decoded decoded;
	zend_long position;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_LONG(position)
	ZEND_PARSE_PARAMETERS_END();

	if (!check_position(chunk, position, "$position")) {
		RETURN_THROWS();
	}

	decode(chunk, (uint32_t) position, &decoded);
	if (!decoded.reason) {
		RETURN_COPY_VALUE(&decoded.item);
	}
}

PHP_METHOD(Aco_ItemChunk, mapItem)
{
	php_aco_item_chunk *chunk = PHP_ACO_ITEM_CHUNK(Z_OBJ_P(ZEND_THIS));
	php_aco_read_item item = {0};
	zend_long position;

	ZEND_PARSE_PARAMETERS_START(2, 2)
		Z_PARAM_LONG(position)
		Z_PARAM_ARRAY_HT(item.fields)
	ZEND_PARSE_PARAMETERS_END();

	if (!check_position(chunk, position, "$position")) {
		RETURN_THROWS();
	}

	item.line = chunk->texts.places[position].number;
	if (!php_aco_mapped_item_make(return_value, PHP_ACO_MAPPER(chunk->mapper), &item)) {
		RETURN_THROWS();
	}
}

PHP_METHOD(Aco_ItemChunk, line)
{
	php_aco_item_chunk *chunk = PHP_ACO_ITEM_CHUNK(Z_OBJ_P(ZEND_THIS));
	zend_long position;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_LONG(position)
	ZEND_PARSE_PARAMETERS_END();

	if (!check_position(chunk, position, "$position")) {
		RETURN_THROWS();
	}
	RETURN_LONG(chunk->texts.places[position].number);
}

PHP_METHOD(Aco_ItemChunk, bytes)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_LONG((zend_long) PHP_ACO_ITEM_CHUNK(Z_OBJ_P(ZEND_THIS))->texts.source_bytes);
}

PHP_METHOD(Aco_ItemChunk, count)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_LONG(PHP_ACO_ITEM_CHUNK(Z_OBJ_P(ZEND_THIS))->texts.count);
}

void php_aco_item_chunk_register(void)
{
	php_aco_item_chunk_ce = register_class_Aco_ItemChunk(zend_ce_countable);
	php_aco_object_register(php_aco_item_chunk_ce, php_aco_item_chunk_create, &php_aco_item_chunk_handlers,
		offsetof(php_aco_item_chunk, std), php_aco_item_chunk_free, NULL);
}
