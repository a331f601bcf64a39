/* SPDX-License-Identifier: MIT */
#include "src/php/service_reader.h"

#include "src/core/base/clock.h"
#include "src/core/net/url.h"
#include "src/php/classes.h"
#include "src/php/exceptions.h"
#include "src/php/exchange.h"
#include "src/php/ims_credentials.h"
#include "src/php/parameters.h"
#include "src/php/transport.h"

#include "src/php/service_reader_arginfo.h"

/* That of Adobe's starter kits. */
#define DEFAULT_SCOPE "openid,AdobeID"
#define MAX_URL_BYTES 4096
#define MAX_HEADERS 16
#define MAX_BODY_BYTES (1 << 20)
#define MESSAGE_BYTES 300

typedef struct service_reader {
	php_aco_requester requester;
	/* Undefined without a token. */
	zval credentials;
	zval transport;
	php_aco_exchange_retries retries;
	aco_token token;
	/* Secrets of all requests so far, which no message may show. */
	aco_secrets *secrets;
	/* Of the request in flight. The object owns them, so that they are freed even after a bailout. */
	aco_buf form;
	aco_buf lines[MAX_HEADERS];
	aco_buf url;
	aco_buf body;
	zend_object std;
} service_reader;

PHP_ACO_ASSERT_STD_LAST(service_reader);

#define READER(object) PHP_ACO_FETCH(service_reader, (object))

static zend_class_entry *service_reader_ce;
static zend_object_handlers php_aco_service_reader_handlers;

/* One call, which may take several attempts. */
typedef struct reading {
	aco_http_request request;
	const char *headers[MAX_HEADERS + 1];
	bool token_renewed;
	php_aco_exchange_retries retries;
	aco_error error;
} reading;

static zend_object *php_aco_service_reader_create(zend_class_entry *class_entry)
{
	return php_aco_object_create(class_entry, &php_aco_service_reader_handlers);
}

static void forget_request(service_reader *reader)
{
	aco_buf_wipe(&reader->form);
	for (size_t i = 0; i < MAX_HEADERS; i++) {
		aco_buf_wipe(&reader->lines[i]);
	}
	aco_buf_free(&reader->url);
	aco_buf_free(&reader->body);
}

static void php_aco_service_reader_free(zend_object *object)
{
	php_aco_remains remains = {0};

	/* First: its transfers borrow from the buffers. */
	php_aco_requester_close(&READER(object)->requester);
	forget_request(READER(object));
	aco_token_drop(&READER(object)->token);
	aco_secrets_release(READER(object)->secrets);
	php_aco_remains_take(&remains, &READER(object)->credentials);
	php_aco_remains_take(&remains, &READER(object)->transport);
	zend_object_std_dtor(object);
	php_aco_remains_release(&remains);
}

static HashTable *php_aco_service_reader_get_gc(zend_object *object, zval **table, int *count)
{
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();

	zend_get_gc_buffer_add_zval(buffer, &READER(object)->credentials);
	zend_get_gc_buffer_add_zval(buffer, &READER(object)->transport);
	return php_aco_gc(object, buffer, table, count);
}

PHP_METHOD(Aco_ServiceReader, __construct)
{
	service_reader *reader = READER(Z_OBJ_P(ZEND_THIS));
	zend_object *credentials = NULL, *transport = NULL, *limits = NULL;
	php_aco_ims_client client;

	ZEND_PARSE_PARAMETERS_START(0, 3)
		Z_PARAM_OPTIONAL
		Z_PARAM_OBJ_OF_CLASS_OR_NULL(credentials, php_aco_ims_credentials_ce)
		Z_PARAM_OBJ_OF_CLASS_OR_NULL(transport, php_aco_transport_ce)
		Z_PARAM_OBJ_OF_CLASS_OR_NULL(limits, php_aco_limits_ce)
	ZEND_PARSE_PARAMETERS_END();

	if (!Z_ISUNDEF(reader->transport)) {
		zend_throw_error(NULL, "Cannot construct Aco\\ServiceReader twice");
		RETURN_THROWS();
	}

	if ((credentials && !php_aco_ims_credentials_get(credentials, &client))
			|| !php_aco_exchange_retries_init(&reader->retries, limits)
			|| !(transport = php_aco_transport_take(transport))) {
		RETURN_THROWS();
	}

	ZVAL_OBJ(&reader->transport, transport);
	if (credentials) {
		ZVAL_OBJ_COPY(&reader->credentials, credentials);
	}
}

/* The rules of all addresses, and a query of printable characters. False with an exception pending. */
static bool check_url(zend_string *url)
{
	size_t length = strcspn(ZSTR_VAL(url), "?");
	zend_string *base;
	bool valid;

	if (ZSTR_LEN(url) > MAX_URL_BYTES) {
		php_aco_throw_argument("$url must not be longer than %d bytes", MAX_URL_BYTES);
		return false;
	}

	for (size_t i = length; i < ZSTR_LEN(url); i++) {
		unsigned char byte = (unsigned char) ZSTR_VAL(url)[i];

		if (byte <= ' ' || byte >= 0x7f || byte == '#') {
			php_aco_throw_argument("$url must not hold blanks, control characters, a fragment or bytes above 126");
			return false;
		}
	}

	base = zend_string_init(ZSTR_VAL(url), length, false);
	valid = php_aco_check_url(base, "$url");
	zend_string_release(base);
	return valid;
}

/* Copies the lines. False with an exception pending. */
static bool take_headers(service_reader *reader, HashTable *headers, reading *reading)
{
	size_t count = 0;
	zval *line;

	if (zend_hash_num_elements(headers) > MAX_HEADERS) {
		php_aco_throw_argument("$headers must have at most %d lines", MAX_HEADERS);
		return false;
	}

	ZEND_HASH_FOREACH_VAL(headers, line) {
		ZVAL_DEREF(line);
		if (Z_TYPE_P(line) != IS_STRING || !memchr(Z_STRVAL_P(line), ':', Z_STRLEN_P(line))) {
			php_aco_throw_argument("$headers must hold lines such as \"x-api-key: abc\"");
			return false;
		}
		if (!php_aco_check_text(Z_STR_P(line), "$headers", true)) {
			return false;
		}

		aco_buf_append(&reader->lines[count], Z_STRVAL_P(line), Z_STRLEN_P(line) + 1);
		if (reader->lines[count].failed) {
			php_aco_throw_memory();
			return false;
		}
		reading->headers[count] = reader->lines[count].data;
		count++;
	} ZEND_HASH_FOREACH_END();

	return true;
}

/* Fills in the request. False with an exception pending. */
static bool prepare(service_reader *reader, zend_string *url, HashTable *headers, zend_string *json, reading *reading)
{
	if (!reader->secrets && !(reader->secrets = aco_secrets_new())) {
		php_aco_throw_memory();
		return false;
	}

	if (!take_headers(reader, headers, reading)) {
		return false;
	}

	aco_buf_append(&reader->url, ZSTR_VAL(url), ZSTR_LEN(url) + 1);
	if (json) {
		aco_buf_append(&reader->body, ZSTR_VAL(json), ZSTR_LEN(json) + 1);
	}
	if (reader->url.failed || reader->body.failed) {
		php_aco_throw_memory();
		return false;
	}

	reading->request = (aco_http_request) {
		.url = reader->url.data,
		.body = json ? reader->body.data : NULL,
		.body_length = json ? ZSTR_LEN(json) : 0,
		.content_type = "application/json",
		.headers = reading->headers,
		.secrets = reader->secrets,
	};

	return true;
}

/* Makes sure that there is a valid token. False with an error, or with an exception pending. */
static bool have_token(service_reader *reader, reading *reading)
{
	php_aco_exchange_client client = {.secrets = reader->secrets};
	php_aco_ims_client ims;
	bool fetched;

	memset(&reading->error, 0, sizeof(reading->error));
	if (Z_ISUNDEF(reader->credentials) || aco_token_usable(&reader->token, aco_clock_ms())) {
		return true;
	}
	if (!php_aco_ims_credentials_get(Z_OBJ(reader->credentials), &ims)) {
		return false;
	}

	client.token_url = ims.token_url;
	client.client_id = ims.client_id;
	client.client_secret = ims.client_secret;
	client.scope = ims.scope ? ims.scope : DEFAULT_SCOPE;
	fetched = php_aco_exchange_token(reader->requester.http, &client, &reader->form, &reader->token,
		&reading->retries, &reading->error);
	aco_buf_wipe(&reader->form);
	return fetched;
}

static void make_result(zval *target, const aco_http_response *response, aco_secrets *secrets)
{
	char message[MESSAGE_BYTES] = "";

	if (response->status >= 300) {
		aco_secrets_excerpt(secrets, message, sizeof(message), response->body.data ? response->body.data : "",
			response->body.length);
	}

	array_init(target);
	add_assoc_long(target, "status", response->status);
	add_assoc_stringl(target, "body", response->body.data ? response->body.data : "", response->body.length);
	add_assoc_stringl(target, "links", response->links.data ? response->links.data : "", response->links.length);
	if (response->retry_after_ms >= 0) {
		add_assoc_long(target, "retryAfterMs", (zend_long) response->retry_after_ms);
	} else {
		add_assoc_null(target, "retryAfterMs");
	}
	add_assoc_string(target, "requestId", (char *) response->request_id);
	add_assoc_string(target, "message", message);
}

typedef enum attempt_end { ATTEMPT_DONE, ATTEMPT_AGAIN, ATTEMPT_NEW_TOKEN, ATTEMPT_THROWN } attempt_end;

/* Makes one attempt; a response that another attempt may improve is kept in `target` as well. */
static attempt_end attempt(service_reader *reader, reading *reading, zval *target)
{
	aco_http_transfer *transfer;
	const aco_http_response *response;
	attempt_end end = ATTEMPT_DONE;

	reading->request.bearer_token = reader->token.value.data;
	transfer = php_aco_exchange(reader->requester.http, &reading->request, &reading->retries);
	if (!transfer) {
		return ATTEMPT_THROWN;
	}

	response = aco_http_response_of(transfer);
	zval_ptr_dtor(target);
	ZVAL_NULL(target);
	if (response->status == 0) {
		reading->error = response->error;
		end = ATTEMPT_AGAIN;
	} else {
		make_result(target, response, reader->secrets);
		if (response->status == 401 && !Z_ISUNDEF(reader->credentials) && !reading->token_renewed) {
			end = ATTEMPT_NEW_TOKEN;
		} else if (response->status == 429 || response->status >= 500) {
			reading->error.retryable = true;
			end = ATTEMPT_AGAIN;
		}
	}

	aco_http_release(reader->requester.http, transfer);
	return end;
}

/* Retries transient failures. The last response is the result; without any, an exception is pending. */
static void php_aco_service_reader_run(service_reader *reader, reading *reading, zval *target)
{
	for (;;) {
		bool has_token = have_token(reader, reading);
		attempt_end end = ATTEMPT_AGAIN;
		php_aco_exchange_next next;

		if (!has_token && reading->error.code == ACO_OK) {
			return;
		}
		if (has_token) {
			end = attempt(reader, reading, target);
		}

		if (end == ATTEMPT_DONE || end == ATTEMPT_THROWN) {
			return;
		}
		if (end == ATTEMPT_NEW_TOKEN) {
			reading->token_renewed = true;
			aco_token_drop(&reader->token);
			continue;
		}

		next = php_aco_exchange_again(reader->requester.http, &reading->retries, reading->error.retryable);
		if (next == PHP_ACO_EXCHANGE_OVER && (!has_token || Z_TYPE_P(target) == IS_NULL)) {
			php_aco_throw_error(&reading->error);
		}
		if (next != PHP_ACO_EXCHANGE_AGAIN) {
			return;
		}
	}
}

PHP_METHOD(Aco_ServiceReader, request)
{
	service_reader *reader = READER(Z_OBJ_P(ZEND_THIS));
	zend_string *url, *json = NULL;
	HashTable *headers = (HashTable *) &zend_empty_array;
	reading reading = {0};
	aco_http_settings http;

	ZEND_PARSE_PARAMETERS_START(1, 3)
		Z_PARAM_STR(url)
		Z_PARAM_OPTIONAL
		Z_PARAM_ARRAY_HT(headers)
		Z_PARAM_STR_OR_NULL(json)
	ZEND_PARSE_PARAMETERS_END();

	if (Z_ISUNDEF(reader->transport)) {
		zend_throw_error(NULL, "Aco\\ServiceReader was not constructed");
		RETURN_THROWS();
	}

	if (json && ZSTR_LEN(json) > MAX_BODY_BYTES) {
		php_aco_throw_argument("$json must not be larger than %d bytes", MAX_BODY_BYTES);
		RETURN_THROWS();
	}

	php_aco_transport_http(Z_OBJ(reader->transport), &http);
	if (!check_url(url) || !php_aco_requester_enter(&reader->requester, &reader->std, &http)) {
		RETURN_THROWS();
	}

	reading.retries = reader->retries;
	if (prepare(reader, url, headers, json, &reading)) {
		php_aco_service_reader_run(reader, &reading, return_value);
	}

	forget_request(reader);
	php_aco_requester_leave(&reader->requester);
	if (EG(exception)) {
		zval_ptr_dtor(return_value);
		ZVAL_NULL(return_value);
	}
}

void php_aco_service_reader_register(void)
{
	service_reader_ce = register_class_Aco_ServiceReader();
	php_aco_object_register(service_reader_ce, php_aco_service_reader_create, &php_aco_service_reader_handlers,
		offsetof(service_reader, std), php_aco_service_reader_free, php_aco_service_reader_get_gc);
}
