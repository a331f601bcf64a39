/* An answer of a service from an input: its status by the first byte, the rest is its body. */
#ifndef ANSWER_H
#define ANSWER_H

#include "fuzz.h"

#include "src/core/net/http.h"

/* aco_buf_free() its body. */
static inline aco_http_response answer_of(const uint8_t *data, size_t size)
{
	static const long statuses[] = {200, 0, 400, 401, 403, 404, 408, 429, 500, 503, 301};
	fuzz_input input = {data, size};
	aco_http_response answer = {.status = 200, .retry_after_ms = -1};
	uint8_t choice = fuzz_byte(&input);

	/* Letters, such as a body starts with, are 200. */
	if (choice < sizeof(statuses) / sizeof(statuses[0])) {
		answer.status = statuses[choice];
	} else if (size > 0) {
		input = (fuzz_input) {data, size};
	}
	if (answer.status == 0) {
		aco_error_set(&answer.error, ACO_E_TRANSPORT, true, "the connection was cut");
	}
	answer.body.length = answer.body.capacity = input.left;
	answer.body.data = malloc(input.left ? input.left : 1);
	REQUIRE(answer.body.data);
	memcpy(answer.body.data, input.at, input.left);
	return answer;
}

#endif
