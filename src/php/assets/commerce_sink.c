/* SPDX-License-Identifier: MIT */
#include "src/php/assets/commerce_requests.h"
#include "src/php/assets/commerce_version.h"
#include "src/php/assets/sinks.h"

#include "src/core/services/media.h"
#include "src/php/exceptions.h"
#include "zend_exceptions.h"

#include "src/php/assets/commerce_sink_arginfo.h"

/* Adobe publishes no limits. */
#define REQUESTS_PER_SECOND 10.0

typedef enum sync_asset {
	SYNC_ASSET_ASK,
	SYNC_ASSET_NO,
	SYNC_ASSET_YES
} sync_asset;

typedef struct commerce_sink {
	php_aco_assets_sink sink;
	sync_asset sync_asset;
	php_aco_assets_commerce_version version;
	zend_object std;
} commerce_sink;

PHP_ACO_ASSERT_FIRST(commerce_sink, sink);
PHP_ACO_ASSERT_STD_LAST(commerce_sink);

#define SINK(object) PHP_ACO_FETCH(commerce_sink, (object))

static zend_class_entry *commerce_sink_ce;
static zend_object_handlers php_aco_commerce_sink_handlers;

static aco_engine *php_aco_commerce_sink_make_engine(zend_object *connection, zend_object *limits)
{
	php_aco_assets_commerce_headers headers;
	aco_engine_settings settings = {0};

	return php_aco_assets_commerce_settings(connection, &settings, &headers)
		? php_aco_engine_make(&settings, limits, REQUESTS_PER_SECOND)
		: NULL;
}

static void php_aco_commerce_sink_free(zend_object *object)
{
	commerce_sink *commerce = SINK(object);

	php_aco_assets_commerce_version_close(&commerce->version);
	php_aco_assets_sink_free(&commerce->sink, object);
}

PHP_METHOD(Aco_Assets_CommerceSink, __construct)
{
	commerce_sink *commerce = SINK(Z_OBJ_P(ZEND_THIS));
	zend_object *connection, *delivery, *limits = NULL;
	bool sync_asset = false, ask = true;
	zval *logger = NULL;

	ZEND_PARSE_PARAMETERS_START(2, 5)
		Z_PARAM_OBJ_OF_CLASS(connection, php_aco_assets_commerce_connection_ce)
		Z_PARAM_OBJ_OF_CLASS(delivery, php_aco_assets_delivery_ce)
		Z_PARAM_OPTIONAL
		Z_PARAM_OBJ_OF_CLASS_OR_NULL(limits, php_aco_limits_ce)
		Z_PARAM_ZVAL(logger)
		Z_PARAM_BOOL_OR_NULL(sync_asset, ask)
	ZEND_PARSE_PARAMETERS_END();

	if (!php_aco_assets_sink_begin(&commerce->sink, &commerce->std, connection, delivery, limits, logger)
			|| !php_aco_exchange_retries_init(&commerce->version.retries, limits)) {
		RETURN_THROWS();
	}

	commerce->sync_asset = ask ? SYNC_ASSET_ASK : sync_asset ? SYNC_ASSET_YES : SYNC_ASSET_NO;

	if (ask && !php_aco_assets_commerce_is_signed(connection)) {
		commerce->sync_asset = SYNC_ASSET_YES;
	}
}

/* NULL with an exception pending. */
static zend_string *ask_version(commerce_sink *commerce)
{
	return php_aco_assets_commerce_version_ask(&commerce->version, &commerce->std,
		Z_OBJ(commerce->sink.service.connection),
		aco_engine_base_url(commerce->sink.service.engine));
}

/*
 * Finds out whether the store knows sync-asset. A store that cannot be asked at this moment gets the older sequence,
 * which every version knows, and whose responses say what is wrong.
 */
static bool php_aco_commerce_sink_prepare(php_aco_assets_sink *sink)
{
	commerce_sink *commerce = (commerce_sink *) sink;
	zend_string *version;

	if (commerce->sync_asset != SYNC_ASSET_ASK) {
		return true;
	}

	if ((version = ask_version(commerce))) {
		commerce->sync_asset = php_aco_assets_commerce_version_syncs(version) ? SYNC_ASSET_YES : SYNC_ASSET_NO;
		zend_string_release(version);
		return true;
	}

	/* A forked child gets the exception: if it went on, it would do the parent's work. */
	if (!EG(exception) || !instanceof_function(EG(exception)->ce, php_aco_exception_ce())
			|| (commerce->version.requester.http && aco_http_is_inherited(commerce->version.requester.http))) {
		return false;
	}

	zend_clear_exception();
	return true;
}

static bool php_aco_commerce_sink_push(php_aco_assets_sink_run *run, zend_object *change, zend_long position)
{
	const commerce_sink *commerce = (commerce_sink *) run->sink;

	return php_aco_assets_commerce_push_change(run, change, position, commerce->sync_asset == SYNC_ASSET_YES);
}

static const php_aco_assets_sink_kind php_aco_commerce_sink_kind = {
	.make_engine = php_aco_commerce_sink_make_engine,
	.channel = &aco_media_channel,
	.prepare = php_aco_commerce_sink_prepare,
	.push = php_aco_commerce_sink_push,
};

static zend_object *php_aco_commerce_sink_create(zend_class_entry *class_entry)
{
	return php_aco_assets_sink_create(class_entry, &php_aco_commerce_sink_handlers, &php_aco_commerce_sink_kind);
}

PHP_METHOD(Aco_Assets_CommerceSink, version)
{
	commerce_sink *commerce = SINK(Z_OBJ_P(ZEND_THIS));
	zend_string *version;

	ZEND_PARSE_PARAMETERS_NONE();

	if (!php_aco_service_client_ready(&commerce->sink.service, &commerce->std)) {
		RETURN_THROWS();
	}
	if (!php_aco_assets_commerce_is_signed(Z_OBJ(commerce->sink.service.connection))) {
		RETURN_EMPTY_STRING();
	}

	version = ask_version(commerce);
	if (!version) {
		RETURN_THROWS();
	}

	RETURN_STR(version);
}

void php_aco_assets_commerce_sink_register(void)
{
	commerce_sink_ce = register_class_Aco_Assets_CommerceSink(php_aco_assets_sink_ce);
	php_aco_assets_sink_register_class(commerce_sink_ce, php_aco_commerce_sink_create, &php_aco_commerce_sink_handlers,
		offsetof(commerce_sink, std), php_aco_commerce_sink_free);
}
