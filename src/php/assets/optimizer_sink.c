/* SPDX-License-Identifier: MIT */
#include "src/php/assets/media.h"
#include "src/php/assets/sinks.h"

#include "src/core/services/ingestion.h"
#include "src/map/roles.h"
#include "src/php/connection.h"
#include "src/php/exceptions.h"
#include "src/php/parameters.h"

#include "src/php/assets/optimizer_sink_arginfo.h"

#define LAYERS_PATH "/v1/catalog/products/layers"
#define MAX_LAYERS 100

typedef struct optimizer_sink {
	php_aco_assets_sink sink;
	zend_string *layer;
	/* NULL: all locales. */
	zend_string *locale;
	/* NULL: the first alt text. */
	zend_string *label_store_view;
	zend_object std;
} optimizer_sink;

PHP_ACO_ASSERT_FIRST(optimizer_sink, sink);
PHP_ACO_ASSERT_STD_LAST(optimizer_sink);

#define SINK(object) PHP_ACO_FETCH(optimizer_sink, (object))

static zend_class_entry *optimizer_sink_ce;
static zend_object_handlers php_aco_optimizer_sink_handlers;

static const aco_channel layers =
	ACO_INGESTION_CHANNEL("productLayers", LAYERS_PATH, LAYERS_PATH "/delete", MAX_LAYERS, ACO_RATE_PRODUCTS);

/* The roles that have a name in the catalog as "roles", or all others as "customRoles". */
static void php_aco_optimizer_sink_write_roles(aco_json *json, zval *all, bool known)
{
	bool opened = false;
	zval *role;

	ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(all), role) {
		const char *name = aco_map_catalog_role(Z_STRVAL_P(role), Z_STRLEN_P(role));

		if ((name != NULL) != known) {
			continue;
		}

		if (!opened) {
			if (known) {
				aco_json_key(json, "roles");
			} else {
				aco_json_key(json, "customRoles");
			}

			aco_json_begin_array(json);
			opened = true;
		}

		if (name) {
			aco_json_raw(json, name, strlen(name));
		} else {
			aco_json_string(json, Z_STRVAL_P(role), Z_STRLEN_P(role));
		}
	} ZEND_HASH_FOREACH_END();

	if (opened) {
		aco_json_end_array(json);
	}
}

static void write_label(const optimizer_sink *optimizer, aco_json *json, zval *alt_texts)
{
	zval *entry;

	ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(alt_texts), entry) {
		if (!optimizer->label_store_view
				|| zend_string_equals(optimizer->label_store_view,
					Z_STR_P(php_aco_assets_media_member(entry, "store_code")))) {
			php_aco_assets_media_text(json, "label", Z_STR_P(php_aco_assets_media_member(entry, "value")));
			return;
		}
	} ZEND_HASH_FOREACH_END();
}

static void write_source(const optimizer_sink *optimizer, aco_json *json)
{
	aco_json_key(json, "source");
	aco_json_begin_object(json);
	if (optimizer->locale) {
		php_aco_assets_media_text(json, "locale", optimizer->locale);
	}
	php_aco_assets_media_text(json, "layer", optimizer->layer);
	aco_json_end_object(json);
}

static bool is_image(zval *entry)
{
	return Z_TYPE_P(php_aco_assets_media_member(entry, "video")) != IS_TRUE;
}

static bool has_images(zval *media)
{
	zval *entry;

	ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(media), entry) {
		if (is_image(entry)) {
			return true;
		}
	} ZEND_HASH_FOREACH_END();
	return false;
}

static void write_images(const optimizer_sink *optimizer, aco_json *json, const char *origin, zval *media)
{
	zval *entry;

	aco_json_key(json, "images");
	aco_json_begin_array(json);

	ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(media), entry) {
		if (is_image(entry)) {
			aco_json_begin_object(json);
			php_aco_assets_media_url(json, "url", origin, Z_STR_P(php_aco_assets_media_member(entry, "assetId")),
				false);
			write_label(optimizer, json, php_aco_assets_media_member(entry, "altTexts"));
			php_aco_optimizer_sink_write_roles(json, php_aco_assets_media_member(entry, "roles"), true);
			php_aco_optimizer_sink_write_roles(json, php_aco_assets_media_member(entry, "roles"), false);
			aco_json_end_object(json);
		}
	} ZEND_HASH_FOREACH_END();

	aco_json_end_array(json);
}

static bool php_aco_optimizer_sink_push(php_aco_assets_sink_run *run, zend_object *change, zend_long position)
{
	const optimizer_sink *optimizer = (optimizer_sink *) run->sink;
	zend_string *sku;
	aco_json *json;
	zval *media;
	bool images;

	if (change->ce != php_aco_assets_product_change_ce) {
		php_aco_throw_argument("change " ZEND_LONG_FMT " is an AssetChange: a layer takes the whole product, a ProductChange", position);
		return false;
	}

	sku = php_aco_value_string(change, PHP_ACO_PRODUCT_CHANGE_SKU);
	media = php_aco_value(change, PHP_ACO_PRODUCT_CHANGE_MEDIA);
	images = has_images(media);
	json = php_aco_assets_sink_write(run);
	php_aco_assets_media_text(json, "sku", sku);
	write_source(optimizer, json);

	if (images) {
		write_images(optimizer, json, php_aco_assets_sink_origin(run), media);
	} else {
		add_index_bool(&run->removed, (zend_ulong) position, true);
	}

	aco_json_end_object(json);
	return php_aco_assets_sink_push(run, position, images ? ACO_ROUTE_LIVE : ACO_ROUTE_DELETE, "p", sku);
}

static const php_aco_assets_sink_kind php_aco_optimizer_sink_kind = {
	.make_engine = php_aco_connection_make_engine,
	.channel = &layers,
	.push = php_aco_optimizer_sink_push,
};

static zend_object *php_aco_optimizer_sink_create(zend_class_entry *class_entry)
{
	return php_aco_assets_sink_create(class_entry, &php_aco_optimizer_sink_handlers, &php_aco_optimizer_sink_kind);
}

static void php_aco_optimizer_sink_release(zend_string *text)
{
	if (text) {
		zend_string_release(text);
	}
}

static void php_aco_optimizer_sink_free(zend_object *object)
{
	optimizer_sink *optimizer = SINK(object);

	php_aco_optimizer_sink_release(optimizer->layer);
	php_aco_optimizer_sink_release(optimizer->locale);
	php_aco_optimizer_sink_release(optimizer->label_store_view);
	php_aco_assets_sink_free(&optimizer->sink, object);
}

PHP_METHOD(Aco_Assets_OptimizerSink, __construct)
{
	optimizer_sink *optimizer = SINK(Z_OBJ_P(ZEND_THIS));
	zend_object *connection, *delivery, *limits = NULL;
	zend_string *layer = NULL, *locale = NULL, *label_store_view = NULL;
	zval *logger = NULL;

	ZEND_PARSE_PARAMETERS_START(2, 7)
		Z_PARAM_OBJ_OF_CLASS(connection, php_aco_connection_ce)
		Z_PARAM_OBJ_OF_CLASS(delivery, php_aco_assets_delivery_ce)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR(layer)
		Z_PARAM_STR_OR_NULL(locale)
		Z_PARAM_OBJ_OF_CLASS_OR_NULL(limits, php_aco_limits_ce)
		Z_PARAM_ZVAL(logger)
		Z_PARAM_STR_OR_NULL(label_store_view)
	ZEND_PARSE_PARAMETERS_END();

	if ((layer && !php_aco_check_text(layer, "$layer", true))
			|| (locale && !php_aco_check_text(locale, "$locale", true))
			|| (label_store_view && !php_aco_check_text(label_store_view, "$labelStoreView", true))
			|| !php_aco_assets_sink_begin(&optimizer->sink, &optimizer->std, connection, delivery, limits, logger)) {
		RETURN_THROWS();
	}

	optimizer->layer = layer ? zend_string_copy(layer) : zend_string_init("AEM-Assets", strlen("AEM-Assets"), false);

	if (ZEND_NUM_ARGS() < 4) {
		optimizer->locale = zend_string_init("en-US", strlen("en-US"), false);
	} else if (locale) {
		optimizer->locale = zend_string_copy(locale);
	}

	optimizer->label_store_view = label_store_view ? zend_string_copy(label_store_view) : NULL;
}

void php_aco_assets_optimizer_sink_register(void)
{
	optimizer_sink_ce = register_class_Aco_Assets_OptimizerSink(php_aco_assets_sink_ce);
	php_aco_assets_sink_register_class(optimizer_sink_ce, php_aco_optimizer_sink_create,
		&php_aco_optimizer_sink_handlers, offsetof(optimizer_sink, std), php_aco_optimizer_sink_free);
}
