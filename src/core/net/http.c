/* SPDX-License-Identifier: MIT */
#include "src/core/net/http_private.h"

#include "src/core/base/clock.h"
#include "src/core/base/count.h"
#include "src/core/base/version.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#ifndef _WIN32
# include <unistd.h>
#else
# define getpid() 0
#endif

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

/* Secrets that this request must not reveal: its own, its sender's, and the proxy passwords. */
static bool learn_secrets(const aco_http *http, aco_http_transfer *transfer, const aco_http_request *request)
{
	aco_secrets *secrets = aco_secrets_new();

	transfer->response.secrets = secrets;
	return secrets && learn_proxy(http) && aco_secrets_include(secrets, request->secrets)
		&& aco_secrets_include(secrets, http->secrets) && aco_secrets_add(secrets, request->bearer_token);
}

/* Does not free the handle. */
static void free_transfer(aco_http_transfer *transfer)
{
	aco_http_forget_headers(transfer);
	/* The response may hold a token. */
	aco_buf_wipe(&transfer->response.body);
	aco_buf_free(&transfer->response.links);
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
	if (!transfer->easy || !learn_secrets(http, transfer, request) || !aco_http_add_headers(transfer, request)) {
		goto failure;
	}

	aco_http_set_options(http, transfer, request);

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
	aco_http_add_counts(transfer);
	transfer->curl_message[0] = '\0';
	curl_multi_remove_handle(http->multi, transfer->easy);
	curl_easy_setopt(transfer->easy, CURLOPT_FRESH_CONNECT, 1L);

	return curl_multi_add_handle(http->multi, transfer->easy) == CURLM_OK;
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
			aco_http_finish((aco_http_transfer *) transfer, code);
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
