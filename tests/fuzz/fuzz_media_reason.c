/* The input is an answer of Commerce. */
#include "reference_utf8.h"

#include "src/core/services/media.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const long statuses[] = {200, 400, 401, 403, 404, 408, 429, 500, 503};
	static const size_t sizes[] = {1, 2, 16, 256, 1024};
	fuzz_input input = {data, size};
	aco_http_response response = {.status = statuses[fuzz_byte(&input) % (sizeof(statuses) / sizeof(statuses[0]))]};
	aco_attempt attempt = {.status = response.status, .sent = 1, .retry_after_ms = -1};
	size_t room = sizes[fuzz_byte(&input) % (sizeof(sizes) / sizeof(sizes[0]))];
	aco_item_error *errors = NULL;
	char *reason = malloc(room);
	const char *advice;

	REQUIRE(reason);
	response.body = (aco_buf) {.length = input.left, .capacity = input.left};
	response.body.data = malloc(input.left ? input.left : 1);
	REQUIRE(response.body.data);
	memcpy(response.body.data, input.at, input.left);
	aco_media_reason(&response.body, NULL, reason, room);
	REQUIRE(strlen(reason) < room && reference_is_readable(reason));
	aco_media.read(&response, &attempt, &errors);
	REQUIRE(!errors);
	REQUIRE(aco_media.judge(&attempt) != ACO_VERDICT_DELIVERED || response.status == 200);
	advice = aco_media.advise(&attempt);
	REQUIRE(!advice || strncmp(advice, "; ", 2) == 0);
	free(reason);
	aco_buf_free(&response.body);
	return 0;
}
