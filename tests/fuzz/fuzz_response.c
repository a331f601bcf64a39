/* The input is how many items were sent, by its first byte, then the body of an answer of the ingestion API. */
#include "reference_utf8.h"

#include "src/core/services/feed.h"
#include "src/core/engine/response.h"

static void check_item_errors(const aco_buf *body, size_t sent)
{
	aco_item_error *errors = calloc(sent ? sent : 1, sizeof(*errors));
	size_t count, found = 0;

	REQUIRE(errors);
	count = aco_response_item_errors(body, NULL, errors, sent);
	for (size_t i = 0; i < sent; i++) {
		if (errors[i].message) {
			found++;
			REQUIRE(errors[i].message[0] && reference_is_readable(errors[i].message));
		}
		if (errors[i].field) {
			REQUIRE(errors[i].message && errors[i].field[0] && reference_is_readable(errors[i].field));
		}
		free(errors[i].message);
		free(errors[i].field);
	}
	REQUIRE(count == found);
	free(errors);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	fuzz_input input = {data, size};
	size_t sent = fuzz_byte(&input) * 2;
	aco_buf body = {.length = input.left, .capacity = input.left};
	int64_t accepted = -1;
	char reason[256];

	body.data = malloc(body.length ? body.length : 1);
	REQUIRE(body.data);
	memcpy(body.data, input.at, body.length);
	REQUIRE(!aco_response_accepted(&body, &accepted) || accepted >= 0);
	aco_response_reason(&body, NULL, reason, sizeof(reason));
	REQUIRE(reference_is_readable(reason));
	check_item_errors(&body, sent < ACO_BATCH_LIMIT_MAX ? sent : ACO_BATCH_LIMIT_MAX);
	aco_buf_free(&body);
	return 0;
}
