#include "check.h"

#include "src/core/net/retry_after.h"

/* Sat, 21 Nov 2026 05:20:49 GMT */
#define WALL_MS (INT64_C(1795238449) * 1000 + 999)
#define NOW "Sat, 21 Nov 2026 05:20:49 GMT"
#define YEAR_MS (INT64_C(365) * 24 * 3600 * 1000)

typedef struct response {
	const char *retry_after;
	const char *date;
	int64_t expected_ms;
} response;

static void check_answers(const response *responses, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		int64_t wait_ms = aco_retry_after_ms(responses[i].retry_after, responses[i].date, WALL_MS);

		if (wait_ms != responses[i].expected_ms) {
			fail_msg("\"%s\" with Date \"%s\" is %lld ms, expected %lld", responses[i].retry_after, responses[i].date, (long long) wait_ms,
				(long long) responses[i].expected_ms);
		}
	}
}

static void what_cannot_be_read_asks_for_nothing(void **state)
{
	static const char *const texts[] = {
		"",
		" ",
		"-1",
		"-0",
		"+5",
		"1.5",
		"1,5",
		"1e3",
		"0x10",
		" 7",
		"7 ",
		"7 8",
		"7s",
		"7 seconds",
		"soon",
		"abc",
		"inf",
		"nan",
		"null",
		"Jun",
		"GMT",
		"Mon, 99 Xxx 2020",
		"Sat, 21 Nov",
		"2026-11-21T05:20:49Z",
		"\xd9\xa3",
		"7\x01",
		"%d",
		"-1 Jan",
	};

	for (size_t i = 0; i < COUNT(texts); i++) {
		check_answers(&(response) {texts[i], NOW, -1}, 1);
		check_answers(&(response) {texts[i], "", -1}, 1);
	}
}

static void seconds_are_read(void **state)
{
	static const response responses[] = {
		{"0", "", 0}, {"00", "", 0}, {"1", "", 1000}, {"007", "", 7000}, {"120", "", 120000}, {"3600", "", 3600000},
		/* They need no clock. */
		{"120", "Sun, 06 Nov 1994 08:49:37 GMT", 120000}, {"120", "garbage", 120000},
	};

	check_answers(responses, COUNT(responses));
}

static void a_year_is_the_longest(void **state)
{
	static const response responses[] = {
		{"31535999", "", YEAR_MS - 1000},
		{"31536000", "", YEAR_MS},
		{"31536001", "", YEAR_MS},
		{"2147483648", "", YEAR_MS},
		{"9223372036854775807", "", YEAR_MS},
		{"9223372036854775808", "", YEAR_MS},
		{"18446744073709551617", "", YEAR_MS},
		{"99999999999999999999999999999999999999999999999999999999999", "", YEAR_MS},
		{"Fri, 31 Dec 9999 23:59:59 GMT", NOW, YEAR_MS},
		{"Fri, 31 Dec 9999 23:59:59 GMT", "", YEAR_MS},
	};

	check_answers(responses, COUNT(responses));
}

/* RFC 9110, 5.6.7: the three ways to write a date. */
static void dates_are_compared_with_the_answers_own(void **state)
{
	static const response responses[] = {
		{"Sun, 06 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:00 GMT", 37000},
		{"Sunday, 06-Nov-94 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:00 GMT", 37000},
		{"Sun Nov  6 08:49:37 1994", "Sun, 06 Nov 1994 08:49:00 GMT", 37000},
		{"Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:00 GMT", 37000},
		{"Sun, 06 Nov 1994 08:49:37 GMT", "Sun Nov  6 08:49:00 1994", 37000},
		/* A server whose clock is years ahead. */
		{"Fri, 01 Mar 2030 00:01:00 GMT", "Fri, 01 Mar 2030 00:00:00 GMT", 60000},
	};

	check_answers(responses, COUNT(responses));
}

static void without_a_date_the_own_clock_counts(void **state)
{
	static const response responses[] = {
		{"Sat, 21 Nov 2026 05:21:00 GMT", "", 11000},
		{"Saturday, 21-Nov-26 05:21:00 GMT", "", 11000},
		{"Sat Nov 21 05:21:00 2026", "", 11000},
		{"Sat, 21 Nov 2026 05:21:00 GMT", "garbage", 11000},
		{"Sat, 21 Nov 2026 05:21:00 GMT", "Mon, 99 Xxx 2020", 11000},
		{"Sat, 21 Nov 2026 05:21:00 GMT", NOW, 11000},
	};

	check_answers(responses, COUNT(responses));
}

static void the_past_is_now(void **state)
{
	static const response responses[] = {
		{NOW, NOW, 0},
		{NOW, "", 0},
		{"Sat, 21 Nov 2026 05:20:48 GMT", NOW, 0},
		{"Sun, 06 Nov 1994 08:49:37 GMT", "", 0},
		{"Thu, 01 Jan 1970 00:00:00 GMT", NOW, 0},
		{"Sun, 06 Nov 1994 08:49:37 GMT", "Fri, 31 Dec 9999 23:59:59 GMT", 0},
	};

	check_answers(responses, COUNT(responses));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_cannot_be_read_asks_for_nothing),
		cmocka_unit_test(seconds_are_read),
		cmocka_unit_test(a_year_is_the_longest),
		cmocka_unit_test(dates_are_compared_with_the_answers_own),
		cmocka_unit_test(without_a_date_the_own_clock_counts),
		cmocka_unit_test(the_past_is_now),
	};

	return cmocka_run_group_tests_name("retry_after", tests, NULL, NULL);
}
