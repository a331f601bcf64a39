/* The input is an answer of the asset rules service: see answer.h. */
#include "answer.h"
#include "reference_utf8.h"

#include "src/core/services/registry.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	aco_http_response response = answer_of(data, size);
	aco_registry_outcome outcome;

	aco_registry_read(&outcome, &response);
	REQUIRE(outcome.count <= ACO_REGISTRY_MAX_ERRORS);
	REQUIRE(outcome.verdict != ACO_REGISTRY_REGISTERED || outcome.tenant_id[0]);
	REQUIRE(outcome.verdict <= ACO_REGISTRY_EXISTS || (outcome.error.code != ACO_OK && outcome.error.message[0]));
	REQUIRE(reference_is_readable(outcome.tenant_id));
	for (size_t i = 0; i < outcome.count; i++) {
		REQUIRE(reference_is_readable(outcome.errors[i].message) && reference_is_readable(outcome.errors[i].path));
	}
	aco_buf_free(&response.body);
	return 0;
}
