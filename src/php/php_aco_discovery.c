#include "php_aco_discovery.h"

#include "php_aco.h"
#include "php_aco_exceptions.h"
#include "php_aco_exchange.h"
#include "src/core/aco_tenant.h"
#include "src/core/aco_token.h"

static bool fetch_token(aco_http *http, const php_aco_discovery *discovery, aco_token *token)
{
	const php_aco_exchange_client client = {
		.token_url = discovery->ims_url,
		.client_id = discovery->client_id,
		.client_secret = discovery->client_secret,
		.scope = discovery->scope,
	};
	aco_buf form = ACO_BUF_INIT;
	aco_error error;
	bool fetched = php_aco_exchange_token(http, &client, &form, token, &error);

	if (!fetched && error.code != ACO_OK) {
		php_aco_throw_error(&error);
	}
	aco_buf_wipe(&form);
	return fetched;
}

static bool fetch_tenant(aco_http *http, const php_aco_discovery *discovery, const aco_token *token, aco_tenant *tenant)
{
	aco_http_transfer *transfer = NULL;
	aco_http_request request = {0};
	aco_buf url = ACO_BUF_INIT;
	aco_error error;
	bool read = false;

	if (aco_tenant_address(&url, discovery->ccm_url, discovery->tenant_id, discovery->org_id)) {
		request.url = url.data;
		request.bearer_token = token->value.data;
		transfer = php_aco_exchange(http, &request);
	} else {
		php_aco_throw_memory();
	}
	if (transfer) {
		read = aco_tenant_read(tenant, aco_http_answer(transfer), ACO_G(allow_http), &error);
		if (!read) {
			aco_error_redact(&error, discovery->client_secret);
			aco_error_redact(&error, token->value.data);
			php_aco_throw_error(&error);
		}
		aco_http_release(http, transfer);
	}
	aco_buf_free(&url);
	return read;
}

static zend_string *copy_text(const aco_buf *text)
{
	return text->data ? zend_string_init(text->data, strlen(text->data), false) : NULL;
}

bool php_aco_discover(php_aco_discovery *discovery)
{
	aco_tenant tenant = {ACO_BUF_INIT, ACO_BUF_INIT};
	aco_http *http = aco_http_new(&discovery->http);
	aco_token token = {0};
	volatile bool found = false;

	if (!http) {
		php_aco_throw_memory();
		return false;
	}
	zend_try {
		found = fetch_token(http, discovery, &token) && fetch_tenant(http, discovery, &token, &tenant);
	} zend_catch {
		aco_http_free(http);
		zend_bailout();
	} zend_end_try();
	if (found) {
		discovery->ingestion_url = copy_text(&tenant.ingestion_url);
		discovery->studio_url = copy_text(&tenant.studio_url);
	}
	aco_token_drop(&token);
	aco_tenant_free(&tenant);
	aco_http_free(http);
	return found;
}
