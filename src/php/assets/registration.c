/* SPDX-License-Identifier: MIT */
#include "src/php/assets/registry.h"

#include "ext/spl/spl_exceptions.h"
#include "src/php/exceptions.h"
#include "zend_enum.h"
#include "zend_exceptions.h"

#include "src/php/assets/registration_arginfo.h"

zend_class_entry *php_aco_assets_dialect_ce;

static zend_class_entry *error_class_ce;
static zend_class_entry *registration_ce;
static zend_class_entry *exception_ce;

enum { PROPERTY_TENANT_ID, PROPERTY_ALREADY_REGISTERED, PROPERTY_DIALECT, PROPERTY_REQUEST_ID };

/* In the order of aco_registry_verdict. */
static const char *const error_classes[] = {"Configuration", "Authentication", "State", "CallerBug", "Transport",
	"Unknown"};

aco_registry_dialect php_aco_assets_dialect_of(zend_object *dialect)
{
	/* By identity, because PHP code can overwrite properties of enum cases before PHP 8.3. */
	return zend_enum_get_case_cstr(php_aco_assets_dialect_ce,
		"Flat") == dialect ? ACO_REGISTRY_FLAT : ACO_REGISTRY_NESTED;
}

void php_aco_assets_registration_make(zval *target, const aco_registry_outcome *outcome, aco_registry_dialect dialect,
	const char *request_id)
{
	zend_object *object;

	object_init_ex(target, registration_ce);
	object = Z_OBJ_P(target);

	if (outcome->tenant_id[0]) {
		ZVAL_STRING(OBJ_PROP_NUM(object, PROPERTY_TENANT_ID), outcome->tenant_id);
	} else {
		ZVAL_NULL(OBJ_PROP_NUM(object, PROPERTY_TENANT_ID));
	}

	ZVAL_BOOL(OBJ_PROP_NUM(object, PROPERTY_ALREADY_REGISTERED), outcome->verdict == ACO_REGISTRY_EXISTS);
	ZVAL_OBJ_COPY(OBJ_PROP_NUM(object, PROPERTY_DIALECT),
		zend_enum_get_case_cstr(php_aco_assets_dialect_ce, dialect == ACO_REGISTRY_FLAT ? "Flat" : "Nested"));
	ZVAL_STRING(OBJ_PROP_NUM(object, PROPERTY_REQUEST_ID), request_id);
}

static void make_errors(zval *target, const aco_registry_outcome *outcome)
{
	array_init(target);
	for (size_t i = 0; i < outcome->count; i++) {
		zval error;

		array_init(&error);
		add_assoc_string(&error, "message", outcome->errors[i].message);
		add_assoc_string(&error, "path", outcome->errors[i].path);
		add_next_index_zval(target, &error);
	}
}

void php_aco_assets_registration_throw(const aco_registry_outcome *outcome)
{
	const aco_error *error = &outcome->error;
	zend_object *exception = zend_throw_exception(exception_ce, error->message,
		error->http_status ? error->http_status : error->curl_code);
	zval value;

	ZEND_ASSERT(outcome->verdict >= ACO_REGISTRY_CONFIGURATION && outcome->verdict <= ACO_REGISTRY_UNKNOWN);
	ZVAL_OBJ(&value,
		zend_enum_get_case_cstr(error_class_ce, error_classes[outcome->verdict - ACO_REGISTRY_CONFIGURATION]));
	zend_update_property(exception_ce, exception, ZEND_STRL("errorClass"), &value);
	zend_update_property_long(exception_ce, exception, ZEND_STRL("status"), error->http_status);
	zend_update_property_string(exception_ce, exception, ZEND_STRL("requestId"), error->request_id);
	make_errors(&value, outcome);
	zend_update_property(exception_ce, exception, ZEND_STRL("errors"), &value);
	zval_ptr_dtor(&value);
	zend_update_property_bool(exception_ce, exception, ZEND_STRL("retryable"), error->retryable);
}

PHP_METHOD(Aco_Assets_Registration, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

PHP_METHOD(Aco_Assets_RegistrationException, isRetryable)
{
	zval buffer, *retryable;

	ZEND_PARSE_PARAMETERS_NONE();
	retryable = zend_read_property(exception_ce, Z_OBJ_P(ZEND_THIS), ZEND_STRL("retryable"), true, &buffer);
	RETURN_BOOL(Z_TYPE_P(retryable) == IS_TRUE);
}

void php_aco_assets_registration_register(void)
{
	php_aco_assets_dialect_ce = register_class_Aco_Assets_Dialect();
	error_class_ce = register_class_Aco_Assets_ErrorClass();
	registration_ce = register_class_Aco_Assets_Registration();
	php_aco_results_register(registration_ce);
	exception_ce = register_class_Aco_Assets_RegistrationException(spl_ce_RuntimeException, php_aco_exception_ce());
}
