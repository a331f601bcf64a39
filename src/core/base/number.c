/* SPDX-License-Identifier: MIT */
#include "src/core/base/number.h"

#include "src/core/base/buf.h"
#include "src/core/base/count.h"

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char digit_pairs[] =
	"00010203040506070809101112131415161718192021222324252627282930313233343536373839404142434445464748"
	"49505152535455565758596061626364656667686970717273747576777879808182838485868788899091929394959697"
	"9899";

/* Decimal digits of a number. */
static inline size_t count_digits(uint64_t value)
{
	size_t count = 1;

	for (; value >= 10000; value /= 10000) {
		count += 4;
	}
	return count + (value >= 10) + (value >= 100) + (value >= 1000);
}

static size_t format_unsigned(char *target, uint64_t value)
{
	size_t length = count_digits(value), at = length;

	while (value >= 100) {
		at -= 2;
		memcpy(target + at, digit_pairs + 2 * (value % 100), 2);
		value /= 100;
	}

	if (value >= 10) {
		memcpy(target, digit_pairs + 2 * value, 2);
	} else {
		target[0] = (char) ('0' + value);
	}

	return length;
}

size_t aco_format_int(char *target, int64_t value)
{
	if (value < 0) {
		*target = '-';
		return 1 + format_unsigned(target + 1, 0 - (uint64_t) value);
	}
	return format_unsigned(target, (uint64_t) value);
}

/*
 * Prices and quantities: magnitude = units / 10^decimals with few decimals. With units below 10^15
 * the decimal text with the fewest decimals that divides back to the same double is the shortest one.
 */
static size_t format_decimal(char *target, double magnitude)
{
	static const double powers[] = {1, 10, 100, 1000, 10000, 100000, 1000000};
	static const uint64_t integer_powers[] = {1, 10, 100, 1000, 10000, 100000, 1000000};

	/* Smaller numbers are written with an exponent. */
	if (magnitude != 0 && magnitude < 1e-4) {
		return 0;
	}

	for (unsigned decimals = 0; decimals < ACO_COUNT(powers); decimals++) {
		double scaled = magnitude * powers[decimals];
		uint64_t units;
		size_t length;

		if (scaled >= 1e15) {
			return 0;
		}

		units = (uint64_t) (scaled + 0.5);
		if ((double) units / powers[decimals] != magnitude) {
			continue;
		}

		length = format_unsigned(target, units / integer_powers[decimals]);

		if (decimals > 0) {
			uint64_t fraction = units % integer_powers[decimals];
			target[length] = '.';

			for (unsigned i = decimals; i > 0; i--) {
				target[length + i] = (char) ('0' + fraction % 10);
				fraction /= 10;
			}

			length += 1 + decimals;
		}

		return length;
	}

	return 0;
}

/* Increments the last digit before the exponent; false when that would carry through all digits. */
static bool increment_digits(char *text)
{
	for (char *p = strchr(text, 'e') - 1; p >= text; p--) {
		if (*p >= '0' && *p < '9') {
			(*p)++;
			return true;
		}
		if (*p == '9') {
			*p = '0';
		}
	}
	return false;
}

/*
 * The fewest significant digits that read back as the same number; returns their
 * count and the decimal exponent of the first.
 */
static int shortest_digits(double magnitude, char *digits, int *exponent)
{
	char text[40];
	int count = 0, binary_exponent;

	/* Subnormals have fewer than 15 significant digits, so 15 digits would not be the shortest form. */
	int precision = magnitude < 2.2250738585072014e-308 ? 1 : 15;

	for (; precision <= 17; precision++) {
		snprintf(text, sizeof(text), "%.*e", precision - 1, magnitude);

		if (strtod(text, NULL) == magnitude) {
			break;
		}

		/* Below a power of two, doubles are closer together: the shortest form may be one above the nearest digits. */
		if (frexp(magnitude, &binary_exponent) == 0.5 && increment_digits(text) && strtod(text, NULL) == magnitude) {
			break;
		}
	}

	for (const char *p = text; *p && *p != 'e'; p++) {
		/* Skips the decimal point of any locale. */
		if (*p >= '0' && *p <= '9') {
			digits[count++] = *p;
		}
	}

	*exponent = atoi(strchr(text, 'e') + 1);
	while (count > 1 && digits[count - 1] == '0') {
		count--;
	}

	return count;
}

static size_t lay_out(char *target, const char *digits, int count, int exponent)
{
	char *out = target;

	if (exponent < -4 || exponent > 16) {
		*out++ = digits[0];
		*out++ = '.';
		if (count > 1) {
			memcpy(out, digits + 1, (size_t) count - 1);
			out += count - 1;
		} else {
			*out++ = '0';
		}

		*out++ = 'e';
		*out++ = exponent < 0 ? '-' : '+';
		out += format_unsigned(out, (uint64_t) abs(exponent));
	} else if (exponent < 0) {
		*out++ = '0';
		*out++ = '.';
		for (int i = exponent + 1; i < 0; i++) {
			*out++ = '0';
		}

		memcpy(out, digits, (size_t) count);
		out += count;
	} else {
		for (int i = 0; i <= exponent || i < count; i++) {
			if (i == exponent + 1) {
				*out++ = '.';
			}

			*out++ = i < count ? digits[i] : '0';
		}
	}

	return (size_t) (out - target);
}

/* Not inlined, so that the usual numbers do not pay for its buffers. */
static ACO_NOINLINE size_t format_shortest(char *target, double magnitude)
{
	char digits[20];
	int exponent, count = shortest_digits(magnitude, digits, &exponent);

	return lay_out(target, digits, count, exponent);
}

size_t aco_format_double(char *target, double value)
{
	size_t sign = 0, length;

	/* Most are whole. */
	if (value >= 1 && value < 1e15 && (double) (uint64_t) value == value) {
		return format_unsigned(target, (uint64_t) value);
	}

	if (signbit(value)) {
		*target = '-';
		value = -value;
		sign = 1;
	}

	length = format_decimal(target + sign, value);
	if (length == 0) {
		length = format_shortest(target + sign, value);
	}

	return sign + length;
}
