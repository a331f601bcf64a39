#include "check.h"

#include "src/core/base/number.h"

#include <float.h>
#include <locale.h>
#include <math.h>
#include <unistd.h>

static const char *format(double value)
{
	static char text[ACO_NUMBER_SIZE + 1];
	char *exact = malloc(ACO_NUMBER_SIZE);
	size_t length;

	assert_non_null(exact);
	length = aco_format_double(exact, value);
	assert_in_range(length, 1, ACO_NUMBER_SIZE);
	memcpy(text, exact, length);
	text[length] = '\0';
	free(exact);
	return text;
}

static double random_double(uint64_t *seed)
{
	double value;

	do {
		uint64_t bits = check_random(seed);
		memcpy(&value, &bits, sizeof(value));
	} while (!isfinite(value));
	return value;
}

/* Digits without sign, point, exponent, and zeroes at both ends. */
static size_t count_digits(const char *text)
{
	size_t count = 0, zeroes = 0;

	for (; *text && *text != 'e'; text++) {
		if (*text >= '1' && *text <= '9') {
			count += zeroes + 1;
			zeroes = 0;
		} else if (*text == '0' && count > 0) {
			zeroes++;
		}
	}
	return count;
}

/* The text's digits as one number, with a step of one in the last place; false when it has too many. */
static bool neighbour_reads_back(double value, int digits, int step)
{
	char text[64], *exponent;
	long long mantissa = 0;

	snprintf(text, sizeof(text), "%.*e", digits - 1, value);
	exponent = strchr(text, 'e');
	for (char *p = text; p < exponent; p++) {
		if (*p >= '0' && *p <= '9') {
			mantissa = mantissa * 10 + (*p - '0');
		}
	}
	snprintf(text, sizeof(text), "%llde%ld", mantissa + step, strtol(exponent + 1, NULL, 10) - (digits - 1));
	return strtod(text, NULL) == value;
}

/* Fewest digits that read back, rounded to nearest or to a neighbour of it: next to a power of two both occur. */
static size_t fewest_digits(double value)
{
	for (int digits = 1; digits < 17; digits++) {
		for (int step = -1; step <= 1; step++) {
			if (neighbour_reads_back(value, digits, step)) {
				return (size_t) digits;
			}
		}
	}
	return 17;
}

static void check_double(double value)
{
	const char *text = format(value);

	if (strtod(text, NULL) != value || signbit(strtod(text, NULL)) != signbit(value)) {
		fail_msg("%.17g is written as %s", value, text);
	}
	if (value != 0 && count_digits(text) > fewest_digits(fabs(value))) {
		fail_msg("%.17g is written as %s, but %zu digits are enough", value, text, fewest_digits(fabs(value)));
	}
}

static void integers_are_those_of_printf(void **state)
{
	static const int64_t borders[] = {0, 1, 9, 10, 99, 100, 101, 999, 1000, INT32_MAX, INT64_MAX, INT64_MAX - 1};
	char text[ACO_NUMBER_SIZE], expected[ACO_NUMBER_SIZE];
	uint64_t seed = 2;

	for (size_t i = 0; i < 200000; i++) {
		int64_t value = i < COUNT(borders) ? borders[i] : (int64_t) (check_random(&seed) >> (check_random(&seed) % 64));

		for (int sign = 0; sign < 2; sign++, value = 0 - value) {
			size_t length = aco_format_int(text, value);
			check_bytes(
				text, length, expected, (size_t) snprintf(expected, sizeof(expected), "%lld", (long long) value));
		}
	}
	check_bytes(text, aco_format_int(text, INT64_MIN), TEXT("-9223372036854775808"));
}

static void doubles_are_laid_out_as_json_encode_does(void **state)
{
	static const struct {
		double value;
		const char *text;
	} cases[] = {
		{0, "0"},
		{-0.0, "-0"},
		{29, "29"},
		{-29, "-29"},
		{0.1, "0.1"},
		{19.99, "19.99"},
		{1e-4, "0.0001"},
		{0.00012345, "0.00012345"},
		{1e-5, "1.0e-5"},
		{1.5e-7, "1.5e-7"},
		{1e15, "1000000000000000"},
		{1e16, "10000000000000000"},
		{1e17, "1.0e+17"},
		{1.5e25, "1.5e+25"},
		{1e25, "1.0e+25"},
		{123456789012345680.0, "1.2345678901234568e+17"},
		{9007199254740993.0, "9007199254740992"},
		{0.1 + 0.2, "0.30000000000000004"},
		{1.0 / 3, "0.3333333333333333"},
		{100.0 / 3, "33.333333333333336"},
		{DBL_MAX, "1.7976931348623157e+308"},
		{-DBL_MAX, "-1.7976931348623157e+308"},
		{DBL_MIN, "2.2250738585072014e-308"},
		{DBL_EPSILON, "2.220446049250313e-16"},
		{5e-324, "5.0e-324"},
		{123456.789, "123456.789"},
		{99999999.99, "99999999.99"},
		{0.000001, "1.0e-6"},
		{1234567.1234567, "1234567.1234567"},
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		assert_string_equal(format(cases[i].value), cases[i].text);
	}
}

static void random_doubles_read_back_and_are_short(void **state)
{
	uint64_t seed = 3;

	for (size_t i = 0; i < 30000; i++) {
		check_double(random_double(&seed));
	}
}

static void prices_read_back_and_are_short(void **state)
{
	static const double powers[] = {1, 10, 100, 1000, 10000, 100000, 1000000, 10000000};
	uint64_t seed = 4;

	for (size_t i = 0; i < 30000; i++) {
		double value = (double) (check_random(&seed) >> (check_random(&seed) % 50 + 14))
			/ powers[check_random(&seed) % COUNT(powers)];
		check_double(value);
		check_double(-value);
		check_double(nextafter(value, INFINITY));
	}
}

static void powers_of_two_and_their_neighbours_are_short(void **state)
{
	for (int exponent = -1074; exponent <= 1023; exponent++) {
		double value = ldexp(1, exponent);

		check_double(value);
		check_double(nextafter(value, 0));
		check_double(nextafter(value, 2 * value > value && isfinite(2 * value) ? 2 * value : value));
	}
}

/* A locale with a decimal comma, made from the C library's sources unless the system has one. */
static bool set_comma_locale(char *folder)
{
	static const char *const names[] = {"de_DE.UTF-8", "de_DE.utf8", "fr_FR.UTF-8", "de_DE"};
	char command[512];

	for (size_t i = 0; i < COUNT(names); i++) {
		if (setlocale(LC_ALL, names[i])) {
			return true;
		}
	}
	snprintf(command, sizeof(command), "localedef -i de_DE -f UTF-8 '%s/de_DE.UTF-8' >/dev/null 2>&1", folder);
	return system(command) != -1 && setenv("LOCPATH", folder, 1) == 0 && setlocale(LC_ALL, "de_DE.UTF-8");
}

static void locale_makes_no_difference(void **state)
{
	static const double values[] = {19.99, 1.0 / 3, 1.5e25, 1e-7, 123456.789, -0.1, DBL_MIN, 5e-324, 1e25};
	char expected[COUNT(values)][ACO_NUMBER_SIZE + 1], probe[16], folder[] = "/tmp/aco-locale-XXXXXX", command[64];
	bool found;
	uint64_t seed = 5;

	for (size_t i = 0; i < COUNT(values); i++) {
		strcpy(expected[i], format(values[i]));
	}
	assert_non_null(mkdtemp(folder));
	found = set_comma_locale(folder);
	snprintf(command, sizeof(command), "rm -rf '%s'", folder);
	if (system(command) != 0) {
		print_message("%s stays behind\n", folder);
	}
	if (!found) {
		print_message("skipped: no locale with a decimal comma; install the package locales\n");
		skip();
	}
	snprintf(probe, sizeof(probe), "%.1f", 1.5);
	assert_string_equal(probe, "1,5");
	for (size_t i = 0; i < COUNT(values); i++) {
		assert_string_equal(format(values[i]), expected[i]);
	}
	for (size_t i = 0; i < 2000; i++) {
		assert_null(strchr(format(random_double(&seed)), ','));
	}
	setlocale(LC_ALL, "C");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(integers_are_those_of_printf),
		cmocka_unit_test(doubles_are_laid_out_as_json_encode_does),
		cmocka_unit_test(random_doubles_read_back_and_are_short),
		cmocka_unit_test(prices_read_back_and_are_short),
		cmocka_unit_test(powers_of_two_and_their_neighbours_are_short),
		cmocka_unit_test(locale_makes_no_difference),
	};

	return cmocka_run_group_tests_name("number", tests, NULL, NULL);
}
