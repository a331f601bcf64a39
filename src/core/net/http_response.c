/* SPDX-License-Identifier: MIT */
/* What libcurl tells of a response. */
#include "src/core/net/http_private.h"

#include "src/core/base/clock.h"
#include "src/core/net/header.h"
#include "src/core/net/retry_after.h"

#include <string.h>

/* Far above what any service sends; libcurl limits single lines only. */
#define MAX_HEADER_BYTES 65536

static size_t on_body(char *bytes, size_t size, size_t count, void *context)
{
	aco_http_transfer *transfer = context;
	size_t length = size * count;

	if (length > transfer->max_response_bytes - transfer->response.body.length) {
		transfer->too_large = true;
		return 0;
	}
	aco_buf_append(&transfer->response.body, bytes, length);
	return transfer->response.body.failed ? 0 : length;
}

/* For values that are parsed, never shown. */
static void keep_header(const char *line, size_t length, const char *name, char *target, size_t size)
{
	if (aco_header_take(&line, &length, name)) {
		length = length < size ? length : size - 1;
		memcpy(target, line, length);
		target[length] = '\0';
	}
}

static void keep_request_id(aco_http_transfer *transfer, const char *line, size_t length)
{
	if (aco_header_take(&line, &length, "x-request-id")) {
		transfer->request_id.length = 0;
		aco_buf_append(&transfer->request_id, line, length);
	}
}

static void keep_link(aco_http_transfer *transfer, const char *line, size_t length)
{
	aco_buf *links = &transfer->response.links;

	if (aco_header_take(&line, &length, "link")) {
		aco_buf_append(links, ", ", links->length > 0 ? 2 : 0);
		aco_buf_append(links, line, length);
	}
}

/* Those of an interim response (1xx) or of a proxy do not belong to the response that follows it. */
static void forget_headers(aco_http_transfer *transfer)
{
	transfer->request_id.length = 0;
	transfer->response.links.length = 0;
	transfer->retry_after[0] = '\0';
	transfer->date[0] = '\0';
}

static void keep_headers(aco_http_transfer *transfer, const char *line, size_t length)
{
	keep_request_id(transfer, line, length);
	keep_link(transfer, line, length);
	keep_header(line, length, "retry-after", transfer->retry_after, sizeof(transfer->retry_after));
	keep_header(line, length, "date", transfer->date, sizeof(transfer->date));
}

static size_t on_header(char *line, size_t size, size_t count, void *context)
{
	aco_http_transfer *transfer = context;
	size_t length = size * count;

	transfer->header_bytes += length;
	if (transfer->header_bytes > MAX_HEADER_BYTES) {
		return 0;
	}

	if (length > strlen("HTTP/") && memcmp(line, "HTTP/", strlen("HTTP/")) == 0) {
		forget_headers(transfer);
		transfer->reads_headers = true;
	} else if (length == 0 || line[0] == '\r' || line[0] == '\n') {
		transfer->reads_headers = false;
	} else if (transfer->reads_headers) {
		keep_headers(transfer, line, length);
	}

	return length;
}

void aco_http_set_receivers(aco_http_transfer *transfer)
{
	CURL *easy = transfer->easy;

	/* Some gateways compress unasked. on_body() receives and bounds the expanded bytes. */
	curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "");
	curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, on_body);
	curl_easy_setopt(easy, CURLOPT_WRITEDATA, transfer);
	curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, on_header);
	curl_easy_setopt(easy, CURLOPT_HEADERDATA, transfer);
}

bool aco_http_is_permanent(long curl_code)
{
	switch (curl_code) {
		case CURLE_URL_MALFORMAT:
		case CURLE_NOT_BUILT_IN:
		case CURLE_PEER_FAILED_VERIFICATION:
		case CURLE_SSL_CERTPROBLEM:
		case CURLE_SSL_CIPHER:
		case CURLE_SSL_CACERT_BADFILE:
		case CURLE_SSL_CRL_BADFILE:
		case CURLE_SSL_ISSUER_ERROR:
		case CURLE_SSL_INVALIDCERTSTATUS:
			return true;
		default:
			return false;
	}
}

/* For such a proxy, libcurl quotes the whole address, including the password. */
static bool quotes_proxy(const char *message)
{
	return strncmp(message, "Unsupported proxy", strlen("Unsupported proxy")) == 0;
}

static void describe_failure(aco_http_transfer *transfer, CURLcode code)
{
	aco_error *error = &transfer->response.error;
	const char *reason = transfer->curl_message[0] ? transfer->curl_message : curl_easy_strerror(code);
	char message[CURL_ERROR_SIZE];

	if (quotes_proxy(reason)) {
		code = CURLE_URL_MALFORMAT;
		reason = "the address of the proxy cannot be used; check proxy, http_proxy, https_proxy and all_proxy";
	}

	/* The names of hosts and certificates are chosen by the other side. */
	aco_secrets_excerpt(transfer->response.secrets, message, sizeof(message), reason, strlen(reason));

	if (transfer->too_large) {
		aco_error_set(error, ACO_E_TRANSPORT, true,
			"the response is larger than aco.max_response_bytes (%zu)", transfer->max_response_bytes);
	} else if (transfer->header_bytes > MAX_HEADER_BYTES) {
		aco_error_set(error, ACO_E_TRANSPORT, true, "the headers of the response are larger than %d bytes", MAX_HEADER_BYTES);
	} else if (code == CURLE_OUT_OF_MEMORY) {
		/* Older releases also report this for a header line beyond their own limit. */
		aco_error_set(error, ACO_E_TRANSPORT, true, "libcurl is out of memory, or a header of the response is too long");
	} else if (code == CURLE_PEER_FAILED_VERIFICATION) {
		aco_error_set(error, ACO_E_TRANSPORT, false,
			"the server's certificate is refused: %s; check the address, and the CA in caFile or aco.ca_bundle", message);
	} else {
		aco_error_set(error, code == CURLE_OPERATION_TIMEDOUT ? ACO_E_TIMEOUT : ACO_E_TRANSPORT,
			!aco_http_is_permanent(code), "%s", message);
	}

	error->curl_code = (int) code;
}

void aco_http_add_counts(aco_http_transfer *transfer)
{
	aco_http_response *response = &transfer->response;
	curl_off_t sent = 0, received = 0;
	long connections = 0;
	double seconds = 0;

	curl_easy_getinfo(transfer->easy, CURLINFO_SIZE_UPLOAD_T, &sent);
	curl_easy_getinfo(transfer->easy, CURLINFO_SIZE_DOWNLOAD_T, &received);
	curl_easy_getinfo(transfer->easy, CURLINFO_NUM_CONNECTS, &connections);
	curl_easy_getinfo(transfer->easy, CURLINFO_TOTAL_TIME, &seconds);
	response->bytes_sent += sent;
	response->bytes_received += received;
	response->new_connections += connections;
	response->seconds += seconds;
}

void aco_http_finish(aco_http_transfer *transfer, CURLcode code)
{
	aco_http_response *response = &transfer->response;

	transfer->finished = true;
	response->ended_us = aco_clock_us();
	aco_http_add_counts(transfer);
	aco_secrets_excerpt(response->secrets, response->request_id, sizeof(response->request_id),
		transfer->request_id.data, transfer->request_id.length);
	response->retry_after_ms = aco_retry_after_ms(transfer->retry_after, transfer->date, aco_clock_wall_ms());

	if (code == CURLE_OK) {
		curl_easy_getinfo(transfer->easy, CURLINFO_RESPONSE_CODE, &response->status);
	} else {
		describe_failure(transfer, code);
	}
}
