#include "php_aco_exchange.h"

#include "php_aco.h"
#include "php_aco_exceptions.h"
#include "php_aco_wait.h"
#include "src/core/aco_clock.h"

static aco_http_pool *pool(void)
{
	return ACO_G(persistent) ? &ACO_G(pool) : NULL;
}

bool php_aco_exchange_ready(aco_http **http, const aco_http_settings *settings)
{
	if (*http && aco_http_is_inherited(*http)) {
		aco_http_free(*http);
		*http = NULL;
	}
	if (!*http && !(*http = aco_http_pool_take(pool(), settings))) {
		php_aco_throw_memory();
	}
	return *http != NULL;
}

void php_aco_exchange_end(aco_http *http)
{
	if (http) {
		aco_http_pool_give(pool(), http);
	}
}

aco_http_transfer *php_aco_exchange(aco_http *http, const aco_http_request *request)
{
	aco_http_transfer *transfer = aco_http_start(http, request, NULL);

	if (!transfer) {
		php_aco_throw_memory();
		return NULL;
	}
	while (!aco_http_is_finished(transfer)) {
		aco_http_run(http, PHP_ACO_WAIT_SLICE_MS);
		if (!php_aco_handle_interrupt()) {
			aco_http_release(http, transfer);
			return NULL;
		}
	}
	return transfer;
}

bool php_aco_exchange_pause(aco_http *http, int64_t milliseconds)
{
	int64_t end_ms = aco_clock_ms() + milliseconds, left_ms;

	while ((left_ms = end_ms - aco_clock_ms()) > 0) {
		aco_http_run(http, (int) (left_ms < PHP_ACO_WAIT_SLICE_MS ? left_ms : PHP_ACO_WAIT_SLICE_MS));
		if (!php_aco_handle_interrupt()) {
			return false;
		}
	}
	return true;
}
