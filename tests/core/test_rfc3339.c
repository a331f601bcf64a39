#include "check.h"

#include "src/core/base/rfc3339.h"

#include <time.h>

static void reads_dates_with_offsets(void **state)
{
	static const struct {
		const char *text;
		int64_t ms;
	} dates[] = {
		{"1970-01-01T00:00:00Z", 0},
		{"2022-10-15T20:20:39+00:00", INT64_C(1665865239000)},
		{"2022-10-15T22:20:39+02:00", INT64_C(1665865239000)},
		{"2022-10-15T14:50:39-05:30", INT64_C(1665865239000)},
		{"2022-10-15t20:20:39z", INT64_C(1665865239000)},
		{"2022-10-15T20:20:39.5Z", INT64_C(1665865239500)},
		{"2022-10-15T20:20:39.123456789+00:00", INT64_C(1665865239123)},
		{"2024-02-29T12:00:00Z", INT64_C(1709208000000)},
		{"2000-02-29T12:00:00Z", INT64_C(951825600000)},
		{"1969-12-31T23:59:59Z", -1000},
		{"2016-12-31T23:59:60Z", INT64_C(1483228800000)},
		{"0000-01-01T00:00:00Z", INT64_C(-62167219200000)},
		{"0000-12-31T00:00:00Z", INT64_C(-62135683200000)},
	};

	for (size_t i = 0; i < COUNT(dates); i++) {
		char *copy = check_copy(dates[i].text, strlen(dates[i].text));
		int64_t ms = -12345;

		assert_true(aco_rfc3339_parse(copy, strlen(dates[i].text), &ms));
		assert_int_equal(ms, dates[i].ms);
		free(copy);
	}
}

static void refuses_everything_else(void **state)
{
	static const char *const texts[] = {
		"", "2022", "2022-10-15", "2022-10-15 20:20:39", "2022-10-15 20:20:39+00:00", "2022-10-15T20:20:39",
		"2022-13-15T20:20:39Z", "2022-00-15T20:20:39Z", "2022-10-32T20:20:39Z", "2023-02-29T20:20:39Z",
		"1900-02-29T20:20:39Z", "2022-10-15T24:20:39Z", "2022-10-15T20:60:39Z", "2022-10-15T20:20:61Z",
		"2022-10-15T20:20:39+0000", "2022-10-15T20:20:39+24:00", "2022-10-15T20:20:39+00:60", "2022-10-15T20:20:39.Z",
		"2022-10-15T20:20:39.1234567890Z", "2022-10-15T20:20:39Zz", "+022-10-15T20:20:39Z", "2022-1-15T020:20:39Z",
		"2022-10-15T20:20:39+0a:00", "0000-00-00T00:00:00Z",
		"2022-10-15T20:20:39.123456789+00:00 and more than fits",
	};

	for (size_t i = 0; i < COUNT(texts); i++) {
		char *copy = check_copy(texts[i], strlen(texts[i]));
		int64_t ms;

		assert_false(aco_rfc3339_parse(copy, strlen(texts[i]), &ms));
		free(copy);
	}
}

static void months_have_their_days(void **state)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

	for (int month = 1; month <= 12; month++) {
		for (int day = 28; day <= 32; day++) {
			char text[64];
			int64_t ms;

			snprintf(text, sizeof(text), "2023-%02d-%02dT00:00:00Z", month, day);
			assert_int_equal(aco_rfc3339_parse(text, strlen(text), &ms), day <= days[month - 1]);
		}
	}
}

static void writes_what_it_reads(void **state)
{
	uint64_t random = 42;

	for (size_t i = 0; i < 20000; i++) {
		int64_t seconds = (int64_t) (check_random(&random) % UINT64_C(250000000000)), ms;
		char text[ACO_RFC3339_SIZE], expected[ACO_RFC3339_SIZE];
		time_t time = (time_t) seconds;
		struct tm parts;
		size_t length;

		gmtime_r(&time, &parts);
		strftime(expected, sizeof(expected), "%Y-%m-%dT%H:%M:%S+00:00", &parts);
		length = aco_rfc3339_format(text, seconds * 1000 + 999);
		assert_int_equal(length, strlen(expected));
		assert_memory_equal(text, expected, length);
		assert_true(aco_rfc3339_parse(text, length, &ms));
		assert_int_equal(ms, seconds * 1000);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_dates_with_offsets),
		cmocka_unit_test(refuses_everything_else),
		cmocka_unit_test(months_have_their_days),
		cmocka_unit_test(writes_what_it_reads),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
