/* SPDX-License-Identifier: MIT */
#include "src/php/discovery.h"

#include "php_aco.h"
#include "src/php/exceptions.h"
#include "src/php/exchange.h"
#include "src/core/services/tenant.h"
#include "src/core/services/token.h"

/* What has to be freed when the time limit or a signal handler ends a wait by a bailout. */
typedef struct discovering {
	const php_aco_discovery *discovery;
	aco_http *http;
	aco_secrets *secrets;
	aco_buf form;
	aco_buf tenant_address;
	aco_token token;
	aco_tenant tenant;
	/* First those of the token, then those of the tenant. */
	php_aco_exchange_retries retries;
} discovering;

/* Waits for the next attempt after a failed one. False with an exception pending when there is none. */
static bool is_repeated(discovering *run, aco_error *error)
{
	php_aco_exchange_next next = php_aco_exchange_again(run->http, &run->retries, error->retryable);

	if (next == PHP_ACO_EXCHANGE_OVER) {
		php_aco_throw_error(error);
	}
	return next == PHP_ACO_EXCHANGE_AGAIN;
}

static bool fetch_token(discovering *run)
{
	const php_aco_exchange_client client = {
		.token_url = run->discovery->ims_url,
		.client_id = run->discovery->client_id,
		.client_secret = run->discovery->client_secret,
		.scope = run->discovery->scope,
		.secrets = run->secrets,
	};
	aco_error error;

	if (!php_aco_exchange_retries_init(&run->retries, NULL)) {
		return false;
	}

	for (;;) {
		if (php_aco_exchange_token(run->http, &client, &run->form, &run->token, &run->retries, &error)) {
			return true;
		}
		if (error.code == ACO_OK || !is_repeated(run, &error)) {
			return false;
		}
	}
}

/* Makes one attempt. False with an error or, when that is ACO_OK, with an exception pending. */
static bool ask_for_tenant(discovering *run, const aco_http_request *request, aco_error *error)
{
	aco_http_transfer *transfer = php_aco_exchange(run->http, request, &run->retries);
	bool read;

	memset(error, 0, sizeof(*error));
	if (!transfer) {
		return false;
	}
	read = aco_tenant_read(&run->tenant, aco_http_response_of(transfer), ACO_G(allow_http), error);
	aco_http_release(run->http, transfer);
	return read;
}

static bool fetch_tenant(discovering *run)
{
	const php_aco_discovery *discovery = run->discovery;
	aco_http_request request = {0};
	aco_error error;

	if (!php_aco_exchange_retries_init(&run->retries, NULL)) {
		return false;
	}

	if (!aco_tenant_address(&run->tenant_address, discovery->ccm_url, discovery->tenant_id, discovery->org_id)) {
		php_aco_throw_memory();
		return false;
	}

	request.url = run->tenant_address.data;
	request.bearer_token = run->token.value.data;
	request.secrets = run->secrets;

	for (;;) {
		if (ask_for_tenant(run, &request, &error)) {
			return true;
		}
		if (error.code == ACO_OK || !is_repeated(run, &error)) {
			return false;
		}
	}
}

static zend_string *php_aco_discovery_copy_text(const aco_buf *text)
{
	return text->data ? zend_string_init(text->data, strlen(text->data), false) : NULL;
}

static void php_aco_discovery_end(discovering *run)
{
	/* First: its transfers borrow from the rest. */
	aco_http_free(run->http);
	aco_secrets_release(run->secrets);
	aco_buf_wipe(&run->form);
	aco_buf_free(&run->tenant_address);
	aco_token_drop(&run->token);
	aco_tenant_free(&run->tenant);
}

bool php_aco_discover(php_aco_discovery *discovery)
{
	discovering run = {.discovery = discovery, .http = aco_http_new(&discovery->http), .secrets = aco_secrets_new()};
	volatile bool found = false;

	if (!run.http || !run.secrets) {
		php_aco_discovery_end(&run);
		php_aco_throw_memory();
		return false;
	}

	zend_try {
		found = fetch_token(&run) && fetch_tenant(&run);
	} zend_catch {
		php_aco_discovery_end(&run);
		zend_bailout();
	} zend_end_try();

	if (found) {
		discovery->ingestion_url = php_aco_discovery_copy_text(&run.tenant.ingestion_url);
		discovery->studio_url = php_aco_discovery_copy_text(&run.tenant.studio_url);
	}

	php_aco_discovery_end(&run);
	return found;
}
