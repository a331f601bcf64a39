/* SPDX-License-Identifier: MIT */
#include "src/php/assets/external_matcher.h"

#include "src/core/base/count.h"
#include "src/php/assets/connections.h"
#include "ext/json/php_json.h"
#include "src/core/base/clock.h"
#include "src/core/engine/engine.h"
#include "src/core/net/header.h"
#include "src/core/base/json_writer.h"
#include "src/core/services/matches.h"
#include "src/core/base/utf8.h"
#include "src/php/exceptions.h"
#include "src/php/exchange.h"
#include "src/php/json.h"
#include "src/php/limits.h"

#include "src/php/assets/external_matcher_arginfo.h"

/* What an event tells of its metadata, such as `event:created`, stands among it. */
#define MARKER_PREFIX "event:"

typedef struct external_matcher {
	php_aco_asker asker;
	zval connection;
	php_aco_exchange_retries retries;
	aco_token token;
	/* Of the requests so far, not to be shown. */
	aco_secrets *secrets;
	/* Of the request under way: kept here so that they are freed after a bailout, too. */
	aco_buf form;
	aco_buf organisation;
	aco_json body;
	zend_object std;
} external_matcher;

PHP_ACO_ASSERT_STD_LAST(external_matcher);

#define MATCHER(object) PHP_ACO_FETCH(external_matcher, (object))

static zend_class_entry *external_matcher_ce;
static zend_object_handlers handlers;

/* One question and its answer. */
typedef struct question {
	php_aco_assets_matcher service;
	aco_match_direction direction;
	/* The asset or product that is asked about. */
	zend_string *name;
	bool token_renewed;
	/* Borrowed. */
	aco_secrets *secrets;
	php_aco_exchange_retries retries;
	aco_matches matches;
	aco_error error;
	/* Of the answer that is used. */
	long http_status;
	char request_id[ACO_REQUEST_ID_SIZE];
} question;

static zend_object *create(zend_class_entry *class_entry)
{
	external_matcher *matcher = zend_object_alloc(sizeof(*matcher), class_entry);

	zend_object_std_init(&matcher->std, class_entry);
	object_properties_init(&matcher->std, class_entry);
	matcher->std.handlers = &handlers;
	return &matcher->std;
}

static void forget_request(external_matcher *matcher)
{
	aco_buf_wipe(&matcher->form);
	aco_buf_free(&matcher->organisation);
	aco_buf_free(&matcher->body.buf);
}

static void free_object(zend_object *object)
{
	php_aco_remains remains = {0};

	/* Its transfers borrow from the buffers. */
	php_aco_asker_close(&MATCHER(object)->asker);
	forget_request(MATCHER(object));
	aco_token_drop(&MATCHER(object)->token);
	aco_secrets_release(MATCHER(object)->secrets);
	php_aco_remains_take(&remains, &MATCHER(object)->connection);
	zend_object_std_dtor(object);
	php_aco_remains_release(&remains);
}

static HashTable *get_gc(zend_object *object, zval **table, int *count)
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

/* Begins a call, which ends with leave(); false with an exception pending. */
static bool enter(external_matcher *matcher, question *question)
{
	if (Z_ISUNDEF(matcher->connection)) {
		zend_throw_error(NULL, "Aco\\Assets\\ExternalMatcher was not constructed");
		return false;
	}

	if (!matcher->secrets && !(matcher->secrets = aco_secrets_new())) {
		php_aco_throw_memory();
		return false;
	}

	question->secrets = matcher->secrets;
	question->retries = matcher->retries;
	return php_aco_assets_matcher_get(Z_OBJ(matcher->connection), &question->service)
		&& php_aco_asker_enter(&matcher->asker, &matcher->std, &question->service.http);
}

/* A value that the caller gave, as a member; an empty array is an object. False with an exception pending. */
static bool write_value(aco_json *json, const char *name, zval *value)
{
	smart_str text = {0};
	bool written = true;

	aco_json_raw(json, name, strlen(name));

	if (Z_TYPE_P(value) == IS_ARRAY && zend_hash_num_elements(Z_ARRVAL_P(value)) == 0) {
		aco_json_literal(json, "{}");
		return true;
	}

	if (!php_aco_json_encode(
			&text, value, PHP_JSON_UNESCAPED_SLASHES | PHP_JSON_UNESCAPED_UNICODE | PHP_JSON_INVALID_UTF8_SUBSTITUTE)) {
		if (!EG(exception)) {
			php_aco_throw_argument("what the matcher is to get cannot be written as JSON: it is too deep, or no value of JSON");
		}

		written = false;
	} else {
		aco_json_raw(json, ZSTR_VAL(text.s), ZSTR_LEN(text.s));
	}

	smart_str_free(&text);
	return written;
}

static bool is_marker(const zend_string *name)
{
	return ZSTR_LEN(name) > strlen(MARKER_PREFIX) && memcmp(ZSTR_VAL(name), MARKER_PREFIX, strlen(MARKER_PREFIX)) == 0;
}

/* The metadata without the markers of an event among it; the same array when it has none. To be released. */
static HashTable *without_markers(HashTable *metadata)
{
	HashTable *copy = NULL;
	zend_string *name;

	ZEND_HASH_FOREACH_STR_KEY(metadata, name) {
		if (name && is_marker(name)) {
			copy = copy ? copy : zend_array_dup(metadata);
			zend_hash_del(copy, name);
		}
	} ZEND_HASH_FOREACH_END();

	if (!copy) {
		GC_TRY_ADDREF(metadata);
	}

	return copy ? copy : metadata;
}

static bool write_properties(aco_json *json, const char *name, HashTable *properties)
{
	zval written;
	bool done;

	ZVAL_ARR(&written, without_markers(properties));
	/* The encoder marks a counted array while it writes it; immutable ones are shared by opcache, for reading alone. */
	if (GC_FLAGS(Z_ARRVAL(written)) & GC_IMMUTABLE) {
		Z_TYPE_INFO(written) = IS_ARRAY;
	}
	done = write_value(json, name, &written);
	zend_array_release(Z_ARRVAL(written));
	return done;
}

static bool write_metadata(aco_json *json, HashTable *asset)
{
	static const struct {
		const char *name;
		const char *key;
	} members[] = {{"assetMetadata", "\"assetMetadata\":"}, {"repositoryMetadata", "\"repositoryMetadata\":"}};

	for (size_t i = 0; i < ACO_COUNT(members); i++) {
		zval *value = zend_hash_str_find(asset, members[i].name, strlen(members[i].name));

		if (value) {
			ZVAL_DEREF(value);
		}
		if (value && Z_TYPE_P(value) == IS_ARRAY && !write_properties(json, members[i].key, Z_ARRVAL_P(value))) {
			return false;
		}
	}

	return true;
}

static bool write_asset_question(aco_json *json, zend_string *id, HashTable *asset)
{
	bool written;

	aco_json_begin_object(json);
	(void) aco_json_string_member(json, "assetId", ZSTR_VAL(id), ZSTR_LEN(id));
	aco_json_key(json, "eventData");
	aco_json_begin_object(json);
	written = write_metadata(json, asset);
	aco_json_end_object(json);
	aco_json_end_object(json);
	return written;
}

static bool write_product_question(aco_json *json, zend_string *sku, zval *event_data)
{
	bool written;

	aco_json_begin_object(json);
	(void) aco_json_string_member(json, "productSku", ZSTR_VAL(sku), ZSTR_LEN(sku));
	written = write_value(json, "\"eventData\":", event_data);
	aco_json_end_object(json);
	return written;
}

/* A token that is good; false with an error of the question, or an exception pending. */
static bool have_token(external_matcher *matcher, question *question)
{
	const php_aco_exchange_client client = {
		.token_url = question->service.token_url,
		.client_id = question->service.registry.client_id,
		.client_secret = question->service.registry.client_secret,
		.scope = question->service.scope,
		.secrets = matcher->secrets,
	};

	bool fetched;

	memset(&question->error, 0, sizeof(question->error));

	if (aco_token_usable(&matcher->token, aco_clock_ms())) {
		return true;
	}

	fetched = php_aco_exchange_token(
		matcher->asker.http, &client, &matcher->form, &matcher->token, &question->retries, &question->error);
	aco_buf_wipe(&matcher->form);
	return fetched;
}

static bool write_organisation(external_matcher *matcher, const question *question)
{
	aco_buf_free(&matcher->organisation);
	aco_header_append(&matcher->organisation, "x-gw-ims-org-id", question->service.registry.ims_org_id);
	if (matcher->organisation.failed || matcher->body.buf.failed) {
		php_aco_throw_memory();
		return false;
	}
	return true;
}

/* False with an exception pending. A bad answer is an error of the question. */
static bool ask(external_matcher *matcher, question *question)
{
	const aco_registry_matcher *addresses = &question->service.registry;
	const char *headers[2] = {matcher->organisation.data, NULL};
	aco_http_request request = {
		.url = question->direction == ACO_MATCH_PRODUCTS ? addresses->asset_to_product_url
			: addresses->product_to_asset_url,
		.body = matcher->body.buf.data,
		.body_length = matcher->body.buf.length,
		.content_type = "application/json",
		.bearer_token = matcher->token.value.data,
		.headers = headers,
		.secrets = matcher->secrets,
	};

	aco_http_transfer *transfer = php_aco_exchange(matcher->asker.http, &request, &question->retries);
	const aco_http_response *response;

	if (!transfer) {
		return false;
	}

	response = aco_http_response_of(transfer);
	question->http_status = response->status;
	memcpy(question->request_id, response->request_id, sizeof(question->request_id));
	memset(&question->error, 0, sizeof(question->error));
	if (!aco_matches_read(&question->matches, response, question->direction, ZSTR_VAL(question->name),
			ZSTR_LEN(question->name), &question->error)) {
		/* Nothing is held while a next attempt is waited for. */
		aco_matches_free(&question->matches);
	}

	aco_http_release(matcher->asker.http, transfer);
	return true;
}

/* Until there is an answer to go by; false with an exception pending. */
static bool run(external_matcher *matcher, question *question)
{
	if (!write_organisation(matcher, question)) {
		return false;
	}

	for (;;) {
		bool has_token = have_token(matcher, question);

		if (has_token ? !ask(matcher, question) : question->error.code == ACO_OK) {
			return false;
		}
		if (question->error.code == ACO_OK) {
			return true;
		}

		if (has_token && question->error.http_status == 401 && !question->token_renewed) {
			question->token_renewed = true;
			aco_token_drop(&matcher->token);
		} else {
			php_aco_exchange_next next = php_aco_exchange_again(
				matcher->asker.http, &question->retries, question->error.retryable);

			if (next == PHP_ACO_EXCHANGE_OVER) {
				php_aco_throw_error(&question->error);
			}
			if (next != PHP_ACO_EXCHANGE_AGAIN) {
				return false;
			}
		}
	}
}

/* An answer that cannot be used after all. */
static void refuse(const question *question, aco_error *error)
{
	error->http_status = question->http_status;
	memcpy(error->request_id, question->request_id, sizeof(error->request_id));
	php_aco_throw_error(error);
}

/* False with an exception pending. */
static bool check_name(const question *question, const char *text, size_t length, const char *what)
{
	char excerpt[64];
	aco_error error;

	if (aco_map_is_asset_name(text, length)) {
		return true;
	}
	aco_secrets_excerpt(question->secrets, excerpt, sizeof(excerpt), text, length);
	aco_error_set(&error, ACO_E_API, false, "the external matcher answers with a %s that cannot be one: \"%s\"; nothing was changed", what, excerpt);
	refuse(question, &error);
	return false;
}

static bool has_role(HashTable *roles, const char *text, size_t length)
{
	zval *role;

	ZEND_HASH_FOREACH_VAL(roles, role) {
		if (Z_STRLEN_P(role) == length && memcmp(Z_STRVAL_P(role), text, length) == 0) {
			return true;
		}
	} ZEND_HASH_FOREACH_END();
	return false;
}

/* The roles of a match that are not there yet; false with an exception pending. */
static bool add_roles(const question *question, HashTable *roles, const aco_match *match)
{
	const char *text;
	size_t length;
	zval role;

	for (size_t i = 0; i < match->role_count; i++) {
		if (!aco_match_role(match, i, &text, &length) || has_role(roles, text, length)) {
			continue;
		}

		if (zend_hash_num_elements(roles) == ACO_ASSET_ROLES_MAX) {
			aco_error error;

			aco_error_set(&error, ACO_E_API, false, "the external matcher answers with more than %d roles of one match; nothing was changed", ACO_ASSET_ROLES_MAX);
			refuse(question, &error);
			return false;
		}

		if (!check_name(question, text, length, "role")) {
			return false;
		}

		ZVAL_STRINGL(&role, text, length);
		zend_hash_next_index_insert_new(roles, &role);
	}

	return true;
}

/* The matches of an answer, each name once: the first one has the position, all have their roles. */
typedef struct entry {
	aco_match match;
	HashTable *roles;
} entry;

typedef struct entries {
	entry *list;
	size_t count;
} entries;

static void free_entries(entries *entries)
{
	for (size_t i = 0; i < entries->count; i++) {
		zend_array_release(entries->list[i].roles);
	}
	if (entries->list) {
		efree(entries->list);
	}
}

/* The entry of this name, new or not. */
static entry *find_entry(entries *entries, HashTable *known, const aco_match *match)
{
	zval *index = zend_hash_str_find(known, match->name, match->name_length), number;

	if (index) {
		return &entries->list[Z_LVAL_P(index)];
	}
	ZVAL_LONG(&number, (zend_long) entries->count);
	zend_hash_str_add_new(known, match->name, match->name_length, &number);
	entries->list[entries->count] = (entry) {.match = *match, .roles = zend_new_array(0)};
	return &entries->list[entries->count++];
}

/* False with an exception pending; free the entries either way. */
static bool read_entries(const question *question, entries *entries)
{
	const char *what = question->direction == ACO_MATCH_PRODUCTS ? "SKU" : "asset id";
	HashTable known;
	bool read = true;

	*entries = (struct entries) {0};
	if (question->matches.count == 0) {
		return true;
	}

	entries->list = safe_emalloc(question->matches.count, sizeof(entry), 0);
	zend_hash_init(&known, 0, NULL, NULL, false);

	for (size_t i = 0; read && i < question->matches.count; i++) {
		aco_match match;
		aco_error error;

		if (!aco_matches_get(&question->matches, i, &match, &error)) {
			refuse(question, &error);
			read = false;
		} else {
			read = check_name(question, match.name, match.name_length, what)
				&& add_roles(question, find_entry(entries, &known, &match)->roles, &match);
		}
	}

	zend_hash_destroy(&known);
	return read;
}

static void add_rows(const entries *entries, aco_asset *asset)
{
	asset->rows = entries->count > 0 ? safe_emalloc(entries->count, sizeof(*asset->rows), 0) : NULL;
	for (; asset->row_count < entries->count; asset->row_count++) {
		const entry *entry = &entries->list[asset->row_count];

		GC_ADDREF(entry->roles);
		asset->rows[asset->row_count] = (aco_asset_row) {
			.sku = zend_string_init(entry->match.name, entry->match.name_length, false),
			.roles = entry->roles,
			.position = entry->match.position == ACO_MATCH_NO_POSITION ? ACO_ASSET_NO_POSITION
				: (zend_long) entry->match.position,
		};
	}
}

static void make_asset(zval *target, const question *question, aco_asset *asset)
{
	entries entries;

	if (read_entries(question, &entries)) {
		aco_asset made;

		add_rows(&entries, asset);
		made = *asset;
		if (made.row_count == 0) {
			made.reason = "no_sku";
			made.alt_text_count = 0;
		}

		php_aco_assets_asset_make(target, &made);
	}

	free_entries(&entries);
}

/* False with an exception pending. */
static bool read_asset(HashTable *item, aco_asset *asset)
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

	if (read_asset(item, &asset) && asset.reason[0]) {
		php_aco_assets_asset_make(return_value, &asset);
	}
	aco_map_free_asset(&asset);
}

static void leave(external_matcher *matcher, question *question)
{
	aco_matches_free(&question->matches);
	forget_request(matcher);
	php_aco_asker_leave(&matcher->asker);
}

PHP_METHOD(Aco_Assets_ExternalMatcher, assetToProduct)
{
	external_matcher *matcher = MATCHER(Z_OBJ_P(ZEND_THIS));
	question question = {.direction = ACO_MATCH_PRODUCTS};
	HashTable *item;
	aco_asset asset;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_ARRAY_HT(item)
	ZEND_PARSE_PARAMETERS_END();

	if (!read_asset(item, &asset)) {
		aco_map_free_asset(&asset);
		RETURN_THROWS();
	}

	if (asset.reason[0]) {
		php_aco_assets_asset_make(return_value, &asset);
	} else if (enter(matcher, &question)) {
		question.name = asset.id;
		if (write_asset_question(&matcher->body, asset.id, item) && run(matcher, &question) && !question.matches.skip) {
			make_asset(return_value, &question, &asset);
		}

		leave(matcher, &question);
	}

	aco_map_free_asset(&asset);
}

static void add_medium(zval *media, const entry *entry)
{
	zval medium, value;

	array_init_size(&medium, 8);
	add_assoc_stringl(&medium, "assetId", entry->match.name, entry->match.name_length);
	add_assoc_bool(&medium, "video", entry->match.video);
	ZVAL_EMPTY_ARRAY(&value);
	add_assoc_zval(&medium, "altTexts", &value);
	GC_ADDREF(entry->roles);
	ZVAL_ARR(&value, entry->roles);
	add_assoc_zval(&medium, "roles", &value);

	if (entry->match.position == ACO_MATCH_NO_POSITION) {
		add_assoc_null(&medium, "position");
	} else {
		add_assoc_long(&medium, "position", (zend_long) entry->match.position);
	}

	add_next_index_zval(media, &medium);
}

static void make_media(zval *target, const question *question)
{
	entries entries;

	if (read_entries(question, &entries)) {
		array_init_size(target, (uint32_t) entries.count);
		for (size_t i = 0; i < entries.count; i++) {
			add_medium(target, &entries.list[i]);
		}
	}
	free_entries(&entries);
}

PHP_METHOD(Aco_Assets_ExternalMatcher, productToAssets)
{
	external_matcher *matcher = MATCHER(Z_OBJ_P(ZEND_THIS));
	question question = {.direction = ACO_MATCH_ASSETS};
	zval *event_data = NULL, empty;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_STR(question.name)
		Z_PARAM_OPTIONAL
		Z_PARAM_ARRAY(event_data)
	ZEND_PARSE_PARAMETERS_END();

	if (!php_aco_assets_check_name(question.name, "$sku") || !enter(matcher, &question)) {
		RETURN_THROWS();
	}

	ZVAL_EMPTY_ARRAY(&empty);
	if (write_product_question(&matcher->body, question.name, event_data ? event_data : &empty)
		&& run(matcher, &question) && !question.matches.skip) {
		make_media(return_value, &question);
	}

	leave(matcher, &question);
}

void php_aco_assets_external_matcher_register(void)
{
	external_matcher_ce = register_class_Aco_Assets_ExternalMatcher();
	external_matcher_ce->create_object = create;
	memcpy(&handlers, zend_get_std_object_handlers(), sizeof(handlers));
	handlers.offset = offsetof(external_matcher, std);
	handlers.free_obj = free_object;
	handlers.get_gc = get_gc;
	handlers.clone_obj = NULL;
	handlers.get_properties = php_aco_get_properties;
}
