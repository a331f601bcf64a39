/* SPDX-License-Identifier: MIT */
/* Registration with the asset rules service. */
#ifndef ACO_PHP_ASSETS_REGISTRY_H
#define ACO_PHP_ASSETS_REGISTRY_H

#include "src/php/assets/connections.h"

/* Dialect, ErrorClass, Registration and RegistrationException. */
void php_aco_assets_registration_register(void);
void php_aco_assets_tenant_registry_register(void);

extern zend_class_entry *php_aco_assets_dialect_ce;

aco_registry_dialect php_aco_assets_dialect_of(zend_object *dialect);
void php_aco_assets_registration_make(zval *target, const aco_registry_outcome *outcome, aco_registry_dialect dialect,
	const char *request_id);
void php_aco_assets_registration_throw(const aco_registry_outcome *outcome);

#endif
