/* The input is an answer of IMS: see answer.h. */
#include "answer.h"
#include "reference_utf8.h"

#include "src/core/services/token.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	aco_http_response response = answer_of(data, size);
	aco_token token = {.value = ACO_BUF_INIT};
	aco_error error = {0};
	int64_t now_ms = 1000000;

	if (aco_token_read(&token, &response, now_ms, &error)) {
		REQUIRE(response.status == 200);
		REQUIRE(aco_token_usable(&token, now_ms));
		REQUIRE(strlen(token.value.data) + 1 == token.value.length);
		/* It goes into a header. */
		REQUIRE(reference_is_readable(token.value.data) && !strchr(token.value.data, ' '));
	} else {
		REQUIRE(error.code != ACO_OK && error.message[0] && reference_is_readable(error.message));
		REQUIRE(!aco_token_usable(&token, now_ms));
	}
	aco_token_drop(&token);
	aco_buf_free(&response.body);
	return 0;
}
