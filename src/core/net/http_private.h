/* SPDX-License-Identifier: MIT */
/* Shared by the files of the HTTP handle. */
#ifndef ACO_CORE_NET_HTTP_PRIVATE_H
#define ACO_CORE_NET_HTTP_PRIVATE_H

#include "src/core/net/http.h"

#include <curl/curl.h>

#define ACO_HTTP_DATE_SIZE 64

struct aco_http_transfer {
	CURL *easy;
	struct curl_slist *headers;
	void *tag;
	bool finished;
	bool may_reconnect;
	bool too_large;
	/* Between the status line and the blank line that ends the headers; trailers come later. */
	bool reads_headers;
	size_t header_bytes;
	size_t max_response_bytes;
	aco_buf request_id;
	char retry_after[ACO_HTTP_DATE_SIZE];
	char date[ACO_HTTP_DATE_SIZE];
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

/* False when out of memory. */
bool aco_http_add_headers(aco_http_transfer *transfer, const aco_http_request *request);
/* Overwrites them, as they hold secrets. */
void aco_http_forget_headers(aco_http_transfer *transfer);
/* After the headers. */
void aco_http_set_options(const aco_http *http, aco_http_transfer *transfer, const aco_http_request *request);

/* Makes libcurl hand the response to the transfer. */
void aco_http_set_receivers(aco_http_transfer *transfer);
/* Adds libcurl's counters since the transfer was handed over. */
void aco_http_add_counts(aco_http_transfer *transfer);
/* Completes the response. */
void aco_http_finish(aco_http_transfer *transfer, CURLcode code);

#endif
