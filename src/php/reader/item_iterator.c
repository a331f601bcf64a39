/* SPDX-License-Identifier: MIT */
#include "src/php/reader/item_iterator.h"

typedef struct item_iterator {
	zend_object_iterator common;
	/* An object; null at the end, undefined before the first. */
	zval chunk;
} item_iterator;

static void free_iterator(zend_object_iterator *iterator)
{
	zval_ptr_dtor(&((item_iterator *) iterator)->chunk);
	zval_ptr_dtor(&iterator->data);
}

static void move_forward(zend_object_iterator *iterator)
{
	zval *chunk = &((item_iterator *) iterator)->chunk, before;

	ZVAL_COPY_VALUE(&before, chunk);
	ZVAL_NULL(chunk);
	zval_ptr_dtor(&before);
	php_aco_item_reader_next(Z_OBJ(iterator->data), chunk);
}

/* Goes on where the loop before ended. */
static void rewind_iterator(zend_object_iterator *iterator)
{
	iterator->index = 0;
	move_forward(iterator);
}

/* An integer or an enum, as PHP declares the handler. */
#ifdef __GNUC__
typedef __typeof__(((zend_object_iterator_funcs *) NULL)->valid(NULL)) validity;
#else
typedef int validity;
#endif

static validity is_valid(zend_object_iterator *iterator)
{
	return Z_TYPE(((item_iterator *) iterator)->chunk) == IS_OBJECT ? SUCCESS : FAILURE;
}

static zval *current(zend_object_iterator *iterator)
{
	return &((item_iterator *) iterator)->chunk;
}

static const zend_object_iterator_funcs functions = {
	.dtor = free_iterator,
	.valid = is_valid,
	.get_current_data = current,
	.move_forward = move_forward,
	.rewind = rewind_iterator,
};

zend_object_iterator *php_aco_item_iterator(zend_class_entry *ce, zval *reader, int by_reference)
{
	item_iterator *iterator;

	if (by_reference) {
		zend_throw_error(NULL, "An iterator cannot be used with foreach by reference");
		return NULL;
	}

	iterator = emalloc(sizeof(*iterator));
	zend_iterator_init(&iterator->common);
	ZVAL_OBJ_COPY(&iterator->common.data, Z_OBJ_P(reader));
	iterator->common.funcs = &functions;
	ZVAL_UNDEF(&iterator->chunk);
	return &iterator->common;
}
