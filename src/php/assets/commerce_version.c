/* SPDX-License-Identifier: MIT */
#include "src/php/assets/commerce_version.h"

#include "ext/standard/php_versioning.h"
#include "src/core/engine/response.h"
#include "src/core/services/media.h"
#include "src/core/services/oauth1.h"
#include "src/php/assets/sinks.h"
#include "src/php/exceptions.h"

/* sync-asset entered the published schema around this release; no documentation says so. */
#define SYNC_ASSET_SINCE "1.4.4"
#define MAX_VERSION_BYTES 32

/* The version in a response such as "1.4.4", a JSON text; empty for anything else. */
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

/* NULL with an error. */
static zend_string *version_of(const aco_http_response *response, aco_error *error)
{
	char reason[256];

	if (response->status == 0) {
		*error = response->error;
	} else if (aco_response_is_success(response->status)) {
		return read_version(&response->body);
	} else if (response->status == 404 || response->status == 405) {
		/* Older versions do not have this operation. */
		return ZSTR_EMPTY_ALLOC();
	} else {
		aco_media_reason(&response->body, response->secrets, reason, sizeof(reason));
		aco_error_set(error, ACO_E_API, aco_status_is_retryable(response->status),
			"Commerce answers HTTP %ld%s%s to the question for its version",
			response->status, reason[0] ? ": " : "", reason);
		error->http_status = response->status;
		memcpy(error->request_id, response->request_id, sizeof(error->request_id));
	}

	return NULL;
}

/* A signature is good for one attempt. False with an exception pending. */
static bool php_aco_commerce_version_sign(php_aco_assets_commerce_version *version, zend_object *connection,
	const char *url, aco_http_request *request)
{
	void *keys = php_aco_assets_commerce_keys(connection);
	bool signed_;

	if (!keys) {
		return false;
	}

	aco_buf_wipe(&version->authorization);
	aco_secrets_release(version->secrets);
	version->secrets = aco_secrets_new();
	signed_ = version->secrets && aco_oauth1_authorize(keys, "GET", url, &version->authorization, version->secrets);
	aco_oauth1_keys_free(keys);
	aco_buf_append_char(&version->authorization, '\0');
	if (!signed_ || version->authorization.failed) {
		php_aco_throw_memory();
		return false;
	}

	request->url = url;
	request->authorization = version->authorization.data;
	request->secrets = version->secrets;

	return true;
}

/* NULL with an exception pending. */
static zend_string *php_aco_commerce_version_send(php_aco_assets_commerce_version *version, zend_object *connection,
	const char *url)
{
	php_aco_exchange_retries retries = version->retries;
	aco_http *http = version->requester.http;

	for (;;) {
		php_aco_exchange_next next;
		aco_http_request request = {0};
		aco_http_transfer *transfer;
		zend_string *answer;
		aco_error error = {0};

		if (!php_aco_commerce_version_sign(version, connection, url, &request)
				|| !(transfer = php_aco_exchange(http, &request, &retries))) {
			return NULL;
		}

		answer = version_of(aco_http_response_of(transfer), &error);
		aco_http_release(http, transfer);

		if (answer) {
			return answer;
		}

		next = php_aco_exchange_again(http, &retries, error.retryable);
		if (next == PHP_ACO_EXCHANGE_OVER) {
			php_aco_throw_error(&error);
		}
		if (next != PHP_ACO_EXCHANGE_AGAIN) {
			return NULL;
		}
	}
}

zend_string *php_aco_assets_commerce_version_ask(php_aco_assets_commerce_version *version, const zend_object *sink,
	zend_object *connection, const char *base_url)
{
	zend_string *url, *answer;
	aco_http_settings settings;

	php_aco_assets_commerce_http(connection, &settings);
	if (!php_aco_requester_enter(&version->requester, sink, &settings)) {
		return NULL;
	}

	url = zend_strpprintf(0, "%s" ACO_MEDIA_PATH "version", base_url);
	answer = php_aco_commerce_version_send(version, connection, ZSTR_VAL(url));
	zend_string_release(url);
	php_aco_requester_leave(&version->requester);

	return answer;
}

bool php_aco_assets_commerce_version_syncs(const zend_string *version)
{
	return ZSTR_LEN(version) > 0 && php_version_compare(ZSTR_VAL(version), SYNC_ASSET_SINCE) >= 0;
}

void php_aco_assets_commerce_version_close(php_aco_assets_commerce_version *version)
{
	/* Its transfers borrow from the buffer. */
	php_aco_requester_close(&version->requester);
	aco_buf_wipe(&version->authorization);
	aco_secrets_release(version->secrets);
}
