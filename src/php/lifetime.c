/* SPDX-License-Identifier: MIT */
#include "src/php/lifetime.h"

#include "zend_exceptions.h"

void php_aco_remains_take(php_aco_remains *remains, zval *value)
{
	ZEND_ASSERT(remains->count < PHP_ACO_REMAINS_MAX);
	ZVAL_COPY_VALUE(&remains->values[remains->count++], value);
	ZVAL_UNDEF(value);
}

void php_aco_remains_take_object(php_aco_remains *remains, zend_object **object)
{
	zval value;

	if (*object) {
		ZVAL_OBJ(&value, *object);
		*object = NULL;
		php_aco_remains_take(remains, &value);
	}
}

void php_aco_remains_release(php_aco_remains *remains)
{
	while (remains->count > 0) {
		zval_ptr_dtor(&remains->values[--remains->count]);
	}
}

/* A frame of PHP code continues with its exception handler, and remembers the opline that was interrupted. */
static void interrupt_frame(zend_execute_data *frame)
{
	if (frame && frame->func && ZEND_USER_CODE(frame->func->type) && frame->opline->opcode != ZEND_HANDLE_EXCEPTION) {
		EG(opline_before_exception) = frame->opline;
		frame->opline = EG(exception_op);
	}
}

void php_aco_exception_put_aside(php_aco_pending_exception *pending)
{
	*pending = (php_aco_pending_exception) {0};
	if (EG(exception)) {
		interrupt_frame(EG(current_execute_data));
		pending->exception = EG(exception);
		pending->opline = EG(opline_before_exception);
		EG(exception) = NULL;
	}
}

void php_aco_exception_put_back(php_aco_pending_exception *pending)
{
	if (!pending->exception) {
		return;
	}
	EG(opline_before_exception) = pending->opline;
	if (EG(exception)) {
		zend_exception_set_previous(EG(exception), pending->exception);
	} else {
		EG(exception) = pending->exception;
	}
}

HashTable *php_aco_gc(zend_object *object, zend_get_gc_buffer *buffer, zval **table, int *count)
{
	/* A property table, once there is one, refers to the declared properties as well. */
	if (!object->properties) {
		for (int i = 0; i < object->ce->default_properties_count; i++) {
			zend_get_gc_buffer_add_zval(buffer, &object->properties_table[i]);
		}
	}
	zend_get_gc_buffer_use(buffer, table, count);
	return object->properties;
}
