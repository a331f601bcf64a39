/* SPDX-License-Identifier: MIT */
/*
 * Requests on one libcurl multi handle. Callbacks only copy bytes into bounded buffers; the caller decides what a
 * response means, after aco_http_run() has returned.
 *
 * Servers close kept-alive connections at any time. A request that is hit by this before the first byte of its
 * response is resent once on a fresh connection, and the caller sees a single request.
 *
 * An HTTP handle belongs to the process that made it: a forked child neither uses nor closes its connections.
 */
#ifndef ACO_CORE_NET_HTTP_H
#define ACO_CORE_NET_HTTP_H

#include "src/core/base/buf.h"
#include "src/core/base/error.h"
#include "src/core/base/secrets.h"

#include <stdint.h>

typedef struct aco_http_settings {
	/* NULL: libcurl's default. */
	const char *ca_file;
	/* NULL: from the environment; "": none. */
	const char *proxy;
	long connect_timeout_ms;
	long timeout_ms;
	size_t max_response_bytes;
	long max_connections;
} aco_http_settings;

typedef struct aco_http_request {
	const char *url;
	/* NULL: POST, or GET without a body. */
	const char *method;
	/* NULL: GET. Borrowed until the transfer is freed. */
	const char *body;
	size_t body_length;
	const char *content_type;
	/* NULL: none. */
	const char *content_encoding;
	/* NULL: none. */
	const char *bearer_token;
	/* Value of the Authorization header, instead of a token; NULL: none. */
	const char *authorization;
	/* Further header lines, NULL-terminated; NULL: none. */
	const char *const *headers;
	/* The free attempt of this request was already used: a kept-alive connection that dies is now a failure. */
	bool reconnected;
	/*
	 * Secrets that the response must not show, besides `bearer_token` and the proxy's
	 * password; a reference is held. NULL: none.
	 */
	aco_secrets *secrets;
} aco_http_request;

typedef struct aco_http_response {
	/* 0: there was no response; `error` says why. */
	long status;
	/* Secrets that texts from this response must not show, see aco_secrets_excerpt(). */
	aco_secrets *secrets;
	aco_buf body;
	/* The values of all Link headers, joined by ", "; for parsing, never shown. */
	aco_buf links;
	char request_id[ACO_REQUEST_ID_SIZE];
	/* The wait that the response asks for; -1: none. */
	int64_t retry_after_ms;
	/* Not retryable when another attempt would fail as well. */
	aco_error error;
	int64_t bytes_sent;
	int64_t bytes_received;
	long new_connections;
	/* The request was resent on a connection of its own. */
	bool reconnected;
	double seconds;
	/* When its first bytes were written at the latest, and when it ended; 0: not yet, or never. */
	int64_t left_us;
	int64_t ended_us;
} aco_http_response;

typedef struct aco_http aco_http;
typedef struct aco_http_transfer aco_http_transfer;

bool aco_http_global_init(void);
void aco_http_global_cleanup(void);

/* Whether another attempt would fail with the same libcurl code. */
bool aco_http_is_permanent(long curl_code);

/* Copies the settings. NULL when out of memory. */
aco_http *aco_http_new(const aco_http_settings *settings);
/* Drops transfers in flight. */
void aco_http_free(aco_http *http);
/* Drops all transfers and keeps idle connections. */
void aco_http_release_all(aco_http *http);
/* Whether the handle was made with these settings. */
bool aco_http_has_settings(const aco_http *http, const aco_http_settings *settings);

/* True in a process that did not make the handle. */
bool aco_http_is_inherited(const aco_http *http);

/* `tag` is returned with the finished transfer. NULL when out of memory. */
aco_http_transfer *aco_http_start(aco_http *http, const aco_http_request *request, void *tag);
/* Advances all transfers; waits up to `wait_ms` for the network. */
void aco_http_run(aco_http *http, int wait_ms);
/* A finished transfer, or NULL. */
aco_http_transfer *aco_http_finished(aco_http *http);
bool aco_http_is_finished(const aco_http_transfer *transfer);

void *aco_http_tag(const aco_http_transfer *transfer);
/* Complete once the transfer is finished; before that, only `left_us` is valid. */
aco_http_response *aco_http_response_of(aco_http_transfer *transfer);
/* Drops a transfer in flight together with its connection. */
void aco_http_release(aco_http *http, aco_http_transfer *transfer);

#endif
