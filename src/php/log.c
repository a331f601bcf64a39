/* SPDX-License-Identifier: MIT */
#include "src/php/log.h"

#include "src/php/callback.h"

static zend_function *log_method(zval *logger)
{
	zend_function *method = Z_TYPE_P(logger) == IS_OBJECT
		? zend_hash_str_find_ptr(&Z_OBJCE_P(logger)->function_table, "log", strlen("log"))
		: NULL;

	return method && (method->common.fn_flags & (ZEND_ACC_PUBLIC | ZEND_ACC_STATIC)) == ZEND_ACC_PUBLIC ? method : NULL;
}

bool php_aco_log_accepts(zval *logger)
{
	return Z_TYPE_P(logger) == IS_NULL || log_method(logger) || zend_is_callable(logger, 0, NULL);
}

bool php_aco_log_keep(zval *kept, zval *logger)
{
	if (Z_TYPE_P(logger) != IS_NULL && !log_method(logger)) {
		return php_aco_callback_keep(kept, logger);
	}

	ZVAL_COPY(kept, logger);
	return true;
}

void php_aco_log(zval *logger, const char *level, zend_string *message, zval *context)
{
	zval held, arguments[3], result;
	zend_function *method;

	/* The logger may close the object that holds it. */
	ZVAL_COPY(&held, logger);
	ZVAL_STRING(&arguments[0], level);
	ZVAL_STR_COPY(&arguments[1], message);
	ZVAL_COPY_VALUE(&arguments[2], context);
	ZVAL_UNDEF(&result);

	if ((method = log_method(&held))) {
		zend_call_known_function(method, Z_OBJ(held), Z_OBJCE(held), &result, 3, arguments, NULL);
	} else {
		call_user_function(NULL, NULL, &held, &result, 3, arguments);
	}

	zval_ptr_dtor(&result);

	for (size_t i = 0; i < 3; i++) {
		zval_ptr_dtor(&arguments[i]);
	}

	zval_ptr_dtor(&held);
}
