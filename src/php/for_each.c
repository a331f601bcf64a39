/* SPDX-License-Identifier: MIT */
#include "src/php/for_each.h"

#include "src/map/prefetch.h"
#include "zend_interfaces.h"

static bool visit_array(HashTable *items, bool (*visit)(void *context, zval *item), void *context)
{
	uint32_t place = 0;
	zval *item;

	ZEND_HASH_FOREACH_VAL(items, item) {
		aco_map_prefetch_next(items, place++);

		if (!visit(context, item)) {
			return false;
		}
	} ZEND_HASH_FOREACH_END();
	return true;
}

static bool visit_iterator(zval *items, bool (*visit)(void *context, zval *item), void *context)
{
	zend_class_entry *class_entry = Z_OBJCE_P(items);
	zend_object_iterator *iterator = class_entry->get_iterator(class_entry, items, 0);
	bool visited = true;
	zval item;

	if (!iterator) {
		return false;
	}

	if (EG(exception)) {
		zend_iterator_dtor(iterator);
		return false;
	}

	if (iterator->funcs->rewind) {
		iterator->funcs->rewind(iterator);
	}

	while (visited && !EG(exception) && iterator->funcs->valid(iterator) == SUCCESS && !EG(exception)) {
		zval *current = iterator->funcs->get_current_data(iterator);

		if (EG(exception) || !current) {
			break;
		}

		/* A callback may move the iterator during the visit. */
		ZVAL_COPY(&item, current);
		visited = visit(context, &item);
		zval_ptr_dtor(&item);

		if (visited && !EG(exception)) {
			iterator->funcs->move_forward(iterator);
		}
	}

	zend_iterator_dtor(iterator);
	return visited && !EG(exception);
}

bool php_aco_for_each(zval *items, bool (*visit)(void *context, zval *item), void *context)
{
	return Z_TYPE_P(items) == IS_ARRAY ? visit_array(Z_ARRVAL_P(items), visit, context) : visit_iterator(items, visit,
		context);
}
