/* One request and its answer, for what is asked once in a while: waits in slices, so that signals and time limits are seen. */
#ifndef PHP_ACO_EXCHANGE_H
#define PHP_ACO_EXCHANGE_H

#include "php_aco_lifetime.h"
#include "src/core/aco_token.h"

/*
 * The finished transfer, to be released; NULL with an exception pending. The pump belongs to an object, or to a frame that
 * catches bailouts.
 */
aco_http_transfer *php_aco_exchange(aco_http *http, const aco_http_request *request);
/* Who asks for a token, and where; all borrowed. */
typedef struct php_aco_exchange_client {
	const char *token_url;
	const char *client_id;
	const char *client_secret;
	const char *scope;
	/* Learns the client secret and the token. */
	aco_secrets *secrets;
} php_aco_exchange_client;

/*
 * Asks for a token; `form` is room for the request, to be wiped by who owns it. False with a reason, or, when that is ACO_OK, with
 * an exception pending.
 */
bool php_aco_exchange_token(aco_http *http, const php_aco_exchange_client *client, aco_buf *form, aco_token *token, aco_error *error);

/* The attempts of one request. */
typedef struct php_aco_exchange_retries {
	unsigned max_attempts;
	int64_t budget_ms;
	unsigned failures;
	int64_t first_failure_ms;
} php_aco_exchange_retries;

/* After a trouble that may pass: how long to wait before the next attempt; -1: there is none. */
int64_t php_aco_exchange_retry_ms(php_aco_exchange_retries *retries, int64_t retry_after_ms);

/* False with an exception pending. */
bool php_aco_exchange_pause(aco_http *http, int64_t milliseconds);

/* What an object asks with, one call at a time; zeroed memory of the object, so that it is closed after a bailout, too. */
typedef struct php_aco_asker {
	aco_http *http;
	php_aco_guard guard;
} php_aco_asker;

/* Begins a call of `object`, in this process; false with an exception pending when another one waits. */
bool php_aco_asker_enter(php_aco_asker *asker, const zend_object *object, const aco_http_settings *settings);
/* Ends what was entered. */
void php_aco_asker_leave(php_aco_asker *asker);
/* Transfers under way are dropped: free what they borrow from afterwards. */
void php_aco_asker_close(php_aco_asker *asker);

#endif
