#include "php_aco_exchange.h"

#include "php_aco.h"
#include "php_aco_exceptions.h"
#include "php_aco_wait.h"
#include "src/core/aco_clock.h"
#include "src/core/aco_outcome.h"

#include <openssl/rand.h>

static aco_http_pool *pool(void)
{
	return ACO_G(persistent) ? &ACO_G(pool) : NULL;
}

bool php_aco_asker_enter(php_aco_asker *asker, const zend_object *object, const aco_http_settings *settings)
{
	/* Of the call that waits, also in a forked child, where its frame is still to end. */
	if (php_aco_guard_is_taken(&asker->guard)) {
		zend_throw_error(NULL, "%s waits for an answer already; use another object to ask meanwhile", ZSTR_VAL(object->ce->name));
		return false;
	}
	if (asker->http && aco_http_is_inherited(asker->http)) {
		aco_http_free(asker->http);
		asker->http = NULL;
	}
	if (!asker->http && !(asker->http = aco_http_pool_take(pool(), settings))) {
		php_aco_throw_memory();
		return false;
	}
	php_aco_guard_enter(&asker->guard);
	return true;
}

void php_aco_asker_leave(php_aco_asker *asker)
{
	php_aco_guard_leave(&asker->guard);
}

void php_aco_asker_close(php_aco_asker *asker)
{
	if (asker->http) {
		aco_http_pool_give(pool(), asker->http);
		asker->http = NULL;
	}
}

/* Runs the pump, then what signals and time limits want. False with an exception pending. */
static bool wait_for(aco_http *http, int milliseconds)
{
	aco_http_run(http, milliseconds);
	if (!php_aco_handle_interrupt()) {
		return false;
	}
	/* A handler may have forked. The pump is at rest in the child, so that nothing would ever come. */
	if (aco_http_is_inherited(http)) {
		php_aco_throw_argument("the request belongs to the parent process: a forked child starts its own");
		return false;
	}
	return true;
}

aco_http_transfer *php_aco_exchange(aco_http *http, const aco_http_request *request)
{
	aco_http_transfer *transfer = aco_http_start(http, request, NULL);

	if (!transfer) {
		php_aco_throw_memory();
		return NULL;
	}
	while (!aco_http_is_finished(transfer)) {
		if (!wait_for(http, PHP_ACO_WAIT_SLICE_MS)) {
			aco_http_release(http, transfer);
			return NULL;
		}
	}
	return transfer;
}

bool php_aco_exchange_token(aco_http *http, const php_aco_exchange_client *client, aco_buf *form, aco_token *token, aco_error *error)
{
	aco_http_transfer *transfer;
	aco_http_request request = {
		.url = client->token_url,
		.content_type = "application/x-www-form-urlencoded",
		.secrets = client->secrets,
	};
	bool read;

	memset(error, 0, sizeof(*error));
	if (!client->secrets || !aco_secrets_add(client->secrets, client->client_secret)
			|| !aco_token_request_form(form, client->client_id, client->client_secret, client->scope)) {
		php_aco_throw_memory();
		return false;
	}
	request.body = form->data;
	request.body_length = form->length - 1;
	transfer = php_aco_exchange(http, &request);
	if (!transfer) {
		return false;
	}
	read = aco_token_read(token, aco_http_answer(transfer), aco_clock_ms(), error);
	aco_http_release(http, transfer);
	if (read && !aco_secrets_add_token(client->secrets, token->value.data)) {
		php_aco_throw_memory();
		return false;
	}
	return read;
}

int64_t php_aco_exchange_retry_ms(php_aco_exchange_retries *retries, int64_t retry_after_ms)
{
	int64_t now_ms = aco_clock_ms();
	uint32_t random = 0;
	aco_attempt attempt = {
		.retry_after_ms = retry_after_ms,
		.failures = retries->failures,
		.max_attempts = retries->max_attempts,
		.elapsed_ms = retries->failures > 0 ? now_ms - retries->first_failure_ms : 0,
		.retry_budget_ms = retries->budget_ms,
	};
	aco_outcome outcome;

	RAND_bytes((unsigned char *) &random, sizeof(random));
	attempt.random = (double) random / 4294967296.0;
	outcome = aco_outcome_of(ACO_VERDICT_PASSING, &attempt);
	if (retries->failures++ == 0) {
		retries->first_failure_ms = now_ms;
	}
	return outcome.action == ACO_ACTION_REPEAT ? outcome.delay_ms : -1;
}

bool php_aco_exchange_pause(aco_http *http, int64_t milliseconds)
{
	int64_t end_ms = aco_clock_ms() + milliseconds, left_ms;

	while ((left_ms = end_ms - aco_clock_ms()) > 0) {
		if (!wait_for(http, (int) (left_ms < PHP_ACO_WAIT_SLICE_MS ? left_ms : PHP_ACO_WAIT_SLICE_MS))) {
			return false;
		}
	}
	return true;
}
