/* SPDX-License-Identifier: MIT */
/* What the sinks share: where assets are delivered, how stores are reached, and the course of apply(). */
#ifndef ACO_PHP_ASSETS_SINKS_H
#define ACO_PHP_ASSETS_SINKS_H

#include "src/php/assets/connections.h"
#include "src/core/base/json_writer.h"
#include "src/php/run.h"
#include "src/php/service_client.h"

extern zend_class_entry *php_aco_assets_delivery_ce;
extern zend_class_entry *php_aco_assets_commerce_connection_ce;

void php_aco_assets_delivery_register(void);
void php_aco_assets_commerce_connection_register(void);
void php_aco_assets_commerce_sink_register(void);
void php_aco_assets_optimizer_sink_register(void);

/* NULL with an Error pending for an object that was not constructed. */
const char *php_aco_assets_delivery_origin(zend_object *delivery);
/* Appends the address of an asset, or of its player. */
void php_aco_assets_delivery_url(aco_buf *url, const char *origin, const char *asset_id, size_t length, bool player);

typedef struct php_aco_assets_commerce_headers {
	char store[80];
	const char *lines[2];
} php_aco_assets_commerce_headers;

/* Borrows from the object and from `headers`, but for the signer. False with an exception pending. */
bool php_aco_assets_commerce_settings(
	zend_object *connection, aco_engine_settings *settings, php_aco_assets_commerce_headers *headers);
/* Whether requests carry a signature of their own, rather than a token. */
bool php_aco_assets_commerce_is_signed(zend_object *connection);
/* Keys of the signature (aco_oauth1_keys), to be freed; NULL with an exception pending. */
void *php_aco_assets_commerce_keys(zend_object *connection);
void php_aco_assets_commerce_http(zend_object *connection, aco_http_settings *http);

typedef struct php_aco_assets_sink php_aco_assets_sink;

/* One apply() under way. Each change is one position, whatever the number of its requests. */
typedef struct php_aco_assets_applying {
	php_aco_run run;
	php_aco_assets_sink *sink;
	/* By position: the change takes everything away. */
	zval taking_away;
	/* The request being written, which outlives a bailout here. */
	aco_json json;
	struct php_aco_assets_applying *next;
	php_aco_remains remains;
} php_aco_assets_applying;

/* What both sinks have in their objects. */
struct php_aco_assets_sink {
	php_aco_service_client service;
	const aco_channel *channel;
	/* Pushes what one change takes; false with an exception pending. */
	bool (*push)(php_aco_assets_applying *applying, zend_object *change, zend_long position);
	php_aco_assets_applying *applying;
	zval delivery;
};

/* The common part of the constructors of `object`; false with an exception pending. */
bool php_aco_assets_sink_begin(php_aco_assets_sink *sink, const zend_object *object, zend_object *connection,
	zend_object *delivery, zend_object *limits, zval *logger);
/* For free_obj: frees what the sink holds, and the object's properties. */
void php_aco_assets_sink_free(php_aco_assets_sink *sink, zend_object *object);
void php_aco_assets_sink_add_gc(php_aco_assets_sink *sink, zend_get_gc_buffer *buffer);
/* `object` is that of the sink. */
void php_aco_assets_sink_apply(
	php_aco_assets_sink *sink, const zend_object *object, zval *changes, zend_fcall_info *on_batch, zval *submission);

/* The request that was written, as one of the position's; `subject` says whose order it keeps. */
bool php_aco_assets_sink_push(
	php_aco_assets_applying *applying, zend_long position, unsigned route, const char *kind, zend_string *subject);
/* Empties the writer and opens an object. */
aco_json *php_aco_assets_sink_write(php_aco_assets_applying *applying);
const char *php_aco_assets_sink_origin(const php_aco_assets_applying *applying);

#endif
