/* SPDX-License-Identifier: MIT */
#include "src/php/permit.h"

#include "php_aco.h"
#include "src/core/base/clock.h"
#include "src/php/callback.h"
#include "src/php/exceptions.h"

#define MIN_MS 100
#define MAX_MS 3600000
/* Words that come too late, one after the other, before that is an error: nothing would ever be sent. */
#define MAX_LATE 10

/* A destructor of the callback before may set another one, which counts then. */
static void replace(zval *permit, int64_t counts_us)
{
	zval before;

	ZVAL_COPY_VALUE(&before, &ACO_G(permit));
	ZVAL_COPY_VALUE(&ACO_G(permit), permit);
	ACO_G(permit_us) = counts_us;
	ACO_G(permitted_until_us) = 0;
	ACO_G(late_permits) = 0;
	zval_ptr_dtor(&before);
}

PHP_FUNCTION(Aco_sendWhile)
{
	zend_fcall_info holds = {0};
	zend_fcall_info_cache cache;
	zend_long milliseconds = 15000;
	zval permit = {0};

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_FUNC_OR_NULL(holds, cache)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(milliseconds)
	ZEND_PARSE_PARAMETERS_END();

	if (milliseconds < MIN_MS || milliseconds > MAX_MS) {
		php_aco_throw_argument("$milliseconds must be from %d to %d", MIN_MS, MAX_MS);
		RETURN_THROWS();
	}

	if (ZEND_FCI_INITIALIZED(holds) && !php_aco_callback_keep(&permit, &holds.function_name)) {
		RETURN_THROWS();
	}
	replace(&permit, (int64_t) milliseconds * 1000);
}

/* What it held before the call began counts from then on. */
static bool ask(void)
{
	int64_t begun_us = aco_clock_suspended_us(), counts_us = ACO_G(permit_us);
	zval holds, answer;

	ZVAL_COPY(&holds, &ACO_G(permit));
	ZVAL_UNDEF(&answer);
	ACO_G(asks_for_permit) = true;
	zend_try {
		call_user_function(NULL, NULL, &holds, &answer, 0, NULL);
	} zend_catch {
		ACO_G(asks_for_permit) = false;
		zend_bailout();
	} zend_end_try();
	ACO_G(asks_for_permit) = false;

	if (!EG(exception)) {
		ACO_G(permitted_until_us) = begun_us + counts_us;
	}
	zval_ptr_dtor(&answer);
	zval_ptr_dtor(&holds);

	return !EG(exception);
}

/* False with an exception pending. */
static bool ask_in_time(void)
{
	if (!ask()) {
		return false;
	}

	ACO_G(late_permits) = aco_clock_suspended_us() > ACO_G(permitted_until_us) ? ACO_G(late_permits) + 1 : 0;
	if (Z_ISUNDEF(ACO_G(permit)) || ACO_G(late_permits) < MAX_LATE) {
		return true;
	}

	ACO_G(late_permits) = 0;
	php_aco_throw_argument("the callback of Aco\\sendWhile() took longer than $milliseconds, %d times in a row",
		MAX_LATE);
	return false;
}

bool php_aco_permit_renew(aco_engine *engine)
{
	if (Z_ISUNDEF(ACO_G(permit))) {
		aco_engine_set_deadline(engine, INT64_MAX);
		return true;
	}
	if (ACO_G(asks_for_permit)) {
		php_aco_throw_argument("the callback of Aco\\sendWhile() must not send");
		return false;
	}
	if (aco_clock_suspended_us() > ACO_G(permitted_until_us) && !ask_in_time()) {
		return false;
	}

	aco_engine_set_deadline(engine, Z_ISUNDEF(ACO_G(permit)) ? INT64_MAX : ACO_G(permitted_until_us));
	return true;
}

void php_aco_permit_end(void)
{
	zval none = {0};

	replace(&none, 0);
	ACO_G(asks_for_permit) = false;
}
