/* SPDX-License-Identifier: MIT */
#include "src/php/assets/media.h"
#include "src/php/assets/sinks.h"

#include "ext/standard/php_versioning.h"
#include "src/core/services/media.h"
#include "src/core/services/oauth1.h"
#include "src/core/engine/response.h"
#include "src/php/exceptions.h"
#include "src/php/exchange.h"
#include "zend_exceptions.h"

#include "src/php/assets/commerce_sink_arginfo.h"

/* No limits are published. */
#define REQUESTS_PER_SECOND 10.0
/* The release around which sync-asset entered the published schema; not documented as such. */
#define SYNC_ASSET_SINCE "1.4.4"
#define MAX_VERSION_BYTES 32

typedef enum sync_asset {
	SYNC_ASSET_ASK,
	SYNC_ASSET_NO,
	SYNC_ASSET_YES
} sync_asset;

typedef struct commerce_sink {
	php_aco_assets_sink sink;
	sync_asset sync_asset;
	/* Of the question for the version: kept here so that it is freed after a bailout, too. */
	php_aco_asker asker;
	php_aco_exchange_retries retries;
	aco_buf question;
	aco_secrets *secrets;
	zend_object std;
} commerce_sink;

PHP_ACO_ASSERT_STD_LAST(commerce_sink);

#define SINK(object) PHP_ACO_FETCH(commerce_sink, (object))

static zend_class_entry *commerce_sink_ce;
static zend_object_handlers handlers;

static aco_engine *make_engine(zend_object *connection, zend_object *limits)
{
	php_aco_assets_commerce_headers headers;
	aco_engine_settings settings = {0};

	return php_aco_assets_commerce_settings(connection, &settings, &headers)
		? php_aco_engine_make(&settings, limits, REQUESTS_PER_SECOND)
		: NULL;
}

static zend_string *asset_id_of(zend_object *change)
{
	return php_aco_value_string(change, PHP_ACO_ASSET_CHANGE_ASSET_ID);
}

static zval *change_array(zend_object *change, uint32_t property)
{
	return php_aco_value(change, property);
}

static bool push_asset_request(
	php_aco_assets_applying *applying, zend_object *change, zend_long position, unsigned route)
{
	aco_json_end_object(&applying->json);
	return php_aco_assets_sink_push(applying, position, route, "a", asset_id_of(change));
}

static bool remove_asset(php_aco_assets_applying *applying, zend_object *change, zend_long position)
{
	aco_json *json = php_aco_assets_sink_write(applying);

	add_index_bool(&applying->taking_away, (zend_ulong) position, true);
	php_aco_assets_media_text(json, "assetId", asset_id_of(change));
	return push_asset_request(applying, change, position, ACO_MEDIA_REMOVE_ASSET);
}

/* One request that says which products show the asset, and no others. */
static bool sync_whole_asset(php_aco_assets_applying *applying, zend_object *change, zend_long position)
{
	const char *origin = php_aco_assets_sink_origin(applying);
	bool video = php_aco_value_is_true(change, PHP_ACO_ASSET_CHANGE_VIDEO);
	aco_json *json = php_aco_assets_sink_write(applying);
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

	return push_asset_request(applying, change, position, ACO_MEDIA_SYNC_ASSET);
}

static bool remove_from_product(
	php_aco_assets_applying *applying, zend_object *change, zend_string *sku, zend_long position)
{
	aco_json *json = php_aco_assets_sink_write(applying);

	php_aco_assets_media_text(json, "assetId", asset_id_of(change));
	php_aco_assets_media_text(json, "sku", sku);
	return push_asset_request(applying, change, position, ACO_MEDIA_REMOVE_ASSET_AND_SKU);
}

static bool import_to_product(
	php_aco_assets_applying *applying, zend_object *change, zend_object *assignment, zend_long position)
{
	const char *origin = php_aco_assets_sink_origin(applying);
	bool video = php_aco_value_is_true(change, PHP_ACO_ASSET_CHANGE_VIDEO);
	aco_json *json = php_aco_assets_sink_write(applying);

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

	return push_asset_request(applying, change, position, video ? ACO_MEDIA_VIDEO : ACO_MEDIA_IMAGE);
}

/* The sequence that sync-asset replaces: what went is removed, what is new or changed is imported. */
static bool change_asset_by_steps(php_aco_assets_applying *applying, zend_object *change, zend_long position)
{
	zval *entry;

	ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(change_array(change, PHP_ACO_ASSET_CHANGE_REMOVALS)), entry) {
		if (!remove_from_product(applying, change, Z_STR_P(entry), position)) {
			return false;
		}
	} ZEND_HASH_FOREACH_END();

	ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(change_array(change, PHP_ACO_ASSET_CHANGE_UPSERTS)), entry) {
		if (!import_to_product(applying, change, Z_OBJ_P(entry), position)) {
			return false;
		}
	} ZEND_HASH_FOREACH_END();

	return true;
}

/* One of the two lists of a product's media. */
static void write_media(php_aco_assets_applying *applying, const char *name, zval *media, zend_string *sku, bool videos)
{
	const char *origin = php_aco_assets_sink_origin(applying);
	aco_json *json = &applying->json;
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

static bool replace_product(php_aco_assets_applying *applying, zend_object *change, zend_long position)
{
	zend_string *sku = php_aco_value_string(change, PHP_ACO_PRODUCT_CHANGE_SKU);
	zval *media = php_aco_value(change, PHP_ACO_PRODUCT_CHANGE_MEDIA);
	bool empty = zend_hash_num_elements(Z_ARRVAL_P(media)) == 0;

	php_aco_assets_media_text(php_aco_assets_sink_write(applying), "sku", sku);

	if (empty) {
		add_index_bool(&applying->taking_away, (zend_ulong) position, true);
	} else {
		write_media(applying, "images", media, sku, false);
		write_media(applying, "videos", media, sku, true);
	}

	aco_json_end_object(&applying->json);
	return php_aco_assets_sink_push(applying, position, empty ? ACO_MEDIA_REMOVE_SKU : ACO_MEDIA_PRODUCT, "p", sku);
}

static bool push(php_aco_assets_applying *applying, zend_object *change, zend_long position)
{
	commerce_sink *commerce = (commerce_sink *) applying->sink;

	if (change->ce == php_aco_assets_product_change_ce) {
		return replace_product(applying, change, position);
	}
	if (zend_hash_num_elements(Z_ARRVAL_P(change_array(change, PHP_ACO_ASSET_CHANGE_ASSIGNMENTS))) == 0) {
		return remove_asset(applying, change, position);
	}
	return commerce->sync_asset == SYNC_ASSET_YES
		? sync_whole_asset(applying, change, position)
		: change_asset_by_steps(applying, change, position);
}

static zend_object *create(zend_class_entry *class_entry)
{
	commerce_sink *commerce = zend_object_alloc(sizeof(*commerce), class_entry);

	zend_object_std_init(&commerce->std, class_entry);
	object_properties_init(&commerce->std, class_entry);
	commerce->std.handlers = &handlers;
	commerce->sink.service.make_engine = make_engine;
	commerce->sink.channel = &aco_media_channel;
	commerce->sink.push = push;
	return &commerce->std;
}

static void free_object(zend_object *object)
{
	commerce_sink *commerce = SINK(object);

	php_aco_asker_close(&commerce->asker);
	aco_buf_wipe(&commerce->question);
	aco_secrets_release(commerce->secrets);
	php_aco_assets_sink_free(&commerce->sink, object);
}

static HashTable *get_gc(zend_object *object, zval **table, int *count)
{
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();

	php_aco_assets_sink_add_gc(&SINK(object)->sink, buffer);
	return php_aco_gc(object, buffer, table, count);
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
			|| !php_aco_exchange_retries_init(&commerce->retries, limits)) {
		RETURN_THROWS();
	}

	commerce->sync_asset = ask ? SYNC_ASSET_ASK : sync_asset ? SYNC_ASSET_YES : SYNC_ASSET_NO;

	if (ask && !php_aco_assets_commerce_is_signed(connection)) {
		commerce->sync_asset = SYNC_ASSET_YES;
	}
}

/* The version in an answer such as "1.4.4", a JSON text; empty when it is none. */
static zend_string *read_version(const aco_buf *body)
{
	const char *text = body->data;
	size_t length = body->length;

	while (length > 0 && (text[0] == '"' || text[0] == ' ' || text[0] == '\n')) {
		text++;
		length--;
	}

	while (length > 0 && (text[length - 1] == '"' || (unsigned char) text[length - 1] <= ' ')) {
		length--;
	}

	if (length > MAX_VERSION_BYTES || length == 0 || text[0] < '0' || text[0] > '9') {
		return ZSTR_EMPTY_ALLOC();
	}

	return zend_string_init(text, length, false);
}

/* NULL with the reason. */
static zend_string *version_of(const aco_http_response *response, aco_error *error)
{
	char reason[256];

	if (response->status == 0) {
		*error = response->error;
	} else if (aco_response_is_success(response->status)) {
		return read_version(&response->body);
	} else if (response->status == 404 || response->status == 405) {
		/* Versions before the question was introduced. */
		return ZSTR_EMPTY_ALLOC();
	} else {
		aco_media_reason(&response->body, response->secrets, reason, sizeof(reason));
		aco_error_set(error, ACO_E_API, aco_status_is_retryable(response->status), "Commerce answers HTTP %ld%s%s to the question for its version",
			response->status, reason[0] ? ": " : "", reason);
		error->http_status = response->status;
		memcpy(error->request_id, response->request_id, sizeof(error->request_id));
	}

	return NULL;
}

/* Signs the question for the version of a store on premises; false with an exception pending. */
static bool write_question(commerce_sink *commerce, const char *url, aco_http_request *request)
{
	void *keys = php_aco_assets_commerce_keys(Z_OBJ(commerce->sink.service.connection));
	bool signed_;

	if (!keys) {
		return false;
	}

	aco_buf_wipe(&commerce->question);
	aco_secrets_release(commerce->secrets);
	commerce->secrets = aco_secrets_new();
	signed_ = commerce->secrets && aco_oauth1_authorize(keys, "GET", url, &commerce->question, commerce->secrets);
	aco_oauth1_keys_free(keys);
	aco_buf_append_char(&commerce->question, '\0');
	if (!signed_ || commerce->question.failed) {
		php_aco_throw_memory();
		return false;
	}

	request->url = url;
	request->authorization = commerce->question.data;
	request->secrets = commerce->secrets;

	return true;
}

/* Until there is an answer to go by; each attempt is signed by itself. NULL with an exception pending. */
static zend_string *ask_until_answered(commerce_sink *commerce, const char *url)
{
	php_aco_exchange_retries retries = commerce->retries;

	for (;;) {
		php_aco_exchange_next next;
		aco_http_request request = {0};
		aco_http_transfer *transfer;
		zend_string *version;
		aco_error error = {0};

		if (!write_question(commerce, url, &request)
			|| !(transfer = php_aco_exchange(commerce->asker.http, &request, &retries))) {
			return NULL;
		}

		version = version_of(aco_http_response_of(transfer), &error);
		aco_http_release(commerce->asker.http, transfer);

		if (version) {
			return version;
		}

		next = php_aco_exchange_again(commerce->asker.http, &retries, error.retryable);
		if (next == PHP_ACO_EXCHANGE_OVER) {
			php_aco_throw_error(&error);
		}
		if (next != PHP_ACO_EXCHANGE_AGAIN) {
			return NULL;
		}
	}
}

/* NULL with an exception pending. */
static zend_string *ask_version(commerce_sink *commerce)
{
	zend_string *url, *version;
	aco_http_settings settings;

	php_aco_assets_commerce_http(Z_OBJ(commerce->sink.service.connection), &settings);
	if (!php_aco_asker_enter(&commerce->asker, &commerce->std, &settings)) {
		return NULL;
	}

	url = zend_strpprintf(0, "%s" ACO_MEDIA_PATH "version", aco_engine_base_url(commerce->sink.service.engine));
	version = ask_until_answered(commerce, ZSTR_VAL(url));
	zend_string_release(url);
	php_aco_asker_leave(&commerce->asker);

	return version;
}

/* A store that cannot be asked now is told the older sequence, which every version knows: what is wrong shows there. */
static bool decide_on_sync_asset(commerce_sink *commerce)
{
	zend_string *version = ask_version(commerce);

	if (!version) {
		/* A forked child is told; what it went on with would be the parent's work. */
		if (!EG(exception) || !instanceof_function(EG(exception)->ce, php_aco_exception_ce())
				|| (commerce->asker.http && aco_http_is_inherited(commerce->asker.http))) {
			return false;
		}

		zend_clear_exception();
		return true;
	}

	commerce->sync_asset = ZSTR_LEN(version) > 0 && php_version_compare(ZSTR_VAL(version), SYNC_ASSET_SINCE) >= 0
		? SYNC_ASSET_YES : SYNC_ASSET_NO;
	zend_string_release(version);

	return true;
}

PHP_METHOD(Aco_Assets_CommerceSink, apply)
{
	commerce_sink *commerce = SINK(Z_OBJ_P(ZEND_THIS));
	zend_fcall_info on_batch = empty_fcall_info;
	zend_fcall_info_cache cache = empty_fcall_info_cache;
	zval *changes;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_ITERABLE(changes)
		Z_PARAM_OPTIONAL
		Z_PARAM_FUNC_OR_NULL(on_batch, cache)
	ZEND_PARSE_PARAMETERS_END();

	if (!php_aco_service_client_ready(&commerce->sink.service, &commerce->std)
			|| (commerce->sync_asset == SYNC_ASSET_ASK && !decide_on_sync_asset(commerce))) {
		RETURN_THROWS();
	}

	php_aco_assets_sink_apply(&commerce->sink, &commerce->std, changes, &on_batch, return_value);
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

PHP_METHOD(Aco_Assets_CommerceSink, stats)
{
	commerce_sink *commerce = SINK(Z_OBJ_P(ZEND_THIS));

	ZEND_PARSE_PARAMETERS_NONE();

	php_aco_service_client_stats(&commerce->sink.service, &commerce->std, return_value);
}

void php_aco_assets_commerce_sink_register(void)
{
	commerce_sink_ce = register_class_Aco_Assets_CommerceSink(php_aco_assets_sink_ce);
	commerce_sink_ce->create_object = create;
	memcpy(&handlers, zend_get_std_object_handlers(), sizeof(handlers));
	handlers.offset = offsetof(commerce_sink, std);
	handlers.free_obj = free_object;
	handlers.get_gc = get_gc;
	handlers.clone_obj = NULL;
	handlers.get_properties = php_aco_get_properties;
}
