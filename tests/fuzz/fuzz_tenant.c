/* The input is an answer of the Commerce Cloud Manager: see answer.h. */
#include "answer.h"
#include "reference_utf8.h"

#include "src/core/services/tenant.h"
#include "src/core/net/url.h"

static void check(const aco_http_response *response, bool allow_http)
{
	aco_tenant tenant = {.ingestion_url = ACO_BUF_INIT};
	aco_error error = {0}, other = {0};

	if (aco_tenant_read(&tenant, response, allow_http, &error)) {
		REQUIRE(response->status == 200);
		REQUIRE(aco_url_check(tenant.ingestion_url.data, allow_http, "it", &other));
		REQUIRE(!tenant.studio_url.data || aco_url_check(tenant.studio_url.data, allow_http, "it", &other));
	} else {
		REQUIRE(error.code != ACO_OK && error.message[0] && reference_is_readable(error.message));
	}
	aco_tenant_free(&tenant);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	aco_http_response response = answer_of(data, size);

	check(&response, false);
	check(&response, true);
	aco_buf_free(&response.body);
	return 0;
}
