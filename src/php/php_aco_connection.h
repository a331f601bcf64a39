#ifndef PHP_ACO_CONNECTION_H
#define PHP_ACO_CONNECTION_H

#include "php_aco_classes.h"
#include "src/core/aco_engine.h"

/*
 * Fills in where to send and as whom. Strings are borrowed from the object, but for the tenant's
 * address, which is written to `tenant_url`. False with an exception pending.
 */
bool php_aco_connection_settings(zend_object *connection, aco_engine_settings *settings, aco_buf *tenant_url);

#endif
