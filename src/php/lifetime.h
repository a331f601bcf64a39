/* SPDX-License-Identifier: MIT */
/*
 * Objects that live while others look. Whatever runs PHP code (callbacks, loggers, destructors, signal handlers, other
 * fibers) may find a way back to the object that is being used, closed or freed. So
 *
 * - what a call waits with is guarded: another call may join it or is refused, but does not take it away;
 * - an object is closed before anything of it is released: what may run destructors is moved into remains, all else is
 *   freed, and only then the remains are released. free_obj handlers call zend_object_std_dtor() in between, which
 *   ends weak references;
 * - a callable is held by a reference of its own while it is called;
 * - get_gc names every value that is held. What it leaves out is released while objects of the same cycle are half
 *   freed.
 */
#ifndef ACO_PHP_LIFETIME_H
#define ACO_PHP_LIFETIME_H

#include "php.h"

/* Counts the calls of an object, or of a part of it, that are waiting. */
typedef struct php_aco_guard {
	unsigned calls;
} php_aco_guard;

static zend_always_inline void php_aco_guard_enter(php_aco_guard *guard)
{
	guard->calls++;
}

static zend_always_inline void php_aco_guard_leave(php_aco_guard *guard)
{
	ZEND_ASSERT(guard->calls > 0);
	guard->calls--;
}

static zend_always_inline bool php_aco_guard_is_taken(const php_aco_guard *guard)
{
	return guard->calls > 0;
}

#define PHP_ACO_REMAINS_MAX 8

/* What a closed object held. */
typedef struct php_aco_remains {
	zval values[PHP_ACO_REMAINS_MAX];
	uint32_t count;
} php_aco_remains;

/* Moves the value, and leaves it undefined. */
void php_aco_remains_take(php_aco_remains *remains, zval *value);
/* Moves a reference, and leaves NULL; NULL is ignored. */
void php_aco_remains_take_object(php_aco_remains *remains, zend_object **object);
/* Destructors may run, and throw. */
void php_aco_remains_release(php_aco_remains *remains);

/* An exception that is set aside while a destructor of ours runs PHP code, as PHP does for its own. */
typedef struct php_aco_pending_exception {
	zend_object *exception;
	const zend_op *opline;
} php_aco_pending_exception;

void php_aco_exception_put_aside(php_aco_pending_exception *pending);
/* Pending again, or the previous exception of one that was thrown meanwhile. */
void php_aco_exception_put_back(php_aco_pending_exception *pending);

/* What a get_gc handler returns: the values that it added to the buffer, and the properties. */
HashTable *php_aco_gc(zend_object *object, zend_get_gc_buffer *buffer, zval **table, int *count);

#endif
