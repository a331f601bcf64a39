/* SPDX-License-Identifier: MIT */
#include "src/php/shared_store.h"

#include "src/core/base/clock.h"
#include "src/php/classes.h"
#include "src/php/exceptions.h"

#include "zend_exceptions.h"

#include "src/php/shared_store_arginfo.h"

zend_class_entry *php_aco_shared_store_ce;

/* The year 2200: later times are none. */
#define MAX_CLOCK_US INT64_C(7258118400000000)
/* Swaps after one step: others that were faster cost one more each. */
#define MAX_SWAPS 16

static void string_or_null(zval *target, const char *bytes, size_t length)
{
	if (bytes) {
		ZVAL_STRINGL(target, bytes, length);
	} else {
		ZVAL_NULL(target);
	}
}

static bool read_answer(zval *answer, aco_swap_result *result)
{
	zval *value, *clock;

	if (Z_TYPE_P(answer) != IS_ARRAY) {
		return false;
	}

	value = zend_hash_index_find_deref(Z_ARRVAL_P(answer), 0);
	clock = zend_hash_index_find_deref(Z_ARRVAL_P(answer), 1);

	if (!value || !clock || Z_TYPE_P(clock) != IS_LONG || Z_LVAL_P(clock) <= 0
		|| Z_LVAL_P(clock) > MAX_CLOCK_US) {
		return false;
	}

	if (Z_TYPE_P(value) == IS_STRING && Z_STRLEN_P(value) <= ACO_SWAP_MAX_BYTES) {
		result->value = Z_STRVAL_P(value);
		result->length = Z_STRLEN_P(value);
	} else if (Z_TYPE_P(value) != IS_NULL) {
		return false;
	}

	result->clock_us = Z_LVAL_P(clock);
	return true;
}

static void call(zval *store, zval *arguments, zval *answer)
{
	zend_class_entry *ce = Z_OBJCE_P(store);
	zend_function *method = zend_hash_str_find_ptr(&ce->function_table, "swap", sizeof("swap") - 1);

	ZVAL_UNDEF(answer);
	zend_call_known_function(method, Z_OBJ_P(store), ce, answer, 4, arguments, NULL);
}

/* An Exception means that the store is gone; an Error is for the caller, and so is the end of the script. */
static bool note_exception(aco_engine *engine)
{
	zend_object *exception = EG(exception);
	zend_string *message;
	zval holder, *text;

	if (!instanceof_function(exception->ce, zend_ce_exception)) {
		aco_engine_swap_failed(engine, "it was ended");
		return false;
	}

	text = zend_read_property(zend_ce_exception, exception, "message", sizeof("message") - 1, true, &holder);
	message = Z_TYPE_P(text) == IS_STRING ? Z_STR_P(text) : ZSTR_EMPTY_ALLOC();
	aco_engine_swap_failed(engine, ZSTR_VAL(message));
	zend_clear_exception();

	return true;
}

/* The arguments are held meanwhile, because the engine may reuse its memory. */
static bool make_swap(zval *store, aco_engine *engine, aco_swap *swap)
{
	aco_swap_result result = {.begun_us = aco_clock_us()};
	zval arguments[4], answer, held;
	bool made = true;

	ZVAL_STRING(&arguments[0], swap->key);
	string_or_null(&arguments[1], swap->expected, swap->expected_length);
	string_or_null(&arguments[2], swap->value, swap->value_length);
	ZVAL_LONG(&arguments[3], (zend_long) swap->seconds);
	ZVAL_COPY(&held, store);
	call(&held, arguments, &answer);
	result.ended_us = aco_clock_us();
	swap->value = swap->value ? Z_STRVAL(arguments[2]) : NULL;

	if (EG(exception)) {
		made = note_exception(engine);
	} else if (read_answer(&answer, &result)) {
		aco_engine_swapped(engine, swap, &result);
	} else {
		aco_engine_swap_failed(engine, "swap() did not return a value and a time");
	}

	zval_ptr_dtor(&answer);
	for (size_t i = 0; i < 3; i++) {
		zval_ptr_dtor(&arguments[i]);
	}
	zval_ptr_dtor(&held);

	return made && !EG(exception);
}

bool php_aco_shared_store_serve(zval *store, aco_engine *engine)
{
	aco_swap swap;

	for (int i = 0; i < MAX_SWAPS && aco_engine_next_swap(engine, &swap); i++) {
		if (!make_swap(store, engine, &swap)) {
			return false;
		}
	}
	return true;
}

void php_aco_shared_store_register(void)
{
	php_aco_shared_store_ce = register_class_Aco_SharedStore();
}
