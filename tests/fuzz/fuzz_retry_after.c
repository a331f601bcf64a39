/* The input is two lines: the headers Retry-After and Date. */
#include "fuzz.h"

#include "src/core/net/retry_after.h"

#define YEAR_S INT64_C(31536000)
/* 2026-01-01 00:00:00 UTC. */
#define WALL_MS INT64_C(1767225600000)

/* Seconds by plain arithmetic, as far as they matter. */
static int64_t seconds_of(const char *digits)
{
	double seconds = 0;

	for (; *digits; digits++) {
		seconds = 10 * seconds + (*digits - '0');
	}
	return seconds < (double) YEAR_S ? (int64_t) seconds : YEAR_S;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	fuzz_input input = {data, size};
	char *retry_after = fuzz_line(&input), *date = fuzz_line(&input);
	int64_t wait_ms = aco_retry_after_ms(retry_after, date, WALL_MS);

	REQUIRE(wait_ms == -1 || (wait_ms >= 0 && wait_ms <= YEAR_S * 1000));
	REQUIRE(wait_ms == aco_retry_after_ms(retry_after, date, WALL_MS));
	if (retry_after[0] && retry_after[strspn(retry_after, "0123456789")] == '\0') {
		REQUIRE(wait_ms == seconds_of(retry_after) * 1000);
	}
	/* The same moment by both headers: no wait, whatever the clock says. */
	REQUIRE(!strchr(retry_after, ':') || wait_ms == -1 || aco_retry_after_ms(retry_after, retry_after, WALL_MS) == 0);
	free(retry_after);
	free(date);
	return 0;
}
