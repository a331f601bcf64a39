/* SPDX-License-Identifier: MIT */
#include "src/php/exchange.h"

#include "php_aco.h"
#include "src/core/base/random.h"
#include "src/php/exceptions.h"
#include "src/php/limits.h"
#include "src/php/wait.h"
#include "src/core/base/clock.h"
#include "src/core/engine/outcome.h"


static aco_http_pool *php_aco_exchange_pool(void)
{
	return ACO_G(persistent) ? &ACO_G(pool) : NULL;
}

bool php_aco_requester_enter(php_aco_requester *requester, const zend_object *object, const aco_http_settings *settings)
{
	/* The guard belongs to the waiting call, also in a forked child, where its frame has not ended yet. */
	if (php_aco_guard_is_taken(&requester->guard)) {
		zend_throw_error(NULL, "%s is already waiting for a response; use another object to ask meanwhile",
			ZSTR_VAL(object->ce->name));
		return false;
	}

	if (requester->http && aco_http_is_inherited(requester->http)) {
		aco_http_free(requester->http);
		requester->http = NULL;
	}

	if (!requester->http && !(requester->http = aco_http_pool_take(php_aco_exchange_pool(), settings))) {
		php_aco_throw_memory();
		return false;
	}

	php_aco_guard_enter(&requester->guard);
	return true;
}

void php_aco_requester_leave(php_aco_requester *requester)
{
	php_aco_guard_leave(&requester->guard);
}

void php_aco_requester_close(php_aco_requester *requester)
{
	if (requester->http) {
		aco_http_pool_give(php_aco_exchange_pool(), requester->http);
		requester->http = NULL;
	}
}

bool php_aco_exchange_wait(aco_http *http, int milliseconds)
{
	aco_http_run(http, milliseconds);
	if (!php_aco_handle_interrupt()) {
		return false;
	}
	/* A handler may have forked. The HTTP handle is inactive in the child, so nothing would ever arrive. */
	if (aco_http_is_inherited(http)) {
		php_aco_throw_argument("the request belongs to the parent process: a forked child starts its own");
		return false;
	}
	return true;
}

bool php_aco_exchange_retries_init(php_aco_exchange_retries *retries, zend_object *limits)
{
	aco_engine_settings settings;

	if (!php_aco_limits_settings(limits, &settings)) {
		return false;
	}
	*retries = (php_aco_exchange_retries) {
		.max_attempts = settings.max_attempts,
		.budget_ms = settings.retry_budget_ms,
	};
	return true;
}

aco_http_transfer *php_aco_exchange(aco_http *http, const aco_http_request *request, php_aco_exchange_retries *retries)
{
	aco_http_request attempt = *request;
	const aco_http_response *response;
	aco_http_transfer *transfer;

	attempt.reconnected = retries->reconnected;
	transfer = aco_http_start(http, &attempt, NULL);
	if (!transfer) {
		php_aco_throw_memory();
		return NULL;
	}

	while (!aco_http_is_finished(transfer)) {
		if (!php_aco_exchange_wait(http, PHP_ACO_WAIT_SLICE_MS)) {
			aco_http_release(http, transfer);
			return NULL;
		}
	}

	response = aco_http_response_of(transfer);
	retries->status = response->status;
	retries->retry_after_ms = response->retry_after_ms;
	retries->reconnected |= response->reconnected;

	return transfer;
}

bool php_aco_exchange_token(aco_http *http, const php_aco_exchange_client *client, aco_buf *form, aco_token *token,
	php_aco_exchange_retries *retries, aco_error *error)
{
	aco_http_transfer *transfer;
	aco_http_request request = {
		.url = client->token_url,
		.content_type = "application/x-www-form-urlencoded",
		.secrets = client->secrets,
	};
	bool read;

	memset(error, 0, sizeof(*error));
	aco_buf_wipe(form);

	if (!client->secrets || !aco_secrets_add(client->secrets, client->client_secret)
			|| !aco_token_request_form(form, client->client_id, client->client_secret, client->scope)) {
		php_aco_throw_memory();
		return false;
	}

	request.body = form->data;
	request.body_length = form->length - 1;
	transfer = php_aco_exchange(http, &request, retries);
	if (!transfer) {
		return false;
	}

	read = aco_token_read(token, aco_http_response_of(transfer), aco_clock_ms(), error);
	aco_http_release(http, transfer);

	if (read && !aco_secrets_add_token(client->secrets, token->value.data)) {
		php_aco_throw_memory();
		return false;
	}

	return read;
}

int64_t php_aco_exchange_delay_ms(php_aco_exchange_retries *retries)
{
	int64_t now_ms = aco_clock_ms();
	aco_attempt attempt = {
		.status = retries->status,
		.retry_after_ms = retries->retry_after_ms,
		.failures = retries->failures,
		.throttles = retries->throttles,
		.max_attempts = retries->max_attempts,
		.elapsed_ms = retries->first_failure_ms > 0 ? now_ms - retries->first_failure_ms : 0,
		.retry_budget_ms = retries->budget_ms,
		.random = aco_random_fraction(),
	};
	bool throttled = aco_verdict_of_status(&attempt) == ACO_VERDICT_THROTTLED;
	aco_outcome outcome;

	outcome = aco_outcome_of(throttled ? ACO_VERDICT_THROTTLED : ACO_VERDICT_TRANSIENT, &attempt);
	retries->failures = outcome.failures;
	retries->throttles = outcome.throttles;
	if (retries->first_failure_ms == 0) {
		retries->first_failure_ms = now_ms;
	}

	return outcome.action == ACO_ACTION_REPEAT ? outcome.delay_ms : -1;
}

php_aco_exchange_next php_aco_exchange_again(aco_http *http, php_aco_exchange_retries *retries, bool retryable)
{
	int64_t delay_ms = retryable ? php_aco_exchange_delay_ms(retries) : -1, end_ms = aco_clock_ms() + delay_ms, left_ms;

	if (delay_ms < 0) {
		return PHP_ACO_EXCHANGE_OVER;
	}
	while ((left_ms = end_ms - aco_clock_ms()) > 0) {
		if (!php_aco_exchange_wait(
				http, (int) (left_ms < PHP_ACO_WAIT_SLICE_MS ? left_ms : PHP_ACO_WAIT_SLICE_MS))) {
			return PHP_ACO_EXCHANGE_ENDED;
		}
	}
	return PHP_ACO_EXCHANGE_AGAIN;
}
