/* The input is a time. */

#include "fuzz.h"

#include "src/core/base/rfc3339.h"

#include <time.h>

/* Milliseconds by the C library of a text that was accepted. */
static int64_t reference(const char *text, size_t length)
{
	struct tm tm = {0};
	char zone = text[length - 1];
	int hours = 0, minutes = 0, ms = 0, place = 100;

	REQUIRE(sscanf(text, "%4d-%2d-%2d%*c%2d:%2d:%2d", &tm.tm_year, &tm.tm_mon, &tm.tm_mday, &tm.tm_hour, &tm.tm_min,
				&tm.tm_sec)
		== 6);
	tm.tm_year -= 1900;
	tm.tm_mon--;
	for (const char *digit = text + 20; text[19] == '.' && *digit >= '0' && *digit <= '9'; digit++, place /= 10) {
		ms += (*digit - '0') * place;
	}
	if (zone != 'Z' && zone != 'z') {
		REQUIRE(sscanf(text + length - 5, "%2d:%2d", &hours, &minutes) == 2);
		minutes += hours * 60;
		minutes = text[length - 6] == '-' ? -minutes : minutes;
	}
	return ((int64_t) timegm(&tm) - 60 * minutes) * 1000 + ms;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	fuzz_input input = {data, size};
	char *text = fuzz_bytes(&input, &size);
	int64_t ms, again;

	if (aco_rfc3339_parse(text, size, &ms)) {
		REQUIRE(size < ACO_RFC3339_SIZE && strlen(text) == size);
		REQUIRE(ms == reference(text, size));
		if (ms >= 0 && ms < INT64_C(253402300800000)) {
			char written[ACO_RFC3339_SIZE];
			size_t length = aco_rfc3339_format(written, ms);

			REQUIRE(
				length < sizeof(written) && aco_rfc3339_parse(written, length, &again) && again == ms / 1000 * 1000);
		}
	}
	free(text);
	return 0;
}
