#ifndef PHP_ACO_CONNECTION_H
#define PHP_ACO_CONNECTION_H

#include "php_aco_classes.h"
#include "src/core/aco_engine.h"

/* An engine to the tenant, with limits or the defaults (NULL); NULL with an exception pending. */
aco_engine *php_aco_connection_make_engine(zend_object *connection, zend_object *limits);

#endif
