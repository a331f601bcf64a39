/* SPDX-License-Identifier: MIT */
/* What the sinks share: delivery URLs, the connection to a store, and apply(). */
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
/* Appends the URL of an asset, or of its player. */
void php_aco_assets_delivery_url(aco_buf *url, const char *origin, const char *asset_id, size_t length, bool player);

typedef struct php_aco_assets_commerce_headers {
	char store[80];
	const char *lines[2];
} php_aco_assets_commerce_headers;

/* The settings borrow from the object and from `headers`. False with an exception pending. */
bool php_aco_assets_commerce_settings(zend_object *connection, aco_engine_settings *settings,
	php_aco_assets_commerce_headers *headers);
/* Whether requests are signed (OAuth 1.0a), rather than sent with a token. */
bool php_aco_assets_commerce_is_signed(zend_object *connection);
/* The keys for signatures (aco_oauth1_keys), which the caller frees; NULL with an exception pending. */
void *php_aco_assets_commerce_keys(zend_object *connection);
void php_aco_assets_commerce_http(zend_object *connection, aco_http_settings *http);

typedef struct php_aco_assets_sink php_aco_assets_sink;
typedef struct php_aco_assets_sink_run php_aco_assets_sink_run;

/* What distinguishes one sink from another. */
typedef struct php_aco_assets_sink_kind {
	/* NULL with an exception pending. */
	aco_engine *(*make_engine)(zend_object *connection, zend_object *limits);
	const aco_channel *channel;
	/* Called before each apply(), unless it is NULL. False with an exception pending. */
	bool (*prepare)(php_aco_assets_sink *sink);
	/* Pushes the requests of one change. False with an exception pending. */
	bool (*push)(php_aco_assets_sink_run *run, zend_object *change, zend_long position);
} php_aco_assets_sink_kind;

/* One apply() in progress. A change has one position, even if it takes several requests. */
struct php_aco_assets_sink_run {
	php_aco_run base;
	php_aco_assets_sink *sink;
	/* A set of positions whose changes remove everything. */
	zval removed;
	/* Writes one request at a time. */
	aco_json json;
	struct php_aco_assets_sink_run *next;
	php_aco_remains remains;
};

/* What the struct of each sink begins with. */
struct php_aco_assets_sink {
	php_aco_service_client service;
	const php_aco_assets_sink_kind *kind;
	php_aco_assets_sink_run *runs;
	zval delivery;
};

/* For create_object. */
zend_object *php_aco_assets_sink_create(zend_class_entry *ce, const zend_object_handlers *handlers,
	const php_aco_assets_sink_kind *kind);
void php_aco_assets_sink_register_class(zend_class_entry *ce, zend_object *(*create)(zend_class_entry *),
	zend_object_handlers *handlers,
	size_t offset, zend_object_free_obj_t free_object);
/* The common part of the constructors. False with an exception pending. */
bool php_aco_assets_sink_begin(php_aco_assets_sink *sink, const zend_object *object, zend_object *connection,
	zend_object *delivery,
	zend_object *limits, zval *logger);
/* For free_obj: frees what the sink holds, and the object's properties. */
void php_aco_assets_sink_free(php_aco_assets_sink *sink, zend_object *object);

/*
 * Pushes the request that was written. Requests of the same kind ("a": asset, "p": product) and subject keep
 * their order.
 */
bool php_aco_assets_sink_push(php_aco_assets_sink_run *run, zend_long position, unsigned route, const char *kind,
	zend_string *subject);
/* The writer, for a request that begins with an open object. */
aco_json *php_aco_assets_sink_write(php_aco_assets_sink_run *run);
const char *php_aco_assets_sink_origin(const php_aco_assets_sink_run *run);

#endif
