/* SPDX-License-Identifier: MIT */
/* The part of a client that all services share: an engine, and what it is made of. */
#ifndef ACO_PHP_SERVICE_CLIENT_H
#define ACO_PHP_SERVICE_CLIENT_H

#include "src/php/engine.h"
#include "src/php/lifetime.h"

typedef struct php_aco_service_client {
	aco_engine *engine;
	/* Makes the engine, and another one in a forked child. NULL with an exception pending. */
	aco_engine *(*make_engine)(zend_object *connection, zend_object *limits);
	zval connection;
	zval limits;
	zval logger;
} php_aco_service_client;

/*
 * For the constructor of `object`. `limits` and `logger` may be NULL. False with an exception pending, and
 * nothing kept.
 */
bool php_aco_service_client_begin(php_aco_service_client *client, const zend_object *object, zend_object *connection,
	zend_object *limits, zval *logger);
/* The whole constructor of a client: a connection of that class, limits, logger. May leave an exception pending. */
void php_aco_service_client_construct(php_aco_service_client *client, const zend_object *object,
	zend_class_entry *connection_ce, zend_execute_data *execute_data);
void php_aco_service_client_close(php_aco_service_client *client, php_aco_remains *remains);
/* For the get_gc of an object that holds more than its client. */
void php_aco_service_client_add_gc(php_aco_service_client *client, zend_get_gc_buffer *buffer);
/* The get_gc of an object whose struct begins with its client. */
HashTable *php_aco_service_client_get_gc(zend_object *object, zval **table, int *count);
/* The counters that all services share, as an array. False with an exception pending. */
bool php_aco_service_client_stats(php_aco_service_client *client, const zend_object *object, zval *target);
/* Makes sure that there is an engine; a forked child gets one of its own. False with an exception pending. */
bool php_aco_service_client_ready(php_aco_service_client *client, const zend_object *object);

#endif
