/* SPDX-License-Identifier: MIT */
#ifndef ACO_PHP_CLIENT_H
#define ACO_PHP_CLIENT_H

#include "src/php/feed_run.h"

/*
 * A run on the client's engine. A stream that open() returned keeps the client, and is drained with it; that of
 * submit() has none.
 */
typedef struct php_aco_stream {
	php_aco_feed_run run;
	zend_object *client;
	struct php_aco_stream *next;
	zend_object std;
} php_aco_stream;

#define PHP_ACO_STREAM(object) PHP_ACO_FETCH(php_aco_stream, (object))

/* A Stream object in `target`; NULL with an exception pending. */
php_aco_stream *php_aco_stream_make(zval *target, aco_engine *engine, zend_object *feed, zend_object *mapper,
	zval *on_batch, zval *logger);
/* An array or a Document; false with an exception pending. */
bool php_aco_stream_push(php_aco_stream *stream, zval *item);
/* Sends what is pending, and closes the stream; false with an exception pending. */
bool php_aco_stream_finish(php_aco_stream *stream, zval *submission);
/* Closes the stream and drops what is pending. Nothing is logged, because the caller knows. */
void php_aco_stream_abandon(php_aco_stream *stream);

/* Takes a stream that is being closed off the list of those that the client drains. */
void php_aco_client_remove_stream(zend_object *client, php_aco_stream *stream);

#endif
