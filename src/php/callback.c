/* SPDX-License-Identifier: MIT */
#include "src/php/callback.h"

#include "zend_closures.h"

bool php_aco_callback_keep(zval *kept, zval *callable)
{
	zend_function *make = zend_hash_str_find_ptr(&zend_ce_closure->function_table, "fromcallable",
		strlen("fromcallable"));

	ZVAL_UNDEF(kept);
	zend_call_known_function(make, NULL, zend_ce_closure, kept, 1, callable, NULL);

	return !EG(exception);
}
