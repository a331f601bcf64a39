/* SPDX-License-Identifier: MIT */
#ifndef ACO_PHP_TRANSPORT_H
#define ACO_PHP_TRANSPORT_H

#include "src/php/classes.h"
#include "src/core/net/http.h"

extern zend_class_entry *php_aco_transport_ce;

void php_aco_transport_register(void);

/*
 * A reference to the transport, or for NULL to a new one with the defaults, which the caller releases. NULL
 * with an Error pending.
 */
zend_object *php_aco_transport_take(zend_object *transport);
/* The settings borrow from the transport. The CA bundle and the bounds come from php.ini. */
void php_aco_transport_http(const zend_object *transport, aco_http_settings *http);

#endif
