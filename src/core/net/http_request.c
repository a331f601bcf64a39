/* SPDX-License-Identifier: MIT */
/* What libcurl is told of a request. */
#include "src/core/net/http_private.h"

#include "src/core/net/header.h"

#include <openssl/crypto.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

bool aco_http_add_headers(aco_http_transfer *transfer, const aco_http_request *request)
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

	/* Compression is accepted but not requested: see aco_http_set_receivers(). */
	return add_line(transfer, "Accept-Encoding:") && add_header(transfer, "Accept", "application/json");
}

void aco_http_forget_headers(aco_http_transfer *transfer)
{
	for (struct curl_slist *line = transfer->headers; line; line = line->next) {
		OPENSSL_cleanse(line->data, strlen(line->data));
	}
	curl_slist_free_all(transfer->headers);
	transfer->headers = NULL;
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

void aco_http_set_options(const aco_http *http, aco_http_transfer *transfer, const aco_http_request *request)
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

	if (request->method) {
		curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, request->method);
	}

	aco_http_set_receivers(transfer);
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
