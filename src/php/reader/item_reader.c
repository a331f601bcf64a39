/* SPDX-License-Identifier: MIT */
#include "src/php/reader/classes.h"

#include "src/php/exceptions.h"
#include "src/php/lifetime.h"
#include "src/php/reader/context.h"
#include "src/php/reader/item_iterator.h"
#include "src/php/reader/source.h"
#include "zend_interfaces.h"

#include "src/php/reader/item_reader_arginfo.h"

#define MAX_CHUNK_ITEMS 100000
/* With its growth by doubling 2 MiB of memory, which serve all chunks. */
#define CHUNK_BYTES (1900 << 10)

static zend_class_entry *php_aco_item_reader_ce;

typedef struct php_aco_item_reader {
	/* NULL until the object is constructed. */
	zend_object *mapper;
	php_aco_source source;
	/* Of the chunk that is being read: an exception of a stream does not lose them. */
	php_aco_texts texts;
	php_aco_texts_pool pool;
	aco_fingerprint_context context;
	zend_long chunk_items;
	php_aco_guard guard;
	zend_object std;
} php_aco_item_reader;

#define PHP_ACO_ITEM_READER(object) PHP_ACO_FETCH(php_aco_item_reader, (object))

PHP_ACO_ASSERT_STD_LAST(php_aco_item_reader);

static zend_object_handlers php_aco_item_reader_handlers;

static zend_object *php_aco_item_reader_create(zend_class_entry *class_entry)
{
	return php_aco_object_create(class_entry, &php_aco_item_reader_handlers);
}

static void php_aco_item_reader_free(zend_object *object)
{
	php_aco_item_reader *reader = PHP_ACO_ITEM_READER(object);
	php_aco_remains remains = {0};

	php_aco_remains_take(&remains, &reader->source.stream);
	php_aco_remains_take_object(&remains, &reader->mapper);
	php_aco_source_free(&reader->source);
	php_aco_texts_free(&reader->texts);
	php_aco_texts_pool_free(&reader->pool);
	zend_object_std_dtor(object);
	php_aco_remains_release(&remains);
}

/* False with an Error pending. */
static bool check(const php_aco_item_reader *reader)
{
	if (UNEXPECTED(!reader->mapper)) {
		zend_throw_error(NULL, "Aco\\ItemReader was not constructed");
		return false;
	}
	return true;
}

static void construct(php_aco_item_reader *reader, zend_object *mapper, zend_long chunk_items)
{
	GC_ADDREF(mapper);
	reader->mapper = mapper;
	reader->chunk_items = chunk_items;
	php_aco_reader_context(PHP_ACO_MAPPER(mapper), &reader->context);
}

/* What a failed attempt has left, so that the next one begins anew. */
static void forget_source(php_aco_item_reader *reader)
{
	zval stream;

	ZVAL_COPY_VALUE(&stream, &reader->source.stream);
	php_aco_source_free(&reader->source);
	memset(&reader->source, 0, sizeof(reader->source));
	zval_ptr_dtor(&stream);
}

static bool open_source(php_aco_item_reader *reader, zval *source, zend_string *name)
{
	bool is_open = false;

	if (Z_TYPE_P(source) == IS_RESOURCE) {
		is_open = php_aco_source_open_stream(&reader->source, source, name);
	} else if (Z_TYPE_P(source) != IS_STRING) {
		php_aco_throw_argument("$source must be a path or an open stream, %s given", zend_zval_type_name(source));
	} else if (Z_STRLEN_P(source) == 0 || strlen(Z_STRVAL_P(source)) != Z_STRLEN_P(source)) {
		php_aco_throw_argument("$source must be a path, not empty and without NUL bytes");
	} else {
		is_open = php_aco_source_open_path(&reader->source, Z_STR_P(source), name);
	}

	if (!is_open) {
		forget_source(reader);
	}

	return is_open;
}

PHP_METHOD(Aco_ItemReader, __construct)
{
	php_aco_item_reader *reader = PHP_ACO_ITEM_READER(Z_OBJ_P(ZEND_THIS));
	zend_long chunk_items = 500;
	zend_string *name = NULL;
	zend_object *mapper;
	zval *source;

	ZEND_PARSE_PARAMETERS_START(2, 4)
		Z_PARAM_OBJ_OF_CLASS(mapper, php_aco_mapper_ce)
		Z_PARAM_ZVAL(source)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(chunk_items)
		Z_PARAM_STR_OR_NULL(name)
	ZEND_PARSE_PARAMETERS_END();

	/* Opening may run PHP code, which may call this again. */
	if (reader->mapper || php_aco_guard_is_taken(&reader->guard)) {
		zend_throw_error(NULL, "Cannot construct Aco\\ItemReader twice");
		RETURN_THROWS();
	}

	if (!php_aco_mapper_check(mapper)) {
		RETURN_THROWS();
	}

	if (chunk_items < 1 || chunk_items > MAX_CHUNK_ITEMS) {
		php_aco_throw_argument("$chunkItems must be 1 to %d, " ZEND_LONG_FMT " given", MAX_CHUNK_ITEMS, chunk_items);
		RETURN_THROWS();
	}

	php_aco_guard_enter(&reader->guard);
	if (open_source(reader, source, name)) {
		construct(reader, mapper, chunk_items);
	}
	php_aco_guard_leave(&reader->guard);
}

/* Reads the texts of the next chunk. False with an exception pending. */
static bool read_texts(php_aco_item_reader *reader)
{
	php_aco_texts *texts = &reader->texts;

	if (!texts->bytes) {
		*texts = reader->pool.spare;
		reader->pool.spare = (php_aco_texts) {0};
	}

	while (texts->count < (uint32_t) reader->chunk_items && texts->source_bytes < CHUNK_BYTES) {
		aco_split_text text;
		php_aco_source_result result = php_aco_source_next(&reader->source, &text);

		if (result == PHP_ACO_SOURCE_TEXT || result == PHP_ACO_SOURCE_TOO_LONG) {
			php_aco_texts_add(texts, result == PHP_ACO_SOURCE_TEXT ? &text : NULL,
				(zend_long) reader->source.splitter.number);
		} else if (result == PHP_ACO_SOURCE_THROWN) {
			return false;
		} else if (texts->count > 0 || result == PHP_ACO_SOURCE_END) {
			return true;
		} else {
			php_aco_throw_read("%s: %s", ZSTR_VAL(reader->source.name), reader->source.failure);
			return false;
		}
	}

	return true;
}

bool php_aco_item_reader_next(zend_object *object, zval *chunk)
{
	php_aco_item_reader *reader = PHP_ACO_ITEM_READER(object);
	bool is_read;

	ZVAL_NULL(chunk);
	if (!check(reader)) {
		return false;
	}

	if (php_aco_guard_is_taken(&reader->guard)) {
		zend_throw_error(NULL, "Aco\\ItemReader is reading already");
		return false;
	}

	php_aco_guard_enter(&reader->guard);
	is_read = read_texts(reader);
	php_aco_guard_leave(&reader->guard);
	if (is_read && reader->texts.count > 0) {
		php_aco_item_chunk_make(chunk, reader->mapper, &reader->texts, &reader->pool, &reader->context);
	}

	return is_read;
}

PHP_METHOD(Aco_ItemReader, next)
{
	ZEND_PARSE_PARAMETERS_NONE();
	if (!php_aco_item_reader_next(Z_OBJ_P(ZEND_THIS), return_value)) {
		RETURN_THROWS();
	}
}

PHP_METHOD(Aco_ItemReader, consumed)
{
	php_aco_item_reader *reader = PHP_ACO_ITEM_READER(Z_OBJ_P(ZEND_THIS));

	ZEND_PARSE_PARAMETERS_NONE();
	if (!check(reader)) {
		RETURN_THROWS();
	}
	RETURN_LONG(reader->source.consumed);
}

PHP_METHOD(Aco_ItemReader, size)
{
	php_aco_item_reader *reader = PHP_ACO_ITEM_READER(Z_OBJ_P(ZEND_THIS));

	ZEND_PARSE_PARAMETERS_NONE();
	if (!check(reader)) {
		RETURN_THROWS();
	}
	if (reader->source.size >= 0) {
		RETURN_LONG(reader->source.size);
	}
}

PHP_METHOD(Aco_ItemReader, reopen)
{
	php_aco_item_reader *reader = PHP_ACO_ITEM_READER(Z_OBJ_P(ZEND_THIS)), *again;

	ZEND_PARSE_PARAMETERS_NONE();
	if (!check(reader)) {
		RETURN_THROWS();
	}
	if (!reader->source.path) {
		RETURN_NULL();
	}

	object_init_ex(return_value, php_aco_item_reader_ce);
	again = PHP_ACO_ITEM_READER(Z_OBJ_P(return_value));
	if (!php_aco_source_open_path(&again->source, reader->source.path, reader->source.name)) {
		RETURN_THROWS();
	}

	construct(again, reader->mapper, reader->chunk_items);
}

PHP_METHOD(Aco_ItemReader, unit)
{
	php_aco_item_reader *reader = PHP_ACO_ITEM_READER(Z_OBJ_P(ZEND_THIS));

	ZEND_PARSE_PARAMETERS_NONE();
	if (!check(reader)) {
		RETURN_THROWS();
	}
	RETURN_STRING(reader->source.splitter.kind == ACO_SPLIT_ARRAY ? "item" : "line");
}

PHP_METHOD(Aco_ItemReader, getIterator)
{
	ZEND_PARSE_PARAMETERS_NONE();
	zend_create_internal_iterator_zval(return_value, ZEND_THIS);
}

void php_aco_item_reader_register(void)
{
	php_aco_item_reader_ce = register_class_Aco_ItemReader(zend_ce_aggregate);
	php_aco_item_reader_ce->get_iterator = php_aco_item_iterator;
	php_aco_object_register(php_aco_item_reader_ce, php_aco_item_reader_create, &php_aco_item_reader_handlers,
		offsetof(php_aco_item_reader, std), php_aco_item_reader_free, NULL);
}
