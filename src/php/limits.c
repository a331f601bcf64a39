/* SPDX-License-Identifier: MIT */
#include "src/php/limits.h"

#include "src/core/base/count.h"
#include "src/php/exceptions.h"

#include <math.h>

#include "src/php/limits_arginfo.h"

zend_class_entry *php_aco_limits_ce;

static zend_object_handlers php_aco_limits_handlers;

enum {
	PROPERTY_REQUESTS_PER_SECOND,
	PROPERTY_PRODUCTS_PER_MINUTE,
	PROPERTY_PRICES_PER_MINUTE,
	PROPERTY_CONCURRENCY,
	PROPERTY_MAX_ATTEMPTS,
	PROPERTY_MAX_REQUEST_BYTES,
	PROPERTY_RETRY_BUDGET_MS,
	PROPERTY_SHARED,
	PROPERTY_HOSTS
};

/* The integers in the order of declaration, with defaults and ranges. */
static const struct {
	const char *parameter;
	zend_long value;
	zend_long minimum;
	zend_long maximum;
} integers[] = {
	{"$productsPerMinute", 1000, 0, 1000000000},
	{"$pricesPerMinute", 50000, 0, 1000000000},
	{"$concurrency", 4, 1, 64},
	{"$maxAttempts", 4, 1, 20},
	{"$maxRequestBytes", 8388608, 1024, 268435456},
	{"$retryBudgetMs", 60000, 0, 86400000},
};

static zend_object *php_aco_limits_create(zend_class_entry *class_entry)
{
	return php_aco_object_create(class_entry, &php_aco_limits_handlers);
}

#define INTEGER_COUNT ACO_COUNT(integers)
#define MAX_REQUESTS_PER_SECOND 10000
#define MAX_HOSTS 1000

/* NULL: the default. */
static bool check_shared(zval *shared, zend_long hosts)
{
	if (shared && Z_TYPE_P(shared) != IS_TRUE && Z_TYPE_P(shared) != IS_FALSE
		&& !(Z_TYPE_P(shared) == IS_OBJECT && instanceof_function(Z_OBJCE_P(shared), php_aco_shared_store_ce))) {
		php_aco_throw_argument("$shared must be true, false or an Aco\\SharedStore");
		return false;
	}

	if (hosts < 1 || hosts > MAX_HOSTS) {
		php_aco_throw_argument("$hosts must be between 1 and %d", MAX_HOSTS);
		return false;
	}

	return true;
}

PHP_METHOD(Aco_Limits, __construct)
{
	zend_object *object = Z_OBJ_P(ZEND_THIS);
	double requests_per_second = PHP_ACO_LIMITS_REQUESTS_PER_SECOND;
	zend_long numbers[INTEGER_COUNT];
	zend_long hosts = 1;
	zval *shared = NULL;

	for (size_t i = 0; i < INTEGER_COUNT; i++) {
		numbers[i] = integers[i].value;
	}

	ZEND_PARSE_PARAMETERS_START(0, 9)
		Z_PARAM_OPTIONAL
		Z_PARAM_DOUBLE(requests_per_second)
		Z_PARAM_LONG(numbers[0])
		Z_PARAM_LONG(numbers[1])
		Z_PARAM_LONG(numbers[2])
		Z_PARAM_LONG(numbers[3])
		Z_PARAM_LONG(numbers[4])
		Z_PARAM_LONG(numbers[5])
		Z_PARAM_ZVAL(shared)
		Z_PARAM_LONG(hosts)
	ZEND_PARSE_PARAMETERS_END();

	if (!php_aco_values_check_new(object) || !check_shared(shared, hosts)) {
		RETURN_THROWS();
	}

	if (!isfinite(requests_per_second) || requests_per_second < 0 || requests_per_second > MAX_REQUESTS_PER_SECOND) {
		php_aco_throw_argument("$requestsPerSecond must be between 0 (no limit) and %d", MAX_REQUESTS_PER_SECOND);
		RETURN_THROWS();
	}

	for (size_t i = 0; i < INTEGER_COUNT; i++) {
		if (numbers[i] < integers[i].minimum || numbers[i] > integers[i].maximum) {
			php_aco_throw_argument("%s must be between " ZEND_LONG_FMT " and " ZEND_LONG_FMT,
				integers[i].parameter, integers[i].minimum, integers[i].maximum);
			RETURN_THROWS();
		}
	}

	ZVAL_DOUBLE(php_aco_value(object, PROPERTY_REQUESTS_PER_SECOND), requests_per_second);

	for (size_t i = 0; i < INTEGER_COUNT; i++) {
		php_aco_set_long(object, PROPERTY_PRODUCTS_PER_MINUTE + (uint32_t) i, numbers[i]);
	}

	if (shared && Z_TYPE_P(shared) == IS_OBJECT) {
		php_aco_set_object(object, PROPERTY_SHARED, Z_OBJ_P(shared));
	} else {
		php_aco_set_bool(object, PROPERTY_SHARED, !shared || Z_TYPE_P(shared) == IS_TRUE);
	}

	php_aco_set_long(object, PROPERTY_HOSTS, hosts);
	php_aco_values_publish(object);
}

static zend_long php_aco_limits_integer(zend_object *limits, uint32_t property)
{
	return limits ? php_aco_value_long(limits, property) : integers[property - PROPERTY_PRODUCTS_PER_MINUTE].value;
}

bool php_aco_limits_settings(zend_object *limits, aco_engine_settings *settings)
{
	if (limits && !php_aco_values_check(limits)) {
		return false;
	}

	settings->requests_per_second = limits
		? Z_DVAL_P(php_aco_value(limits, PROPERTY_REQUESTS_PER_SECOND)) : PHP_ACO_LIMITS_REQUESTS_PER_SECOND;
	settings->products_per_minute = php_aco_limits_integer(limits, PROPERTY_PRODUCTS_PER_MINUTE);
	settings->prices_per_minute = php_aco_limits_integer(limits, PROPERTY_PRICES_PER_MINUTE);
	settings->store = php_aco_limits_store(limits);
	settings->hosts = limits ? (unsigned) php_aco_value_long(limits, PROPERTY_HOSTS) : 1;
	settings->concurrency = (size_t) php_aco_limits_integer(limits, PROPERTY_CONCURRENCY);
	settings->max_attempts = (unsigned) php_aco_limits_integer(limits, PROPERTY_MAX_ATTEMPTS);
	settings->retry_budget_ms = php_aco_limits_integer(limits, PROPERTY_RETRY_BUDGET_MS);
	settings->max_request_bytes = (size_t) php_aco_limits_integer(limits, PROPERTY_MAX_REQUEST_BYTES);

	return true;
}

bool php_aco_limits_are_shared(zend_object *limits)
{
	return !limits || Z_TYPE_P(php_aco_value(limits, PROPERTY_SHARED)) != IS_FALSE;
}

zend_object *php_aco_limits_store(zend_object *limits)
{
	return limits && Z_TYPE_P(php_aco_value(limits, PROPERTY_SHARED)) == IS_OBJECT
		? php_aco_value_object(limits, PROPERTY_SHARED) : NULL;
}

void php_aco_limits_register(void)
{
	php_aco_limits_ce = register_class_Aco_Limits();
	php_aco_values_register(php_aco_limits_ce, php_aco_limits_create, &php_aco_limits_handlers, 0);
}
