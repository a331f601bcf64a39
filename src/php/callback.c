/* SPDX-License-Identifier: MIT */
#include "src/php/callback.h"

#include "zend_closures.h"
#include "zend_interfaces.h"

bool php_aco_callback_keep(zval *kept, zval *callable)
{
	ZVAL_UNDEF(kept);
	zend_call_method_with_1_params(NULL, zend_ce_closure, NULL, "fromcallable", kept, callable);

	return !EG(exception);
}
