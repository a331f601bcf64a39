/* SPDX-License-Identifier: MIT */
/* What the client of any service has in its object: an engine, and what it is made of. */
#ifndef ACO_PHP_SERVICE_CLIENT_H
#define ACO_PHP_SERVICE_CLIENT_H

#include "src/php/engine.h"
#include "src/php/lifetime.h"

typedef struct php_aco_service_client {
	aco_engine *engine;
	/* Makes the engine, also for a forked child; NULL with an exception pending. */
	aco_engine *(*make_engine)(zend_object *connection, zend_object *limits);
	zval connection;
	zval limits;
	zval logger;
} php_aco_service_client;

/*
 * For the constructor of `object`: NULL for `limits` and `logger` stand for the defaults. False with an exception
 * pending, and nothing kept.
 */
bool php_aco_service_client_begin(php_aco_service_client *client, const zend_object *object, zend_object *connection,
	zend_object *limits, zval *logger);
void php_aco_service_client_close(php_aco_service_client *client, php_aco_remains *remains);
/* For get_gc. */
void php_aco_service_client_add_gc(php_aco_service_client *client, zend_get_gc_buffer *buffer);
/* The counters that all services have, as an array; false with an exception pending. */
bool php_aco_service_client_stats(php_aco_service_client *client, const zend_object *object, zval *target);
/* False with an exception pending. A forked child gets an engine with connections of its own. */
bool php_aco_service_client_ready(php_aco_service_client *client, const zend_object *object);

#endif
