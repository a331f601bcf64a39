/* The input is numbers of 8 bytes: each as an integer, as the bits of a double, and as a price. */
#include "fuzz.h"

#include "src/core/base/number.h"

#include <inttypes.h>
#include <math.h>

static void check_int(int64_t value)
{
	char text[ACO_NUMBER_SIZE], expected[ACO_NUMBER_SIZE];
	size_t length = aco_format_int(text, value);

	REQUIRE(length == (size_t) snprintf(expected, sizeof(expected), "%" PRId64, value));
	REQUIRE(memcmp(text, expected, length) == 0);
}

/* Significant digits, without leading and trailing zeros; 0 has one. */
static int count_digits(const char *text)
{
	int count = 0, zeros = 0;

	for (; *text && *text != 'e'; text++) {
		if (*text == '0' && count > 0) {
			zeros++;
		} else if (*text >= '1' && *text <= '9') {
			count += zeros + 1;
			zeros = 0;
		}
	}
	return count > 0 ? count : 1;
}

static void check_double(double value)
{
	char *text = malloc(ACO_NUMBER_SIZE + 1), other[ACO_NUMBER_SIZE + 8];
	size_t length;
	char *end;
	int digits;

	REQUIRE(text);
	length = aco_format_double(text, value);
	REQUIRE(length > 0 && length <= ACO_NUMBER_SIZE);
	text[length] = '\0';
	REQUIRE(strspn(text, "-0123456789.e+") == length);
	REQUIRE(strtod(text, &end) == value && end == text + length);
	REQUIRE((text[0] == '-') == (signbit(value) != 0));
	/* With one digit less it would be another number. */
	digits = count_digits(text);
	if (digits > 1) {
		snprintf(other, sizeof(other), "%.*e", digits - 2, value);
		REQUIRE(strtod(other, NULL) != value);
	}
	REQUIRE(digits <= 17);
	free(text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	fuzz_input input = {data, size};

	while (input.left > 0) {
		uint64_t bits = fuzz_number(&input);
		double value;

		check_int((int64_t) bits);
		check_double((double) (int64_t) bits);
		check_double((double) (bits % 100000000000) / 100);
		memcpy(&value, &bits, sizeof(value));
		if (isfinite(value)) {
			check_double(value);
		}
	}
	return 0;
}
