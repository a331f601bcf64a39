/* The input is an answer of the asset rules service: see answer.h. */
#include "answer.h"
#include "reference_utf8.h"

#include "src/core/services/registry.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	aco_http_response response = answer_of(data, size);
	aco_registry_answer answer;

	aco_registry_read(&answer, &response);
	REQUIRE(answer.count <= ACO_REGISTRY_MAX_ERRORS);
	REQUIRE(answer.verdict != ACO_REGISTRY_REGISTERED || answer.tenant_id[0]);
	REQUIRE(answer.verdict <= ACO_REGISTRY_EXISTS || (answer.error.code != ACO_OK && answer.error.message[0]));
	REQUIRE(reference_is_readable(answer.tenant_id));
	for (size_t i = 0; i < answer.count; i++) {
		REQUIRE(reference_is_readable(answer.errors[i].message) && reference_is_readable(answer.errors[i].path));
	}
	aco_buf_free(&response.body);
	return 0;
}
