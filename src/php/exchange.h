/* SPDX-License-Identifier: MIT */
/* A request and its response, for occasional requests. Waits in slices, so that signals and time limits are noticed. */
#ifndef ACO_PHP_EXCHANGE_H
#define ACO_PHP_EXCHANGE_H

#include "src/php/lifetime.h"
#include "src/core/services/token.h"

/* The attempts of one request. */
typedef struct php_aco_exchange_retries {
	unsigned max_attempts;
	int64_t budget_ms;
	/* As in aco_attempt. */
	unsigned failures;
	unsigned throttles;
	int64_t first_failure_ms;
	/* Status of the last response (0: there was none), and the wait that it asks for. */
	long status;
	int64_t retry_after_ms;
	/* As in aco_http_request. */
	bool reconnected;
} php_aco_exchange_retries;

/* Takes the retry settings from Limits (NULL: the defaults). False with an exception pending. */
bool php_aco_exchange_retries_init(php_aco_exchange_retries *retries, zend_object *limits);

/*
 * Makes one attempt and returns the finished transfer, to be released; NULL with an exception pending. The HTTP
 * handle belongs to an object, or to a frame that catches bailouts.
 */
aco_http_transfer *php_aco_exchange(aco_http *http, const aco_http_request *request, php_aco_exchange_retries *retries);

/* Runs the HTTP handle, then handles signals and time limits. False with an exception pending. */
bool php_aco_exchange_wait(aco_http *http, int milliseconds);
/* After an attempt that failed for a transient reason: how long to wait for the next one; -1: there is none. */
int64_t php_aco_exchange_delay_ms(php_aco_exchange_retries *retries);

typedef enum php_aco_exchange_next {
	/* The wait is over: make another attempt. */
	PHP_ACO_EXCHANGE_AGAIN,
	/* No attempts are left. */
	PHP_ACO_EXCHANGE_OVER,
	/* An exception is pending. */
	PHP_ACO_EXCHANGE_ENDED
} php_aco_exchange_next;

/* After an attempt that failed; waits until the next one may be made. */
php_aco_exchange_next php_aco_exchange_again(aco_http *http, php_aco_exchange_retries *retries, bool retryable);

/* The client that asks for a token, and the address; all borrowed. */
typedef struct php_aco_exchange_client {
	const char *token_url;
	const char *client_id;
	const char *client_secret;
	const char *scope;
	/* Learns the client secret and the token. */
	aco_secrets *secrets;
} php_aco_exchange_client;

/*
 * Makes one attempt to get a token; `form` is room for the request, to be wiped by its owner. False with a reason
 * or, when that is ACO_OK, with an exception pending.
 */
bool php_aco_exchange_token(aco_http *http, const php_aco_exchange_client *client, aco_buf *form, aco_token *token,
	php_aco_exchange_retries *retries, aco_error *error);

/*
 * The HTTP handle of an object that makes one call at a time; zeroed memory of the object,
 * so that it is closed even after a bailout.
 */
typedef struct php_aco_requester {
	aco_http *http;
	php_aco_guard guard;
} php_aco_requester;

/* Begins a call of `object` in this process; false with an exception pending while another call waits. */
bool php_aco_requester_enter(
	php_aco_requester *requester, const zend_object *object, const aco_http_settings *settings);
/* Ends what was entered. */
void php_aco_requester_leave(php_aco_requester *requester);
/* Drops transfers in flight: free what they borrow afterwards. */
void php_aco_requester_close(php_aco_requester *requester);

#endif
