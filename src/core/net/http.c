/* SPDX-License-Identifier: MIT */
#include "src/core/net/http.h"

#include "src/core/base/clock.h"
#include "src/core/base/count.h"
#include "src/core/net/header.h"
#include "src/core/net/retry_after.h"
#include "src/core/base/version.h"

#include <curl/curl.h>
#include <openssl/crypto.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#ifndef _WIN32
# include <unistd.h>
#else
# define getpid() 0
#endif

/* Far above what any service sends; libcurl limits single lines only. */
#define MAX_HEADER_BYTES 65536
#define MAX_DATE_BYTES 64

struct aco_http_transfer {
	CURL *easy;
	struct curl_slist *headers;
	void *tag;
	bool finished;
	bool may_reconnect;
	bool too_large;
	size_t header_bytes;
	size_t max_response_bytes;
	aco_buf request_id;
	char retry_after[MAX_DATE_BYTES];
	char date[MAX_DATE_BYTES];
	char curl_message[CURL_ERROR_SIZE];
	aco_http_response response;
	aco_http_transfer *previous;
	aco_http_transfer *next;
};

struct aco_http {
	CURLM *multi;
	long owner;
	char *ca_file;
	char *proxy;
	/* The proxy passwords. */
	aco_secrets *secrets;
	char user_agent[64];
	long connect_timeout_ms;
	long timeout_ms;
	long max_connections;
	size_t max_response_bytes;
	/* In flight, or finished and not yet released. */
	aco_http_transfer *transfers;
};

bool aco_http_global_init(void)
{
	return curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
}

void aco_http_global_cleanup(void)
{
	curl_global_cleanup();
}

static bool copy_setting(char **target, const char *value)
{
	return !value || (*target = strdup(value)) != NULL;
}

/* From the setting, or from any variable that libcurl may read from the environment now. */
static bool learn_proxy(const aco_http *http)
{
	static const char *const names[] = {"http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"};

	if (http->proxy) {
		return aco_secrets_add_proxy(http->secrets, http->proxy);
	}
	for (size_t i = 0; i < ACO_COUNT(names); i++) {
		if (!aco_secrets_add_proxy(http->secrets, getenv(names[i]))) {
			return false;
		}
	}
	return true;
}

aco_http *aco_http_new(const aco_http_settings *settings)
{
	aco_http *http = calloc(1, sizeof(*http));

	if (!http) {
		return NULL;
	}

	http->owner = (long) getpid();
	snprintf(http->user_agent, sizeof(http->user_agent), "aco/%s libcurl/%s", ACO_VERSION,
		curl_version_info(CURLVERSION_NOW)->version);
	http->connect_timeout_ms = settings->connect_timeout_ms;
	http->timeout_ms = settings->timeout_ms;
	http->max_connections = settings->max_connections;
	http->max_response_bytes = settings->max_response_bytes;
	http->multi = curl_multi_init();
	http->secrets = aco_secrets_new();
	if (!http->multi || !http->secrets || !copy_setting(&http->ca_file, settings->ca_file)
		|| !copy_setting(&http->proxy, settings->proxy)) {
		aco_http_free(http);
		return NULL;
	}

	curl_multi_setopt(http->multi, CURLMOPT_PIPELINING, (long) CURLPIPE_MULTIPLEX);
	curl_multi_setopt(http->multi, CURLMOPT_MAX_HOST_CONNECTIONS, settings->max_connections);

	/* By default libcurl keeps only 4 idle connections per active transfer. */
	curl_multi_setopt(http->multi, CURLMOPT_MAXCONNECTS, settings->max_connections);
	return http;
}

bool aco_http_is_inherited(const aco_http *http)
{
	return http->owner != (long) getpid();
}

static bool is_same(const char *one, const char *other)
{
	return one == other || (one && other && strcmp(one, other) == 0);
}

bool aco_http_has_settings(const aco_http *http, const aco_http_settings *settings)
{
	return is_same(http->ca_file, settings->ca_file) && is_same(http->proxy, settings->proxy)
		&& http->connect_timeout_ms == settings->connect_timeout_ms && http->timeout_ms == settings->timeout_ms
		&& http->max_connections == settings->max_connections
		&& http->max_response_bytes == settings->max_response_bytes;
}

void aco_http_release_all(aco_http *http)
{
	while (http->transfers) {
		aco_http_release(http, http->transfers);
	}
}

void aco_http_free(aco_http *http)
{
	if (!http) {
		return;
	}

	aco_http_release_all(http);
	/* A forked child must not close its parent's connections at the protocol level. */
	if (http->multi && !aco_http_is_inherited(http)) {
		curl_multi_cleanup(http->multi);
	}

	free(http->ca_file);
	free(http->proxy);
	aco_secrets_release(http->secrets);
	free(http);
}

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

static size_t on_header(char *line, size_t size, size_t count, void *context)
{
	aco_http_transfer *transfer = context;
	size_t length = size * count;

	transfer->header_bytes += length;
	if (transfer->header_bytes > MAX_HEADER_BYTES) {
		return 0;
	}
	keep_request_id(transfer, line, length);
	keep_header(line, length, "retry-after", transfer->retry_after, sizeof(transfer->retry_after));
	keep_header(line, length, "date", transfer->date, sizeof(transfer->date));
	return length;
}

/* libcurl copies the line. */
static bool add_line(aco_http_transfer *transfer, const char *line)
{
	struct curl_slist *list = curl_slist_append(transfer->headers, line);

	if (list) {
		transfer->headers = list;
	}
	return list != NULL;
}

static bool add_header(aco_http_transfer *transfer, const char *name, const char *value)
{
	aco_buf line = ACO_BUF_INIT;
	bool added;

	aco_header_append(&line, name, value);
	added = !line.failed && add_line(transfer, line.data);
	aco_buf_wipe(&line);
	return added;
}

static bool add_bearer(aco_http_transfer *transfer, const char *token)
{
	size_t size = strlen(token) + sizeof("Bearer ");
	char *value = malloc(size);
	bool added;

	if (!value) {
		return false;
	}

	snprintf(value, size, "Bearer %s", token);
	added = add_header(transfer, "Authorization", value);
	OPENSSL_cleanse(value, size);
	free(value);

	return added;
}

static bool add_headers(aco_http_transfer *transfer, const aco_http_request *request)
{
	if ((request->bearer_token && !add_bearer(transfer, request->bearer_token))
		|| (request->authorization && !add_header(transfer, "Authorization", request->authorization))) {
		return false;
	}

	for (const char *const *header = request->headers; header && *header; header++) {
		if (!add_line(transfer, *header)) {
			return false;
		}
	}

	if (request->body) {
		/* Without "Expect: 100-continue", which would cost a round trip for each batch. */
		if (!add_header(transfer, "Content-Type", request->content_type)
			|| (request->content_encoding && !add_header(transfer, "Content-Encoding", request->content_encoding))
			|| !add_line(transfer, "Expect:")) {
			return false;
		}
	}

	/* Compression is accepted but not requested: see set_options(). */
	return add_line(transfer, "Accept-Encoding:") && add_header(transfer, "Accept", "application/json");
}

static void restrict_protocols(CURL *easy)
{
#if LIBCURL_VERSION_NUM >= 0x075500
	curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
#else
	curl_easy_setopt(easy, CURLOPT_PROTOCOLS, (long) (CURLPROTO_HTTP | CURLPROTO_HTTPS));
#endif
}

static void set_proxy(const aco_http *http, CURL *easy, const char *url)
{
	if (http->proxy) {
		curl_easy_setopt(easy, CURLOPT_PROXY, http->proxy);
		/* An explicit proxy overrides `no_proxy`. */
		curl_easy_setopt(easy, CURLOPT_NOPROXY, "");

		if (http->ca_file) {
			curl_easy_setopt(easy, CURLOPT_PROXY_CAINFO, http->ca_file);
			curl_easy_setopt(easy, CURLOPT_PROXY_CAPATH, NULL);
		}
	} else if (strncmp(url, "http:", 5) == 0) {
		/* Plain HTTP is only for this host: a proxy from the environment must not see secret and token. */
		curl_easy_setopt(easy, CURLOPT_PROXY, "");
	}
}

static void set_options(aco_http *http, aco_http_transfer *transfer, const aco_http_request *request)
{
	CURL *easy = transfer->easy;

	curl_easy_setopt(easy, CURLOPT_URL, request->url);
	curl_easy_setopt(easy, CURLOPT_PRIVATE, transfer);
	curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, transfer->curl_message);
	curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(easy, CURLOPT_USERAGENT, http->user_agent);
	curl_easy_setopt(easy, CURLOPT_HTTPHEADER, transfer->headers);

	if (request->body) {
		curl_easy_setopt(easy, CURLOPT_POST, 1L);
		curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t) request->body_length);
		curl_easy_setopt(easy, CURLOPT_POSTFIELDS, request->body);
	}

	/* Some gateways compress unasked. on_body() receives and bounds the expanded bytes. */
	curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "");
	curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, on_body);
	curl_easy_setopt(easy, CURLOPT_WRITEDATA, transfer);
	curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, on_header);
	curl_easy_setopt(easy, CURLOPT_HEADERDATA, transfer);

	curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, http->connect_timeout_ms);
	curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, http->timeout_ms);
	curl_easy_setopt(easy, CURLOPT_TCP_KEEPALIVE, 1L);
	curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, (long) CURL_HTTP_VERSION_2TLS);

	/* Prefers to wait for an HTTP/2 connection that is being opened over opening another. */
	curl_easy_setopt(easy, CURLOPT_PIPEWAIT, 1L);

	restrict_protocols(easy);
	curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
	curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L);
	curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L);
	curl_easy_setopt(easy, CURLOPT_SSLVERSION, (long) CURL_SSLVERSION_TLSv1_2);

	if (http->ca_file) {
		curl_easy_setopt(easy, CURLOPT_CAINFO, http->ca_file);
		/* Replaces the system's certificates rather than adding to them. */
		curl_easy_setopt(easy, CURLOPT_CAPATH, NULL);
	}

	set_proxy(http, easy, request->url);
}

/* Secrets that this request must not reveal: its own, its sender's, and the proxy passwords. */
static bool learn_secrets(const aco_http *http, aco_http_transfer *transfer, const aco_http_request *request)
{
	aco_secrets *secrets = aco_secrets_new();

	transfer->response.secrets = secrets;
	return secrets && learn_proxy(http) && aco_secrets_include(secrets, request->secrets)
		&& aco_secrets_include(secrets, http->secrets) && aco_secrets_add(secrets, request->bearer_token);
}

static void forget_headers(aco_http_transfer *transfer)
{
	for (struct curl_slist *line = transfer->headers; line; line = line->next) {
		OPENSSL_cleanse(line->data, strlen(line->data));
	}
	curl_slist_free_all(transfer->headers);
	transfer->headers = NULL;
}

/* Does not free the handle. */
static void free_transfer(aco_http_transfer *transfer)
{
	forget_headers(transfer);
	/* The response may hold a token. */
	aco_buf_wipe(&transfer->response.body);
	aco_buf_wipe(&transfer->request_id);
	aco_secrets_release(transfer->response.secrets);
	free(transfer);
}

aco_http_transfer *aco_http_start(aco_http *http, const aco_http_request *request, void *tag)
{
	aco_http_transfer *transfer = calloc(1, sizeof(*transfer));

	if (!transfer) {
		return NULL;
	}

	transfer->tag = tag;
	transfer->may_reconnect = !request->reconnected;
	transfer->max_response_bytes = http->max_response_bytes;
	transfer->easy = curl_easy_init();
	if (!transfer->easy || !learn_secrets(http, transfer, request) || !add_headers(transfer, request)) {
		goto failure;
	}

	set_options(http, transfer, request);

	if (curl_multi_add_handle(http->multi, transfer->easy) != CURLM_OK) {
		goto failure;
	}

	transfer->next = http->transfers;

	if (http->transfers) {
		http->transfers->previous = transfer;
	}

	http->transfers = transfer;
	return transfer;

failure:
	curl_easy_cleanup(transfer->easy);
	free_transfer(transfer);
	return NULL;
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
			"the answer is larger than aco.max_response_bytes (%zu)", transfer->max_response_bytes);
	} else if (transfer->header_bytes > MAX_HEADER_BYTES) {
		aco_error_set(error, ACO_E_TRANSPORT, true, "the headers of the answer are larger than %d bytes", MAX_HEADER_BYTES);
	} else if (code == CURLE_OUT_OF_MEMORY) {
		/* Older releases also report this for a header line beyond their own limit. */
		aco_error_set(error, ACO_E_TRANSPORT, true, "libcurl is out of memory, or a header of the answer is too long");
	} else if (code == CURLE_PEER_FAILED_VERIFICATION) {
		aco_error_set(error, ACO_E_TRANSPORT, false,
			"the server's certificate is refused: %s; check the address, and the CA in caFile or aco.ca_bundle", message);
	} else {
		aco_error_set(error, code == CURLE_OPERATION_TIMEDOUT ? ACO_E_TIMEOUT : ACO_E_TRANSPORT,
			!aco_http_is_permanent(code), "%s", message);
	}

	error->curl_code = (int) code;
}

/* Adds libcurl's counters since the transfer was handed over. */
static void add_counts(aco_http_transfer *transfer)
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

static bool is_broken_connection(CURLcode code)
{
	switch (code) {
		case CURLE_SEND_ERROR:
		case CURLE_RECV_ERROR:
		case CURLE_GOT_NOTHING:
		case CURLE_PARTIAL_FILE:
		case CURLE_HTTP2:
		case CURLE_HTTP2_STREAM:
			return true;
		default:
			return false;
	}
}

/*
 * libcurl itself resends a request whose kept-alive HTTP/1.1 connection dies while it waits for the response, and
 * refused streams. It does neither when an HTTP/2 connection ends, nor while the body is still being sent.
 */
static bool died_unanswered(const aco_http_transfer *transfer, CURLcode code)
{
	long connections = 0;

	return is_broken_connection(code) && transfer->header_bytes == 0 && transfer->response.body.length == 0
		&& curl_easy_getinfo(transfer->easy, CURLINFO_NUM_CONNECTS, &connections) == CURLE_OK && connections == 0;
}

/* Makes the free attempt; false when there is none left, and the failure stands. */
static bool reconnect(aco_http *http, aco_http_transfer *transfer, CURLcode code)
{
	if (!transfer->may_reconnect || !died_unanswered(transfer, code)) {
		return false;
	}

	transfer->may_reconnect = false;
	transfer->response.reconnected = true;
	transfer->response.left_us = 0;
	add_counts(transfer);
	transfer->curl_message[0] = '\0';
	curl_multi_remove_handle(http->multi, transfer->easy);
	curl_easy_setopt(transfer->easy, CURLOPT_FRESH_CONNECT, 1L);

	return curl_multi_add_handle(http->multi, transfer->easy) == CURLM_OK;
}

static void finish(aco_http_transfer *transfer, CURLcode code)
{
	aco_http_response *response = &transfer->response;

	transfer->finished = true;
	response->ended_us = aco_clock_us();
	add_counts(transfer);
	aco_secrets_excerpt(response->secrets, response->request_id, sizeof(response->request_id),
		transfer->request_id.data, transfer->request_id.length);
	response->retry_after_ms = aco_retry_after_ms(transfer->retry_after, transfer->date, aco_clock_wall_ms());

	if (code == CURLE_OK) {
		curl_easy_getinfo(transfer->easy, CURLINFO_RESPONSE_CODE, &response->status);
	} else {
		describe_failure(transfer, code);
	}
}

/* libcurl knows when the connection was ready for the request; it writes the request at that moment. */
static void note_left(aco_http *http, int64_t now_us)
{
	for (aco_http_transfer *transfer = http->transfers; transfer; transfer = transfer->next) {
		curl_off_t ready_us = 0;

		if (!transfer->response.left_us
			&& curl_easy_getinfo(transfer->easy, CURLINFO_PRETRANSFER_TIME_T, &ready_us) == CURLE_OK && ready_us > 0) {
			transfer->response.left_us = now_us;
		}
	}
}

/* Advances the transfers; true when one of them is finished. */
static bool perform(aco_http *http)
{
	int running, queued;
	CURLMsg *message;
	bool any = false;

	curl_multi_perform(http->multi, &running);
	note_left(http, aco_clock_us());

	while ((message = curl_multi_info_read(http->multi, &queued))) {
		/* The message becomes invalid with the next call. */
		CURLcode code = message->data.result;
		char *transfer;

		if (message->msg == CURLMSG_DONE
			&& curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &transfer) == CURLE_OK
			&& !reconnect(http, (aco_http_transfer *) transfer, code)) {
			finish((aco_http_transfer *) transfer, code);
			any = true;
		}
	}

	return any;
}

void aco_http_run(aco_http *http, int wait_ms)
{
	if (aco_http_is_inherited(http)) {
		return;
	}
	/* Does not wait while a response is ready. Without a transfer, the caller may be waiting for its rate. */
	if (!perform(http) && wait_ms > 0) {
		curl_multi_poll(http->multi, NULL, 0, wait_ms, NULL);
		perform(http);
	}
}

aco_http_transfer *aco_http_finished(aco_http *http)
{
	for (aco_http_transfer *transfer = http->transfers; transfer; transfer = transfer->next) {
		if (transfer->finished) {
			return transfer;
		}
	}
	return NULL;
}

bool aco_http_is_finished(const aco_http_transfer *transfer)
{
	return transfer->finished;
}

void *aco_http_tag(const aco_http_transfer *transfer)
{
	return transfer->tag;
}

aco_http_response *aco_http_response_of(aco_http_transfer *transfer)
{
	return &transfer->response;
}

void aco_http_release(aco_http *http, aco_http_transfer *transfer)
{
	if (transfer->previous) {
		transfer->previous->next = transfer->next;
	} else {
		http->transfers = transfer->next;
	}

	if (transfer->next) {
		transfer->next->previous = transfer->previous;
	}

	if (!aco_http_is_inherited(http)) {
		curl_multi_remove_handle(http->multi, transfer->easy);
		curl_easy_cleanup(transfer->easy);
	}

	free_transfer(transfer);
}
