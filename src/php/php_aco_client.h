#ifndef PHP_ACO_CLIENT_H
#define PHP_ACO_CLIENT_H

#include "php_aco_feed_sending.h"

/* A Stream object begins a sending on the client's engine; drained with the client. */
typedef struct php_aco_stream {
	php_aco_feed_sending sending;
	zend_object *client;
	bool finished;
	/* Calls under way: a callback may push, but not take the stream from under them. */
	unsigned calls;
	struct php_aco_stream *next;
	zend_object std;
} php_aco_stream;

#define PHP_ACO_STREAM(object) PHP_ACO_FETCH(php_aco_stream, (object))

/* Streams the client drains; a stream takes itself out when it ends. */
void php_aco_client_add_stream(zend_object *client, php_aco_stream *stream);
void php_aco_client_remove_stream(zend_object *client, php_aco_stream *stream);

#endif
