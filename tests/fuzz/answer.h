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
	aco_http_response response = {.status = 200, .retry_after_ms = -1};
	uint8_t choice = fuzz_byte(&input);

	/* Letters, such as a body starts with, are 200. */
	if (choice < sizeof(statuses) / sizeof(statuses[0])) {
		response.status = statuses[choice];
	} else if (size > 0) {
		input = (fuzz_input) {data, size};
	}
	if (response.status == 0) {
		aco_error_set(&response.error, ACO_E_TRANSPORT, true, "the connection was cut");
	}
	response.body.length = response.body.capacity = input.left;
	response.body.data = malloc(input.left ? input.left : 1);
	REQUIRE(response.body.data);
	memcpy(response.body.data, input.at, input.left);
	return response;
}

#endif
