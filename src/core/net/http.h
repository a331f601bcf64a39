/*
 * Requests on one libcurl multi handle. Callbacks only copy bytes into bounded buffers; what an
 * answer means is decided by the caller, after aco_http_run() returned.
 *
 * Servers end kept connections whenever they like. A request that such an end hits before the first
 * byte of its response goes out once more on a fresh connection, and the caller sees one request.
 *
 * A pump belongs to the process that made it: in a forked child its connections are neither used
 * nor closed.
 */
#ifndef ACO_CORE_NET_HTTP_H
#define ACO_CORE_NET_HTTP_H

#include "src/core/base/buf.h"
#include "src/core/base/error.h"
#include "src/core/base/secrets.h"

#include <stdint.h>

typedef struct aco_http_settings {
	/* NULL: libcurl's own. */
	const char *ca_file;
	/* NULL: the environment's; "": none. */
	const char *proxy;
	long connect_timeout_ms;
	long timeout_ms;
	size_t max_response_bytes;
	long max_connections;
} aco_http_settings;

typedef struct aco_http_request {
	const char *url;
	/* NULL: GET. Borrowed until the transfer is freed. */
	const char *body;
	size_t body_length;
	const char *content_type;
	/* NULL: none. */
	const char *content_encoding;
	/* NULL: none. */
	const char *bearer_token;
	/* Value of the Authorization header in place of a token; NULL: none. */
	const char *authorization;
	/* Further header lines, ended by NULL; NULL: none. */
	const char *const *headers;
	/* An earlier attempt of this request had its free one: a kept connection that dies is a failure now. */
	bool reconnected;
	/* What the answer must not show beside `bearer_token` and the proxy's password: a reference is held. NULL: nothing. */
	aco_secrets *secrets;
} aco_http_request;

typedef struct aco_http_response {
	/* 0 when there was no answer; then `error` says why. */
	long status;
	/* What texts out of this answer must not show, see aco_secrets_excerpt(). */
	aco_secrets *secrets;
	aco_buf body;
	char request_id[ACO_REQUEST_ID_SIZE];
	/* What the answer asks to wait; -1: nothing. */
	int64_t retry_after_ms;
	/* Not retryable when another attempt cannot end otherwise. */
	aco_error error;
	int64_t bytes_sent;
	int64_t bytes_received;
	long new_connections;
	/* The request went out a second time, over a connection of its own. */
	bool reconnected;
	double seconds;
	/* When its first bytes were written at the latest, and when it was over; 0: not yet, or never. */
	int64_t left_us;
	int64_t ended_us;
} aco_http_response;

typedef struct aco_http aco_http;
typedef struct aco_http_transfer aco_http_transfer;

bool aco_http_global_init(void);
void aco_http_global_cleanup(void);

/* Whether another attempt would meet this code of libcurl's again. */
bool aco_http_is_permanent(long curl_code);

/* Copies the settings. NULL when memory is short. */
aco_http *aco_http_new(const aco_http_settings *settings);
/* Transfers under way are dropped. */
void aco_http_free(aco_http *http);
/* Drops all transfers and keeps the connections that are idle. */
void aco_http_release_all(aco_http *http);
/* Whether it is one that these settings would make. */
bool aco_http_has_settings(const aco_http *http, const aco_http_settings *settings);

/* True in a process that did not make it. */
bool aco_http_is_inherited(const aco_http *http);

/* `tag` comes back with the finished transfer. NULL when memory is short. */
aco_http_transfer *aco_http_start(aco_http *http, const aco_http_request *request, void *tag);
/* Moves all transfers on, waiting for the network up to `wait_ms`. */
void aco_http_run(aco_http *http, int wait_ms);
/* A finished transfer, or NULL. */
aco_http_transfer *aco_http_finished(aco_http *http);
bool aco_http_is_finished(const aco_http_transfer *transfer);

void *aco_http_tag(const aco_http_transfer *transfer);
/* Whole once the transfer is finished; before, `left_us` only. */
aco_http_response *aco_http_response_of(aco_http_transfer *transfer);
/* A transfer under way is dropped, and its connection with it. */
void aco_http_release(aco_http *http, aco_http_transfer *transfer);

#endif
