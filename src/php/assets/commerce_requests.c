/* SPDX-License-Identifier: MIT */
#include "src/php/assets/commerce_requests.h"

#include "src/core/services/media.h"
#include "src/php/assets/media.h"

static zend_string *asset_id_of(zend_object *change)
{
	return php_aco_value_string(change, PHP_ACO_ASSET_CHANGE_ASSET_ID);
}

static zval *change_array(zend_object *change, uint32_t property)
{
	return php_aco_value(change, property);
}

static bool push_asset_request(php_aco_assets_sink_run *run, zend_object *change, zend_long position, unsigned route)
{
	aco_json_end_object(&run->json);
	return php_aco_assets_sink_push(run, position, route, "a", asset_id_of(change));
}

static bool remove_asset(php_aco_assets_sink_run *run, zend_object *change, zend_long position)
{
	aco_json *json = php_aco_assets_sink_write(run);

	add_index_bool(&run->removed, (zend_ulong) position, true);
	php_aco_assets_media_text(json, "assetId", asset_id_of(change));
	return push_asset_request(run, change, position, ACO_MEDIA_REMOVE_ASSET);
}

/* One request that names all products that show the asset: it is removed from all others. */
static bool sync_whole_asset(php_aco_assets_sink_run *run, zend_object *change, zend_long position)
{
	const char *origin = php_aco_assets_sink_origin(run);
	bool video = php_aco_value_is_true(change, PHP_ACO_ASSET_CHANGE_VIDEO);
	aco_json *json = php_aco_assets_sink_write(run);
	zval *assignment;

	php_aco_assets_media_text(json, "assetId", asset_id_of(change));
	php_aco_assets_media_url(json, "deliveryUrl", origin, asset_id_of(change), false);
	aco_json_key(json, "skus");
	aco_json_begin_array(json);

	ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(change_array(change, PHP_ACO_ASSET_CHANGE_ASSIGNMENTS)), assignment) {
		zend_object *object = Z_OBJ_P(assignment);

		aco_json_begin_object(json);
		php_aco_assets_media_text(json, "sku", php_aco_value_string(object, PHP_ACO_ASSIGNMENT_SKU));
		php_aco_assets_media_roles(json, php_aco_value(object, PHP_ACO_ASSIGNMENT_ROLES));
		php_aco_assets_media_alt_texts(json, "alt_texts", change_array(change, PHP_ACO_ASSET_CHANGE_ALT_TEXTS));
		php_aco_assets_media_position(json, php_aco_value(object, PHP_ACO_ASSIGNMENT_POSITION));
		aco_json_end_object(json);
	} ZEND_HASH_FOREACH_END();

	aco_json_end_array(json);

	if (video) {
		php_aco_assets_media_url(json, "videoPlayerUrl", origin, asset_id_of(change), true);
	} else {
		aco_json_literal(json, "\"videoPlayerUrl\":null");
	}

	return push_asset_request(run, change, position, ACO_MEDIA_SYNC_ASSET);
}

static bool remove_from_product(php_aco_assets_sink_run *run, zend_object *change, zend_string *sku, zend_long position)
{
	aco_json *json = php_aco_assets_sink_write(run);

	php_aco_assets_media_text(json, "assetId", asset_id_of(change));
	php_aco_assets_media_text(json, "sku", sku);
	return push_asset_request(run, change, position, ACO_MEDIA_REMOVE_ASSET_AND_SKU);
}

static bool import_to_product(php_aco_assets_sink_run *run, zend_object *change, zend_object *assignment,
	zend_long position)
{
	const char *origin = php_aco_assets_sink_origin(run);
	bool video = php_aco_value_is_true(change, PHP_ACO_ASSET_CHANGE_VIDEO);
	aco_json *json = php_aco_assets_sink_write(run);

	php_aco_assets_media_text(json, "assetId", asset_id_of(change));
	php_aco_assets_media_text(json, "sku", php_aco_value_string(assignment, PHP_ACO_ASSIGNMENT_SKU));
	php_aco_assets_media_url(json, "url", origin, asset_id_of(change), video);

	if (video) {
		php_aco_assets_media_url(json, "videoThumbnailUrl", origin, asset_id_of(change), false);
	}

	php_aco_assets_media_roles(json, php_aco_value(assignment, PHP_ACO_ASSIGNMENT_ROLES));
	php_aco_assets_media_position(json, php_aco_value(assignment, PHP_ACO_ASSIGNMENT_POSITION));

	if (!video) {
		php_aco_assets_media_alt_texts(json, "altTexts", change_array(change, PHP_ACO_ASSET_CHANGE_ALT_TEXTS));
	}

	return push_asset_request(run, change, position, video ? ACO_MEDIA_VIDEO : ACO_MEDIA_IMAGE);
}

/* Without sync-asset: removals first, then imports of what is new or changed. */
static bool change_asset_by_steps(php_aco_assets_sink_run *run, zend_object *change, zend_long position)
{
	zval *entry;

	ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(change_array(change, PHP_ACO_ASSET_CHANGE_REMOVALS)), entry) {
		if (!remove_from_product(run, change, Z_STR_P(entry), position)) {
			return false;
		}
	} ZEND_HASH_FOREACH_END();

	ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(change_array(change, PHP_ACO_ASSET_CHANGE_UPSERTS)), entry) {
		if (!import_to_product(run, change, Z_OBJ_P(entry), position)) {
			return false;
		}
	} ZEND_HASH_FOREACH_END();

	return true;
}

/* The images or the videos among a product's media. */
static void write_media(php_aco_assets_sink_run *run, const char *name, zval *media, zend_string *sku, bool videos)
{
	const char *origin = php_aco_assets_sink_origin(run);
	aco_json *json = &run->json;
	zval *entry;

	aco_json_raw(json, "\"", 1);
	aco_buf_append_text(&json->buf, name);
	aco_buf_append_literal(&json->buf, "\":");
	aco_json_begin_array(json);

	ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(media), entry) {
		zend_string *asset_id = Z_STR_P(php_aco_assets_media_member(entry, "assetId"));

		if ((Z_TYPE_P(php_aco_assets_media_member(entry, "video")) == IS_TRUE) != videos) {
			continue;
		}

		aco_json_begin_object(json);
		php_aco_assets_media_text(json, "sku", sku);
		php_aco_assets_media_text(json, "asset_id", asset_id);
		php_aco_assets_media_roles(json, php_aco_assets_media_member(entry, "roles"));
		php_aco_assets_media_url(json, "url", origin, asset_id, videos);

		if (videos) {
			php_aco_assets_media_url(json, "video_thumbnail_url", origin, asset_id, false);
		} else {
			php_aco_assets_media_alt_texts(json, "alt_texts", php_aco_assets_media_member(entry, "altTexts"));
		}

		php_aco_assets_media_position(json, php_aco_assets_media_member(entry, "position"));
		aco_json_end_object(json);
	} ZEND_HASH_FOREACH_END();

	aco_json_end_array(json);
}

static bool replace_product(php_aco_assets_sink_run *run, zend_object *change, zend_long position)
{
	zend_string *sku = php_aco_value_string(change, PHP_ACO_PRODUCT_CHANGE_SKU);
	zval *media = php_aco_value(change, PHP_ACO_PRODUCT_CHANGE_MEDIA);
	bool empty = zend_hash_num_elements(Z_ARRVAL_P(media)) == 0;

	php_aco_assets_media_text(php_aco_assets_sink_write(run), "sku", sku);

	if (empty) {
		add_index_bool(&run->removed, (zend_ulong) position, true);
	} else {
		write_media(run, "images", media, sku, false);
		write_media(run, "videos", media, sku, true);
	}

	aco_json_end_object(&run->json);
	return php_aco_assets_sink_push(run, position, empty ? ACO_MEDIA_REMOVE_SKU : ACO_MEDIA_PRODUCT, "p", sku);
}

bool php_aco_assets_commerce_push_change(php_aco_assets_sink_run *run, zend_object *change, zend_long position,
	bool sync_asset)
{
	if (change->ce == php_aco_assets_product_change_ce) {
		return replace_product(run, change, position);
	}
	if (zend_hash_num_elements(Z_ARRVAL_P(change_array(change, PHP_ACO_ASSET_CHANGE_ASSIGNMENTS))) == 0) {
		return remove_asset(run, change, position);
	}
	return sync_asset ? sync_whole_asset(run, change, position) : change_asset_by_steps(run, change, position);
}
