/* The input is an answer of the Edge Network. */
#include "reference_utf8.h"

#include "src/core/services/edge.h"
#include "src/core/services/edge_problem.h"

/* Judges the answer as one to a request of `sent` events. */
static void check_answer(const aco_http_response *response, size_t sent)
{
	aco_attempt attempt = {.status = response->status, .sent = sent, .retry_after_ms = -1};
	aco_item_error *errors = NULL;

	aco_edge.read(response, &attempt, &errors);
	REQUIRE(!errors);
	if (aco_edge.judge(&attempt) == ACO_VERDICT_SUSPECT) {
		REQUIRE(attempt.suspects > 0 && attempt.suspects < sent && attempt.suspect + attempt.suspects <= sent);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const long statuses[] = {200, 202, 207, 400, 401, 403, 408, 413, 422, 429, 500, 503};
	fuzz_input input = {data, size};
	aco_http_response response = {.status = statuses[fuzz_byte(&input) % (sizeof(statuses) / sizeof(statuses[0]))]};
	size_t sent = 1 + fuzz_byte(&input);
	char reason[256];

	response.body = (aco_buf) {.length = input.left, .capacity = input.left};
	response.body.data = malloc(input.left ? input.left : 1);
	REQUIRE(response.body.data);
	memcpy(response.body.data, input.at, input.left);
	aco_edge_problem_reason(&response.body, NULL, reason, sizeof(reason));
	REQUIRE(reference_is_readable(reason) && !memchr(reason, '@', strlen(reason)));
	check_answer(&response, sent);
	aco_buf_free(&response.body);
	return 0;
}
