/* SPDX-License-Identifier: MIT */
#include "src/core/net/retry_after.h"

#include <curl/curl.h>
#include <string.h>

/* Longer than any caller waits, and far from overflow. */
#define MAX_SECONDS INT64_C(31536000)

static int64_t seconds(const char *digits)
{
	int64_t number = 0;

	for (; *digits; digits++) {
		number = 10 * number + (*digits - '0');
		if (number > MAX_SECONDS) {
			return MAX_SECONDS;
		}
	}
	return number;
}

int64_t aco_retry_after_ms(const char *retry_after, const char *date, int64_t wall_ms)
{
	time_t until, now;
	int64_t wait_s;

	if (!retry_after[0]) {
		return -1;
	}
	if (strspn(retry_after, "0123456789") == strlen(retry_after)) {
		return seconds(retry_after) * 1000;
	}

	/* A date contains a weekday or a month; libcurl would also parse "-5" or "1.5", which are not dates. */
	if (!strpbrk(retry_after, "abcdefghijklmnopqrstuvwxyz") || (until = curl_getdate(retry_after, NULL)) == -1) {
		return -1;
	}

	now = date[0] ? curl_getdate(date, NULL) : -1;
	wait_s = (int64_t) until - (now == -1 ? wall_ms / 1000 : (int64_t) now);
	return (wait_s < 0 ? 0 : wait_s < MAX_SECONDS ? wait_s : MAX_SECONDS) * 1000;
}
