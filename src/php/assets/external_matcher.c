/* SPDX-License-Identifier: MIT */
#include "src/php/assets/external_matcher.h"

#include "src/php/assets/external_matcher_private.h"
#include "src/core/base/clock.h"
#include "src/core/base/utf8.h"
#include "src/core/net/header.h"
#include "src/php/assets/matcher_request.h"
#include "src/php/exceptions.h"

#include "src/php/assets/external_matcher_arginfo.h"

static zend_class_entry *external_matcher_ce;
static zend_object_handlers php_aco_external_matcher_handlers;

static zend_object *php_aco_external_matcher_create(zend_class_entry *class_entry)
{
	return php_aco_object_create(class_entry, &php_aco_external_matcher_handlers);
}

static void php_aco_external_matcher_forget_request(external_matcher *matcher)
{
	aco_buf_wipe(&matcher->form);
	aco_buf_free(&matcher->organisation);
	aco_buf_free(&matcher->body.buf);
}

static void php_aco_external_matcher_free(zend_object *object)
{
	php_aco_remains remains = {0};

	/* First: its transfers borrow from the buffers. */
	php_aco_requester_close(&MATCHER(object)->requester);
	php_aco_matcher_slots_free(MATCHER(object));
	php_aco_external_matcher_forget_request(MATCHER(object));
	aco_token_drop(&MATCHER(object)->token);
	aco_secrets_release(MATCHER(object)->secrets);
	php_aco_remains_take(&remains, &MATCHER(object)->connection);
	zend_object_std_dtor(object);
	php_aco_remains_release(&remains);
}

static HashTable *php_aco_external_matcher_get_gc(zend_object *object, zval **table, int *count)
{
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();

	zend_get_gc_buffer_add_zval(buffer, &MATCHER(object)->connection);
	return php_aco_gc(object, buffer, table, count);
}

PHP_METHOD(Aco_Assets_ExternalMatcher, __construct)
{
	external_matcher *matcher = MATCHER(Z_OBJ_P(ZEND_THIS));
	zend_object *connection, *limits = NULL;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_OBJ_OF_CLASS(connection, php_aco_assets_matcher_connection_ce)
		Z_PARAM_OPTIONAL
		Z_PARAM_OBJ_OF_CLASS_OR_NULL(limits, php_aco_limits_ce)
	ZEND_PARSE_PARAMETERS_END();

	if (!Z_ISUNDEF(matcher->connection)) {
		zend_throw_error(NULL, "Cannot construct Aco\\Assets\\ExternalMatcher twice");
		RETURN_THROWS();
	}

	if (!php_aco_exchange_retries_init(&matcher->retries, limits)) {
		RETURN_THROWS();
	}

	ZVAL_OBJ_COPY(&matcher->connection, connection);
}

bool php_aco_external_matcher_enter(external_matcher *matcher, matcher_query *query)
{
	if (Z_ISUNDEF(matcher->connection)) {
		zend_throw_error(NULL, "Aco\\Assets\\ExternalMatcher was not constructed");
		return false;
	}

	if (!matcher->secrets && !(matcher->secrets = aco_secrets_new())) {
		php_aco_throw_memory();
		return false;
	}

	query->response.secrets = matcher->secrets;
	query->retries = matcher->retries;
	return php_aco_assets_matcher_get(Z_OBJ(matcher->connection), &query->service)
		&& php_aco_requester_enter(&matcher->requester, &matcher->std, &query->service.http);
}

bool php_aco_external_matcher_have_token(external_matcher *matcher, matcher_query *query)
{
	const php_aco_exchange_client client = {
		.token_url = query->service.token_url,
		.client_id = query->service.registry.client_id,
		.client_secret = query->service.registry.client_secret,
		.scope = query->service.scope,
		.secrets = matcher->secrets,
	};
	bool fetched;

	memset(&query->error, 0, sizeof(query->error));

	if (aco_token_usable(&matcher->token, aco_clock_ms())) {
		return true;
	}

	fetched = php_aco_exchange_token(matcher->requester.http, &client, &matcher->form, &matcher->token, &query->retries,
		&query->error);
	aco_buf_wipe(&matcher->form);
	return fetched;
}

bool php_aco_external_matcher_write_organisation(external_matcher *matcher, const matcher_query *query)
{
	aco_buf_free(&matcher->organisation);
	aco_header_append(&matcher->organisation, "x-gw-ims-org-id", query->service.registry.ims_org_id);
	if (matcher->organisation.failed || matcher->body.buf.failed) {
		php_aco_throw_memory();
		return false;
	}
	return true;
}

aco_http_request php_aco_external_matcher_request(const external_matcher *matcher, const matcher_query *query,
	aco_match_direction direction, const aco_json *body, const char *headers[2])
{
	const aco_registry_matcher *addresses = &query->service.registry;

	headers[0] = matcher->organisation.data;
	headers[1] = NULL;
	return (aco_http_request) {
		.url = direction == ACO_MATCH_PRODUCTS ? addresses->asset_to_product_url : addresses->product_to_asset_url,
		.body = body->buf.data,
		.body_length = body->buf.length,
		.content_type = "application/json",
		.headers = headers,
		.secrets = matcher->secrets,
	};
}

bool php_aco_external_matcher_read_answer(php_aco_assets_matcher_response *answer, const aco_http_response *response,
	const zend_string *name, aco_error *error)
{
	answer->http_status = response->status;
	memcpy(answer->request_id, response->request_id, sizeof(answer->request_id));
	memset(error, 0, sizeof(*error));
	if (!aco_matches_read(&answer->matches, response, answer->direction, ZSTR_VAL(name), ZSTR_LEN(name), error)) {
		/* The next attempt may be a long wait away. */
		aco_matches_free(&answer->matches);
		return false;
	}
	return true;
}

/* Makes one attempt. A bad response is an error in the query; false with an exception pending. */
static bool php_aco_external_matcher_attempt(external_matcher *matcher, matcher_query *query)
{
	const char *headers[2];
	aco_http_request request = php_aco_external_matcher_request(matcher, query, query->response.direction,
		&matcher->body, headers);
	aco_http_transfer *transfer;

	request.bearer_token = matcher->token.value.data;
	transfer = php_aco_exchange(matcher->requester.http, &request, &query->retries);
	if (!transfer) {
		return false;
	}

	php_aco_external_matcher_read_answer(&query->response, aco_http_response_of(transfer), query->name,
		&query->error);
	aco_http_release(matcher->requester.http, transfer);
	return true;
}

/* Retries transient failures. False with an exception pending. */
static bool php_aco_external_matcher_send(external_matcher *matcher, matcher_query *query)
{
	if (!php_aco_external_matcher_write_organisation(matcher, query)) {
		return false;
	}

	for (;;) {
		bool has_token = php_aco_external_matcher_have_token(matcher, query);

		if (has_token ? !php_aco_external_matcher_attempt(matcher, query) : query->error.code == ACO_OK) {
			return false;
		}
		if (query->error.code == ACO_OK) {
			return true;
		}

		if (has_token && query->error.http_status == 401 && !query->token_renewed) {
			query->token_renewed = true;
			aco_token_drop(&matcher->token);
		} else {
			php_aco_exchange_next next = php_aco_exchange_again(matcher->requester.http, &query->retries,
				query->error.retryable);

			if (next == PHP_ACO_EXCHANGE_OVER) {
				php_aco_throw_error(&query->error);
			}
			if (next != PHP_ACO_EXCHANGE_AGAIN) {
				return false;
			}
		}
	}
}

bool php_aco_external_matcher_read_asset(HashTable *item, aco_asset *asset)
{
	static const aco_asset_options options = {.metadata_field = NULL};
	aco_mapping *map = php_aco_scratch_mapping();
	char id[ACO_MAP_FIELD_SIZE];

	if (aco_map_read_asset(map, item, &options, asset)) {
		return true;
	}
	aco_utf8_excerpt(id, sizeof(id), asset->id ? ZSTR_VAL(asset->id) : "", asset->id ? ZSTR_LEN(asset->id) : 0);
	php_aco_throw_asset_mapping(id, map);
	return false;
}

PHP_METHOD(Aco_Assets_ExternalMatcher, withoutAsking)
{
	HashTable *item;
	aco_asset asset;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_ARRAY_HT(item)
	ZEND_PARSE_PARAMETERS_END();

	if (php_aco_external_matcher_read_asset(item, &asset) && asset.reason[0]) {
		php_aco_assets_asset_make(return_value, &asset);
	}
	aco_map_free_asset(&asset);
}

void php_aco_external_matcher_leave(external_matcher *matcher, matcher_query *query)
{
	aco_matches_free(&query->response.matches);
	php_aco_external_matcher_forget_request(matcher);
	php_aco_requester_leave(&matcher->requester);
}

PHP_METHOD(Aco_Assets_ExternalMatcher, assetToProduct)
{
	external_matcher *matcher = MATCHER(Z_OBJ_P(ZEND_THIS));
	matcher_query query = {.response.direction = ACO_MATCH_PRODUCTS};
	HashTable *item;
	aco_asset asset;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_ARRAY_HT(item)
	ZEND_PARSE_PARAMETERS_END();

	if (!php_aco_external_matcher_read_asset(item, &asset)) {
		aco_map_free_asset(&asset);
		RETURN_THROWS();
	}

	if (asset.reason[0]) {
		php_aco_assets_asset_make(return_value, &asset);
	} else if (php_aco_external_matcher_enter(matcher, &query)) {
		query.name = asset.id;
		if (php_aco_assets_matcher_write_asset(&matcher->body, asset.id, item)
				&& php_aco_external_matcher_send(matcher, &query) && !query.response.matches.skip) {
			php_aco_assets_matcher_make_asset(return_value, &query.response, &asset);
		}

		php_aco_external_matcher_leave(matcher, &query);
	}

	aco_map_free_asset(&asset);
}

PHP_METHOD(Aco_Assets_ExternalMatcher, productToAssets)
{
	external_matcher *matcher = MATCHER(Z_OBJ_P(ZEND_THIS));
	matcher_query query = {.response.direction = ACO_MATCH_ASSETS};
	zval *event_data = NULL, empty;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_STR(query.name)
		Z_PARAM_OPTIONAL
		Z_PARAM_ARRAY(event_data)
	ZEND_PARSE_PARAMETERS_END();

	if (!php_aco_assets_check_name(query.name, "$sku") || !php_aco_external_matcher_enter(matcher, &query)) {
		RETURN_THROWS();
	}

	ZVAL_EMPTY_ARRAY(&empty);
	if (php_aco_assets_matcher_write_product(&matcher->body, query.name, event_data ? event_data : &empty)
			&& php_aco_external_matcher_send(matcher, &query) && !query.response.matches.skip) {
		php_aco_assets_matcher_make_media(return_value, &query.response);
	}

	php_aco_external_matcher_leave(matcher, &query);
}

void php_aco_assets_external_matcher_register(void)
{
	external_matcher_ce = register_class_Aco_Assets_ExternalMatcher();
	php_aco_object_register(external_matcher_ce, php_aco_external_matcher_create, &php_aco_external_matcher_handlers,
		offsetof(external_matcher, std), php_aco_external_matcher_free, php_aco_external_matcher_get_gc);
}
